/** `begin`: the volume of a meeting is begun and made in one. */
import { z } from 'zod'
import { volumeWorkflow } from '../../law/paper-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { agree, longText, text, uuid } from '../../platform/input.ts'
import { organises, papersMeeting } from './organisers.ts'
import { makeVolumeJob, papersIn, volume } from './volume.ts'

/** What stands around the papers. */
export const volumeAbout = {
  foreword: longText(20_000).optional(),
  place_and_date: text(120),
  with_contacts: agree(),
}

/** One volume a meeting. */
export const beginVolume = action({
  noun: volume,
  step: 'begin',
  input: z.object({ meeting_id: uuid(), ...volumeAbout }),
  async reads(sql, { unit_id, input }) {
    // Of two begun at once the second waits and finds the first.
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`papers-volume ${input.meeting_id}`])
    const { rows } = await sql.query('select from papers_volume where unit_id = $1 and meeting_id = $2', [
      unit_id,
      input.meeting_id,
    ])
    return {
      meeting: await papersMeeting(sql, unit_id, input.meeting_id),
      papers: (await papersIn(sql, unit_id, input.meeting_id)).length,
      stands: rows.length > 0,
    }
  },
  decide({ input, viewer, unit_id, id }, { meeting, papers, stands }) {
    if (!meeting || !organises(viewer, meeting.organiser_ids)) throw new NotOpen('not-yours', '', 404)
    if (stands) throw new NotOpen('volume-stands-already', volumeWorkflow.begin.cite)
    if (papers === 0) throw new NotOpen('a-paper-is-accepted', volumeWorkflow.begin.cite)
    return {
      change: {
        meeting_id: input.meeting_id,
        foreword: input.foreword ?? null,
        place_and_date: input.place_and_date,
        with_contacts: input.with_contacts,
        published_on: null,
        published_print: null,
      },
      jobs: [makeVolumeJob(unit_id, id)],
    }
  },
})
