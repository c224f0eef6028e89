/** `drop-speech`: a speech entered by mistake; one on which a finding rests stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the speech's id. */
export const dropSpeech = action({
  noun: meeting,
  step: 'drop-speech',
  input: z.object({ speech_id: fromList() }),
  decide({ record, input }) {
    const row = rowOf(record)
    const speech = entryOf(row.speeches, input.speech_id, 'speech_id')
    const used = row.findings.some((finding) => finding.grounds.some((ground) => ground.id === speech.id))
    if (used) faultAt('speech_id', 'finding-rests-on-it')
    return { change: { speeches: row.speeches.filter((one) => one.id !== speech.id) } }
  },
})
