/** The closed lists of the law: kinds, sources, fields, grounds, criteria, outcomes. Labels are in `ui/words`. */

/** What a petition, or one point of it, is by its content. `mixed` is a letter whose points differ. */
export const petitionKinds = [
  'complaint',
  'denunciation',
  'recommendation',
  'observation',
  'tip',
  'mixed',
  'other',
] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** By which way a petition came (nguồn đơn). */
export const petitionSources = ['in-person', 'post', 'forwarded', 'by-hand', 'online', 'phone', 'import'] as const
export type PetitionSource = (typeof petitionSources)[number]

/** Who forwarded it: a complaint outside competence may be transferred only if it came through one of these. */
export const forwarders = ['agency', 'deputy', 'front', 'press'] as const
export type Forwarder = (typeof forwarders)[number]

/** The groups of fields in the official forms 02, 03 and 04/XLD. */
export const fieldGroups = [
  'policy',
  'land',
  'civil-service',
  'administrative-other',
  'corruption',
  'judicial',
  'party',
  'other',
] as const
export type FieldGroup = (typeof fieldGroups)[number]

/** Fields that officers choose from; each counts in one group of the forms. */
export const fields = [
  { id: 'policy', group: 'policy' },
  { id: 'land', group: 'land' },
  { id: 'civil-service', group: 'civil-service' },
  { id: 'procedures', group: 'administrative-other' },
  { id: 'construction', group: 'administrative-other' },
  { id: 'environment', group: 'administrative-other' },
  { id: 'order', group: 'administrative-other' },
  { id: 'infrastructure', group: 'administrative-other' },
  { id: 'administrative-other', group: 'administrative-other' },
  { id: 'corruption', group: 'corruption' },
  { id: 'judicial', group: 'judicial' },
  { id: 'party', group: 'party' },
  { id: 'other', group: 'other' },
] as const satisfies { id: string; group: FieldGroup }[]
export type Field = (typeof fields)[number]['id']

/** Whose it is to settle. */
export const competences = ['ours', 'subordinate', 'superior', 'another'] as const
export type Competence = (typeof competences)[number]

/** The handling conditions (điều kiện xử lý): what a petition must have to be handled. */
export const handlingConditions = [
  { id: 'in-vietnamese', cite: 'TT 05/2021' },
  { id: 'dated', cite: 'TT 05/2021' },
  { id: 'named-with-address', cite: 'TT 05/2021' },
  { id: 'signed', cite: 'TT 05/2021' },
  { id: 'content-stated', cite: 'TT 05/2021' },
  { id: 'not-sent-before', cite: 'TT 05/2021' },
  { id: 'not-guided-before', cite: 'TT 05/2021' },
] as const
export type HandlingCondition = (typeof handlingConditions)[number]['id']

/** The conditions a petition of this kind must meet: a complaint or denunciation must also be dated and signed. */
export function requiredConditions(kind: PetitionKind): readonly HandlingCondition[] {
  const all = handlingConditions.map((condition) => condition.id)
  if (kind === 'complaint' || kind === 'denunciation') return all
  return all.filter((condition) => condition !== 'signed' && condition !== 'dated')
}

/** The nine grounds on which a complaint is not accepted, and the one that Luật 136/2025 added. */
export const declineGrounds = [
  { id: 'internal-normative-or-secret', cite: 'LKN 2011 Đ11.1' },
  { id: 'own-right-not-affected', cite: 'LKN 2011 Đ11.2' },
  { id: 'no-capacity', cite: 'LKN 2011 Đ11.3' },
  { id: 'improper-representative', cite: 'LKN 2011 Đ11.4' },
  { id: 'no-signature', cite: 'LKN 2011 Đ11.5' },
  { id: 'time-bar-passed', cite: 'LKN 2011 Đ11.6' },
  { id: 'second-decision-exists', cite: 'LKN 2011 Đ11.7' },
  { id: 'terminated-and-not-renewed', cite: 'LKN 2011 Đ11.8' },
  { id: 'court-has-it', cite: 'LKN 2011 Đ11.9' },
  // Beside the nine: what was freely withdrawn is not examined again.
  { id: 'withdrawn-before', cite: 'LKN 2011 Đ10 (Luật 136/2025)', from: '2026-07-01' },
] as const satisfies { id: string; cite: string; from?: string }[]
export type DeclineGround = (typeof declineGrounds)[number]['id']

