/** `record-speech`: what a leader said, in words or in short, with the file where there is one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, text } from '../../platform/input.ts'
import { attachmentRows, attachments } from '../petitions/inputs.ts'
import { added, entryId, rowOf } from './asked.ts'
import { meeting, meetingMax } from './meeting.ts'

/** Word for word, or in short: a summary says that it is one. */
export const recordSpeech = action({
  noun: meeting,
  step: 'record-speech',
  input: z.object({
    speaker: text(200),
    post: text(200).optional(),
    unit_name: text(200).optional(),
    form: choice(['text', 'summary']),
    text: longText(20_000),
    files: attachments(),
  }),
  decide({ record, input, viewer, moment, id }) {
    const row = rowOf(record)
    const rows = attachmentRows(input.files, { record_kind: 'meeting', record_id: id }, { viewer, on: moment.on })
    const speech = {
      id: entryId(row, 'speech'),
      speaker: input.speaker,
      post: input.post ?? null,
      unit: input.unit_name ?? null,
      form: input.form,
      text: input.text,
      file_id: rows[0]?.rows[0]?.id ?? null,
    }
    return { change: { speeches: added(row.speeches, speech, meetingMax.speeches, 'text') }, rows }
  },
})
