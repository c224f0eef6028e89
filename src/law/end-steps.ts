/**
 * What ends about a sealed record besides its case: its time, with a hold that prevents the end, and a slip that was lost.
 * No text seen names who destroys keys; that a file is destroyed after its time, and not before, is the law of archives.
 */
import { clear, deciding, every } from './denunciation-shared.ts'
import {
  type DenunciationCondition,
  type DenunciationStanding,
  type DenunciationState,
  denunciationFinals,
} from './denunciation-terms.ts'
import type { Workflow } from './law.ts'

/** Holding, destroying, and renewing the denouncer's key. */
export const endSteps = {
  // The denouncer lost the slip and came in person: a new one is given, the old one opens nothing any more.
  'renew-channel': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'a-channel-is-open'],
    cite: 'LTC 2018 Đ9, Đ56',
    unverified: 'own-reading',
  },
  // A ground to keep it longer: another case, a lawsuit, an inspection, a serious case.
  hold: {
    from: every,
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'Luật Lưu trữ 2024',
    unverified: 'own-reading',
  },
  'release-hold': {
    from: every,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'a-hold-is-on'],
    cite: 'Luật Lưu trữ 2024',
    unverified: 'own-reading',
  },
  destroy: {
    from: denunciationFinals,
    to: 'destroyed',
    by: ['settler'],
    needs: [...clear, 'retention-has-passed', 'no-hold-is-on', 'protection-has-ended'],
    cite: 'Luật Lưu trữ 2024; Luật 91/2025',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>
