/** The records behind a figure as a spreadsheet, all of them. */
import type { ListSheet } from '../../platform/list-sheet.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Counted } from './behind.ts'
import type { Part } from './figures.ts'
import type { Ask, ReportUnit } from './report.ts'

/** What a record is called. */
export function kindName(row: Pick<Counted, 'record_kind'>, language: Language): string {
  const { kinds } = words(language).reports
  return Object.entries(kinds).find(([name]) => name === row.record_kind)?.[1] ?? row.record_kind
}

/** The sheet; of a closed record nothing but that it counts. */
export function recordsSheet(
  ask: Ask,
  unit: ReportUnit,
  { no, part }: { no: number; part: Part },
  records: AsyncIterable<readonly Counted[]>,
  language: Language,
): ListSheet {
  const { reports } = words(language)
  const path = ask.form.columns.find((column) => column.no === no)?.path ?? []
  const place = part === 'total' ? unit.name : `${unit.name} · ${reports[part]}`
  return {
    name: `${ask.form.code} ${no}`,
    above: [
      reports.of_form(ask.form.code),
      reports.records(no, path.map(reports.heading).join(' › ')),
      `${place} · ${reports.periods[ask.period.kind](ask.period.year)}`,
    ],
    headings: [
      reports.record,
      reports.record_number,
      reports.record_title,
      reports.record_unit,
      reports.received_on,
      reports.counted_on,
      reports.counts,
    ],
    widths: [18, 14, 60, 30, 14, 14, 10],
    rows: rowsOf(records, language),
  }
}

async function* rowsOf(records: AsyncIterable<readonly Counted[]>, language: Language) {
  const { reports } = words(language)
  for await (const some of records)
    for (const row of some)
      yield [
        kindName(row, language),
        row.number ?? '',
        row.closed ? reports.closed_record : (row.title ?? ''),
        row.unit,
        row.received_on ? shortDay(row.received_on) : '',
        row.closed ? '' : shortDay(row.on_day),
        row.counts,
      ]
}
