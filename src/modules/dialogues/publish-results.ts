/** The results are published: questions in groups, answers, promises. Late is recorded and shown, never hidden. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { letterhead } from '../notices/letterhead.ts'
import { dialogue } from './dialogue.ts'
import { ownerNames, resultsLetter } from './dialogue-letters.ts'
import { standing } from './fields.ts'
import { answerAskersJob } from './tell-askers.ts'

/** From now on promises are commitments and askers with a code read their answer. */
export const publishResults = action({
  noun: dialogue,
  step: 'publish-results',
  input: z.object({ conclusion: longText(8000) }),
  reads: async (sql, { unit_id, record, moment }) => ({
    head: await letterhead(sql, unit_id, moment.on),
    names: await ownerNames(sql, record?.promises ?? [], moment.on),
    counts: await questionCounts(sql, unit_id, record?.id ?? null),
    document_id: uuidv7(),
  }),
  decide({ record, input, moment }, { head, names, counts, document_id }) {
    const row = standing(record)
    const { conclusion } = input
    return {
      change: { published_on: moment.on, conclusion },
      documents: [resultsLetter({ ...row, conclusion }, counts, names, head, { id: document_id, on: moment.on })],
      postings: [
        {
          fact: 'dialogue-published',
          on_day: moment.on,
          kind: row.kind,
          in_time: inTime(row.publish_by_on, moment.on),
        },
      ],
      jobs: [makeCommitmentsJob('dialogue', row), answerAskersJob(row)],
    }
  },
})

/** Null where no text fixes a day. */
function inTime(by: Temporal.PlainDate | null, on: Temporal.PlainDate): boolean | null {
  return by === null ? null : Temporal.PlainDate.compare(on, by) <= 0
}

async function questionCounts(sql: Sql, unit_id: string, id: string | null): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query<{ group_id: string; questions: number }>(
    `select group_id, count(*)::int as questions from dialogue_question
     where unit_id = $1 and dialogue_id = $2 and group_id is not null and state in ('grouped', 'answered') group by 1`,
    [unit_id, id],
  )
  return new Map(rows.map((row) => [row.group_id, row.questions]))
}
