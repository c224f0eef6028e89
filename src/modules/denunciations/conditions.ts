/** The named conditions of a denunciation's steps. */
import type { DenunciationCondition } from '../../law/denunciation-terms.ts'
import type { Noun } from '../../platform/actions/action.ts'
import { dueDateMoves } from '../calendars/re-date.ts'
import type { DenunciationFacts, DenunciationRow } from './denunciation.ts'
import type { Lawful } from './subject.ts'
import { canBeChecked } from './tip.ts'

/** Neutral answers of a step that conditions judge; each step has some of them. */
export interface Answers {
  /** Every condition of the step's article is ticked. */
  conditions_met?: boolean
  /** It grew out of a matter settled on another road, and there is no new evidence. */
  settled_without_new_evidence?: boolean
  /** How many of the seven criteria of complexity are recorded. */
  criteria?: number
  /** The ground on which it ends. */
  ends_for?: string
  verifier_id?: string
  /** Nobody concerned leads the body that is asked to inspect. */
  receiver_is_clear?: boolean
  /** It is kept because nobody signed it and it cannot be checked. */
  unsigned?: boolean
}

/** What the conditions read of an input; each step has some of it. */
interface Said {
  /** Accounts of the subject, and of everybody under the subject on the day. */
  subjects?: readonly string[]
  barred?: readonly string[]
  keys?: readonly { account_id: string }[]
  within_competence?: boolean
  successor_id?: string
  holder_id?: string
  answers?: Answers
}

const said = (input: unknown): Said => (input ?? {}) as Said
const answered = (input: unknown): Answers => said(input).answers ?? {}

