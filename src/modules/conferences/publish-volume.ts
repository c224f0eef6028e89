/** `publish`: everybody may read the volume, as it is made now. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { mustAgree } from '../../platform/input.ts'
import { volume } from './volume.ts'

/** The head says that the authors agree. */
export const publishVolume = action({
  noun: volume,
  step: 'publish',
  input: z.object({ authors_agree: mustAgree() }),
  decide: ({ facts, moment }) => ({
    change: { published_on: moment.on, published_print: facts.made?.fingerprint ?? null },
  }),
})
