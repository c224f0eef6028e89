/** One part of the minutes is written; two people may write two parts at once, one part one after the other. */
import { z } from 'zod'
import { minutesParts } from '../../law/dialogue-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { choice, longText, revision } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'

/** `version`: of the part, when the form was opened; 0 where it was not written yet. */
export const writeMinutes = action({
  noun: dialogue,
  step: 'write-minutes',
  input: z.object({ part: choice(minutesParts), version: revision(), text: longText(12_000) }),
  decide({ record, input, viewer, moment }) {
    const row = standing(record)
    const before = row.minutes.find((one) => one.part === input.part)
    if (before && before.version !== input.version)
      throw new Stale(before.by, Temporal.Instant.from(before.at), 'write-minutes')
    const written = {
      ...input,
      version: (before?.version ?? 0) + 1,
      by_id: viewer.account_id,
      by: viewer.name,
      at: moment.at.toString(),
    }
    return { change: { minutes: [...row.minutes.filter((one) => one.part !== input.part), written] } }
  },
})
