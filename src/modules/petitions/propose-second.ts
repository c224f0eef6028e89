/** The handler proposes a second complaint: linked to the first instance in a register below, or to one told on paper. */
import { z } from 'zod'
import { respondentBodies } from '../../law/competence.ts'
import { contestedKinds, secondReasons } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, unitId, yesNo } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { checkCompetence } from './competent.ts'
import {
  type Earlier,
  earlierOf,
  type FirstInstance,
  firstById,
  firstByNumber,
  followSecondTask,
  respondentOf,
  secondHere,
  secondMayFollow,
} from './first-instance.ts'
import { chosenPoint } from './inputs.ts'
import { dealtWith, type PetitionRow, petition, processedPosting } from './petition.ts'
import { proposedComplaint } from './propose-complaint.ts'

const input = z.object({
  point: chosenPoint().optional(),
  first_unit_id: unitId().optional(),
  first_number: text(20, { width: 10 }).optional(),
  first_settler: text(300).optional(),
  first_decision: text(300).optional(),
  first_outcome: text(1000, { field: 'long-text' }).optional(),
  why: choice(secondReasons).optional(),
  road_from: day({ year_min: 2012 }).optional(),
  respondent: text(300).optional(),
  respondent_body: choice(respondentBodies).optional(),
  contested: text(500).optional(),
  contested_kind: choice(contestedKinds).optional(),
  remote: yesNo().optional(),
})

/** One point at a time. A second complaint of which a second instance is known already would be a third: there is none. */
export const proposeSecond = action({
  noun: petition,
  step: 'propose-second',
  input,
  async reads(sql, { record, unit_id, input, moment }) {
    const first = await linked(sql, record!, unit_id, input, moment.on)
    const point = openComplaint(record!, input.point)
    const made = idFrom(record!.id, `point/${point?.id}`)
    const again = first !== null && (await secondHere(sql, unit_id, first.id, made))
    return { first, again }
  },
  decide({ record, input, moment, facts }, { first, again }) {
    const point = openComplaint(record!, input.point)
    if (!point) throw new WrongInput([{ field: 'point', code: 'not-an-open-point' }])
    if (input.road_from && Temporal.PlainDate.compare(input.road_from, record!.received_on) > 0)
      throw new WrongInput([{ field: 'road_from', code: 'after-the-filing' }])
    const typed = input.first_number !== undefined || input.first_unit_id !== undefined
    if (typed && !first) throw new WrongInput([{ field: 'first_number', code: 'no-such-complaint' }])
    if (first) checkFirst(first, record!, again)
    const told = first ? ofRecord(first, record!, input) : onPaper(record!, input)
    checkCompetence(
      facts.tier,
      { respondent: told.respondent_body, instance: 2, on: record!.received_on, contested: told.contested_kind },
      null,
    )
    // Both instances are one case.
    const joined = first ? { ...record!, case_id: first.case_id } : record!
    const creation = proposedComplaint(joined, point, { ...told, instance: 2, successor_ground: null }, facts, moment)
    const begins = record!.points.every((one) => one.led_to === null)
    const led_to = { kind: 'complaint' as const, id: creation.id, ...(begins ? { first: true as const } : {}) }
    const processed = processedPosting(joined, 'propose-acceptance', moment.on)
    const heard = tellPetitioner(record!, record!.id, 'step-taken', moment)
    const follow = first ? [{ task: followSecondTask, payload: { complaint_id: creation.id } }] : []
    return {
      change: {
        points: dealtWith(record!, 'propose-acceptance', moment.on, point.id, led_to),
        ...(first ? { case_id: first.case_id } : {}),
        ...processed.change,
      },
      // Which of the letters is a second complaint is said beside its processing.
      postings: processed.postings.flatMap((one) => [one, { ...one, fact: 'second-complaint' }]),
      creates: [creation],
      rows: heard.rows,
      jobs: [...heard.jobs, ...follow],
    }
  },
})

type Input = z.output<typeof input>

function openComplaint(record: PetitionRow, which: string | undefined) {
  const open = record.points.filter((one) => one.step === null && one.kind === 'complaint')
  return which === undefined ? open[0] : open.find((one) => one.id === which)
}

async function linked(
  sql: Parameters<typeof firstById>[0],
  record: PetitionRow,
  unit_id: string,
  input: Input,
  on: Temporal.PlainDate,
): Promise<FirstInstance | null> {
  const typed = /^(\d{1,6})(?:\s*\/\s*(\d{4}))?$/.exec(input.first_number ?? '')
  if (input.first_unit_id && typed) {
    const number = Number(typed[1])
    const year = Number(typed[2] ?? on.year)
    return firstByNumber(sql, { unit_id: input.first_unit_id, above: unit_id, number, year }, on)
  }
  if (input.first_unit_id || input.first_number || !record.follows) return null
  return firstById(sql, record.follows.unit_id, record.follows.complaint_id, on)
}

function checkFirst(first: FirstInstance, record: PetitionRow, again: boolean): void {
  const other = first.second_road?.second
  const known = other && other.stage !== 'declined'
  if (first.instance === 2 || again || known)
    throw new WrongInput([{ field: 'first_number', code: 'no-third-complaint' }])
  if (!secondMayFollow(first, record.received_on))
    throw new WrongInput([{ field: 'first_number', code: 'no-second-road' }])
}

/** What a first instance in a register says is not asked a second time. */
function ofRecord(first: FirstInstance, record: PetitionRow, input: Input) {
  const road_from = input.road_from?.toString() ?? null
  return {
    respondent: first.respondent,
    contested: first.contested.text,
    contested_known_on: first.contested.known_on ? Temporal.PlainDate.from(first.contested.known_on) : null,
    contested_kind: first.contested.kind ?? ('administrative-decision' as const),
    respondent_body: respondentOf(first),
    remote: input.remote ?? first.remote,
    first: { unit_id: first.unit_id, id: first.id },
    earlier: earlierOf(first, record.received_on, road_from),
  }
}

function onPaper(record: PetitionRow, input: Input) {
  const needed = ['first_settler', 'why', 'road_from', 'respondent', 'respondent_body', 'contested'] as const
  const missing: string[] = needed.filter((field) => input[field] === undefined)
  if (input.why === 'disagrees' && input.first_decision === undefined) missing.push('first_decision')
  if (missing.length > 0) throw new WrongInput(missing.map((field) => ({ field, code: 'required' })))
  const earlier: Earlier = {
    settler: input.first_settler!,
    decision: input.why === 'disagrees' ? input.first_decision! : null,
    outcome: input.first_outcome ?? null,
    why: input.why!,
    road_from: input.road_from!.toString(),
    filed_on: record.received_on.toString(),
    paper: true,
  }
  return {
    respondent: input.respondent!,
    contested: input.contested!,
    contested_known_on: null,
    contested_kind: input.contested_kind ?? ('administrative-decision' as const),
    respondent_body: input.respondent_body!,
    remote: input.remote ?? false,
    first: null,
    earlier,
  }
}
