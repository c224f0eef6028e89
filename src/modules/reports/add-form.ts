/** A form from a file enters the list; nothing is counted by it before it is put in force. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { FieldMeta } from '../../platform/input.ts'
import { formFileMax, readFormFile } from './form-file.ts'
import { reportForm } from './report-form.ts'

/** Each fault is said at its place in the file. */
export const addForm = action({
  noun: reportForm,
  step: 'add-form',
  input: z.object({
    content: z
      .string()
      .max(formFileMax)
      .meta({ field: 'hidden' } satisfies FieldMeta),
  }),
  decide({ input, facts, moment }) {
    const { form, faults } = readFormFile(input.content, facts.in_use)
    if (form === null)
      throw new WrongInput(faults.map(({ at, code, params }) => ({ field: 'file', code, params: { at, ...params } })))
    return {
      change: {
        code: form.code,
        instrument: form.instrument,
        from_on: Temporal.PlainDate.from(form.from),
        until_on: form.until === null ? null : Temporal.PlainDate.from(form.until),
        form,
        added_on: moment.on,
        in_force_on: null,
      },
    }
  },
})
