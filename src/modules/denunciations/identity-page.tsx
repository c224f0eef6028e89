/** `/khoa/giay-to/…`: the sealed number of a visitor's identity paper, behind the officer's own key and a typed reason. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import type { Fault } from '../../platform/input.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import { visitRecord } from '../receptions/queries.ts'
import { openIdentity, readIdentityInput } from '../receptions/read-identity.ts'
import { type VisitRow, visit } from '../receptions/visit.ts'
import { IdentityPage } from './custody-view.tsx'
import { unlockPath } from './desk.tsx'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import { keyPath } from './key-view.tsx'

/** Registers it. */
export function identityPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const path = `${keyPath}/giay-to/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(path, (c) => atVisit(c, deps, async (row) => form(c, row, [], null, 200)))
  app.post(path, (c) => atVisit(c, deps, (row) => show(c, deps, row)))
}

async function atVisit(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (row: VisitRow) => Promise<Response>,
): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  const { pool } = deps.signIn.db
  const row = await visitRecord(viewer, pool, unit, id)
  if (!row) return c.notFound() as Response
  const facts = await visit.facts(pool, { record: row, unit_id: unit, viewer, moment })
  const said = answerFor(visit, 'read-identity', { record: row, facts, viewer, moment, unit_id: unit, id, input: null })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
  return work(row)
}

function form(
  c: Context<AppEnv>,
  row: VisitRow,
  errors: readonly Fault[],
  papers: readonly string[] | null,
  status: PageStatus,
): Response {
  const path = `${keyPath}/giay-to/${row.unit_id}/${row.id}`
  const back = recordPath('visit', row)
  return renderPage(
    c,
    <IdentityPage frame={frameOf(c)} schema={readIdentityInput} {...{ path, back, errors, papers }} />,
    status,
  )
}

async function show(c: Context<AppEnv>, deps: SealedDeps, row: VisitRow): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit_id, id } = row
  const posted = await readPost(c, readIdentityInput)
  if (!posted.ok) return form(c, row, posted.errors, null, 422)
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(`${keyPath}/giay-to/${unit_id}/${id}`))
  try {
    const papers = await openIdentity(deps.signIn.db, { viewer, unit_id, id, key, moment }, posted.data)
    return form(c, row, [], papers, 200)
  } catch (fault) {
    if (!(fault instanceof NotOpen)) throw fault
    // The officer may see the visit: only the seal is another's, or there is none.
    return form(c, row, [{ field: 'reason', code: 'not-open-to-you' }], null, 409)
  } finally {
    closeKey(key)
  }
}
