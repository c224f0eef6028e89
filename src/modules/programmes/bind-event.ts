/** `bind-event`, `release-event`: dialogues and meetings of a unit belong to the theme of the year that binds it. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { type InstrumentRow, instrument, type ThemeEvent } from './instrument.ts'
import { paperUnits } from './programme.ts'
import { readReference, reference, referenceTo } from './references.ts'
import { eventSql } from './theme.ts'

const eventsMax = 1000

/** Events of the viewer's own units that may be bound, the latest first. */
export async function ownEvents(viewer: Viewer, sql: Sql): Promise<(ThemeEvent & { title: string; on_day: string })[]> {
  const { rows } = await sql.query<ThemeEvent & { title: string; on_day: string }>(
    `select e.kind, e.unit_id, e.id, e.title, e.on_day::text from (${eventSql}) e
     where e.unit_id = any($1::uuid[]) order by e.on_day desc, e.id limit 200`,
    [paperUnits(viewer)],
  )
  return rows
}

/** Of one's own unit alone, and once. */
export const bindEvent = action({
  noun: instrument,
  step: 'bind-event',
  input: z.object({ event: reference() }),
  async reads(sql, { input, viewer }) {
    const wanted = readReference(input.event)
    const own = await ownEvents(viewer, sql)
    return own.find((one) => one.unit_id === wanted?.unit_id && one.id === wanted.id) ?? null
  },
  decide({ record, input }, found) {
    const events = record!.events ?? []
    if (!found) throw new WrongInput([{ field: 'event', code: 'not-own-event' }])
    if (events.some((one) => referenceTo(one) === input.event))
      throw new WrongInput([{ field: 'event', code: 'event-is-bound-already' }])
    if (events.length >= eventsMax) throw new WrongInput([{ field: 'event', code: 'too-many-events' }])
    return { change: { events: [...events, { kind: found.kind, unit_id: found.unit_id, id: found.id }] } }
  },
})

/** A mistake is taken back by the unit whose event it is. */
export const releaseEvent = action({
  noun: instrument,
  step: 'release-event',
  input: z.object({ event: reference() }),
  decide({ record, input, viewer }) {
    const events = record!.events ?? []
    const named = events.find((one) => referenceTo(one) === input.event)
    if (!named || !paperUnits(viewer).includes(named.unit_id))
      throw new WrongInput([{ field: 'event', code: 'not-own-event' }])
    return { change: { events: events.filter((one) => one !== named) } }
  },
})

/** An event under the theme, as the viewer may know it. */
export interface BoundEvent extends ThemeEvent {
  title: string
  unit: string
  on_day: Temporal.PlainDate
  seen: boolean
}

/** Events bound to the theme: of units whose registers the viewer sees, and what is public. */
export async function boundEvents(viewer: Viewer, sql: Sql, row: InstrumentRow): Promise<BoundEvent[]> {
  const values: unknown[] = [JSON.stringify(row.events ?? [])]
  const seen = visibleTo(viewer, 'e.unit_id', values)
  const { rows } = await sql.query<BoundEvent>(
    `select e.kind, e.unit_id, e.id, e.title, e.on_day, ${seen} as seen,
       coalesce((select u.name from unit_period u where u.unit_id = e.unit_id order by u.valid desc limit 1), '') as unit
     from jsonb_to_recordset($1::jsonb) as b(unit_id uuid, id uuid) join (${eventSql}) e on e.unit_id = b.unit_id and e.id = b.id
     where ${seen} or e.is_public order by e.on_day desc, e.id`,
    values,
  )
  return rows
}
