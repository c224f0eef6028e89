/** `correct` of a field visit: both values stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { changesOf } from './correct-day.ts'
import { fieldVisit } from './field-visit.ts'

/** What may be corrected; an empty field changes nothing. */
export const correctFieldVisitInput = z.object({
  place: text(300).optional(),
  promised: longText(20_000).optional(),
  reason: text(500),
})

/** Corrects a field visit. */
export const correctFieldVisit = action({
  noun: fieldVisit,
  step: 'correct',
  input: correctFieldVisitInput,
  decide({ record, input, moment, viewer }) {
    if (!record) throw new Error('correct without a record')
    const { reason, ...wanted } = input
    const changes = changesOf(record, wanted)
    return {
      change: {
        ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
        corrections: [...record.corrections, { on: moment.on.toString(), by: viewer.name, reason, changes }],
      },
    }
  },
})
