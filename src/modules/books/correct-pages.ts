/** The count of a paper's pages was wrong: mended while no later paper has its pages. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, text } from '../../platform/input.ts'
import { caseFileOf } from './case-file.ts'
import { casePaper, pagesMax } from './case-paper.ts'

/** With the reason. */
export const correctPages = action({
  noun: casePaper,
  step: 'correct-pages',
  input: z.object({ pages: count(1, pagesMax), reason: text(500) }),
  reads: (sql, { viewer, unit_id, record }) => caseFileOf(viewer, sql, unit_id, record?.petition_id ?? unit_id),
  decide({ record, input }, file) {
    const last = file?.numbered.at(-1)
    if (last?.id !== record!.id) throw new WrongInput([{ field: 'pages', code: 'later-papers-have-pages' }])
    return { change: { last_page: record!.first_page + input.pages - 1 } }
  },
})
