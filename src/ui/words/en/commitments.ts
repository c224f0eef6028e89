/** Sentences of commitments: the ledger, one commitment, and what the public reads. */
import type { commitments as vi } from '../vi/commitments.ts'
import type { Widen } from '../words.ts'
import { promises } from './promises.ts'

export const commitments: Widen<typeof vi> = {
  promises,
  list_empty: 'Nothing has been promised here yet.',
  columns: { text: 'What', unit: 'Unit', due: 'Due', state: 'State' },
  words_not_public: 'The words are not public yet',
  standing: {
    running: 'Under way',
    overdue: 'Overdue',
    unanswered: 'Unanswered',
    reported: 'Reported done, to be confirmed',
    kept: 'Kept',
    'kept-late': 'Kept late',
    replaced: 'Replaced by another',
    'not-kept': 'Not kept',
  },
}
