/** What everybody reads of public meetings, and the page that a room's code opens. No account, no script. */
import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import { count } from '../../platform/input.ts'
import { mayTry } from '../../platform/throttle.ts'
import { plainCode } from '../../platform/tracking-code.ts'
import { isUuid } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { commitmentsFrom } from '../commitments/queries.ts'
import { readMailConfig } from '../notices/notice.ts'
import { fromOf } from '../people/requests.ts'
import { fromList } from '../receptions/asked.ts'
import { unitOn } from '../units/queries.ts'
import { publicMeetingPath, publicMeetingsPath, roomPath } from './addresses.ts'
import { calendarFile, calendarResponse } from './calendar-file.ts'
import { guestsInRoom, meeting, type Room } from './meeting.ts'
import { noteAttendance } from './note-attendance.ts'
import { PublicMeetingPage, PublicMeetingsPage, RoomPage } from './public-views.tsx'
import { type Meeting, meetingByCode, publicMeeting, publicMeetings } from './queries.ts'
import { reportRoom } from './report-room.ts'

/** Reports that one address may send in an hour: a hall of many units gets through, a machine does not. */
const reportsInAnHour_max = 600

/** Registers `/hoi-nghi` and what is under it. */
export function publicPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const one = `${publicMeetingsPath}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(publicMeetingsPath, async (c) => {
    const { viewer, moment } = c.var
    const asked = c.req.query('don-vi')
    const unit = asked !== undefined && isUuid(asked) ? await unitOn(viewer, db.pool, asked, moment.on) : null
    if (asked !== undefined && !unit) return c.notFound()
    const rows = await publicMeetings(viewer, db.pool, unit?.id ?? null)
    return renderPage(c, <PublicMeetingsPage frame={frameOf(c)} unit={unit} rows={rows} />)
  })
  app.get(one, async (c) => {
    const row = await rowOf(c, db)
    if (!row) return c.notFound()
    const origin = { kind: 'meeting', unit_id: row.unit_id, id: row.id }
    // As the public reads it, whoever looks.
    const commitments = row.concluded_on ? await commitmentsFrom(c.var.viewer, db.pool, origin) : []
    return renderPage(c, <PublicMeetingPage frame={frameOf(c)} row={row} commitments={commitments} />)
  })
  app.get(`${one}/lich.ics`, async (c) => {
    const row = await rowOf(c, db)
    if (!row) return c.notFound()
    const url = `${readMailConfig().portal}${publicMeetingPath(row)}`
    return calendarResponse(calendarFile(row, { url, online_address: null, made_at: c.var.moment.at }))
  })
  const room = `${publicMeetingsPath}/phong/:code{[0-9A-Za-z-]{10,13}}`
  app.get(room, (c) => roomForm(c, db))
  app.post(`${room}/report-room`, (c) => takeRoom(c, db, 'report-room'))
  app.post(`${room}/note-attendance`, (c) => takeRoom(c, db, 'note-attendance'))
}

async function rowOf(c: Context<AppEnv>, db: Db) {
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  return isUuid(unit) && isUuid(id) ? publicMeeting(c.var.viewer, db.pool, unit, id) : null
}

/** The meeting and room whose code the address carries, and the viewer as somebody in that room. */
async function inRoom(c: Context<AppEnv>, db: Db): Promise<{ row: Meeting; room: Room; viewer: Viewer } | null> {
  const code = plainCode(c.req.param('code') ?? '')
  const row = code.length === 10 ? await meetingByCode(c.var.viewer, db.pool, code) : null
  const room = row?.rooms.find((one) => one.code === code)
  if (!row || !room || row.state === 'planned') return null
  const { viewer } = c.var
  // Who has the code stands in the room: no more than that is given, whoever is signed in.
  return { row, room, viewer: { ...viewer, opened: [{ unit_id: row.unit_id, record_id: row.id }] } }
}

async function roomForm(
  c: Context<AppEnv>,
  db: Db,
  refused: { step: string; error: string; status: PageStatus } | null = null,
): Promise<Response> {
  const found = await inRoom(c, db)
  if (!found) return c.notFound() as Response
  const { row, room, viewer } = found
  const { moment } = c.var
  const facts = await meeting.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id: row.unit_id, id: row.id, input: null }
  const page = (
    <RoomPage
      frame={frameOf(c)}
      row={row}
      room={room}
      open={answerFor(meeting, 'report-room', about).open}
      done={c.req.query('xong') === '1'}
      refused={refused}
    />
  )
  return renderPage(c, page, refused?.status)
}

const roomInput = z.object({ people: count(0, 100_000) })
const unitInput = z.object({ guest_id: fromList(), people: count(0, 10_000) })

async function takeRoom(c: Context<AppEnv>, db: Db, step: 'report-room' | 'note-attendance'): Promise<Response> {
  const found = await inRoom(c, db)
  if (!found) return c.notFound() as Response
  const { row, room, viewer } = found
  const { room_page: w } = words(c.var.language).conferences
  const { moment } = c.var
  const within = await mayTry(db.pool, `room ${fromOf(c).address}`, { tries: reportsInAnHour_max, minutes: 60 })
  if (!within) throw new HTTPException(429)
  const read = await readPost(c, step === 'report-room' ? roomInput : unitInput)
  if (!read.ok) return roomForm(c, db, { step, error: w.wrong, status: 422 })
  const guest_id = 'guest_id' in read.data ? read.data.guest_id : undefined
  // A room checks in those who belong to it, whatever was posted.
  if (guest_id !== undefined && !guestsInRoom(row, room).some((one) => one.id === guest_id))
    return roomForm(c, db, { step, error: w.wrong, status: 422 })
  const call = { viewer, moment, unit_id: row.unit_id, id: row.id, input: { ...read.data, room_id: room.id } }
  try {
    if (step === 'report-room') await perform(db, reportRoom, call)
    else await perform(db, noteAttendance, call)
  } catch (error) {
    // Also once the days of the meeting are over: whoever has the code knows that there is one.
    if (error instanceof NotOpen) return roomForm(c, db, { step, error: w.not_now, status: 409 })
    if (error instanceof WrongInput) return roomForm(c, db, { step, error: w.wrong, status: 422 })
    throw error
  }
  return seeOther(c, `${roomPath(room.code)}?xong=1`)
}
