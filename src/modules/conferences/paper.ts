/** A paper for a meeting: who sent it, its versions, remarks and reviews, and how each person stands towards it. */
import { type PaperStanding, type PaperState, paperWorkflow, type ReviewMark } from '../../law/paper-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import type { Loss } from './blocks.ts'
import { deskKinds, unitsSpokenFor } from './meeting.ts'
import { organises, type PapersMeeting, papersMeeting } from './organisers.ts'

/** An author, in the order in which they are printed. */
export interface Author {
  name: string
  /** Post and unit in their own words. */
  unit: string
  mail: string | null
  phone: string | null
}

/** One file of a paper; none is ever taken away. */
export interface PaperVersion {
  no: number
  file_id: string
  name: string
  media_type: string
  size: number
  stored: string
  on: string
  by: string
  words: number
  losses: readonly Loss[]
}

/** What the editors asked for. */
export interface Remark {
  on: string
  by: string
  text: string
  /** Of which version it speaks. */
  version: number
}

/** A reviewer and what they handed in. */
export interface Review {
  account_id: string
  name: string
  mark: ReviewMark | null
  text: string | null
  on: string | null
}

/** A row of the table; what the columns mean stands in the migration. */
export interface PaperRow extends RecordRow {
  state: PaperState
  meeting_id: string
  topic_id: string
  title: string
  abstract: string | null
  authors: readonly Author[]
  from_unit_ids: readonly string[]
  print_contact: boolean
  blind: boolean
  via: 'desk' | 'portal'
  received_on: Temporal.PlainDate
  versions: readonly PaperVersion[]
  remarks: readonly Remark[]
  reviews: readonly Review[]
  decision_note: string | null
  decided_on: Temporal.PlainDate | null
  place: number | null
  minutes: number | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_note: string | null
  was_on_programme: boolean
}

/** Its meeting, once it exists. */
export interface PaperFacts {
  meeting: PapersMeeting | null
  /** The volume of the meeting, to be made anew where a paper leaves it. */
  volume_id: string | null
}

/** Limits of a paper. */
export const paperMax = { authors: 12, versions: 40, remarks: 100, from_units: 10 } as const

/** The noun. */
export const paper = {
  kind: 'paper',
  table: 'paper',
  workflow: paperWorkflow,
  async facts(sql, { record }) {
    if (record === null) return { meeting: null, volume_id: null }
    const { rows } = await sql.query<{ id: string }>(
      'select id from papers_volume where unit_id = $1 and meeting_id = $2',
      [record.unit_id, record.meeting_id],
    )
    return {
      meeting: await papersMeeting(sql, record.unit_id, record.meeting_id),
      volume_id: rows[0]?.id ?? null,
    }
  },
  standings({ record, facts, viewer, unit_id }): PaperStanding[] {
    if (record && readsBlind(record, viewer)) return ['reviewer']
    const standings: PaperStanding[] = []
    if (organises(viewer, facts.meeting?.organiser_ids ?? [unit_id])) standings.push('organiser')
    if (record === null) {
      if (viewer.account_id === null && viewer.via === 'portal') standings.push('author')
      if (unitsSpokenFor(viewer).length > 0) standings.push('author-unit')
      return standings
    }
    if (viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === record.id)) standings.push('author')
    if (record.from_unit_ids.some((one) => carries(viewer, one, ...deskKinds))) standings.push('author-unit')
    if (viewer.account_id !== null && record.reviews.some((one) => one.account_id === viewer.account_id))
      standings.push('reviewer')
    return standings
  },
  conditions: {
    // What a topic takes is known when its row is read: the steps that create a paper ask it there.
    'call-takes-papers': () => true,
    'unit-sends-its-own-paper': ({ input, viewer, facts, unit_id }) => {
      if (input === null || organises(viewer, facts.meeting?.organiser_ids ?? [unit_id])) return true
      const units = input['units']
      return (
        Array.isArray(units) && units.length > 0 && units.some((one) => unitsSpokenFor(viewer).includes(String(one)))
      )
    },
    'own-review-is-not-handed-in': ({ record, viewer }) =>
      record!.reviews.some((one) => one.account_id === viewer.account_id && one.mark === null),
    'both-reviews-are-handed-in': ({ record }) =>
      record!.reviews.every((one) => one.mark !== null) && (!record!.blind || record!.reviews.length >= 2),
    'nobody-reviews-yet': ({ record }) => record!.reviews.every((one) => one.mark === null),
  },
} satisfies Noun<PaperRow, PaperFacts>

/** Until it is decided, who reviews a paper blind is nothing else towards it, whatever their posts. */
export function readsBlind(row: Pick<PaperRow, 'blind' | 'state' | 'reviews'>, viewer: Viewer): boolean {
  const undecided = row.state === 'received' || row.state === 'in-editing'
  return row.blind && undecided && row.reviews.some((one) => one.account_id === viewer.account_id)
}

/** The newest file of a paper. */
export function lastVersion(row: Pick<PaperRow, 'versions'>): PaperVersion {
  const last = row.versions.at(-1)
  if (!last) throw new Error('a paper has at least one version')
  return last
}

/** Does a given-out programme name the paper? */
export function isOnProgramme(meeting: PapersMeeting | null, id: string): boolean {
  return meeting?.given_out.some((item) => item.paper_id === id) ?? false
}
