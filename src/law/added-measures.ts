/**
 * Measures that came with later forms. They have no column of `balance`: each is kept under its key, so that a further
 * form may bring its own without a release.
 */
import { effects } from './effects.ts'
import type { Measure } from './measures.ts'
import { type FieldGroup, fieldGroups, fields } from './terms.ts'

/** Kinds as they count where letters are told apart: whatever is not yet, or nothing of the three, stands with the last. */
const letterKinds = {
  complaint: ['complaint'],
  denunciation: ['denunciation', 'tip'],
  feedback: ['recommendation', 'observation', 'mixed', 'other', 'none'],
} as const
const kinds = {
  complaint: ['complaint'],
  denunciation: ['denunciation'],
  feedback: ['recommendation', 'observation'],
} as const
type Group = keyof typeof kinds

const dealings = {
  within: ['propose-acceptance', 'decline', 'answer'],
  guided: ['guide', 'guide-unsigned'],
  transferred: ['transfer'],
  urged: ['urge'],
} as const
const eligibleStages = Object.values(dealings).flat()

/** What counts in a group of fields; `other` takes what names no field. */
const fieldsOf = (group: FieldGroup): readonly string[] => {
  const ids = fields.filter((field) => field.group === group).map((field): string => field.id)
  return group === 'other' ? [...ids, 'none'] : ids
}

/** Results of a complaint and of a denunciation that end it with a decision. */
const concluded = ['right', 'partly-right', 'wrong', 'knowingly-false'] as const

function letters(group: Group): Record<string, Measure> {
  const kind = letterKinds[group]
  const rows = (['several', 'one', 'unnamed'] as const).flatMap((name): [string, Measure][] => {
    const signers = name === 'unnamed' ? 'none' : name
    return [
      [`${group}_letters_${name}`, { fact: 'petition-received', weigh: 'quantity', kind, signers }],
      [`${group}_handled_${name}`, { fact: 'petition-processed', weigh: 'quantity', kind, signers }],
    ]
  })
  return {
    ...Object.fromEntries(rows),
    [`${group}_replies`]: { fact: 'reply-received', weigh: 'quantity', kind },
  }
}

function cases(group: Group): Record<string, Measure> {
  const fit = { fact: 'petition-processed', eligible: true, kind: kinds[group] } as const
  const byField = fieldGroups.map((name): [string, Measure] => [
    `${group}_cases_${name}`,
    { ...fit, weigh: 'cases', stage: eligibleStages, field: fieldsOf(name) },
  ])
  const byDealing = Object.entries(dealings).map(([name, stage]): [string, Measure] => [
    `${group}_cases_${name}`,
    { ...fit, weigh: 'cases', stage },
  ])
  const settled = { fact: 'petition-settled', weigh: 'cases', kind: kinds[group] } as const
  return {
    [`${group}_fit`]: { ...fit, weigh: 'quantity', stage: eligibleStages },
    [`${group}_cases`]: { ...fit, weigh: 'cases', stage: eligibleStages },
    [`${group}_cases_within_again`]: { ...fit, weigh: 'cases', stage: dealings.within, again: true },
    [`${group}_settled_cases`]: settled,
    [`${group}_settled_cases_again`]: { ...settled, again: true },
    ...Object.fromEntries([...byField, ...byDealing]),
  }
}

/** Letters that were handed in at a reception. */
function atReceptions(group: Group): Record<string, Measure> {
  const source = ['in-person'] as const
  const fit = { fact: 'petition-processed', eligible: true, kind: kinds[group], source } as const
  const rows = Object.entries(dealings).flatMap(([name, stage]): [string, Measure][] => [
    [`reception_${group}_${name}`, { ...fit, weigh: 'quantity', stage }],
    [`reception_${group}_cases_${name}`, { ...fit, weigh: 'cases', stage }],
  ])
  return Object.fromEntries(rows)
}

