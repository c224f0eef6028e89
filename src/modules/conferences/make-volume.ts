/** `make`: the volume is made of the papers as they are now. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { makeVolumeJob, volume } from './volume.ts'

/** Made already of the same papers, nothing is done. */
export const makeVolume = action({
  noun: volume,
  step: 'make',
  input: z.object({}),
  decide: ({ unit_id, id }) => ({ change: {}, jobs: [makeVolumeJob(unit_id, id)] }),
})
