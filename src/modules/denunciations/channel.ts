/**
 * The channel between the denouncer and the insiders. Its key follows from the record's key, never the other way round, and
 * lies sealed to the public half of the key on the denouncer's slip: both sides open the same messages, nobody else any.
 */
import { z } from 'zod'
import type { RowsWanted, Sql } from '../../platform/actions/action.ts'
import { idFrom } from '../../platform/uuid.ts'
import { keyFrom, openSealed, sealTo, wipe } from '../../platform/vault/box.ts'
import { type ChannelKey, openChannelKey } from '../../platform/vault/channel-key.ts'
import { openFields, sealField } from '../../platform/vault/sealed-record.ts'
import type { LetterData } from '../notices/letter-data.ts'

/** What the denouncer may say a message is. */
export const messageKinds = ['addition', 'answer', 'protection', 'withdrawal'] as const

/** A message as it is sealed. */
export interface ChannelMessage {
  /** Chosen by whoever writes, so that a form sent twice is known again. */
  id: string
  from: 'denouncer' | 'office'
  kind: (typeof messageKinds)[number] | 'question' | 'letter' | 'renewed'
  on: string
  /** Who of the office wrote; shown to insiders alone. */
  by?: string
  text: string
  /** Ids of the files that came with it. */
  files: readonly string[]
  /** A letter to the denouncer, as it was sealed in the record. */
  letter?: { unit_id: string; document_id: string; data: LetterData['private'] }
}

/** Under which id the messages of a record are sealed. */
export function channelId(id: string): string {
  return idFrom(id, 'channel')
}

/** The key of its messages and their files. Wipe it after use. */
export function channelKeyOf(record_key: Buffer): Buffer {
  return keyFrom(record_key, 'channel1')
}

const bytes = z.string().max(400)

/** The channel as it passes through `perform`, base64; null where none is opened. */
export const channelField = z
  .object({ door: bytes, public_key: bytes, sealed: bytes })
  .nullable()
  .default(null)
  .meta({ field: 'hidden' })

/** A channel's row before it is written. */
export type NewChannel = NonNullable<z.output<typeof channelField>>

/** What is kept of the key on a slip: nothing that leads back to it. */
export function channelFor(slip: string, record_key: Buffer): NewChannel {
  const { door, pair } = openChannelKey(slip)
  wipe(pair.private_key)
  return channelTo(door, pair.public_key, record_key)
}

/** The same door and public half for another record: the receiver's of a transfer. */
export function channelTo(door: Buffer, public_key: Buffer, record_key: Buffer): NewChannel {
  const key = channelKeyOf(record_key)
  const sealed = sealTo(key, public_key).toString('base64')
  wipe(key)
  return { door: door.toString('base64'), public_key: public_key.toString('base64'), sealed }
}

/** Its row for a decision's `rows`; none where there is no channel. */
export function channelRows(record_id: string, channel: NewChannel | null, version = 1): RowsWanted[] {
  if (channel === null) return []
  const hex = (base64: string) => `\\x${Buffer.from(base64, 'base64').toString('hex')}`
  const row = { record_id, door: hex(channel.door), public_key: hex(channel.public_key), sealed: hex(channel.sealed) }
  return [{ table: 'channel', rows: [{ ...row, version }] }]
}

interface Row {
  door: Buffer
  public_key: Buffer
  sealed: Buffer
  /** How often the key was given; the newest counts. */
  version: number
}

/** The channel's row of a record; null where the denouncer was given no key. */
export async function channelOf(sql: Sql, unit_id: string, id: string): Promise<Row | null> {
  const { rows } = await sql.query<Row>(
    'select door, public_key, sealed, version from channel where unit_id = $1 and record_id = $2 order by version desc limit 1',
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** A channel's row as it passes through `perform`. */
export function inBase64({ door, public_key, sealed }: Row): NewChannel {
  return {
    door: door.toString('base64'),
    public_key: public_key.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** A record whose channel a key has opened, for as long as the request lasts. Wipe `key` after use. */
export interface OpenChannel {
  unit_id: string
  id: string
  key: Buffer
}

/**
 * The records that a key opens: at the office where it was given or the one above it, then where that was transferred to.
 */
export async function channelsBehind(sql: Sql, prefix: string, { door, pair }: ChannelKey): Promise<OpenChannel[]> {
  const { rows } = await sql.query<{ unit_id: string; id: string }>(
    `with recursive chain (unit_id, id, sent_to, depth) as (
       select d.unit_id, d.id, d.sent_to, 1 from code_prefix p
         join channel c on c.door = $2 and (c.unit_id = p.unit_id
           or c.unit_id in (select parent_id from unit_period u where u.unit_id = p.unit_id))
         join denunciation d on d.unit_id = c.unit_id and d.id = c.record_id
       where p.prefix = $1
       union all
       select d.unit_id, d.id, d.sent_to, chain.depth + 1 from chain
         join denunciation d on d.unit_id = (chain.sent_to ->> 'unit_id')::uuid
           and d.id = (chain.sent_to ->> 'denunciation_id')::uuid
       where chain.depth < 5)
     select unit_id, id from chain order by depth`,
    [prefix, door],
  )
  const open: OpenChannel[] = []
  for (const { unit_id, id } of rows) {
    const channel = await channelOf(sql, unit_id, id)
    // A key that was renewed at one office opens no more there, whatever it opens elsewhere.
    if (channel?.door.equals(door)) open.push({ unit_id, id, key: openSealed(channel.sealed, pair) })
  }
  return open
}

/** The messages of a record, the first one first, with the version the next one gets. */
export async function messagesOf(
  sql: Sql,
  unit_id: string,
  id: string,
  key: Buffer,
): Promise<{ messages: ChannelMessage[]; next: number }> {
  const all = await openFields(sql, unit_id, channelId(id), key)
  // What `sealMessage` seals has this shape.
  const messages = all.filter((one) => one.name === 'message').map((one) => one.content as ChannelMessage)
  return { messages, next: messages.length + 1 }
}

/** A message as a field of the channel. */
export function sealMessage(id: string, version: number, message: ChannelMessage, key: Buffer) {
  return sealField(channelId(id), 'message', version, message, key)
}
