/** Sentences of words between units about sealed files, and of conclusions made public, in English. */
import type { sealedWords as vi } from '../vi/sealed-words.ts'
import type { Widen } from '../words.ts'

export const sealedWords = {
  title: 'Sealed letters between offices',
  lead: 'Letters from other offices about private files. Only who holds the key opens them; each opening is recorded.',
  empty: 'No sealed letter has been sent to you.',
  columns: { on: 'Sent', kind: 'Kind', from: 'From', answer_by: 'Answer by', state: 'State' },
  kinds: { mark: 'Note', demand: 'Demand for a report', answer: 'Report' },
  states: {
    new: 'Not opened',
    read: 'Opened',
    answered: (day: string) => `Answered on ${day}`,
    waits: 'Awaits an answer',
  },
  days_left: (days: number) => (days < 0 ? `${-days} days late` : days === 0 ? 'ends today' : `${days} days left`),
  one: 'Sealed letter',
  open: 'Open',
  opened: 'This opening has been recorded. Close the page when you have read it.',
  how_to_answer:
    'Answer from the page of the private file that is overdue: step “Answer the superior”, choose this demand.',
  sent: 'Sealed letters sent',
  sent_to: (kind: string, unit: string, day: string) => `${kind}, sent to ${unit} on ${day}`,
  soon: 'Withdrawn within 24 hours of a contact by the subject',
  soon_told: 'yes; the office above has been told, sealed',
  soon_not_told: 'yes; not told, since nobody at the office above has a key',
  found: (text: string) => `Found: “${text}”.`,
  moved: (from: string, to: string) => `Due day moved from ${from} to ${to}.`,
  due_work: 'You have work due in Gần Dân.',
  see_due: 'See it',
  publish_by: 'To be made public by',
  demand: 'Demand to the lower office',
  demand_waits: (on: string, by: string, left: string) => `sent on ${on}, to be answered by ${by} (${left})`,
  demand_answered: (on: string, answered: string) => `sent on ${on}, answered on ${answered}`,
  public_page: {
    title: 'Published conclusions',
    lead: 'Conclusions and decisions that the law asks to make public. None of them says who sent the letter.',
    empty: 'No conclusion is published at present.',
    published: (day: string, unit: string) => `Published on ${day}, ${unit}`,
    until: (day: string) => `Shown until the end of ${day}`,
    take_down: 'Take down',
    reason: 'Why it is taken down',
  },
} as const satisfies Widen<typeof vi>
