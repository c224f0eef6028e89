/** The ledger as a spreadsheet, written while it is read. */

import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { ListSheet } from '../../platform/list-sheet.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { LedgerFilter } from './ledger.ts'
import { type LedgerLine, ledgerLines } from './queries.ts'
import { howItStands } from './standing.ts'

/** Every line of the filter; texts stay texts, so that nothing a person wrote is taken for a formula. */
export function ledgerSheet(
  parts: AsyncIterable<readonly LedgerLine[]>,
  language: Language,
  on: Temporal.PlainDate,
): ListSheet {
  const { commitments: w } = words(language)
  const { columns } = w
  const keys = ['text', 'unit', 'head', 'origin', 'said', 'force', 'due', 'state', 'end'] as const
  return {
    name: w.sheet_name,
    above: [w.title, shortDay(on)],
    headings: keys.map((key) => columns[key]),
    widths: [60, 28, 28, 34, 12, 14, 12, 24, 12],
    rows: cellsOf(parts, language, on),
  }
}

async function* cellsOf(parts: AsyncIterable<readonly LedgerLine[]>, language: Language, on: Temporal.PlainDate) {
  const { commitments: w } = words(language)
  for await (const lines of parts)
    for (const line of lines)
      yield [
        line.text,
        line.unit,
        headsOf(line),
        `${known(w.origins, line.origin_kind)}: ${line.origin_title}`,
        shortDay(line.said_on),
        w.promises.forces[line.force],
        shortDay(line.due_on),
        w.standing[howItStands(line, on)],
        line.ended_on ? shortDay(line.ended_on) : '',
      ]
}

/** The head of today, and the one of the day on which it was said where that was another. */
export function headsOf(line: Pick<LedgerLine, 'head_then' | 'head_now'>): string {
  const names = [line.head_now, line.head_then].filter((name): name is string => name !== null)
  return [...new Set(names)].join(' ← ')
}

/** The whole ledger of a filter, some lines at a time. */
export async function* ledgerInParts(viewer: Viewer, sql: Sql, filter: LedgerFilter): AsyncGenerator<LedgerLine[]> {
  const size = 1000
  let after = filter.after
  for (;;) {
    const lines = await ledgerLines(viewer, sql, { ...filter, after }, size)
    yield lines
    const last = lines.at(-1)
    if (!last || lines.length < size) return
    after = { on: (filter.sort === 'due' ? last.due_on : last.said_on).toString(), id: last.id }
  }
}
