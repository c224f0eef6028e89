/** The module of custody: its actions, its job and its clock steps, as lists. Its pages stand with those of the closed register. */
import { z } from 'zod'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { ClockStep } from '../../platform/actions/clock-steps.ts'
import type { Job } from '../../platform/jobs.ts'
import { askKey } from './ask-key.ts'
import { grantKey, refuseKey } from './decide-key.ts'
import { eraseHalves, lapse, withdrawRequest } from './end-request.ts'
import { completeRecovery, openHalf } from './recover-keys.ts'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  askKey,
  grantKey,
  refuseKey,
  openHalf,
  completeRecovery,
  withdrawRequest,
  lapse,
]

/** What the clock ends. */
export const clockSteps: readonly ClockStep[] = [
  {
    action: lapse,
    where: `r.state in ('asked', 'granted', 'half-open')
      and (r.until_on < $1::date or r.asked_on < $1::date - 30 or r.first_on < $1::date - 7)`,
  },
]

const request = z.object({ unit_id: z.uuid(), id: z.uuid() })

/** Halves of a request that ended by itself. */
export const jobs: Readonly<Record<'erase-halves', Job>> = {
  'erase-halves': (payload, { app }) => {
    const { unit_id, id } = request.parse(payload)
    return eraseHalves(app, unit_id, id)
  },
}
