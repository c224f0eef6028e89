/**
 * The case file (hồ sơ vụ việc): every paper of a petition and of what came of it, numbered in the order it came. The order
 * is that of the events, which are only ever added to; so a number once given to a paper stays, and a new paper gets the next.
 */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { LetterMark } from '../notices/queries.ts'
import { readsRegister } from '../petitions/queries.ts'

/** Papers that a step itself brings into the file, beside its letters and files. */
const paperOfStep: Readonly<Record<string, PaperKind>> = {
  'petition/submit': 'petition',
  'petition/record': 'petition',
  'petition/receive': 'petition',
  'petition/import': 'petition',
  'petition/import-handled': 'petition',
  'petition/confirm-signature': 'signature',
  'petition/record-reply': 'reply',
  'petition/name-representatives': 'representatives',
  'petition/record-authorisation': 'authorisation',
  'petition/withdraw': 'withdrawal',
  'visit/take-statement': 'statement',
  'complaint/assign-verification': 'verification-order',
  'complaint/report-verification': 'verification-report',
  'complaint/hold-dialogue': 'dialogue-minutes',
  'complaint/record-receipt': 'delivery-receipt',
  'complaint/note-second-complaint': 'second-complaint',
  'complaint/note-lawsuit': 'court-acceptance',
  'complaint/enforce': 'enforcement',
  'complaint/withdraw': 'withdrawal',
  'feedback/withdraw': 'withdrawal',
}

/** What a paper is, where it is neither a letter of ours nor a file. */
export type PaperKind =
  | 'petition'
  | 'signature'
  | 'reply'
  | 'withdrawal'
  | 'statement'
  | 'verification-order'
  | 'verification-report'
  | 'dialogue-minutes'
  | 'delivery-receipt'
  | 'second-complaint'
  | 'representatives'
  | 'authorisation'
  | 'court-acceptance'
  | 'enforcement'

/** One paper of the file. */
export type Paper = { number: number; on: Temporal.PlainDate } & (
  | { is: 'paper'; kind: PaperKind }
  | {
      is: 'letter'
      id: string
      kind: string
      title: string
      book: string
      letter_number: number
      voided: boolean
      marks: readonly LetterMark[] | null
    }
  | { is: 'file'; id: string; name: string; media_type: string; size: number; stored: string; from_public: boolean }
)

/** A petition's file. */
export interface CaseFile {
  unit_id: string
  petition_id: string
  title: string
  petitioner_name: string
  register_number: number | null
  register_year: number
  papers: readonly Paper[]
  /** Papers that have their pages, in order from the first. */
  numbered: readonly NumberedPaper[]
}

/** Pages of one paper. */
export interface NumberedPaper {
  id: string
  revision: number
  paper_number: number
  first_page: number
  last_page: number
}

interface EventRow {
  record_id: string
  record_kind: string
  seq: number
  action: string
  at: Temporal.Instant
  on_day: Temporal.PlainDate
  files: readonly { id: string }[] | null
}
type LetterRow = Omit<Extract<Paper, { is: 'letter' }>, 'is' | 'number'> & { record_id: string; seq: number }
type FileRow = Omit<Extract<Paper, { is: 'file' }>, 'is' | 'number'> & { record_id: string }

