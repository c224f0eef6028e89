/**
 * Codes that a sheet names its unit by. Codes are used again: the days of the period decide whose it is, and a sheet that
 * bears another unit's code is refused, whatever name stands beside it.
 */
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Cell, lettersOf, type Sheet } from '../imports/sheet.ts'
import { type CodeRefused, unitOfCode } from '../units/unit-of-code.ts'
import type { CellFault, WantedCells } from './read-cells.ts'

/** `Mã đơn vị: 02947`, `Mã số 02947`, `Mã: 02947`. */
const labelled = /(?<!\p{L})mã(?:\s+(?:số|đơn vị|cơ quan|xã|tỉnh|đvhc))*\s*:?\s*(\d{2,5})(?![\d/.-])/iu
/** In a cell of its own: long enough not to be the number of a row. */
const alone = /^\d{4,5}$/

/** More than this many codes no sheet of one unit bears. */
const codesMax = 20

/** The codes over the form and before the row that names the unit, with their cells. */
export function codesIn(sheet: Sheet, unit_name: string): { cell: string; code: string }[] {
  const said = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell).normalize('NFC'))
  const name = unit_name.normalize('NFC').toLocaleLowerCase('vi')
  const numbers = sheet.rows.findIndex((cells) => cells.some((cell) => /^1(=\d|$)/.test(said(cell).trim())))
  return sheet.rows
    .flatMap((cells, row) => {
      const named = cells.findIndex((cell) => said(cell).toLocaleLowerCase('vi').includes(name))
      return cells.flatMap((cell, column) => {
        const text = said(cell).trim().slice(0, 300)
        const above = numbers < 0 || row < numbers
        const beside = !above && named >= 0 && column <= named + 1
        const code = (above || beside ? labelled.exec(text)?.[1] : null) ?? (beside && alone.test(text) ? text : null)
        return code ? [{ cell: `${lettersOf(column)}${row + 1}`, code }] : []
      })
    })
    .slice(0, codesMax)
}

/** Who bore the code when, for who has to mend the sheet. */
const bearersSaid = (code: string, { bearers }: CodeRefused) =>
  [
    code,
    ...bearers.map(
      ({ name, from_on, until_on }) =>
        `${name} (${shortDay(from_on)} – ${until_on ? shortDay(until_on.subtract({ days: 1 })) : '…'})`,
    ),
  ].join('; ')

/** The codes in a sheet that are not this unit's in the days of the period. */
export async function wrongCodes(
  viewer: Viewer,
  sql: Queryable,
  sheets: readonly Sheet[],
  wanted: WantedCells & { unit_id: string },
): Promise<CellFault[]> {
  const faults: CellFault[] = []
  const { first_on, last_on } = wanted.period
  for (const { cell, code } of sheets.flatMap((sheet) => codesIn(sheet, wanted.unit_name))) {
    const found = await unitOfCode(viewer, sql, { code, on: first_on, until: last_on })
    if ('refused' in found) {
      // Changed hands within the period: the name that stands in the sheet, which is this unit's, says whose it is.
      const named = await unitOfCode(viewer, sql, { code, on: first_on, until: last_on, name: wanted.unit_name })
      if ('unit' in named && named.unit.id === wanted.unit_id) continue
      faults.push({ cell, code: found.refused.reason, found: bearersSaid(code, found.refused) })
    } else if (found.unit.id !== wanted.unit_id)
      faults.push({ cell, code: 'code-of-another-unit', found: `${code}; ${found.unit.name}` })
  }
  return faults
}
