/** How far the decision is carried out, order by order, with evidence where it is done. */
import { z } from 'zod'
import { type EnforcementStage, enforcementStages } from '../../law/terms.ts'
import { action, type PostingWanted } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { effectFields, effectPostings, effectsIn } from '../petitions/effects.ts'
import { attachmentRows, attachments } from '../petitions/inputs.ts'
import { type ComplaintRow, complaint } from './complaint.ts'
import { chosenObligation } from './obligations.ts'

/** One order, or all that are still owed. `done` needs its evidence: the document's number, or files. */
export const enforce = action({
  noun: complaint,
  step: 'enforce',
  input: z.object({
    obligation: chosenObligation().optional(),
    stage: choice(enforcementStages),
    evidence: text(1000, { field: 'long-text' }).optional(),
    files: attachments(),
    /** What was carried out with this step. */
    ...effectFields(),
  }),
  decide({ record, input, viewer, moment, id }) {
    const rows = attachmentRows(input.files, { record_kind: 'complaint', record_id: id }, { viewer, on: moment.on })
    const files = rows.flatMap((table) => table.rows.map((file) => file.id))
    if (input.stage === 'done' && !input.evidence && files.length === 0)
      throw new WrongInput([{ field: 'evidence', code: 'required' }])
    const before = record!.obligations ?? []
    if (input.obligation && !before.some((one) => one.id === input.obligation && one.done === null))
      throw new WrongInput([{ field: 'obligation', code: 'not-an-open-obligation' }])
    const on = moment.on.toString()
    const evidence = input.evidence ?? ''
    const touched = (one: { id: string }) => input.obligation === undefined || one.id === input.obligation
    const obligations = before.map((one) =>
      input.stage === 'done' && one.done === null && touched(one) ? { ...one, done: { on, evidence, files } } : one,
    )
    const open = obligations.some((one) => one.done === null)
    const begun = input.stage === 'done' || obligations.some((one) => one.done !== null)
    const stage = obligations.length === 0 ? input.stage : open ? (begun ? 'in-progress' : input.stage) : 'done'
    return {
      change: {
        enforcement: { stage, on, evidence },
        ...(before.length > 0 ? { obligations } : {}),
      },
      postings: [
        ...donePosting(record!, stage, moment.on),
        ...effectPostings(effectsIn(input), {
          fact: 'effect-done',
          on_day: moment.on,
          kind: 'complaint',
          case_id: record!.case_id,
        }),
      ],
      rows,
    }
  },
})

/** The whole is done, or is not any more because something further came to be owed meanwhile: counted when it changes. */
function donePosting(row: ComplaintRow, stage: EnforcementStage, on_day: Temporal.PlainDate): PostingWanted[] {
  const about = { fact: 'enforcement-done', on_day, kind: 'complaint', case_id: row.case_id }
  const was = row.enforcement?.stage === 'done'
  if ((stage === 'done') === was || row.outcome === 'wrong') return []
  return [was ? { ...about, sign: -1 } : about]
}
