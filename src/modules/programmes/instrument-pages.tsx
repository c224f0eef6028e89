/** The ways in to instruments and to the sessions in which they are studied. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { openBytes } from '../files/keep-file.ts'
import { paths, rowPath } from './addresses.ts'
import { attachText } from './attach-text.ts'
import { bindEvent, boundEvents, ownEvents, releaseEvent } from './bind-event.ts'
import { bindUnits } from './bind-units.ts'
import { correctInstrument } from './correct-instrument.ts'
import { correctSession } from './correct-session.ts'
import { derive } from './derive.ts'
import { endInstrument } from './end-instrument.ts'
import { InstrumentPage, InstrumentsPage } from './instrument-views.tsx'
import { noteAttendance } from './note-attendance.ts'
import { noteQuestion } from './note-question.ts'
import { instrumentChoices, unitsNear, unitsUnder } from './options.ts'
import { paperUnits } from './programme.ts'
import * as reads from './queries.ts'
import { recordInstrument } from './record-instrument.ts'
import { recordSession } from './record-session.ts'
import { readReference, referenceTo } from './references.ts'
import { replaceInstrument } from './replace-instrument.ts'
import { formRoute, idsOf, searched, type Wrap } from './routes.ts'
import { SessionPage, SessionsPage } from './session-views.tsx'
import { otherSources } from './sources.ts'
import { type Asked, type FormOfStep, notFound, offered } from './step-form.tsx'
import { voidInstrument } from './void-instrument.ts'
import { voidSession } from './void-session.ts'

const onInstrument: readonly AnyAction[] = [
  bindUnits,
  derive,
  bindEvent,
  releaseEvent,
  attachText,
  replaceInstrument,
  endInstrument,
  correctInstrument,
  voidInstrument,
]
const onSession: readonly AnyAction[] = [noteAttendance, noteQuestion, correctSession, voidSession]

/** Registers `/van-ban-chi-dao` and `/quan-triet`. */
export function instrumentPages(app: Hono<AppEnv>, asked: Wrap): void {
  const one = `${paths.instruments}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(paths.instruments, asked(instruments))
  formRoute(app, asked, `${paths.instruments}/${recordInstrument.step}`, newInstrument)
  app.get(one, asked(instrument))
  app.get(`${one}/tep/:text{[0-9a-f-]{36}}`, asked(textFile))
  for (const action of onInstrument)
    formRoute(app, asked, `${one}/${action.step}`, (request) => instrumentForm(request, action))
  const session = `${paths.sessions}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(paths.sessions, asked(sessions))
  formRoute(app, asked, `${paths.sessions}/${recordSession.step}`, newSession)
  app.get(session, asked(showSession))
  for (const action of onSession)
    formRoute(app, asked, `${session}/${action.step}`, (request) => sessionForm(request, action))
}

/** The unit in whose book the viewer writes; as to a stranger where there is none. */
function writingUnit({ c }: Asked): string {
  const unit_id = paperUnits(c.var.viewer)[0]
  if (!unit_id) throw notFound()
  return unit_id
}

async function creating(asked: Asked, action: AnyAction, path: string) {
  const unit_id = paperUnits(asked.c.var.viewer)[0]
  return unit_id ? offered(asked, [action], { unit_id, row: null, path }) : []
}

async function instruments(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const typed = searched(asked)
  const rows = await reads.instrumentsOf(c.var.viewer, db.pool, { words: typed })
  const steps = await creating(asked, recordInstrument, paths.instruments)
  return renderPage(c, <InstrumentsPage frame={frameOf(c)} rows={rows} steps={steps} typed={typed} />)
}

async function newInstrument(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const unit_id = writingUnit(asked)
  return {
    action: recordInstrument,
    unit_id,
    row: null,
    about: '',
    path: paths.instruments,
    back: paths.instruments,
    options: {
      issuer_unit_id: await unitsNear(c.var.viewer, db.pool, unit_id),
      binds: await unitsUnder(c.var.viewer, db.pool, unit_id),
    },
    done: (id) => rowPath('instruments', { unit_id, id }),
  }
}

