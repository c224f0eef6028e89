/** What the handling steps share: a letter in the book of outgoing letters, the points dealt with, the petitioner told. */
import type { DocumentWanted } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { LetterBase, LetterData, LetterKind } from '../notices/letter-data.ts'
import { letterBooks } from '../notices/letters.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { dealtWith, type PetitionFacts, type PetitionRow, type ProcessingStep, processedPosting } from './petition.ts'

/** A letter of this step, numbered in its book. */
export function letter<K extends LetterKind>(
  record: { id: string; revision: number },
  kind: K,
  title: string,
  data: Omit<LetterData[K], keyof LetterBase> & Partial<LetterBase>,
  facts: Pick<PetitionFacts, 'letterhead'>,
  moment: Moment,
): DocumentWanted {
  return {
    id: idFrom(record.id, `${kind}/${record.revision + 1}`),
    kind,
    book: letterBooks[kind].book,
    year: moment.on.year,
    title,
    issued_on: moment.on,
    data: { issuer: facts.letterhead.issuer, signature: facts.letterhead.signature, ...data },
  }
}

/** The decision of a handling step: open points dealt with, the first one counted, the petitioner told. */
export function handled(
  record: PetitionRow,
  step: ProcessingStep,
  moment: Moment,
  more: {
    change?: Partial<PetitionRow>
    documents?: DocumentWanted[]
    jobs?: { task: string; payload: Record<string, string | number | null> }[]
  } = {},
) {
  const processed = processedPosting(record, step, moment.on)
  const told = tellPetitioner(record, record.id, 'step-taken', moment)
  return {
    change: { points: dealtWith(record, step, moment.on), ...processed.change, ...more.change },
    postings: processed.postings,
    documents: more.documents ?? [],
    rows: told.rows,
    jobs: [...told.jobs, ...(more.jobs ?? [])],
  }
}
