/** `name-reviewers`: two officers read the paper; nobody of a unit it comes from, and no author. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { foldMarks } from '../../platform/text.ts'
import { chosenId } from '../petitions/inputs.ts'
import { faultAt } from './asked.ts'
import { type PaperRow, paper } from './paper.ts'

interface Reader {
  name: string
  unit_ids: readonly string[]
}

/** Their name and the units of their posts on the day. */
async function readerOf(sql: Sql, account_id: string, on: Temporal.PlainDate): Promise<Reader | null> {
  const { rows } = await sql.query<Reader>(
    `select a.name, array(select distinct p.unit_id from position p where p.account_id = a.id and p.state <> 'void'
       and p.from_on <= $2::date and (p.until_on is null or p.until_on > $2::date)) as unit_ids
     from account a where a.id = $1`,
    [account_id, on.toString()],
  )
  return rows[0] ?? null
}

/** Named anew as long as neither has handed anything in. */
export const nameReviewers = action({
  noun: paper,
  step: 'name-reviewers',
  input: z.object({ first_id: chosenId(), second_id: chosenId() }),
  reads: async (sql, { input, moment }) => ({
    first: await readerOf(sql, input.first_id, moment.on),
    second: await readerOf(sql, input.second_id, moment.on),
  }),
  decide({ record, input }, { first, second }) {
    if (input.first_id === input.second_id) faultAt('second_id', 'same-reviewer-twice')
    return {
      change: {
        reviews: [
          entry(record!, 'first_id', input.first_id, first),
          entry(record!, 'second_id', input.second_id, second),
        ],
      },
    }
  },
})

function entry(row: PaperRow, field: string, account_id: string, reader: Reader | null) {
  if (!reader || reader.unit_ids.length === 0) return faultAt(field, 'not-a-choice')
  if (reader.unit_ids.some((one) => row.from_unit_ids.includes(one))) faultAt(field, 'reviewer-of-the-authors-unit')
  const name = foldMarks(reader.name)
  if (row.authors.some((one) => foldMarks(one.name) === name)) faultAt(field, 'reviewer-is-an-author')
  return { account_id, name: reader.name, mark: null, text: null, on: null }
}
