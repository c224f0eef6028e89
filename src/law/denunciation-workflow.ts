/**
 * A denunciation (tố cáo), as far as the program goes today: it is sealed, read by its insiders, sealed anew and transferred.
 * The table is partial; `denunciationMissing` names the articles that are not built.
 */
import type { Workflow } from './law.ts'

export type DenunciationState = 'sealed' | 'transferred'

/**
 * `sender` is the unit that transferred the denunciation to this one. `desk` is an intake officer of this unit or of one
 * directly under it who is under the subject: the letter is sealed and given away, and no key stays behind.
 */
export type DenunciationStanding = 'intake' | 'settler' | 'verifier' | 'custodian' | 'sender' | 'desk'

export type DenunciationCondition =
  | 'actor-is-clear-of-the-subject'
  | 'actor-is-not-the-subject'
  | 'actor-keeps-no-key'
  | 'sealed-for-lawful-people-only'
  | 'actor-holds-a-key'
  | 'outside-competence'
  | 'not-transferred-before'

/** States in which a denunciation may rest for good. */
export const denunciationFinals = ['transferred'] as const satisfies DenunciationState[]

export const denunciationWorkflow = {
  seal: {
    from: [],
    to: 'sealed',
    by: ['intake'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ24.1, Đ56',
  },
  // A denunciation of a head or deputy goes to the unit above without that head's step: the desk under them gives it away.
  'hand-over': {
    from: [],
    to: 'sealed',
    by: ['desk'],
    needs: ['actor-is-not-the-subject', 'actor-keeps-no-key', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ12, Đ56',
    unverified: 'own-reading',
  },
  receive: {
    from: [],
    to: 'sealed',
    by: ['sender'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ24.2',
  },
  read: {
    from: ['sealed', 'transferred'],
    to: 'same',
    by: ['intake', 'settler', 'verifier', 'custodian'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-a-key'],
    cite: 'LTC 2018 Đ56',
  },
  transfer: {
    from: ['sealed'],
    to: 'transferred',
    by: ['intake', 'settler'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-a-key', 'outside-competence', 'not-transferred-before'],
    cite: 'LTC 2018 Đ24.2; TT 05/2021 Đ14.1',
    within: 'denunciation.transfer',
  },
  // A new head, or an officer who lost the passphrase: an insider seals the record's key to them.
  reseal: {
    from: ['sealed'],
    to: 'same',
    by: ['intake', 'settler'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-a-key', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  correct: {
    from: ['sealed', 'transferred'],
    to: 'same',
    by: ['intake', 'settler'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-a-key'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>

/** A step of a denunciation. */
export type DenunciationStep = keyof typeof denunciationWorkflow
