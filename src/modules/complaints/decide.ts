/** The settler decides: the complaint is right, partly right or wrong, and what follows from it. */
import { z } from 'zod'
import { complaintResults } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { personInLetter } from '../petitions/petition.ts'
import { complaint, settledPostings } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'

/** `orders`: what is kept, changed, cancelled or paid back, one a line. A late decision is lawful and late. */
export const decide = action({
  noun: complaint,
  step: 'decide',
  input: z.object({
    result: choice(complaintResults),
    request: longText(4000),
    verified: longText(),
    conclusion: longText(),
    orders: longText(4000),
  }),
  decide({ record, input, moment, facts }) {
    const orders = input.orders
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const document = complaintLetter(
      record!,
      'decision',
      'Quyết định giải quyết khiếu nại',
      {
        complainant: personInLetter(facts.petition),
        respondent: record!.respondent,
        petition: parties(facts).petition,
        instance: 1,
        accepted_on: record!.accepted_on!.toString(),
        request: input.request,
        verified: input.verified,
        dialogue: record!.dialogue?.held?.minutes,
        conclusion: input.conclusion,
        result: input.result,
        orders,
        second_settler: facts.letterhead.superior,
        second_days: record!.remote ? 45 : 30,
        carried_out_by: [facts.letterhead.issuer.name],
      },
      facts,
      moment,
    )
    return {
      change: {
        decision: { ...input, orders },
        outcome: input.result,
        decided_on: moment.on,
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [document],
      postings: settledPostings(record!, facts, moment.on, input.result),
      ...tellPetitioner(record!, record!.petition_id, 'answer-ready', moment),
    }
  },
})
