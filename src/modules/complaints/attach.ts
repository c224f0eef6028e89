/** Further papers to a complaint. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { attachmentRows, attachments } from '../petitions/inputs.ts'
import { complaint } from './complaint.ts'

/** Files of the case file (LKN 2011 Đ34). */
export const attach = action({
  noun: complaint,
  step: 'attach',
  input: z.object({ note: text(500), files: attachments() }),
  decide({ input, viewer, moment, id }) {
    const rows = attachmentRows(input.files, { record_kind: 'complaint', record_id: id }, { viewer, on: moment.on })
    if (rows.length === 0) throw new WrongInput([{ field: 'files', code: 'required' }])
    return { change: {}, rows }
  },
})
