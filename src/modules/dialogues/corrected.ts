/** What `correct` of the records of this module does: plain fields, each with both values and the reason. */
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { changesOf } from '../receptions/correct-day.ts'
import type { Correction } from '../receptions/reception-day.ts'

/** The change of a record by a correction; without any difference it is refused at the first field. */
export function corrected(
  record: { corrections: readonly Correction[] },
  input: Readonly<Record<string, unknown>> & { reason: string },
  by: { viewer: Viewer; moment: Moment },
): Record<string, unknown> & { corrections: Correction[] } {
  const { reason, ...wanted } = input
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  const changes = changesOf(record, given)
  const [first = 'reason'] = Object.keys(wanted)
  if (changes.length === 0) throw new WrongInput([{ field: first, code: 'nothing-to-correct' }])
  const correction = { on: by.moment.on.toString(), by: by.viewer.name, reason, changes }
  return {
    ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    corrections: [...record.corrections, correction],
  }
}
