/** `correct` of a reception day: above all who in fact received, since figures stand on it. */
import { z } from 'zod'
import { action, type PostingWanted } from '../../platform/actions/action.ts'
import { choice, count, text } from '../../platform/input.ts'
import { fromList } from './asked.ts'
import { receiverOf } from './open.ts'
import { officersOn } from './publish.ts'
import {
  type Correction,
  dayPostings,
  type ReceptionDayFacts,
  type ReceptionDayRow,
  type ReceptionStage,
  receivers,
  receptionDay,
  stageOf,
} from './reception-day.ts'

/** What may be corrected; an empty field changes nothing. */
export const correctDayInput = z.object({
  place: text(300).optional(),
  room: text(60).optional(),
  capacity: count(1, 500).optional(),
  receiver: choice(receivers).optional(),
  deputy_id: fromList().optional(),
  receiver_reason: text(500).optional(),
  reason: text(500),
})

/** Corrects a reception day. */
export const correctDay = action({
  noun: receptionDay,
  step: 'correct',
  input: correctDayInput,
  reads: async (sql, { unit_id, record }) => ({
    deputies: record ? await officersOn(sql, unit_id, record.held_on, 'deputy-head') : [],
    head: record ? ((await officersOn(sql, unit_id, record.held_on, 'head'))[0] ?? null) : null,
  }),
  decide({ record, facts, input, moment, viewer }, known) {
    if (!record) throw new Error('correct without a record')
    const { reason, receiver, deputy_id, receiver_reason, ...plain } = input
    const officer = { account_id: viewer.account_id, name: viewer.name, title: null }
    // Who received is known from the opening on; before it there is nothing to mend.
    const now =
      receiver && record.receiver
        ? receiverOf(record, { receiver, deputy_id, receiver_reason }, { ...known, officer })
        : record.receiver
    const changes = changesOf(record, plain)
    if (now && record.receiver && now.who !== record.receiver.who) {
      changes.push({ field: 'receiver', from: record.receiver.who, to: now.who })
    }
    const correction: Correction = { on: moment.on.toString(), by: viewer.name, reason, changes }
    return {
      change: {
        ...Object.fromEntries(changesOf(record, plain).map(({ field, to }) => [field, to])),
        receiver: now,
        corrections: [...record.corrections, correction],
      },
      postings: moved(record, facts, stageOf(record.kind, record.receiver), stageOf(record.kind, now)),
    }
  },
})

/** The fields whose value differs, with both values. */
export function changesOf(record: object, wanted: Readonly<Record<string, unknown>>): Correction['changes'] {
  const before = Object.entries(record)
  return Object.entries(wanted).flatMap(([field, to]) => {
    const from = before.find(([name]) => name === field)?.[1] ?? null
    return isPlain(to) && isPlain(from) && to !== from ? [{ field, from, to }] : []
  })
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** Day and visits taken back under the old stage and counted under the new one. */
function moved(
  record: ReceptionDayRow,
  facts: ReceptionDayFacts,
  from: ReceptionStage,
  to: ReceptionStage,
): PostingWanted[] {
  if (from === to) return []
  const days = record.closed_on ? [...dayPostings(from, record.held_on, -1), ...dayPostings(to, record.held_on)] : []
  const visits = facts.counted.flatMap((row) =>
    ([-1, 1] as const).map((sign) => ({
      fact: 'visit',
      on_day: record.held_on,
      sign,
      stage: sign === -1 ? from : to,
      quantity: row.visits,
      people: row.people,
      cases: row.visits,
      first_time: row.first_time,
      large_group: row.large_group,
    })),
  )
  return [...days, ...visits]
}
