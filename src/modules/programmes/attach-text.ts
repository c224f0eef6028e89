/** `attach-text`: the text of the instrument as a file. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { attachmentRows, attachments } from '../petitions/inputs.ts'
import { instrument } from './instrument.ts'

/** What came first stays. */
export const attachText = action({
  noun: instrument,
  step: 'attach-text',
  input: z.object({ files: attachments() }),
  decide({ input, viewer, moment, id }) {
    const rows = attachmentRows(input.files, { record_kind: 'instrument', record_id: id }, { viewer, on: moment.on })
    if (rows.length === 0) throw new WrongInput([{ field: 'files', code: 'required' }])
    return { change: {}, rows }
  },
})
