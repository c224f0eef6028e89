/** Dialogues and conferences held against those owed, by unit and year, with who was head on the day of each. */
import { type DialogueDuty, dialogueDuties } from '../../law/dialogue-rules.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { heldStates, preparerKinds } from './project.ts'

/** A stretch of a year: all of it, or its first half. */
export interface Span {
  year: number
  half: boolean
}

/** First and last day. */
export const daysOf = ({ year, half }: Span) => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: half
    ? Temporal.PlainDate.from({ year, month: 6, day: 30 })
    : Temporal.PlainDate.from({ year, month: 12, day: 31 }),
})

/** One duty of one unit. A commune's row of the residents' conferences counts its villages. */
export interface DutyLine {
  unit_id: string
  unit: string
  kind: DialogueDuty['kind']
  cite: string
  unverified: DialogueDuty['unverified'] | null
  required: number
  held: number
  /** Head of the unit on the last day that counts, today at the latest. */
  head: string | null
}

const linesMax = 600

/** Units of the viewer's posts that prepare or answer, and all under them. */
function seen(viewer: Viewer, column: string, values: unknown[]): string {
  const kinds: readonly string[] = preparerKinds
  const roots = viewer.positions.filter((post) => kinds.includes(post.kind)).map((post) => post.unit_id)
  return visibleTo({ ...viewer, sees_all: false, visible_root_ids: roots }, column, values)
}

/** The duties with a number a year that are in force on that day. */
function yearly(on: Temporal.PlainDate): (DialogueDuty & { times_a_year: number })[] {
  const day = on.toString()
  return dialogueDuties.flatMap((row) =>
    row.times_a_year !== null && row.from <= day && (row.until === null || day < row.until)
      ? [{ ...row, times_a_year: row.times_a_year }]
      : [],
  )
}

/** Every duty of every unit the viewer answers for or stands above, those that lack most first. */
export async function dutyLines(viewer: Viewer, sql: Sql, span: Span): Promise<DutyLine[]> {
  const { from, to } = daysOf(span)
  const on = Temporal.PlainDate.compare(to, viewer.on) < 0 ? to : viewer.on
  const lines: DutyLine[] = []
  for (const duty of yearly(on)) {
    const values: unknown[] = [on.toString(), from.toString(), to.toString(), duty.kind, heldStates]
    const village = duty.levels.includes('village')
    const levels = `$${values.push(village ? ['commune'] : duty.levels)}::text[]`
    const visible = seen(viewer, 'u.unit_id', values)
    const { rows } = await sql.query<Pick<DutyLine, 'unit_id' | 'unit' | 'required' | 'held' | 'head'>>(
      `select u.unit_id, u.name as unit, ${village ? villagesOf : '1'} as required, ${village ? villagesHeld : held} as held,
         (select a.name from position p join account a on a.id = p.account_id where p.unit_id = u.unit_id and p.kind = 'head'
            and p.state <> 'void' and p.from_on <= $1 and (p.until_on is null or p.until_on > $1) limit 1) as head
       from unit_period u where u.valid @> $1::date and u.level = any(${levels}) and ${visible}
       order by u.name collate "vi-x-icu" limit ${linesMax}`,
      values,
    )
    for (const row of rows) {
      const required = row.required * duty.times_a_year
      if (required > 0)
        lines.push({ ...row, required, kind: duty.kind, cite: duty.cite, unverified: duty.unverified ?? null })
    }
  }
  return lines.sort((a, b) => b.required - b.held - (a.required - a.held) || a.unit.localeCompare(b.unit, 'vi'))
}

const inSpan = `d.kind = $4 and d.state = any($5) and d.held_on between $2::date and $3::date`
const held = `(select count(*)::int from dialogue d where d.unit_id = u.unit_id and ${inSpan})`
const villagesOf = `(select count(*)::int from unit_period v where v.parent_id = u.unit_id and v.level = 'village' and v.valid @> $1::date)`
const villagesHeld = `(select count(distinct v.unit_id)::int from unit_period v join dialogue d on v.unit_id = any(d.with_unit_ids)
  where v.parent_id = u.unit_id and v.level = 'village' and v.valid @> $1::date and d.unit_id = u.unit_id and ${inSpan})`

/** One dialogue that a figure counts. */
export interface CountedDialogue {
  unit_id: string
  id: string
  title: string
  held_on: Temporal.PlainDate
  /** Announced after the last day on which that was in time. */
  late_notice: boolean
  /** Head of the unit on its day. */
  head: string | null
}

/** What a figure counts; null where the viewer may not see the unit. */
export async function countedDialogues(
  viewer: Viewer,
  sql: Sql,
  asked: Span & { unit_id: string; kind: string },
): Promise<{ unit: string; rows: CountedDialogue[] } | null> {
  const { from, to } = daysOf(asked)
  // As the table names its units: by the last day of the span, so that one merged since still opens its figures.
  const on = Temporal.PlainDate.compare(to, viewer.on) < 0 ? to : viewer.on
  const own: unknown[] = [asked.unit_id, on.toString()]
  const visible = seen(viewer, 'u.unit_id', own)
  const unit = await sql.query<{ name: string }>(
    `select u.name from unit_period u where u.unit_id = $1 and u.valid @> $2::date and ${visible}`,
    own,
  )
  if (!unit.rows[0]) return null
  const { rows } = await sql.query<CountedDialogue>(
    `select d.unit_id, d.id, d.title, d.held_on, coalesce(d.announced_on > d.notice_by_on, false) as late_notice,
       (select a.name from position p join account a on a.id = p.account_id where p.unit_id = d.unit_id and p.kind = 'head'
          and p.state <> 'void' and p.from_on <= d.held_on and (p.until_on is null or p.until_on > d.held_on) limit 1) as head
     from dialogue d where d.unit_id = $1 and ${inSpan} order by d.held_on desc, d.id limit 500`,
    [asked.unit_id, from.toString(), to.toString(), asked.kind, heldStates],
  )
  return { unit: unit.rows[0].name, rows }
}
