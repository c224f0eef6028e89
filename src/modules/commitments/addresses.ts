/** Where the pages of commitments are; the address is the state of a list. */

import { commitmentForces } from '../../law/commitment-workflow.ts'
import { day } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { type LedgerFilter, sorts, standings } from './ledger.ts'

/** The ledger of officers, and the one that everybody reads. */
export const deskPath = '/cam-ket-noi-bo'
export const publicPath = '/cam-ket'

/** One commitment, at the desk or for everybody. */
export function commitmentPath(face: 'desk' | 'public', row: { unit_id: string; id: string }): string {
  return `${face === 'desk' ? deskPath : publicPath}/${row.unit_id}/${row.id}`
}

/** Under both faces: what became of what was said within a span of days. */
export const spanPath = (face: 'desk' | 'public') => `${face === 'desk' ? deskPath : publicPath}/dien-bien`
/** The ledger as a spreadsheet and on paper. */
export const sheetPath = `${deskPath}/so.xlsx`
export const printPath = `${deskPath}/in`

/** What an address asks for; whatever it cannot read counts as not asked. */
export function askedFilter(query: (name: string) => string | undefined): LedgerFilter {
  const id = (name: string) => (isUuid(query(name) ?? '') ? query(name) : undefined)
  const kind = query('nguon') ?? ''
  const [, on, last] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(query('sau') ?? '') ?? []
  const year = Number(query('nam'))
  const due = { from: dayIn(query('tu')), to: dayIn(query('den')) }
  return {
    standing: standings.find((one) => one === query('tinh-hinh')) ?? 'open',
    unit_id: id('don-vi'),
    head_id: id('nguoi-dung-dau'),
    origin_kind: /^[a-z][a-z-]{1,40}$/.test(kind) ? kind : undefined,
    force: commitmentForces.find((one) => one === query('muc-do')),
    due_from: due.from,
    due_to: due.to,
    year: Number.isInteger(year) && year >= 2000 && year < 2200 ? year : undefined,
    sort: sorts.find((one) => one === query('xep')) ?? 'due',
    descending: query('chieu') === 'giam',
    after: on && last && isUuid(last) && dayIn(on) ? { on, id: last } : null,
  }
}

/** A day as typed, as an ISO day. */
export function dayIn(typed: string | undefined): string | undefined {
  const read = day().safeParse(typed ?? '')
  return read.success ? read.data.toString() : undefined
}

/** The address of a list. */
export function ledgerHref(path: string, filter: Partial<LedgerFilter>): string {
  const words: Readonly<Record<string, string | undefined>> = {
    'tinh-hinh': filter.standing === 'open' ? undefined : filter.standing,
    'don-vi': filter.unit_id,
    'nguoi-dung-dau': filter.head_id,
    nguon: filter.origin_kind,
    'muc-do': filter.force,
    tu: filter.due_from,
    den: filter.due_to,
    nam: filter.year?.toString(),
    xep: filter.sort === 'due' ? undefined : filter.sort,
    chieu: filter.descending ? 'giam' : undefined,
    sau: filter.after ? `${filter.after.on}_${filter.after.id}` : undefined,
  }
  const asked = Object.entries(words).filter((one): one is [string, string] => one[1] !== undefined)
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path
}
