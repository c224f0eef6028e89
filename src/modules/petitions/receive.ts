/** A petition transferred by another unit enters this unit's register as a record of its own, linked to the first. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { firstForm } from './first-form.ts'
import { type PetitionRow, petition } from './petition.ts'

/** Taken by the clock after the sender's step was committed; repeating it is harmless. */
export const receive = action({
  noun: petition,
  step: 'receive',
  input: z.object({ from_unit_id: uuid(), from_petition_id: uuid() }),
  async reads(sql, { input, unit_id, moment }) {
    const { rows } = await sql.query<PetitionRow & { unit_name: string }>(
      `select p.*, u.name as unit_name, coalesce((select f.sent_to from feedback f where f.unit_id = p.unit_id
         and f.petition_id = p.id and f.sent_to ->> 'unit_id' = $4 limit 1), p.sent_to) as sent_to
       from petition p join unit_period u on u.unit_id = p.unit_id and u.valid @> $3::date where p.unit_id = $1 and p.id = $2`,
      [input.from_unit_id, input.from_petition_id, moment.on.toString(), unit_id],
    )
    const sender = rows[0]
    return sender ? { ...sender, files: await filesOfPetition(sql, sender.unit_id, sender.id) } : null
  },
  decide({ moment, facts, id, unit_id }, sender) {
    if (!sender || sender.sent_to?.unit_id !== unit_id) throw new NotOpen('not-yours', '', 404)
    const first = firstForm(
      {
        received_on: moment.on,
        source: 'forwarded',
        forwarder: 'agency',
        title: sender.title,
        text: sender.text,
        place: sender.place,
        place_unit_id: sender.place_unit_id,
        petitioner_name: sender.petitioner_name,
        petitioner_address: sender.petitioner_address,
        petitioner_phone: sender.petitioner_phone,
        petitioner_email: sender.petitioner_email,
        language: sender.language,
        signers: sender.signers,
        representatives: sender.representatives,
        group_sheet: sender.group_sheet,
        authorisation: sender.authorisation,
        assisted: sender.assisted,
        signature: sender.signature,
        asked_kind: sender.kind,
        came_from: {
          unit_id: sender.unit_id,
          petition_id: sender.id,
          unit_name: sender.unit_name,
          on: moment.on.toString(),
        },
      },
      id,
      'clock',
      facts,
    )
    const of = { record_kind: 'petition', record_id: id, sealed: false, added_by: null, added_on: moment.on }
    const files = sender.files.map((file) => ({ ...file, ...of, id: idFrom(id, `file/${file.id}`) }))
    const attached = files.length > 0 ? [{ table: 'attachment' as const, rows: files }] : []
    return { ...first, rows: [...first.rows, ...attached] }
  },
})

/** The open files of a petition and of what came of it, which go with it when it is passed on. */
export async function filesOfPetition(sql: Sql, unit_id: string, petition_id: string) {
  const { rows } = await sql.query<{
    id: string
    name: string
    media_type: string
    size: number
    stored: string
    from_public: boolean
  }>(
    `select id, name, media_type, size, stored, from_public from attachment where unit_id = $1 and not sealed
       and record_id in (select $2::uuid union all select id from feedback where unit_id = $1 and petition_id = $2)
     order by added_on, id limit 200`,
    [unit_id, petition_id],
  )
  return rows
}
