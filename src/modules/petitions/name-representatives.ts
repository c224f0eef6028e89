/** Five or more people with one content name who speaks for them, in writing signed by all. */
import { z } from 'zod'
import { representativesOf } from '../../law/reception-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText, mustAgree } from '../../platform/input.ts'
import { petition } from './petition.ts'

/** One a line, a representative with the address after a semicolon. Who signed stands in the record, not beside the event. */
export const nameRepresentatives = action({
  noun: petition,
  step: 'name-representatives',
  input: z.object({ representatives: longText(3000), signer_list: longText(), signed_by_all: mustAgree() }),
  kept: ({ signed_by_all }) => ({ signed_by_all }),
  decide({ record, input, moment }) {
    const rule = representativesOf(record!.signers)!
    const representatives = linesOf(input.representatives).map((line) => {
      const [name = '', address = ''] = line.split(';').map((part) => part.trim())
      return { name: name.slice(0, 100), address: (address || record!.petitioner_address || '').slice(0, 300) }
    })
    const signers = linesOf(input.signer_list).map((line) => line.slice(0, 200))
    const fault = (field: string, code: string, params: Record<string, number> = {}): never => {
      throw new WrongInput([{ field, code, params }])
    }
    if (representatives.length > rule.most) fault('representatives', 'too-many-representatives', { max: rule.most })
    if (representatives.some((one) => !/^\p{L}/u.test(one.name))) fault('representatives', 'name-opens-the-line')
    if (signers.length !== record!.signers) fault('signer_list', 'not-every-signer', { max: record!.signers })
    return {
      change: {
        representatives: representatives.map((one) => one.name),
        group_sheet: { on: moment.on.toString(), signers, representatives },
      },
    }
  },
})

/** The lines that say something. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
