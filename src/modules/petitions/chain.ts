/** The way a petition went from register to register: for the units that have held it, never for the one complained of. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { foldMarks } from '../../platform/text.ts'
import type { PetitionRow } from './petition.ts'
import { workUnits } from './queries.ts'

/** One register in which the petition has stood. */
export interface Held {
  unit_id: string
  petition_id: string
  unit_name: string
  number: string | null
  received_on: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
}

/** Longest way that is followed; the law allows one transfer. */
const hopsMax = 6

/**
 * From the first register to the last; empty where the petition was never passed on, where the viewer works in none of
 * these units, or works in one that a complaint out of it is against. A petition sealed away in a register stands here as
 * before, by number and day alone: were it to vanish, that would tell.
 */
export async function chainFor(viewer: Viewer, sql: Sql, row: PetitionRow): Promise<Held[]> {
  if (!row.came_from && !row.sent_to) return []
  const { rows } = await sql.query<Held & { hop: number; respondents: string[] }>({
    name: 'chain_of_petition',
    text: `with recursive chain(unit_id, id, hop, dir) as (
        select $1::uuid, $2::uuid, 0, 0
        union all
        select n.unit_id, n.id, c.hop + n.dir, n.dir from chain c
          join petition p on p.unit_id = c.unit_id and p.id = c.id
          cross join lateral (
            select (p.came_from ->> 'unit_id')::uuid, (p.came_from ->> 'petition_id')::uuid, -1
              where p.came_from is not null and c.dir <= 0
            union all
            select (p.sent_to ->> 'unit_id')::uuid, (p.sent_to ->> 'petition_id')::uuid, 1
              where p.sent_to is not null and c.dir >= 0
          ) as n(unit_id, id, dir) where abs(c.hop) < ${hopsMax}
      )
      select p.unit_id, p.id as petition_id, c.hop, p.received_on, (p.sent_to ->> 'on')::date as sent_on,
        case when p.register_number is not null then p.register_number || '/' || p.register_year end as number,
        coalesce((select u.name from unit_period u where u.unit_id = p.unit_id order by u.valid desc limit 1), '') as unit_name,
        array(select k.respondent from complaint k where k.unit_id = p.unit_id and k.petition_id = p.id) as respondents
      from chain c join petition p on p.unit_id = c.unit_id and p.id = c.id
      order by c.hop`,
    values: [row.unit_id, row.id],
  })
  const mine = rows.filter((one) => workUnits(viewer).includes(one.unit_id))
  if (mine.length === 0 || rows.length < 2) return []
  const against = foldMarks(rows.flatMap((one) => one.respondents).join('\n'))
  if (mine.some((one) => against.includes(foldMarks(one.unit_name)))) return []
  return rows.map(({ hop: _, respondents: __, ...held }) => held)
}
