/** What the pages of this module share: the ids of an address, the rows behind them, the wrap of a route. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { Asked, FormOfStep } from './step-form.tsx'
import { notFound, showForm, takeForm } from './step-form.tsx'

/** A route for officers. */
export type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>

/** Unit and id of the address; as to a stranger where they are none. */
export function idsOf({ c }: Asked): { unit_id: string; id: string } {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  if (!isUuid(unit_id) || !isUuid(id)) throw notFound()
  return { unit_id, id }
}

/** What a list is searched for, `?tim=`. */
export const searched = ({ c }: Asked) => (c.req.query('tim') ?? '').normalize('NFC').trim().slice(0, 100)

/** A form's two routes. */
export function formRoute(
  app: Hono<AppEnv>,
  asked: Wrap,
  path: string,
  of: (asked: Asked) => Promise<FormOfStep>,
): void {
  app.get(
    path,
    asked(async (one) => showForm(one, await of(one))),
  )
  app.post(
    path,
    asked(async (one) => takeForm(one, await of(one))),
  )
}
