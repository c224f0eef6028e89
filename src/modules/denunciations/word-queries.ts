/** Reads of words between units: for those who hold the word's key today, and never what it says. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { intakeKinds } from './denunciation.ts'
import { sealedLines } from './queries.ts'
import type { SealedWordRow, SentWord } from './sealed-word.ts'

/** A demand that waits for an answer. */
export type OpenDemand = Pick<SealedWordRow, 'id' | 'from_unit_id' | 'from_unit_name' | 'sent_on' | 'answer_by'>

/** A line of a reader's list. */
export type WordLine = Omit<SealedWordRow, 'chain' | 'created_at' | 'revision'>

const readable = `from sealed_word w
  join record_key k on k.unit_id = w.unit_id and k.record_id = w.id and k.account_id = $1
  join officer_key o on o.id = k.key_id and o.account_id = k.account_id and o.replaced_at is null
  where w.unit_id = any($2)`

function desksOf(viewer: Viewer): string[] {
  const units = [...new Set(viewer.positions.map((one) => one.unit_id))]
  return units.filter((unit_id) => holds(viewer, unit_id, 'head', ...intakeKinds))
}

/** Words the viewer can open, the latest first; unanswered demands before all others. */
export async function wordLines(viewer: Viewer, sql: Sql): Promise<WordLine[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<WordLine>(
    `select w.* ${readable}
     order by (w.kind = 'demand' and w.answered_on is null) desc, w.sent_on desc, w.id desc limit 200`,
    [viewer.account_id, desksOf(viewer)],
  )
  return rows
}

/** One of them. */
export async function wordLine(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<WordLine | null> {
  if (viewer.account_id === null) return null
  const { rows } = await sql.query<WordLine>(`select w.* ${readable} and w.unit_id = $3 and w.id = $4`, [
    viewer.account_id,
    desksOf(viewer),
    unit_id,
    id,
  ])
  return rows[0] ?? null
}

/** Demands at this unit that are still open. */
export async function openDemands(viewer: Viewer, sql: Sql, unit_id: string): Promise<OpenDemand[]> {
  const lines = await wordLines(viewer, sql)
  return lines.filter((one) => one.kind === 'demand' && one.answered_on === null && one.unit_id === unit_id)
}

/** A sent word with what became of it at its receiver; for whoever may see the record that sent it. */
export interface SentWordState extends SentWord {
  read_on: Temporal.PlainDate | null
  answered_on: Temporal.PlainDate | null
}

/** What became of a record's words. The caller has asked whether the viewer is an insider of the record. */
export async function sentWordStates(_viewer: Viewer, sql: Sql, words: readonly SentWord[]): Promise<SentWordState[]> {
  if (words.length === 0) return []
  const { rows } = await sql.query<Pick<SealedWordRow, 'id' | 'read_on' | 'answered_on'>>(
    'select w.id, w.read_on, w.answered_on from sealed_word w where w.id = any($1) and w.unit_id = any($2)',
    [words.map((one) => one.id), words.map((one) => one.to_unit_id)],
  )
  return words.map((word) => {
    const row = rows.find((one) => one.id === word.id)
    return { ...word, read_on: row?.read_on ?? null, answered_on: row?.answered_on ?? null }
  })
}

/** How much of the viewer's sealed work is due by that day: cases whose day runs out, and demands that wait for an answer. */
export async function sealedWorkDue(viewer: Viewer, sql: Sql, by: Temporal.PlainDate): Promise<number> {
  const [lines, sent] = [await sealedLines(viewer, sql), await wordLines(viewer, sql)]
  const soon = (on: Temporal.PlainDate | null) => on !== null && Temporal.PlainDate.compare(on, by) <= 0
  const demands = sent.filter((one) => one.kind === 'demand' && one.answered_on === null)
  return lines.filter((one) => soon(one.due_on)).length + demands.filter((one) => soon(one.answer_by)).length
}
