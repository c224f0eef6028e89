/** `hand-in-for`: the receiving side hands in what a unit signed on paper; who signed and when stands on that paper. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, mustAgree, personName } from '../../platform/input.ts'
import { copyRows, handedIn, readSendDay, signedCopy } from './hand-in.ts'
import { unitReturn } from './unit-return.ts'

/** Hands in for a unit that works on paper. */
export const handInFor = action({
  noun: unitReturn,
  step: 'hand-in-for',
  input: z.object({ signed_by: personName(), signed_on: day(), signed: mustAgree(), files: signedCopy }),
  reads: (sql, { unit_id, record }) => readSendDay(sql, unit_id, record),
  decide({ record, facts, input, viewer, moment, id }, send) {
    const { signed_by, signed_on } = input
    return {
      change: { ...handedIn(record!, facts, send, moment), signed_by, signed_on, by_stand_in: true },
      rows: copyRows(input.files, { id, account_id: viewer.account_id, on: moment.on }),
    }
  },
})
