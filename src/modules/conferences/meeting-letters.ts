/** Letters of a meeting as decisions ask for them: the invitation of a unit, word that it moved, the conclusion. */
import type { DocumentWanted, Sql } from '../../platform/actions/action.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Letterhead } from '../notices/letterhead.ts'
import { letterBooks } from '../notices/letters.ts'
import { issuerName, placeOf } from '../notices/wording.ts'
import { type Guest, type MeetingRow, spokenHost } from './meeting.ts'

const territories: readonly string[] = ['province', 'district', 'commune']

/** How letters name a unit: a territory by its People's Committee. */
function officialName(unit: { name: string; level: string }): string {
  if (!territories.includes(unit.level)) return unit.name
  return issuerName({
    name: unit.name,
    body: 'peoples-committee',
    parent_name: null,
    symbol: 'UBND',
    place: placeOf(unit.name),
  })
}

async function namesById(sql: Sql, ids: readonly string[], on: Temporal.PlainDate): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ unit_id: string; name: string; level: string }>(
    'select distinct on (unit_id) unit_id, name, level from unit_period where unit_id = any($1::uuid[]) and lower(valid) <= $2::date order by unit_id, valid desc',
    [ids, on.toString()],
  )
  return new Map(rows.map((row) => [row.unit_id, officialName(row)]))
}

/** Names of guests as their letters write them, by the guest's id. */
export async function letterNames(
  sql: Sql,
  guests: readonly Guest[],
  on: Temporal.PlainDate,
): Promise<Map<string, string>> {
  const names = await namesById(
    sql,
    guests.flatMap((one) => one.unit_id ?? []),
    on,
  )
  return new Map(guests.map((one) => [one.id, (one.unit_id && names.get(one.unit_id)) || one.name]))
}

/** Names of the units that a conclusion speaks of, by id: who organised, who is to keep what was said. */
export function ownerNames(
  sql: Sql,
  row: Pick<MeetingRow, 'hosts' | 'promises'>,
  on: Temporal.PlainDate,
): Promise<Map<string, string>> {
  const owners = row.promises.flatMap((one) => [one.owner_unit_id, ...one.helper_unit_ids])
  return namesById(sql, [...owners, ...row.hosts.flatMap((one) => one.unit_id ?? [])], on)
}

type When = Pick<MeetingRow, 'held_on' | 'until_on' | 'starts' | 'ends' | 'place' | 'mode'>

const whenOf = (row: When) => ({
  held_on: row.held_on.toString(),
  until_on: row.until_on.toString(),
  starts: row.starts,
  ends: row.ends,
  where: row.place,
})

const kindAndTitle = (row: Pick<MeetingRow, 'kind' | 'title'>) => ({ meeting: row.kind, about: row.title })

function document<K extends 'meeting-invitation' | 'meeting-change' | 'meeting-conclusion'>(
  kind: K,
  id: string,
  of: { title: string; on: Temporal.PlainDate; data: LetterData[K] },
): DocumentWanted {
  return {
    id,
    kind,
    book: letterBooks[kind].book,
    year: of.on.year,
    title: of.title.slice(0, 300),
    issued_on: of.on,
    data: { ...of.data },
  }
}

/** The letter of one unit: what is held, who chairs, when, where, its room, and until when it answers. */
export function invitationLetter(
  id: string,
  { issuer, signature }: Letterhead,
  row: MeetingRow,
  of: { guest: Guest; to: string; answer_by: Temporal.PlainDate; note: string | null; on: Temporal.PlainDate },
): DocumentWanted {
  const room = row.rooms.find((one) => one.id === of.guest.room_id)
  const chairs = row.hosts.filter((one) => one.role === 'chair')
  return document('meeting-invitation', id, {
    title: `Giấy mời: ${row.title}`,
    on: of.on,
    data: {
      issuer,
      signature,
      ...kindAndTitle(row),
      ...whenOf(row),
      to: of.to,
      purpose: row.purpose,
      chairs: chairs.map(spokenHost),
      room: room?.online ? room.name : null,
      online_address: row.mode === 'in-person' ? null : row.online_address,
      answer_by: of.answer_by.toString(),
      note: of.note,
    },
  })
}

/** Word to everybody invited that it moved (`after`), or will not be held (null). */
export function changeLetter(
  id: string,
  { issuer, signature }: Letterhead,
  after: When | null,
  of: { before: MeetingRow; names: ReadonlyMap<string, string>; reason: string; on: Temporal.PlainDate },
): DocumentWanted {
  const asked = of.before.invited.filter((one) => one.invited_on !== null && one.withdrawn_on === null)
  return document('meeting-change', id, {
    title: `${after ? 'Thay đổi thời gian, địa điểm' : 'Hủy'}: ${of.before.title}`,
    on: of.on,
    data: {
      issuer,
      signature,
      ...kindAndTitle(of.before),
      before: whenOf(of.before),
      after: after && whenOf(after),
      reason: of.reason,
      to: asked.map((one) => of.names.get(one.id) ?? one.name),
    },
  })
}

/** Thông báo kết luận: findings in their order, the conclusion's words, and what is ordered and recommended. */
export function conclusionLetter(
  id: string,
  { issuer, signature }: Letterhead,
  row: MeetingRow,
  of: { owners: ReadonlyMap<string, string>; on: Temporal.PlainDate },
): DocumentWanted {
  const chairs = row.hosts.filter((one) => one.role === 'chair')
  const name = (unit_id: string) => of.owners.get(unit_id) ?? ''
  return document('meeting-conclusion', id, {
    title: `Kết luận: ${row.title}`,
    on: of.on,
    data: {
      issuer,
      signature,
      ...kindAndTitle(row),
      ...whenOf(row),
      organisers: row.hosts
        .filter((one) => one.role === 'organiser')
        .map((one) => (one.unit_id && of.owners.get(one.unit_id)) || one.unit),
      chairs: chairs.map(spokenHost),
      findings: row.findings.map(({ kind, text, grounds }) => ({
        kind,
        text,
        grounds: grounds.map((one) => one.title),
      })),
      conclusion: row.conclusion ?? '',
      promises: row.promises.map((one) => ({
        text: one.text,
        owner: name(one.owner_unit_id),
        helpers: one.helper_unit_ids.map(name),
        force: one.force,
        due_on: one.due_on,
      })),
    },
  })
}
