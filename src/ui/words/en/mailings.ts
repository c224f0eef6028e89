/** Words of mail to officers. The subject says nothing of the matter; no mail holds what a file says. */
import type { mailings as vi } from '../vi/mailings.ts'
import type { Widen } from '../words.ts'

export const mailings = {
  title: 'Mail to me',
  lead: 'Optional. At eight on working days, where something is due, you get one mail: numbers and a link only.',
  now: (mail: string) => `Address in use: ${mail}`,
  digest_on: 'Morning mail: on. Urgent matters are told at once.',
  digest_off: 'Morning mail: off. Urgent matters are told at once all the same.',
  want: 'Get the morning mail',
  want_none: 'Stop the morning mail',
  drop: 'Give this address up',
  label: 'Mail address',
  another: 'Change to another address',
  ask: 'Send a code',
  waiting: (mail: string) => `A code was sent to ${mail}. It counts for 30 minutes.`,
  code_label: 'Code in the mail',
  confirm: 'Confirm',
  confirmed: 'The address is confirmed.',
  faults: {
    'not-an-address': 'Give one mail address, such as name@province.gov.vn.',
    'no-server': 'The program is not connected with a mail server. Tell the administrator.',
    'not-sent': 'The mail server did not take it. Look at the address again, or try later.',
    'wrong-code': 'The code is wrong or older than 30 minutes. Look again, or ask for a new one.',
    often: 'Tried too often. Please wait an hour.',
  },
  subject: 'Gần Dân',
  code: (code: string, minutes: number) =>
    `Code that confirms this mail address: ${code}. It counts for ${minutes} minutes.`,
  mine: (count: number) => `Files of yours due within 3 working days or overdue: ${count}.`,
  overdue: (count: number) => `Files of the office that are overdue: ${count}.`,
  sign: (count: number) => `Files that wait for your decision: ${count}.`,
  look: (link: string) => `See: ${link}`,
  sealed: 'Something of yours is due in Gần Dân.',
  urgent: 'Something needs your attention at once.',
  stop: 'Sent by the program. To stop it: Account, Mail to me.',
} satisfies Widen<typeof vi>
