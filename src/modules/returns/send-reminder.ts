/** `send-reminder`: the day's mails have been handed over, so the reminder is done. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { returnReminder } from './return-reminder.ts'

/** Marks a reminder as sent; the clock alone takes it. */
export const sendReminder = action({
  noun: returnReminder,
  step: 'send-reminder',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { sent_on: moment.on } }),
})
