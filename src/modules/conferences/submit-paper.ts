/** `submit`: anybody sends a paper for an open call, without an account; the code on the slip opens it again. */
import { z } from 'zod'
import { paperWorkflow } from '../../law/paper-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { mustAgree, uuid } from '../../platform/input.ts'
import { hashOfCode } from '../../platform/tracking-code.ts'
import { attachmentRows, trackingCode } from '../petitions/inputs.ts'
import { checkTakes, paperAbout, topicOf, untouched } from './hand-in-paper.ts'
import { paper } from './paper.ts'
import { authorsOf, paperFiles, versionOf } from './paper-fields.ts'

/** Until the due day, and of a meeting whose call is open. */
export const submitPaper = action({
  noun: paper,
  step: 'submit',
  input: z.object({
    topic_id: uuid(),
    ...paperAbout,
    files: paperFiles(),
    agrees: mustAgree(),
    code: trackingCode(),
  }),
  reads: (sql, { unit_id, input }) => topicOf(sql, unit_id, input.topic_id),
  kept: ({ code: _, ...kept }) => kept,
  decide({ input, viewer, moment, id }, found) {
    const { topic, meeting } = checkTakes(found)
    if (!topic.open_call) throw new NotOpen('not-yours', '', 404)
    if (Temporal.PlainDate.compare(moment.on, topic.due_on) > 0)
      throw new NotOpen('call-takes-papers', paperWorkflow.submit.cite)
    const { files, topic_id, agrees: _, code, authors, ...about } = input
    const typed = authorsOf(authors)
    const code_hash = `\\x${hashOfCode(code).toString('hex')}`
    return {
      change: {
        ...untouched,
        meeting_id: meeting.id,
        topic_id,
        title: about.title,
        abstract: about.abstract ?? null,
        print_contact: about.print_contact,
        authors: typed,
        from_unit_ids: [],
        blind: topic.blind,
        via: 'portal' as const,
        received_on: moment.on,
        versions: [versionOf(files, { no: 1, on: moment.on, by: typed[0]?.name ?? '' })],
      },
      rows: [
        {
          table: 'tracking_code' as const,
          rows: [{ code_hash, record_kind: 'paper', record_id: id, given_on: moment.on }],
        },
        ...attachmentRows(files, { record_kind: 'paper', record_id: id }, { viewer, on: moment.on }),
      ],
    }
  },
})
