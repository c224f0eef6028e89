/** Writes a papers volume in a process of its own and says what it took: `[papers] [folder]`, the papers lie in the folder. */
import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDocx } from '../../src/modules/conferences/paper-docx.ts'
import { writeVolume } from '../../src/modules/conferences/write-volume.ts'

const [count = '20', folder = '.'] = process.argv.slice(2)
const files = readdirSync(folder).filter((name) => name.startsWith('paper-'))
const path = join(folder, `volume-${count}.docx`)
const began = performance.now()
await writeVolume(
  {
    head: {
      organisers: ['Tỉnh Lào Cai'],
      kind: 'HỘI THẢO',
      title: 'Hội thảo để đo',
      place_and_date: 'Lào Cai, tháng 3 năm 2026',
      foreword: null,
    },
    entries: Array.from({ length: Number(count) }, (_, at) => ({
      id: String(at),
      title: `Tham luận số ${at + 1}`,
      authors: [{ name: `Nguyễn Văn ${at % 40}`, unit: 'Trường Chính trị', contact: null }],
      abstract: null,
    })),
    load: async ({ id }) => {
      const name = files[Number(id) % files.length] ?? ''
      return (await readDocx(await readFile(join(folder, name)))).blocks
    },
    pages: null,
  },
  path,
  folder,
)
console.log(
  JSON.stringify({
    ms: performance.now() - began,
    peak_mb: process.resourceUsage().maxRSS / 1024,
    bytes: statSync(path).size,
  }),
)
