/** To whom figures go: three chains that are never one, by form and day; and by when, as far as it is known. */
import type { PeriodKind } from './report-periods.ts'

/** Inspection; the standing body of public engagement; the Party's engagement boards. */
export const chains = ['inspection', 'engagement', 'party'] as const
export type ChainId = (typeof chains)[number]

/** Levels whose send days may differ. */
export const sendLevels = ['commune', 'department', 'district', 'province', 'ministry'] as const
export type SendLevel = (typeof sendLevels)[number]

/** Who receives from a unit of this level: a body standing under the unit above it, or the unit above itself. */
export interface ReceiverRow {
  chain: ChainId
  /** Level of the sender. */
  from_level: SendLevel
  /** Names under which the body stands in the tree, the first as letters name it. */
  bodies: readonly string[]
  /** The level of the unit under which the body is looked for. */
  at: 'district' | 'province' | 'country'
  from: string
  until: string | null
  cite: string
  unverified?: 'own-reading' | 'press-only' | 'recalled'
}

const inspectorate = ['Thanh tra tỉnh', 'Thanh tra thành phố']
const boards = ['Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Thành ủy', 'Ban Dân vận']

/** Receiving bodies by chain, level and day. A change adds a row; none is edited or removed. */
export const receivers = [
  ...(['commune', 'department'] as const).map((from_level) => ({
    chain: 'inspection' as const,
    from_level,
    bodies: inspectorate,
    at: 'province' as const,
    from: '2025-07-01',
    until: null,
    cite: 'TT 01/2024/TT-TTCP Đ7',
    unverified: 'own-reading' as const,
  })),
  {
    chain: 'inspection',
    from_level: 'commune',
    bodies: ['Thanh tra huyện'],
    at: 'district',
    from: '2021-05-10',
    until: '2025-07-01',
    cite: 'TT 02/2021/TT-TTCP',
    unverified: 'recalled',
  },
  {
    chain: 'inspection',
    from_level: 'department',
    bodies: inspectorate,
    at: 'province',
    from: '2021-05-10',
    until: '2025-07-01',
    cite: 'TT 02/2021/TT-TTCP',
    unverified: 'recalled',
  },
  {
    chain: 'inspection',
    from_level: 'district',
    bodies: inspectorate,
    at: 'province',
    from: '2021-05-10',
    until: '2025-07-01',
    cite: 'TT 02/2021/TT-TTCP',
    unverified: 'recalled',
  },
  ...(['province', 'ministry'] as const).map((from_level) => ({
    chain: 'inspection' as const,
    from_level,
    bodies: ['Thanh tra Chính phủ'],
    at: 'country' as const,
    from: '2021-05-10',
    until: null,
    cite: 'TT 01/2024/TT-TTCP',
  })),
  ...(['commune', 'department'] as const).map((from_level) => ({
    chain: 'engagement' as const,
    from_level,
    bodies: ['Sở Nội vụ'],
    at: 'province' as const,
    from: '2025-07-01',
    until: null,
    cite: 'Chỉ thị 33/CT-TTg (2021)',
    unverified: 'press-only' as const,
  })),
  ...(['province', 'ministry'] as const).map((from_level) => ({
    chain: 'engagement' as const,
    from_level,
    bodies: ['Bộ Nội vụ'],
    at: 'country' as const,
    from: '2025-07-01',
    until: null,
    cite: 'Chỉ thị 33/CT-TTg (2021)',
    unverified: 'own-reading' as const,
  })),
  ...(['commune', 'department'] as const).map((from_level) => ({
    chain: 'party' as const,
    from_level,
    bodies: boards,
    at: 'province' as const,
    from: '2025-07-01',
    until: null,
    cite: 'KL 107-KL/TW (2024)',
    unverified: 'press-only' as const,
  })),
  {
    chain: 'party',
    from_level: 'province',
    bodies: ['Ban Tuyên giáo và Dân vận Trung ương'],
    at: 'country',
    from: '2025-03-01',
    until: null,
    cite: 'KL 107-KL/TW (2024)',
    unverified: 'press-only',
  },
] as const satisfies ReceiverRow[]

/** The chain of an instrument whose forms do not name their own. */
export const chainOfInstrument: Readonly<Record<string, ChainId>> = {
  'TT02/2021': 'inspection',
  'TT01/2024': 'inspection',
  'CT33/2021': 'engagement',
}

/** A send day: so many days after the period's last. Without a period it holds for all that have no row of their own. */
export interface SendRow {
  chain: ChainId | null
  level: SendLevel
  period: PeriodKind | null
  days: number
  cite: string
  unverified?: 'not-found'
}

/** Not one send day was found: these are guesses, to be replaced on the screen by what the texts say. */
export const sendDays = [
  { chain: null, level: 'commune', period: null, days: 2, cite: 'TT 01/2024/TT-TTCP Đ7.2', unverified: 'not-found' },
  { chain: null, level: 'district', period: null, days: 3, cite: 'TT 01/2024/TT-TTCP Đ7.2', unverified: 'not-found' },
  { chain: null, level: 'department', period: null, days: 4, cite: 'TT 01/2024/TT-TTCP Đ7.2', unverified: 'not-found' },
  { chain: null, level: 'province', period: null, days: 7, cite: 'TT 01/2024/TT-TTCP Đ7.2', unverified: 'not-found' },
  { chain: null, level: 'ministry', period: null, days: 7, cite: 'TT 01/2024/TT-TTCP Đ7.2', unverified: 'not-found' },
] as const satisfies SendRow[]
