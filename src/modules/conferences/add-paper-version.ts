/** `add-version`: a newer file of the paper; the older ones stay. */
import { z } from 'zod'
import { paperWorkflow } from '../../law/paper-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { attachmentRows } from '../petitions/inputs.ts'
import { paper, paperMax } from './paper.ts'
import { paperFiles, versionOf } from './paper-fields.ts'

/** By its authors, their unit, or an editor. */
export const addPaperVersion = action({
  noun: paper,
  step: 'add-version',
  input: z.object({ files: paperFiles() }),
  decide({ record, input, viewer, moment, id }) {
    const { versions, authors } = record!
    if (versions.length >= paperMax.versions)
      throw new NotOpen('paper-has-many-versions', paperWorkflow['add-version'].cite)
    const by = viewer.account_id === null ? (authors[0]?.name ?? '') : viewer.name
    const version = versionOf(input.files, { no: versions.length + 1, on: moment.on, by })
    return {
      change: { versions: [...versions, version] },
      rows: attachmentRows(input.files, { record_kind: 'paper', record_id: id }, { viewer, on: moment.on }),
    }
  },
})
