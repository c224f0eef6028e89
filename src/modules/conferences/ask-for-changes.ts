/** `ask-for-changes`: the editors say what is to be written otherwise; the authors send a new version. */
import { z } from 'zod'
import { paperWorkflow } from '../../law/paper-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { lastVersion, paper, paperMax } from './paper.ts'

/** An accepted paper goes back to editing. */
export const askForChanges = action({
  noun: paper,
  step: 'ask-for-changes',
  input: z.object({ text: longText(4000) }),
  decide({ record, input, viewer, moment }) {
    const { remarks } = record!
    if (remarks.length >= paperMax.remarks)
      throw new NotOpen('paper-has-many-remarks', paperWorkflow['ask-for-changes'].cite)
    const remark = { on: moment.on.toString(), by: viewer.name, text: input.text, version: lastVersion(record!).no }
    return { change: { remarks: [...remarks, remark], decided_on: null, decision_note: null } }
  },
})
