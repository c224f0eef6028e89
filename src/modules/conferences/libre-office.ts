/** LibreOffice, where it is installed: it lays a volume out, which gives the page numbers and the PDF. */
import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import * as mupdf from 'mupdf'

const run = promisify(execFile)

/** A volume of some thousand pages takes minutes; longer than this nobody waits. */
const longest_ms = 20 * 60_000

let known: Promise<string | null> | null = null

/** Path of the program, or null where it is not installed. `GANDAN_SOFFICE` names it where it is not on the PATH. */
export function libreOffice(): Promise<string | null> {
  known ??= find()
  return known
}

async function find(): Promise<string | null> {
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
export async function asPdf(docx: string, scratch: string): Promise<string | null> {
  const program = await libreOffice()
  if (program === null) return null
  // A profile of its own: two programs never share one, and nothing of a person's is read.
  const folder = await mkdtemp(join(scratch, 'soffice-'))
  try {
    const pdf = join(folder, `${basename(docx, '.docx')}.pdf`)
    await run(
      program,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--norestore',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        docx,
      ],
      { timeout: longest_ms, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024 },
    )
    const kept = docx.replace(/\.docx$/, '.pdf')
    await rename(pdf, kept)
    return kept
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a laid-out volume tells: how many pages, and on which each paper begins, counted from the first paper's page. */
export interface Layout {
  pages: number
  begins: readonly number[]
}

/** Reads it from the outline that LibreOffice writes of the headings. */
export function layoutOf(bytes: Buffer): Layout {
  const document = mupdf.Document.openDocument(new Uint8Array(bytes), 'application/pdf')
  try {
    const outline = document.loadOutline() ?? []
    const first = outline[0]?.page ?? 0
    return { pages: document.countPages(), begins: outline.map((one) => (one.page ?? 0) - first + 1) }
  } finally {
    document.destroy()
  }
}
