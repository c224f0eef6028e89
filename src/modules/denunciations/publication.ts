/** A conclusion on the portal: the shortened text, the unit, two days. Nothing in it leads back to the closed register. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'

/** One row of the table; everything in it is public. */
export interface PublicationRow extends RecordRow {
  title: string
  public_text: string
  published_on: Temporal.PlainDate
  /** First day on which it is no longer shown. */
  until_on: Temporal.PlainDate
}

/** A sealed step puts it up; the head takes down what should not stand there. */
export const publicationWorkflow = {
  'take-down': {
    from: ['shown'],
    to: 'taken-down',
    by: ['head'],
    needs: [],
    cite: 'LTC 2018 Đ8, Đ40; Luật 91/2025',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<'shown' | 'taken-down', 'head', never>

/** The noun. Its first event is written by the sealed step `publish`. */
export const publication: Noun<PublicationRow, null> = {
  kind: 'publication',
  table: 'publication',
  workflow: publicationWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) => (carries(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: {},
}

/** Days for which it is shown at least (NĐ 31/2019, recalled). */
export const shownDays = 15
