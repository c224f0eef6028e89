/** The ways in to meetings at the desk: the list, one meeting, its sheets, files and letters, the form of each step. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { happenedTo } from '../../platform/actions/timeline.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { commitmentsFrom } from '../commitments/queries.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { openBytes } from '../files/keep-file.ts'
import { letterhead } from '../notices/letterhead.ts'
import { composeLetter, letterFileName } from '../notices/letters.ts'
import { readMailConfig } from '../notices/notice.ts'
import { letterMediaType } from '../notices/queries.ts'
import { unitsOn } from '../units/queries.ts'
import { meetingPath, meetingsPath } from './addresses.ts'
import { calendarFile, calendarResponse } from './calendar-file.ts'
import { reportsOf } from './grounds.ts'
import { guestsOf, meeting, unitsSpokenFor } from './meeting.ts'
import { conclusionLetter, ownerNames } from './meeting-letters.ts'
import { type MeetingData, MeetingPage } from './meeting-view.tsx'
import { MeetingsPage } from './meetings-view.tsx'
import { paperCounts } from './paper-queries.ts'
import { plan } from './plan.ts'
import { CodesSheet, ProgrammeSheet } from './print-views.tsx'
import { publicPages } from './public-pages.tsx'
import { clustersToName, lettersOf, type Meeting, meetingById, meetingsFor, namesOf, type Reach } from './queries.ts'
import { type Asked, offered, showForm, takeForm } from './step-pages.tsx'
import { meetingSteps } from './steps.ts'

/** Registers `/hoi-hop` and `/hoi-nghi`, and what is under them. */
export function meetingPages(app: Hono<AppEnv>, { db, config }: { db: Db; config: Pick<Config, 'data'> }): void {
  publicPages(app, { db })
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return c.var.viewer.positions.length === 0 ? (c.notFound() as Response) : work({ c, db, config })
  }
  app.get(meetingsPath, asked(list))
  const planning = `${meetingsPath}/lap/:unit{[0-9a-f-]{36}}`
  app.get(
    planning,
    asked((one) => showForm(one, plan, null)),
  )
  app.post(
    planning,
    asked((one) => takeForm(one, plan, null, () => never())),
  )
  const one = `${meetingsPath}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(one, asked(show))
  app.get(`${one}/chuong-trinh`, asked(programme))
  app.get(`${one}/ma-diem-cau`, asked(codes))
  app.get(`${one}/du-thao`, asked(draft))
  app.get(`${one}/lich.ics`, asked(calendar))
  app.get(`${one}/van-ban/:letter{[0-9a-f-]{36}}`, asked(letter))
  app.get(`${one}/tep/:file{[0-9a-f-]{36}}`, asked(file))
  for (const action of meetingSteps.filter((each) => each.step !== plan.step)) {
    app.get(
      `${one}/${action.step}`,
      asked(async (of) => showForm(of, action, (await rowOf(of)).row)),
    )
    app.post(
      `${one}/${action.step}`,
      asked(async (of) => takeForm(of, action, (await rowOf(of)).row, async () => (await rowOf(of)).row)),
    )
  }
}

const never = (): never => {
  throw new NotOpen('not-yours', '', 404)
}

async function rowOf({ c, db }: Asked): Promise<{ row: Meeting; reach: Reach }> {
  const unit = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const found = isUuid(unit) && isUuid(id) ? await meetingById(c.var.viewer, db.pool, unit, id) : null
  return found ?? never()
}

/** As `rowOf`, for what invited units do not read. */
async function ownRow(one: Asked): Promise<Meeting> {
  const { row, reach } = await rowOf(one)
  return reach === 'all' ? row : never()
}

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const lines = await meetingsFor(viewer, db.pool)
  const units = await unitsOn(viewer, db.pool, unitsSpokenFor(viewer), moment.on)
  const may_plan = units.map((one) => ({ unit_id: one.id, name: one.name }))
  return renderPage(c, <MeetingsPage frame={frameOf(c)} lines={lines} may_plan={may_plan} />)
}

async function show(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment } = c.var
  const { row, reach } = await rowOf(one)
  const steps: OfferedStep[] = []
  // What is dropped or moved by a link at the entry itself is not offered as a step of the whole.
  const actions: readonly AnyAction[] = meetingSteps.filter((each) => !['plan', 'drop-promise'].includes(each.step))
  for (const action of actions) {
    const said = await offered(one, action, row)
    if (said) steps.push(said)
  }
  const names = row.promises.flatMap((promised) => [promised.owner_unit_id, ...promised.helper_unit_ids])
  const clusters = row.cluster_id ? await clustersToName(viewer, db.pool) : []
  const data: MeetingData = {
    row,
    reach,
    facts: await meeting.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment }),
    mine: guestsOf(row, viewer),
    steps,
    papers: await paperCounts(viewer, db.pool, row.unit_id, row.id),
    reports: await reportsOf(viewer, db.pool, row),
    commitments: await commitmentsFrom(viewer, db.pool, { kind: 'meeting', unit_id: row.unit_id, id: row.id }),
    owners: await namesOf(viewer, db.pool, names),
    letters: await lettersOf(viewer, db.pool, row, reach),
    cluster: clusters.find((each) => each.id === row.cluster_id)?.name ?? null,
    happened: reach === 'all' ? await happenedTo(db.pool, row, ['meeting']) : [],
  }
  return renderPage(c, <MeetingPage frame={frameOf(c)} data={data} />)
}

async function programme(one: Asked): Promise<Response> {
  const { row } = await rowOf(one)
  const wanted = Number(one.c.req.query('ban'))
  const version = row.programme_versions.find((each) => each.version === wanted) ?? row.programme_versions.at(-1)
  if (!version) return one.c.notFound() as Response
  return renderPage(one.c, <ProgrammeSheet frame={frameOf(one.c)} row={row} version={version} />)
}

async function codes(one: Asked): Promise<Response> {
  const row = await ownRow(one)
  const { portal } = readMailConfig()
  return renderPage(one.c, <CodesSheet frame={frameOf(one.c)} row={row} rooms={row.rooms} portal={portal} />)
}

/** The notice of conclusion as it would be signed today. */
async function draft(one: Asked): Promise<Response> {
  const { c, db } = one
  const { on } = c.var.moment
  const row = await ownRow(one)
  const head = await letterhead(db.pool, row.unit_id, on)
  const { data } = conclusionLetter(row.id, head, row, { owners: await ownerNames(db.pool, row, on), on })
  // The data were made a line above by the function of this very kind.
  const bytes = await composeLetter('meeting-conclusion', data as never, { number: null, issued_on: on.toString() })
  return attachmentResponse({ name: letterFileName(null, on.year), media_type: letterMediaType }, bytes)
}

async function calendar(one: Asked): Promise<Response> {
  const { row } = await rowOf(one)
  const url = `${readMailConfig().portal}${meetingPath(row)}`
  return calendarResponse(calendarFile(row, { url, online_address: row.online_address, made_at: one.c.var.moment.at }))
}

async function letter(one: Asked): Promise<Response> {
  const { c, db } = one
  const { row, reach } = await rowOf(one)
  const found = (await lettersOf(c.var.viewer, db.pool, row, reach)).find((each) => each.id === c.req.param('letter'))
  if (!found) return c.notFound() as Response
  const bytes = await composeLetter(found.kind, found.data, {
    number: found.number,
    issued_on: found.issued_on.toString(),
  })
  return attachmentResponse({ name: letterFileName(found.number, found.year), media_type: letterMediaType }, bytes)
}

async function file(one: Asked): Promise<Response> {
  const { c, db, config } = one
  const { row } = await rowOf(one)
  const { rows } = await db.pool.query<{ name: string | null; media_type: string; stored: string }>(
    'select name, media_type, stored from attachment where unit_id = $1 and record_id = $2 and id = $3 and not sealed',
    [row.unit_id, row.id, c.req.param('file')],
  )
  const [found] = rows
  if (!found || found.name === null) return c.notFound() as Response
  const bytes = await openBytes(config.data, row.unit_id, found.stored)
  return attachmentResponse({ name: found.name, media_type: found.media_type }, bytes)
}
