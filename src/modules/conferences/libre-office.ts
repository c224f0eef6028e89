/** LibreOffice, where it is installed: it lays a volume out, which gives the page numbers and the PDF. */
import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { access, constants, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as mupdf from 'mupdf'

/** A volume of some thousand pages takes minutes; longer than this nobody waits. */
const longest_ms = 20 * 60_000

/** Path of the program, or null where it is not installed. `GANDAN_SOFFICE` names it where it is not on the PATH. */
export async function libreOffice(): Promise<string | null> {
  const named = process.env['GANDAN_SOFFICE']
  const places = named
    ? [named]
    : (process.env['PATH'] ?? '')
        .split(delimiter)
        .filter((folder) => folder !== '')
        .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  for (const path of places) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

/** Lays the file out as PDF beside it; null where LibreOffice is not there or does not manage. */
export async function asPdf(docx: string, scratch: string, longest = longest_ms): Promise<string | null> {
  const program = await libreOffice()
  if (program === null) return null
  // A profile of its own: two programs never share one, and nothing of a person's is read.
  const folder = await mkdtemp(join(scratch, 'soffice-'))
  try {
    const pdf = join(folder, `${basename(docx, '.docx')}.pdf`)
    const done = await runs(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        docx,
      ],
      longest,
    )
    if (!done) return null
    const kept = docx.replace(/\.docx$/, '.pdf')
    await rename(pdf, kept)
    return kept
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Processes at work, by the id of their group. */
const atWork = new Set<number>()
process.once('exit', () => {
  for (const group of atWork) endGroup(group)
})

/** Runs it to its end; false where it fails or takes too long. The program starts others: all of its group are ended. */
function runs(program: string, args: readonly string[], longest: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  const group = child.pid
  if (group !== undefined) atWork.add(group)
  const timer = setTimeout(() => group !== undefined && endGroup(group), longest)
  child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0))
  return promise.finally(() => {
    clearTimeout(timer)
    if (group === undefined) return
    endGroup(group)
    atWork.delete(group)
  })
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** What a laid-out volume tells: how many pages, and on which each paper begins, counted from the first paper's page. */
export interface Layout {
  pages: number
  begins: readonly number[]
}

/** Reads it from the outline that LibreOffice writes of the headings. Of the file only what is looked at is read. */
export function layoutOf(pdf: string): Layout {
  const file = openSync(pdf, 'r')
  const stream = new mupdf.Stream({
    fileSize: () => fstatSync(file).size,
    read: (memory, offset, length, position) => readSync(file, memory, offset, length, position),
    close: () => undefined,
  })
  const document = mupdf.Document.openDocument(stream, 'application/pdf')
  try {
    const outline = document.loadOutline() ?? []
    const first = outline[0]?.page ?? 0
    return { pages: document.countPages(), begins: outline.map((one) => (one.page ?? 0) - first + 1) }
  } finally {
    document.destroy()
    stream.destroy()
    closeSync(file)
  }
}
