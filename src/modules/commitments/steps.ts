/** The steps of a commitment that a person takes, in the order in which its page offers them. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { confirmKept } from './confirm-kept.ts'
import { correct } from './correct.ts'
import { extendDay } from './extend-day.ts'
import { noteProgress } from './note-progress.ts'
import { publishWording } from './publish-wording.ts'
import { recordNotKept } from './record-not-kept.ts'
import { replace } from './replace.ts'
import { reportKept } from './report-kept.ts'
import { sendBack } from './send-back.ts'
import { takeDownWording } from './take-down-wording.ts'

/** At the desk. */
export const deskSteps: readonly AnyAction[] = [
  noteProgress,
  reportKept,
  confirmKept,
  sendBack,
  extendDay,
  replace,
  recordNotKept,
  publishWording,
  takeDownWording,
  correct,
]

/** On the public page, for who asked. */
export const askerSteps: readonly AnyAction[] = [confirmKept, sendBack]
