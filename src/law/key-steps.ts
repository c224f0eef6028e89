/**
 * Keys of a sealed record: given, recovered, handed on, erased. The law asks for secrecy and names who reads; how keys are
 * kept is our reading of it.
 */
import { clear, deciding, every, running } from './denunciation-shared.ts'
import type { DenunciationCondition, DenunciationStanding, DenunciationState } from './denunciation-terms.ts'
import type { Workflow } from './law.ts'

/** Who may come to a key, and when one goes. */
export const keySteps = {
  // A new head, or an officer who lost the passphrase: an insider seals the record's key to them.
  reseal: {
    from: running,
    to: 'same',
    by: deciding,
    needs: [...clear, 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  // Keys: the law asks for secrecy and names who reads; how keys are kept is our reading of it.
  'open-to-asker': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'sealed-for-clear-people-only'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  recover: {
    from: every,
    to: 'same',
    by: ['second-custodian'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-clear-people-only'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  'hand-on': {
    from: every,
    to: 'same',
    by: [...deciding, 'leaver'],
    needs: [...clear, 'successor-is-lawful'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  'remove-key': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'holder-has-left'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  'renew-recovery': {
    from: every,
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  // The clock opens nothing: a key that was given until a day is erased after it.
  'end-reading': {
    from: every,
    to: 'same',
    by: ['clock'],
    needs: ['a-reading-has-ended'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>
