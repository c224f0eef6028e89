/**
 * A request for a key: somebody whom the law lets read, or who handles records by law and holds no key, asks; a custodian
 * decides. The request knows no record: it holds the number that the asker typed, and nobody looks that number up but
 * those who hold the record's key already.
 */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { custodyUnits } from './custodians.ts'

/** On what law somebody reads who does not handle the record. `own-work`: who takes in or settles it and lacks a key. */
export const keyBases = [
  'own-work',
  'protection',
  'further-denunciation',
  'overdue-review',
  'inspection',
  'investigation',
  'court',
] as const
export type KeyBasis = (typeof keyBases)[number]

/** The article under which each basis stands. */
export const basisCites: Readonly<Record<KeyBasis, string>> = {
  'own-work': 'LTC 2018 Đ8, Đ56',
  protection: 'LTC 2018 Đ47–Đ58',
  'further-denunciation': 'LTC 2018 Đ37',
  'overdue-review': 'LTC 2018 Đ38',
  inspection: 'LTC 2018 Đ56',
  investigation: 'LTC 2018 Đ27',
  court: 'LTC 2018 Đ56',
}

/** A row of the table. */
export interface KeyRequestRow extends RecordRow {
  asker_id: string
  /** Null: every record of the unit that the asker takes in or settles. */
  register_number: number | null
  register_year: number | null
  basis: KeyBasis
  asked_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  decided_by: string | null
  decided_on: Temporal.PlainDate | null
  first_by: string | null
  first_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
}

type State = 'asked' | 'granted' | 'refused' | 'half-open' | 'recovered' | 'withdrawn' | 'lapsed'
type Standing = 'officer' | 'asker' | 'custodian' | 'clock'
type Condition =
  | 'actor-is-not-the-asker'
  | 'actor-is-another-custodian'
  | 'request-is-still-good'
  | 'request-is-over'
  | 'own-work-is-the-actors'

const cite = 'LTC 2018 Đ8, Đ56'
const unverified = 'own-reading'

/** No law fixes who keeps keys for whom: the article is the one on secrecy, the steps are ours. */
export const keyRequestWorkflow = {
  'ask-key': { from: [], to: 'asked', by: ['officer'], needs: ['own-work-is-the-actors'], cite, unverified },
  'grant-key': {
    from: ['asked'],
    to: 'granted',
    by: ['custodian'],
    needs: ['actor-is-not-the-asker', 'request-is-still-good'],
    cite,
    unverified,
  },
  'refuse-key': {
    from: ['asked'],
    to: 'refused',
    by: ['custodian'],
    needs: ['actor-is-not-the-asker'],
    cite,
    unverified,
  },
  'open-half': {
    from: ['granted'],
    to: 'half-open',
    by: ['custodian'],
    needs: ['actor-is-not-the-asker', 'request-is-still-good'],
    cite,
    unverified,
  },
  'complete-recovery': {
    from: ['half-open'],
    to: 'recovered',
    by: ['custodian'],
    needs: ['actor-is-not-the-asker', 'actor-is-another-custodian', 'request-is-still-good'],
    cite,
    unverified,
  },
  'withdraw-request': {
    from: ['asked', 'granted', 'half-open'],
    to: 'withdrawn',
    by: ['asker', 'custodian'],
    needs: [],
    cite,
    unverified,
  },
  lapse: {
    from: ['asked', 'granted', 'half-open'],
    to: 'lapsed',
    by: ['clock'],
    needs: ['request-is-over'],
    cite,
    unverified,
  },
} as const satisfies Workflow<State, Standing, Condition>

/** A step of a request. */
export type KeyRequestStep = keyof typeof keyRequestWorkflow

/** A half that one custodian opened waits so many days for the second one. */
export const halfDays = 7
/** A request without a last day of reading lapses after so many days. */
export const requestDays = 30

/** What conditions need besides the row. */
export interface KeyRequestFacts {
  /** The viewer is custodian of the unit, of one that took over its work, or of the one directly above. */
  keeps: boolean
}

/** The last day on which a request may still be granted or carried out. */
export function goodUntil(row: Pick<KeyRequestRow, 'asked_on' | 'until_on' | 'first_on'>): Temporal.PlainDate {
  const last = row.until_on ?? row.asked_on.add({ days: requestDays })
  const half = row.first_on?.add({ days: halfDays })
  return half && Temporal.PlainDate.compare(half, last) < 0 ? half : last
}

/** The noun. */
export const keyRequest = {
  kind: 'key-request',
  table: 'key_request',
  workflow: keyRequestWorkflow,
  async facts(sql, { unit_id, viewer, moment }) {
    const mine = viewer.positions.filter((one) => one.kind === 'custodian').map((one) => one.unit_id)
    if (mine.length === 0) return { keeps: false }
    return { keeps: (await custodyUnits(sql, unit_id, moment.on)).some((unit) => mine.includes(unit)) }
  },
  standings({ record, facts, viewer }): Standing[] {
    if (viewer.via === 'clock') return record === null ? [] : ['clock']
    if (record === null) return viewer.positions.length > 0 ? ['officer'] : []
    const standings: Standing[] = []
    if (record.asker_id === viewer.account_id) standings.push('asker')
    if (facts.keeps) standings.push('custodian')
    return standings
  },
  conditions: {
    'actor-is-not-the-asker': ({ record, viewer }) => record!.asker_id !== viewer.account_id,
    'actor-is-another-custodian': ({ record, viewer }) => record!.first_by !== viewer.account_id,
    'request-is-still-good': ({ record, moment }) => Temporal.PlainDate.compare(moment.on, goodUntil(record!)) <= 0,
    'request-is-over': ({ record, moment }) => Temporal.PlainDate.compare(moment.on, goodUntil(record!)) > 0,
    'own-work-is-the-actors': ({ input, viewer, unit_id }) =>
      input?.['basis'] !== 'own-work' ||
      [...viewer.positions, ...(viewer.inherited ?? [])].some(
        (one) => one.unit_id === unit_id && ['head', 'reception-officer', 'clerk'].includes(one.kind),
      ),
  },
} satisfies Noun<KeyRequestRow, KeyRequestFacts>
