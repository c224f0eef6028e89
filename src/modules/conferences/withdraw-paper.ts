/** `withdraw`: its authors take the paper back. It leaves the volume; that it was there stays written. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { isOnProgramme, paper } from './paper.ts'
import { makeVolumeJob } from './volume.ts'

/** Also after the programme was given out: the paper says that it stood there. */
export const withdrawPaper = action({
  noun: paper,
  step: 'withdraw',
  input: z.object({ note: longText(2000) }),
  decide: ({ record, facts, input, moment, id }) => ({
    change: {
      withdrawn_on: moment.on,
      withdrawn_note: input.note,
      was_on_programme: isOnProgramme(facts.meeting, id),
    },
    jobs: facts.volume_id === null ? [] : [makeVolumeJob(record!.unit_id, facts.volume_id)],
  }),
})
