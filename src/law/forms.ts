/** All report forms of the law with their dates in force; forms added here later stand beside them in the database. */
import type { Form } from './form-parts.ts'
import { complaintLetterForms } from './forms/complaint-letters.ts'
import { denunciationLetterForms } from './forms/denunciation-letters.ts'
import { engagementForms } from './forms/engagement.ts'
import { feedbackLetterForms } from './forms/feedback-letters.ts'
import { handlingForms } from './forms/handling.ts'
import { receptionForms } from './forms/receptions.ts'
import { resultForms } from './forms/results.ts'

export type { Column, Form, Identity, Term, When } from './form-parts.ts'
export { type Measure, type MeasureName, measures, refersBack } from './measures.ts'

/** All forms and versions. A change in the law adds a row; no row is edited or removed. */
export const forms: readonly Form[] = [
  ...receptionForms,
  ...handlingForms,
  ...complaintLetterForms,
  ...denunciationLetterForms,
  ...feedbackLetterForms,
  ...resultForms,
  ...engagementForms,
]
