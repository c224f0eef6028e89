/** `/cam-ket-noi-bo`: the ledger of officers, one commitment with its steps, what was said in a span of days, sheet and print. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import { listSheetResponse } from '../../platform/list-sheet.ts'
import { attachmentsOf } from '../files/queries.ts'
import { askedFilter, commitmentPath, deskPath, printPath, sheetPath, spanPath } from './addresses.ts'
import { CommitmentPage } from './commitment-view.tsx'
import { LedgerPage, LedgerPrint } from './ledger-view.tsx'
import {
  commitmentById,
  happenedTo,
  headsSince,
  ledgerLines,
  type Named,
  openCounts,
  owners,
  readsLedger,
} from './queries.ts'
import { rootsOf } from './reach.ts'
import { saidBetween } from './said-between.ts'
import { ledgerInParts, ledgerSheet } from './sheet.ts'
import { askedSpan, SpanPage } from './span-view.tsx'
import { type Asked, type CommitmentDeps, offered, rowOf, showStep, takeStep } from './step-pages.tsx'
import { deskSteps } from './steps.ts'

/** How long a list to choose from is kept: whom it names changes seldom, and what it opens is read anew each time. */
const chosen_ms = 60_000
const chosen = new Map<string, { until: number; found: Promise<{ units: Named[]; heads: Named[] }> }>()

function ownersFor(viewer: Viewer, db: Db): Promise<{ units: Named[]; heads: Named[] }> {
  const key = `${viewer.on} ${viewer.sees_all} ${rootsOf(viewer).toSorted()}`
  const known = chosen.get(key)
  if (known && known.until > Date.now()) return known.found
  if (chosen.size > 500) chosen.clear()
  const found = owners(viewer, db.pool)
  chosen.set(key, { until: Date.now() + chosen_ms, found })
  found.catch(() => chosen.delete(key))
  return found
}

/** Lines of the ledger on paper. */
const printMax = 500

/** Registers the pages. */
export function deskPages(app: Hono<AppEnv>, deps: CommitmentDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return readsLedger(c.var.viewer) ? work({ c, ...deps }) : (c.notFound() as Response)
  }
  app.get(deskPath, asked(ledger))
  app.get(sheetPath, asked(sheet))
  app.get(printPath, asked(print))
  app.get(spanPath('desk'), asked(span))
  const one = `${deskPath}/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}`
  app.get(one, asked(page))
  for (const action of deskSteps) {
    app.get(
      `${one}/${action.step}`,
      asked((of) => showStep(of, 'desk', action)),
    )
    app.post(
      `${one}/${action.step}`,
      asked((of) => takeStep(of, 'desk', action)),
    )
  }
}

const filterOf = ({ c }: Asked) => askedFilter((name) => c.req.query(name))

async function ledger(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const filter = filterOf(asked)
  const [lines, counts, named] = await Promise.all([
    ledgerLines(viewer, db.pool, filter),
    openCounts(viewer, db.pool),
    ownersFor(viewer, db),
  ])
  return renderPage(c, <LedgerPage frame={frameOf(c)} filter={filter} lines={lines} counts={counts} {...named} />)
}

async function sheet(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer, language } = c.var
  const parts = ledgerInParts(viewer, db.pool, { ...filterOf(asked), after: null })
  return listSheetResponse(`cam-ket_${viewer.on}.xlsx`, ledgerSheet(parts, language, viewer.on))
}

async function print(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const filter = { ...filterOf(asked), after: null }
  const lines = await ledgerLines(c.var.viewer, db.pool, filter, printMax + 1)
  return renderPage(c, <LedgerPrint frame={frameOf(c)} filter={filter} lines={lines} max={printMax} />)
}

async function span({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const asked = askedSpan((name) => c.req.query(name), viewer.on)
  const lines = await saidBetween(viewer, db.pool, 'desk', asked)
  const { units } = await ownersFor(viewer, db)
  return renderPage(c, <SpanPage frame={frameOf(c)} face="desk" span={asked} lines={lines} units={units} />)
}

async function page(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await rowOf(asked, 'desk')
  const beside = async (id: string | null) => {
    const found = id && (await commitmentById(viewer, db.pool, row.unit_id, id))
    return found ? { href: commitmentPath('desk', found), text: found.text } : null
  }
  const [steps, happened, heads, files, replaced_by, replaces] = await Promise.all([
    offered(asked, 'desk', deskSteps, row),
    happenedTo(viewer, db.pool, row),
    headsSince(viewer, db.pool, row, viewer.on),
    attachmentsOf(viewer, db.pool, row.unit_id, row.id),
    beside(row.replaced_by_id),
    beside(row.replaces_id),
  ])
  const parts = { steps, happened, heads, files, replaced_by, replaces }
  return renderPage(c, <CommitmentPage frame={frameOf(c)} row={row} {...parts} />)
}
