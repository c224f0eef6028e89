/** The returns module: figures handed in along the chain of each form; its actions, pages, job and schedule, as lists. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { moment } from '../../platform/clock.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readMailConfig } from '../notices/notice.ts'
import { accept } from './accept.ts'
import { correctFrozen } from './correct-frozen.ts'
import { sendDigests } from './digest.ts'
import { draft } from './draft.ts'
import { enter } from './enter.ts'
import { freeze } from './freeze.ts'
import { handIn } from './hand-in.ts'
import { handInFor } from './hand-in-for.ts'
import { remind } from './remind.ts'
import { retake } from './retake.ts'
import { sendBack } from './send-back.ts'
import { sendReminder } from './send-reminder.ts'
import { setContact } from './set-contact.ts'
import { voidReturn } from './void.ts'

export { pages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  draft,
  retake,
  enter,
  handIn,
  handInFor,
  accept,
  sendBack,
  freeze,
  correctFrozen,
  voidReturn,
  remind,
  sendReminder,
  setContact,
]

/** Jobs of this module. A round in which a mail failed is tried again. */
export const jobs: Readonly<Record<'send-return-reminders', Job>> = {
  'send-return-reminders': async (_payload, { app, worker }) => {
    const { failed } = await sendDigests({ app, worker, config: readMailConfig(), moment: moment() })
    if (failed > 0) throw new Error(`${failed} reminders of returns were not delivered`)
  },
}

/** 08:00 in Việt Nam; what is no working day sends nothing. */
export const schedules: readonly Schedule[] = [{ task: 'send-return-reminders', pattern: '0 1 * * *' }]
