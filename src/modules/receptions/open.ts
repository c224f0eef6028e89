/** `open`: the reception begins; who in fact receives is recorded as it is, a deputy too. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { faultAt, fromList } from './asked.ts'
import { type NamedOfficer, officersOn } from './publish.ts'
import { type Receiver, type ReceptionDayRow, receivers, receptionDay } from './reception-day.ts'

/** What opening asks. */
export const openInput = z.object({
  receiver: choice(receivers),
  deputy_id: fromList().optional(),
  receiver_reason: text(500).optional(),
})

/** Opens the day. */
export const open = action({
  noun: receptionDay,
  step: 'open',
  input: openInput,
  reads: async (sql, { unit_id, record }) => ({
    deputies: record ? await officersOn(sql, unit_id, record.held_on, 'deputy-head') : [],
    head: record ? ((await officersOn(sql, unit_id, record.held_on, 'head'))[0] ?? null) : null,
  }),
  decide({ record, input, moment, viewer }, { deputies, head }) {
    if (!record) throw new Error('open without a record')
    const officer = { account_id: viewer.account_id, name: viewer.name, title: null }
    return { change: { receiver: receiverOf(record, input, { deputies, head, officer }), opened_on: moment.on } }
  },
})

/** The receiver an input names; throws the fault at its field. */
export function receiverOf(
  record: Pick<ReceptionDayRow, 'kind' | 'head_account_id' | 'head_name' | 'head_title'>,
  input: z.output<typeof openInput>,
  known: {
    deputies: readonly NamedOfficer[]
    head: NamedOfficer | null
    officer: { account_id: string | null; name: string; title: string | null }
  },
): Receiver {
  if (input.receiver === 'officer') {
    if (record.kind !== 'regular') faultAt('receiver', 'head-or-deputy-receives')
    return { who: 'officer', ...known.officer, reason: null }
  }
  if (input.receiver === 'deputy') {
    const deputy = known.deputies.find((one) => one.account_id === input.deputy_id)
    if (!deputy) faultAt('deputy_id', 'choose-one')
    if (!input.receiver_reason) faultAt('receiver_reason', 'required')
    return { who: 'deputy', ...deputy, reason: input.receiver_reason }
  }
  if (!known.head) faultAt('receiver', 'no-head-that-day')
  return { who: 'head', ...known.head, reason: null }
}
