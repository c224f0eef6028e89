/** `send-back`: the receiver says at which cells something is wrong; the unit mends it and hands in again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Remark } from './figures.ts'
import { formOf, unitReturn } from './unit-return.ts'

/** Remarks of one sending back, at most. */
export const remarksMax = 20

/** Remarks kept on one return, at most: the oldest go when more are made. */
const remarksKept = 200

/** A remark as it is sent: row and column of the form, and what is wrong there. */
export const remarksInput = z
  .array(
    z.object({
      row: z.string().min(1).max(40),
      no: z.int().min(1).max(99).nullable(),
      text: z.string().trim().min(1).max(1000),
    }),
  )
  .min(1)
  .max(remarksMax)
  .meta({ field: 'hidden' })

/** Sends a return back. */
export const sendBack = action({
  noun: unitReturn,
  step: 'send-back',
  input: z.object({ remarks: remarksInput }),
  decide({ record, input, moment }) {
    const form = formOf(record!)
    const fits = ({ row, no }: { row: string; no: number | null }) =>
      record!.figures.some((one) => one.row === row) && (no === null || form.columns.some((one) => one.no === no))
    const astray = input.remarks.findIndex((one) => !fits(one))
    if (astray >= 0) throw new WrongInput([{ field: `cell_${astray + 1}`, code: 'form-has-no-such-cell' }])
    const made = input.remarks.map((one): Remark => ({ ...one, on: moment.on.toString() }))
    return { change: { remarks: [...record!.remarks, ...made].slice(-remarksKept), accepted_on: null } }
  },
})
