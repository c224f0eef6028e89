/** What an address of the backlog asks for; whatever it cannot read counts as not asked. */
import { day } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { CaseFilter, PlanList, Scope } from './queries.ts'
import { ages, causes, openKinds } from './terms.ts'

/** Reads one word of an address. */
type Query = (name: string) => string | undefined

/** Whose cases. */
export function askedScope(query: Query): Scope {
  const text = query('pham-vi')
  if (text === 'ben-duoi') return 'below'
  return text !== undefined && isUuid(text) ? { unit_id: text } : 'own'
}

const groups = ['decided', 'settled-for-good', 'no-plan-long', 'overdue', 'due-soon'] as const

/** Which cases. */
export function askedCases(query: Query): CaseFilter {
  const state = query('buoc')
  const cause = query('nguyen-nhan')
  const found = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(query('sau') ?? '')
  const received_on = day().safeParse(found?.[1] ?? '')
  return {
    age: ages.find((age) => age.id === query('tuoi'))?.id,
    kind: openKinds.find((kind) => kind === query('so')),
    state: state && /^[a-z-]{1,40}$/.test(state) ? state : undefined,
    cause: cause === 'none' ? 'none' : causes.find((one) => one === cause),
    group: groups.find((group) => group === query('nhom')),
    after: found?.[2] && received_on.success ? { received_on: received_on.data.toString(), id: found[2] } : null,
  }
}

/** Which plans. */
export function askedPlans(query: Query): PlanList {
  return (['mine', 'open', 'overdue', 'ended'] as const).find((list) => list === query('danh-sach')) ?? 'open'
}

/** Days before the due day; null where what was typed is no number from 0 to 60. */
export function askedDays(query: Query): number | null {
  const text = query('ngay')?.trim() ?? '5'
  return /^\d{1,2}$/.test(text) && Number(text) <= 60 ? Number(text) : null
}
