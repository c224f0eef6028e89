/** The job that makes a volume: writes it, has it laid out, writes it again with the page numbers. Progress is kept as it goes. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Job, JobContext } from '../../platform/jobs.ts'
import { log } from '../../platform/log.ts'
import { openBytes } from '../files/keep-file.ts'
import type { PaperText } from './blocks.ts'
import { UnreadablePaper } from './docx-parts.ts'
import { asPdf, layoutOf, libreOffice } from './libre-office.ts'
import { withoutContacts, withoutOpening } from './opening.ts'
import { type PapersMeeting, papersMeeting } from './organisers.ts'
import { lastVersion, type PaperRow } from './paper.ts'
import { readDocx } from './paper-docx.ts'
import { readPdf } from './paper-pdf.ts'
import { fingerprintOf, makeVolumeTask, makingOf, papersIn, type VolumeRow } from './volume.ts'
import { type Volume, type VolumeEntry, writeVolume } from './write-volume.ts'

const payload = z.object({ unit_id: z.uuid(), id: z.uuid() })

/** Jobs of volumes. */
export const volumeJobs: Readonly<Record<typeof makeVolumeTask, Job>> = {
  [makeVolumeTask]: async (asked, context) => {
    const { unit_id, id } = payload.parse(asked)
    await makeOne(context, unit_id, id)
  },
}

/** The folder of a volume's files. They can be made again, so no backup needs them. */
export function volumeFolder(data: string, unit_id: string, id: string): string {
  return join(data, 'volumes', unit_id, id)
}

/** Where a made file lies. */
export function volumePath(
  data: string,
  row: { unit_id: string; id: string },
  fingerprint: string,
  kind: 'docx' | 'pdf',
): string {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new RangeError('not a fingerprint')
  return join(volumeFolder(data, row.unit_id, row.id), `${fingerprint}.${kind}`)
}

/** Where it lies while it is being made. */
function partPath(data: string, row: { unit_id: string; id: string }, fingerprint: string, kind: 'docx' | 'pdf') {
  return volumePath(data, row, fingerprint, kind).replace(/(\.\w+)$/, '.part$1')
}

/** Reads a paper's newest file as blocks. */
export async function readPaper(bytes: Buffer, media_type: string): Promise<PaperText> {
  return media_type === 'application/pdf' ? readPdf(bytes) : readDocx(bytes)
}

