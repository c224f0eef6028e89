/** An act that must be stopped at once is put before the head the same day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { letter } from './handling.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** The head sees it above every worklist until it is answered; the report is a letter of its own. */
export const alertHead = action({
  noun: petition,
  step: 'alert-head',
  input: z.object({ danger: longText(4000), proposal: longText(2000) }),
  decide({ record, input, moment, facts, id }) {
    const data = {
      receiver: `${facts.letterhead.signature.head_title} ${facts.letterhead.issuer.name}`,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      ...input,
      cite: 'Điều 16 Thông tư số 05/2021/TT-TTCP',
    }
    return {
      change: { alert: { on: moment.on.toString(), ...input, answered_on: null, ordered: null } },
      // A head with a mail address is told at once.
      jobs: [{ task: 'tell-head', payload: { kind: 'petition', id } }],
      documents: [letter(record!, 'alert', `Việc cần xử lý ngay: ${record!.title}`.slice(0, 500), data, facts, moment)],
    }
  },
})
