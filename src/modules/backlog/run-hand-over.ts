/** Carries a hand-over out: record after record, each with its own event, then the whole. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { handOverWork as handOverComplaint } from '../complaints/hand-over-work.ts'
import { handOverWork as handOverFeedback } from '../feedback/hand-over-work.ts'
import { handOverWork as handOverPetition } from '../petitions/hand-over-work.ts'
import { completeHandOver } from './complete-hand-over.ts'
import { handOverPlan } from './hand-over-plan.ts'
import { openWorkOf, type WorkOf } from './open-work.ts'
import type { WorkHandOverRow } from './work-hand-over.ts'

const actionOf: Readonly<Record<WorkOf['kind'], AnyAction>> = {
  petition: handOverPetition,
  complaint: handOverComplaint,
  feedback: handOverFeedback,
  'case-plan': handOverPlan,
}

/** Records that one request moves; the rest waits for the next. */
export const batchMax = 500

/**
 * Goes on where it stopped: what lies with the officer is asked anew, so a record that changed hands is not touched
 * again. Throws WrongInput where the receiver may no longer take work; returns how many stay behind.
 */
export async function runHandOver(
  db: Db,
  row: Pick<WorkHandOverRow, 'unit_id' | 'id' | 'from_id' | 'to_id'>,
  by: { viewer: Viewer; moment: Moment },
): Promise<number> {
  const { unit_id, id, from_id, to_id } = row
  const mine = { unit_id, account_id: from_id, on: by.moment.on }
  const input = { hand_over_id: id, from_id, to_id }
  for (const one of (await openWorkOf(db.pool, mine)).slice(0, batchMax)) {
    try {
      await perform(db, actionOf[one.kind], { ...by, unit_id: one.unit_id, id: one.id, input })
    } catch (error) {
      // Ended or reassigned a moment ago: the count below tells what is left.
      if (!(error instanceof NotOpen || error instanceof Stale)) throw error
    }
  }
  const left = await openWorkOf(db.pool, mine)
  if (left.length === 0) await perform(db, completeHandOver, { ...by, unit_id, id, input: {} })
  return left.length
}