/** The papers of a petition's case in this unit; null for whoever does not read its register, and for one sealed away. */
export async function caseFileOf(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<CaseFile | null> {
  if (!(await readsRegister(viewer, sql, unit_id))) return null
  const found = await sql.query<Omit<CaseFile, 'papers' | 'numbered'> & { records: string[] }>(
    `select p.unit_id, p.id as petition_id, p.title, p.petitioner_name, p.register_number, p.register_year, array(
       select p.id union all select id from complaint c where c.unit_id = p.unit_id and c.petition_id = p.id
       union all select id from feedback f where f.unit_id = p.unit_id and f.petition_id = p.id
       union all select id from visit v where v.unit_id = p.unit_id and v.id = p.visit_id and not v.closed_content
       -- Letters about letters are papers of the case of the letter they change.
       union all select l.id from letter_change l where l.unit_id = p.unit_id and (l.record_id = p.id
         or l.record_id in (select id from complaint c where c.unit_id = p.unit_id and c.petition_id = p.id)
         or l.record_id in (select id from feedback f where f.unit_id = p.unit_id and f.petition_id = p.id)
         or l.record_id = (select id from visit v where v.unit_id = p.unit_id and v.id = p.visit_id and not v.closed_content))
     ) as records
     from petition p where p.unit_id = $1 and p.id = $2 and p.state <> 'sealed-away'`,
    [unit_id, id],
  )
  const row = found.rows[0]
  if (!row) return null
  const { records, ...head } = row
  const about = [unit_id, records]
  const [events, letters, files, pages] = [
    await sql.query<EventRow>(
      `select e.record_id, e.record_kind, e.seq, e.action, e.at, e.on_day,
         case when jsonb_typeof(p.input -> 'files') = 'array' then p.input -> 'files' end as files
       from event e join payload p using (unit_id, record_id, seq)
       where e.unit_id = $1 and e.record_id = any($2::uuid[]) order by e.record_id, e.seq`,
      about,
    ),
    await sql.query<LetterRow>(
      `select record_id, seq, id, kind, title, book, number as letter_number, issued_on as "on", voided_on is not null as voided, marks
       from letter where unit_id = $1 and record_id = any($2::uuid[]) and not sealed order by book, number`,
      about,
    ),
    await sql.query<FileRow>(
      `select record_id, id, name, media_type, size, stored, from_public, added_on as "on"
       from attachment where unit_id = $1 and record_id = any($2::uuid[]) and not sealed order by id`,
      about,
    ),
    await sql.query<NumberedPaper>(
      `select id, revision, paper_number, first_page, last_page from case_paper
       where unit_id = $1 and petition_id = $2 order by paper_number`,
      [unit_id, id],
    ),
  ]
  return { ...head, papers: papersOf(events.rows, letters.rows, files.rows), numbered: pages.rows }
}

const recordOrder = ['visit', 'petition', 'complaint', 'feedback', 'letter-change']

/** Events in the order they happened; within a record their own order counts, whatever a clock said. */
function inOrder(events: readonly EventRow[]): EventRow[] {
  const latest = new Map<string, Temporal.Instant>()
  const placed = events.map((event) => {
    const before = latest.get(event.record_id)
    const at = before && Temporal.Instant.compare(before, event.at) > 0 ? before : event.at
    latest.set(event.record_id, at)
    return { event, at }
  })
  const kind = ({ record_kind }: EventRow) => recordOrder.indexOf(record_kind)
  placed.sort(
    (a, b) =>
      Temporal.Instant.compare(a.at, b.at) ||
      kind(a.event) - kind(b.event) ||
      (a.event.record_id < b.event.record_id ? -1 : a.event.record_id > b.event.record_id ? 1 : 0) ||
      a.event.seq - b.event.seq,
  )
  return placed.map(({ event }) => event)
}

function papersOf(events: readonly EventRow[], letters: readonly LetterRow[], files: readonly FileRow[]): Paper[] {
  const stepOf = stepOfFiles(events, files)
  const papers: Paper[] = []
  for (const event of inOrder(events)) {
    const key = `${event.record_id} ${event.seq}`
    const kind = paperOfStep[`${event.record_kind}/${event.action}`]
    const push = (paper: DistributedOmit<Paper>) => papers.push({ ...paper, number: papers.length + 1 })
    const own = letters.filter((one) => `${one.record_id} ${one.seq}` === key)
    // Where the step wrote the paper itself, the letter is that paper.
    if (kind && !own.some((one) => one.kind === kind)) push({ is: 'paper', kind, on: event.on_day })
    for (const { record_id: _, ...file } of files.filter((one) => stepOf.get(one.id) === key))
      push({ is: 'file', ...file })
    for (const { record_id: _, seq: __, ...letter } of own) push({ is: 'letter', ...letter })
  }
  return papers
}

type DistributedOmit<T> = T extends unknown ? Omit<T, 'number'> : never

/**
 * The event each file came with: the one whose input names it. Where that input was erased by law, the record's first
 * event of that day, or its first one at all.
 */
function stepOfFiles(events: readonly EventRow[], files: readonly FileRow[]): Map<string, string> {
  const step = new Map<string, string>()
  for (const event of events) {
    for (const { id } of event.files ?? []) step.set(id, `${event.record_id} ${event.seq}`)
  }
  for (const file of files) {
    if (step.has(file.id)) continue
    const own = events.filter((event) => event.record_id === file.record_id)
    const event = own.find((one) => one.on_day.equals(file.on)) ?? own[0]
    if (event) step.set(file.id, `${event.record_id} ${event.seq}`)
  }
  return step
}

/** Pages of a file, where its bytes tell: a picture is one; a PDF whose page objects lie open. */
export function pagesOf(media_type: string, bytes: Buffer): number | null {
  if (media_type.startsWith('image/')) return 1
  if (media_type !== 'application/pdf') return null
  const text = bytes.toString('latin1')
  // Page objects inside compressed streams cannot be counted without unpacking them.
  if (text.includes('/ObjStm')) return null
  const pages = text.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0
  return pages > 0 ? pages : null
}
