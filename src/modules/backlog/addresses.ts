/** Where the pages of the backlog are; the address is the state of a list. */
import { recordPath } from '../../ui/parts/letter.tsx'
import type { CaseFilter, Scope } from './queries.ts'

/** The board. */
export const boardPath = '/ton-dong'

/** Lists and small records under it. */
export const paths = {
  cases: `${boardPath}/danh-sach`,
  plans: `${boardPath}/ke-hoach`,
  hand_overs: `${boardPath}/ban-giao`,
  suspensions: `${boardPath}/tam-dinh-chi`,
  demands: `${boardPath}/don-doc`,
} as const

/** A scope in an address. */
export function scopeText(scope: Scope): string {
  if (scope === 'own') return 'don-vi'
  return scope === 'below' ? 'ben-duoi' : scope.unit_id
}

/** An address with this scope and these words. */
export function withScope(path: string, scope: Scope, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ 'pham-vi': scopeText(scope), ...more })}`
}

/** The list behind a number. */
export function casesHref(scope: Scope, filter: CaseFilter): string {
  const words = {
    tuoi: filter.age,
    so: filter.kind,
    buoc: filter.state,
    'nguyen-nhan': filter.cause,
    nhom: filter.group,
    sau: filter.after ? `${filter.after.received_on}_${filter.after.id}` : undefined,
  }
  const asked = Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return withScope(paths.cases, scope, Object.fromEntries(asked))
}

/** The page of a plan, a hand-over or a demand. */
export function rowPath(of: 'plans' | 'hand_overs' | 'demands', row: { unit_id: string; id: string }): string {
  return `${paths[of]}/${row.unit_id}/${row.id}`
}

/** The form of a plan for a record. */
export function makePlanPath(row: { unit_id: string; kind: string; id: string }): string {
  return `${paths.plans}/lap/${row.unit_id}/${row.kind}/${row.id}`
}

/** A record's page: of the open registers, or of a plan. */
export function itemPath(item: { unit_id: string; kind: string; id: string }): string {
  return item.kind === 'case-plan' ? rowPath('plans', item) : recordPath(item.kind, item)
}
