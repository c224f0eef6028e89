/** Word to the petitioner that a letter about their petition was changed, where that letter went to them. */
import type { Moment } from '../../platform/clock.ts'
import { toPetitioner } from '../notices/queries.ts'
import { tellPetitioner } from '../notices/tell.ts'
import type { StandingLetter } from './letter-change.ts'

/** Rows and jobs of the step. */
export function told(letter: StandingLetter, change_id: string, moment: Moment) {
  if (letter.petition_id === null || !toPetitioner.some((kind) => kind === letter.like_kind)) return {}
  return tellPetitioner({ id: change_id, revision: 0 }, letter.petition_id, 'step-taken', moment)
}
