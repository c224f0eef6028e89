/** Addresses of grievances; the address of the list is its state. */
import { grievanceSources } from '../../law/grievance-workflow.ts'
import { fields } from '../../law/terms.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { GrievanceFilter } from './queries.ts'

/** The list. */
export const listPath = '/buc-xuc'
/** One grievance. */
export const recordPath = (row: { unit_id: string; id: string }) => `${listPath}/${row.unit_id}/${row.id}`

/** What an address asks for; whatever it cannot read counts as not asked. */
export function askedFilter(query: (name: string) => string | undefined): GrievanceFilter {
  const place = query('noi') ?? ''
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(query('sau') ?? '') ?? []
  return {
    ended: query('trang-thai') === 'ket-thuc',
    mine: query('cua') === 'toi',
    overdue: query('qua-ngay') === 'co',
    field: fields.find((field) => field.id === query('linh-vuc'))?.id,
    source: grievanceSources.find((source) => source === query('nguon')),
    place_unit_id: isUuid(place) ? place : undefined,
    after: on && id && isUuid(id) && isDay(on) ? { on, id } : null,
  }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** The address of a list. */
export function listHref(filter: Partial<GrievanceFilter>): string {
  const asked = new URLSearchParams()
  if (filter.ended) asked.set('trang-thai', 'ket-thuc')
  if (filter.mine) asked.set('cua', 'toi')
  if (filter.overdue) asked.set('qua-ngay', 'co')
  if (filter.field) asked.set('linh-vuc', filter.field)
  if (filter.source) asked.set('nguon', filter.source)
  if (filter.place_unit_id) asked.set('noi', filter.place_unit_id)
  if (filter.after) asked.set('sau', `${filter.after.on}_${filter.after.id}`)
  return asked.size > 0 ? `${listPath}?${asked}` : listPath
}
