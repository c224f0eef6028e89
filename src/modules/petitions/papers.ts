/** What the file of a petition lacks, whatever its state. */
import type { Lacks } from '../../law/case-file.ts'
import { needsSignature, type PetitionRow } from './petition.ts'

/** A record as these questions see it. `files`: how many papers were brought with it. */
export interface Filed<Row> {
  row: Row
  files: number
}

/** Each paper of `casePapers.petition`. */
export const petitionLacks: Lacks<'petition', Filed<PetitionRow>> = {
  signature: ({ row }) => needsSignature(row) && row.signature === null,
  address: ({ row }) => !row.petitioner_address,
  classification: ({ row }) => row.kind === null,
  handler: ({ row }) => row.handler_id === null,
  reply: ({ row }) => (row.sent_to !== null || row.competence === 'subordinate') && row.replies.length === 0,
}
