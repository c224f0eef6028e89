/**
 * The papers volume (kỷ yếu) as a Word file: title page, foreword, contents, the papers in one layout, the authors and where
 * they stand. Paper after paper goes into the file; pictures and footnotes wait on disk. What is held in memory is one paper.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { sortKey } from '../../platform/text.ts'
import type { Block } from './blocks.ts'
import * as parts from './volume-parts.ts'
import { type Beside, escaped, field, paragraph, run, xmlOf } from './volume-xml.ts'

/** An author as the volume prints them. */
export interface VolumeAuthor {
  name: string
  /** Post and unit, as the author gave them. */
  unit: string
  /** Mail and phone; null unless the author and the organiser chose to print it. */
  contact: string | null
}

/** A paper's place in the volume. */
export interface VolumeEntry {
  id: string
  title: string
  authors: readonly VolumeAuthor[]
  abstract: string | null
}

/** What stands before the papers. */
export interface VolumeHead {
  organisers: readonly string[]
  /** `HỘI THẢO`, `HỘI NGHỊ` … */
  kind: string
  title: string
  /** `Lào Cai, tháng 3 năm 2026` */
  place_and_date: string
  foreword: string | null
}

/** What a volume is made of. */
export interface Volume {
  head: VolumeHead
  entries: readonly VolumeEntry[]
  /** The text of a paper, read when its turn comes. */
  load: (entry: VolumeEntry) => Promise<readonly Block[]>
  /** First page of each paper by id; null where nobody could work them out. */
  pages: ReadonlyMap<string, number> | null
  /** Called after each paper. */
  progress?: (done: number) => Promise<void> | void
}

