/** A field visit: a head goes down to the people, hears them and promises. */
import { type FieldVisitStanding, fieldVisitWorkflow } from '../../law/reception-workflow.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import type { Correction } from './reception-day.ts'

/** Who speaks on a field visit: roles, never names. */
export const speakerRoles = [
  'resident',
  'village-head',
  'front',
  'mass-organisation',
  'elder',
  'business',
  'official',
] as const

/** A row of `field_visit`; what the columns mean stands in the migration. */
export interface FieldVisitRow extends RecordRow {
  held_on: Temporal.PlainDate
  head_account_id: string
  head_name: string
  head_title: string | null
  place: string
  place_unit_id: string | null
  spoke: readonly { role: (typeof speakerRoles)[number]; said: string }[]
  promised: string | null
  promise_due_on: Temporal.PlainDate | null
  corrections: readonly Correction[]
}

/** The field visit as a kind of record. */
export const fieldVisit: Noun<FieldVisitRow, null> = {
  kind: 'field-visit',
  table: 'field_visit',
  workflow: fieldVisitWorkflow,
  facts: async () => null,
  standings({ viewer, unit_id }) {
    const standings: FieldVisitStanding[] = []
    if (holds(viewer, unit_id, 'head')) standings.push('head')
    if (holds(viewer, unit_id, 'reception-officer')) standings.push('intake')
    if (holds(viewer, unit_id, 'clerk')) standings.push('clerk')
    return standings
  },
  conditions: {},
}

/** Where the ledger tells what became of a visit's promise. */
export function becameOf({ unit_id, held_on }: Pick<FieldVisitRow, 'unit_id' | 'held_on'>): string {
  const on = held_on.toString()
  const asked = new URLSearchParams({ tu: on, den: on, 'don-vi': unit_id, nguon: 'field-visit' })
  return `/cam-ket-noi-bo/dien-bien?${asked}`
}
