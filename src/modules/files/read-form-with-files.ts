/** A form with files read against its schema: one list of faults, each at its field. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import { type FormRead, fieldsOf, readForm } from '../../platform/read-form.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { type ReadUploads, readUploads, type UploadFault } from './uploads.ts'

/**
 * The form as `readForm` gives it, with the uploads beside it (they are not in `data`: keep them with `keepUploads`, then
 * put what that returns into the action's input). Call `done()` when the answer is written, whatever it is.
 */
export async function readFormWithFiles<S extends z.ZodObject>(
  request: Request,
  schema: S,
  data: string,
  language: Language,
): Promise<FormRead<z.output<S>> & Pick<ReadUploads, 'form' | 'uploads' | 'done'>> {
  const { form, uploads, faults, done } = await readUploads(request, data)
  const read = readForm(schema, form)
  const field = fieldsOf(schema).find((one) => one.field === 'file')?.name ?? ''
  const errors = [...(read.ok ? [] : read.errors), ...faults.map((fault) => faultOf(fault, field, language))]
  if (read.ok && errors.length === 0) return { ...read, form, uploads, done }
  return { ok: false, errors, values: read.values, form, uploads, done }
}

/** An upload's fault as a form shows it: at the file field, naming the file. */
export function faultOf(fault: UploadFault, field: string, language: Language): Fault {
  const sentences = words(language).files
  return {
    field: fault.field || field,
    code: fault.code,
    sentence: sentences.named(fault.name, sentences.faults[fault.code]),
  }
}
