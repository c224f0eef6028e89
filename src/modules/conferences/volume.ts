/** The papers volume of a meeting (kỷ yếu): what it is made of, whether it was made of that, and who may do what with it. */
import { createHash } from 'node:crypto'
import { type VolumeStanding, type VolumeState, volumeWorkflow } from '../../law/paper-workflow.ts'
import type { JobWanted, Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { organises, type PapersMeeting, papersMeeting } from './organisers.ts'
import { lastVersion, type PaperRow } from './paper.ts'

/** A row of the table. */
export interface VolumeRow extends RecordRow {
  state: VolumeState
  meeting_id: string
  foreword: string | null
  place_and_date: string
  with_contacts: boolean
  published_on: Temporal.PlainDate | null
  published_print: string | null
}

/** A making of the volume: how far it is, and what came of it. */
export interface MakingRow {
  unit_id: string
  id: string
  fingerprint: string
  state: 'waiting' | 'writing' | 'counting' | 'ready' | 'failed'
  done: number
  total: number
  pages: number | null
  docx_bytes: number | null
  pdf_bytes: number | null
  failed_at: string | null
  asked_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

/** What conditions need besides the row. */
export interface VolumeFacts {
  meeting: PapersMeeting | null
  papers: number
  /** The making of the papers as they are now; null where there is none. */
  made: MakingRow | null
}

/** Raised where the layout changes, so that every volume is made anew. */
const layoutVersion = 1

/** The task that makes a volume. */
export const makeVolumeTask = 'make-papers-volume'

/** The job of one volume. One is made at a time: laying out takes a processor and much memory. */
export function makeVolumeJob(unit_id: string, id: string): JobWanted {
  return { task: makeVolumeTask, payload: { unit_id, id, queue: 'papers-volumes' } }
}

/** Papers that stand in the volume: the presented ones in their order, then the others as they came. */
export async function papersIn(sql: Sql, unit_id: string, meeting_id: string): Promise<PaperRow[]> {
  const { rows } = await sql.query<PaperRow>(
    `select * from paper where unit_id = $1 and meeting_id = $2 and state in ('accepted', 'chosen')
     order by place nulls last, received_on, id limit 1000`,
    [unit_id, meeting_id],
  )
  return rows
}

/** What the volume is made of, in a few signs: it is made anew where they differ. */
export function fingerprintOf(
  volume: Pick<VolumeRow, 'foreword' | 'place_and_date' | 'with_contacts'>,
  meeting: PapersMeeting,
  papers: readonly PaperRow[],
): string {
  const parts = {
    layoutVersion,
    foreword: volume.foreword,
    place_and_date: volume.place_and_date,
    with_contacts: volume.with_contacts,
    title: meeting.title,
    kind: meeting.kind,
    organisers: meeting.organisers,
    papers: papers.map((one) => [
      one.id,
      one.title,
      one.abstract,
      one.authors,
      one.print_contact,
      lastVersion(one).stored,
    ]),
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The making of a fingerprint, or null. */
export async function makingOf(
  sql: Sql,
  row: { unit_id: string; id: string },
  fingerprint: string,
): Promise<MakingRow | null> {
  const { rows } = await sql.query<MakingRow>(
    `select unit_id, id, fingerprint, state, done, total, pages, docx_bytes::int8::float8 as docx_bytes,
       pdf_bytes::int8::float8 as pdf_bytes, failed_at, asked_at, ended_at
     from volume_making where unit_id = $1 and id = $2 and fingerprint = $3`,
    [row.unit_id, row.id, fingerprint],
  )
  return rows[0] ?? null
}

/** The noun. */
export const volume = {
  kind: 'papers-volume',
  table: 'papers_volume',
  workflow: volumeWorkflow,
  async facts(sql, { record }) {
    if (record === null) return { meeting: null, papers: 0, made: null }
    const meeting = await papersMeeting(sql, record.unit_id, record.meeting_id)
    const papers = await papersIn(sql, record.unit_id, record.meeting_id)
    const made = meeting && (await makingOf(sql, record, fingerprintOf(record, meeting, papers)))
    return { meeting, papers: papers.length, made }
  },
  standings({ facts, viewer, unit_id }): VolumeStanding[] {
    const standings: VolumeStanding[] = []
    if (organises(viewer, facts.meeting?.organiser_ids ?? [unit_id])) standings.push('organiser')
    if (carries(viewer, unit_id, 'head', 'deputy-head')) standings.push('head')
    return standings
  },
  conditions: {
    // A new volume has no facts yet: the step counts the papers of its meeting itself.
    'a-paper-is-accepted': ({ record, facts }) => record === null || facts.papers > 0,
    'volume-is-made-of-the-papers-as-they-are': ({ facts }) => facts.made?.state === 'ready',
  },
} satisfies Noun<VolumeRow, VolumeFacts>
