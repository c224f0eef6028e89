/** Sentences of recommendations and observations. */
import type { feedback as vi } from '../vi/feedback.ts'
import type { Widen } from '../words.ts'

export const feedback: Widen<typeof vi> = {
  one: 'Recommendation or observation',
  number: (number, year) => `Feedback no. ${number}/${year}`,
  labels: {
    handler_id: 'Handler',
    draft: 'Draft answer',
    public_question: 'Question, public version',
    public_answer: 'Answer, public version',
    answer: 'Answer',
    done: 'What has been done, one a line',
    contact: 'Where to ask further',
    seen: 'I have seen the public version and agree to its publication',
    names_nobody: 'The public version names nobody, no telephone, no plot of land',
    rating: 'How do you find the answer?',
    note: 'Anything to add',
    why: 'Why you do not agree',
    receiver_unit_id: 'Transfer to',
    reason: 'Reason',
    files: 'Papers',
    title: 'Subject',
  },
  hints: {
    public_question: 'Rewrite the question without names, house or plot numbers.',
    public_answer: 'The petitioner sees exactly this before agreeing.',
  },
  attach_note: 'What these papers are',
  choices: {
    rating: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Neutral', 2: 'Not satisfied', 1: 'Not satisfied at all' },
  },
  faults: {
    'not-a-handler-here': 'This person does not handle petitions for this unit today: choose somebody else.',
    'not-a-receiver': 'Choose another unit that exists today.',
    'no-public-version': 'There is no public version yet: write the question and the answer for the public.',
    'names-somebody': 'The public version still holds a detail that leads to a person: rewrite it and try again.',
    'nothing-to-correct': 'Nothing is changed yet: write the right value into at least one field.',
  },
  answer: 'Answer',
  draft: 'Draft answer',
  public_version: 'Public version',
  publication: 'Publication',
  publications: {
    'not-asked': 'Petitioner not asked yet',
    asked: 'Asked, waiting for the petitioner',
    allowed: 'Petitioner agrees',
    refused: 'Petitioner does not agree',
  },
  published_on: (day) => `published on ${day}`,
  rating: 'Rating',
  petition: 'Petition it grew out of',
}
