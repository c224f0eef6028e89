/** The steps the law lets happen without a person: due records are found by a query and walk the same `perform`. */
import type { Moment } from '../clock.ts'
import type { Db } from '../database.ts'
import { log } from '../log.ts'
import { codeOf } from '../stop.ts'
import type { AnyAction } from './action.ts'
import { NotOpen, Stale } from './errors.ts'
import { perform } from './perform.ts'
import { clockViewer } from './viewer.ts'

/** One automatic step: the action, and which rows of its noun's table may be due. */
export interface ClockStep {
  action: AnyAction
  /** SQL condition on a row `r`, `$1` being the day. It may find too many: the law's conditions decide. */
  where: string
}

/** What a round came to. */
export interface ClockRound {
  taken: number
  /** Found, but not open: the law's conditions do not hold yet, or somebody was faster. */
  not_open: number
  failed: number
}

/** Rows read in one statement. */
const batch_max = 500

/** Takes every automatic step that is open on the day; repeated it changes nothing. One record's fault stops no other. */
export async function takeClockSteps(db: Db, steps: readonly ClockStep[], moment: Moment): Promise<ClockRound> {
  const round: ClockRound = { taken: 0, not_open: 0, failed: 0 }
  for (const step of steps) {
    let last = { unit_id: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      const found = await dueRecords(db, step, moment, last)
      for (const record of found) round[await take(db, step.action, record, moment)]++
      last = found.at(-1) ?? last
      if (found.length < batch_max) break
    }
  }
  return round
}

type RecordId = { unit_id: string; id: string }

async function dueRecords(db: Db, { action, where }: ClockStep, moment: Moment, last: RecordId): Promise<RecordId[]> {
  const { rows } = await db.pool.query<RecordId>(
    `select r.unit_id, r.id from ${action.noun.table} r where (${where}) and (r.unit_id, r.id) > ($2::uuid, $3::uuid)
       and $1::date is not null order by r.unit_id, r.id limit ${batch_max}`,
    [moment.on.toString(), last.unit_id, last.id],
  )
  return rows
}

async function take(db: Db, action: AnyAction, record: RecordId, moment: Moment): Promise<keyof ClockRound> {
  try {
    await perform(db, action, { viewer: clockViewer(moment.on), ...record, input: {}, moment })
    return 'taken'
  } catch (fault) {
    if (fault instanceof NotOpen || fault instanceof Stale) return 'not_open'
    const error = fault instanceof Error ? { name: fault.name, message: fault.message } : { name: 'unknown' }
    log.error({ step: action.step, ...record, sqlstate: codeOf(fault), error }, 'a step of the clock failed')
    return 'failed'
  }
}
