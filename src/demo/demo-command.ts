/** `gandan demo`: loads the demonstration, and scales it to many petitions by COPY. */
import type { Db } from '../platform/database.ts'
import { loadDemonstration } from './load.ts'
import { wholeSize } from './program.ts'

export { accounts } from './staff.ts'

/** Loads the demonstration at the first start; says how far it is where that takes longer than a moment. */
export async function load(db: Db, { worker, say }: { worker: Db; say: (line: string) => void }): Promise<void> {
  const began = performance.now()
  const { performed, refused, plan } = await loadDemonstration(db, worker, wholeSize, progressOf(say))
  const took_s = ((performance.now() - began) / 1000).toFixed(0)
  say(`Đã nạp ${performed} bước trong ${took_s} giây. / Loaded ${performed} steps in ${took_s} s.`)
  if (refused.length > 0) say(`${refused.length} bước không được phép, đã bỏ qua. / ${refused.length} steps were refused and left out.`)
  for (const { code, what } of plan.codes.slice(0, 4)) say(`  Mã tra cứu ${code}: ${what}`)
}

/** A bar that moves on a terminal; elsewhere a line at each quarter. */
function progressOf(say: (line: string) => void) {
  let quarter = 0
  return (done: number, all: number) => {
    const share = all === 0 ? 1 : done / all
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░')
      process.stdout.write(`\r  ${bar} ${Math.floor(share * 100)} %${share >= 1 ? '\n' : ''}`)
    } else if (Math.floor(share * 4) > quarter) {
      quarter = Math.floor(share * 4)
      say(`  ${quarter * 25} %`)
    }
  }
}
