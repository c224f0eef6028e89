/** Words of a denunciation's workflow: its states, who takes its steps, its conditions, and the closed lists of its grounds. */

export type DenunciationState =
  | 'sealed'
  | 'transferred'
  | 'declined'
  | 'shelved'
  | 'at-inspection'
  | 'inspected'
  | 'tip-closed'
  | 'under-review'
  | 'review-closed'
  | 'accepted'
  | 'verifying'
  | 'verified'
  | 'concluded'
  | 'sent'
  | 'acted-on'
  | 'reported'
  | 'terminated'
  | 'destroyed'

/**
 * `sender` is the unit that transferred the denunciation to this one. `desk` is an intake officer of this unit or of one
 * directly under it who is under the subject: the letter is sealed and given away, and no key stays behind. A `verifier`
 * holds the key of the extract, and the record's own only where the settler says that the original is needed. A
 * `denouncer` is whoever sends on the portal, then whoever holds the key on the slip. A `reader` was given a key on request
 * until a day; a `leaver` still holds one and has no post any more; a `second-custodian` holds half of a recovery.
 */
export type DenunciationStanding =
  | 'intake'
  | 'settler'
  | 'verifier'
  | 'custodian'
  | 'sender'
  | 'desk'
  | 'denouncer'
  | 'reader'
  | 'leaver'
  | 'second-custodian'
  | 'clock'

export type DenunciationCondition =
  | 'actor-is-clear-of-the-subject'
  | 'actor-is-not-the-subject'
  | 'actor-keeps-no-key'
  | 'sealed-for-lawful-people-only'
  | 'actor-holds-a-key'
  | 'actor-holds-the-extract'
  | 'a-channel-is-open'
  | 'verifier-is-lawful'
  | 'outside-competence'
  | 'not-transferred-before'
  | 'acceptance-conditions-met'
  | 'new-evidence-where-settled-before'
  | 'clear-enough-to-act-at-once'
  | 'tip-can-be-checked'
  | 'sender-is-named'
  | 'sender-is-unnamed'
  | 'inspection-is-clear-of-the-subject'
  | 'shelving-ground-is-there'
  | 'acceptance-is-not-told-yet'
  | 'conclusion-is-not-public-yet'
  | 'is-not-suspended'
  | 'is-suspended'
  | 'limit-has-not-passed'
  | 'an-extension-is-left'
  | 'criteria-are-enough'
  | 'withdrawal-is-not-noted-yet'
  | 'withdrawal-waits-for-confirmation'
  | 'a-ground-ends-it'
  | 'came-through-a-forwarder'
  | 'no-demand-is-open'
  | 'a-demand-is-open'
  | 'protection-is-not-asked'
  | 'protection-waits-for-paper'
  | 'protection-is-asked'
  | 'protection-is-verified'
  | 'protection-can-be-refused'
  | 'protection-is-in-force'
  | 'due-date-moves'
  | 'sealed-for-clear-people-only'
  | 'successor-is-lawful'
  | 'holder-has-left'
  | 'a-reading-has-ended'
  | 'retention-has-passed'
  | 'a-hold-is-on'
  | 'no-hold-is-on'
  | 'protection-has-ended'

/** States in which a denunciation may rest for good. */
export const denunciationFinals = [
  'transferred',
  'declined',
  'shelved',
  'tip-closed',
  'review-closed',
  'reported',
  'terminated',
] as const satisfies DenunciationState[]

/** Why a denunciation is not accepted. */
export const denunciationDeclineGrounds = [
  'form-not-met',
  'no-capacity',
  'outside-competence',
  'no-basis-for-person-and-act',
  'settled-without-new-evidence',
  'withdrawn-before-acceptance',
] as const

/** Why it is kept without processing (LTC 2018 Đ24.3; Đ25.1 for unsigned information that cannot be checked). */
export const denunciationShelvingGrounds = [
  'sent-to-competent-unit-too',
  'guided-already',
  'unsigned-and-not-checkable',
] as const

/** Why its settling is suspended (LTC 2018 Đ34.1). */
export const denunciationSuspensionGrounds = ['waits-for-another-result', 'waits-for-an-expertise'] as const

/** Why its settling ends without a conclusion (LTC 2018 Đ34.3). */
export const terminationGrounds = ['withdrawn', 'subject-has-died', 'settled-by-a-judgment'] as const

/** What the conclusion finds. */
export const denunciationResults = ['right', 'partly-right', 'wrong', 'knowingly-false'] as const
export type DenunciationResult = (typeof denunciationResults)[number]

/** Signs at a withdrawal because of which it must be settled all the same (LTC 2018 Đ33.3). */
export const withdrawalSigns = ['violation', 'coercion', 'bribery', 'slander'] as const

/** What the superior does with a further denunciation (LTC 2018 Đ37). */
export const reviewOutcomes = ['settled-lawfully', 'settles-elsewhere', 'answered-by-the-demand'] as const

/** Protection measures (LTC 2018 Đ47–Đ58). */
export const protectionMeasures = [
  'secrecy',
  'job-and-post',
  'residence',
  'life-and-health',
  'property',
  'honour',
] as const
export type ProtectionMeasure = (typeof protectionMeasures)[number]

/** Why protection ends. */
export const protectionEnds = ['no-longer-needed', 'unfounded', 'duties-breached', 'on-request'] as const
