/** To whom a unit's figures of a form go on a day, and by when: the book's rows over the tree of that day. */
import type { Form } from '../../law/forms.ts'
import {
  type ChainId,
  chainOfInstrument,
  type ReceiverRow,
  receivers,
  type SendRow,
  sendDays,
} from '../../law/report-chains.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import { isSendLevel, type SendDayRow } from './send-day.ts'

/** Who receives. */
export interface Receiver {
  chain: ChainId
  /** The body as letters name it. */
  name: string
  /** The body's own unit where it stands in the tree, else the unit under which it stands. */
  unit_id: string
  /** Is `unit_id` the body itself? */
  is_body: boolean
  cite: string
  unverified?: string
}

/** By when figures are to be sent. */
export interface SendBy {
  on: Temporal.PlainDate
  days: number
  /** Set by the administrator of the country; false: the book's guess. */
  is_set: boolean
  cite: string
  /** Shown as "to be checked". */
  unverified?: string
}

/** The chain a form belongs to. */
export function chainOf(form: Pick<Form, 'instrument' | 'chain'>): ChainId {
  return form.chain ?? chainOfInstrument[form.instrument] ?? 'inspection'
}

const senderSql = `
select p.unit_id, p.level, a.ancestor_id as above_id, u.level as above_level, u.name as above_name
from unit_period p
left join unit_ancestry a on a.unit_id = p.unit_id and a.depth > 0 and a.valid @> $2::date
left join unit_period u on u.unit_id = a.ancestor_id and u.valid @> $2::date
where p.unit_id = $1 and p.valid @> $2::date order by a.depth`

interface SenderLine {
  unit_id: string
  level: string
  above_id: string | null
  above_level: string | null
  above_name: string | null
}

const bodySql = `
select unit_id, name from unit_period where parent_id = $1 and valid @> $2::date and unit_id <> $4
  and exists (select from unnest($3::text[]) as body(name) where unit_period.name ilike body.name || '%')
order by name, unit_id limit 1`

/** Who receives this form's figures from the unit on that day; null at the top of the chain. */
export async function receiverOf(
  sql: Queryable,
  form: Pick<Form, 'instrument' | 'chain'>,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<Receiver | null> {
  const line = (await sql.query<SenderLine>(senderSql, [unit_id, on])).rows
  const level = line[0]?.level
  if (!level || level === 'country') return null
  const chain = chainOf(form)
  // The book stays; a unit whose level it does not name sends to the unit above it.
  const row = receiverRow(chain, level, on)
  const above = line.find((one) => one.above_level === row?.at) ?? line[0]!
  if (!above.above_id || !above.above_name) return null
  if (!row) return { chain, name: above.above_name, unit_id: above.above_id, is_body: false, cite: '' }
  const { cite, bodies, unverified } = row
  const found = await sql.query<{ unit_id: string; name: string }>(bodySql, [above.above_id, on, bodies, unit_id])
  const body = found.rows[0]
  const mark = unverified ? { unverified } : {}
  if (body) return { chain, name: body.name, unit_id: body.unit_id, is_body: true, cite, ...mark }
  return { chain, name: `${bodies[0]} (${above.above_name})`, unit_id: above.above_id, is_body: false, cite, ...mark }
}

function receiverRow(chain: ChainId, level: string, on: Temporal.PlainDate): ReceiverRow | null {
  const day = on.toString()
  const rows: readonly ReceiverRow[] = receivers
  return (
    rows.find(
      (row) =>
        row.chain === chain && row.from_level === level && row.from <= day && (row.until === null || day < row.until),
    ) ?? null
  )
}

const setSql = `select * from send_day where state = 'set' and to_chain = $1 and level = $2 and (period = $3 or period is null)
order by period nulls last limit 1`

/** By when the unit sends this form's figures of the period; null where its level sends nothing. */
export async function sendBy(
  sql: Queryable,
  form: Pick<Form, 'instrument' | 'chain'>,
  unit_id: string,
  period: Pick<Period, 'kind' | 'last_on'>,
): Promise<SendBy | null> {
  const level = (await sql.query<SenderLine>(senderSql, [unit_id, period.last_on])).rows[0]?.level
  if (!level || !isSendLevel(level)) return null
  const chain = chainOf(form)
  const set = (await sql.query<SendDayRow>(setSql, [chain, level, period.kind])).rows[0]
  if (set) return { on: period.last_on.add({ days: set.days }), days: set.days, is_set: true, cite: set.ground }
  const rows: readonly SendRow[] = sendDays
  const fits = rows.filter((row) => row.level === level && (row.chain ?? chain) === chain)
  const row = fits.find((one) => one.period === period.kind) ?? fits.find((one) => one.period === null)
  if (!row) return null
  const { days, cite, unverified } = row
  return { on: period.last_on.add({ days }), days, is_set: false, cite, ...(unverified ? { unverified } : {}) }
}
