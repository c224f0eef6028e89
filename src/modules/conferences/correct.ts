/** `correct`: what a meeting is, written anew with a word why; the day and hour are moved by a step of their own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree, text } from '../../platform/input.ts'
import { faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'
import { about, checkWhere } from './plan.ts'
import { tellGuests } from './tell-guests.ts'

/** The whole description, as it is to stand; also whether everybody reads what it found. */
export const correct = action({
  noun: meeting,
  step: 'correct',
  input: z.object({ ...about, findings_public: agree(), note: text(500) }),
  decide({ record, input, viewer, moment, unit_id, id }) {
    const row = rowOf(record)
    checkWhere(input)
    // Whoever was invited to one place is told of another by the step that tells them.
    if (row.state === 'invited' && (input.place ?? null) !== row.place) faultAt('place', 'place-is-moved')
    const online = row.state === 'invited' && (input.online_address ?? null) !== row.online_address
    const change = { on: moment.on.toString(), by: viewer.name, note: input.note }
    return {
      change: {
        title: input.title,
        purpose: input.purpose ?? null,
        mode: input.mode,
        place: input.place ?? null,
        online_address: input.online_address ?? null,
        is_public: input.is_public,
        blind_papers: input.blind_papers,
        findings_public: input.findings_public,
        cluster_id: input.cluster_id ?? null,
        period: input.period ?? null,
        corrections: [...row.corrections, change].slice(-200),
      },
      jobs: online ? [tellGuests({ unit_id, id }, 'online', row.revision + 1)] : [],
    }
  },
})
