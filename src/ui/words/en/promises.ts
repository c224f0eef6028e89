/** Sentences of the form in which a promise is noted, for every record on which promises are made. */
import type { promises as vi } from '../vi/promises.ts'
import type { Widen } from '../words.ts'

export const promises: Widen<typeof vi> = {
  title: 'Promised and ordered',
  labels: {
    text: 'What will be done',
    owner_unit_id: 'Unit that must do it',
    helper_unit_id: 'Unit that helps',
    second_helper_unit_id: 'Second unit that helps',
    third_helper_unit_id: 'Third unit that helps',
    force: 'Force',
    due_on: 'Done by the end of',
    finding: 'Which opinion or shortcoming it answers',
  },
  hints: {
    text: 'One thing, as it was said. No names, telephones or plots of residents.',
    force: 'Only what was ordered can be overdue against a head.',
    due_on: 'If nobody works that day, it runs to the end of the next working day.',
  },
  forces: { ordered: 'Ordered', recommended: 'Recommended' },
  faults: {
    'promise-day-has-passed': 'That day has passed: promise today or later.',
    'promise-stands-already': 'This is written already. A promise is not edited: replace it by a new one.',
    'too-many-promises': 'One record holds 200 promises at most.',
    'no-such-promise': 'This promise is no longer in the list: open the page again.',
    'unit-does-not-stand': 'This unit does not exist today: choose another.',
  },
}
