/**
 * Unsigned information with the content of a denunciation (LTC 2018 Đ25): by law no denunciation. It is sealed like one;
 * where the person is clear, the evidence concrete and it can be checked, it goes the way of inspection.
 */
import { clear, deciding } from './denunciation-shared.ts'
import type { DenunciationCondition, DenunciationStanding, DenunciationState } from './denunciation-terms.ts'
import type { Workflow } from './law.ts'

/** Its own steps; sealing, reading, transfer, shelving and correcting are those of the closed register. */
export const tipSteps = {
  'check-tip': {
    from: ['sealed'],
    to: 'same',
    by: deciding,
    needs: [...clear, 'sender-is-unnamed'],
    cite: 'LTC 2018 Đ25.2',
    within: 'denunciation.process',
  },
  'refer-to-inspection': {
    from: ['sealed'],
    to: 'at-inspection',
    by: deciding,
    needs: [...clear, 'sender-is-unnamed', 'tip-can-be-checked', 'inspection-is-clear-of-the-subject'],
    cite: 'LTC 2018 Đ25.2',
    within: 'denunciation.process',
  },
  // The law says that it is inspected, not how the result comes back: the day of the answer is the office's own.
  'record-inspection-result': {
    from: ['at-inspection'],
    to: 'inspected',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ25.2',
    unverified: 'own-reading',
  },
  'close-tip': {
    from: ['inspected'],
    to: 'tip-closed',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ25.2',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>

/** The road of unsigned information, its own steps and those of the closed register that begin and end it: a page of the book. */
export const tipRoad = [
  'seal',
  'submit',
  'hand-over',
  'check-tip',
  'refer-to-inspection',
  'record-inspection-result',
  'close-tip',
  'shelve',
] as const
