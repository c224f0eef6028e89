/** Turns an unverified rule of the book on or off, with the ground. */
import { z } from 'zod'
import type { SwitchId } from '../../law/switches.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { lawSwitch, ruleOf } from './law-switch.ts'
import { reDateJob } from './re-date.ts'

const ids = [
  'complaint.accept-in-working-days',
  'reception.no-delegation',
  'holiday.culture-day',
] as const satisfies readonly SwitchId[]

/** Setting it to the book's default is worth an event too: somebody has checked. */
export const setSwitch = action({
  noun: lawSwitch,
  step: 'set-switch',
  input: z.object({ switch: choice(ids), turned: choice(['on', 'off']), ground: text(500) }),
  decide: ({ input, id }) => ({
    change: { switch: input.switch, turned_on: input.turned === 'on', ground: input.ground },
    cite: ruleOf(input.switch).cite,
    jobs: [reDateJob('switch-set', id)],
  }),
})
