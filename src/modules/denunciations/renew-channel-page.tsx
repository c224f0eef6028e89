/** The form that gives a denouncer a new key in place of a lost one, and the slip, shown once. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { words } from '../../ui/words/words.ts'
import { opensIt, originOf, slipFor } from './channel-pages.tsx'
import { GivenSlipPage, listPath, recordPath, StepPage } from './desk.tsx'
import type { SealedDeps } from './key-pages.tsx'
import { type Found, faultsIn, ofInsider, withKey } from './of-insider.ts'
import { renewChannelForm, renewChannelOf } from './renew-channel.ts'

const schema = renewChannelForm.extend({ slip: z.string().max(60).meta({ field: 'hidden' }) })

/** Registers it. */
export function renewChannelPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const path = `${listPath}/:unit/:id/renew-channel`
  app.get(path, (c) => ofInsider(c, deps, (found) => page(c, deps, found, {}, [], 200)))
  app.post(path, (c) => ofInsider(c, deps, (found) => take(c, deps, found)))
}

async function page(
  c: Context<AppEnv>,
  deps: SealedDeps,
  { record }: Found,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { fields, lead } = words(c.var.language).denunciation_steps['renew-channel']
  const slip = await slipFor(deps, record.unit_id, String(values['slip'] ?? ''))
  const shown = { record, step: 'renew-channel', fields, lead, errors, options: {} } as const
  return renderPage(c, <StepPage frame={frameOf(c)} schema={schema} values={{ ...values, slip }} {...shown} />, status)
}

async function take(c: Context<AppEnv>, deps: SealedDeps, found: Found): Promise<Response> {
  const posted = await readPost(c, schema)
  if (!posted.ok) return page(c, deps, found, posted.values, posted.errors, 422)
  const { record } = found
  return withKey(c, deps, record, async (opening) => {
    try {
      const slip = await slipFor(deps, record.unit_id, posted.data.slip)
      // The same form sent twice shows the same key once more.
      if (!(await opensIt(deps, slip, record.id)))
        await renewChannelOf(deps.signIn.db, opening, { slip, how: posted.data.how })
      const shown = { slip, origin: originOf(c), back: recordPath(record) }
      return renderPage(c, <GivenSlipPage frame={frameOf(c)} {...shown} />)
    } catch (fault) {
      const errors = faultsIn(c, fault, 'how')
      return page(c, deps, found, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
    }
  })
}
