/** The way in to the dashboards: for whom, for which unit, period and indicator. */
import { frameOf, renderPage } from '../../http/pages.ts'
import { lastEnded, type Period, readPeriod } from '../../law/report-periods.ts'
import { ownReportUnits } from '../reports/queries.ts'
import { isIndicator } from './indicator-parts.tsx'
import { overviewOf, overviewUnit } from './overview-queries.ts'
import { OverviewPage } from './overview-view.tsx'
import type { Asked } from './step-pages.tsx'

/** Of the periods that run from the year's beginning, the one that ended last. */
function latestEnded(on: Temporal.PlainDate): Period {
  const ended = (['q1', '6m', '9m', 'y'] as const).map((kind) => lastEnded(kind, on))
  return ended.toSorted((a, b) => Temporal.PlainDate.compare(b.last_on, a.last_on))[0] ?? lastEnded('6m', on)
}

/** `/toan-canh`: as to a stranger where the unit is not the viewer's. */
export async function overview({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const units = await ownReportUnits(viewer, db.pool)
  const asked = c.req.query('don_vi')?.slice(0, 40).trim() || units[0]?.id
  const unit = asked === undefined ? null : await overviewUnit(viewer, db.pool, asked)
  if (!unit) return c.notFound() as Response
  const period = readPeriod(c.req.query('ky') ?? '') ?? latestEnded(moment.on)
  const wanted = c.req.query('chi_so') ?? ''
  const indicator = isIndicator(wanted) ? wanted : 'letters'
  const data = await overviewOf(viewer, db.pool, unit, period)
  return renderPage(c, <OverviewPage frame={frameOf(c)} data={data} indicator={indicator} units={units} />)
}
