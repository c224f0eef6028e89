/** A dialogue asked for by voters: who counts, what was counted, and whether it is enough. Of the signers only their number. */
import {
  signaturesNeeded,
  type TalkRequestStanding,
  type TalkRequestState,
  talkRequestWorkflow,
  voterShareOn,
} from '../../law/talk-request-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import type { Correction } from '../receptions/reception-day.ts'
import { headKinds, namesNobody, preparerKinds } from './project.ts'

/** One sheet of signatures, in counts alone. */
export interface Sheet {
  sheet: number
  /** Lines with writing on them. */
  lines: number
  /** Signers whose number was typed; of these, those who stood on this or an earlier sheet already. */
  entered: number
  repeated: number
  not_voters: number
  unreadable: number
  /** What the second person counted by hand, without seeing the first one's figures. */
  second: { lines: number; struck: number } | null
}

/** A row of `talk_request`; what the columns mean stands in the migration. */
export interface TalkRequestRow extends RecordRow {
  state: TalkRequestState
  subject: string
  what: string
  asked_on: Temporal.PlainDate
  voters: number
  voters_source: string
  voters_on: Temporal.PlainDate
  first_counter_id: string | null
  second_counter_id: string | null
  round: number
  key_check: string | null
  sheets: readonly Sheet[]
  counted_on: Temporal.PlainDate | null
  lines: number | null
  repeated: number | null
  struck: number | null
  valid: number | null
  needed: number | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: readonly Correction[]
}

/** Posts that may count: of the office, and of the Front that watches over it. */
export const counterKinds = ['clerk', 'handler', 'reception-officer', 'front-supervisor'] as const

/** Did the two count the same on this sheet? */
export function agrees({ lines, not_voters, unreadable, second }: Sheet): boolean {
  return second !== null && second.lines === lines && second.struck === not_voters + unreadable
}

/** The sums of the sheets: every line is struck, a repetition, or one valid signer. */
export function tally(sheets: readonly Sheet[]): { lines: number; repeated: number; struck: number; valid: number } {
  const sum = (of: (sheet: Sheet) => number) => sheets.reduce((total, sheet) => total + of(sheet), 0)
  const lines = sum((one) => one.lines)
  const repeated = sum((one) => one.repeated)
  const struck = sum((one) => one.not_voters + one.unreadable)
  return { lines, repeated, struck, valid: lines - repeated - struck }
}

/** How many are needed by the law of the day on which it was asked; null before the law knew such requests. */
export function neededFor(row: Pick<TalkRequestRow, 'voters' | 'asked_on'>): number | null {
  const share = voterShareOn(row.asked_on)
  return share && signaturesNeeded(row.voters, share)
}

const enough = ({ valid, needed }: TalkRequestRow) => valid !== null && needed !== null && valid >= needed

/** The noun: a request lies with the unit that is asked. */
export const talkRequest = {
  kind: 'talk-request',
  table: 'talk_request',
  workflow: talkRequestWorkflow,
  facts: async () => null,
  standings({ record, viewer, unit_id }): TalkRequestStanding[] {
    const standings: TalkRequestStanding[] = []
    if (carries(viewer, unit_id, ...preparerKinds)) standings.push('preparer')
    if (carries(viewer, unit_id, ...headKinds)) standings.push('head')
    const counts = viewer.account_id !== null && carries(viewer, unit_id, ...counterKinds)
    if (counts && record?.first_counter_id === viewer.account_id) standings.push('counter')
    if (counts && record?.second_counter_id === viewer.account_id) standings.push('second-counter')
    return standings
  },
  conditions: {
    'key-is-drawn': ({ record }) => record!.key_check !== null,
    'key-is-not-drawn': ({ record }) => record!.key_check === null,
    'both-counted-every-sheet': ({ record }) => record!.sheets.length > 0 && record!.sheets.every(agrees),
    'enough-voters-ask': ({ record }) => enough(record!),
    'too-few-voters-ask': ({ record }) => !enough(record!),
    'none-of-it-names-a-person': ({ input }) => namesNobody(input, ['subject', 'what', 'end_note']),
  },
} satisfies Noun<TalkRequestRow, null>
