/** A mistake in what was sealed is mended: the mended content is sealed beside the one before, with its reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { denunciation } from './denunciation.ts'
import { barredField } from './inputs.ts'
import { tipOf } from './tip.ts'

/** Of two who mend the same content at once the second is refused. */
export const correct = action({
  noun: denunciation,
  step: 'correct',
  input: z.object({
    ...barredField,
    fields: envelopeFields.fields,
    /** Present where the sender's name was mended: is there none? */
    unsigned: z.boolean().optional().meta({ field: 'hidden' }),
  }),
  sealed: true,
  kept: () => ({}),
  async reads(sql, { record, unit_id }) {
    const { rows } = await sql.query<{ name: string; version: number }>(
      'select name, max(version) as version from sealed_field where unit_id = $1 and record_id = $2 group by name',
      [unit_id, record?.id],
    )
    return rows
  },
  decide({ record, input, id, moment }, versions) {
    const late = input.fields.some(
      ({ name, version }) => version !== (versions.find((one) => one.name === name)?.version ?? 0) + 1,
    )
    if (late) throw new Stale(null, moment.at, 'correct')
    // A sender who comes forward makes it a denunciation, as long as it is not with the inspection.
    const named = record!.state === 'sealed' && input.unsigned !== undefined
    return {
      change: named ? { tip: tipOf(input.unsigned === true) } : {},
      rows: envelopeRows(id, { fields: input.fields, keys: [] }),
    }
  },
})
