/** The settler decides: the complaint is right, partly right or wrong, and what follows from it. */
import { z } from 'zod'
import { complaintLimit, mayBeSued } from '../../law/complaint-limits.ts'
import { due } from '../../law/due.ts'
import { complaintResults, type FirstDecisionFate, firstDecisionFates } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, longText } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { effectFields, effectPostings, effectsIn } from '../petitions/effects.ts'
import { personInLetter } from '../petitions/petition.ts'
import { type ComplaintRow, complaint, inTime, settledPostings } from './complaint.ts'
import { complaintLetter, courtesy, parties } from './letters.ts'
import { owedBy } from './obligations.ts'
import { courseOf, followJobs, secondSettler } from './second.ts'

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
    /** What becomes of the first decision; asked at the second instance alone. */
    fate: choice(firstDecisionFates).optional(),
    /** Counted in the forms of results; the letter says it in words. */
    ...effectFields(),
  }),
  decide({ record, input, moment, facts }) {
    const { result, request, verified, conclusion, fate } = input
    const effects = effectsIn(input)
    const in_time = inTime(record!, moment.on)
    const second = record!.instance === 2
    checkFate(record!, input.fate)
    const course = courseOf(record!)
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
        instance: second ? 2 : 1,
        ...(record!.earlier && input.fate ? { first: { ...record!.earlier, fate: input.fate } } : {}),
        accepted_on: record!.accepted_on!.toString(),
        request: input.request,
        verified: input.verified,
        dialogue: record!.dialogue?.held?.minutes,
        conclusion: input.conclusion,
        result: input.result,
        orders,
        second_settler: secondSettler(record!, facts),
        second_days: due(complaintLimit('file-second', course), { start: moment.on, remote: record!.remote, ...facts })
          .length,
        lawsuit: mayBeSued(course.contested),
        ...courtesy(record!),
        carried_out_by: [facts.letterhead.issuer.name],
      },
      facts,
      moment,
    )
    const told = tellPetitioner(record!, record!.petition_id, 'answer-ready', moment)
    return {
      change: {
        decision: { result, request, verified, conclusion, orders, ...(fate ? { fate } : {}), effects },
        counted: { in_time },
        outcome: input.result,
        obligations: owedBy(input.result, orders),
        decided_on: moment.on,
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [document],
      postings: [
        ...settledPostings(record!, facts, moment.on, input.result, { in_time }),
        ...effectPostings(effects, {
          fact: 'settlement-effect',
          on_day: moment.on,
          kind: 'complaint',
          case_id: record!.case_id,
        }),
      ],
      rows: told.rows,
      jobs: [...told.jobs, ...followJobs(record!)],
    }
  },
})

/** A second decision says what becomes of the first, where there was one; a first decision says nothing of the kind. */
function checkFate({ instance, earlier }: ComplaintRow, fate: FirstDecisionFate | undefined): void {
  const wrong = (code: string) => new WrongInput([{ field: 'fate', code }])
  if (instance === 2 && fate === undefined) throw wrong('required')
  if (instance !== 2 && fate !== undefined) throw wrong('only-at-second-instance')
  if (fate === undefined || !earlier) return
  if (earlier.decision === null && fate !== 'none-made') throw wrong('no-first-decision')
  if (earlier.decision !== null && fate === 'none-made') throw wrong('there-is-a-first-decision')
}
