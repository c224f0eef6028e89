/** One sheet of signatures: the marks of its signers, made before this step from numbers that no step sees. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, type FieldMeta } from '../../platform/input.ts'
import { linesMax } from './signature-marks.ts'
import { talkRequest } from './talk-request.ts'

const sheetsMax = 2000

/** Of the marks nothing is kept beside the event: they stand in their own table until the count is over. */
export const enterSheet = action({
  noun: talkRequest,
  step: 'enter-sheet',
  input: z.object({
    sheet: count(1, sheetsMax),
    lines: count(1, linesMax),
    not_voters: count(0, linesMax),
    unreadable: count(0, linesMax),
    marks: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(linesMax)
      .meta({ field: 'choices', options: [] } satisfies FieldMeta),
  }),
  sealed: true,
  kept: ({ marks: _, ...counts }) => counts,
  // The record is locked: of two sheets sent at once the second sees the marks of the first.
  reads: async (sql, { record, unit_id, input }) => {
    const { rows } = await sql.query<{ mark: Buffer }>(
      'select mark from signature_mark where unit_id = $1 and request_id = $2 and round = $3 and mark = any($4::bytea[])',
      [unit_id, record!.id, record!.round, input.marks.map((mark) => Buffer.from(mark, 'hex'))],
    )
    return new Set(rows.map((row) => row.mark.toString('hex')))
  },
  decide({ record, input, id }, known) {
    const { sheets, round } = record!
    const { marks, ...counts } = input
    if (sheets.some((one) => one.sheet === input.sheet))
      throw new WrongInput([{ field: 'sheet', code: 'sheet-stands-already' }])
    if (input.lines !== marks.length + input.not_voters + input.unreadable)
      throw new WrongInput([{ field: 'lines', code: 'lines-do-not-add-up' }])
    const fresh = [...new Set(marks)].filter((mark) => !known.has(mark)).sort()
    const entered = marks.length
    const sheet = { ...counts, entered, repeated: entered - fresh.length, second: null }
    const rows = fresh.map((mark) => ({ request_id: id, round, mark: `\\x${mark}` }))
    return {
      change: { sheets: [...sheets, sheet] },
      rows: rows.length > 0 ? [{ table: 'signature_mark', rows }] : [],
    }
  },
})