async function makeOne(context: JobContext, unit_id: string, id: string): Promise<void> {
  const { app, worker, config } = context
  const { rows } = await app.pool.query<VolumeRow>('select * from papers_volume where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  const row = rows[0]
  const meeting = row && (await papersMeeting(app.pool, unit_id, row.meeting_id))
  if (!row || !meeting) return
  const papers = await papersIn(app.pool, unit_id, row.meeting_id)
  if (papers.length === 0) return
  const fingerprint = fingerprintOf(row, meeting, papers)
  const before = await makingOf(app.pool, row, fingerprint)
  const path = volumePath(config.data, row, fingerprint, 'docx')
  const numbers = before?.pages != null || (await libreOffice()) === null
  if (before?.state === 'ready' && numbers && (await sizeAt(path)) !== null) return
  await worker.pool.query(
    `insert into volume_making (unit_id, id, fingerprint, state, done, total) values ($1, $2, $3, 'writing', 0, $4)
     on conflict (unit_id, id, fingerprint) do update set state = 'writing', done = 0, total = $4, asked_at = now(), ended_at = null, failed_at = null`,
    [unit_id, id, fingerprint, papers.length],
  )
  const making = new Making(context, { unit_id, id, fingerprint })
  try {
    await making.write(row, meeting, papers)
    await sweep(context, row, fingerprint)
  } catch (fault) {
    for (const kind of ['docx', 'pdf'] as const)
      await rm(partPath(config.data, row, fingerprint, kind), { force: true })
    // Anything else, a full disk for one, is tried again; until then the page says that it failed.
    await making.note({ state: 'failed', failed_at: fault instanceof PaperFailed ? fault.paper_id : null })
    if (!(fault instanceof PaperFailed)) throw fault
    log.warn({ why: fault.why }, 'a paper could not be read into its volume')
  }
}

/** The paper at which a volume failed. */
class PaperFailed extends Error {
  override name = 'PaperFailed'
  readonly paper_id: string
  readonly why: string

  constructor(paper_id: string, why: string) {
    super(why)
    this.paper_id = paper_id
    this.why = why
  }
}

class Making {
  readonly #context: JobContext
  readonly #key: { unit_id: string; id: string; fingerprint: string }

  constructor(context: JobContext, key: { unit_id: string; id: string; fingerprint: string }) {
    this.#context = context
    this.#key = key
  }

  async write(row: VolumeRow, meeting: PapersMeeting, papers: readonly PaperRow[]): Promise<void> {
    const { data } = this.#context.config
    const scratch = join(data, 'tmp')
    const folder = volumeFolder(data, row.unit_id, row.id)
    await mkdir(scratch, { recursive: true, mode: 0o700 })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const waiting = partPath(data, row, this.#key.fingerprint, 'docx')
    const one = volumeOf(row, meeting, papers, (paper) => this.#load(paper, row.with_contacts))
    await writeVolume({ ...one, progress: (done) => this.note({ done }) }, waiting, scratch)
    await this.note({ state: 'counting' })
    let pdf = await asPdf(waiting, scratch)
    const layout = pdf === null ? null : layoutOf(pdf)
    const counted = layout?.begins.length === papers.length ? layout : null
    if (counted) {
      const pages = new Map(papers.map((paper, at) => [paper.id, counted.begins[at] ?? 0]))
      await writeVolume({ ...one, pages }, waiting, scratch)
      pdf = await asPdf(waiting, scratch)
    }
    const docx = volumePath(data, row, this.#key.fingerprint, 'docx')
    const kept_pdf = volumePath(data, row, this.#key.fingerprint, 'pdf')
    if (pdf) await rename(pdf, kept_pdf)
    await rename(waiting, docx)
    await this.note({
      state: 'ready',
      pages: counted?.pages ?? null,
      docx_bytes: await sizeAt(docx),
      pdf_bytes: pdf ? await sizeAt(kept_pdf) : null,
    })
  }

  async #load(paper: PaperRow, contacts: boolean) {
    const { stored, media_type } = lastVersion(paper)
    try {
      const bytes = await openBytes(this.#context.config.data, paper.unit_id, stored)
      const { blocks } = await readPaper(bytes, media_type)
      return contacts && paper.print_contact ? blocks : withoutContacts(blocks, paper.authors)
    } catch (fault) {
      throw new PaperFailed(paper.id, fault instanceof UnreadablePaper ? fault.why : String(fault))
    }
  }

  async note(
    change: Partial<{
      state: string
      done: number
      pages: number | null
      docx_bytes: number | null
      pdf_bytes: number | null
      failed_at: string | null
    }>,
  ): Promise<void> {
    const names = Object.keys(change)
    const ended = change.state === 'ready' || change.state === 'failed' ? ', ended_at = now()' : ''
    await this.#context.worker.pool.query(
      `update volume_making set ${names.map((name, at) => `${name} = $${at + 4}`).join(', ')}${ended}
       where unit_id = $1 and id = $2 and fingerprint = $3`,
      [this.#key.unit_id, this.#key.id, this.#key.fingerprint, ...Object.values(change)],
    )
  }
}

const kinds: Readonly<Record<string, string>> = {
  workshop: 'HỘI THẢO',
  conference: 'HỘI NGHỊ',
  briefing: 'HỘI NGHỊ GIAO BAN',
  reunion: 'BUỔI HỌP MẶT',
}

/** A volume as the writer takes it. */
export function volumeOf(
  row: Pick<VolumeRow, 'foreword' | 'place_and_date' | 'with_contacts'>,
  meeting: Pick<PapersMeeting, 'organisers' | 'kind' | 'title'>,
  papers: readonly PaperRow[],
  load: (paper: PaperRow) => Promise<PaperText['blocks']>,
): Volume {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return {
    head: {
      organisers: meeting.organisers,
      kind: kinds[meeting.kind] ?? 'HỘI NGHỊ',
      title: meeting.title,
      place_and_date: row.place_and_date,
      foreword: row.foreword,
    },
    entries: papers.map((paper): VolumeEntry => {
      const prints = row.with_contacts && paper.print_contact
      return {
        id: paper.id,
        title: paper.title,
        abstract: paper.abstract,
        authors: paper.authors.map((one) => ({
          name: one.name,
          unit: one.unit,
          contact: prints ? [one.mail, one.phone].filter((part) => part !== null).join(', ') || null : null,
        })),
      }
    }),
    load: async (entry) => {
      const paper = byId.get(entry.id)
      if (!paper) throw new Error('a paper of the volume is not among its papers')
      return withoutOpening(await load(paper), paper)
    },
    pages: null,
  }
}

async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}

/** Older makings go, but for the one that is public. */
async function sweep({ worker, config }: JobContext, row: VolumeRow, fingerprint: string): Promise<void> {
  const kept = [fingerprint, row.published_print].filter((one) => one !== null)
  await worker.pool.query(
    'delete from volume_making where unit_id = $1 and id = $2 and fingerprint <> all($3::text[])',
    [row.unit_id, row.id, kept],
  )
  const folder = volumeFolder(config.data, row.unit_id, row.id)
  for (const name of await readdir(folder))
    if (!kept.some((one) => name.startsWith(`${one}.`) && !name.includes('.part.')))
      await rm(join(folder, name), { force: true })
}
