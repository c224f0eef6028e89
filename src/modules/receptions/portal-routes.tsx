/** The ways in for citizens: the calendar, booking a place, the booking itself. No account, no script, no code in an address. */
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { visitWorkflow } from '../../law/reception-workflow.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { mayTry } from '../../platform/throttle.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { openRecord } from '../people/opened.ts'
import { fromOf, giveCookies } from '../people/requests.ts'
import { findUnits, unitOn } from '../units/queries.ts'
import { book, bookInput } from './book.ts'
import { cancel } from './cancel.ts'
import { refusalSentence, refusedAt } from './forms.tsx'
import { BookedPage, BookingPage, CalendarPage, ChooseUnitPage } from './portal.tsx'
import { calendarDay, calendarOf, visitRecord } from './queries.ts'
import { takesBookings, visit } from './visit.ts'

/** What the portal's pages need: the database, and the secret that seals the cookie of opened records. */
export interface ReceptionDeps {
  db: Db
  secret: string
}

const codeCookie = 'gandan.booked'
const codeShown_s = 600
/** Bookings one address may send in an hour: a village without its own line still gets through, a machine does not. */
const bookingsInAnHour_max = 60

/** Registers `/lich-tiep-dan` and what is under it. */
export function portalRoutes(app: Hono<AppEnv>, deps: ReceptionDeps): void {
  const { db } = deps
  app.get('/lich-tiep-dan', (c) => calendar(c, db))
  app.get('/lich-tiep-dan/:unit{[0-9a-fA-F-]{36}}/:day{[0-9a-fA-F-]{36}}', (c) => bookingPage(c, db, null))
  app.post('/lich-tiep-dan/:unit{[0-9a-fA-F-]{36}}/:day{[0-9a-fA-F-]{36}}', (c) => takeBooking(c, deps))
  app.get('/lich-tiep-dan/luot/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}', (c) => booked(c, db))
  app.post('/lich-tiep-dan/luot/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}/cancel', (c) => giveBack(c, db))
}

async function calendar(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const frame = frameOf(c)
  const asked = c.req.query('don-vi') ?? ''
  const typed = (c.req.query('tim') ?? '').slice(0, 200)
  if (isUuid(asked)) {
    const unit = await unitOn(viewer, db.pool, asked, moment.on)
    if (!unit) return c.notFound() as Response
    return renderPage(c, <CalendarPage frame={frame} unit={unit} days={await calendarOf(viewer, db.pool, unit.id)} />)
  }
  const found = typed.trim() === '' ? null : await findUnits(viewer, db.pool, typed, moment.on, { limit: 20 })
  return renderPage(c, <ChooseUnitPage frame={frame} typed={typed} found={found} />)
}

/** The unit and the published day an address names. */
async function named(c: Context<AppEnv>, db: Db, day_id: string) {
  const { viewer, moment } = c.var
  const unit_id = c.req.param('unit') ?? ''
  if (!isUuid(unit_id) || !isUuid(day_id)) return null
  const unit = await unitOn(viewer, db.pool, unit_id, moment.on)
  const day = await calendarDay(viewer, db.pool, unit_id, day_id)
  return unit && day ? { unit, day } : null
}

async function bookingPage(
  c: Context<AppEnv>,
  db: Db,
  typed: { id: string; values: FormValues; errors: readonly Fault[]; status: PageStatus } | null,
): Promise<Response> {
  const { moment, language } = c.var
  const found = await named(c, db, c.req.param('day') ?? '')
  if (!found) return c.notFound() as Response
  const { unit, day } = found
  const takes = takesBookings({ ...day, receiver: null }, moment.on)
  const refusal = takes ? null : refusalSentence(language, 'reception-day-takes-bookings', visitWorkflow.book.cite)
  const values = typed?.values ?? { people: '1', code: newTrackingCode(await prefixOfUnit(db.pool, unit.id)) }
  const page = (
    <BookingPage
      frame={frameOf(c)}
      unit={unit}
      day={day}
      refusal={refusal}
      id={typed?.id ?? uuidv7()}
      values={values}
      errors={typed?.errors}
    />
  )
  return renderPage(c, page, typed?.status ?? (takes ? 200 : 409))
}

async function takeBooking(c: Context<AppEnv>, { db, secret }: ReceptionDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const unit_id = c.req.param('unit') ?? ''
  const day_id = c.req.param('day') ?? ''
  const from = fromOf(c)
  const read = await readPost(c, bookInput)
  const given = String(read.form.get('id') ?? '')
  const id = isUuid(given) ? given : uuidv7()
  const again = (errors: readonly Fault[], status: PageStatus) =>
    bookingPage(c, db, { id, values: read.values, errors, status })
  if (!read.ok) return again(read.errors, 422)
  if (!(await mayTry(db.pool, `book/${from.address || day_id}`, { tries: bookingsInAnHour_max, minutes: 60 }))) {
    return again(
      [
        {
          field: '',
          code: 'reception-day-takes-bookings',
          sentence: refusalSentence(c.var.language, 'reception-day-takes-bookings', ''),
        },
      ],
      429,
    )
  }
  try {
    const input = { ...read.data, reception_day_id: day_id }
    await perform(db, book, { viewer, unit_id, id, input, moment })
  } catch (error) {
    const { errors, status } = refusedAt(error, c.var.language)
    return again(errors, status)
  }
  const { secure } = from
  const opened = openRecord(secret, viewer, { unit_id, record_id: id }, moment.at, secure)
  giveCookies(c, [opened])
  setCookie(c, codeCookie, `${id}.${read.data.code}`, {
    path: '/lich-tiep-dan',
    maxAge: codeShown_s,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
  })
  return seeOther(c, `/lich-tiep-dan/luot/${unit_id}/${id}`)
}

async function booked(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const record = await visitRecord(viewer, db.pool, unit, id)
  const found = record?.reception_day_id ? await named(c, db, record.reception_day_id) : null
  if (!record || !found) return c.notFound() as Response
  const [of = '', code = ''] = (getCookie(c, codeCookie) ?? '').split('.')
  const facts = await visit.facts(db.pool, { record, unit_id: unit, viewer, moment })
  const may = answerFor(visit, 'cancel', { record, facts, input: null, viewer, moment, unit_id: unit, id })
  const page = (
    <BookedPage
      frame={frameOf(c)}
      unit={found.unit}
      visit={record}
      day={found.day}
      code={of === id && code !== '' ? code : null}
      cancel={may.open}
    />
  )
  return renderPage(c, page)
}

async function giveBack(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const form = await c.req.parseBody()
  const revision = Number(form['revision'])
  await perform(db, cancel, {
    viewer,
    unit_id: unit,
    id,
    revision: Number.isSafeInteger(revision) ? revision : 0,
    input: {},
    moment,
  })
  return seeOther(c, `/lich-tiep-dan/luot/${unit}/${id}`)
}
