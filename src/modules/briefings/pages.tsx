/** The ways in to clusters, their briefings and packs, and to the dashboards. For officers; whoever is not signed in signs in first. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import { lastEnded, readPeriod } from '../../law/report-periods.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { happenedTo } from '../../platform/actions/timeline.ts'
import type { Db } from '../../platform/database.ts'
import { day as dayField } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { latestFindings, readsHotspots } from '../hotspots/queries.ts'
import { outlinesUnder } from '../units/outlines.ts'
import { unitName, unitsOn } from '../units/queries.ts'
import { addCluster } from './add-cluster.ts'
import { addMembers } from './add-members.ts'
import { clustersPath } from './addresses.ts'
import { BriefingPage } from './briefing-view.tsx'
import type { ClusterRow } from './cluster.ts'
import { ClustersPage, MembersPage } from './cluster-views.tsx'
import { correctCluster } from './correct-cluster.ts'
import { endCluster } from './end-cluster.ts'
import { endMembership } from './end-membership.ts'
import { nameHost } from './name-host.ts'
import { overview } from './overview-pages.tsx'
import { PackPage } from './pack-view.tsx'
import { clusterById, clustersOf, comparisonOf, membersOn, namesOf } from './queries.ts'
import { type Asked, keptUnits, offered, showForm, takeForm } from './step-pages.tsx'

const onRow = [addMembers, endMembership, nameHost, correctCluster, endCluster] as const

/** Registers `/bao-cao/cum`, what is under it, and `/toan-canh`. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) =>
    c.var.viewer.account_id === null ? signInFirst(c) : work({ c, db })
  app.get(
    '/toan-canh',
    asked((one) => overview(one)),
  )
  app.get(clustersPath, asked(list))
  const keeper = `${clustersPath}/lap/:unit{[0-9a-f-]{36}}`
  app.get(
    keeper,
    asked((one) => showForm(one, addCluster, null)),
  )
  app.post(
    keeper,
    asked((one) => takeForm(one, addCluster, null)),
  )
  const row = `${clustersPath}/:id{[0-9a-f-]{36}}`
  app.get(row, asked(briefing))
  app.get(`${row}/thanh-vien`, asked(members))
  app.get(`${row}/in`, asked(pack))
  for (const action of onRow) {
    app.get(
      `${row}/${action.step}`,
      asked(async (one) => showForm(one, action, await rowOf(one))),
    )
    app.post(
      `${row}/${action.step}`,
      asked(async (one) => takeForm(one, action, await rowOf(one))),
    )
  }
}

async function rowOf({ c, db }: Asked): Promise<ClusterRow> {
  const id = c.req.param('id') ?? ''
  const row = isUuid(id) ? await clusterById(c.var.viewer, db.pool, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const clusters = await clustersOf(viewer, db.pool)
  const keepers = await unitsOn(viewer, db.pool, [...new Set(clusters.map((one) => one.unit_id))], moment.on)
  const names = new Map(keepers.map((one) => [one.id, one.name]))
  const rows = clusters.map((row) => ({
    row,
    keeper: names.get(row.unit_id) ?? '',
    members: new Set(row.members.filter((one) => one.until_on === null).map((one) => one.unit_id)).size,
  }))
  const kept = await unitsOn(viewer, db.pool, keptUnits(viewer), moment.on)
  const may_add = kept
    .filter((one) => one.level === 'country' || one.level === 'province')
    .map((one) => ({ unit_id: one.id, name: one.name, href: `${clustersPath}/lap/${one.id}` }))
  return renderPage(c, <ClustersPage frame={frameOf(c)} rows={rows} may_add={may_add} />)
}

async function briefingData(one: Asked) {
  const { c, db } = one
  const { viewer, moment } = c.var
  const row = await rowOf(one)
  const period = readPeriod(c.req.query('ky') ?? '') ?? lastEnded('6m', moment.on)
  const comparison = await comparisonOf(viewer, db.pool, row, period)
  return { row, keeper: (await unitName(viewer, db.pool, row.unit_id)) ?? '', comparison }
}

async function briefing(one: Asked): Promise<Response> {
  const { c } = one
  const data = await briefingData(one)
  const may_change = (await offered(one, onRow, data.row)).some((step) => step.refusal === null)
  return renderPage(c, <BriefingPage frame={frameOf(c)} data={{ ...data, may_change }} />)
}

async function pack(one: Asked): Promise<Response> {
  const { c, db } = one
  const data = await briefingData(one)
  const { figures, tree_on } = data.comparison
  const parents = [...new Set(figures.filter((each) => each.is_open).map((each) => each.member.parent_id))]
  const drawn =
    data.row.level === 'commune'
      ? await Promise.all(parents.map((parent) => outlinesUnder(c.var.viewer, db.pool, parent, tree_on)))
      : []
  const hotspots = readsHotspots(c.var.viewer) ? await latestFindings(c.var.viewer, db.pool) : null
  return renderPage(c, <PackPage frame={frameOf(c)} data={{ ...data, outlines: drawn.flat(), hotspots }} />)
}

async function members(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await rowOf(one)
  const typed = c.req.query('ngay')?.slice(0, 40).trim() ?? ''
  const read = dayField().safeParse(typed === '' ? moment.on.toString() : typed)
  const day = read.success ? read.data : moment.on
  const data = {
    row,
    keeper: (await unitName(viewer, db.pool, row.unit_id)) ?? '',
    day,
    day_typed: read.success ? shortDay(day) : typed,
    day_fault: read.success ? null : words(language).reports.wrong_day,
    membership: await membersOn(viewer, db.pool, row, day),
    names: await namesOf(viewer, db.pool, row),
    steps: await offered(one, onRow, row),
    happened: await happenedTo(db.pool, row, ['cluster']),
  }
  return renderPage(c, <MembersPage frame={frameOf(c)} data={data} />, read.success ? 200 : 422)
}
