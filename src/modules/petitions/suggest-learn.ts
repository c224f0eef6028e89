/** Learning from a unit's own classified open register, by a job: nothing from the vault, no word kept, nothing sent anywhere. */
import type { Db, Queryable } from '../../platform/database.ts'
import { type Classified, hitRate, learn, learntMin, suggestedThings, wordsOf } from './suggest.ts'

/** Letters a unit's suggestions are learnt from, the latest. */
const lettersMax = 4000

interface Letter {
  words: string
  kind: string
  field: string | null
  competence: string | null
  competent_unit_id: string | null
}

/** Units whose register has enough classified letters, and the provinces above units that have any. */
async function learners(sql: Queryable, on: Temporal.PlainDate): Promise<{ unit_id: string; from: string[] }[]> {
  const { rows } = await sql.query<{ unit_id: string; from: string[] }>(
    `with own as (
        select unit_id, count(*) as letters from petition where kind is not null and state <> 'sealed-away' group by unit_id
      )
      select unit_id, array[unit_id] as from from own where letters >= $2
        and not exists (select from unit_period p where p.unit_id = own.unit_id and p.valid @> $1::date and p.level = 'province')
      union all
      select a.ancestor_id, array_agg(own.unit_id) from own
        join unit_ancestry a on a.unit_id = own.unit_id and a.valid @> $1::date
        join unit_period p on p.unit_id = a.ancestor_id and p.valid @> $1::date and p.level = 'province'
        group by 1 having sum(own.letters) >= $2`,
    [on.toString(), learntMin],
  )
  return rows
}

/** Learns anew for every unit that has enough to learn from; what a unit has no more is emptied. */
export async function learnSuggestions({ pool }: Db, on: Temporal.PlainDate): Promise<void> {
  const units = await learners(pool, on)
  for (const unit of units) {
    const { rows } = await pool.query<Letter>(
      `select title || E'\\n' || text as words, kind, field, competence, competent_unit_id from petition
        where unit_id = any($1::uuid[]) and kind is not null and state <> 'sealed-away'
        order by received_on desc, id desc limit ${lettersMax}`,
      [unit.from],
    )
    const letters = rows.reverse().map((row) => ({ row, words: wordsOf(row.words) }))
    for (const about of suggestedThings) {
      const classified = letters.flatMap(({ row, words }): Classified[] => {
        const label = labelOf(row, about)
        return label === null ? [] : [{ words, label }]
      })
      await keep(pool, unit.unit_id, about, on, classified)
    }
  }
  await pool.query(
    `update suggestion set letters = 0, labels = '{}', label_letters = '{}', words = '{}', counts = '{}', tested = 0,
      hits = 0, majority_hits = 0, learnt_on = $2 where not unit_id = any($1::uuid[]) and letters > 0`,
    [units.map((unit) => unit.unit_id), on.toString()],
  )
}

/** What an officer said of a letter; a competence stands with the unit where one was named. */
function labelOf(row: Letter, about: (typeof suggestedThings)[number]): string | null {
  if (about !== 'competence') return row[about]
  return row.competence && row.competent_unit_id ? `${row.competence}/${row.competent_unit_id}` : row.competence
}

async function keep(
  sql: Queryable,
  unit_id: string,
  about: string,
  on: Temporal.PlainDate,
  letters: readonly Classified[],
): Promise<void> {
  const learnt = learn(letters)
  const { tested, hits, majority_hits } = hitRate(letters)
  await sql.query(
    `insert into suggestion (unit_id, about, learnt_on, letters, labels, label_letters, words, counts, tested, hits, majority_hits)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (unit_id, about) do update set learnt_on = excluded.learnt_on, letters = excluded.letters,
        labels = excluded.labels, label_letters = excluded.label_letters, words = excluded.words, counts = excluded.counts,
        tested = excluded.tested, hits = excluded.hits, majority_hits = excluded.majority_hits`,
    [
      unit_id,
      about,
      on.toString(),
      learnt.letters,
      learnt.labels,
      learnt.label_letters,
      [...learnt.words.keys()],
      [...learnt.words.values()].flat(),
      tested,
      hits,
      majority_hits,
    ],
  )
}
