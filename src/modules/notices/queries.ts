/** Reading letters and the state of notices. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import type { LetterKind } from './letter-data.ts'
import { composeLetter, isLetterKind, letterFileName } from './letters.ts'
import { fillTemplate } from './template-file.ts'

/** A letter as lists show it. */
export interface DocumentRow {
  id: string
  record_id: string
  seq: number
  kind: string
  book: string
  number: number
  year: number
  title: string
  issued_on: Temporal.PlainDate
  sealed: boolean
  voided_on: Temporal.PlainDate | null
  /** What became of it later; null: nothing. */
  marks: readonly LetterMark[] | null
}

/** A later change of a letter, with the number of the letter that says so. */
export interface LetterMark {
  how: 'replaced' | 'corrected' | 'recalled' | 'voided'
  on: string
  reason: string
  by_id: string | null
  by_number: number | null
  by_book: string | null
}

const columns =
  'd.id, d.record_id, d.seq, d.kind, d.book, d.number, d.year, d.title, d.issued_on, d.sealed, d.voided_on, d.marks'

/** Letters addressed to the petitioner; the others pass between offices or name other people. */
export const toPetitioner = [
  'receipt',
  'guidance',
  'transfer',
  'confirm-signature',
  'acceptance',
  'decline',
  'extension',
  'second-road',
  'court-road',
  'dialogue-notice',
  'dialogue-minutes',
  'decision',
  'suspension',
  'resumption',
  'termination',
  'stay',
  'stay-lifted',
  'answer',
  'refusal',
  'outcome',
] as const satisfies LetterKind[]

/** The letters of these records (a petition and the proceedings that came of it), oldest first. */
export async function documentsOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  record_ids: readonly string[],
): Promise<DocumentRow[]> {
  const sees = await how(viewer, sql, unit_id, record_ids)
  if (sees === 'nothing') return []
  const { rows } = await sql.query<DocumentRow>(
    `select ${columns} from letter d where d.unit_id = $1 and (d.record_id = any($2::uuid[])
         or d.record_id in (select c.id from letter_change c where c.unit_id = $1 and c.record_id = any($2::uuid[])))
       and ($3 or (not d.sealed and d.voided_on is null and d.like_kind = any($4))) order by d.issued_on, d.created_at, d.id limit 500`,
    [unit_id, record_ids, sees === 'all', toPetitioner],
  )
  return rows
}

/**
 * A letter as a Word file with a name that tells nothing; null where there is none, it is sealed, or it does not concern
 * the viewer. A proceeding's letters are open with its petition.
 */
export async function documentFile(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ name: string; bytes: Buffer } | null> {
  const { rows } = await sql.query<DocumentRow & FileData>(
    `select ${columns}, d.data, d.about_id, d.like_kind, coalesce(
       (select petition_id from complaint c where c.unit_id = d.unit_id and c.id = d.about_id),
       (select petition_id from feedback f where f.unit_id = d.unit_id and f.id = d.about_id)) as petition_id,
       (select content from letter_template t where t.unit_id = d.unit_id and t.id = d.template_id) as template
     from letter d where d.unit_id = $1 and d.id = $2`,
    [unit_id, id],
  )
  const row = rows[0]
  if (!row || row.sealed || !isLetterKind(row.kind)) return null
  const belongs = row.petition_id === null ? [] : [row.petition_id]
  const sees = await how(viewer, sql, unit_id, [row.about_id, ...belongs])
  const theirs = toPetitioner.some((kind) => kind === row.like_kind) && row.voided_on === null
  if (sees === 'nothing' || (sees === 'own' && !theirs)) return null
  const numbered = { number: row.number, issued_on: row.issued_on.toString() }
  const bytes = row.template
    ? await fillTemplate(row.kind, row.template, { data: row.data, numbered })
    : await composeLetter(row.kind, row.data, numbered)
  return { name: letterFileName(row.number, row.year), bytes }
}

interface FileData {
  data: never
  about_id: string
  like_kind: string
  petition_id: string | null
  template: Buffer | null
}

/** Media type of a letter. */
export const letterMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** How the notices of a record went: for officers, who tell the person on paper where no mail arrived. */
export interface NoticeRow {
  id: string
  template: string
  channel: string | null
  sent_at: Temporal.Instant | null
  unreachable: 'no-address' | 'sms-not-configured' | 'refused' | null
  created_at: Temporal.Instant
}

/** Newest first. Empty for everyone but officers of the register. */
export async function noticesOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  record_ids: readonly string[],
): Promise<NoticeRow[]> {
  if ((await how(viewer, sql, unit_id, record_ids)) !== 'all') return []
  const { rows } = await sql.query<NoticeRow>(
    `select id, template, channel, sent_at, unreachable, created_at from notice
     where unit_id = $1 and record_id = any($2::uuid[]) order by created_at desc limit 100`,
    [unit_id, record_ids],
  )
  return rows
}

async function how(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  record_ids: readonly string[],
): Promise<'all' | 'own' | 'nothing'> {
  const opened = viewer.opened.some((one) => one.unit_id === unit_id && record_ids.includes(one.record_id))
  const reads = viewer.positions.some((post) =>
    holds(viewer, post.unit_id, 'reception-officer', 'handler', 'head', 'deputy-head', 'clerk'),
  )
  if (reads && (await seesUnit(viewer, sql, unit_id))) return 'all'
  return opened ? 'own' : 'nothing'
}
