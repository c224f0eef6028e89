/** A question list that a unit sends to the units under it: what is asked, whom, by which hour, in how many rounds. */
import {
  type TopicalCallCondition,
  type TopicalCallStanding,
  type TopicalCallState,
  topicalCallWorkflow,
} from '../../law/topical-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import type { Level } from '../units/unit.ts'
import { instantOf, nowOf } from './hours.ts'
import { asked, asksForPerson, type Question } from './question.ts'

/** Who is asked. */
export const whoms = ['all', 'level', 'cluster', 'chosen'] as const
export type Whom = (typeof whoms)[number]

/** Levels that can be asked as a whole. */
export const askedLevels = [
  'province',
  'commune',
  'ministry',
  'department',
  'front',
  'mass-organisation',
  'school',
] as const satisfies readonly Level[]

/** One time of asking. */
export interface Round {
  no: number
  opened_at: string
  due_at: string
}

/** One row of the table. */
export interface TopicalCallRow extends RecordRow {
  state: TopicalCallState
  title: string
  why: string
  instrument: string | null
  whom: Whom
  level: (typeof askedLevels)[number] | null
  cluster_id: string | null
  chosen_ids: readonly string[]
  questions: readonly Question[]
  repeats: 'once' | 'daily'
  /** The running round; 0 before publication. */
  round: number
  rounds: readonly Round[]
  /** Of the running round. */
  due_at: Temporal.Instant
  remind_at: Temporal.Instant | null
  prepared_on: Temporal.PlainDate
  published_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  end_reason: string | null
}

/** Who asks in a unit's name. */
export const publisherKinds = ['head', 'deputy-head', 'clerk'] as const

const texts = ['title', 'why', 'text', 'hint', 'measure', 'options', 'reason'] as const

/** The due instant of an input; null where it names none. */
export function dueOf(input: Readonly<Record<string, unknown>> | null): Temporal.Instant | null {
  const { due_on, due_hour } = input ?? {}
  return due_on instanceof Temporal.PlainDate && typeof due_hour === 'string' ? instantOf(due_on, due_hour) : null
}

const questionNamed = (record: TopicalCallRow | null, input: Readonly<Record<string, unknown>>) =>
  asked(record?.questions ?? []).find(({ id }) => id === input['question_id'])

/** The noun `topical-call`. */
export const topicalCall: Noun<TopicalCallRow, null> = {
  kind: 'topical-call',
  table: 'topical_call',
  workflow: topicalCallWorkflow,
  facts: async () => null,
  standings: ({ record, viewer, unit_id }): TopicalCallStanding[] => {
    if (viewer.via === 'clock') return ['clock']
    const answers = record === null ? holds : carries
    return answers(viewer, unit_id, ...publisherKinds) ? ['publisher'] : []
  },
  conditions: {
    'asks-a-question': ({ record }) => asked(record!.questions).length > 0,
    'due-hour-is-ahead': ({ record, input, moment }) => {
      const due = dueOf(input) ?? (input === null ? null : (record?.due_at ?? null))
      return due === null || Temporal.Instant.compare(due, nowOf(moment)) > 0
    },
    'due-hour-is-later-than-before': ({ record, input }) => {
      const due = dueOf(input)
      return due === null || Temporal.Instant.compare(due, record!.due_at) > 0
    },
    'asks-for-no-person': ({ input }) =>
      input === null || texts.every((field) => asksForPerson(String(input[field] ?? '')) === null),
    'question-stands': ({ record, input }) => input === null || questionNamed(record, input) !== undefined,
    'another-question-stands': ({ record }) => record!.state === 'draft' || asked(record!.questions).length > 1,
    'asks-for-several-days': ({ record }) => record!.repeats === 'daily',
    'units-are-chosen-by-name': ({ record }) => record!.whom === 'chosen',
  } satisfies Record<TopicalCallCondition, Noun<TopicalCallRow, null>['conditions'][string]>,
}
