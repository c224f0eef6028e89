/** Which unit a file means by a code: codes are used again, so the day of the file decides and its name confirms. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { type FoundUnit, unitsByCode } from './queries.ts'
import { nameKey, shortName } from './unit.ts'

/** What a file says: a code, the day it speaks of (or the days, from the first to the last), and often a name. */
export interface CodeInFile {
  code: string
  on: Temporal.PlainDate
  /** Last day it speaks of; absent: `on` alone. A code that changed hands in between needs a name. */
  until?: Temporal.PlainDate
  name?: string | undefined
}

/** Who bore a code, and when. */
export interface Bearer {
  unit_id: string
  name: string
  from_on: Temporal.PlainDate
  /** First day without it; null: still. */
  until_on: Temporal.PlainDate | null
}

/**
 * Why a code leads nowhere: nobody ever bore it; nobody did on that day; it changed hands in these days and no name
 * says whose it is; it lost zeros that could be those of two units; or the name is not that of who bore it that day.
 * `bearers`: who bears it when.
 */
export interface CodeRefused {
  reason: 'unknown-code' | 'code-of-other-days' | 'code-changed-hands' | 'unclear-code' | 'name-of-another-unit'
  bearers: readonly Bearer[]
}

const bearersSql = `
select unit_id, name, lower(valid) as from_on, upper(valid) as until_on from unit_period
where code = $1 and level in ('country', 'ministry', 'province', 'district', 'commune') order by valid`

/** Spreadsheets drop leading zeros, which a code of two, three or five digits cannot lack. */
function spellings(code: string): string[] {
  const plain = code.trim().toUpperCase()
  if (!/^\d{1,5}$/.test(plain)) return [plain]
  return [plain, ...[2, 3, 5].filter((length) => length > plain.length).map((length) => plain.padStart(length, '0'))]
}

/** The unit that bore the code on the days of the file, or the reason why none is meant for certain. */
export async function unitOfCode(
  viewer: Viewer,
  sql: Queryable,
  given: CodeInFile,
): Promise<{ unit: FoundUnit } | { refused: CodeRefused }> {
  const found: { code: string; bearers: Bearer[] }[] = []
  for (const code of spellings(given.code)) {
    const { rows } = await sql.query<Bearer>(bearersSql, [code])
    if (rows.length > 0) found.push({ code, bearers: rows })
  }
  const bearers = found.flatMap((one) => one.bearers)
  const meant = found.filter((one) => inDays(one.bearers, given).length > 0)
  const candidates = meant.flatMap((one) => inDays(one.bearers, given))
  if (bearers.length === 0) return { refused: { reason: 'unknown-code', bearers } }
  if (candidates.length === 0) return { refused: { reason: 'code-of-other-days', bearers } }
  // As it is written goes first; what zeros might have stood before it is asked only where that leads nowhere.
  const written = meant
    .filter((one) => one.code === given.code.trim().toUpperCase())
    .flatMap((one) => inDays(one.bearers, given))
  const ofName = (some: readonly Bearer[]) =>
    given.name?.trim() ? some.filter((one) => isNamed(one, given.name ?? '')) : some
  const named = ofName(written).length > 0 ? ofName(written) : ofName(candidates)
  if (named.length === 0) return { refused: { reason: 'name-of-another-unit', bearers } }
  const units = new Set(named.map((one) => one.unit_id))
  const [unit_id] = units
  if (unit_id === undefined || units.size > 1)
    return {
      refused: {
        reason: ofName(written).length > 0 || meant.length === 1 ? 'code-changed-hands' : 'unclear-code',
        bearers,
      },
    }
  const code = meant.find((one) => one.bearers.some((bearer) => bearer.unit_id === unit_id))?.code ?? given.code
  // A renamed unit bears the code through both names: it is told as on the last of the file's days that it lived.
  const last = named.filter((one) => one.unit_id === unit_id).at(-1)
  const day =
    last?.until_on && Temporal.PlainDate.compare(last.until_on, given.until ?? given.on) <= 0
      ? last.until_on.subtract({ days: 1 })
      : (given.until ?? given.on)
  const unit = (await unitsByCode(viewer, sql, code, day)).find((one) => one.id === unit_id)
  return unit ? { unit } : { refused: { reason: 'code-of-other-days', bearers } }
}

/** Those who bore the code on one of the file's days. */
function inDays(bearers: readonly Bearer[], { on, until = on }: CodeInFile): Bearer[] {
  return bearers.filter(
    ({ from_on, until_on }) =>
      Temporal.PlainDate.compare(from_on, until) <= 0 &&
      (until_on === null || Temporal.PlainDate.compare(on, until_on) < 0),
  )
}

/** `Phường Ba Đình`, `ba đình`, `P. Ba Đình`: the name without what the unit calls itself, tone marks counting. */
function isNamed(bearer: Bearer, name: string): boolean {
  const plain = (text: string) => nameKey(shortName(text.replace(/^(TP|TX|TT|P|X|H|Q|T)\.\s*/u, '')))
  return plain(bearer.name) === plain(name)
}

const reasons = {
  'unknown-code': 'no unit ever bore it',
  'code-of-other-days': 'no unit bore it that day',
  'code-changed-hands': 'it changed hands in these days and no name says whose it is',
  'unclear-code': 'it lost zeros that could be those of two units',
  'name-of-another-unit': 'the name is not that of the unit that bore it that day',
} as const satisfies Record<CodeRefused['reason'], string>

/** The refusal as one sentence for the command line, with who bore the code when. */
export function refusedSentence(code: string, on: Temporal.PlainDate, { reason, bearers }: CodeRefused): string {
  const who = bearers.map(
    ({ name, from_on, until_on }) => `${name} ${from_on} to ${until_on?.subtract({ days: 1 }) ?? 'now'}`,
  )
  return [`code ${code} on ${on} leads to no unit: ${reasons[reason]}`, ...who].join('; ')
}
