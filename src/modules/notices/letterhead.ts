/** Who writes a letter on a day: the unit's names as they stood, its head, and what is printed above and below. */
import type { Sql } from '../../platform/actions/action.ts'
import { type Issuer, placeOf, type Signature, settlerName } from './wording.ts'

/** What letters of a unit need to know of it on a day. */
export interface Letterhead {
  issuer: Issuer
  signature: Signature
  /** The province's or superior's head, to whom the second road leads; null at the top. */
  superior: string | null
}

/**
 * Reads a unit's letterhead on a day; a unit without a head that day signs with an empty name, seen at once on paper.
 * For a unit that is no more its successor writes; where none is known, letters bear its last name.
 */
export async function letterhead(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<Letterhead> {
  const { rows } = await sql.query<LetterheadColumns>({
    name: 'letterhead',
    text: `select ${letterheadColumns} ${letterheadTables}`,
    values: [unit_id, on.toString()],
  })
  return letterheadFrom(sql, rows[0]!, unit_id, on)
}

/** The columns of a letterhead in a larger query; `letterheadTables` brings them for $1, the unit, and $2, the day. */
export const letterheadColumns = `u.name as unit_name, u.level as unit_level, p.name as parent_name, p.level as parent_level,
  a.name as head_name, pos.title as head_title`

/** One row in any case: of a unit that is no more, all of its columns are null. */
export const letterheadTables = `from (select) one
  left join unit_period u on u.unit_id = $1 and u.valid @> $2::date
  left join unit_period p on p.unit_id = u.parent_id and p.valid @> $2::date
  left join position pos on pos.unit_id = u.unit_id and pos.kind = 'head' and pos.state <> 'void'
    and pos.from_on <= $2::date and (pos.until_on is null or $2::date < pos.until_on)
  left join account a on a.id = pos.account_id`

/** What `letterheadColumns` holds. */
export interface LetterheadColumns {
  unit_name: string | null
  unit_level: string
  parent_name: string | null
  parent_level: string | null
  head_name: string | null
  head_title: string | null
}

/** A letterhead from what was just read. */
export async function letterheadFrom(
  sql: Sql,
  row: LetterheadColumns,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<Letterhead> {
  const { unit_name: name, unit_level: level } = row
  if (name === null) return letterheadOfHeir(sql, unit_id, on)
  const territory = ['province', 'district', 'commune'].includes(level)
  return {
    issuer: {
      name,
      body: territory ? 'peoples-committee' : 'other',
      parent_name: territory ? null : row.parent_name,
      symbol: territory ? 'UBND' : initials(name),
      place: placeOf(territory ? name : (row.parent_name ?? name)),
    },
    signature: {
      capacity: 'own',
      head_title: shortTitle(row.head_title) ?? (territory ? 'Chủ tịch' : 'Thủ trưởng'),
      name: row.head_name ?? '',
    },
    superior:
      row.parent_name && row.parent_level && row.parent_level !== 'country'
        ? settlerName(row.parent_level, row.parent_name)
        : row.parent_name,
  }
}

/** Who took over, in the end; of several the same one each time. */
async function letterheadOfHeir(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<Letterhead> {
  const { rows } = await sql.query<{ heir: string | null; last_on: Temporal.PlainDate | null }>(
    `with recursive heir(unit_id, depth) as (
       select s.to_id, 1 from unit_successor s where s.from_id = $1 and s.succeeded_on <= $2
       union all
       select s.to_id, h.depth + 1 from heir h join unit_successor s on s.from_id = h.unit_id and s.succeeded_on <= $2 where h.depth < 8
     ) select (select h.unit_id from heir h join unit_period p on p.unit_id = h.unit_id and p.valid @> $2::date order by h.depth, h.unit_id limit 1) as heir,
       (select max(upper(valid)) - 1 from unit_period where unit_id = $1 and upper(valid) <= $2) as last_on`,
    [unit_id, on.toString()],
  )
  const { heir, last_on } = rows[0] ?? {}
  if (heir) return letterhead(sql, heir, on)
  if (last_on) return letterhead(sql, unit_id, last_on)
  throw new Error(`no unit ${unit_id} on ${on}`)
}

/** `Chủ tịch Ủy ban nhân dân xã X` is signed as `Chủ tịch`. */
function shortTitle(title: string | null): string | null {
  return title ? title.replace(/\s+(Ủy ban nhân dân|UBND)\b.*$/u, '') : null
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 6)
}
