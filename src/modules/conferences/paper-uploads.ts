/** A form with a paper's file: read as a stream, the file checked as a paper, kept under its hash. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { keepUploads } from '../files/keep-file.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { faultOfUpload, type PaperFault } from './check-paper.ts'
import { checkPaperBeside } from './check-paper-beside.ts'

/** The form with its file among the data; `done()` is called by whoever read it. */
export type PaperForm = {
  form: FormData
  values: FormValues
  done: () => Promise<void>
} & ({ ok: true; data: Record<string, unknown> } | { ok: false; errors: readonly Fault[] })

/** The sentence of a fault of a file, at the file's field. */
function fileFault(code: PaperFault, language: Language): Fault {
  return { field: 'files', code, sentence: words(language).conferences.papers.faults[code] }
}

/** Reads the form. Where anything is wrong nothing is kept. */
export async function readPaperForm(
  request: Request,
  schema: z.ZodObject,
  of: { data: string; unit_id: string; language: Language; newId: (form: FormData) => () => string },
): Promise<PaperForm> {
  const read = await readFormWithFiles(request, schema, of.data, of.language)
  const { form, values, done } = read
  const errors = read.ok ? [] : read.errors.map((one) => inWordsOfPapers(one, of.language))
  const upload = read.uploads[0]
  if (read.uploads.length > 1) errors.push({ field: 'files', code: 'one-file' })
  if (!upload && errors.every((one) => one.field !== 'files'))
    errors.push({ field: 'files', code: 'paper-without-file' })
  const said = upload && errors.length === 0 ? await checkPaperBeside(await upload.bytes(), upload.media_type) : null
  if (said?.ok === false) errors.push(fileFault(said.code, of.language))
  if (!read.ok || !upload || !said?.ok || errors.length > 0) return { ok: false, errors, form, values, done }
  const [kept] = await keepUploads(of.data, of.unit_id, [upload], of.newId(form))
  const files = [{ ...kept, ...said.found }]
  return { ok: true, data: { ...read.data, files }, form, values, done }
}

function inWordsOfPapers(fault: Fault, language: Language): Fault {
  const code = faultOfUpload[fault.code]
  return code ? fileFault(code, language) : fault
}
