/** `write-finding`: a result, limit, cause, remedy or proposal, with what it rests on. */
import { z } from 'zod'
import { findingKinds } from '../../law/meeting-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { choice, type FieldMeta, longText, revision, uuid } from '../../platform/input.ts'
import { added, entryId, faultAt, rowOf } from './asked.ts'
import { groundsOf } from './grounds.ts'
import { type Finding, meeting, meetingMax } from './meeting.ts'

const grounds = z
  .array(z.string().max(200))
  .min(1, { error: 'choose-one' })
  .max(20, { error: 'too-many-grounds' })
  .transform((chosen) => [...new Set(chosen)])
  .meta({ field: 'choices' } satisfies FieldMeta)

/** With `finding_id` and its version a finding is written anew; two people may write two findings at once. */
export const writeFinding = action({
  noun: meeting,
  step: 'write-finding',
  input: z.object({
    finding_id: uuid().optional(),
    version: revision().optional(),
    kind: choice(findingKinds),
    text: longText(4000),
    grounds,
  }),
  reads: (sql, { record, viewer }) => groundsOf(viewer, sql, rowOf(record)),
  decide({ record, input, viewer, moment }, known) {
    const row = rowOf(record)
    const rests = input.grounds.map(
      (key) => known.find((one) => one.key === key)?.ground ?? faultAt('grounds', 'not-a-choice'),
    )
    const before = input.finding_id === undefined ? null : row.findings.find((one) => one.id === input.finding_id)
    if (before === undefined) faultAt('text', 'no-such-finding')
    if (before && before.version !== input.version)
      throw new Stale(before.by, Temporal.Instant.from(before.at), 'write-finding')
    const finding: Finding = {
      id: before?.id ?? entryId(row, 'finding'),
      kind: input.kind,
      text: input.text,
      grounds: rests,
      version: (before?.version ?? 0) + 1,
      by_id: viewer.account_id,
      by: viewer.name,
      at: moment.at.toString(),
    }
    const findings = before
      ? row.findings.map((one) => (one.id === finding.id ? finding : one))
      : added(row.findings, finding, meetingMax.findings, 'text')
    return { change: { findings } }
  },
})
