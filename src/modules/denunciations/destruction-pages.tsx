/** `/ho-so-rieng/het-han`: what has come to its end, its certificates, and how long records are kept. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { type Fault, uuid } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { letterMediaType } from '../notices/queries.ts'
import { unlockPath } from './desk.tsx'
import { certificateLines, endedLines, retentionLines } from './destruction-queries.ts'
import { DestructionPage, destructionPath } from './destruction-view.tsx'
import { endRetention } from './end-retention.ts'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import { openCertificate } from './open-certificate.ts'
import { retentionForm, setRetention } from './set-retention.ts'

const schema = retentionForm.extend({ id: uuid() })

/** Registers the pages. */
export function destructionPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(destructionPath, (c) => page(c, deps, {}, [], 200))
  app.post(destructionPath, (c) => set(c, deps))
  const one = `${destructionPath}/:unit/:id`
  // The language switch of an answered form leads back.
  app.get(one, (c) => seeOther(c, destructionPath))
  app.post(one, (c) => certificate(c, deps))
  app.get(`${one}/end`, (c) => seeOther(c, destructionPath))
  app.post(`${one}/end`, (c) => end(c, deps))
}

async function page(
  c: Context<AppEnv>,
  deps: SealedDeps,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { pool } = deps.signIn.db
  const units = [...new Set(viewer.positions.map((post) => post.unit_id))]
  const typed = String(values['id'] ?? '')
  const shown = {
    ended: await endedLines(viewer, pool),
    certificates: await certificateLines(viewer, pool),
    retention: await retentionLines(viewer, pool, units),
    heads: units.filter((unit_id) => holds(viewer, unit_id, 'head')),
    values: { from_on: shortDay(moment.on), ...values, id: isUuid(typed) ? typed : uuidv7() },
    done: c.req.query('xong') === '1',
  }
  return renderPage(c, <DestructionPage frame={frameOf(c)} schema={schema} errors={errors} {...shown} />, status)
}

async function set(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const unit_id = viewer.positions.find((post) => holds(viewer, post.unit_id, 'head'))?.unit_id
  if (!unit_id) return c.notFound() as Response
  const posted = await readPost(c, schema)
  if (!posted.ok) return page(c, deps, posted.values, posted.errors, 422)
  const { id, ...input } = posted.data
  try {
    await perform(deps.signIn.db, setRetention, { viewer, unit_id, id, input, moment })
    return seeOther(c, destructionPath)
  } catch (fault) {
    if (fault instanceof WrongInput) return page(c, deps, posted.values, fault.faults, 422)
    if (!(fault instanceof NotOpen) || fault.status === 404) throw fault
    return page(c, deps, posted.values, [{ field: 'years', code: fault.code }], 409)
  }
}

async function end(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const input = { reason: words('vi').sealed_ends.end }
  await perform(deps.signIn.db, endRetention, { viewer, unit_id: unit, id, input, moment })
  return seeOther(c, destructionPath)
}

async function certificate(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  const lines = await certificateLines(viewer, deps.signIn.db.pool)
  const line = lines.find((one) => one.unit_id === unit && one.record_id === id)
  if (!line) return c.notFound() as Response
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(destructionPath))
  try {
    const { name, bytes } = await openCertificate(deps.signIn.db, line, key)
    return attachmentResponse({ name, media_type: letterMediaType }, bytes)
  } finally {
    closeKey(key)
  }
}
