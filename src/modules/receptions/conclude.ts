/** `conclude`: the conclusion of the reception is written and goes out as a letter (thông báo kết luận việc tiếp công dân). */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import { lines } from './asked.ts'
import { type ReceptionDayRow, receptionDay } from './reception-day.ts'
import type { VisitRow } from './visit.ts'

/** What concluding asks. */
export const concludeInput = z.object({
  conclusion: longText(20_000),
  agreed: longText(20_000).optional(),
  present: longText(2000).optional(),
})

type VisitInLetter = Pick<
  VisitRow,
  'visitor_name' | 'closed_content' | 'subject' | 'people' | 'conclusion' | 'assigned_to' | 'due_on'
>

/** Concludes a closed day. */
export const conclude = action({
  noun: receptionDay,
  step: 'conclude',
  input: concludeInput,
  reads: async (sql, { unit_id, record, moment }) => ({
    letterhead: await letterhead(sql, unit_id, moment.on),
    visits: record ? await visitsForLetter(sql, unit_id, record.id) : [],
    document_id: uuidv7(),
  }),
  decide({ record, input, moment }, { letterhead, visits, document_id }) {
    if (!record) throw new Error('conclude without a record')
    const data = letterOf(record, input, letterhead, visits)
    const title = `Kết luận việc tiếp công dân ngày ${record.held_on.day}/${record.held_on.month}/${record.held_on.year}`
    return {
      change: { conclusion: input.conclusion, agreed: input.agreed ?? null, concluded_on: moment.on },
      documents: [
        {
          id: document_id,
          kind: 'reception-conclusion',
          book: 'TB',
          year: moment.on.year,
          title,
          issued_on: moment.on,
          data: { ...data },
        },
      ],
    }
  },
})

async function visitsForLetter(sql: Sql, unit_id: string, day_id: string): Promise<VisitInLetter[]> {
  const { rows } = await sql.query<VisitInLetter>(
    `select visitor_name, closed_content, subject, people, conclusion, assigned_to, due_on from visit
     where unit_id = $1 and reception_day_id = $2 and state in ('awaiting-outcome', 'outcome-given') order by queue_number, id limit 500`,
    [unit_id, day_id],
  )
  return rows
}

function letterOf(
  record: ReceptionDayRow,
  input: z.output<typeof concludeInput>,
  { issuer, signature }: Letterhead,
  visits: readonly VisitInLetter[],
): LetterData['reception-conclusion'] {
  const chair = record.receiver
  // What somebody came to denounce is in no letter that others read.
  const told = visits.filter((one) => !one.closed_content)
  return {
    issuer,
    signature,
    reception_on: record.held_on.toString(),
    chaired_by: chair ? [chair.title, chair.name].filter((part) => part).join(' ') : signature.head_title,
    where: record.place,
    present: lines(input.present ?? ''),
    visits: told.map((one) => ({
      who:
        one.people > 1
          ? `Ông/Bà ${one.visitor_name} và ${one.people - 1} người cùng đến`
          : `Ông/Bà ${one.visitor_name}`,
      about: one.subject ?? '',
      conclusion: one.conclusion ?? '',
      assigned_to: one.assigned_to ?? 'bộ phận tiếp công dân',
      due_on: one.due_on?.toString() ?? null,
    })),
    nobody_came: record.nobody_came === true,
    general: input.conclusion,
  }
}
