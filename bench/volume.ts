/** A volume of 200 papers of 20 pages against one of 20 papers: time in step, memory not. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { type Bench, rounded } from './bench.ts'

const run_file = promisify(execFile)
const child = fileURLToPath(new URL('./children/write-volume.ts', import.meta.url))
const sizes = { small: 20, large: 200 } as const
/** Different papers; a volume repeats them. */
const kinds = 10

/** A picture of noise, which cannot be packed: about 200 kB. */
function picture(seed: number): Buffer {
  const [width, height] = [300, 220]
  const raw = Buffer.alloc(height * (1 + width * 3))
  let value = seed + 1
  for (let at = 0; at < raw.length; at++) {
    value = (value * 1_103_515_245 + 12_345) & 0x7fffffff
    raw[at] = at % (1 + width * 3) === 0 ? 0 : value >> 16
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Twenty pages: ninety paragraphs of a hundred words, a table, two pictures. */
async function paper(no: number): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const body = Array.from(
    { length: 90 },
    (_, at) =>
      new Paragraph({
        children: [
          new TextRun({ text: `Đoạn ${at + 1}. `, bold: true }),
          new TextRun('Công tác dân vận chính quyền ở cơ sở đã có nhiều chuyển biến rõ nét. '.repeat(7)),
        ],
      }),
  )
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: `Phần ${no}`, heading: HeadingLevel.HEADING_1 }),
            ...body,
            new Table({
              rows: Array.from(
                { length: 12 },
                (_, at) => new TableRow({ children: [cell(`Nội dung ${at}`), cell('Số liệu'), cell(`${at * no}`)] }),
              ),
            }),
            ...[0, 1].map(
              (at) =>
                new Paragraph({
                  children: [
                    new ImageRun({
                      type: 'png',
                      data: picture(no * 2 + at),
                      transformation: { width: 300, height: 220 },
                    }),
                  ],
                }),
            ),
          ],
        },
      ],
    }),
  )
}

interface Written {
  ms: number
  peak_mb: number
  bytes: number
}

async function write(count: number, folder: string): Promise<Written> {
  const { stdout } = await run_file(process.execPath, ['--import', 'tsx', child, String(count), folder])
  return JSON.parse(stdout)
}

/** Each size in a process of its own, so that the peak is its own. */
export async function run(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-volume-'))
  try {
    for (let no = 0; no < kinds; no++) writeFileSync(join(folder, `paper-${no}.docx`), await paper(no))
    const small = await write(sizes.small, folder)
    const large = await write(sizes.large, folder)
    return {
      name: `volume: ${sizes.large} papers of 20 pages as one Word file, against ${sizes.small}`,
      figures: {
        small_s: rounded(small.ms / 1000),
        large_s: rounded(large.ms / 1000),
        small_peak_mb: rounded(small.peak_mb),
        large_peak_mb: rounded(large.peak_mb),
        file_mb: rounded(large.bytes / 1_000_000),
        time_ratio: rounded(large.ms / small.ms),
        time_ratio_max: 12,
        memory_ratio: rounded(large.peak_mb / small.peak_mb),
        memory_ratio_max: 2,
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
