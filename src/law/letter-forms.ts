/**
 * The documents of the proceedings and the forms they follow. A code alone names nothing: 01/TCD is a refusal in a decree and
 * a report in a circular, so a form is found by its instrument and its code.
 */
import type { Unverified } from './law.ts'

/** One kind of document with the instrument whose form it follows. */
export interface LetterForm {
  /** The kind, as the register of letters keeps it. */
  kind: string
  instrument: string
  /** Code of the form in that instrument; null where it has none, or where it was not found. */
  code: string | null
  cite: string
  unverified?: Unverified
}

const nd154 = { instrument: 'NĐ 154/2026', unverified: 'unofficial-transcription' } as const
const nd155 = { instrument: 'NĐ 155/2026', unverified: 'unofficial-transcription' } as const
const nd124 = { instrument: 'NĐ 124/2020', code: null, unverified: 'recalled' } as const
const tt05 = { instrument: 'TT 05/2021', code: null, unverified: 'recalled' } as const
const nd30 = { instrument: 'NĐ 30/2020', code: null, unverified: 'own-reading' } as const

/** One row a kind of document. */
export const letterForms = [
  { kind: 'refusal', ...nd154, code: '01/TCD', cite: 'NĐ 154/2026 Đ4' },
  { kind: 'receipt', ...nd154, code: '02/TCD', cite: 'NĐ 154/2026 Mẫu 02/TCD' },
  { kind: 'reception-conclusion', ...nd30, cite: 'LTCD 2013 Đ18' },
  { kind: 'outcome', ...nd30, cite: 'LTCD 2013 Đ28' },
  { kind: 'proposal', ...tt05, code: '01', cite: 'TT 05/2021 Đ13' },
  { kind: 'guidance', ...tt05, cite: 'TT 05/2021' },
  { kind: 'confirm-signature', ...tt05, cite: 'LKN 2011 Đ8' },
  { kind: 'transfer', ...tt05, cite: 'LTCD 2013 Đ26' },
  { kind: 'hand-back', ...nd30, cite: 'TT 05/2021' },
  { kind: 'urge', ...nd30, cite: 'LTCD 2013 Đ27' },
  { kind: 'case-reply', ...nd30, cite: 'LTCD 2013 Đ27.2' },
  { kind: 'overdue-demand', ...nd30, cite: 'TT 05/2021 Đ14' },
  { kind: 'alert', ...nd30, cite: 'TT 05/2021 Đ16' },
  { kind: 'review-report', ...nd30, cite: 'TT 01/2024/TT-TTCP Đ3' },
  { kind: 'crime-referral', ...nd30, cite: 'LTC 2018 Đ27' },
  { kind: 'party-referral', ...nd30, cite: 'TT 05/2021 Đ15' },
  { kind: 'acceptance', ...nd124, code: '03', cite: 'LKN 2011 Đ27' },
  { kind: 'decline', ...nd124, code: '04', cite: 'LKN 2011 Đ11' },
  { kind: 'extension', ...nd124, cite: 'LKN 2011 Đ28' },
  { kind: 'second-road', ...nd124, cite: 'LKN 2011 Đ33' },
  { kind: 'court-road', ...nd124, cite: 'LKN 2011 Đ42' },
  { kind: 'verification-order', ...nd124, cite: 'LKN 2011 Đ29' },
  { kind: 'verification-report', ...nd124, cite: 'LKN 2011 Đ29' },
  { kind: 'dialogue-notice', ...nd124, cite: 'LKN 2011 Đ30' },
  { kind: 'public-dialogue-notice', ...nd30, cite: 'Luật TCCQĐP 72/2025 Đ43' },
  { kind: 'public-dialogue-results', ...nd30, cite: 'Luật TCCQĐP 72/2025 Đ43' },
  { kind: 'dialogue-minutes', ...nd155, code: '14', cite: 'NĐ 155/2026 Đ11' },
  { kind: 'suspension', ...nd155, code: '14a', cite: 'NĐ 155/2026 Đ12' },
  { kind: 'termination', ...nd155, code: '14a', cite: 'NĐ 155/2026 Đ12' },
  { kind: 'resumption', ...nd155, code: '14b', cite: 'NĐ 155/2026 Đ12' },
  { kind: 'stay', ...nd124, cite: 'LKN 2011 Đ35' },
  { kind: 'stay-lifted', ...nd124, cite: 'LKN 2011 Đ35' },
  { kind: 'decision', ...nd124, cite: 'LKN 2011 Đ31' },
  { kind: 'answer', ...nd30, cite: 'LTCD 2013 Đ28' },
  { kind: 'propose-change', ...nd30, cite: 'NĐ 20/2008 Đ14' },
  { kind: 'meeting-invitation', ...nd30, cite: 'NĐ 30/2020 Phụ lục III' },
  { kind: 'meeting-change', ...nd30, cite: 'NĐ 30/2020 Phụ lục III' },
  { kind: 'meeting-conclusion', ...nd30, cite: 'NĐ 30/2020 Phụ lục III' },
  { kind: 'correction', ...nd30, cite: 'NĐ 30/2020 Đ18' },
  { kind: 'recall', ...nd30, cite: 'NĐ 30/2020 Đ18' },
  { kind: 'private', instrument: 'NĐ 31/2019', code: null, cite: 'NĐ 31/2019; NĐ 156/2026', unverified: 'not-found' },
] as const satisfies LetterForm[]

/** The form a kind of document follows; undefined where no row names it. */
export function letterFormOf(kind: string): LetterForm | undefined {
  return letterForms.find((row) => row.kind === kind)
}
