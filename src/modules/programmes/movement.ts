/** A movement or drive: which units registered, what the reviews said, who was commended; a person only by consent. */
import {
  type Awardee,
  type AwardKind,
  type MovementKind,
  type MovementStanding,
  type MovementState,
  movementWorkflow,
} from '../../law/movement-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { personalData } from '../feedback/personal-data.ts'
import { paperStandings, typedDay } from './instrument.ts'
import { paperUnits } from './programme.ts'

/** A unit that takes part. */
export interface Registration {
  unit_id: string
  on: string
  what: string
}

/** What was given. Collectives are units; of a person the name stands only where the person consented. */
export interface Award {
  on: string
  kind: AwardKind
  awardee: Awardee
  unit_id: string | null
  name: string | null
  count: number
}

/** One row of the table; what the columns mean stands in the migration. */
export interface MovementRow extends RecordRow {
  state: MovementState
  kind: MovementKind
  title: string
  content: string
  launched_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  basis_unit_id: string | null
  basis_id: string | null
  theme_unit_id: string | null
  theme_id: string | null
  registrations: readonly Registration[]
  reviews: readonly { on: string; text: string; final: boolean }[]
  awards: readonly Award[]
}

/** What conditions need besides the row: of the viewer's units, those of the movement's territory on the day. */
export interface MovementFacts {
  may_register: readonly string[]
}

/** The noun `movement`. */
export const movement = {
  kind: 'movement',
  table: 'movement',
  workflow: movementWorkflow,
  async facts(sql, { unit_id, viewer, moment }) {
    const { rows } = await sql.query<{ unit_id: string }>(
      'select unit_id from unit_ancestry where ancestor_id = $1 and unit_id = any($2::uuid[]) and valid @> $3::date',
      [unit_id, paperUnits(viewer), moment.on.toString()],
    )
    return { may_register: rows.map((row) => row.unit_id) }
  },
  standings: ({ record, facts, viewer, unit_id }): MovementStanding[] => [
    ...paperStandings(viewer, unit_id),
    ...(record !== null && facts.may_register.length > 0 ? (['registrant'] as const) : []),
  ],
  conditions: {
    'movement-ends-after-it-begins': ({ record, input }) => {
      const from = typedDay(input, 'launched_on') ?? record?.launched_on
      const until = typedDay(input, 'until_on') ?? record?.until_on
      return !from || !until || Temporal.PlainDate.compare(from, until) < 0
    },
    'registers-own-unit': ({ input, viewer }) =>
      input === null || paperUnits(viewer).includes(String(input['registering_unit_id'])),
    'unit-takes-part-here': ({ input, facts }) =>
      input === null || facts.may_register.includes(String(input['registering_unit_id'])),
    'unit-is-not-registered': ({ record, input, facts }) => {
      const registered = (id: string) => record!.registrations.some((one) => one.unit_id === id)
      return input === null ? !facts.may_register.every(registered) : !registered(String(input['registering_unit_id']))
    },
    'review-names-no-person': ({ input }) =>
      typeof input?.['text'] !== 'string' || personalData(input['text'], []) === null,
    'a-person-has-consented': ({ input }) =>
      input === null || input['awardee'] !== 'person' || input['name'] === undefined || input['consented'] === true,
    'collective-took-part': ({ record, input }) =>
      input === null ||
      input['awardee'] !== 'collective' ||
      record!.registrations.some((one) => one.unit_id === input['awarded_unit_id']),
  },
} satisfies Noun<MovementRow, MovementFacts>
