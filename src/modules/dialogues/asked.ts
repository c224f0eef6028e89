/** What the ways in to a question share: is the dialogue still taking it, and how it begins. */
import { z } from 'zod'
import type { Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type FieldMeta, longText, personName, phone, text } from '../../platform/input.ts'
import { hashOfCode, readTrackingCode } from '../../platform/tracking-code.ts'
import type { DialogueRow } from './dialogue.ts'

/** Name and contact, all of it optional: they are never published. */
export const askerFields = {
  asker_name: personName().optional(),
  asker_phone: phone().optional(),
  asker_email: text(200, { inputmode: 'email', autocomplete: 'email' })
    .refine((typed) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed), { error: 'not-an-email' })
    .optional(),
  village: text(100).optional(),
} as const

/** The words of a question. */
export const questionText = () => longText(4000)

/** A dialogue named by a form. */
export const dialogueId = () => z.uuid({ error: 'not-an-id' }).meta({ field: 'hidden' } satisfies FieldMeta)

/** What a dialogue takes questions by. */
export type TakesQuestions = Pick<DialogueRow, 'id' | 'state' | 'held_on' | 'questions_by_on'>

/** The dialogue of a question that comes in now; it is not locked, so that many may ask at once. */
export async function dialogueAsked(sql: Sql, unit_id: string, id: string): Promise<TakesQuestions | null> {
  const { rows } = await sql.query<TakesQuestions>(
    'select id, state, held_on, questions_by_on from dialogue where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** From the notice until the last day for questions. */
export function takesQuestions(row: Omit<TakesQuestions, 'id'>, on: Temporal.PlainDate): boolean {
  return row.state === 'announced' && Temporal.PlainDate.compare(on, row.questions_by_on) <= 0
}

/** Throws where the dialogue takes none now. */
export function mustTake(row: TakesQuestions | null, on: Temporal.PlainDate): TakesQuestions {
  if (row && takesQuestions(row, on)) return row
  throw new NotOpen('dialogue-takes-questions', 'Luật TCCQĐP 72/2025 Đ43')
}

/** The columns with which every question begins. */
export const begun = { told: [], people: 1, has_code: false } as const

/** The row by which a code opens its question or opinion. */
export function codeRows(
  record_kind: 'dialogue-question' | 'opinion',
  code: string,
  id: string,
  on: Temporal.PlainDate,
) {
  const hash = hashOfCode(readTrackingCode(code)?.code ?? '').toString('hex')
  const row = { code_hash: `\\x${hash}`, record_kind, record_id: id, given_on: on }
  return [{ table: 'tracking_code' as const, rows: [row] }]
}
