/** Somebody sends an opinion from the portal: a name may be given, none is demanded. */
import { z } from 'zod'
import { opinionWorkflow } from '../../law/project-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { longText, personName, phone, uuid } from '../../platform/input.ts'
import { trackingCode } from '../petitions/inputs.ts'
import { codeRows } from './asked.ts'
import { consultationFor, opinion, takesOpinions, unweighed } from './opinion.ts'

/** Its code opens it to the sender alone. */
export const sendOpinion = action({
  noun: opinion,
  step: 'send',
  input: z.object({
    consultation_id: uuid(),
    text: longText(),
    sender_name: personName().optional(),
    sender_phone: phone().optional(),
    code: trackingCode(),
  }),
  reads: (sql, { unit_id, input }) => consultationFor(sql, unit_id, input.consultation_id),
  kept: ({ code: _, ...kept }) => kept,
  decide({ input, id, moment }, asked) {
    if (!asked) throw new NotOpen('not-yours', '', 404)
    if (!takesOpinions(asked, moment.on)) throw new NotOpen('consultation-is-open', opinionWorkflow.send.cite)
    const { code, ...said } = input
    return {
      change: { ...said, source: 'portal', people: 1, received_on: moment.on, ...unweighed },
      rows: codeRows('opinion', code, id, moment.on),
    }
  },
})
