/** May a complaint be settled here? Asked at the form by which its proceeding would begin. */
import { type CompetenceQuestion, mayBeSettledBy, type SettlingBody, whoSettles } from '../../law/competence.ts'
import { WrongInput } from '../../platform/actions/errors.ts'

/** Throws at the field of the form where the ladder leads elsewhere, or where a successor's ground is missing. */
export function checkCompetence(tier: SettlingBody | null, question: CompetenceQuestion, ground: string | null): void {
  if (mayBeSettledBy(tier, question, ground)) return
  const chosen = whoSettles(question)?.settler === 'chosen-successor'
  throw new WrongInput([
    chosen && tier !== null
      ? { field: 'successor_ground', code: 'successor-ground-needed' }
      : { field: 'respondent_body', code: 'belongs-elsewhere' },
  ])
}
