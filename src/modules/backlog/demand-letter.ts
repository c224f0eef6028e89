/** The letter that goes with a demand, numbered in the superior's own book. */
import type { DocumentWanted, Sql } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Letterhead } from '../notices/letterhead.ts'
import { letterBooks } from '../notices/letters.ts'
import type { OverdueItem } from './overdue-demand.ts'

type Data = LetterData['overdue-demand']

/** How the letter calls each record, in the order of the list; and its receiver. */
export interface LetterNames {
  receiver: string
  items: Data['items']
}

const kinds = { petition: 'Đơn', complaint: 'Khiếu nại', feedback: 'Kiến nghị, phản ánh' } as const

/** Reads the names; records that are no more keep their kind and days. */
export async function letterNames(
  sql: Sql,
  subordinate_id: string,
  items: readonly OverdueItem[],
  on: Temporal.PlainDate,
): Promise<LetterNames> {
  const { rows: units } = await sql.query<{ name: string }>(
    'select name from unit_period where unit_id = $1 and valid @> $2::date',
    [subordinate_id, on.toString()],
  )
  const { rows } = await sql.query<{ id: string; register_number: number | null; register_year: number }>(
    `select id, register_number, register_year from petition where unit_id = any($1) and id = any($2)
     union all select id, register_number, register_year from complaint where unit_id = any($1) and id = any($2)
     union all select id, register_number, register_year from feedback where unit_id = any($1) and id = any($2)`,
    [[...new Set(items.map((item) => item.unit_id))], items.map((item) => item.id)],
  )
  const called = (item: OverdueItem) => {
    const row = rows.find((one) => one.id === item.id)
    return row?.register_number
      ? `${kinds[item.kind]} số ${row.register_number}/${row.register_year}`
      : kinds[item.kind]
  }
  return {
    receiver: units[0]?.name ?? '',
    items: items.map((item) => ({ what: called(item), due_on: item.due_on, days: item.days })),
  }
}

/** The letter. `asked_on`: the day of the demand that was not answered; absent in the first letter. */
export function demandLetter(
  of: { id: string; revision: number; head: Letterhead; names: LetterNames; moment: Moment },
  said: { note: string; answer_by: Temporal.PlainDate; asked_on?: Temporal.PlainDate },
): DocumentWanted {
  const { book } = letterBooks['overdue-demand']
  const { issuer, signature } = of.head
  const data: Data = {
    issuer,
    signature,
    drafted_by: 'TCD',
    ...of.names,
    note: said.note,
    answer_by: said.answer_by.toString(),
    ...(said.asked_on ? { asked_on: said.asked_on.toString() } : {}),
  }
  return {
    id: idFrom(of.id, `letter/${of.revision}`),
    kind: 'overdue-demand',
    book,
    year: of.moment.on.year,
    title: `Yêu cầu báo cáo việc quá hạn: ${of.names.receiver}`,
    issued_on: of.moment.on,
    data: { ...data },
  }
}
