/** `send-refusal`: the letter 01/TCD of NĐ 154/2026, owed within 3 working days where the ground wants a letter. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { personName, text } from '../../platform/input.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { lawTerms } from '../../ui/words/vi/law-terms.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { letterhead } from '../notices/letterhead.ts'
import { visit } from './visit.ts'

/** What the letter needs beyond the record. */
export const sendRefusalInput = z.object({
  to_name: personName(),
  to_address: text(300),
  about: text(300),
})

/** Writes and numbers the letter of refusal. */
export const sendRefusal = action({
  noun: visit,
  step: 'send-refusal',
  input: sendRefusalInput,
  reads: async (sql, { unit_id, moment }) => ({
    letterhead: await letterhead(sql, unit_id, moment.on),
    document_id: uuidv7(),
  }),
  decide({ record, input, moment }, { letterhead, document_id }) {
    const refusal = record?.refusal
    if (!record || !refusal) throw new Error('send-refusal without a refusal')
    const grounds: Readonly<Record<string, string>> = lawTerms.refusal_grounds
    const data: LetterData['refusal'] = {
      issuer: letterhead.issuer,
      signature: letterhead.signature,
      to: { name: input.to_name, address: input.to_address },
      reception_on: record.held_on.toString(),
      about: input.about,
      ground: sentencePart(grounds[refusal.ground] ?? refusal.ground),
      cite: refusal.cite,
      ...(refusal.earlier ? { earlier: refusal.earlier } : {}),
    }
    return {
      cite: refusal.cite,
      change: {
        refusal: { ...refusal, letter_sent_on: moment.on.toString(), document_id },
        outcome_given_on: moment.on,
      },
      documents: [
        {
          id: document_id,
          kind: 'refusal',
          book: 'TB',
          year: moment.on.year,
          title: 'Thông báo từ chối tiếp công dân',
          issued_on: moment.on,
          data: { ...data },
        },
      ],
    }
  },
})

/** A ground inside a sentence begins small. */
function sentencePart(ground: string): string {
  return ground.charAt(0).toLocaleLowerCase('vi') + ground.slice(1)
}
