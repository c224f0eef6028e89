/** A study session: an instrument gone through with those who are to carry it out; how many came from which unit, never who. */
import {
  type SessionMode,
  type StudySessionStanding,
  type StudySessionState,
  studySessionWorkflow,
} from '../../law/instrument-workflow.ts'
import type { Noun, PostingWanted, RecordRow } from '../../platform/actions/action.ts'
import { personalData } from '../feedback/personal-data.ts'
import { paperStandings, typedDay } from './instrument.ts'

/** How many came from one unit. */
export interface Attending {
  unit_id: string
  people: number
}

/** One row of the table; what the columns mean stands in the migration. */
export interface StudySessionRow extends RecordRow {
  state: StudySessionState
  instrument_unit_id: string
  instrument_id: string
  held_on: Temporal.PlainDate
  place: string
  mode: SessionMode
  attendance: readonly Attending[]
  people: number
  questions: readonly { question: string; answer: string | null }[]
}

const texts = ['question', 'answer'] as const

/** The noun `study-session`. */
export const studySession = {
  kind: 'study-session',
  table: 'study_session',
  workflow: studySessionWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }): StudySessionStanding[] => paperStandings(viewer, unit_id),
  conditions: {
    'session-day-has-come': ({ input, moment }) => {
      const on = typedDay(input, 'held_on')
      return on === undefined || Temporal.PlainDate.compare(on, moment.on) <= 0
    },
    'question-names-no-person': ({ input }) =>
      texts.every((name) => typeof input?.[name] !== 'string' || personalData(input[name], []) === null),
  },
} satisfies Noun<StudySessionRow, null>

/** What figures are told of a session; the sign takes back what was told before. */
export function sessionPosting(
  of: Pick<StudySessionRow, 'held_on' | 'people' | 'mode'>,
  sign: 1 | -1 = 1,
): PostingWanted {
  return { fact: 'study-session', on_day: of.held_on, kind: of.mode, people: of.people, sign }
}
