/** Page numbers (bút lục) of the papers of a case file: given paper by paper in their order, and kept. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { idFrom } from '../../platform/uuid.ts'

/** One paper's pages; its id follows from the petition and the paper's number, so that no paper is numbered twice. */
export interface CasePaperRow extends RecordRow {
  petition_id: string
  paper_number: number
  first_page: number
  last_page: number
}

type Standing = 'head' | 'handler' | 'clerk'

// No instrument that was seen says how a file is paged: common practice of archives.
const row = {
  by: ['clerk', 'handler', 'head'],
  needs: [],
  cite: 'LKN 2011 Đ34; NĐ 30/2020 Đ29',
  unverified: 'own-reading',
} as const

/** What was numbered stays; a count that was wrong is mended while no later paper stands on it. */
export const casePaperWorkflow = {
  'number-pages': { ...row, from: [], to: 'numbered' },
  'correct-pages': { ...row, from: ['numbered'], to: 'same' },
} as const satisfies Workflow<'numbered', Standing, never>

/** The noun `case-paper`. */
export const casePaper: Noun<CasePaperRow, null> = {
  kind: 'case-paper',
  table: 'case_paper',
  workflow: casePaperWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) =>
    (['head', 'handler', 'clerk'] as const).filter((kind) => carries(viewer, unit_id, kind)),
  conditions: {},
}

/** The id of a paper's row. */
export function casePaperId(petition_id: string, paper_number: number): string {
  return idFrom(petition_id, `paper/${paper_number}`)
}

/** Most pages of one paper. */
export const pagesMax = 2000
