/** Says which member holds the briefing of a period: it makes the pack and sees the figures of all members for it. */
import { z } from 'zod'
import { readPeriod } from '../../law/report-periods.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, unitId } from '../../platform/input.ts'
import { cluster } from './cluster.ts'
import { membersOn } from './queries.ts'

/** One host a period; naming another takes the first one's place. The heir of a member that merged may host too. */
export const nameHost = action({
  noun: cluster,
  step: 'name-host',
  input: z.object({ period: text(10, { field: 'choice' }), member_id: unitId() }),
  reads: async (sql, { record, input, viewer }) => {
    const period = readPeriod(input.period)
    if (!period || !record) return []
    return (await membersOn(viewer, sql, record, period.last_on)).members.map((one) => one.id)
  },
  decide: ({ record, input }, members: readonly string[]) => {
    const period = readPeriod(input.period)
    if (!period) throw new WrongInput([{ field: 'period', code: 'not-a-choice' }])
    if (!members.includes(input.member_id)) throw new WrongInput([{ field: 'member_id', code: 'is-no-member' }])
    const others = record?.hosts.filter((one) => one.period !== period.id) ?? []
    return { change: { hosts: [...others, { period: period.id, unit_id: input.member_id }] } }
  },
})
