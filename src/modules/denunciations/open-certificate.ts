/** A certificate of destruction is opened with a key of its own: it tells a number and a year, and nothing else is left. */
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Db } from '../../platform/database.ts'
import { wipe } from '../../platform/vault/box.ts'
import type { OpenKey } from '../../platform/vault/officer-key.ts'
import { recordKeyFor } from '../../platform/vault/sealed-record.ts'
import { certificateId } from './destroy.ts'
import { composePrivateLetter } from './private-letter.ts'

/** The letter as a Word file, for whoever's key it was sealed to. */
export async function openCertificate(
  db: Db,
  { unit_id, record_id }: { unit_id: string; record_id: string },
  key: OpenKey,
): Promise<{ name: string; bytes: Buffer }> {
  const sealed_as = certificateId(record_id)
  const letter_key = await recordKeyFor(db.pool, unit_id, sealed_as, key)
  if (letter_key === null) throw new NotOpen('not-yours', '', 404)
  try {
    const { rows } = await db.pool.query<{ id: string }>(
      `select id from document where unit_id = $1 and record_id = $2 and sealed and data ->> 'sealed' <> '' limit 1`,
      [unit_id, record_id],
    )
    const at = { unit_id, record_id, id: rows[0]?.id ?? '', sealed_as }
    const letter = await composePrivateLetter(db.pool, at, letter_key)
    if (!letter) throw new NotOpen('not-yours', '', 404)
    return letter
  } finally {
    wipe(letter_key)
  }
}
