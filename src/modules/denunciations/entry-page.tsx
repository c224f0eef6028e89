/** The form at the desk: typed, sealed, and the key on a slip for the denouncer. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { keyOf } from '../../platform/vault/officer-key.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { type Officer, officersOf } from '../people/queries.ts'
import { opensIt, originOf, slipFor } from './channel-pages.tsx'
import { intakeKinds } from './denunciation.ts'
import { EntryPage, formPath, GivenSlipPage, listPath } from './desk.tsx'
import { withId } from './inputs.ts'
import type { SealedDeps } from './key-pages.tsx'
import { faultsIn } from './of-insider.ts'
import { sealDenunciation } from './sealing.ts'

/** The unit at whose desk the viewer takes letters in. */
export function deskOf(c: Context<AppEnv>): string | null {
  return c.var.viewer.positions.find((one) => intakeKinds.some((kind) => kind === one.kind))?.unit_id ?? null
}

/** Registers `/ho-so-rieng/nhap`. */
export function entryPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(formPath, (c) => entry(c, deps))
  app.post(formPath, (c) => enter(c, deps))
}

async function entryPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  unit_id: string,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { viewer, moment } = c.var
  const { pool } = deps.signIn.db
  const kinds = ['deputy-head', 'reception-officer', 'handler', 'clerk', 'custodian', 'administrator'] as const
  const officers = await officersOf(viewer, pool, unit_id, moment.on, ['head', ...kinds])
  const has_key = (await keyOf(pool, viewer.account_id ?? '')) !== null
  const page = (
    <EntryPage frame={frameOf(c)} schema={withId} {...{ values, errors, has_key }} people={choicesOf(officers)} />
  )
  return renderPage(c, page, status)
}

/** People as entries of a choice, each once. */
export function choicesOf(officers: readonly Officer[]) {
  const seen = new Map(officers.map((one) => [one.account_id, `${one.name}, ${one.title}`]))
  return [...seen].map(([value, label]) => ({ value, label }))
}

async function entry(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  if (!c.var.viewer.account_id) return signInFirst(c)
  const unit_id = deskOf(c)
  if (unit_id === null) return c.notFound() as Response
  const slip = await slipFor(deps, unit_id, '')
  const values = { id: uuidv7(), unit_id, received_on: shortDay(c.var.moment.on), channel: 'yes', slip }
  return entryPage(c, deps, unit_id, values, [], 200)
}

async function enter(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const unit_id = deskOf(c)
  if (unit_id === null) return c.notFound() as Response
  const posted = await readFormWithFiles(c.req.raw, withId, deps.config.data, c.var.language)
  try {
    if (!posted.ok) return await entryPage(c, deps, unit_id, posted.values, posted.errors, 422)
    const { id, unit_id: _, files: __, channel, slip: carried, ...said } = posted.data
    const slip = channel ? await slipFor(deps, unit_id, carried ?? '') : undefined
    const files = { data: deps.config.data, of: posted.uploads }
    const sealing = { viewer, unit_id, id, words: said, moment, files, ...(slip === undefined ? {} : { slip }) }
    const sealed = await sealDenunciation(deps.signIn.db, sealing)
    const number = `${sealed.numbers['register_number'] ?? 0}-${said.received_on.year}`
    const back = `${listPath}?xong=${sealed.handed_over ? `giao-${number}` : 'niem-phong'}`
    if (slip === undefined) return seeOther(c, back)
    // Sent twice, the form carries the key that was kept the first time; any other opens nothing and is not shown.
    const shown = (await opensIt(deps, slip, id)) ? slip : null
    return renderPage(c, <GivenSlipPage frame={frameOf(c)} slip={shown} origin={originOf(c)} back={back} />)
  } catch (fault) {
    const errors = faultsIn(c, fault, 'subject_place')
    return await entryPage(c, deps, unit_id, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
  } finally {
    await posted.done()
  }
}
