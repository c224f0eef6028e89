/** Unsigned information in the closed register: what its check found, and the inspection that was asked. */

/** Kept in the column `tip` where the sender gave no name; neutral answers alone. */
export interface Tip {
  check: { on: string; person_is_clear: boolean; evidence_is_concrete: boolean; can_be_checked: boolean } | null
}

/** Kept in the column `inspection`; days as ISO text. `answer_by` is the office's own day: the law sets none. */
export interface Inspection {
  unit_id: string
  unit_name: string
  on: string
  answer_by: string
  answered_on: string | null
}

/** How a tip begins; null for a letter that names its sender. */
export function tipOf(unsigned: boolean): Tip | null {
  return unsigned ? { check: null } : null
}

/** Person clear, evidence concrete, and it can be checked: all three, recorded. */
export function canBeChecked(tip: Tip | null): boolean {
  const { check } = tip ?? { check: null }
  return check?.person_is_clear === true && check.evidence_is_concrete && check.can_be_checked
}

/** The inspection has not answered by the day it was asked for. */
export function isLate({ inspection }: { inspection: Inspection | null }, on: Temporal.PlainDate): boolean {
  if (inspection?.answered_on !== null) return false
  return Temporal.PlainDate.compare(on, Temporal.PlainDate.from(inspection.answer_by)) > 0
}
