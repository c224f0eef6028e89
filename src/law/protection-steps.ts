/**
 * Protection of who denounced and of those near them (LTC 2018 Đ47–Đ58), in every state of the case: what it stands at is
 * a fact with dates, not a state.
 */
import { clear, deciding, every } from './denunciation-shared.ts'
import type { DenunciationCondition, DenunciationStanding, DenunciationState } from './denunciation-terms.ts'
import type { Workflow } from './law.ts'

/** From the asking to the end; asked by phone first, it waits for paper. */
export const protectionSteps = {
  'ask-protection': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'protection-is-not-asked'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  'confirm-protection': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'protection-waits-for-paper'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  'verify-protection': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'protection-is-asked'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  protect: {
    from: every,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'protection-is-verified'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  'refuse-protection': {
    from: every,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'protection-can-be-refused'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  'change-protection': {
    from: every,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'protection-is-in-force'],
    cite: 'LTC 2018 Đ47–Đ58',
  },
  'end-protection': {
    from: every,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'protection-is-in-force'],
    cite: 'LTC 2018 Đ47–Đ58; Luật 136/2025',
    unverified: 'press-only',
  },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>
