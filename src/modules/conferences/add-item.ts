/** `add-item`: an item of the programme with its time; two at once are refused, and so is one outside the hours. */
import { z } from 'zod'
import { itemKinds } from '../../law/meeting-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, count, day, text, unitId, uuid } from '../../platform/input.ts'
import { fromList, timeOfDay } from '../receptions/asked.ts'
import { added, entryId, faultAt, minuteOf, rowOf, timeOf } from './asked.ts'
import { type Item, type MeetingRow, meeting, meetingMax } from './meeting.ts'
import { nameOf } from './plan.ts'

/** With `item_id` an item is written anew. */
export const addItem = action({
  noun: meeting,
  step: 'add-item',
  input: z.object({
    item_id: uuid().optional(),
    on: day().optional(),
    starts: timeOfDay(),
    minutes: count(1, 600),
    kind: choice(itemKinds),
    title: text(300),
    speaker: text(200).optional(),
    unit_id: unitId().optional(),
    paper_id: fromList().optional(),
  }),
  reads: async (sql, { input, moment }) => (input.unit_id ? nameOf(sql, input.unit_id, moment.on) : null),
  decide({ record, facts, input }, unit) {
    const row = rowOf(record)
    if (input.unit_id && unit === null) faultAt('unit_id', 'unit-does-not-stand')
    if (facts.withdrawn_papers.some((paper) => paper.id === input.paper_id)) faultAt('paper_id', 'paper-was-withdrawn')
    const item: Item = {
      id: input.item_id ?? entryId(row, 'item'),
      on: (input.on ?? row.held_on).toString(),
      starts: input.starts,
      minutes: input.minutes,
      kind: input.kind,
      title: input.title,
      speaker: input.speaker ?? null,
      unit_id: input.unit_id ?? null,
      unit,
      paper_id: input.paper_id ?? null,
    }
    if (input.item_id && !row.programme.some((one) => one.id === item.id)) faultAt('title', 'no-such-item')
    const others = row.programme.filter((one) => one.id !== item.id)
    checkTime(row, item, others)
    return { change: { programme: inOrder(added(others, item, meetingMax.items, 'title')) } }
  },
})

/** The end of an item, in minutes since midnight. */
export const endOf = (item: Pick<Item, 'starts' | 'minutes'>) => minuteOf(item.starts) + item.minutes

/** By day and hour. */
export function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.on + a.starts < b.on + b.starts ? -1 : 1))
}

function checkTime(row: MeetingRow, item: Item, others: readonly Item[]): void {
  if (item.on < row.held_on.toString() || item.on > row.until_on.toString()) faultAt('on', 'not-a-day-of-the-meeting')
  if (minuteOf(item.starts) < minuteOf(row.starts)) faultAt('starts', 'before-the-meeting-starts', { time: row.starts })
  if (endOf(item) > minuteOf(row.ends)) faultAt('minutes', 'after-the-meeting-ends', { time: row.ends })
  const clash = others.find(
    (one) => one.on === item.on && minuteOf(one.starts) < endOf(item) && minuteOf(item.starts) < endOf(one),
  )
  if (clash) faultAt('starts', 'overlaps', { title: clash.title, from: clash.starts, until: timeOf(endOf(clash)) })
}
