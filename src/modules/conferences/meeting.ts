/** A meeting of several bodies: its row, who stands how towards it, its named conditions. */
import {
  type FindingKind,
  type ItemKind,
  type MeetingCondition,
  type MeetingKind,
  type MeetingMode,
  type MeetingStanding,
  meetingWorkflow,
} from '../../law/meeting-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries, holds, type Viewer } from '../../platform/actions/viewer.ts'
import type { Promised } from '../commitments/promise.ts'
import { personalData } from '../feedback/personal-data.ts'

/** An organiser, or who takes the chair; a body outside the tree has no id. */
export interface Host {
  id: string
  role: 'organiser' | 'chair'
  unit_id: string | null
  unit: string
  person: string | null
}

/** Who hosts or chairs, as it is read: "Chủ tịch Ủy ban nhân dân tỉnh" of "Tỉnh Lào Cai" is said with the word once. */
export function spokenHost({ person, unit }: Pick<Host, 'person' | 'unit'>): string {
  if (!person || !unit) return person || unit || ''
  const kind = ['tỉnh', 'thành phố', 'đặc khu', 'phường', 'xã'].find(
    (word) => person.toLowerCase().endsWith(` ${word}`) && unit.toLowerCase().startsWith(`${word} `),
  )
  return kind ? `${person.slice(0, -kind.length)}${kind}${unit.slice(kind.length)}` : `${person}, ${unit}`
}

/** The central hall, or the room in which a unit takes part from afar. */
export interface Room {
  id: string
  name: string
  /** Whose officers speak for the room. */
  unit_id: string | null
  online: boolean
  capacity: number | null
  /** Opens the room's page; on the wall, and in the unit's invitation. */
  code: string
  /** As the room counted them itself; null until it did. */
  people: number | null
  counted_at: string | null
  counted_by: string | null
}

/** What an invited unit said. */
export interface GuestAnswer {
  coming: boolean
  people: number
  who: string | null
  room_id: string | null
  by: string
  on: string
}

/** One unit that is asked to come. */
export interface Guest {
  id: string
  unit_id: string | null
  name: string
  room_id: string | null
  /** Null: on the list, no letter yet. */
  invited_on: string | null
  letter_id: string | null
  /** Taken off again after its letter. */
  withdrawn_on: string | null
  answer: GuestAnswer | null
}

/** One item of the programme. */
export interface Item {
  id: string
  on: string
  starts: string
  minutes: number
  kind: ItemKind
  title: string
  speaker: string | null
  unit_id: string | null
  unit: string | null
  paper_id: string | null
}

/** A programme as it was given out. */
export interface ProgrammeVersion {
  version: number
  on: string
  by: string
  reason: string | null
  items: readonly Item[]
  /** Titles on the version before that are no more, or whose paper was withdrawn. */
  withdrawn: readonly string[]
}

/** How many of a unit came. */
export interface Attendance {
  id: string
  guest_id: string
  unit_id: string | null
  unit: string
  room_id: string | null
  people: number
  by: string
  at: string
}

/** What a leader said. */
export interface Speech {
  id: string
  speaker: string
  post: string | null
  unit: string | null
  form: 'text' | 'summary'
  text: string
  /** Attached as a file: see the page of files. */
  file_id: string | null
}

/** What a finding rests on. */
export interface Ground {
  kind: 'paper' | 'narrative' | 'return' | 'speech'
  unit_id: string
  id: string
  title: string
}

/** One finding; its id stays for good, instruments derive from it. */
export interface Finding {
  id: string
  kind: FindingKind
  text: string
  grounds: readonly Ground[]
  /** Counts the changes of this finding alone, so that two people may write two at once. */
  version: number
  by_id: string | null
  by: string
  at: string
}

