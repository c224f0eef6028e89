/** Rules that rest on one unofficial source: the book holds them, an office may turn them off until they are checked. */
import type { Unverified } from './law.ts'

export type SwitchId = 'complaint.accept-in-working-days' | 'reception.no-delegation' | 'holiday.culture-day'

/** A rule that can be turned off (or on) by an office, with its default. */
export interface Switch {
  id: SwitchId
  on_by_default: boolean
  from: string
  cite: string
  unverified: Unverified
}

/** All switches of the book. */
export const switches = [
  {
    id: 'complaint.accept-in-working-days',
    on_by_default: true,
    from: '2026-07-01',
    cite: 'NĐ 155/2026 Đ10',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'reception.no-delegation',
    on_by_default: true,
    from: '2026-07-01',
    cite: 'Luật 136/2025',
    unverified: 'press-only',
  },
  {
    id: 'holiday.culture-day',
    on_by_default: false,
    from: '2026-11-24',
    cite: 'NQ 80-NQ/TW; NQ 30/NQ-CP',
    unverified: 'not-found',
  },
] as const satisfies Switch[]

/** Is this the name of a switch? */
export function isSwitchId(text: string): text is SwitchId {
  return switches.some((row) => row.id === text)
}

/** What an office has set; what it has not set stands at its default. */
export type SwitchSettings = Partial<Record<SwitchId, boolean>>

/** Is this switch on, with these settings? */
export function isOn(id: SwitchId, settings: SwitchSettings = {}): boolean {
  return settings[id] ?? switches.find((row) => row.id === id)?.on_by_default ?? false
}

/** May a head delegate the reception of citizens to a deputy on that day? (Not since 01/07/2026.) */
export function receptionMayBeDelegated(on: Temporal.PlainDate, settings: SwitchSettings = {}): boolean {
  const row = switches.find((item) => item.id === 'reception.no-delegation')
  return !isOn('reception.no-delegation', settings) || on.toString() < (row?.from ?? '')
}
