/** A new wording of a kind of letter; refused where it lost a part that the letter must have. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, type FieldMeta, text } from '../../platform/input.ts'
import type { LetterKind } from './letter-data.ts'
import { sampleOf } from './letter-samples.ts'
import { letterTemplate } from './letter-template.ts'
import { letterBooks } from './letters.ts'
import { instrumentOf } from './template-fields.ts'
import { templateFaults } from './template-file.ts'

/** Kinds an office may word itself: all of them. A letter of a sealed record fills it inside the vault session, never in a job. */
export const wordedKinds = Object.keys(letterBooks) as [LetterKind, ...LetterKind[]]

/** Largest Word file, in bytes. */
export const templateBytesMax = 1024 * 1024

/** From now on letters of this kind are made with it; those that were issued stay as they are. */
export const introduceTemplate = action({
  noun: letterTemplate,
  step: 'introduce',
  input: z.object({
    kind: choice(wordedKinds),
    name: text(120),
    content: z
      .base64()
      .max(Math.ceil(templateBytesMax / 3) * 4)
      .meta({ field: 'hidden' } satisfies FieldMeta),
  }),
  kept: ({ kind, name }) => ({ kind, name }),
  reads: async (_sql, { input }) => {
    const content = Buffer.from(input.content, 'base64')
    return { content, faults: await templateFaults(input.kind, content, sampleOf(input.kind)) }
  },
  decide({ input, moment }, { content, faults }) {
    if (faults.length > 0)
      throw new WrongInput(faults.map(({ code, ...params }) => ({ field: 'file', code, params: { ...params } })))
    return {
      change: {
        kind: input.kind,
        instrument: instrumentOf(input.kind),
        name: input.name,
        from_on: moment.on,
        // As PostgreSQL reads bytes from text.
        content: `\\x${content.toString('hex')}` as unknown as Buffer,
      },
      numbers: [{ column: 'version', book: `template/${input.kind}`, year: 0 }],
    }
  },
})
