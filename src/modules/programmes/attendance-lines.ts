/** Attendance pasted as lines, `unit; people`: units are found by their names, with or without tone marks. */
import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { foldMarks } from '../../platform/text.ts'
import { shortName } from '../units/unit.ts'
import type { Attending } from './study-session.ts'

const peopleMax = 100_000

const wrong = (code: string, line: string): never => {
  throw new WrongInput([{ field: 'lines', code, params: { line: line.slice(0, 80) } }])
}

/** The name and the number of a line; a tab, a semicolon or a bar stands between them. */
export function readLine(line: string): { name: string; people: number } {
  const [, name = '', typed = ''] = /^(.*\S)\s*[;|\t]\s*([\d.\s]+)$/u.exec(line.trim()) ?? []
  const people = Number(typed.replace(/[.\s]/g, ''))
  if (name === '' || !Number.isInteger(people) || people > peopleMax) return wrong('line-is-not-unit-and-number', line)
  return { name, people }
}

/**
 * How many came from each unit that the lines name. Units are those of the country's territory in which `unit_id` lies on
 * the day; a name that several bear, or none, is refused with its line.
 */
export async function readAttendance(
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
  lines: string,
): Promise<Attending[]> {
  const typed = lines.split('\n').filter((line) => line.trim() !== '')
  const { rows } = await sql.query<{ unit_id: string; name: string }>(
    `select p.unit_id, p.name from unit_period p where p.valid @> $2::date and p.unit_id in (
       select below.unit_id from unit_ancestry below where below.valid @> $2::date and below.ancestor_id in (
         select coalesce((select up.ancestor_id from unit_ancestry up join unit_period t on t.unit_id = up.ancestor_id and t.valid @> $2::date
           where up.unit_id = $1 and up.valid @> $2::date and t.level = 'province' limit 1), $1)))`,
    [unit_id, on.toString()],
  )
  const named = (key: (name: string) => string) => Map.groupBy(rows, (row) => key(row.name))
  const whole = named(foldMarks)
  const short = named((name) => foldMarks(shortName(name)))
  return typed.map((line) => {
    const { name, people } = readLine(line)
    const found = whole.get(foldMarks(name)) ?? short.get(foldMarks(name)) ?? []
    const [one, other] = found
    if (!one) return wrong('line-names-no-unit', line)
    if (other) return wrong('line-names-several-units', line)
    return { unit_id: one.unit_id, people }
  })
}