/** Writes the file. `scratch` is a folder for what waits on disk; it is emptied in any case. */
export async function writeVolume(volume: Volume, path: string, scratch: string): Promise<void> {
  const folder = await mkdtemp(join(scratch, 'volume-'))
  const zip = new yazl.ZipFile()
  const heads = volume.entries.length + 1
  // One date for all: the same papers give the same bytes.
  const options = { mtime: new Date(Date.UTC(2026, 0, 1)), forceDosTimestamp: true }
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options)
  add('[Content_Types].xml', parts.contentTypes(heads))
  add('_rels/.rels', parts.packageRelationships)
  add('docProps/core.xml', parts.properties(`Kỷ yếu ${volume.head.kind.toLocaleLowerCase('vi')}: ${volume.head.title}`))
  add('word/styles.xml', parts.stylesPart())
  add('word/settings.xml', parts.settings(volume.pages === null))
  add('word/footer.xml', parts.footerPart)
  add('word/header-even.xml', parts.headerPart(volume.head.title))
  add('word/header-none.xml', parts.headerPart(''))
  for (const [at, entry] of volume.entries.entries()) add(`word/header${at + 1}.xml`, parts.headerPart(entry.title))
  add(`word/header${heads}.xml`, parts.headerPart(authorsTitle))
  const notes = await open(join(folder, 'footnotes.xml'), 'w')
  try {
    await notes.writeFile(parts.notesOpen)
    const waiting = new Waiting(folder, (text) => notes.writeFile(text))
    const finished = async () => {
      await notes.writeFile(parts.notesEnd)
      zip.addFile(join(folder, 'footnotes.xml'), 'word/footnotes.xml', options)
      // Pictures are packed as they are: packing them again saves nothing.
      for (const [at, extension] of waiting.pictures.entries())
        zip.addFile(join(folder, `${at + 1}`), `word/media/${at + 1}.${extension}`, { ...options, compress: false })
      add('word/_rels/document.xml.rels', parts.documentRelationships(heads, waiting.pictures))
      zip.end()
    }
    const text = Readable.from(inLargePieces(documentOf(volume, waiting, finished)), {
      objectMode: false,
      highWaterMark: 65_536,
    })
    zip.addReadStream(text, 'word/document.xml', options)
    // A paper that cannot be read ends the stream; the file must end with it.
    text.on('error', (fault) => zip.outputStream.emit('error', fault))
    await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
  } finally {
    await notes.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Pictures and footnotes on disk until the text is whole. */
class Waiting implements Beside {
  readonly pictures: string[] = []
  #notes = 0
  readonly #folder: string
  readonly #write: (text: string) => Promise<void>

  constructor(folder: string, write: (text: string) => Promise<void>) {
    this.#folder = folder
    this.#write = write
  }

  async picture(bytes: Buffer, extension: string): Promise<number> {
    const id = this.pictures.push(extension)
    await writeFile(join(this.#folder, String(id)), bytes)
    return id
  }

  async note(inside: string): Promise<number> {
    this.#notes += 1
    await this.#write(parts.noteXml(this.#notes, inside))
    return this.#notes
  }
}

/** Many small pieces as few large ones. */
async function* inLargePieces(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: string[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < 65_536) continue
    yield Buffer.from(held.join(''))
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.from(held.join(''))
}

const authorsTitle = 'Tác giả'

async function* documentOf(volume: Volume, beside: Beside, finished: () => Promise<void>): AsyncGenerator<string> {
  const { entries } = volume
  yield parts.documentOpens
  yield titlePage(volume.head)
  yield foreword(volume.head.foreword)
  yield contents(volume)
  yield parts.sectionEnds(parts.section({ head: 'none', begins: 'roman' }))
  for (const [at, entry] of entries.entries()) {
    yield openingOf(entry, at)
    yield* xmlOf(await volume.load(entry), beside)
    yield parts.sectionEnds(parts.section({ head: `h${at + 1}`, ...(at === 0 ? { begins: 'one' } : {}) }))
    await volume.progress?.(at + 1)
  }
  yield authorIndex(volume)
  yield parts.section({ head: `h${entries.length + 1}` })
  yield parts.documentEnds
  await finished()
}

function titlePage(head: VolumeHead): string {
  return [
    ...head.organisers.map((one) => paragraph('Organiser', run(one.toLocaleUpperCase('vi')))),
    paragraph('CoverKind', run(`KỶ YẾU ${head.kind}`)),
    paragraph('CoverTitle', run(head.title)),
    paragraph('CoverPlace', run(head.place_and_date)),
  ].join('')
}

const newPage = '<w:pageBreakBefore/>'

function foreword(text: string | null): string {
  if (text === null) return ''
  const lines = text.split(/\n+/).map((one) => paragraph('BodyText', run(one)))
  return paragraph('FrontTitle', run('LỜI NÓI ĐẦU'), newPage) + lines.join('')
}

/** The bookmark that page references name. */
const mark = (at: number) => `bai_${at + 1}`

/**
 * Contents as a field that Word and LibreOffice can fill anew: headings of level 1 are the titles, the outline level 2 the
 * authors, without a page.
 */
function contents({ entries, pages }: Volume): string {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const opens = `${sign('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n 2-2 \\h \\z \\u </w:instrText></w:r>${sign('separate')}`
  const lines = entries.map((entry, at) => {
    const page = field(`PAGEREF ${mark(at)} \\h`, shownPage(pages, entry.id))
    const link = `<w:hyperlink w:anchor="${mark(at)}" w:history="1">${run(entry.title)}<w:r><w:tab/></w:r>${page}</w:hyperlink>`
    const authors = run(entry.authors.map((one) => one.name).join(', '))
    return paragraph('TOC1', `${at === 0 ? opens : ''}${link}`) + paragraph('TOC2', authors)
  })
  const title = paragraph('FrontTitle', run('MỤC LỤC'), newPage)
  if (lines.length === 0) return title
  return `${title}${lines.join('')}${paragraph('BodyText', sign('end'))}`
}

const shownPage = (pages: Volume['pages'], id: string) => String(pages?.get(id) ?? '…')

/** Title, authors, units and abstract of a paper, with the bookmark that the contents point to. */
function openingOf(entry: VolumeEntry, at: number): string {
  const begins = `<w:bookmarkStart w:id="${at + 1}" w:name="${mark(at)}"/>`
  const title = paragraph('Heading1', `${begins}${run(entry.title)}<w:bookmarkEnd w:id="${at + 1}"/>`)
  const names = paragraph('Author', run(entry.authors.map((one) => one.name).join(', ')))
  const units = entry.authors.map((one) =>
    [entry.authors.length > 1 ? `${one.name}: ` : '', one.unit, one.contact ? ` (${one.contact})` : ''].join(''),
  )
  const same = new Set(entry.authors.map((one) => `${one.unit} ${one.contact ?? ''}`)).size === 1
  const shown = same
    ? [`${entry.authors[0]?.unit ?? ''}${entry.authors[0]?.contact ? ` (${entry.authors[0].contact})` : ''}`]
    : units
  const lines = shown.filter((one) => one.trim() !== '').map((one) => paragraph('AuthorUnit', run(one)))
  const abstract =
    entry.abstract === null ? '' : paragraph('Abstract', run(`Tóm tắt: ${entry.abstract.replace(/\s*\n\s*/g, ' ')}`))
  return `${title}${names}${lines.join('')}${abstract}`
}

/** Authors by given name, each with the pages on which their papers begin. */
function authorIndex({ entries, pages }: Volume): string {
  const found = new Map<string, { name: string; at: number[] }>()
  for (const [at, entry] of entries.entries())
    for (const { name } of entry.authors) {
      const known = found.get(name) ?? { name, at: [] }
      if (!known.at.includes(at)) known.at.push(at)
      found.set(name, known)
    }
  const byName = [...found.values()].toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
  const lines = byName.map(({ name, at }) => {
    const references = at.map((one) => field(`PAGEREF ${mark(one)} \\h`, shownPage(pages, entries[one]?.id ?? '')))
    return paragraph('IndexLine', `${run(name)}<w:r><w:tab/></w:r>${references.join(run(', '))}`)
  })
  return paragraph('FrontTitle', run(authorsTitle.toLocaleUpperCase('vi'))) + lines.join('')
}

/** A name of the file when it is handed out. */
export function volumeFileName(title: string): string {
  return `Kỷ yếu - ${escaped(title)
    .replace(/&[a-z]+;/g, ' ')
    .slice(0, 90)
    .trim()}`
}
