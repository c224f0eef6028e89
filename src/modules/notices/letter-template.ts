/** A wording of an office's own for one kind of letter. A new one follows the one before; letters keep what they were made with. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import type { LetterKind } from './letter-data.ts'

/** One version. It stands while its state is `introduced` and no later one was introduced. */
export interface LetterTemplateRow extends RecordRow {
  instrument: string
  kind: LetterKind
  version: number
  from_on: Temporal.PlainDate
  name: string
  content: Buffer
}

type State = 'introduced' | 'taken-off'
type Standing = 'head' | 'clerk'

const cite = 'NĐ 30/2020 Đ7, Đ8'

/** Taking the newest one off brings back the one before, and in the end the program's own. */
export const letterTemplateWorkflow = {
  introduce: { from: [], to: 'introduced', by: ['head', 'clerk'], needs: [], cite, unverified: 'own-reading' },
  'take-off': {
    from: ['introduced'],
    to: 'taken-off',
    by: ['head', 'clerk'],
    needs: [],
    cite,
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, never>

/** The noun `letter-template`. */
export const letterTemplate: Noun<LetterTemplateRow, null> = {
  kind: 'letter-template',
  table: 'letter_template',
  workflow: letterTemplateWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) => [
    ...(holds(viewer, unit_id, 'head') ? ['head'] : []),
    ...(holds(viewer, unit_id, 'clerk') ? ['clerk'] : []),
  ],
  conditions: {},
}
