/** The denouncer says that the subject, or somebody for the subject, came to them or spoke to them. */
import { z } from 'zod'
import { choice, longText } from '../../platform/input.ts'
import { momentFields, type TypedMoment, withinDayAfter } from './moment-typed.ts'
import { type StepAbout, sealedStep } from './sealed-step.ts'
import { soonWord, withdrawalMoment } from './soon-after-contact.ts'

/** Everything of it lies sealed. Noted after a withdrawal it marks that one too. */
export const noteContact = sealedStep({
  step: 'note-contact',
  form: z.object({
    ...momentFields,
    who: choice(['subject', 'for-subject']),
    way: choice(['visit', 'phone', 'message', 'summons', 'other']),
    note: longText(2000),
  }),
  answers: (typed, about) => ({ marks: marksNow(typed, about) }),
  word: (typed, about) =>
    marksNow(typed, about) && about.record.withdrawal?.told_above !== true ? soonWord(about) : null,
  decide: ({ record, answers: { marks }, word_sent }) => {
    const { withdrawal } = record
    if (!marks || withdrawal === null) return { change: {} }
    const told_above = withdrawal.told_above === true || word_sent
    return { change: { withdrawal: { ...withdrawal, soon_after_contact: true, told_above } } }
  },
})

function marksNow(typed: { happened_on: Temporal.PlainDate; happened_at?: string | undefined }, about: StepAbout) {
  const contact: TypedMoment = { on: typed.happened_on.toString(), at: typed.happened_at ?? null }
  const withdrawn = about.record.withdrawal && withdrawalMoment(about)
  return withdrawn ? withinDayAfter(contact, withdrawn) : false
}
