/** `prepare`: a question list is begun: why, whom it asks and by when; its questions come one by one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, type FieldMeta, longText, text } from '../../platform/input.ts'
import { due } from './asked-input.ts'
import { clustersFor } from './asked-units.ts'
import { instantOf } from './hours.ts'
import { askedLevels, topicalCall, whoms } from './topical-call.ts'

/** Begins it. */
export const prepare = action({
  noun: topicalCall,
  step: 'prepare',
  input: z.object({
    title: text(200),
    why: longText(2000),
    instrument: text(200).optional(),
    whom: choice(whoms),
    level: choice(askedLevels).optional(),
    cluster_id: z
      .uuid({ error: 'not-a-choice' })
      .meta({ field: 'unit' } satisfies FieldMeta)
      .optional(),
    ...due,
    repeats: choice(['once', 'daily']),
  }),
  reads: (sql, { unit_id, input, moment }) =>
    input.whom === 'cluster' ? clustersFor(sql, unit_id, moment.on) : Promise.resolve([]),
  decide({ input, moment }, clusters) {
    if (input.whom === 'level' && input.level === undefined)
      throw new WrongInput([{ field: 'level', code: 'choose-one' }])
    if (input.whom === 'cluster' && !clusters.some(({ id }) => id === input.cluster_id))
      throw new WrongInput([{ field: 'cluster_id', code: 'not-a-choice' }])
    return {
      change: {
        title: input.title,
        why: input.why,
        instrument: input.instrument ?? null,
        whom: input.whom,
        level: input.whom === 'level' ? (input.level ?? null) : null,
        cluster_id: input.whom === 'cluster' ? (input.cluster_id ?? null) : null,
        chosen_ids: [],
        questions: [],
        repeats: input.repeats,
        round: 0,
        rounds: [],
        due_at: instantOf(input.due_on, input.due_hour),
        remind_at: null,
        prepared_on: moment.on,
        published_at: null,
        ended_at: null,
        end_reason: null,
      },
    }
  },
})
