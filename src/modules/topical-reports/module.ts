/** The module `topical-reports`: a question list to units in a day, answered on a phone, added up while it comes in. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { addQuestion } from './add-question.ts'
import { ask } from './ask.ts'
import { chooseUnits } from './choose-units.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { correctAnswer } from './correct-answer.ts'
import { dropQuestion } from './drop-question.ts'
import { extend } from './extend.ts'
import { handIn } from './hand-in.ts'
import { keep } from './keep.ts'
import { openRound } from './open-round.ts'
import { prepare } from './prepare.ts'
import { publish } from './publish.ts'
import { replaceQuestion } from './replace-question.ts'
import { reportNothing } from './report-nothing.ts'
import { withdraw } from './withdraw.ts'

export { jobs, schedules } from './jobs.ts'
export { pages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  prepare,
  addQuestion,
  replaceQuestion,
  dropQuestion,
  chooseUnits,
  publish,
  openRound,
  extend,
  correct,
  close,
  withdraw,
  ask,
  keep,
  handIn,
  reportNothing,
  correctAnswer,
]
