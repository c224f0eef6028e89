/** Two letters are about one substance: both stay whole, with their own codes and letters; only the case is joined. */
import { z } from 'zod'
import { action, type PostingWanted } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { chosenId } from './inputs.ts'
import { isEligible, type PetitionRow, type ProcessingStep, petition, receivedPosting } from './petition.ts'

/** `same-letter`: the same person and content, not eligible again; `same-substance`: another person's letter, eligible, no new case. */
export const linkCase = action({
  noun: petition,
  step: 'link-case',
  input: z.object({
    petition_id: chosenId().optional(),
    register_number: text(20, { width: 10 }).optional(),
    how: choice(['same-letter', 'same-substance']),
  }),
  async reads(sql, { unit_id, input, moment }) {
    const typed = /^(\d{1,6})(?:\s*\/\s*(\d{4}))?$/.exec(input.register_number ?? '')
    const { rows } = await sql.query<PetitionRow>(
      `select * from petition where unit_id = $1 and ($3::int is null and id = $2 or register_number = $3 and register_year = $4)`,
      [unit_id, input.petition_id ?? null, typed ? Number(typed[1]) : null, Number(typed?.[2] ?? moment.on.year)],
    )
    return rows[0] ?? null
  },
  decide({ record, input, moment }, other) {
    const field = input.register_number ? 'register_number' : 'petition_id'
    if (!input.petition_id && !input.register_number) throw new WrongInput([{ field, code: 'choose-one' }])
    if (!other || other.id === record!.id) throw new WrongInput([{ field, code: 'not-a-petition-here' }])
    const number = other.register_number ? `${other.register_number}/${other.register_year}` : null
    const case_before = record!.same_as?.case_before ?? record!.case_id
    const change: Partial<PetitionRow> = {
      case_id: other.case_id,
      same_as: { how: input.how, petition_id: other.id, case_before, number },
    }
    change.eligible = ownEligibility({ ...record!, ...change })
    return {
      change,
      rows: [
        {
          table: 'case_link' as const,
          rows: [
            { id: uuidv7(), petition_id: record!.id, case_id: other.case_id, how: input.how, linked_on: moment.on },
          ],
        },
      ],
      postings: countedAgain(record!, { ...record!, ...change }),
    }
  },
})

/**
 * What has been counted of the letter, its receipt and its processing, is reversed and written anew where it changed:
 * frozen periods do not move.
 */
export function countedAgain(before: PetitionRow, after: PetitionRow): PostingWanted[] {
  const called = (row: PetitionRow) => row.kind ?? row.asked_kind
  const received = called(before) === called(after) ? [] : [receivedPosting(before, -1), receivedPosting(after)]
  return [...received, ...processedAgain(before, after)]
}

function processedAgain(before: PetitionRow, after: PetitionRow): PostingWanted[] {
  if (before.processed_on === null) return []
  const posting = (row: PetitionRow, sign: 1 | -1) => ({
    fact: 'petition-processed',
    on_day: before.processed_on!,
    sign,
    kind: row.kind,
    field: row.field,
    stage: before.processed_by_step as ProcessingStep,
    eligible: row.eligible ?? false,
    cases: row.same_as === null && row.eligible ? 1 : 0,
    case_id: row.case_id,
    since_on: row.received_on,
    people: row.signers,
    large_group: row.signers >= 5,
    source: row.source,
  })
  const [was, is] = [posting(before, -1), posting(after, 1)]
  return JSON.stringify({ ...was, sign: 1 }) === JSON.stringify(is) ? [] : [was, is]
}

/** Eligible by the conditions as classified, and not the same letter of the same person again; unknown before. */
export function ownEligibility(row: PetitionRow): boolean | null {
  if (row.kind === null) return row.eligible
  if (row.same_as?.how === 'same-letter') return false
  return row.conditions ? isEligible(row.kind, row.conditions) : row.eligible
}
