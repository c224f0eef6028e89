/** What the key on a slip opens, read and written inside the request: the server keeps nothing that opens it again. */
import type { Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { prefixLength } from '../../platform/tracking-code.ts'
import { wipe } from '../../platform/vault/box.ts'
import { openChannelKey, readChannelKey } from '../../platform/vault/channel-key.ts'
import { composeLetter, letterFileName } from '../notices/letters.ts'
import { citizen } from '../people/viewer-of.ts'
import {
  type ChannelMessage,
  channelId,
  channelsBehind,
  type messageKinds,
  messagesOf,
  type OpenChannel,
  sealMessage,
} from './channel.ts'
import { type DenunciationFacts, type DenunciationRow, denunciation } from './denunciation.ts'
import { bytesOf, filesOf, keepSealed, type OpenFile, type SealedFile } from './sealed-file.ts'
import { again } from './sealed-step.ts'
import { unitAbove } from './subject.ts'
import { writeFromDenouncer } from './write-from-denouncer.ts'

/** One key at one moment. */
export interface Knocking {
  slip: string
  moment: Moment
  /** The data folder: needed where there are files. */
  data: string
}

/** A key nobody was given: what is typed wrong takes the same questions. */
const nobodys = '000'.padEnd(prefixLength + 27, '0')

/** Works with what the key opens, the newest record of its chain; null where it opens nothing. */
export async function behindTheDoor<T>(
  db: Pick<Db, 'pool'>,
  { slip }: Pick<Knocking, 'slip'>,
  work: (open: OpenChannel, chain: readonly OpenChannel[]) => Promise<T>,
): Promise<T | null> {
  const read = readChannelKey(slip)
  const opened = openChannelKey(read?.key ?? nobodys)
  const chain = await channelsBehind(db.pool, read?.prefix ?? '', opened)
  wipe(opened.pair.private_key)
  try {
    const last = chain.at(-1)
    return last && read ? await work(last, chain) : null
  } finally {
    wipe(...chain.map((one) => one.key))
  }
}

/** Somebody's opening of the identity, as the denouncer is told of it. */
export interface NameOpened {
  on: Temporal.PlainDate
  title: string
  times: number
}

/** What the page shows. */
export interface DenouncersView {
  record: DenunciationRow
  facts: DenunciationFacts
  unit_name: string
  /** Where to turn when the office is late; empty at the top. */
  above_name: string
  /** Where it was first sent, and where it was transferred to since. */
  offices: readonly { unit_name: string; sent_on: string | null }[]
  messages: readonly ChannelMessage[]
  files: readonly SealedFile[]
  opened: readonly NameOpened[]
}

/** Everything the denouncer may see; null where the key opens nothing. */
export function viewOf(db: Db, knocking: Knocking): Promise<DenouncersView | null> {
  const { moment } = knocking
  return behindTheDoor(db, knocking, async (open, chain) => {
    const { unit_id, id, key } = open
    const record = await recordOf(db.pool, open)
    const viewer = denouncerOf(open, moment)
    const above = await unitAbove(db.pool, unit_id, moment.on)
    const offices = await Promise.all(
      chain.map(async (one) => {
        const { sent_to } = await recordOf(db.pool, one)
        return { unit_name: await nameOfUnit(db.pool, one.unit_id, moment.on), sent_on: sent_to?.on ?? null }
      }),
    )
    return {
      record,
      facts: await denunciation.facts(db.pool, { record, unit_id, viewer, moment }),
      unit_name: await nameOfUnit(db.pool, unit_id, moment.on),
      above_name: above ? await nameOfUnit(db.pool, above, moment.on) : '',
      offices,
      messages: (await messagesOf(db.pool, unit_id, id, key)).messages,
      files: await filesOf(db.pool, unit_id, channelId(id), key),
      opened: (await Promise.all(chain.map((one) => openingsOf(db.pool, one)))).flat(),
    }
  })
}

/** Whoever holds the key acts on this record alone, whoever may be signed in at the same browser. */
function denouncerOf({ unit_id, id }: OpenChannel, moment: Moment) {
  return citizen(moment, { opened: [{ unit_id, record_id: id }] })
}

async function recordOf(sql: Sql, { unit_id, id }: OpenChannel): Promise<DenunciationRow> {
  const { rows } = await sql.query<DenunciationRow>('select * from denunciation where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  // `channelsBehind` found it a moment ago, and no record is ever deleted.
  return rows[0]!
}

async function nameOfUnit(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<string> {
  const { rows } = await sql.query<{ name: string }>(
    'select name from unit_period where unit_id = $1 and valid @> $2::date',
    [unit_id, on.toString()],
  )
  return rows[0]?.name ?? ''
}

/** Every day on which somebody opened the identity, by post: a name would turn the page against officers. */
async function openingsOf(sql: Sql, { unit_id, id }: OpenChannel): Promise<NameOpened[]> {
  const { rows } = await sql.query<NameOpened>(
    `select e.on_day as on, coalesce(p.title, '') as title, count(*)::int as times from event e
     left join lateral (select min(title) as title from position p where p.account_id = e.actor_id and p.unit_id = e.unit_id
       and p.state <> 'void' and p.from_on <= e.on_day and (p.until_on is null or p.until_on > e.on_day)) p on true
     where e.unit_id = $1 and e.record_id = $2 and e.record_kind = 'denunciation' and e.action = 'read'
     group by e.on_day, p.title order by e.on_day desc, p.title limit 500`,
    [unit_id, id],
  )
  return rows
}

/** What the denouncer writes. */
export interface Written {
  /** Chosen by the form: sending it twice is harmless. */
  id: string
  kind: (typeof messageKinds)[number]
  text: string
  uploads: readonly OpenFile[]
}

/** Most messages of both sides on one record. */
const messages_max = 900

/** Seals and adds a message; false where the key opens nothing. */
export async function writeAsDenouncer(db: Db, knocking: Knocking, written: Written): Promise<boolean> {
  const { moment, data } = knocking
  const done = await behindTheDoor(db, knocking, (open) =>
    again(async (): Promise<Performed | true> => {
      const { unit_id, id, key } = open
      const record = await recordOf(db.pool, open)
      const { messages, next } = await messagesOf(db.pool, unit_id, id, key)
      if (messages.some((one) => one.id === written.id)) return true
      if (messages.length >= messages_max) throw new NotOpen('not-in-this-state', '', 409)
      const files = await keepSealed(data, unit_id, channelId(id), written.uploads, key)
      const message: ChannelMessage = {
        id: written.id,
        from: 'denouncer',
        kind: written.kind,
        on: moment.on.toString(),
        text: written.text,
        files: files.map((file) => file.id),
      }
      const input = {
        asks_protection: written.kind === 'protection',
        files,
        fields: [sealMessage(id, next, message, key)],
        barred: [],
      }
      const viewer = denouncerOf(open, moment)
      return perform(db, writeFromDenouncer, { viewer, unit_id, id, revision: record.revision, input, moment })
    }, 5),
  )
  return done !== null
}

/** One file of the channel, in the clear. */
export function fileForDenouncer(
  db: Db,
  knocking: Knocking,
  file_id: string,
): Promise<{ file: SealedFile; bytes: Buffer } | null> {
  return behindTheDoor(db, knocking, async ({ unit_id, id, key }) => {
    const file = (await filesOf(db.pool, unit_id, channelId(id), key)).find((one) => one.id === file_id)
    return file ? { file, bytes: await bytesOf(knocking.data, unit_id, channelId(id), file.stored, key) } : null
  })
}

/** One letter to the denouncer as a Word file. */
export function letterForDenouncer(
  db: Db,
  knocking: Knocking,
  document_id: string,
): Promise<{ name: string; bytes: Buffer } | null> {
  return behindTheDoor(db, knocking, async ({ unit_id, id, key }) => {
    const { messages } = await messagesOf(db.pool, unit_id, id, key)
    const letter = messages.find((one) => one.letter?.document_id === document_id)?.letter
    if (!letter) return null
    const { rows } = await db.pool.query<{ number: number; year: number; issued_on: Temporal.PlainDate }>(
      'select number, year, issued_on from document where unit_id = $1 and id = $2',
      [letter.unit_id, document_id],
    )
    const row = rows[0]
    if (!row) return null
    const bytes = await composeLetter('private', letter.data, {
      number: row.number,
      issued_on: row.issued_on.toString(),
    })
    return { name: letterFileName(row.number, row.year), bytes }
  })
}
