/** After the calendar or a switch changed: every open record whose due date moves takes the step `re-date`. */
import { z } from 'zod'
import type { CalendarDayRow } from './modules/calendars/calendar-day.ts'
import { type Counting, countingOf } from './modules/calendars/counting.ts'
import { type LawSwitchRow, ruleOf } from './modules/calendars/law-switch.ts'
import { type Clocked, movedDates, reDateCauses, reDateTask } from './modules/calendars/re-date.ts'
import { reDateComplaint } from './modules/complaints/re-date.ts'
import { reDateDenunciation } from './modules/denunciations/re-date.ts'
import { reDateFeedback } from './modules/feedback/re-date.ts'
import { reDatePetition } from './modules/petitions/re-date.ts'
import { reDateVisit } from './modules/receptions/re-date.ts'
import type { AnyAction } from './platform/actions/action.ts'
import { NotOpen, Stale } from './platform/actions/errors.ts'
import { perform } from './platform/actions/perform.ts'
import { clockViewer } from './platform/actions/viewer.ts'
import { type Moment, moment as now } from './platform/clock.ts'
import type { Db } from './platform/database.ts'
import type { Job } from './platform/jobs.ts'

/** The step of every kind of record that runs a clock. */
const steps: readonly AnyAction[] = [reDatePetition, reDateComplaint, reDateFeedback, reDateVisit, reDateDenunciation]

/** Rows read in one statement. */
const batch_max = 500

const payload = z.object({ cause: z.enum(reDateCauses), cause_id: z.uuid() })

/** The change that moves due dates, as the events tell it. */
interface Change {
  cause: z.output<typeof payload>['cause']
  cause_id: string
  about: string
  ground: string
  by_law: string
}

/** The job: may run again at any time, since a record whose day is right already does not move. */
export const jobs: Readonly<Record<typeof reDateTask, Job>> = {
  [reDateTask]: async (asked, { app }) => {
    await reDateOpenRecords(app, payload.parse(asked), now())
  },
}

/** How many records moved. */
export async function reDateOpenRecords(app: Db, asked: z.output<typeof payload>, moment: Moment): Promise<number> {
  const change = await changeOf(app, asked)
  if (!change) return 0
  const counting = await countingOf(app.pool)
  let moved = 0
  for (const action of steps) moved += await reDateKind(app, action, change, counting, moment)
  return moved
}

async function reDateKind(
  app: Db,
  action: AnyAction,
  change: Change,
  counting: Counting,
  moment: Moment,
): Promise<number> {
  const from = action.noun.workflow[action.step]?.from ?? []
  let last = { unit_id: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' }
  let moved = 0
  for (;;) {
    const { rows } = await app.pool.query<Clocked & { unit_id: string; id: string }>(
      `select unit_id, id, clock, nominal_on, due_on from ${action.noun.table}
       where due_on is not null and clock is not null and state = any($1) and (unit_id, id) > ($2::uuid, $3::uuid)
       order by unit_id, id limit ${batch_max}`,
      [from, last.unit_id, last.id],
    )
    for (const row of rows) if (await reDateOne(app, action, row, change, counting, moment)) moved += 1
    last = rows.at(-1) ?? last
    if (rows.length < batch_max) return moved
  }
}

async function reDateOne(
  app: Db,
  action: AnyAction,
  row: Clocked & { unit_id: string; id: string },
  change: Change,
  counting: Counting,
  moment: Moment,
): Promise<boolean> {
  const next = movedDates(row, counting)
  if (!next) return false
  const { unit_id, id } = row
  const input = { ...change, due_from: row.due_on, due_to: next.due_on }
  try {
    await perform(app, action, { viewer: clockViewer(moment.on), unit_id, id, input, moment })
    return true
  } catch (error) {
    // Somebody was faster, or the calendar changed once more: the job of that change comes after this one.
    if (error instanceof NotOpen || error instanceof Stale) return false
    throw error
  }
}

/** The words of the change; null where its row is no more. */
async function changeOf(app: Db, { cause, cause_id }: z.output<typeof payload>): Promise<Change | null> {
  if (cause === 'day-decided' || cause === 'day-withdrawn') {
    const { rows } = await app.pool.query<CalendarDayRow>('select * from calendar_day where id = $1', [cause_id])
    const [row] = rows
    if (!row) return null
    const ground = `${row.label} (${row.decision})`
    return { cause, cause_id, about: row.day.toString(), ground, by_law: 'BLLĐ 2019 Đ111, Đ112; BLDS 2015 Đ147, Đ148' }
  }
  const { rows } = await app.pool.query<LawSwitchRow>('select * from law_switch where id = $1', [cause_id])
  const [row] = rows
  return row ? { cause, cause_id, about: row.switch, ground: row.ground, by_law: ruleOf(row.switch).cite } : null
}