/** Those of the law; one that depends on input answers true while there is none. */
export const conditions = {
  'actor-is-clear-of-the-subject': ({ input, viewer }) =>
    !said(input).barred?.some((account_id) => account_id === viewer.account_id),
  'actor-is-not-the-subject': ({ input, viewer }) =>
    !said(input).subjects?.some((account_id) => account_id === viewer.account_id),
  'actor-keeps-no-key': ({ input, viewer }) => !said(input).keys?.some((key) => key.account_id === viewer.account_id),
  'sealed-for-lawful-people-only': ({ input, facts, record }) => {
    const { keys, barred = [] } = said(input)
    if (!keys) return true
    return areLawful(keys, facts.lawful, barred) && (record !== null || someSettles(keys, facts.lawful))
  },
  'actor-holds-a-key': ({ facts }) => facts.has_key,
  'actor-holds-the-extract': ({ facts }) => facts.has_extract,
  'a-channel-is-open': ({ facts }) => facts.has_channel,
  'verifier-is-lawful': ({ input, facts }) => {
    const { barred = [], keys = [] } = said(input)
    if (input === null) return true
    const { verifier_id } = answered(input)
    const chosen = verifier_id !== undefined && facts.officers.includes(verifier_id) && !barred.includes(verifier_id)
    return chosen && keys.every((key) => key.account_id === verifier_id)
  },
  'outside-competence': ({ input }) => said(input).within_competence !== true,
  'not-transferred-before': ({ record }) => !record?.sent_to && !record?.came_from,
  'acceptance-conditions-met': ({ input }) => answered(input).conditions_met !== false,
  'new-evidence-where-settled-before': ({ input }) => answered(input).settled_without_new_evidence !== true,
  'clear-enough-to-act-at-once': ({ input }) => answered(input).conditions_met !== false,
  'sender-is-named': ({ record }) => record!.tip === null,
  'sender-is-unnamed': ({ record }) => record!.tip !== null,
  'tip-can-be-checked': ({ record }) => canBeChecked(record!.tip),
  'inspection-is-clear-of-the-subject': ({ input }) => answered(input).receiver_is_clear !== false,
  // Unsigned and not checkable: only what was looked at, and found so.
  'shelving-ground-is-there': ({ input, record }) =>
    answered(input).unsigned !== true ||
    (record!.tip !== null && record!.tip.check !== null && !canBeChecked(record!.tip)),
  'acceptance-is-not-told-yet': ({ record }) => record!.notified_on === null,
  'conclusion-is-not-public-yet': ({ record }) => record!.published_on === null,
  'is-not-suspended': ({ record }) => !isSuspended(record!),
  'is-suspended': ({ record }) => isSuspended(record!),
  'limit-has-not-passed': ({ record, moment }) =>
    record!.due_on === null || Temporal.PlainDate.compare(moment.on, record!.due_on) <= 0,
  'an-extension-is-left': ({ record }) => record!.extensions < 2,
  'criteria-are-enough': ({ input, record }) => (answered(input).criteria ?? 7) > record!.extensions,
  'withdrawal-is-not-noted-yet': ({ record }) =>
    record!.withdrawal === null || (!record!.withdrawal.whole && record!.withdrawal.confirmed_on !== null),
  'withdrawal-waits-for-confirmation': ({ record }) => record!.withdrawal?.confirmed_on === null,
  'a-ground-ends-it': ({ input, record }) => {
    const { ends_for } = answered(input)
    if (ends_for !== 'withdrawn') return true
    const { withdrawal } = record!
    return withdrawal?.whole === true && withdrawal.confirmed_on !== null && !withdrawal.goes_on
  },
  'came-through-a-forwarder': ({ record }) => record!.source === 'forwarded' && record!.came_from === null,
  'no-demand-is-open': ({ record }) => record!.demand === null || record!.demand.answered_on !== null,
  'a-demand-is-open': ({ record }) => record!.demand?.answered_on === null,
  'protection-is-not-asked': ({ record }) => record!.protection === null || hasEnded(record!),
  'protection-waits-for-paper': ({ record }) =>
    record!.protection !== null && !hasEnded(record!) && record!.protection.in_writing_on === null,
  'protection-is-asked': ({ record }) => record!.protection?.stage === 'asked',
  'protection-is-verified': ({ record }) => record!.protection?.stage === 'verified',
  'protection-can-be-refused': ({ record }) => /^(asked|verified)$/.test(record!.protection?.stage ?? ''),
  'protection-is-in-force': ({ record }) => record!.protection?.stage === 'in-force',
  'due-date-moves': ({ record, facts, input }) => dueDateMoves(record!, facts, input),
  'sealed-for-clear-people-only': ({ input }) => {
    const { keys = [], barred = [] } = said(input)
    return keys.every(({ account_id }) => !barred.includes(account_id))
  },
  'successor-is-lawful': ({ input, facts, viewer }) => {
    if (input === null) return true
    const { keys = [], barred = [], successor_id } = said(input)
    const lawful = facts.lawful.some((one) => one.account_id === successor_id)
    const clear = successor_id !== undefined && successor_id !== viewer.account_id && !barred.includes(successor_id)
    return lawful && clear && keys.every((key) => key.account_id === successor_id)
  },
  'holder-has-left': ({ input, facts }) => {
    if (input === null) return facts.left.length > 0
    return facts.left.some((one) => one.account_id === said(input).holder_id)
  },
  'a-reading-has-ended': ({ facts }) => facts.ended.length > 0,
  'retention-has-passed': ({ facts, moment }) =>
    facts.retention !== null && Temporal.PlainDate.compare(moment.on, facts.retention.kept_until) > 0,
  'a-hold-is-on': ({ record, moment }) => isHeld(record!, moment.on),
  'no-hold-is-on': ({ record, moment }) => !isHeld(record!, moment.on),
  'protection-has-ended': ({ record }) => record!.protection === null || hasEnded(record!),
} satisfies Record<DenunciationCondition, Noun<DenunciationRow, DenunciationFacts>['conditions'][string]>

/** A suspension without its last day is running. */
export function isSuspended(row: Pick<DenunciationRow, 'suspensions'>): boolean {
  return row.suspensions.some((stretch) => stretch.to === null)
}

/** A hold lasts to the end of its day. */
export function isHeld({ hold_until }: Pick<DenunciationRow, 'hold_until'>, on: Temporal.PlainDate): boolean {
  return hold_until !== null && Temporal.PlainDate.compare(on, hold_until) <= 0
}

function hasEnded({ protection }: Pick<DenunciationRow, 'protection'>): boolean {
  return protection?.stage === 'ended' || protection?.stage === 'refused'
}

/** Is every key for somebody entitled, and for nobody concerned? */
export function areLawful(
  keys: readonly { account_id: string }[],
  lawful: readonly Lawful[],
  barred: readonly string[],
): boolean {
  return (
    keys.length > 0 &&
    keys.every(({ account_id }) => lawful.some((one) => one.account_id === account_id) && !barred.includes(account_id))
  )
}

/** Can whoever settles open it? */
export function someSettles(keys: readonly { account_id: string }[], lawful: readonly Lawful[]): boolean {
  return keys.some(({ account_id }) => lawful.some((one) => one.account_id === account_id && one.settles))
}
