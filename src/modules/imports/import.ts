/** The import of an old book as a record: started, finished, undone. Its rows are visits and petitions of their own. */
import { z } from 'zod'
import type { Workflow } from '../../law/law.ts'
import { action, type Noun, type RecordRow } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { choice, count, text } from '../../platform/input.ts'
import { importedStages } from '../receptions/import-visit.ts'

/** One import, without a word of the book. */
export interface BookImportRow extends RecordRow {
  file_name: string
  stage: (typeof importedStages)[number]
  /** Rows the dry run could take. */
  rows: number
  visits: number | null
  petitions: number | null
  sealed: number | null
  /** Rows that an earlier import had brought in. */
  already: number | null
  refused: readonly { at: string; code: string }[]
  finished_on: Temporal.PlainDate | null
  undone: number | null
  kept: readonly { visit_id: string; code: string }[]
  undone_on: Temporal.PlainDate | null
}

type State = 'running' | 'finished' | 'undone'
type Standing = 'importer'

/** How an import goes. No law fixes the steps; the book itself is the law's. */
export const importWorkflow = {
  start: { from: [], to: 'running', by: ['importer'], needs: [], cite: 'NĐ 154/2026 mẫu 03/TCD' },
  finish: { from: ['running'], to: 'finished', by: ['importer'], needs: [], cite: 'NĐ 154/2026 mẫu 03/TCD' },
  undo: { from: ['running', 'finished', 'undone'], to: 'undone', by: ['importer'], needs: [], cite: 'NĐ 30/2020 Đ18' },
} as const satisfies Workflow<State, Standing, never>

/** Whoever takes visits in may bring in an old book of the same unit. */
export function mayImport(viewer: Viewer, unit_id: string): boolean {
  return viewer.account_id !== null && holds(viewer, unit_id, 'reception-officer')
}

/** The import as a kind of record. */
export const bookImport: Noun<BookImportRow, null> = {
  kind: 'book-import',
  table: 'book_import',
  workflow: importWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) => (mayImport(viewer, unit_id) ? ['importer'] : []),
  conditions: {},
}

/** Rows go in from now on. */
export const startImport = action({
  noun: bookImport,
  step: 'start',
  input: z.object({ file_name: text(200), stage: choice(importedStages), rows: count(0, 50_000) }),
  decide: ({ input }) => ({ change: { ...input, refused: [], kept: [] } }),
})

const number = () => count(0, 50_000)

/** Every row has been tried. */
export const finishImport = action({
  noun: bookImport,
  step: 'finish',
  input: z.object({
    visits: number(),
    petitions: number(),
    sealed: number(),
    already: number(),
    refused: z.array(z.object({ at: z.string().max(80), code: z.string().max(60) })).meta({ field: 'hidden' }),
  }),
  decide: ({ input, moment }) => ({ change: { ...input, finished_on: moment.on } }),
})

/** Rows nobody has acted on were taken out again; the others are listed. */
export const undoImport = action({
  noun: bookImport,
  step: 'undo',
  input: z.object({
    undone: number(),
    kept: z.array(z.object({ visit_id: z.uuid(), code: z.string().max(60) })).meta({ field: 'hidden' }),
  }),
  decide: ({ record, input, moment }) => ({
    change: { undone: (record!.undone ?? 0) + input.undone, kept: input.kept, undone_on: moment.on },
  }),
})
