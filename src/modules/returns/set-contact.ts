/** `set-contact`: the address to which an office is reminded of returns it owes. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { singleAddress } from '../notices/notice.ts'
import { reportContact } from './report-contact.ts'

/** Sets the address. */
export const setContact = action({
  noun: reportContact,
  step: 'set-contact',
  input: z.object({ mail: text(254) }),
  decide({ input, moment }) {
    const mail = singleAddress(input.mail)
    if (mail === null) throw new WrongInput([{ field: 'mail', code: 'not-a-mail-address' }])
    return { change: { mail, set_on: moment.on } }
  },
})
