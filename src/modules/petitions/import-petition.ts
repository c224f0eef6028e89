/** `import`: the letter of an old book's row enters the register under its own number, counted on its own day. */
import { z } from 'zod'
import { competences } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Moment } from '../../platform/clock.ts'
import { choice, count, day, longText, personName, phone, text, uuid, yesNo } from '../../platform/input.ts'
import { firstForm } from './first-form.ts'
import { openKinds } from './inputs.ts'
import { noDuplicateKey } from './likeness.ts'
import { type PetitionFacts, petition, processedPosting, receivedPosting } from './petition.ts'

const letter = {
  import_id: uuid(),
  visit_id: uuid(),
  case_id: uuid(),
  source_number: text(40).optional(),
  received_on: day(),
  petitioner_name: personName(),
  petitioner_address: text(300).optional(),
  petitioner_phone: phone().optional(),
  kind: choice(openKinds),
  title: text(200),
  text: longText(),
  signers: count(1, 10_000),
}

/** A letter of which the book does not say what became: the office goes on with it. */
export const importPetitionInput = z.object(letter)

/** A letter of which the book says what became. */
export const importHandledInput = z.object({
  ...letter,
  handled_by: choice(['propose-acceptance', 'transfer', 'guide']),
  competence: choice(competences).optional(),
  /** False where an earlier row is the same person's letter on the same content: received, not eligible, no new case. */
  new_case: yesNo(),
})

function asReceived(input: z.output<typeof importPetitionInput>, id: string, facts: PetitionFacts, moment: Moment) {
  if (Temporal.PlainDate.compare(input.received_on, moment.on) > 0)
    throw new WrongInput([{ field: 'received_on', code: 'day-in-future' }])
  const { kind, import_id, visit_id, case_id, source_number, received_on, title, signers } = input
  // Its number is the source's: none is taken from our books, and nobody is told.
  const { change, postings, rows } = firstForm(
    {
      received_on,
      source: 'import',
      title,
      text: input.text,
      petitioner_name: input.petitioner_name,
      petitioner_address: input.petitioner_address ?? null,
      petitioner_phone: input.petitioner_phone ?? null,
      signers,
      signature: { how: 'paper', on: received_on.toString(), by: null },
      asked_kind: kind,
      import_id,
      visit_id,
      case_id,
      source_number: source_number ?? null,
    },
    id,
    'import',
    facts,
  )
  return { change, postings, rows }
}

/** Enters a letter that is still to be handled. */
export const importPetition = action({
  noun: petition,
  step: 'import',
  input: importPetitionInput,
  kept: ({ import_id }) => ({ import_id }),
  decide: ({ input, id, facts, moment }) => asReceived(input, id, facts, moment),
})

/** Enters a letter that was handled; the book has no other day for it than the reception's, so it counts on that. */
export const importHandled = action({
  noun: petition,
  step: 'import-handled',
  input: importHandledInput,
  kept: ({ import_id }) => ({ import_id }),
  decide({ input, id, facts, moment }) {
    const { change, postings, rows } = asReceived(input, id, facts, moment)
    const { kind, handled_by, received_on, title } = input
    const classified = {
      kind,
      field: 'other' as const,
      competence: input.competence ?? null,
      eligible: input.new_case,
    }
    const source = 'import' as const
    const counted = {
      ...classified,
      received_on,
      source,
      signers: input.signers,
      case_id: input.case_id,
      same_as: null,
    }
    const processed = processedPosting({ ...counted, processed_on: null }, handled_by, received_on)
    return {
      change: {
        ...change,
        ...classified,
        ...processed.change,
        points: [
          {
            id: '1',
            kind,
            field: 'other' as const,
            text: title,
            step: handled_by,
            on: received_on.toString(),
            led_to: null,
          },
        ],
      },
      postings: [...postings, ...processed.postings],
      rows,
    }
  },
})

/** Takes out a letter that an import brought in and on which nobody has acted since; its counting is reversed. */
export const undoImportPetition = action({
  noun: petition,
  step: 'undo-import',
  input: z.object({}),
  decide({ record, id }) {
    const row = record!
    const received = receivedPosting(row, -1)
    const { processed_by_step, processed_on } = row
    const processed =
      processed_by_step && processed_on
        ? processedPosting({ ...row, processed_on: null }, processed_by_step, processed_on).postings
        : []
    const taken = processed.map((one) => ({ ...one, sign: -1 as const }))
    return { change: {}, postings: [received, ...taken], rows: [noDuplicateKey(id)] }
  },
})