/** The article of a ground; null where it is not in force yet on that day. */
export function declineCite(id: DeclineGround, on: Temporal.PlainDate): string | null {
  const row: { id: string; cite: string; from?: string } = declineGrounds.find((one) => one.id === id)!
  return row.from === undefined || row.from <= on.toString() ? row.cite : null
}

/** The seven criteria of a complex case; two of them make a denunciation specially complex. */
export const complexityCriteria = [
  { id: 'verified-at-several-places', cite: 'NĐ 155/2026 Đ3a.a; NĐ 31/2019 Đ3' },
  { id: 'several-contents', cite: 'NĐ 155/2026 Đ3a.b; NĐ 31/2019 Đ3' },
  { id: 'many-people', cite: 'NĐ 155/2026 Đ3a.c; NĐ 31/2019 Đ3' },
  { id: 'foreign-element', cite: 'NĐ 155/2026 Đ3a.d; NĐ 31/2019 Đ3' },
  { id: 'several-agencies', cite: 'NĐ 155/2026 Đ3a.đ; NĐ 31/2019 Đ3' },
  { id: 'agencies-disagree', cite: 'NĐ 155/2026 Đ3a.e; NĐ 31/2019 Đ3' },
  { id: 'contradictory-evidence', cite: 'NĐ 155/2026 Đ3a.g; NĐ 31/2019 Đ3' },
] as const
export type ComplexityCriterion = (typeof complexityCriteria)[number]['id']

/** Why a letter is kept without further handling (lưu đơn). */
export const shelvingGrounds = [
  { id: 'conditions-missing', cite: 'TT 05/2021' },
  { id: 'sent-to-competent-unit-too', cite: 'TT 05/2021' },
  { id: 'same-content-already-received', cite: 'TT 05/2021' },
  { id: 'guided-already', cite: 'TT 05/2021' },
  { id: 'settled-already', cite: 'TT 05/2021' },
  { id: 'no-address', cite: 'TT 05/2021' },
] as const
export type ShelvingGround = (typeof shelvingGrounds)[number]['id']

/** Why papers go back to their sender (trả đơn). */
export const handBackGrounds = [
  { id: 'originals-enclosed', cite: 'TT 05/2021' },
  { id: 'unreadable', cite: 'TT 05/2021' },
  { id: 'forwarded-to-wrong-unit', cite: 'TT 05/2021' },
] as const
export type HandBackGround = (typeof handBackGrounds)[number]['id']

/** Why a complaint's settling is suspended. */
export const suspensionGrounds = [
  { id: 'complainant-cannot-take-part', cite: 'NĐ 155/2026 Đ12 (Đ28b)' },
  { id: 'waits-for-another-result', cite: 'NĐ 155/2026 Đ12 (Đ28b)' },
] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]['id']

/** What a first decision finds (kết quả giải quyết lần đầu). */
export const complaintResults = ['right', 'partly-right', 'wrong'] as const
export type ComplaintResult = (typeof complaintResults)[number]

/** What a complaint is against; a disciplinary decision has limits of its own, dismissal a longer second road. */
export const contestedKinds = ['administrative-decision', 'administrative-act', 'discipline', 'dismissal'] as const
export type ContestedKind = (typeof contestedKinds)[number]

/** What a second decision does to the first; `none-made`: the limit passed without one. */
export const firstDecisionFates = ['upheld', 'amended', 'annulled', 'none-made'] as const
export type FirstDecisionFate = (typeof firstDecisionFates)[number]

/** Why a second complaint is filed: the decision came and is not agreed with, or none came in time (LKN 2011 Đ33). */
export const secondReasons = ['disagrees', 'limit-passed'] as const
export type SecondReason = (typeof secondReasons)[number]

/** How far a decision is carried out (thi hành). */
export const enforcementStages = ['not-yet', 'in-progress', 'done'] as const
export type EnforcementStage = (typeof enforcementStages)[number]

/** Kinds of reception; online is a mode of any of them. */
export const receptionKinds = ['regular', 'periodic', 'unscheduled'] as const
export type ReceptionKind = (typeof receptionKinds)[number]

export const receptionModes = ['in-person', 'online'] as const
export type ReceptionMode = (typeof receptionModes)[number]

/** What a visitor is told within ten working days (LTCD 2013 Đ28.1), or at once. */
export const visitOutcomes = [
  'accepted',
  'prolonged',
  'declined',
  'transferred',
  'guided',
  'answered',
  'explained',
] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** What one says of an answer (1 to 5). */
export const ratings = [1, 2, 3, 4, 5] as const
export type Rating = (typeof ratings)[number]
