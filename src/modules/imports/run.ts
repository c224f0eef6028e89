/** Bringing a planned book in, row by row through `perform`, and taking it out again. Broken off, it goes on where it stopped. */
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Call, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { type PublicKey, publicKeysOf } from '../../platform/vault/officer-key.ts'
import { sealRecord } from '../../platform/vault/sealed-record.ts'
import { sealDenunciation } from '../denunciations/sealing.ts'
import { lawfulPeople } from '../denunciations/subject.ts'
import { positionKinds } from '../people/position.ts'
import { officersOf } from '../people/queries.ts'
import { importHandled, importPetition, undoImportPetition } from '../petitions/import-petition.ts'
import { importVisit } from '../receptions/import-visit.ts'
import { undoImportVisit } from '../receptions/undo-import.ts'
import { finishImport, undoImport } from './import.ts'
import type { BookRow } from './plan.ts'
import { type KnownOfficer, petitionInput, type RowContext, rowIds, sealedWords, visitInput } from './row.ts'

/** One import at work. */
export interface ImportRun extends RowContext {
  db: Db
  viewer: Viewer
  moment: Moment
}

/** What has come of the rows so far. */
export interface ImportCounts {
  done: number
  visits: number
  petitions: number
  sealed: number
  already: number
  refused: { at: string; code: string }[]
}

/** Rows looked up at once, and rows written at once. */
const chunk_rows = 500
const at_once = 4
/** Refused rows that are kept with the record; the rest is counted. */
const refused_max = 500

/** Brings the rows in and finishes the import's record. `told` hears of progress. */
export async function runImport(
  run: ImportRun,
  rows: readonly BookRow[],
  told: (counts: ImportCounts) => void = () => undefined,
): Promise<ImportCounts> {
  const viewer: Viewer = { ...run.viewer, via: 'import' }
  const own = { ...run, viewer }
  const with_keys = await sealingTo(own)
  const counts: ImportCounts = { done: 0, visits: 0, petitions: 0, sealed: 0, already: 0, refused: [] }
  for (let start = 0; start < rows.length; start += chunk_rows) {
    const waiting = await unknownOf(own, rows.slice(start, start + chunk_rows))
    counts.already += waiting.known
    counts.done += waiting.known
    told(counts)
    await Promise.all(
      Array.from({ length: at_once }, async () => {
        for (let next = waiting.rows.shift(); next; next = waiting.rows.shift()) {
          await bringIn(own, next.row, next.turn, with_keys, counts)
          counts.done += 1
          told(counts)
        }
      }),
    )
  }
  const { visits, petitions, sealed, already, refused } = counts
  const input = { visits, petitions, sealed, already, refused: refused.slice(0, refused_max) }
  await perform(run.db, finishImport, { ...callOf(own), id: run.import_id, input })
  return counts
}

interface Keys {
  intake: readonly PublicKey[]
  officers: readonly KnownOfficer[]
}

async function sealingTo({ db, viewer, unit_id, moment }: ImportRun): Promise<Keys> {
  const lawful = await lawfulPeople(db.pool, unit_id, moment.on)
  const intake = lawful.filter((one) => !one.settles || one.account_id === viewer.account_id)
  return {
    intake: await publicKeysOf(
      db.pool,
      intake.map((one) => one.account_id),
    ),
    officers: await officersOf(viewer, db.pool, unit_id, moment.on, positionKinds),
  }
}

/** Has anybody who takes letters in a key, and the viewer? Asked by the dry run. */
export async function keysStand(
  run: Pick<ImportRun, 'db' | 'viewer' | 'unit_id' | 'moment'>,
): Promise<{ intake: boolean; own: boolean }> {
  const lawful = await lawfulPeople(run.db.pool, run.unit_id, run.moment.on)
  const keys = await publicKeysOf(
    run.db.pool,
    lawful.filter((one) => !one.settles).map((one) => one.account_id),
  )
  return { intake: keys.length > 0, own: keys.some((key) => key.account_id === run.viewer.account_id) }
}

const callOf = ({ viewer, unit_id, moment }: ImportRun): Omit<Call, 'id' | 'input'> => ({ viewer, unit_id, moment })

/** Rows that are not in the book yet; a row that was brought in and undone may come again, under a new id. */
async function unknownOf(run: Pick<ImportRun, 'db' | 'unit_id'>, rows: readonly BookRow[]) {
  const unknown: { row: BookRow; turn: number }[] = []
  let known = 0
  let waiting = rows.map((row) => ({ row, turn: 0 }))
  while (waiting.length > 0) {
    const ids = waiting.map(({ row, turn }) => rowIds(run.unit_id, row, turn).visit_id)
    const { rows: found } = await run.db.pool.query<{ id: string; state: string }>(
      'select id, state from visit where unit_id = $1 and id = any($2::uuid[])',
      [run.unit_id, ids],
    )
    const states = new Map(found.map((one) => [one.id, one.state]))
    const again: typeof waiting = []
    for (const [index, one] of waiting.entries()) {
      const state = states.get(ids[index] ?? '')
      if (state === undefined) unknown.push(one)
      else if (state === 'void') again.push({ ...one, turn: one.turn + 1 })
      else known += 1
    }
    waiting = again
  }
  return { rows: unknown, known }
}

