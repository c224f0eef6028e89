/** Pieces of input that several steps of a dialogue ask alike. */
import { z } from 'zod'
import { dialogueModes, plannedKinds } from '../../law/dialogue-rules.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText, text, unitId, uuid } from '../../platform/input.ts'
import { timeOfDay } from '../receptions/asked.ts'
import type { DialogueRow } from './dialogue.ts'

/** What planning asks. */
export const planFields = {
  kind: choice(plannedKinds),
  title: text(200),
  about: longText(4000),
  mode: choice(dialogueModes),
  held_on: day(),
  starts: timeOfDay(),
  ends: timeOfDay(),
  place: text(300),
  link: text(500)
    .refine((typed) => /^https:\/\/[^\s]+$/.test(typed), { error: 'not-a-link' })
    .optional(),
  questions_by_on: day().optional(),
  chaired_by: text(200),
  with_unit_id: unitId().optional(),
  second_with_unit_id: unitId().optional(),
  project_id: uuid().optional(),
  request_id: uuid().optional(),
} as const

const plan = z.object(planFields)

/** Throws the faults that no single field shows. */
export function checkPlan(input: z.output<typeof plan>, on: Temporal.PlainDate): void {
  const faults = [
    ...(input.ends <= input.starts ? [{ field: 'ends', code: 'ends-before-it-starts' }] : []),
    ...(input.mode !== 'in-person' && !input.link ? [{ field: 'link', code: 'link-is-needed' }] : []),
    ...(Temporal.PlainDate.compare(input.held_on, on) < 0 && input.questions_by_on
      ? []
      : input.questions_by_on && Temporal.PlainDate.compare(input.questions_by_on, input.held_on) > 0
        ? [{ field: 'questions_by_on', code: 'questions-end-before-it' }]
        : []),
    // The yearly conference is held with the Front, that of the residents is a village's (LTHDC 2022 Đ32, Đ33).
    ...(input.kind === 'front-conference' && !input.with_unit_id
      ? [{ field: 'with_unit_id', code: 'front-is-named' }]
      : []),
    ...(input.kind === 'residents-conference' && !input.with_unit_id
      ? [{ field: 'with_unit_id', code: 'village-is-named' }]
      : []),
  ]
  if (faults.length > 0) throw new WrongInput(faults)
}

/** The columns that a plan fills. */
export function planned(input: z.output<typeof plan>) {
  const { with_unit_id, second_with_unit_id, link, questions_by_on, project_id, request_id, ...words } = input
  const others = [with_unit_id, second_with_unit_id].filter((id): id is string => id !== undefined)
  return {
    ...words,
    link: link ?? null,
    questions_by_on: questions_by_on ?? input.held_on,
    with_unit_ids: [...new Set(others)],
    project_id: project_id ?? null,
    request_id: request_id ?? null,
  }
}

/** The record of a step that does not create it. */
export function standing(record: DialogueRow | null): DialogueRow {
  if (!record) throw new NotOpen('not-yours', '', 404)
  return record
}

/** `dd/mm/yyyy`, as letters and lists have it. */
export const officialDay = (on: Temporal.PlainDate) =>
  `${String(on.day).padStart(2, '0')}/${String(on.month).padStart(2, '0')}/${on.year}`

/** The most groups a dialogue has. */
export const groupsMax = 100
/** The most people a sheet tells. */
export const peopleMax = 10_000
/** The most slips printed for a dialogue. */
export const slipsMax = 2000
