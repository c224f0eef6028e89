/** Addresses of report pages: the address is the state, so that a figure can be sent to a colleague as a link. */
import type { Form } from '../../law/forms.ts'
import type { Part } from './figures.ts'
import type { Ask, Report } from './report.ts'

/** The form in an address: `01/XLD` → `01-XLD`. */
export const formSlug = (code: string): string => code.replace('/', '-')

/** The form's code from an address. */
export const formCode = (slug: string): string => slug.replace('-', '/')

/** What an address says besides the form. */
export interface AddressParts {
  unit: string
  period: string
  tree_on?: Temporal.PlainDate | null
  as_of?: Temporal.PlainDate | null
  /** Only where it is not the version in force. */
  instrument?: string
}

function query(parts: AddressParts, more: Readonly<Record<string, string | undefined>> = {}): string {
  const entries: Record<string, string | undefined> = {
    don_vi: parts.unit,
    ky: parts.period,
    ngay_cong: parts.tree_on?.toString(),
    biet_den: parts.as_of?.toString(),
    mau: parts.instrument,
    ...more,
  }
  const given = Object.entries(entries).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return new URLSearchParams(given).toString()
}

/** What an ask says in an address. */
export function partsOf(ask: Ask, unit = ask.unit): AddressParts {
  return {
    unit,
    period: ask.period.id,
    tree_on: ask.tree_on,
    as_of: ask.as_of,
    instrument: ask.period.last_on.toString() < ask.form.from ? ask.form.instrument : undefined,
  }
}

/** The page of a report. */
export function reportPath(form: Form, parts: AddressParts): string {
  return `/bao-cao/${formSlug(form.code)}?${query(parts)}`
}

/** A report on the tree of two days. */
export function treesPath(form: Form, parts: AddressParts): string {
  return `/bao-cao/${formSlug(form.code)}/hai-cay?${query({ ...parts, tree_on: null })}`
}

/** The sheet of a report. */
export function sheetPath(report: Report): string {
  return `/bao-cao/${formSlug(report.ask.form.code)}.xlsx?${query(partsOf(report.ask))}`
}

/** The list behind a figure; `after` goes on from a record. */
export function recordsPath(ask: Ask, unit: string, no: number, part: Part = 'total', after?: string): string {
  const more = { phan: part === 'total' ? undefined : part, sau: after }
  return `/bao-cao/${formSlug(ask.form.code)}/${no}?${query(partsOf(ask, unit), more)}`
}

/** The same list as a sheet, all of it. */
export function recordsSheetPath(ask: Ask, unit: string, no: number, part: Part = 'total'): string {
  const more = { phan: part === 'total' ? undefined : part }
  return `/bao-cao/${formSlug(ask.form.code)}/${no}/danh-sach.xlsx?${query(partsOf(ask, unit), more)}`
}

/** The return in which a unit on paper handed its figures in. */
export function returnPath(unit_id: string, id: string): string {
  return `/bao-cao/nop/${unit_id}/${id}`
}