/** Letters taken up for settling, what became of them, and what follows from it in money, land and people. */
function results(group: 'complaint' | 'denunciation'): Record<string, Measure> {
  const kind = kinds[group]
  const taken = { fact: 'petition-processed', kind, stage: ['propose-acceptance'] } as const
  const settled = { fact: 'petition-settled', kind } as const
  const rows: [string, Measure][] = effects.flatMap((effect): [string, Measure][] => [
    [`${group}_found_${effect.id}`, { fact: 'settlement-effect', weigh: 'quantity', kind, stage: [effect.id] }],
    [`${group}_owed_${effect.id}`, { fact: 'effect-owed', weigh: 'quantity', kind, stage: [effect.id] }],
    [`${group}_done_${effect.id}`, { fact: 'effect-done', weigh: 'quantity', kind, stage: [effect.id] }],
  ])
  for (const result of ['right', 'partly-right', 'wrong'] as const) {
    const outcome = result === 'wrong' ? ['wrong', 'knowingly-false'] : [result]
    rows.push(
      [`${group}_${result}`, { ...settled, weigh: 'cases', outcome }],
      [`${group}_${result}_again`, { ...settled, weigh: 'cases', outcome, again: true }],
    )
  }
  return {
    [`${group}_taken`]: { ...taken, weigh: 'quantity' },
    [`${group}_taken_cases`]: { ...taken, weigh: 'cases' },
    [`${group}_taken_cases_again`]: { ...taken, weigh: 'cases', again: true },
    [`${group}_ended`]: { ...settled, weigh: 'quantity' },
    [`${group}_ended_cases`]: { ...settled, weigh: 'cases' },
    [`${group}_ended_cases_again`]: { ...settled, weigh: 'cases', again: true },
    [`${group}_concluded`]: { ...settled, weigh: 'cases', outcome: concluded },
    [`${group}_concluded_again`]: { ...settled, weigh: 'cases', outcome: concluded, again: true },
    [`${group}_withdrawn`]: { ...settled, weigh: 'cases', outcome: ['withdrawn'] },
    [`${group}_persuaded`]: { ...settled, weigh: 'cases', outcome: ['withdrawn'], stage: ['persuaded'] },
    [`${group}_terminated`]: { ...settled, weigh: 'cases', outcome: ['terminated'] },
    [`${group}_in_time`]: { ...settled, weigh: 'cases', in_time: true },
    [`${group}_late`]: { ...settled, weigh: 'cases', in_time: false },
    [`${group}_decisions_owed`]: { fact: 'enforcement-owed', weigh: 'quantity', kind },
    [`${group}_decisions_done`]: { fact: 'enforcement-done', weigh: 'quantity', kind },
    ...Object.fromEntries(rows),
  }
}

/** Every added measure of the law's forms by its name. */
export const addedMeasures: Readonly<Record<string, Measure>> = {
  ...letters('complaint'),
  ...letters('denunciation'),
  ...letters('feedback'),
  ...cases('complaint'),
  ...cases('denunciation'),
  ...cases('feedback'),
  ...atReceptions('complaint'),
  ...atReceptions('denunciation'),
  ...atReceptions('feedback'),
  instruments_issued: { fact: 'instrument', weigh: 'quantity' },
  study_sessions: { fact: 'study-session', weigh: 'quantity' },
  study_people: { fact: 'study-session', weigh: 'people' },
  meetings_held: { fact: 'meeting-held', weigh: 'cases' },
  meeting_people: { fact: 'meeting-held', weigh: 'people' },
  meeting_units: { fact: 'meeting-held', weigh: 'quantity' },
  dialogues_held: { fact: 'dialogue-held', weigh: 'quantity' },
  dialogue_people: { fact: 'dialogue-held', weigh: 'people' },
  dialogue_questions: { fact: 'dialogue-question', weigh: 'quantity' },
  dialogue_answers: { fact: 'dialogue-answer', weigh: 'quantity' },
  dialogues_published: { fact: 'dialogue-published', weigh: 'quantity' },
  dialogues_published_in_time: { fact: 'dialogue-published', weigh: 'quantity', in_time: true },
  reception_replies: { fact: 'reply-received', weigh: 'quantity', source: ['in-person'] },
  ...results('complaint'),
  ...results('denunciation'),
  complaint_second_cases: { fact: 'second-complaint', weigh: 'cases', kind: ['complaint'] },
  complaint_at_court: { fact: 'petition-settled', weigh: 'cases', kind: ['complaint'], outcome: ['court'] },
  complaint_at_court_again: {
    fact: 'petition-settled',
    weigh: 'cases',
    kind: ['complaint'],
    outcome: ['court'],
    again: true,
  },
  denunciation_further_overdue: {
    fact: 'petition-processed',
    weigh: 'cases',
    kind: ['denunciation'],
    eligible: true,
    stage: eligibleStages,
    again: true,
    outcome: ['overdue'],
  },
  denunciation_further_concluded: {
    fact: 'petition-processed',
    weigh: 'cases',
    kind: ['denunciation'],
    eligible: true,
    stage: eligibleStages,
    again: true,
    outcome: ['disagrees'],
  },
  feedback_answered: { fact: 'petition-settled', weigh: 'quantity', kind: kinds.feedback, outcome: ['answered'] },
  feedback_in_time: { fact: 'petition-settled', weigh: 'quantity', kind: kinds.feedback, in_time: true },
  feedback_late: { fact: 'petition-settled', weigh: 'quantity', kind: kinds.feedback, in_time: false },
  commitments_made: { fact: 'commitment-made', weigh: 'quantity' },
  commitments_kept: { fact: 'commitment-kept', weigh: 'quantity', in_time: true },
  commitments_kept_late: { fact: 'commitment-kept', weigh: 'quantity', in_time: false },
  commitments_replaced: { fact: 'commitment-replaced', weigh: 'quantity' },
  commitments_not_kept: { fact: 'commitment-not-kept', weigh: 'quantity' },
}
