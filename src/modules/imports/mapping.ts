/** What a person said of the columns, as it stands in the address: letters of columns, never a word of the book. */
import type { importedStages } from '../receptions/import-visit.ts'
import { type BookColumn, bookColumns, guessLayout, type Layout, neededColumns } from './columns.ts'
import type { ChosenSheet } from './plan.ts'
import { columnOf, lettersOf, type Sheet } from './sheet.ts'

/** One sheet as the form shows it. */
export interface SheetChoice {
  index: number
  taken: boolean
  /** As typed: the header's row as the spreadsheet counts. */
  header: string
  columns: Readonly<Partial<Record<BookColumn, string>>>
}

/** The whole form. */
export interface Mapping {
  stage: (typeof importedStages)[number]
  sheets: readonly SheetChoice[]
}

/** What is wrong with the form, at its field. */
export interface MappingFault {
  field: string
  code: 'no_sheet' | 'header' | 'missing' | 'twice'
  sheet?: string
  column?: BookColumn
}

/** Name of a field of one sheet. */
export const fieldOf = (index: number, name: BookColumn | 'take' | 'header') => `s${index}-${name}`

/** The mapping the program guesses. */
export function guessMapping(sheets: readonly Sheet[]): Mapping {
  return {
    stage: 'regular',
    sheets: sheets.map((sheet, index) => {
      const layout = guessLayout(sheet)
      return {
        index,
        taken: layout !== null,
        header: String((layout?.header ?? 0) + 1),
        columns: Object.fromEntries(Object.entries(layout?.columns ?? {}).map(([name, at]) => [name, lettersOf(at)])),
      }
    }),
  }
}

/** The mapping as it came back; unknown fields are dropped. */
export function readMapping(query: URLSearchParams, sheets: readonly Sheet[]): Mapping {
  return {
    stage: query.get('stage') === 'head' ? 'head' : 'regular',
    sheets: sheets.map((_, index) => ({
      index,
      taken: query.get(fieldOf(index, 'take')) === 'yes',
      header: (query.get(fieldOf(index, 'header')) ?? '').slice(0, 8),
      columns: Object.fromEntries(
        bookColumns.flatMap((name) => {
          const letters = query.get(fieldOf(index, name)) ?? ''
          return /^[A-Z]{1,3}$/.test(letters) ? [[name, letters]] : []
        }),
      ),
    })),
  }
}

/** The mapping in an address. */
export function queryOf(mapping: Mapping): string {
  const query = new URLSearchParams({ stage: mapping.stage })
  for (const { index, taken, header, columns } of mapping.sheets) {
    if (!taken) continue
    query.set(fieldOf(index, 'take'), 'yes')
    query.set(fieldOf(index, 'header'), header)
    for (const [name, letters] of Object.entries(columns)) query.set(`s${index}-${name}`, letters)
  }
  return query.toString()
}

/** The sheets as they are to be read, or what is wrong with the form. */
export function chosenSheets(
  mapping: Mapping,
  sheets: readonly Sheet[],
): { ok: true; chosen: ChosenSheet[] } | { ok: false; faults: MappingFault[] } {
  const taken = mapping.sheets.filter((one) => one.taken)
  if (taken.length === 0) return { ok: false, faults: [{ field: fieldOf(0, 'take'), code: 'no_sheet' }] }
  const faults = taken.flatMap((one) => faultsOf(one, sheets[one.index]))
  if (faults.length > 0) return { ok: false, faults }
  const chosen = taken.flatMap(({ index, header, columns }) => {
    const sheet = sheets[index]
    const at: Layout['columns'] = Object.fromEntries(
      Object.entries(columns).map(([name, letters]) => [name, columnOf(letters)]),
    )
    return sheet ? [{ sheet, layout: { header: Number(header) - 1, columns: at } }] : []
  })
  return { ok: true, chosen }
}

function faultsOf({ index, header, columns }: SheetChoice, sheet: Sheet | undefined): MappingFault[] {
  const name = sheet?.name ?? ''
  const faults: MappingFault[] = []
  const row = Number(header)
  if (!/^\d{1,6}$/.test(header) || row < 1 || row > (sheet?.rows.length ?? 0))
    faults.push({ field: fieldOf(index, 'header'), code: 'header', sheet: name })
  for (const column of neededColumns)
    if (!columns[column]) faults.push({ field: fieldOf(index, column), code: 'missing', sheet: name, column })
  const used = new Set<string>()
  for (const column of bookColumns) {
    const letters = columns[column]
    if (letters === undefined) continue
    if (used.has(letters)) faults.push({ field: fieldOf(index, column), code: 'twice', sheet: name, column })
    used.add(letters)
  }
  return faults
}
