/** Who must carry out an order of the decision, and by when; or something further that is owed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { chosenObligation } from './obligations.ts'

/** Most things a decision may make people owe. */
export const obligationsMax = 50

/** Reverses what was counted as carried out. */
const notDoneAnyMore = { fact: 'enforcement-done', kind: 'complaint', sign: -1 } as const

/** Without one chosen from the list it adds what was named. */
export const nameObligation = action({
  noun: complaint,
  step: 'name-obligation',
  input: z.object({
    obligation: chosenObligation().optional(),
    owed: text(500).optional(),
    who: text(200),
    by_on: day(),
  }),
  decide({ record, input, moment }) {
    const before = record!.obligations ?? []
    const named = { who: input.who, by_on: input.by_on.toString() }
    if (record!.decided_on && Temporal.PlainDate.compare(input.by_on, record!.decided_on) < 0)
      throw new WrongInput([{ field: 'by_on', code: 'before-the-decision' }])
    if (input.obligation) {
      const open = before.some((one) => one.id === input.obligation && one.done === null)
      if (!open) throw new WrongInput([{ field: 'obligation', code: 'not-an-open-obligation' }])
      const changed = before.map((one) => (one.id === input.obligation ? { ...one, ...named } : one))
      return { change: { obligations: changed } }
    }
    if (!input.owed) throw new WrongInput([{ field: 'owed', code: 'required' }])
    if (before.length >= obligationsMax) throw new WrongInput([{ field: 'owed', code: 'too-many-obligations' }])
    const id = String(Math.max(0, ...before.map((one) => Number(one.id))) + 1)
    const stage = record!.enforcement?.stage === 'done' ? ('in-progress' as const) : null
    return {
      change: {
        obligations: [...before, { id, what: input.owed, ...named, done: null }],
        // Something further is owed: what was done stays, the whole is not done any more.
        ...(stage ? { enforcement: { ...record!.enforcement!, stage } } : {}),
      },
      postings: stage ? [{ ...notDoneAnyMore, on_day: moment.on, case_id: record!.case_id }] : [],
    }
  },
})
