/** An intake officer looks at the sealed number of a visitor's identity paper. The event, with its reason, comes first. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { text } from '../../platform/input.ts'
import { wipe } from '../../platform/vault/box.ts'
import type { OpenKey } from '../../platform/vault/officer-key.ts'
import { openFields, recordKeyFor } from '../../platform/vault/sealed-record.ts'
import { visit } from './visit.ts'

/** The form. */
export const readIdentityInput = z.object({ reason: text(300) })

/** The step: nothing changes; who looked, when and why stays in the visit's history. */
export const readIdentity = action({
  noun: visit,
  step: 'read-identity',
  input: readIdentityInput,
  decide: () => ({ change: {} }),
})

/** The numbers, each as it was sealed; a stranger's answer where none was sealed to this key. */
export async function openIdentity(
  db: Db,
  at: { viewer: Viewer; unit_id: string; id: string; key: OpenKey; moment: Moment },
  input: z.output<typeof readIdentityInput>,
): Promise<string[]> {
  const { viewer, unit_id, id, key, moment } = at
  const mine = key.account_id === viewer.account_id
  const record_key = mine ? await recordKeyFor(db.pool, unit_id, id, key) : null
  if (record_key === null) throw new NotOpen('not-yours', '', 404)
  try {
    await perform(db, readIdentity, { viewer, unit_id, id, input, moment })
    const all = await openFields(db.pool, unit_id, id, record_key)
    // What `sealIdentity` seals has this shape.
    return all.flatMap((one) => (one.content as { papers?: string[] }).papers ?? [])
  } finally {
    wipe(record_key)
  }
}
