/** `/cam-ket`: what everybody reads of commitments, and the two steps of who asked. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import { askedFilter, commitmentPath, publicPath, spanPath } from './addresses.ts'
import { publicLines, publicUnits } from './public-queries.ts'
import { PublicCommitmentPage, PublicLedgerPage } from './public-view.tsx'
import { headsSince, publicCommitment } from './queries.ts'
import { saidBetween } from './said-between.ts'
import { askedSpan, SpanPage } from './span-view.tsx'
import { type Asked, type CommitmentDeps, offered, rowOf, showStep, takeStep } from './step-pages.tsx'
import { askerSteps } from './steps.ts'

/** Registers the pages. */
export function publicPages(app: Hono<AppEnv>, deps: CommitmentDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => work({ c, ...deps })
  app.get(publicPath, asked(ledger))
  app.get(spanPath('public'), asked(span))
  const one = `${publicPath}/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}`
  app.get(one, asked(page))
  for (const action of askerSteps) {
    app.get(
      `${one}/${action.step}`,
      asked((of) => showStep(of, 'public', action)),
    )
    app.post(
      `${one}/${action.step}`,
      asked((of) => takeStep(of, 'public', action)),
    )
  }
}

async function ledger({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const filter = askedFilter((name) => c.req.query(name))
  const lines = await publicLines(viewer, db.pool, filter)
  const units = await publicUnits(viewer, db.pool)
  return renderPage(c, <PublicLedgerPage frame={frameOf(c)} filter={filter} lines={lines} units={units} />)
}

async function span({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const asked = askedSpan((name) => c.req.query(name), viewer.on)
  const lines = await saidBetween(viewer, db.pool, 'public', asked)
  const units = await publicUnits(viewer, db.pool)
  return renderPage(c, <SpanPage frame={frameOf(c)} face="public" span={asked} lines={lines} units={units} />)
}

async function page(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await rowOf(asked, 'public')
  const beside = async (id: string | null) => {
    const found = id && (await publicCommitment(viewer, db.pool, row.unit_id, id))
    return found ? commitmentPath('public', found) : null
  }
  const parts = {
    heads: await headsSince(viewer, db.pool, row, viewer.on),
    // At the desk officers find every step; here only who asked takes one.
    steps: viewer.account_id === null ? await offered(asked, 'public', askerSteps, row) : [],
    replaced_by: await beside(row.replaced_by_id),
    replaces: await beside(row.replaces_id),
  }
  return renderPage(c, <PublicCommitmentPage frame={frameOf(c)} row={row} {...parts} />)
}
