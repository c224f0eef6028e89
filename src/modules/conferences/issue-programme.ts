/** `issue-programme`: the programme is given out as a version; a later one says why, and what is no more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { faultAt, rowOf } from './asked.ts'
import { meeting, withdrawnFrom } from './meeting.ts'

/** The reason is asked from the second version on. */
export const issueProgramme = action({
  noun: meeting,
  step: 'issue-programme',
  input: z.object({ reason: text(500).optional() }),
  decide({ record, facts, input, viewer, moment }) {
    const row = rowOf(record)
    const gone = withdrawnFrom(row.programme, facts)
    if (gone.length > 0) faultAt('reason', 'withdrawn-paper-on-programme', { title: gone[0]!.title })
    const last = row.programme_versions.at(-1)
    if (last && input.reason === undefined) faultAt('reason', 'required')
    const withdrawn = (last?.items ?? []).filter((item) => !row.programme.some((one) => one.id === item.id))
    const version = {
      version: (last?.version ?? 0) + 1,
      on: moment.on.toString(),
      by: viewer.name,
      reason: last ? (input.reason ?? null) : null,
      items: row.programme,
      withdrawn: withdrawn.map((item) => item.title),
    }
    return { change: { programme_versions: [...row.programme_versions, version].slice(-30) } }
  },
})
