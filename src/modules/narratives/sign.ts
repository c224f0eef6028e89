/** The head signs: the figures are fixed with the day, and the report is numbered in the unit's book. */
import { z } from 'zod'
import { narrativeWorkflow } from '../../law/narrative-workflow.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { idFrom } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { letterBooks } from '../notices/letters.ts'
import { annexesOf } from './annex.ts'
import { noValue, otherDaysIn } from './figures-in-text.ts'
import { type NarrativeRow, narrative } from './narrative.ts'
import { receiverOfNarrative, reportLetter } from './report-letter.ts'
import { checkFigures, figuresOfText } from './sections.ts'

/** The letter of the version before this one, where there is one. */
async function letterBefore(sql: Sql, record: NarrativeRow) {
  if (record.follows_id === null) return null
  const { rows } = await sql.query<{ number: number; issued_on: Temporal.PlainDate }>(
    `select number, issued_on from document where unit_id = $1 and record_id = $2 and kind = 'review-report' and voided_on is null
     order by seq desc limit 1`,
    [record.unit_id, record.follows_id],
  )
  return rows[0] ?? null
}

/** Nothing is asked: what is signed is what was read on the page. */
export const sign = action({
  noun: narrative,
  step: 'sign',
  input: z.object({}),
  async reads(sql, { record, unit_id, viewer, moment }) {
    const row = record!
    const text = row.sections.map((section) => section.text).join('\n')
    const of = { unit_id, period: row.period, on: moment.on }
    return {
      figures: await figuresOfText(viewer, sql, of, text),
      annexes: await annexesOf(viewer, sql, of),
      head: await letterhead(sql, unit_id, moment.on),
      receiver: await receiverOfNarrative(sql, of),
      before: await letterBefore(sql, row),
    }
  },
  decide({ record, viewer, moment, id }, { figures, annexes, head, receiver, before }) {
    const row = record!
    checkFigures(row.sections.map((section) => section.text).join('\n'), figures)
    // Three dots in a signed report would be a hole: the form knows no such period, or not this unit.
    if ([...figures.values()].some((figure) => figure.text === noValue))
      throw new NotOpen('every-figure-has-a-value', narrativeWorkflow.sign.cite)
    const frozen = Object.fromEntries([...figures].map(([source, figure]) => [source, figure.text]))
    const period = readPeriod(row.period)!
    const { book } = letterBooks['review-report']
    const data = reportLetter({
      head,
      receiver,
      period,
      sections: row.sections,
      values: frozen,
      annexes,
      before,
      other_days: otherDaysIn(figures.values()),
      reason: row.reason,
    })
    return {
      change: { frozen, signed_on: moment.on, signed_by: viewer.name },
      documents: [
        {
          id: idFrom(id, 'letter'),
          kind: 'review-report',
          book,
          year: moment.on.year,
          title: `Báo cáo ${data.about}`,
          issued_on: moment.on,
          data: { ...data },
        },
      ],
    }
  },
})