/** A row of the table; what the columns mean stands in the migration. */
export interface MeetingRow extends RecordRow {
  kind: MeetingKind
  title: string
  purpose: string | null
  mode: MeetingMode
  place: string | null
  online_address: string | null
  held_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  starts: string
  ends: string
  is_public: boolean
  /** What it found is public too, once it is concluded; null: not said. */
  findings_public: boolean | null
  /** New topics are reviewed blind; null: not said. */
  blind_papers: boolean | null
  cluster_id: string | null
  period: string | null
  hosts: readonly Host[]
  rooms: readonly Room[]
  invited: readonly Guest[]
  answer_by: Temporal.PlainDate | null
  programme: readonly Item[]
  programme_versions: readonly ProgrammeVersion[]
  attendance: readonly Attendance[]
  speeches: readonly Speech[]
  findings: readonly Finding[]
  conclusion: string | null
  conclusion_version: number
  conclusion_by_id: string | null
  conclusion_by: string | null
  conclusion_at: Temporal.Instant | null
  promises: readonly Promised[]
  concluded_on: Temporal.PlainDate | null
  concluded_by: string | null
  moves: readonly { on: string; by: string; held_on: string; starts: string; place: string | null; reason: string }[]
  corrections: readonly { on: string; by: string; note: string }[]
  ended_on: Temporal.PlainDate | null
  end_note: string | null
}

/** Posts whose holders prepare a meeting, and answer for an invited unit. */
export const deskKinds = ['clerk', 'handler', 'reception-officer', 'deputy-head', 'head'] as const
/** Posts whose holders bind their unit. */
const headKinds = ['head', 'deputy-head'] as const

/** Most guests, rooms, items, findings … of one meeting. */
export const meetingMax = { guests: 400, rooms: 400, items: 200, findings: 300, speeches: 60, hosts: 30 } as const

/** Papers of the meeting that were withdrawn, as titles by id. */
export interface MeetingFacts {
  withdrawn_papers: readonly { id: string; title: string }[]
}

/** Units for which the viewer speaks: those of the desk's posts. */
export function unitsSpokenFor(viewer: Viewer): string[] {
  const kinds: readonly string[] = deskKinds
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  return [...new Set(posts.filter((one) => kinds.includes(one.kind)).map((one) => one.unit_id))]
}

/** The noun. */
export const meeting: Noun<MeetingRow, MeetingFacts> = {
  kind: 'meeting',
  table: 'meeting',
  workflow: meetingWorkflow,
  async facts(sql, { record, unit_id }) {
    if (record === null) return { withdrawn_papers: [] }
    const { rows } = await sql.query<{ id: string; title: string }>({
      name: 'withdrawn_papers',
      text: 'select id, title from paper where unit_id = $1 and meeting_id = $2 and withdrawn_on is not null',
      values: [unit_id, record.id],
    })
    return { withdrawn_papers: rows }
  },
  standings({ record, viewer, unit_id }): MeetingStanding[] {
    const may = record === null ? holds : carries
    const standings: MeetingStanding[] = []
    if (may(viewer, unit_id, ...headKinds)) standings.push('head')
    const organisers = record?.hosts.filter((one) => one.role === 'organiser') ?? []
    const units = [unit_id, ...organisers.flatMap((one) => one.unit_id ?? [])]
    if (units.some((unit) => may(viewer, unit, ...deskKinds))) standings.push('organiser')
    if (record && guestsOf(record, viewer).length > 0) standings.push('guest')
    // The code stays on the wall; what it opens ends with the meeting.
    const opened = record && viewer.opened.some((one) => one.record_id === record.id && one.unit_id === unit_id)
    if (opened && Temporal.PlainDate.compare(viewer.on, record.until_on) <= 0) standings.push('room')
    return standings
  },
  conditions: {
    'head-moves-what-is-announced': ({ record, viewer, unit_id }) =>
      record?.state !== 'invited' || carries(viewer, unit_id, ...headKinds),
    'somebody-waits-for-an-invitation': ({ record }) =>
      record!.invited.some((one) => one.invited_on === null && one.withdrawn_on === null),
    'guest-speaks-for-own-unit': ({ record, facts, viewer, unit_id, input }) => {
      if (input === null) return true
      const standings = meeting.standings({ record, facts, viewer, unit_id })
      if (standings.some((one) => one !== 'guest')) return true
      const mine = guestsOf(record!, viewer)
      const room = record!.rooms.find((one) => one.id === input['room_id'])
      if (input['guest_id'] === undefined) return room?.unit_id != null && unitsSpokenFor(viewer).includes(room.unit_id)
      return mine.some((one) => one.id === input['guest_id'])
    },
    'day-of-the-meeting-has-come': ({ record, moment }) => Temporal.PlainDate.compare(record!.held_on, moment.on) <= 0,
    'programme-is-not-empty': ({ record }) => record!.programme.length > 0,
    'programme-is-given-out-again': ({ record, facts }) => {
      const last = record!.programme_versions.at(-1)
      return last === undefined || withdrawnFrom(last.items, facts).length === 0
    },
    'conclusion-is-written': ({ record }) => record!.conclusion !== null,
    'what-is-published-names-nobody': ({ record, input }) => {
      const asked = input?.['is_public']
      const is_public = typeof asked === 'boolean' ? asked : record!.is_public
      if (!is_public) return true
      const shown = input?.['findings_public'] ?? record!.findings_public
      const found = shown === true ? record!.findings.map((one) => one.text) : []
      const texts = [record!.conclusion, ...record!.promises.map((one) => one.text), ...found, input?.['text']]
      return texts.every((text) => typeof text !== 'string' || personalData(text, []) === null)
    },
    'nothing-waits-for-a-conclusion': ({ record }) =>
      record!.state === 'concluded' || (record!.promises.length === 0 && record!.conclusion === null),
  } satisfies Record<MeetingCondition, Noun<MeetingRow, MeetingFacts>['conditions'][string]>,
}

