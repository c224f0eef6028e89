/** `ask-key`: somebody asks the custodians of a unit for a key. The reason is sealed to them before this step. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, day, text, unitId } from '../../platform/input.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { keyBases, keyRequest } from './key-request.ts'

/** Longest reading that can be asked for, in days. */
export const readingDaysMax = 90

const asked = {
  basis: choice(keyBases),
  /** The number as it stands in the closed book of the unit. */
  register_number: count(1, 999_999).optional(),
  register_year: count(1990, 2100).optional(),
  until_on: day().optional(),
}

/** The form; `reason` never reaches the step in the clear. */
export const askForm = z.object({ unit_id: unitId(), ...asked, reason: text(1000, { field: 'long-text' }) })

/** The step as `perform` takes it. */
export const askKey = action({
  noun: keyRequest,
  step: 'ask-key',
  input: z.object({ ...asked, fields: envelopeFields.fields, keys: envelopeFields.keys }),
  sealed: true,
  kept: ({ fields: _, keys: __, ...kept }) => kept,
  decide({ input, viewer, moment, id }) {
    const { basis, register_number = null, register_year = null, until_on = null } = input
    const fault = (field: string, code: string): never => {
      throw new WrongInput([{ field, code }])
    }
    if ((register_number === null) !== (register_year === null))
      fault(register_number === null ? 'register_number' : 'register_year', 'number-and-year-together')
    if (basis !== 'own-work') {
      if (register_number === null) fault('register_number', 'required')
      if (until_on === null) fault('until_on', 'required')
    }
    if (until_on !== null) {
      if (Temporal.PlainDate.compare(until_on, moment.on) < 0) fault('until_on', 'day-has-passed')
      if (Temporal.PlainDate.compare(until_on, moment.on.add({ days: readingDaysMax })) > 0)
        fault('until_on', 'reading-too-long')
    }
    return {
      change: {
        asker_id: viewer.account_id!,
        register_number,
        register_year,
        basis,
        asked_on: moment.on,
        // Who handles records by law keeps the key.
        until_on: basis === 'own-work' ? null : until_on,
      },
      rows: envelopeRows(id, { fields: input.fields, keys: input.keys }),
    }
  },
})
