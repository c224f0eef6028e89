/**
 * The key of the extract follows from the record's own key, never the other way round: whoever holds the record opens
 * the extract too, and a verifier who was given the extract opens nothing else.
 */
import type { Sql } from '../../platform/actions/action.ts'
import { idFrom } from '../../platform/uuid.ts'
import { keyFrom, wipe } from '../../platform/vault/box.ts'
import { type Opened, openFields } from '../../platform/vault/sealed-record.ts'

/** Under which id the extract of a record is sealed. */
export function extractId(id: string): string {
  return idFrom(id, 'extract')
}

/** Its key. Wipe it after use. */
export function extractKey(record_key: Buffer): Buffer {
  return keyFrom(record_key, 'extract1')
}

/** What is sealed under the extract's key: the extract in its versions, and what the verifier reported. */
export async function openExtractFields(
  sql: Sql,
  unit_id: string,
  id: string,
  record_key: Buffer,
): Promise<(Opened & { of_verifier: true })[]> {
  const key = extractKey(record_key)
  try {
    const found = await openFields(sql, unit_id, extractId(id), key)
    return found.map((one) => ({ ...one, of_verifier: true }))
  } finally {
    wipe(key)
  }
}

/** What somebody wrote at a step, as it is sealed. `answers` are the form's, by field. */
export interface StepWritten {
  step: string
  by: string
  on: string
  answers: Readonly<Record<string, unknown>>
}

/** The steps among opened contents, in the order of their days. */
export function stepsIn(all: readonly Opened[]): StepWritten[] {
  return (
    all
      .filter((one) => one.name === 'step')
      // What `sealed-step.ts` seals has this shape.
      .map((one) => one.content as StepWritten)
      .toSorted((a, b) => a.on.localeCompare(b.on))
  )
}