/** How many of these rows the unit has already: for the dry run. */
export async function knownRows(run: Pick<ImportRun, 'db' | 'unit_id'>, rows: readonly BookRow[]): Promise<number> {
  let known = 0
  for (let start = 0; start < rows.length; start += 5000)
    known += (await unknownOf(run, rows.slice(start, start + 5000))).known
  return known
}

/** The visit comes last: where it stands, the whole row stands. */
async function bringIn(run: ImportRun, row: BookRow, turn: number, keys: Keys, counts: ImportCounts): Promise<void> {
  const { visit_id, petition_id, sealed_id } = rowIds(run.unit_id, row, turn)
  const call = callOf(run)
  try {
    if (row.sealed) {
      const words = sealedWords(row, run.unit_id, keys.officers)
      await sealDenunciation(run.db, { ...call, id: sealed_id, words })
    }
    const letter = petitionInput(row, run, visit_id)
    if (letter?.step === 'import')
      await perform(run.db, importPetition, { ...call, id: petition_id, input: letter.input })
    if (letter?.step === 'import-handled')
      await perform(run.db, importHandled, { ...call, id: petition_id, input: letter.input })
    const papers = row.sealed ? [] : row.papers
    if (papers.length > 0 && keys.intake.length === 0) throw new NotOpen('nobody-holds-a-key')
    const envelope =
      papers.length > 0 ? sealRecord(visit_id, { identity: { papers } }, keys.intake) : { fields: [], keys: [] }
    const input = { ...visitInput(row, run), ...envelope }
    await perform(run.db, importVisit, { ...call, id: visit_id, input })
    counts.visits += 1
    if (letter) counts.petitions += 1
    if (row.sealed) counts.sealed += 1
  } catch (error) {
    if (!(error instanceof NotOpen || error instanceof WrongInput)) throw error
    counts.refused.push({ at: row.at.slice(0, 80), code: codeOf(error) })
  }
}

function codeOf(error: NotOpen | WrongInput): string {
  return (error instanceof NotOpen ? error.code : (error.faults[0]?.code ?? 'invalid')).slice(0, 60)
}

/** What an undoing came to. */
export interface Undone {
  undone: number
  kept: { visit_id: string; code: 'acted-on' | 'sealed' }[]
}

/** Takes out every row of the import on which nobody has acted since; sealed letters stay with those who hold their keys. */
export async function undoRun(
  run: Omit<ImportRun, 'stage'>,
  told: (done: number) => void = () => undefined,
): Promise<Undone> {
  const own = { ...run, viewer: { ...run.viewer, via: 'import' as const } }
  const { rows } = await run.db.pool.query<UndoRow>(
    `select v.id as visit_id, v.closed_content, v.revision as visit_revision, p.id as petition_id, p.state as petition_state,
       p.revision as petition_revision
     from visit v left join petition p on p.unit_id = v.unit_id and p.visit_id = v.id and p.import_id = v.import_id
     where v.unit_id = $1 and v.import_id = $2 and v.state <> 'void' order by v.id`,
    [run.unit_id, run.import_id],
  )
  const undone: Undone = { undone: 0, kept: [] }
  const waiting = [...rows].reverse()
  await Promise.all(
    Array.from({ length: at_once }, async () => {
      for (let row = waiting.pop(); row; row = waiting.pop()) {
        const code = await takeOut(own, row)
        if (code === null) undone.undone += 1
        else undone.kept.push({ visit_id: row.visit_id, code })
        told(rows.length - waiting.length)
      }
    }),
  )
  const { viewer, unit_id, moment } = own
  const input = { undone: undone.undone, kept: undone.kept.slice(0, refused_max) }
  await perform(run.db, undoImport, { viewer, unit_id, moment, id: run.import_id, input })
  return undone
}

/** Takes one row out, or says why it stays. */
async function takeOut(
  { db, viewer, unit_id, moment }: Omit<ImportRun, 'stage'>,
  row: UndoRow,
): Promise<Undone['kept'][number]['code'] | null> {
  const gone = row.petition_id === null || row.petition_state === 'void'
  if (row.closed_content) return 'sealed'
  if (row.visit_revision !== 1 || (!gone && row.petition_revision !== 1)) return 'acted-on'
  const call = { viewer, unit_id, moment, input: {} }
  try {
    if (!gone && row.petition_id) await perform(db, undoImportPetition, { ...call, id: row.petition_id })
    await perform(db, undoImportVisit, { ...call, id: row.visit_id })
    return null
  } catch (error) {
    // Somebody acted on it while we were at work.
    if (error instanceof NotOpen) return 'acted-on'
    throw error
  }
}

interface UndoRow {
  visit_id: string
  closed_content: boolean
  visit_revision: number
  petition_id: string | null
  petition_state: string | null
  petition_revision: number | null
}
