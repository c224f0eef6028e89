/** The next paper of a case file gets its pages, behind those of the papers before it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, uuid } from '../../platform/input.ts'
import { caseFileOf } from './case-file.ts'
import { casePaper, casePaperId, pagesMax } from './case-paper.ts'

/** Paper after paper: a number is never left out, and what was numbered never moves. */
export const numberPages = action({
  noun: casePaper,
  step: 'number-pages',
  input: z.object({ petition_id: uuid(), paper_number: count(1), pages: count(1, pagesMax) }),
  reads: (sql, { viewer, unit_id, input }) => caseFileOf(viewer, sql, unit_id, input.petition_id),
  decide({ id, input }, file) {
    const { petition_id, paper_number, pages } = input
    if (!file || id !== casePaperId(petition_id, paper_number))
      throw new WrongInput([{ field: 'petition_id', code: 'no-such-case-file' }])
    const before = file.numbered.at(-1)
    if (paper_number !== (before?.paper_number ?? 0) + 1 || paper_number > file.papers.length)
      throw new WrongInput([{ field: 'paper_number', code: 'not-the-next-paper' }])
    const first_page = (before?.last_page ?? 0) + 1
    return { change: { petition_id, paper_number, first_page, last_page: first_page + pages - 1 } }
  },
})
