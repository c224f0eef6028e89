/**
 * A denunciation (tố cáo), as far as the program goes today: it is sealed, read by its insiders and transferred.
 * The table is partial; `denunciationMissing` names the articles that are not built.
 */
import type { Workflow } from './law.ts'

export type DenunciationState = 'sealed' | 'transferred'

/** `sender` is the officer of another unit who hands the denunciation over to this one. */
export type DenunciationStanding = 'intake' | 'settler' | 'verifier' | 'custodian' | 'sender'

export type DenunciationCondition =
  | 'actor-is-clear-of-the-subject'
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
    needs: ['actor-is-clear-of-the-subject'],
    cite: 'LTC 2018 Đ8, Đ24.1, Đ56',
  },
  receive: {
    from: [],
    to: 'sealed',
    by: ['sender'],
    needs: ['actor-is-clear-of-the-subject'],
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
