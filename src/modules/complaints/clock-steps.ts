/** Steps of a complaint that the clock takes. */
import type { ClockStep } from '../../platform/actions/clock-steps.ts'
import { openCourtRoad } from './open-court-road.ts'
import { openSecondRoad } from './open-second-road.ts'
import { settleForGood } from './settle-for-good.ts'
import { takeEffect } from './take-effect.ts'

const overdue = `r.ended_on is null and r.state in ('accepted', 'verifying', 'verified') and r.second_road is null and r.due_on < $1::date`

/** The day after the limit has passed; 30 days after the decision, 45 in remote areas; once it is enforced. */
export const clockSteps: readonly ClockStep[] = [
  {
    action: openSecondRoad,
    where: `${overdue} and r.instance = 1`,
  },
  { action: openCourtRoad, where: `${overdue} and r.instance = 2` },
  { action: takeEffect, where: `r.state = 'sent' and r.decided_on < $1::date - 29` },
  { action: settleForGood, where: `r.state = 'in-effect' and r.enforcement ->> 'stage' = 'done'` },
]
