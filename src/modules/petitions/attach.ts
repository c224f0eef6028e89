/** Further papers to a petition. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { attachmentRows, attachments } from './inputs.ts'
import { petition } from './petition.ts'

/** Adds files with a word on what they are; what came first stays as it was. */
export const attach = action({
  noun: petition,
  step: 'attach',
  input: z.object({ note: text(500), files: attachments() }),
  decide({ input, viewer, moment, id }) {
    const rows = attachmentRows(input.files, { record_kind: 'petition', record_id: id }, { viewer, on: moment.on })
    if (rows.length === 0) throw new WrongInput([{ field: 'files', code: 'required' }])
    return { change: {}, rows }
  },
})
