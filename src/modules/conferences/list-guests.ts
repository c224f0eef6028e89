/** `list-guests`: who is to be asked; nothing leaves the house before the head invites. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { agree, choice, type FieldMeta, longText } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { lines } from '../receptions/asked.ts'
import { faultAt, rowOf } from './asked.ts'
import { type Guest, type MeetingRow, meeting, meetingMax, type Room } from './meeting.ts'
import { newCode, roomOfUnit } from './rooms.ts'

/** Whole groups at once, or chosen ones. */
export const guestGroups = ['communes', 'bodies', 'cluster', 'chosen'] as const

const unitIds = z
  .array(z.uuid({ error: 'not-an-id' }))
  .max(meetingMax.guests, { error: 'list-is-full' })
  .optional()
  .meta({ field: 'choices' } satisfies FieldMeta)

interface Found {
  unit_id: string
  name: string
}

/** Units of the group on that day, by name. */
async function unitsOf(
  sql: Sql,
  of: { unit_id: string; group: string; cluster_id: string | null; chosen: readonly string[]; on: Temporal.PlainDate },
): Promise<Found[]> {
  const where = {
    communes: `p.level = 'commune' and exists (select from unit_ancestry a where a.unit_id = p.unit_id and a.ancestor_id = $1 and a.depth > 0 and a.valid @> $2::date)`,
    bodies: `p.parent_id = $1 and p.level not in ('commune', 'district', 'province', 'village')`,
    cluster: `p.unit_id in (select m.unit_id from cluster_member m where m.cluster_id = $3 and m.member_from_on <= $2::date
      and (m.member_until_on is null or m.member_until_on > $2::date))`,
    chosen: 'p.unit_id = any($4::uuid[])',
  }[of.group]
  const { rows } = await sql.query<Found>(
    `select p.unit_id, p.name from unit_period p where p.valid @> $2::date and ${where} and coalesce($1::uuid, $3::uuid) is not null and $4::uuid[] is not null
     order by p.name collate "vi-x-icu", p.unit_id limit ${meetingMax.guests + 1}`,
    [of.unit_id, of.on.toString(), of.cluster_id, of.chosen],
  )
  return rows
}

/** Adds whoever is not on the list yet, each with an online room of its own where that is asked. */
export const listGuests = action({
  noun: meeting,
  step: 'list-guests',
  input: z.object({
    group: choice(guestGroups),
    with_rooms: agree(),
    names: longText(8000).optional(),
    unit_ids: unitIds,
  }),
  async reads(sql, { record, unit_id, input, moment }) {
    const { group, unit_ids: chosen = [] } = input
    const cluster_id = record?.cluster_id ?? null
    if (group === 'cluster' && cluster_id === null) faultAt('group', 'no-cluster-named')
    const units = await unitsOf(sql, { unit_id, group, cluster_id, chosen, on: moment.on })
    return { units, codes: input.with_rooms ? units.map(() => newCode()) : [] }
  },
  decide({ record, input }, { units, codes }) {
    const row = rowOf(record)
    if (input.group === 'chosen' && units.length < new Set(input.unit_ids ?? []).size)
      faultAt('unit_ids', 'unit-does-not-stand')
    if (input.with_rooms && row.mode === 'in-person') faultAt('with_rooms', 'meeting-is-in-one-place')
    const outside = lines(input.names ?? '').map((name) => ({ unit_id: null, name: name.slice(0, 200) }))
    const fresh = [...units, ...outside].filter((one) => !row.invited.some((guest) => same(guest, one)))
    if (fresh.length === 0) faultAt('group', 'nobody-new')
    if (row.invited.length + fresh.length > meetingMax.guests)
      faultAt('group', 'list-is-full', { max: meetingMax.guests })
    return {
      change: withGuests(
        row,
        fresh,
        input.with_rooms ? new Map(units.map((one, at) => [one.unit_id, codes[at]!])) : null,
      ),
    }
  },
})

const same = (guest: Guest, one: { unit_id: string | null; name: string }) =>
  guest.withdrawn_on === null && (one.unit_id === null ? guest.name === one.name : guest.unit_id === one.unit_id)

function withGuests(
  row: MeetingRow,
  fresh: readonly { unit_id: string | null; name: string }[],
  codes: ReadonlyMap<string, string> | null,
): { invited: Guest[]; rooms: Room[] } {
  const rooms = [...row.rooms]
  const invited = fresh.map((unit, at): Guest => {
    const code = unit.unit_id === null ? undefined : codes?.get(unit.unit_id)
    const known = rooms.find((room) => room.unit_id !== null && room.unit_id === unit.unit_id)
    const room = known ?? (code ? roomOfUnit(idFrom(row.id, `room/${row.revision + 1}/${at}`), unit, code) : null)
    if (room && !known) rooms.push(room)
    return {
      id: idFrom(row.id, `guest/${row.revision + 1}/${at}`),
      ...unit,
      room_id: room?.id ?? null,
      invited_on: null,
      letter_id: null,
      withdrawn_on: null,
      answer: null,
    }
  })
  return { invited: [...row.invited, ...invited], rooms }
}
