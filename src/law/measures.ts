/** What forms count: measures said over the dimensions of postings. */

/** Everything that postings tell of. */
export const facts = [
  'visit',
  'reception-day',
  'petition-received',
  'petition-processed',
  'petition-settled',
  'reply-received',
  'second-complaint',
  'settlement-effect',
  'enforcement-owed',
  'enforcement-done',
  'effect-owed',
  'effect-done',
  'dialogue-held',
  'dialogue-question',
  'dialogue-answer',
  'dialogue-published',
  'instrument',
  'study-session',
  'commitment-made',
  'commitment-kept',
  'commitment-replaced',
  'commitment-not-kept',
  'meeting-held',
] as const
export type Fact = (typeof facts)[number]

/** What an event weighs: how many or how much, how many people, how many cases. */
export const weights = ['quantity', 'people', 'cases'] as const
export type Weight = (typeof weights)[number]

/** What is counted: events of one fact, narrowed by their dimensions, each weighing its quantity, people or cases. */
export interface Measure {
  fact: Fact
  weigh: Weight
  /** Who received (visits, days) or the step that processed (petitions). */
  stage?: readonly string[]
  /** `none` stands for what has no kind yet. */
  kind?: readonly string[]
  /** `none` stands for what names no field. */
  field?: readonly string[]
  outcome?: readonly string[]
  source?: readonly string[]
  first_time?: boolean
  /** Said to be a further time; what says nothing does not count. */
  again?: true
  large_group?: boolean
  eligible?: boolean
  in_time?: boolean
  /** How many stand under the letter. */
  signers?: 'several' | 'one' | 'none'
}

const kinds = {
  complaint: ['complaint'],
  denunciation: ['denunciation'],
  feedback: ['recommendation', 'observation'],
} as const
const allKinds = ['complaint', 'denunciation', 'recommendation', 'observation'] as const
const dealings = {
  within: ['propose-acceptance', 'decline', 'answer'],
  guided: ['guide', 'guide-unsigned'],
  transferred: ['transfer'],
  urged: ['urge'],
} as const
/** A letter that is shelved or handed back is not one that meets the conditions, whatever was ticked (TT 05/2021 Đ6). */
const eligibleStages = [...dealings.within, ...dealings.guided, ...dealings.transferred, ...dealings.urged] as const
const eligible = { fact: 'petition-processed', eligible: true } as const

/** Everything the forms count, each a column of `balance`; facts that refer back are kept in `balance_referring`. */
export const measures = {
  ...receptions('regular'),
  ...receptions('head'),
  ...receptions('delegated'),
  head_days: { fact: 'reception-day', weigh: 'quantity', stage: ['head'] },
  delegated_days: { fact: 'reception-day', weigh: 'quantity', stage: ['delegated'] },
  received_several: { fact: 'petition-received', weigh: 'quantity', signers: 'several' },
  received_one: { fact: 'petition-received', weigh: 'quantity', signers: 'one' },
  received_unnamed: { fact: 'petition-received', weigh: 'quantity', signers: 'none' },
  processed_several: { fact: 'petition-processed', weigh: 'quantity', signers: 'several' },
  processed_one: { fact: 'petition-processed', weigh: 'quantity', signers: 'one' },
  processed_unnamed: { fact: 'petition-processed', weigh: 'quantity', signers: 'none' },
  eligible: { ...eligible, weigh: 'quantity', kind: allKinds, stage: eligibleStages },
  eligible_cases: { ...eligible, weigh: 'cases', kind: allKinds, stage: eligibleStages },
  complaint_within: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.within },
  complaint_guided: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.guided },
  complaint_transferred: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.transferred },
  complaint_urged: { ...eligible, weigh: 'quantity', kind: kinds.complaint, stage: dealings.urged },
  denunciation_within: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.within },
  denunciation_guided: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.guided },
  denunciation_transferred: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.transferred },
  denunciation_urged: { ...eligible, weigh: 'quantity', kind: kinds.denunciation, stage: dealings.urged },
  feedback_within: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.within },
  feedback_guided: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.guided },
  feedback_transferred: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.transferred },
  feedback_urged: { ...eligible, weigh: 'quantity', kind: kinds.feedback, stage: dealings.urged },
  settled_first: { fact: 'petition-settled', weigh: 'quantity', kind: allKinds, first_time: true },
  settled_again: { fact: 'petition-settled', weigh: 'quantity', kind: allKinds, first_time: false },
  replies: { fact: 'reply-received', weigh: 'quantity' },
} as const satisfies Record<string, Measure>

/** The name of a measure: a column of `balance` or `balance_referring`. */
export type MeasureName = keyof typeof measures

/** Visits by who received: comings, people, cases at first and again, and of these the large groups. */
function receptions<const Stage extends string>(stage: Stage) {
  const visit = { fact: 'visit', stage: [stage] } as const
  const group = { ...visit, large_group: true } as const
  const rows = {
    visits: { ...visit, weigh: 'quantity' },
    people: { ...visit, weigh: 'people' },
    cases_first: { ...visit, weigh: 'cases', first_time: true },
    cases_again: { ...visit, weigh: 'cases', first_time: false },
    groups: { ...group, weigh: 'quantity' },
    group_people: { ...group, weigh: 'people' },
    groups_first: { ...group, weigh: 'cases', first_time: true },
    groups_again: { ...group, weigh: 'cases', first_time: false },
  } as const satisfies Record<string, Measure>
  const named = Object.entries(rows).map(([name, row]) => [`${stage}_${name}`, row])
  // Object.fromEntries forgets the keys' literal types.
  return Object.fromEntries(named) as { [K in keyof typeof rows as `${Stage}_${K}`]: (typeof rows)[K] }
}

/** Facts that refer back to an earlier day: kept by both quarters, counted in the period they refer to. */
export function refersBack(measure: Measure): boolean {
  return measure.fact === 'petition-settled'
}

/** One text for what a measure counts, whatever its name: under it sums are kept. */
export function measureKey(measure: Measure): string {
  const { fact, weigh, ...narrowed } = measure
  const parts = Object.entries(narrowed)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? [...value].sort().join(',') : String(value)]],
    )
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  return [fact, weigh, ...parts].join(' ')
}
