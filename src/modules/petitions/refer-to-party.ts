/** What concerns a Party member's duty under the Party's rules goes to the Party body that is competent. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { letter } from './handling.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** Handling what is the State's goes on. */
export const referToParty = action({
  noun: petition,
  step: 'refer-to-party',
  input: z.object({ receiver: text(300), reason: longText(2000) }),
  decide({ record, input, moment, facts }) {
    const data = {
      receiver: input.receiver,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      reason: input.reason,
      cite: 'Điều 15 Thông tư số 05/2021/TT-TTCP',
    }
    const referral = { to: 'party' as const, on: moment.on.toString(), receiver: input.receiver }
    return {
      change: { referrals: [...(record!.referrals ?? []), referral] },
      documents: [
        letter(record!, 'party-referral', `Chuyển tổ chức Đảng: ${record!.title}`.slice(0, 500), data, facts, moment),
      ],
    }
  },
})
