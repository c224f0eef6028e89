/** `give-outcome`: the person is told what became of what they brought (LTCD 2013 Đ28.1), by word or by letter. */
import { z } from 'zod'
import { visitOutcomes } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, yesNo } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { letterhead } from '../notices/letterhead.ts'
import { faultAt } from './asked.ts'
import { visit } from './visit.ts'

/** What giving the outcome asks. */
export const giveOutcomeInput = z.object({
  outcome: choice(visitOutcomes),
  detail: longText(5000),
  by_letter: yesNo(),
})

/** Gives the outcome. */
export const giveOutcome = action({
  noun: visit,
  step: 'give-outcome',
  input: giveOutcomeInput,
  kept: ({ outcome, by_letter }) => ({ outcome, by_letter }),
  reads: async (sql, { unit_id, moment }) => ({
    letterhead: await letterhead(sql, unit_id, moment.on),
    document_id: uuidv7(),
  }),
  decide({ record, input, moment }, { letterhead, document_id }) {
    if (!record) throw new Error('give-outcome without a record')
    if (input.by_letter && (record.closed_content || !record.visitor_name))
      faultAt('by_letter', 'no-letter-without-name')
    const detail = record.closed_content ? '' : input.detail
    const data: LetterData['outcome'] = {
      issuer: letterhead.issuer,
      signature: letterhead.signature,
      to: { name: record.visitor_name ?? '', address: record.visitor_address ?? '' },
      reception_on: record.held_on.toString(),
      about: record.subject ?? '',
      outcome: input.outcome,
      detail: input.detail,
      cite: 'Điều 28 Luật Tiếp công dân',
    }
    return {
      change: {
        outcome: { kind: input.outcome, detail, document_id: input.by_letter ? document_id : null },
        outcome_given_on: moment.on,
      },
      documents: input.by_letter
        ? [
            {
              id: document_id,
              kind: 'outcome',
              book: 'TB',
              year: moment.on.year,
              title: 'Thông báo kết quả xử lý nội dung tiếp công dân',
              issued_on: moment.on,
              data: { ...data },
            },
          ]
        : [],
    }
  },
})
