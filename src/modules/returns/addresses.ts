/** Addresses of returns, under `/bao-cao/nop`. */
import type { UnitReturnRow } from './unit-return.ts'

/** The list, and the page of who has not handed in. */
export const listPath = '/bao-cao/nop'
export const owedPath = `${listPath}/chua-nop`
export const draftPath = `${listPath}/lap`
export const endedPath = `${draftPath}/don-vi-cu`

/** The page of one return. */
export const returnPath = (row: Pick<UnitReturnRow, 'unit_id' | 'id'>): string => `${listPath}/${row.unit_id}/${row.id}`

/** Where the address for a unit's reminders is set. */
export const contactPath = (unit_id: string): string => `${listPath}/lien-he/${unit_id}`

/** The draft form with what is known already. */
export function draftAddress(known: { unit?: string; form?: string; period?: string; source?: string }): string {
  const entries = [
    ['don_vi', known.unit],
    ['bieu', known.form],
    ['ky', known.period],
    ['nguon', known.source],
  ].flatMap(([name, value]) => (value ? [[name!, value]] : []))
  return `${draftPath}?${new URLSearchParams(entries)}`
}

/** Who has not handed in a form of a period. */
export function owedAddress(known: { root?: string; form?: string; period?: string }): string {
  const entries = [
    ['dia_ban', known.root],
    ['bieu', known.form],
    ['ky', known.period],
  ].flatMap(([name, value]) => (value ? [[name!, value]] : []))
  return `${owedPath}?${new URLSearchParams(entries)}`
}
