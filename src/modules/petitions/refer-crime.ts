/** Signs of a crime go to the investigation body at once; handling the rest goes on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { letter } from './handling.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** May be done again where further signs come to light. */
export const referCrime = action({
  noun: petition,
  step: 'refer-crime',
  input: z.object({ receiver: text(300), signs: longText(4000) }),
  decide({ record, input, moment, facts }) {
    const data = {
      receiver: input.receiver,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      signs: input.signs,
      cite: 'Điều 144 Bộ luật Tố tụng hình sự',
    }
    const referral = { to: 'investigation' as const, on: moment.on.toString(), receiver: input.receiver }
    return {
      change: { referrals: [...(record!.referrals ?? []), referral] },
      documents: [
        letter(
          record!,
          'crime-referral',
          `Chuyển dấu hiệu tội phạm: ${record!.title}`.slice(0, 500),
          data,
          facts,
          moment,
        ),
      ],
    }
  },
})