/** Guests that are units for which the viewer speaks, and were invited. */
export function guestsOf(record: Pick<MeetingRow, 'invited'>, viewer: Viewer): Guest[] {
  const mine = unitsSpokenFor(viewer)
  return record.invited.filter(
    (one) => one.invited_on !== null && one.withdrawn_on === null && one.unit_id !== null && mine.includes(one.unit_id),
  )
}

/** Guests that a room may check in: its unit's, those sent there, and in the central hall everybody. */
export function guestsInRoom(record: Pick<MeetingRow, 'invited'>, room: Room): Guest[] {
  return record.invited.filter(
    (one) =>
      one.invited_on !== null &&
      one.withdrawn_on === null &&
      (room.unit_id === null || one.unit_id === room.unit_id || (one.answer?.room_id ?? one.room_id) === room.id),
  )
}

/** Items of a given-out programme whose paper has been withdrawn since. */
export function withdrawnFrom(items: readonly Item[], facts: MeetingFacts): Item[] {
  return items.filter((item) => facts.withdrawn_papers.some((paper) => paper.id === item.paper_id))
}

/** People in each room: as the room counted itself, else as its units were noted; those in no room stand under null. */
export function peopleByRoom(record: Pick<MeetingRow, 'rooms' | 'attendance'>): Map<string | null, number> {
  const noted = new Map<string | null, number>()
  for (const one of record.attendance) noted.set(one.room_id, (noted.get(one.room_id) ?? 0) + one.people)
  for (const room of record.rooms) if (room.people !== null) noted.set(room.id, room.people)
  return noted
}

/** How many people and how many units were there. */
export function attendedOf(record: Pick<MeetingRow, 'rooms' | 'attendance' | 'invited'>) {
  const people = [...peopleByRoom(record).values()].reduce((sum, one) => sum + one, 0)
  const counted = record.rooms.filter((room) => (room.people ?? 0) > 0).map((room) => room.unit_id)
  const there = record.attendance.filter((one) => one.people > 0).map((one) => one.unit_id ?? one.unit)
  return { people, units: new Set([...there, ...counted.filter((one) => one !== null)]).size }
}
