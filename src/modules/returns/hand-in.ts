/** `hand-in`: the head signs the figures and hands them to who receives this form. */
import { z } from 'zod'
import { graceDays } from '../../law/return-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { mustAgree } from '../../platform/input.ts'
import { attachmentRows, type KeptFile, keptFile } from '../files/keep-file.ts'
import { type SendBy, sendBy } from '../reports/chain.ts'
import { formOf, periodOfReturn, type UnitReturnFacts, type UnitReturnRow, unitReturn } from './unit-return.ts'

/** The scan of the signed paper, where there is one. */
export const signedCopy = z.array(keptFile).max(3).optional().meta({ field: 'hidden' })

/** By when it was to be sent. */
export const readSendDay = (sql: Sql, unit_id: string, record: UnitReturnRow | null) =>
  sendBy(sql, formOf(record!), unit_id, periodOfReturn(record!))

/** What handing in writes, whoever does it. A return that was in time stays so when it is sent back and mended. */
export function handedIn(
  record: UnitReturnRow,
  facts: UnitReturnFacts,
  send: SendBy | null,
  moment: Moment,
): Partial<Omit<UnitReturnRow, 'unit_id' | 'id' | 'revision' | 'state' | 'chain' | 'created_at'>> {
  const due_on = record.due_on ?? send?.on ?? null
  const late = due_on !== null && Temporal.PlainDate.compare(moment.on, due_on.add({ days: graceDays })) > 0
  return {
    due_on,
    handed_in_on: moment.on,
    // A correction is not late: it tells of itself in the next period's reconciliation.
    late: record.handed_in_on === null ? late && record.version === 1 : record.late,
    receiver_id: facts.receiver?.unit_id ?? null,
    receiver_name: facts.receiver?.name ?? null,
  }
}

/** The rows of the signed copy. */
export function copyRows(
  files: readonly KeptFile[] | undefined,
  about: { id: string; account_id: string | null; on: Temporal.PlainDate },
) {
  if (!files || files.length === 0) return []
  const of = { record_kind: 'unit-return', record_id: about.id, added_by: about.account_id, added_on: about.on }
  return [attachmentRows(files, { ...of, from_public: false })]
}

/** Hands in. */
export const handIn = action({
  noun: unitReturn,
  step: 'hand-in',
  input: z.object({ signed: mustAgree(), files: signedCopy }),
  reads: (sql, { unit_id, record }) => readSendDay(sql, unit_id, record),
  decide({ record, facts, input, viewer, moment, id }, send) {
    return {
      change: { ...handedIn(record!, facts, send, moment), signed_by: viewer.name, signed_on: moment.on },
      rows: copyRows(input.files, { id, account_id: viewer.account_id, on: moment.on }),
    }
  },
})
