/** A transferred denunciation enters the receiver's closed register as a record of its own, unopened. */
import { z } from 'zod'
import { action, type RowsWanted, type Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { envelopeOf, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { clockColumns } from '../calendars/clock.ts'
import { unitOn } from '../units/queries.ts'
import { channelId, channelOf, channelRows, inBase64 } from './channel.ts'
import { areLawful } from './conditions.ts'
import { type DenunciationRow, denunciation, receivedPosting } from './denunciation.ts'
import { closedBook } from './first-form.ts'
import { tipOf } from './tip.ts'

/** Taken after the sender's step was committed; repeating it is harmless. */
export const receive = action({
  noun: denunciation,
  step: 'receive',
  input: z.object({ from_unit_id: uuid(), from_id: uuid() }),
  async reads(sql, { input, viewer, moment }) {
    const { rows } = await sql.query<DenunciationRow>('select * from denunciation where unit_id = $1 and id = $2', [
      input.from_unit_id,
      input.from_id,
    ])
    const sender = rows[0]
    if (!sender?.sent_to) return null
    const unit = await unitOn(viewer, sql, sender.unit_id, moment.on)
    const envelope = await envelopeOf(sql, sender.unit_id, sender.sent_to.denunciation_id)
    const to_id = sender.sent_to.denunciation_id
    return {
      sender,
      unit_name: unit?.name ?? '',
      envelope,
      files: await filesIn(sql, sender.unit_id, to_id),
      channel: await channelOf(sql, sender.unit_id, to_id),
      messages: await envelopeOf(sql, sender.unit_id, channelId(to_id)),
      message_files: await filesIn(sql, sender.unit_id, channelId(to_id)),
    }
  },
  decide({ moment, facts, id, unit_id }, found) {
    const { sent_to } = found?.sender ?? {}
    if (!found || sent_to?.unit_id !== unit_id || sent_to.denunciation_id !== id)
      throw new NotOpen('not-yours', '', 404)
    if (!areLawful(found.envelope.keys, facts.lawful, []))
      throw new NotOpen('sealed-for-lawful-people-only', 'LTC 2018 Đ8')
    const { sender } = found
    const received = { received_on: moment.on, source: 'forwarded', several: sender.several }
    return {
      change: {
        ...received,
        tip: tipOf(sender.tip !== null),
        register_year: moment.on.year,
        via: 'clock',
        came_from: {
          unit_id: sender.unit_id,
          denunciation_id: sender.id,
          unit_name: found.unit_name,
          on: moment.on.toString(),
        },
        ...clockColumns({ rule: 'denunciation.process', start: moment.on.toString() }, facts),
      },
      numbers: [{ column: 'register_number', book: closedBook, year: moment.on.year }],
      postings: [receivedPosting(received)],
      rows: [
        ...envelopeRows(id, found.envelope),
        ...fileRows(found.files, id, moment.on),
        ...channelRows(id, found.channel && inBase64(found.channel)),
        ...envelopeRows(channelId(id), found.messages),
        ...fileRows(found.message_files, channelId(id), moment.on),
      ],
    }
  },
})

/** A sealed file's row, its name in hexadecimal. */
interface FileRow {
  id: string
  name: null
  media_type: string
  size: number
  stored: string
  sealed: true
  sealed_name: string
}

async function filesIn(sql: Sql, unit_id: string, record_id: string): Promise<FileRow[]> {
  const { rows } = await sql.query<FileRow>(
    `select id, name, media_type, size, stored, sealed, encode(sealed_name, 'hex') as sealed_name from attachment
     where unit_id = $1 and record_id = $2 order by id`,
    [unit_id, record_id],
  )
  return rows
}

function fileRows(files: readonly FileRow[], record_id: string, added_on: Temporal.PlainDate): RowsWanted[] {
  if (files.length === 0) return []
  const of = { record_kind: 'denunciation', record_id, added_by: null, added_on, from_public: false }
  return [
    { table: 'attachment', rows: files.map((file) => ({ ...file, ...of, sealed_name: `\\x${file.sealed_name}` })) },
  ]
}
