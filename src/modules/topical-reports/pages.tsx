/** The ways in to topical reports, under `/hoi-nhanh`. They are the desk's: whoever is not signed in signs in first. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { unitsOn } from '../units/queries.ts'
import { topicalPath } from './addresses.ts'
import { answerPages } from './answer-pages.tsx'
import { askedUnits, clustersFor } from './asked-units.ts'
import { CallPage } from './call-view.tsx'
import { dayAndHour, nowOf } from './hours.ts'
import { TopicalPage } from './list-view.tsx'
import { answersOf, askingUnits, callById, callsOf, historyOf, owedBy, type ShownCall } from './queries.ts'
import { groupsOf } from './roll-up.ts'
import { type RollUpData, shownQuestions } from './roll-up-data.ts'
import { rollUpSheet } from './roll-up-sheet.ts'
import { BehindPage, RollUpPage } from './roll-up-view.tsx'
import { formSteps, offered, showPrepare, showStep, takePrepare, takeStep } from './step-pages.tsx'

interface Deps {
  db: Db
}

const id36 = '{[0-9a-f-]{36}}'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Seconds between two refreshes that a reader has asked for. */
const refreshSeconds = 60

/** Registers the pages. */
export function pages(app: Hono<AppEnv>, { db }: Deps): void {
  const signedIn = (work: (c: Context<AppEnv>) => Promise<Response>) => async (c: Context<AppEnv>) =>
    c.var.viewer.account_id === null ? signInFirst(c) : work(c)
  /** A handler of one call that the viewer may read; as to a stranger otherwise. */
  const of = (work: (asked: { c: Context<AppEnv>; db: Db; row: ShownCall }) => Promise<Response>) =>
    signedIn(async (c) => {
      const [unit_id, id] = [c.req.param('unit') ?? '', c.req.param('id') ?? '']
      const row = isUuid(unit_id) && isUuid(id) ? await callById(c.var.viewer, db.pool, unit_id, id) : null
      if (!row) throw new NotOpen('not-yours', '', 404)
      return work({ c, db, row })
    })
  app.get(
    topicalPath,
    signedIn((c) => list(c, db)),
  )
  app.get(
    `${topicalPath}/lap/:unit${id36}`,
    signedIn((c) => showPrepare({ c, db })),
  )
  app.post(
    `${topicalPath}/lap/:unit${id36}`,
    signedIn((c) => takePrepare({ c, db })),
  )
  answerPages(app, db)
  const one = `${topicalPath}/:unit${id36}/:id${id36}`
  app.get(one, of(show))
  app.get(`${one}/tong-hop`, of(rollUp))
  app.get(`${one}/tong-hop.xlsx`, of(sheet))
  app.get(`${one}/cau/:question{q[0-9]{1,3}}`, of(answersBehind))
  for (const step of Object.keys(formSteps)) {
    app.get(
      `${one}/${step}`,
      of((asked) => showStep(asked, step)),
    )
    app.post(
      `${one}/${step}`,
      of((asked) => takeStep(asked, step)),
    )
  }
}

async function list(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer } = c.var
  const working = ['head', 'deputy-head', 'clerk', 'handler', 'reception-officer']
  const props = {
    owed: await owedBy(viewer, db.pool),
    calls: await callsOf(viewer, db.pool),
    units: await askingUnits(viewer, db.pool),
    answers: viewer.positions.some(({ kind }) => working.includes(kind)),
  }
  return renderPage(c, <TopicalPage frame={frameOf(c)} {...props} />)
}

interface OneCall {
  c: Context<AppEnv>
  db: Db
  row: ShownCall
}

async function show({ c, db, row }: OneCall): Promise<Response> {
  const { viewer, moment } = c.var
  const ids = row.whole ? await askedUnits(db.pool, row, moment.on) : []
  const chosen = row.whom === 'chosen' ? await unitsOn(viewer, db.pool, row.chosen_ids, moment.on) : []
  const clusters = row.whom === 'cluster' ? await clustersFor(db.pool, row.unit_id, moment.on) : []
  const { rows } = await db.pool.query<{ made: number }>(
    'select count(*)::int as made from topical_answer where call_unit_id = $1 and call_id = $2 and round = $3',
    [row.unit_id, row.id, row.round],
  )
  const data = {
    row,
    steps: await offered({ c, db, row }),
    happened: await historyOf(viewer, db.pool, row, 'topical-call'),
    named: [
      ...chosen.map(({ name }) => name),
      ...clusters.filter(({ id }) => id === row.cluster_id).map(({ name }) => name),
    ],
    will_ask: ids.length,
    made: rows[0]?.made ?? 0,
  }
  return renderPage(c, <CallPage frame={frameOf(c)} data={data} />)
}

/** The round and place of the address with the answers the viewer may see; nothing where the call was not published. */
async function readRollUp({ c, db, row }: OneCall): Promise<RollUpData> {
  const { viewer, moment } = c.var
  const asked = Number(c.req.query('vong') ?? row.round)
  const round = row.rounds.find(({ no }) => no === asked) ?? row.rounds.at(-1)
  if (!round) throw new NotOpen('not-yours', '', 404)
  const on = dayAndHour(Temporal.Instant.from(round.opened_at)).day
  const all = await answersOf(viewer, db.pool, row, round, on)
  const place = c.req.query('noi')
  const group = place === undefined ? null : (groupsOf(all).find(({ id }) => id === place) ?? null)
  const refresh = c.req.query('lam_moi') !== undefined
  return { call: row, round, all, rows: group?.rows ?? all, group, refresh, now: nowOf(moment) }
}

async function rollUp(asked: OneCall): Promise<Response> {
  const data = await readRollUp(asked)
  // The browser asks again by itself, without any script.
  if (data.refresh) asked.c.header('Refresh', String(refreshSeconds))
  return renderPage(asked.c, <RollUpPage frame={frameOf(asked.c)} data={data} />)
}

async function answersBehind(asked: OneCall): Promise<Response> {
  const data = await readRollUp(asked)
  const question = data.call.questions.find(({ id }) => id === asked.c.req.param('question'))
  if (!question) throw new NotOpen('not-yours', '', 404)
  return renderPage(asked.c, <BehindPage frame={frameOf(asked.c)} data={data} question={question} />)
}

async function sheet(asked: OneCall): Promise<Response> {
  const { call, round, all } = await readRollUp(asked)
  const { language } = asked.c.var
  const questions = shownQuestions(call, all)
  const bytes = await rollUpSheet({ call, round, rows: all, questions }, language)
  const name = `${words(language)['topical-reports'].sums.title}-${round.no}.xlsx`
  return attachmentResponse({ name, media_type: sheetType }, bytes)
}
