/** The program's part: askers are told that the day moved or the dialogue is off, and read their answer once it is published. */
import { z } from 'zod'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { answerQuestion, reachable } from './answer-question.ts'
import type { DialogueRow } from './dialogue.ts'
import { type DialogueQuestionRow, owedWord } from './dialogue-question.ts'
import { noteTold } from './note-told.ts'

/** Names of the jobs. */
export const tellAskersTask = 'tell-askers'
/** Answers those who have a code. */
export const answerAskersTask = 'answer-askers'

const payload = z.object({ dialogue_id: z.uuid(), unit_id: z.uuid() })

/** Tells of a move or that it is off; the day makes two moves two jobs. */
export function tellAskersJob(row: Pick<DialogueRow, 'unit_id' | 'id'>, what: string, on: Temporal.PlainDate) {
  return { task: tellAskersTask, payload: { unit_id: row.unit_id, dialogue_id: row.id, what, on: on.toString() } }
}

/** Tells that there is an answer. */
export function answerAskersJob(row: Pick<DialogueRow, 'unit_id' | 'id'>) {
  return { task: answerAskersTask, payload: { unit_id: row.unit_id, dialogue_id: row.id } }
}

/** By notice where there is a contact, else on the page of the code; who has neither stays on the office's list. */
function howOf(row: DialogueQuestionRow): 'notice' | 'code-page' | null {
  return reachable(row) ? 'notice' : row.has_code ? 'code-page' : null
}

async function questionsOf(db: Db, of: z.output<typeof payload>): Promise<DialogueQuestionRow[]> {
  const { rows } = await db.pool.query<DialogueQuestionRow>(
    'select * from dialogue_question where unit_id = $1 and dialogue_id = $2 order by id',
    [of.unit_id, of.dialogue_id],
  )
  return rows
}

/** Takes a step as the clock; somebody may have been faster, then there is nothing to do. */
async function take(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step()
    return true
  } catch (error) {
    if (error instanceof NotOpen || error instanceof WrongInput) return false
    throw error
  }
}

/** Run twice it tells nobody twice. Resolves to how many were told. */
export async function tellAskers(db: Db, of: z.output<typeof payload>, moment: Moment = now()): Promise<number> {
  const { rows } = await db.pool.query<DialogueRow>(
    'select moved, cancelled from dialogue where unit_id = $1 and id = $2',
    [of.unit_id, of.dialogue_id],
  )
  const dialogue = rows[0]
  let told = 0
  for (const row of dialogue ? await questionsOf(db, of) : []) {
    const how = howOf(row)
    if (!dialogue || how === null || owedWord(row, dialogue) === null) continue
    const call = { viewer: clockViewer(moment.on), unit_id: of.unit_id, id: row.id, input: { how }, moment }
    if (await take(() => perform(db, noteTold, call))) told += 1
  }
  return told
}

/** Run twice it answers nobody twice. Resolves to how many were answered. */
export async function answerAskers(db: Db, of: z.output<typeof payload>, moment: Moment = now()): Promise<number> {
  let answered = 0
  for (const row of await questionsOf(db, of)) {
    // A telephone without a code is no answer: a text message says only that there is one.
    if (row.state !== 'grouped' || !row.has_code) continue
    const how = reachable(row) ? 'notice' : 'code-page'
    const call = { viewer: clockViewer(moment.on), unit_id: of.unit_id, id: row.id, input: { how }, moment }
    if (await take(() => perform(db, answerQuestion, call))) answered += 1
  }
  return answered
}

/** The jobs by name. */
export const jobs: Readonly<Record<typeof tellAskersTask | typeof answerAskersTask, Job>> = {
  [tellAskersTask]: async (given, { app }) => {
    await tellAskers(app, payload.parse(given))
  },
  [answerAskersTask]: async (given, { app }) => {
    await answerAskers(app, payload.parse(given))
  },
}
