/** A mistake in a dialogue is mended; both values stay in the history. The day is never corrected: it moves by a new notice. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, longText, text } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { peopleMax, standing } from './fields.ts'
import { sheetsOf } from './hold.ts'

/** Fields left empty stay as they are. */
export const correctDialogue = action({
  noun: dialogue,
  step: 'correct',
  input: z.object({
    title: text(200).optional(),
    about: longText(4000).optional(),
    place: text(300).optional(),
    chaired_by: text(200).optional(),
    online: count(0, peopleMax).optional(),
    paper: longText(6000).optional(),
    reason: text(500),
  }),
  decide({ record, input, viewer, moment }) {
    const row = standing(record)
    const { reason, online, paper, ...words } = input
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))
    const counted = online !== undefined || paper !== undefined
    if (counted && row.attendance === null) throw new WrongInput([{ field: 'online', code: 'was-not-held-yet' }])
    if (Object.keys(given).length === 0 && !counted)
      throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    const attendance =
      counted && row.attendance
        ? {
            ...row.attendance,
            ...(online === undefined ? {} : { online }),
            ...(paper === undefined ? {} : { paper: sheetsOf(paper) }),
          }
        : row.attendance
    const people = attendance
      ? attendance.slips + attendance.online + attendance.paper.reduce((sum, one) => sum + one.people, 0)
      : row.people
    const before: Readonly<Record<string, unknown>> = { ...row }
    const changes = [
      ...Object.entries(given).map(([field, to]) => ({ field, from: String(before[field] ?? ''), to: String(to) })),
      ...(people === row.people ? [] : [{ field: 'people', from: String(row.people), to: String(people) }]),
    ]
    const correction = { on: moment.on.toString(), by: viewer.name, reason, changes }
    const held = { fact: 'dialogue-held', on_day: row.held_on, kind: row.kind, stage: row.mode, quantity: 1 }
    return {
      change: { ...given, attendance, people, corrections: [...row.corrections, correction] },
      postings:
        people === row.people
          ? []
          : [
              { ...held, sign: -1 as const, people: row.people ?? 0 },
              { ...held, people: people ?? 0 },
            ],
    }
  },
})
