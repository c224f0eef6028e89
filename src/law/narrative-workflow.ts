/** The narrative of a periodic report (lời văn của báo cáo): drafted from the registers, edited, signed; a change is a new version. */
import type { Workflow } from './law.ts'

export type NarrativeState = 'drafted' | 'with-head' | 'signed'
/** `writer`: an officer of the unit's desk; `head`: who signs. */
export type NarrativeStanding = 'writer' | 'head'
export type NarrativeCondition =
  | 'no-narrative-of-the-period'
  | 'every-section-is-written'
  | 'period-is-over'
  | 'newest-version-is-signed'

/** States in which a narrative may rest for good. */
export const narrativeFinals = ['signed'] as const satisfies NarrativeState[]

// A circular asks for a narrative beside the forms (TT 01/2024); who writes it and how it is handed on is office work.
const own = { cite: 'TT 01/2024/TT-TTCP Đ3; NĐ 30/2020', unverified: 'own-reading' } as const
const writers = ['writer', 'head'] as const

export const narrativeWorkflow = {
  'draft-narrative': { from: [], to: 'drafted', by: writers, needs: ['no-narrative-of-the-period'], ...own },
  // Section by section: the head mends a word without sending the whole back.
  'edit-section': { from: ['drafted', 'with-head'], to: 'same', by: writers, needs: [], ...own },
  'insert-paragraph': { from: ['drafted', 'with-head'], to: 'same', by: writers, needs: [], ...own },
  'hand-to-head': { from: ['drafted'], to: 'with-head', by: writers, needs: ['every-section-is-written'], ...own },
  'return-to-writers': { from: ['with-head'], to: 'drafted', by: ['head'], needs: [], ...own },
  sign: {
    from: ['with-head'],
    to: 'signed',
    by: ['head'],
    needs: ['period-is-over', 'every-section-is-written'],
    cite: 'NĐ 30/2020 Đ13',
    unverified: 'own-reading',
  },
  // What is signed never changes: a correction is a version with its reason, of equal form.
  renew: {
    from: [],
    to: 'drafted',
    by: writers,
    needs: ['newest-version-is-signed'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<NarrativeState, NarrativeStanding, NarrativeCondition>

/** A step of a narrative. */
export type NarrativeStep = keyof typeof narrativeWorkflow