async function instrumentOr404(asked: Asked): Promise<reads.Instrument> {
  const { unit_id, id } = idsOf(asked)
  const row = await reads.instrumentById(asked.c.var.viewer, asked.db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

async function instrument(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const sql = db.pool
  const row = await instrumentOr404(asked)
  const { replaced_by_unit_id: by_unit, replaced_by_id: by } = row
  const names = await reads.namesOf(viewer, sql, row.binds)
  const data = {
    row,
    replaced_by: by_unit && by ? await reads.instrumentById(viewer, sql, by_unit, by) : null,
    up: await reads.grewFrom(viewer, sql, row),
    down: await reads.grewInto(viewer, sql, row),
    binds: row.binds.map((id) => names.get(id) ?? ''),
    not_studied: await reads.notStudiedBy(viewer, sql, row),
    sessions: await reads.sessionsOf(viewer, sql, row),
    programmes: await reads.programmesOf(viewer, sql, row),
    movements: await reads.movementsOf(viewer, sql, row),
    events: await boundEvents(viewer, sql, row),
    files: await reads.textsOf(viewer, sql, row),
    steps: await offered(asked, stepsOn(row), { unit_id: row.unit_id, row, path: rowPath('instruments', row) }),
    may_study: paperUnits(viewer).length > 0 && row.state === 'recorded',
    happened: await reads.happenedTo(viewer, sql, row, 'instrument'),
  }
  return renderPage(c, <InstrumentPage frame={frameOf(c)} data={data} />)
}

/** Events are bound to a theme of the year alone. */
const stepsOn = (row: reads.Instrument) =>
  onInstrument.filter((one) => row.kind === 'theme-of-year' || (one !== bindEvent && one !== releaseEvent))

/** Events to bind, or to take back. */
async function eventChoices({ c, db }: Asked, action: AnyAction, row: reads.Instrument) {
  if (action !== bindEvent && action !== releaseEvent) return []
  const bound = new Set((row.events ?? []).map(referenceTo))
  return (await ownEvents(c.var.viewer, db.pool))
    .filter((one) => bound.has(referenceTo(one)) === (action === releaseEvent))
    .map((one) => ({
      value: referenceTo(one),
      label: `${shortDay(Temporal.PlainDate.from(one.on_day))} · ${one.title}`,
    }))
}

async function textFile(asked: Asked): Promise<Response> {
  const { c, db, data } = asked
  const row = await instrumentOr404(asked)
  const id = c.req.param('text') ?? ''
  const found = isUuid(id) ? (await reads.textsOf(c.var.viewer, db.pool, row)).find((one) => one.id === id) : undefined
  if (!found) throw notFound()
  return attachmentResponse(found, await openBytes(data, row.unit_id, found.stored))
}

async function instrumentForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await instrumentOr404(asked)
  const path = rowPath('instruments', row)
  const others = ['derive', 'replace-instrument'].includes(action.step)
    ? await instrumentChoices(viewer, db.pool, { in_force: action.step === 'replace-instrument' })
    : []
  const choices = others.filter((one) => !one.value.endsWith(row.id))
  const { kinds } = words(c.var.language).programmes
  const more = action.step === 'derive' ? await otherSources(viewer, db.pool) : []
  const sources = more.map((one) => ({
    value: referenceTo(one),
    label: `${kinds[one.kind]} · ${one.meeting}: ${one.title}`.slice(0, 160),
  }))
  return {
    action,
    unit_id: row.unit_id,
    row,
    about: row.title,
    path,
    back: path,
    values: { binds: row.binds },
    options: {
      source: [...choices, ...sources],
      replaced_by: choices,
      event: await eventChoices(asked, action, row),
      binds: action.step === 'bind-units' ? await unitsUnder(viewer, db.pool, row.unit_id) : [],
    },
    done: () => path,
  }
}

async function sessions(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const rows = await reads.sessionsOf(c.var.viewer, db.pool)
  const steps = await creating(asked, recordSession, paths.sessions)
  return renderPage(c, <SessionsPage frame={frameOf(c)} rows={rows} steps={steps} />)
}

async function newSession(asked: Asked): Promise<FormOfStep> {
  const { c, db } = asked
  const unit_id = writingUnit(asked)
  const chosen = c.req.query('van-ban')
  return {
    action: recordSession,
    unit_id,
    row: null,
    about: '',
    path: paths.sessions,
    back: paths.sessions,
    values: readReference(chosen) ? { instrument: chosen } : {},
    options: { instrument: await instrumentChoices(c.var.viewer, db.pool, { in_force: true }) },
    done: (id) => rowPath('sessions', { unit_id, id }),
  }
}

async function sessionOr404(asked: Asked): Promise<reads.StudySession> {
  const { unit_id, id } = idsOf(asked)
  const row = await reads.sessionById(asked.c.var.viewer, asked.db.pool, unit_id, id)
  if (!row) throw notFound()
  return row
}

async function showSession(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer } = c.var
  const row = await sessionOr404(asked)
  const page = (
    <SessionPage
      frame={frameOf(c)}
      row={row}
      names={
        await reads.namesOf(
          viewer,
          db.pool,
          row.attendance.map((one) => one.unit_id),
        )
      }
      steps={await offered(asked, onSession, { unit_id: row.unit_id, row, path: rowPath('sessions', row) })}
      happened={await reads.happenedTo(viewer, db.pool, row, 'study-session')}
    />
  )
  return renderPage(c, page)
}

async function sessionForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const row = await sessionOr404(asked)
  const path = rowPath('sessions', row)
  return {
    action,
    unit_id: row.unit_id,
    row,
    about: `${row.instrument_title} · ${shortDay(row.held_on)}`,
    path,
    back: path,
    options: { attending_unit_id: await unitsNear(asked.c.var.viewer, asked.db.pool, row.unit_id) },
    done: () => path,
  }
}
