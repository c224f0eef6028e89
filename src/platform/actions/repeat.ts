/** A call that comes twice: known by actor, step and input, and answered without writing again. */
import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import type { Db } from '../database.ts'
import type { Action, RecordRow } from './action.ts'
import type { Call, Performed } from './perform.ts'

/** A repeated call by the same actor with the same input is harmless: retries and offline drafts stay safe. */
export async function repeatedOr<Row extends RecordRow, Facts, Schema extends z.ZodObject, Extra>(
  db: Db,
  action: Action<Row, Facts, Schema, Extra>,
  call: Call,
  input: z.output<Schema>,
  otherwise: Error,
): Promise<Performed> {
  const seq = (call.revision ?? 0) + 1
  const { rows } = await db.pool.query(
    `select e.action, e.actor_id, e.via, e.numbers, p.salt, p.input_digest from event e join payload p using (unit_id, record_id, seq)
     where e.unit_id = $1 and e.record_id = $2 and e.seq = $3 and e.record_kind = $4`,
    [call.unit_id, call.id, seq, action.noun.kind],
  )
  const before = rows[0]
  const same =
    before &&
    before.action === action.step &&
    before.actor_id === call.viewer.account_id &&
    before.via === call.viewer.via &&
    // Of a sealed input no digest is kept, so that nobody can say whether it is the same: only a record that begins is known
    // by its id. A later step is told that the record has changed, by whom and when, and keeps what was typed.
    (before.input_digest === null
      ? before.actor_id !== null && seq === 1
      : digestOf(before.salt, input).equals(before.input_digest))
  if (!same) throw otherwise
  return { unit_id: call.unit_id, id: call.id, revision: seq, numbers: before.numbers, repeated: true }
}

/** Keyed digest of an input, so that a repeated call is known without comparing texts. */
export function digestOf(salt: Buffer, input: unknown): Buffer {
  return createHmac('sha256', salt)
    .update(JSON.stringify(input ?? null))
    .digest()
}
