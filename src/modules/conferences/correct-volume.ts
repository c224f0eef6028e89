/** `correct`: foreword, place and day of the volume; it is made anew. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { volumeAbout } from './begin-volume.ts'
import { makeVolumeJob, volume } from './volume.ts'

/** What was published stays until it is published anew. */
export const correctVolume = action({
  noun: volume,
  step: 'correct',
  input: z.object(volumeAbout),
  decide: ({ input, unit_id, id }) => ({
    change: {
      foreword: input.foreword ?? null,
      place_and_date: input.place_and_date,
      with_contacts: input.with_contacts,
    },
    jobs: [makeVolumeJob(unit_id, id)],
  }),
})
