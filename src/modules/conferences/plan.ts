/** `plan`: a meeting is planned by the unit that prepares it. */
import { z } from 'zod'
import { meetingKinds, meetingModes } from '../../law/meeting-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { agree, choice, day, longText, text } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { fromList, timeOfDay } from '../receptions/asked.ts'
import { faultAt, minuteOf } from './asked.ts'
import { meeting } from './meeting.ts'
import { newCode } from './rooms.ts'

/** What a meeting is, however it is entered. */
export const about = {
  title: text(300),
  purpose: longText(4000).optional(),
  mode: choice(meetingModes),
  place: text(300).optional(),
  online_address: text(500).optional(),
  is_public: agree(),
  blind_papers: agree(),
  cluster_id: fromList().optional(),
  period: text(10, { field: 'choice' }).optional(),
}

/** When it is. */
export const when = {
  held_on: day(),
  until_on: day().optional(),
  starts: timeOfDay(),
  ends: timeOfDay(),
}

/** The name of a unit on a day; null where it does not stand. */
export async function nameOf(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<string | null> {
  const { rows } = await sql.query<{ name: string }>(
    'select name from unit_period where unit_id = $1 and valid @> $2::date',
    [unit_id, on.toString()],
  )
  return rows[0]?.name ?? null
}

/** Throws where the hours or days of a meeting do not follow each other. */
export function checkWhen(input: {
  held_on: Temporal.PlainDate
  until_on?: Temporal.PlainDate | undefined
  starts: string
  ends: string
}): void {
  if (input.until_on && Temporal.PlainDate.compare(input.until_on, input.held_on) < 0)
    faultAt('until_on', 'ends-before-it-starts')
  if (minuteOf(input.ends) <= minuteOf(input.starts)) faultAt('ends', 'ends-before-it-starts')
}

/** Throws where it is nowhere, or in a room and on the net by turns without either. */
export function checkWhere(input: { mode: string; place?: string | undefined }): void {
  if (input.mode !== 'online' && input.place === undefined) faultAt('place', 'required')
}

/** Plans it: the unit itself is the first organiser, the central hall the first room. */
export const plan = action({
  noun: meeting,
  step: 'plan',
  input: z.object({ kind: choice(meetingKinds), ...about, ...when }),
  reads: async (sql, { unit_id, moment }) => ({
    unit: (await nameOf(sql, unit_id, moment.on)) ?? '',
    code: newCode(),
    host_id: uuidv7(),
    room_id: uuidv7(),
  }),
  decide({ input, unit_id }, { unit, code, host_id, room_id }) {
    checkWhen(input)
    checkWhere(input)
    const hall = {
      id: room_id,
      name: input.place ?? '',
      unit_id: null,
      online: false,
      capacity: null,
      code,
      people: null,
      counted_at: null,
      counted_by: null,
    }
    return {
      change: {
        kind: input.kind,
        title: input.title,
        purpose: input.purpose ?? null,
        mode: input.mode,
        place: input.place ?? null,
        online_address: input.online_address ?? null,
        is_public: input.is_public,
        blind_papers: input.blind_papers,
        findings_public: false,
        cluster_id: input.cluster_id ?? null,
        period: input.period ?? null,
        held_on: input.held_on,
        until_on: input.until_on ?? input.held_on,
        starts: input.starts,
        ends: input.ends,
        hosts: [{ id: host_id, role: 'organiser' as const, unit_id, unit, person: null }],
        rooms: input.place === undefined ? [] : [hall],
      },
    }
  },
})
