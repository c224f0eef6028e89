/** `correct`: title, abstract, authors and units as they are printed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { faultAt } from './asked.ts'
import { standing } from './commission-topic.ts'
import { paperAbout } from './hand-in-paper.ts'
import { paper, paperMax } from './paper.ts'
import { authorsOf, chosenUnits } from './paper-fields.ts'

/** A unit that a reviewer belongs to cannot be added: it would have read its own paper. */
export const correctPaper = action({
  noun: paper,
  step: 'correct',
  input: z.object({ ...paperAbout, units: chosenUnits(paperMax.from_units) }),
  reads: async (sql, { record, input, moment }) => ({
    units: await standing(sql, input.units ?? [], moment.on),
    reviewers: await reviewersUnits(sql, record?.reviews.map((one) => one.account_id) ?? [], moment.on),
  }),
  decide({ input }, { units, reviewers }) {
    const from = input.units ?? []
    if (units < from.length) faultAt('units', 'unit-does-not-stand')
    if (from.some((one) => reviewers.includes(one))) faultAt('units', 'reviewer-of-the-authors-unit')
    return {
      change: {
        title: input.title,
        abstract: input.abstract ?? null,
        print_contact: input.print_contact,
        authors: authorsOf(input.authors),
        from_unit_ids: from,
      },
    }
  },
})

async function reviewersUnits(
  sql: Parameters<typeof standing>[0],
  account_ids: readonly string[],
  on: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql.query<{ unit_id: string }>(
    `select distinct unit_id from position where account_id = any($1::uuid[]) and state <> 'void'
     and from_on <= $2::date and (until_on is null or until_on > $2::date)`,
    [account_ids, on.toString()],
  )
  return rows.map((row) => row.unit_id)
}
