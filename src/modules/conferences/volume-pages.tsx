/** The desk's pages of a papers volume, and its made file as it is handed out. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { attachmentResponse } from '../files/hand-out.ts'
import { beginVolume } from './begin-volume.ts'
import type { PapersMeeting } from './organisers.ts'
import { volumeActions } from './paper-actions.ts'
import { papersPath, volumePagePath } from './paper-addresses.ts'
import { volumeById } from './paper-queries.ts'
import { type Asked, type StepAbout, shownStep } from './paper-step-pages.tsx'
import { fingerprintOf, makingOf, papersIn, type VolumeRow } from './volume.ts'
import { volumePath } from './volume-job.ts'
import { isRunning, VolumePage } from './volume-views.tsx'
import { volumeFileName } from './write-volume.ts'

/** Registers them; `asked` and `step` are how papers are reached at the desk. */
export function volumePages(
  app: Hono<AppEnv>,
  asked: (work: (one: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>,
  step: (path: string, about: (one: Asked) => Promise<StepAbout>) => void,
): void {
  const one = `${papersPath}/ky-yeu/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(one, asked(volumePage))
  app.get(`${one}/:kind{docx|pdf}`, asked(volumeFile))
  for (const action of volumeActions.filter((each) => each !== beginVolume))
    step(`${one}/${action.step}`, (of) => aboutVolume(of, action))
}

const never = (): never => {
  throw new NotOpen('not-yours', '', 404)
}

async function foundVolume({ c, db }: Asked): Promise<{ row: VolumeRow; meeting: PapersMeeting }> {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  return (isUuid(unit_id) && isUuid(id) ? await volumeById(c.var.viewer, db.pool, unit_id, id) : null) ?? never()
}

async function aboutVolume(one: Asked, action: AnyAction): Promise<StepAbout> {
  const { row, meeting } = await foundVolume(one)
  return {
    action,
    row,
    unit_id: row.unit_id,
    href: volumePagePath(row, action.step),
    back: volumePagePath(row),
    title: meeting.title,
    values: {
      foreword: row.foreword ?? '',
      place_and_date: row.place_and_date,
      with_contacts: row.with_contacts ? 'yes' : '',
    },
    done: volumePagePath,
  }
}

/** Seconds after which the page of a making loads itself again. */
const refresh_s = 3

async function volumePage(one: Asked): Promise<Response> {
  const { c, db, config } = one
  const { row, meeting } = await foundVolume(one)
  const papers = await papersIn(db.pool, row.unit_id, row.meeting_id)
  const made = await makingOf(db.pool, row, fingerprintOf(row, meeting, papers))
  const steps: OfferedStep[] = []
  for (const action of volumeActions.filter((each) => each !== beginVolume)) {
    const said = await shownStep(one, await aboutVolume(one, action))
    if (said) steps.push(said)
  }
  const path = made && volumePath(config.data, row, made.fingerprint, 'docx')
  const is_there = path !== null && (await sizeAt(path)) !== null
  const failed = papers.find((each) => each.id === made?.failed_at) ?? null
  if (papers.length > 0 && isRunning(made)) c.header('Refresh', String(refresh_s))
  return renderPage(c, <VolumePage frame={frameOf(c)} data={{ row, meeting, papers, made, is_there, steps, failed }} />)
}

async function volumeFile(one: Asked): Promise<Response> {
  const { row, meeting } = await foundVolume(one)
  const papers = await papersIn(one.db.pool, row.unit_id, row.meeting_id)
  const kind = one.c.req.param('kind') === 'pdf' ? 'pdf' : 'docx'
  return volumeResponse(one.config.data, row, fingerprintOf(row, meeting, papers), kind, meeting.title)
}

async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** The made file as a stream: a volume may be hundreds of megabytes. */
export async function volumeResponse(
  data: string,
  row: VolumeRow,
  fingerprint: string,
  kind: 'docx' | 'pdf',
  title: string,
): Promise<Response> {
  const path = volumePath(data, row, fingerprint, kind)
  const size = await sizeAt(path)
  if (size === null) return never()
  const head = attachmentResponse(
    { name: `${volumeFileName(title)}.${kind}`, media_type: mediaTypes[kind] },
    Buffer.alloc(0),
  )
  head.headers.set('content-length', String(size))
  // Node's stream of bytes is the web's: their published types differ by a generic alone.
  const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
  return new Response(body, { headers: head.headers })
}
