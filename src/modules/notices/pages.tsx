/** The ways in to wordings of letters: `/mau-van-ban`. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { holds } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { revision } from '../../platform/input.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { introduceTemplate, templateBytesMax, wordedKinds } from './introduce-template.ts'
import type { LetterKind } from './letter-data.ts'
import { sampleOf } from './letter-samples.ts'
import { writeLetter } from './letters.ts'
import { letterMediaType } from './queries.ts'
import { takeOffTemplate } from './take-off-template.ts'
import { blockFields, fieldValues } from './template-fields.ts'
import { fillTemplate, starterTemplate } from './template-file.ts'
import { seesTemplates, templateById, templatesOf } from './template-queries.ts'
import { TemplatesPage, templatesPath } from './templates-page.tsx'

/** Registers the pages. */
export function templatePages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  for (const path of [templatesPath, `${templatesPath}/*`])
    app.use(path, async (c, next) => (c.var.viewer.account_id === null ? signInFirst(c) : next()))
  app.get(templatesPath, (c) => show(c, db))
  app.get(`${templatesPath}/bat-dau/:file`, async (c) => {
    const kind = wordedKinds.find((one) => `${one}.docx` === c.req.param('file'))
    if (!kind || !ownUnit(c)) return c.notFound()
    return wordFile(c, await starterTemplate(kind, sampleOf(kind)), `mau-${kind}.docx`)
  })
  app.get(`${templatesPath}/:unit/:file{[0-9a-f-]{36}\\.docx}`, (c) =>
    version(c, db, c.req.param('file').slice(0, 36), false),
  )
  app.get(`${templatesPath}/:unit/:id/xem-thu`, (c) => version(c, db, c.req.param('id'), true))
  app.post(`${templatesPath}/:unit`, (c) => introduce(c, db))
  app.post(`${templatesPath}/:unit/:id/take-off`, async (c) => {
    const { unit, id } = c.req.param()
    if (!isUuid(unit) || !isUuid(id)) return c.notFound()
    const posted = await readPost(c, z.object({ revision: revision() }))
    const { viewer, moment } = c.var
    const seen = posted.ok ? posted.data.revision : 0
    await perform(db, takeOffTemplate, { viewer, moment, unit_id: unit, id, revision: seen, input: {} })
    return seeOther(c, templatesPath)
  })
}

function ownUnit(c: Context<AppEnv>): string | null {
  const { viewer } = c.var
  return viewer.positions.find((post) => seesTemplates(viewer, post.unit_id))?.unit_id ?? null
}

function wordFile(c: Context<AppEnv>, bytes: Buffer, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': letterMediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}

const fieldsOf = (kind: LetterKind) => {
  const { data, numbered } = sampleOf(kind)
  return [...Object.keys(fieldValues(data, writeLetter(kind, data, numbered))), ...blockFields]
}

async function show(c: Context<AppEnv>, db: Db, wrong?: { faults: readonly Fault[]; chosen: string }) {
  const unit_id = ownUnit(c)
  if (!unit_id) return c.notFound()
  const { viewer, language } = c.var
  const said = words(language).notices.templates
  const faults = (wrong?.faults ?? []).map((fault) => {
    const sentence = (said.faults as Readonly<Record<string, string>>)[fault.code] ?? said.faults['not-a-word-file']
    const part = (said.parts as Readonly<Record<string, string>>)[String(fault.params?.['part'])] ?? ''
    return sentence.replace('%', part || String(fault.params?.['text'] ?? ''))
  })
  const page = (
    <TemplatesPage
      frame={frameOf(c)}
      unit_id={unit_id}
      templates={await templatesOf(viewer, db.pool, unit_id)}
      fields={fieldsOf}
      offer={holds(viewer, unit_id, 'head', 'clerk') ? { id: uuidv7() } : null}
      chosen={wrong?.chosen}
      faults={faults}
    />
  )
  return renderPage(c, page, wrong ? 422 : 200)
}

async function introduce(c: Context<AppEnv>, db: Db): Promise<Response> {
  const unit_id = c.req.param('unit') ?? ''
  const { viewer, moment } = c.var
  if (!isUuid(unit_id)) return c.notFound()
  const { form } = await readPost(c, z.object({}))
  const [id, chosen, file] = [String(form.get('id') ?? ''), String(form.get('kind') ?? ''), form.get('file')]
  if (!isUuid(id)) throw new NotOpen('not-yours', '', 404)
  const fits = file instanceof File && file.size > 0 && file.size <= templateBytesMax
  const content = fits ? Buffer.from(await file.arrayBuffer()).toString('base64') : ''
  const name = fits ? file.name.replace(/[\p{C}/\\]/gu, '').slice(-120) || 'mau.docx' : 'mau.docx'
  try {
    await perform(db, introduceTemplate, { viewer, moment, unit_id, id, input: { kind: chosen, name, content } })
    return seeOther(c, templatesPath)
  } catch (error) {
    if (error instanceof WrongInput) return show(c, db, { faults: error.faults, chosen })
    throw error
  }
}

/** A version as it was handed in, or filled with an invented letter. */
async function version(c: Context<AppEnv>, db: Db, id: string, filled: boolean): Promise<Response> {
  const unit_id = c.req.param('unit') ?? ''
  const row = isUuid(unit_id) && isUuid(id) ? await templateById(c.var.viewer, db.pool, unit_id, id) : null
  if (!row) return c.notFound()
  const bytes = filled ? await fillTemplate(row.kind, row.content, sampleOf(row.kind)) : row.content
  return wordFile(c, bytes, `${filled ? 'xem-thu' : 'mau'}-${row.kind}-${row.version}.docx`)
}
