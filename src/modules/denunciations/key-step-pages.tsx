/** Two steps of a record's keys: given on a granted request, and taken back from somebody who left. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { type Fault, unitId } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { listPath, recordPath, StepPage } from './desk.tsx'
import type { SealedDeps } from './key-pages.tsx'
import { type Found, faultsIn, ofInsider, withKey } from './of-insider.ts'
import { grantedFor, openRecordToAsker } from './open-to-asker.ts'
import { removeKeyInput, removeKeyOf } from './remove-key.ts'

const schemas = { 'open-to-asker': z.object({ request_id: unitId() }), 'remove-key': removeKeyInput } as const
type KeyStep = keyof typeof schemas

/** Registers both. */
export function keyStepPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  for (const step of ['open-to-asker', 'remove-key'] as const) {
    const path = `${listPath}/:unit/:id/${step}`
    app.get(path, (c) => ofInsider(c, deps, (found) => page(c, deps, found, step, {}, [], 200)))
    app.post(path, (c) => ofInsider(c, deps, (found) => take(c, deps, found, step)))
  }
}

async function choicesFor(c: Context<AppEnv>, deps: SealedDeps, found: Found, step: KeyStep): Promise<Choice[]> {
  const { viewer, moment, language } = c.var
  const { pool } = deps.signIn.db
  if (step === 'open-to-asker') {
    const { bases, list } = words(language).custody
    const granted = await grantedFor(viewer, pool, found.record, moment)
    return granted.map((one) => {
      const what = one.register_number === null ? list.all : bases[one.basis]
      const until = one.until_on ? ` → ${shortDay(one.until_on)}` : ''
      return { value: one.id, label: `${one.asker}: ${what}${until}` }
    })
  }
  const ids = found.facts.left.map((one) => one.account_id)
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1) order by sort_key',
    [ids],
  )
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

async function page(
  c: Context<AppEnv>,
  deps: SealedDeps,
  found: Found,
  step: KeyStep,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { fields, lead } = words(c.var.language).denunciations[step]
  const field = step === 'open-to-asker' ? 'request_id' : 'holder_id'
  const options = { [field]: await choicesFor(c, deps, found, step) }
  const shown = { record: found.record, step, fields, lead, values, errors, options }
  return renderPage(c, <StepPage frame={frameOf(c)} schema={schemas[step]} {...shown} />, status)
}

async function take(c: Context<AppEnv>, deps: SealedDeps, found: Found, step: KeyStep): Promise<Response> {
  const { db } = deps.signIn
  const posted = await readPost(c, schemas[step])
  if (!posted.ok) return page(c, deps, found, step, posted.values, posted.errors, 422)
  const { data } = posted
  return withKey(c, deps, found.record, async (opening) => {
    try {
      if ('request_id' in data) await openRecordToAsker(db, opening, data.request_id)
      else await removeKeyOf(db, opening, data.holder_id)
      return seeOther(c, recordPath(found.record))
    } catch (fault) {
      const errors = faultsIn(c, fault, step === 'open-to-asker' ? 'request_id' : 'holder_id')
      return page(c, deps, found, step, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
    }
  })
}
