/** The ways in to entering figures: field by field, pasted, or as a spreadsheet; nothing is half taken. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, keepPage, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { count, type Fault, revision } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { words } from '../../ui/words/words.ts'
import { readBook } from '../imports/read-book.ts'
import { UnreadableBook } from '../imports/sheet.ts'
import { readUpload } from '../imports/upload.ts'
import { returnPath } from './addresses.ts'
import { enter } from './enter.ts'
import { EntryPage, PastePage, UploadPage } from './entry-view.tsx'
import { figureColumns, figureMax, type Given, totalOf } from './figures.ts'
import type { ShownReturn } from './queries.ts'
import { type CellFault, type ReadCells, readFigures, readPaste } from './read-cells.ts'
import { wrongCodes } from './read-codes.ts'
import { noSentence } from './step-pages.tsx'
import { formOf, periodOfReturn, unitReturn } from './unit-return.ts'

/** Longest text that may be pasted. */
const pasteMax = 100_000

/** What the handlers stand on. */
interface Asked {
  c: Context<AppEnv>
  db: Db
  row: ShownReturn
}

/** Entering must be open to this viewer now; otherwise the lawful no, or as to a stranger. */
async function mayEnter({ c, db, row }: Asked): Promise<void> {
  const { viewer, moment } = c.var
  const facts = await unitReturn.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id: row.unit_id, id: row.id, input: null }
  const said = answerFor(unitReturn, 'enter', about)
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
}

/** The fields, filled with what is there. */
export async function showEntry(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  const { c, row } = asked
  const given = totalOf(row.figures)
  const values = Object.fromEntries(Object.entries(given).map(([no, figure]) => [`c${no}`, String(figure)]))
  keepPage(c)
  return renderPage(c, <EntryPage frame={frameOf(c)} row={row} values={values} errors={[]} />)
}

function fieldsFor(row: ShownReturn): z.ZodObject {
  const columns = figureColumns(formOf(row)).map(({ no }) => [`c${no}`, count(0, figureMax).optional()])
  return z.object({ ...Object.fromEntries(columns), revision: revision() })
}

/** Takes the fields; an empty one stays empty. */
export async function takeEntry(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  const { c, row } = asked
  const read = await readPost(c, fieldsFor(row))
  const again = (values: FormValues, errors: readonly Fault[], status: 409 | 422) =>
    renderPage(c, <EntryPage frame={frameOf(c)} row={row} values={values} errors={errors} />, status)
  if (!read.ok) return again(read.values, read.errors, 422)
  const { revision: seen, ...typed } = read.data
  const columns = Object.fromEntries(
    Object.entries(typed).flatMap(([name, figure]) =>
      typeof figure === 'number' ? [[Number(name.slice(1)), figure]] : [],
    ),
  )
  return keep(asked, columns, Number(seen), (errors, status) => again(read.values, errors, status))
}

/** Performs the step; what is refused is shown with everything typed. */
async function keep(
  { c, db, row }: Asked,
  columns: Given,
  seen: number,
  again: (errors: readonly Fault[], status: 409 | 422) => Response,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  try {
    await perform(db, enter, {
      viewer,
      moment,
      unit_id: row.unit_id,
      id: row.id,
      revision: seen,
      input: { columns },
    })
    return seeOther(c, returnPath(row))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    return again(errors, status)
  }
}

const wantedOf = (row: ShownReturn) => ({ form: formOf(row), period: periodOfReturn(row), unit_name: row.unit_name })

/** The page to paste into. */
export async function showPaste(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  return renderPage(asked.c, <PastePage frame={frameOf(asked.c)} row={asked.row} text="" faults={[]} refused={[]} />)
}

/** Takes what was pasted. */
export async function takePaste(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  const { c, row } = asked
  // What is pasted keeps its tabs and empty lines: it is read here, not by a schema that would trim it.
  const { form } = await readPost(c, z.object({}))
  const text = String(form.get('text') ?? '').slice(0, pasteMax)
  const again = (faults: readonly CellFault[], refused: readonly Fault[], status: 409 | 422) =>
    renderPage(c, <PastePage frame={frameOf(c)} {...{ row, text, faults, refused }} />, status)
  const read = readPaste(text, wantedOf(row))
  if (!read.ok) return again(read.faults, [], 422)
  return keep(asked, read.columns, Number(form.get('revision')) || 0, (refused, status) => again([], refused, status))
}

/** The page for a spreadsheet. */
export async function showUpload(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  return renderPage(asked.c, <UploadPage frame={frameOf(asked.c)} row={asked.row} faults={[]} refused={null} />)
}

/** Takes a spreadsheet: it is read in memory and not kept. */
export async function takeUpload(asked: Asked): Promise<Response> {
  await mayEnter(asked)
  const { c, row } = asked
  const { imports, returns, files } = words(c.var.language)
  const why: Readonly<Record<string, string>> = { ...files.faults, ...imports.file_faults }
  const upload = await readUpload(c.req.raw)
  const again = (faults: readonly CellFault[], refused: string | null, status: 409 | 422 = 422) =>
    renderPage(c, <UploadPage frame={frameOf(c)} row={row} faults={faults} refused={refused} />, status)
  if (upload.fault) return again([], why[upload.fault] ?? upload.fault)
  if (!upload.file) return again([], returns.upload.none)
  let read: ReadCells
  try {
    const sheets = await readBook(upload.file.bytes, upload.file.name)
    const wrong = await wrongCodes(c.var.viewer, asked.db.pool, sheets, { ...wantedOf(row), unit_id: row.unit_id })
    if (wrong.length > 0) return again(wrong, null)
    read = readFigures(sheets, wantedOf(row))
  } catch (fault) {
    if (fault instanceof UnreadableBook) return again([], why[fault.code] ?? fault.code)
    throw fault
  }
  if (!read.ok) return again(read.faults, null)
  const seen = Number(upload.fields.get('revision')) || 0
  return keep(asked, read.columns, seen, (errors, status) => again([], errors[0]?.sentence ?? '', status))
}
