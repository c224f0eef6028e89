/** A misfiled petition: its words and files go into the vault, then its readable traces are erased. */
import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { idFrom } from '../../platform/uuid.ts'
import { openBytes, pathOf } from '../files/keep-file.ts'
import { type PetitionRow, petition } from '../petitions/petition.ts'
import { recordById } from '../petitions/queries.ts'
import { sealAway } from '../petitions/seal-away.ts'
import type { sealAwayInput } from './inputs.ts'
import type { OpenFile } from './sealed-file.ts'
import { type Sealed, sealDenunciation } from './sealing.ts'

/** One petition, by an officer who takes letters in. */
export interface SealingAway {
  viewer: Viewer
  unit_id: string
  id: string
  moment: Moment
  /** The data folder. */
  data: string
  /** The revision of the petition the form was opened at. */
  revision?: number
}

/**
 * Seals a petition's words and files as a denunciation, then closes and empties the petition. Each part may be repeated:
 * broken off, it goes on where it stopped.
 */
export async function sealPetitionAway(
  db: Db,
  { viewer, unit_id, id, moment, data, revision }: SealingAway,
  asked: z.output<typeof sealAwayInput>,
): Promise<Sealed> {
  const record = await recordById<PetitionRow>(viewer, db.pool, 'petition', unit_id, id)
  if (!record) throw new NotOpen('not-yours', '', 404)
  const facts = await petition.facts(db.pool, { record, unit_id, viewer, moment })
  const said = answerFor(petition, 'seal-away', { record, facts, viewer, moment, unit_id, id, input: null })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
  const sealed = await sealDenunciation(db, {
    viewer,
    unit_id,
    id: idFrom(id, 'sealed'),
    moment,
    words: wordsOf(record, asked),
    files: { data, of: await filesOf(db, data, unit_id, id) },
  })
  await perform(db, sealAway, { viewer, unit_id, id, revision, input: {}, moment })
  await eraseSealedAway(db, data, unit_id, id, moment.on)
  return sealed
}

function wordsOf(record: PetitionRow, asked: z.output<typeof sealAwayInput>) {
  const address = record.petitioner_address ?? ''
  return {
    ...asked,
    received_on: record.received_on,
    source: record.source,
    person_name: record.petitioner_name,
    person_address: [address, record.petitioner_email].filter((part) => part).join(' · '),
    ...(record.petitioner_phone ? { person_phone: record.petitioner_phone } : {}),
    several: record.signers > 1,
    text: [record.title, record.text, record.place, ...record.representatives].filter((part) => part).join('\n'),
  }
}

async function filesOf(db: Db, data: string, unit_id: string, record_id: string): Promise<OpenFile[]> {
  const { rows } = await db.pool.query<{ name: string; media_type: string; size: number; stored: string }>(
    'select name, media_type, size, stored from attachment where unit_id = $1 and record_id = $2 and not sealed order by id',
    [unit_id, record_id],
  )
  return rows.map(({ stored, ...file }) => ({ ...file, bytes: () => openBytes(data, unit_id, stored) }))
}

/** Erases what can still be read of a petition that was sealed away. Harmless when done before. */
export async function eraseSealedAway(
  db: Db,
  data: string,
  unit_id: string,
  id: string,
  on: Temporal.PlainDate,
): Promise<void> {
  const { rows } = await db.pool.query<{ stored: string }>(
    `select a.stored from attachment a where a.unit_id = $1 and a.record_id = $2 and not exists (
       select from attachment o where o.unit_id = a.unit_id and o.stored = a.stored and o.record_id <> a.record_id)`,
    [unit_id, id],
  )
  await db.pool.query('select erase_sealed_away($1, $2, $3)', [unit_id, id, on.toString()])
  for (const { stored } of rows) await rm(pathOf(data, unit_id, stored), { force: true })
}
