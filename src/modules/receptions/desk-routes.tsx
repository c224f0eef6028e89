/** The ways in for officers: the desk, the forms that begin a record, the record pages and their steps. */
import type { Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { timelineOf } from '../../platform/actions/timeline.ts'
import { holds, holdsPower } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import { type Fault, identityNumber } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import type { Envelope } from '../../platform/vault/sealed-record.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { documentsOf } from '../notices/queries.ts'
import { sealIdentity } from '../people/seal-identity.ts'
import { unitOn } from '../units/queries.ts'
import { CreatePage, DutyPage, GuidePage, ReceptionDesk } from './desk.tsx'
import { FieldVisitPage } from './field-visit-page.tsx'
import { type ChosenStep, offeredSteps, optionsOf, recordPath, refusedAt, verbOf } from './forms.tsx'
import { officersOn } from './publish.ts'
import {
  dayRecord,
  daysOf,
  deskUnit,
  dutyOf,
  fieldVisitRecord,
  fieldVisitsOf,
  historyOf,
  owedOf,
  petitionsOfVisit,
  queueOf,
  visitRecord,
  visitsOfDay,
} from './queries.ts'
import { DayPage, type RecordData, VisitPage } from './record-pages.tsx'
import { BriefingPage, GroupSheetPage, MinutesPage } from './sheets.tsx'
import { type AnyRow, creating, isReceptionKind, type ReceptionRecordKind, steps } from './steps.ts'

const recordRoute = '/ho-so/:unit{[0-9a-fA-F-]{36}}/:kind{reception-day|visit|field-visit}/:id{[0-9a-fA-F-]{36}}'

/** Registers the desk's pages. */
export function deskRoutes(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get('/tiep-dan', (c) => atDesk(c, db, (unit_id) => deskPage(c, db, unit_id)))
  app.get('/tiep-dan/tu-choi', (c) =>
    atDesk(c, db, async (unit_id) => (
      <GuidePage frame={frameOf(c)} unit_id={unit_id} counting={await countingOf(db.pool)} />
    )),
  )
  app.get('/tiep-dan/so-ngay', (c) => atDesk(c, db, (unit_id) => dutyPage(c, db, unit_id)))
  for (const path of Object.keys(begins)) {
    app.get(`/tiep-dan/${path}`, (c) => atDesk(c, db, (unit_id) => createPage(c, db, unit_id, path, {})))
    app.post(`/tiep-dan/${path}`, (c) => create(c, db, path))
  }
  app.get('/tiep-dan/:day{[0-9a-fA-F-]{36}}', (c) =>
    atDesk(c, db, async (unit_id) => seeOther(c, recordPath('reception-day', { unit_id, id: c.req.param('day') }))),
  )
  app.get(recordRoute, (c) => recordPage(c, db, c.req.query('viec') ?? null, null))
  app.get(`${recordRoute}/to-trinh`, (c) => briefing(c, db))
  app.get(`${recordRoute}/bien-ban`, (c) => sheet(c, db, 'minutes'))
  app.get(`${recordRoute}/phieu-doan`, (c) => sheet(c, db, 'group'))
  app.post(`${recordRoute}/:step{[a-z-]+}`, (c) => step(c, db))
}

/** Whoever is not signed in signs in first; an officer without a reception sees nothing here. */
async function atDesk(
  c: Context<AppEnv>,
  db: Db,
  page: (unit_id: string) => Promise<VNode | Response>,
): Promise<Response> {
  const { viewer } = c.var
  if (viewer.account_id === null) return signInFirst(c)
  const asked = c.req.query('don-vi')
  const unit_id = await deskUnit(viewer, db.pool, asked && isUuid(asked) ? asked : undefined)
  if (unit_id === null) return c.notFound() as Response
  const made = await page(unit_id)
  return made instanceof Response ? made : renderPage(c, made)
}

function worksAt(c: Context<AppEnv>, unit_id: string): boolean {
  return (
    holds(c.var.viewer, unit_id, 'reception-officer', 'head', 'clerk') || holdsPower(c.var.viewer, unit_id, 'reception')
  )
}

async function deskPage(c: Context<AppEnv>, db: Db, unit_id: string) {
  const { viewer, moment } = c.var
  const sql = db.pool
  const data = {
    unit_id,
    works_here: worksAt(c, unit_id),
    queue: await queueOf(viewer, sql, unit_id),
    days: await daysOf(viewer, sql, unit_id, moment.on.subtract({ days: 21 }), moment.on.add({ days: 60 })),
    owed: await owedOf(viewer, sql, unit_id),
    field_visits: await fieldVisitsOf(viewer, sql, unit_id, 10),
    counting: await countingOf(sql),
  }
  return <ReceptionDesk frame={frameOf(c)} data={data} />
}

async function dutyPage(c: Context<AppEnv>, db: Db, unit_id: string) {
  const { viewer, moment } = c.var
  const unit = await unitOn(viewer, db.pool, unit_id, moment.on)
  const [head] = await officersOn(db.pool, unit_id, moment.on, 'head')
  const duty = await dutyOf(viewer, db.pool, unit_id, unit?.level ?? 'other')
  return <DutyPage frame={frameOf(c)} unit_id={unit_id} head={head?.name ?? null} duty={duty} />
}

/** The forms that begin a record, by the word in the address. */
const begins: Readonly<Record<string, Begin>> = {
  'len-lich': {
    step: 'publish',
    kind: 'reception-day',
    verb: 'publish',
    first: ['held_on', 'kind', 'starts', 'ends', 'place', 'room', 'capacity'],
  },
  'nguoi-den': {
    step: 'register',
    kind: 'visit',
    verb: 'register',
    first: [
      'reception_day_id',
      'asked_kind',
      'visitor_name',
      'visitor_address',
      'subject',
      'identity_kind',
      'identity_number',
      'people',
      'first_time',
    ],
  },
  'di-co-so': {
    step: 'record-field-visit',
    kind: 'field-visit',
    verb: 'record',
    first: ['held_on', 'place', 'spoke', 'promised', 'promise_due_on'],
  },
}

interface Begin {
  step: keyof typeof creating
  kind: ReceptionRecordKind
  verb: string
  /** Fields shown at once. */
  first: readonly string[]
}

interface Typed {
  id?: string
  values?: FormValues
  errors?: readonly Fault[]
}

async function createPage(c: Context<AppEnv>, db: Db, unit_id: string, path: string, typed: Typed) {
  const begin = begins[path]
  if (!begin) return c.notFound() as Response
  const { language, viewer, moment } = c.var
  const { action, form, shown } = creating[begin.step]
  const days =
    begin.step === 'register' ? await daysOf(viewer, db.pool, unit_id, moment.on.subtract({ days: 14 }), moment.on) : []
  const open = days.filter((day) => day.state === 'open')
  const options: Record<string, Choice[]> = {
    reception_day_id: open.map((day) => ({
      value: day.id,
      label: [shortDay(day.held_on), day.starts, day.receiver?.name ?? day.head_name, day.room]
        .filter((part) => part)
        .join(' · '),
    })),
  }
  const start: FormValues =
    begin.step === 'register'
      ? { people: '1', acting_as: 'self', reception_day_id: open[0]?.id }
      : { mode: 'in-person', kind: 'periodic', capacity: '20' }
  const verb = verbOf(language, begin.kind, begin.verb)
  return (
    <CreatePage
      frame={frameOf(c)}
      title={verb}
      unit_id={unit_id}
      form={form}
      schema={shown ?? action.input}
      first={begin.first.filter((name) => name !== 'reception_day_id' || open.length > 0)}
      action={`/tiep-dan/${path}?don-vi=${unit_id}`}
      submit={verb}
      id={typed.id ?? uuidv7()}
      values={typed.values ?? start}
      errors={typed.errors}
      options={options}
    />
  )
}

/** The number of the paper as an envelope; nothing of whoever comes to denounce, whose number belongs to the closed record. */
async function sealedNumber(
  db: Db,
  form: FormData,
  { unit_id, id, moment }: { unit_id: string; id: string; moment: Moment },
): Promise<Partial<Envelope>> {
  const typed = String(form.get('identity_number') ?? '')
  if (typed.trim() === '' || form.get('asked_kind') === 'denunciation') return {}
  const read = identityNumber().safeParse(typed)
  if (!read.success) throw new WrongInput([{ field: 'identity_number', code: 'not-an-identity-number' }])
  return sealIdentity(db.pool, { unit_id, record_id: id, papers: [read.data], on: moment.on })
}

async function create(c: Context<AppEnv>, db: Db, path: string): Promise<Response> {
  const begin = begins[path]
  const { viewer, moment } = c.var
  if (!begin) return c.notFound() as Response
  return atDesk(c, db, async (unit_id) => {
    const { action } = creating[begin.step]
    const read = await readPost(c, action.input)
    const given = String(read.form.get('id') ?? '')
    const id = isUuid(given) ? given : uuidv7()
    const again = async (errors: readonly Fault[], status: PageStatus) => {
      const number = read.form.get('identity_number')
      const values = typeof number === 'string' ? { ...read.values, identity_number: number } : read.values
      const page = await createPage(c, db, unit_id, path, { id, values, errors })
      return page instanceof Response ? page : renderPage(c, page, status)
    }
    if (!read.ok) return again(read.errors, 422)
    try {
      const sealed = begin.step === 'register' ? await sealedNumber(db, read.form, { unit_id, id, moment }) : {}
      await perform(db, action, { viewer, unit_id, id, input: { ...read.data, ...sealed }, moment })
      return seeOther(c, recordPath(begin.kind, { unit_id, id }))
    } catch (error) {
      const { errors, status } = refusedAt(error, c.var.language)
      return again(errors, status)
    }
  })
}

/** The record a request names, with its kind; null where the viewer does not see it. */
async function recordOf(c: Context<AppEnv>, db: Db) {
  const { viewer } = c.var
  const { unit = '', kind = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(unit) || !isUuid(id) || !isReceptionKind(kind)) return null
  const row =
    kind === 'reception-day'
      ? await dayRecord(viewer, db.pool, unit, id)
      : kind === 'visit'
        ? await visitRecord(viewer, db.pool, unit, id)
        : await fieldVisitRecord(viewer, db.pool, unit, id)
  return row && { kind, row }
}

async function recordPage(
  c: Context<AppEnv>,
  db: Db,
  wanted: string | null,
  typed: { values: FormValues; errors: readonly Fault[]; status: PageStatus } | null,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  if (viewer.account_id === null) return signInFirst(c)
  const found = await recordOf(c, db)
  if (!found) return c.notFound() as Response
  const { kind, row } = found
  const offered = await offeredSteps(db, kind, row, { viewer, moment, language })
  const may = typed !== null || offered.some((one) => one.step === wanted && one.refusal === null)
  const chosen: ChosenStep | null =
    wanted !== null && may
      ? {
          step: wanted,
          values: typed?.values,
          errors: typed?.errors,
          options: await optionsOf(db, row.unit_id, row.held_on, { moment, language }),
        }
      : null
  const data: RecordData = {
    offered,
    chosen,
    events: await timelineOf(viewer, db.pool, row.unit_id, row.id),
    letters: await documentsOf(viewer, db.pool, row.unit_id, [row.id]),
    counting: await countingOf(db.pool),
    takes_closed: holds(viewer, row.unit_id, 'reception-officer', 'clerk'),
  }
  return renderPage(c, await pageOf(c, db, found, data), typed?.status ?? 200)
}

async function pageOf(
  c: Context<AppEnv>,
  db: Db,
  found: NonNullable<Awaited<ReturnType<typeof recordOf>>>,
  data: RecordData,
): Promise<VNode> {
  const { viewer } = c.var
  const frame = frameOf(c)
  const { row } = found
  if ('queue_number' in row) {
    const petitions = await petitionsOfVisit(viewer, db.pool, row.unit_id, row.id)
    return <VisitPage frame={frame} visit={row} petitions={petitions} data={data} />
  }
  if ('capacity' in row) {
    const visits = await visitsOfDay(viewer, db.pool, row.unit_id, row.id)
    return <DayPage frame={frame} day={row} visits={visits} data={data} />
  }
  return <FieldVisitPage frame={frame} visit={row} data={data} />
}

/** A step: perform, then 303; with a fault the page again with everything typed. */
async function step(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit = '', kind = '', id = '', step: name = '' } = c.req.param() as Record<string, string>
  if (!isReceptionKind(kind) || !isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const formed = Object.hasOwn(steps[kind], name) ? steps[kind][name] : undefined
  if (!formed) return c.notFound() as Response
  const read = await readPost(c, formed.action.input)
  const again = (errors: readonly Fault[], status: PageStatus) =>
    recordPage(c, db, name, { values: read.values, errors, status })
  if (!read.ok) return again(read.errors, 422)
  const typed = String(read.form.get('revision') ?? '')
  const revision = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  try {
    await perform(db, formed.action, { viewer, unit_id: unit, id, revision, input: read.data, moment })
    const back = name === 'call' ? `/tiep-dan?don-vi=${unit}` : recordPath(kind, { unit_id: unit, id })
    return seeOther(c, back)
  } catch (error) {
    const { errors, status } = refusedAt(error, c.var.language)
    return again(errors, status)
  }
}

async function briefing(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer } = c.var
  const found = await recordOf(c, db)
  if (!found || !('capacity' in found.row)) return c.notFound() as Response
  const day = found.row
  const visits = await visitsOfDay(viewer, db.pool, day.unit_id, day.id)
  const cases = visits.flatMap((visit) => (visit.case_id ? [visit.case_id] : []))
  const history = await historyOf(viewer, db.pool, day.unit_id, [...new Set(cases)])
  const owed = (await owedOf(viewer, db.pool, day.unit_id)).filter((visit) => visit.stage !== 'regular')
  return renderPage(
    c,
    <BriefingPage
      frame={frameOf(c)}
      day={day}
      calendar={(await countingOf(db.pool)).calendar}
      visits={visits}
      history={history}
      owed={owed}
    />,
  )
}

async function sheet(c: Context<AppEnv>, db: Db, which: 'minutes' | 'group'): Promise<Response> {
  const { viewer } = c.var
  const found = await recordOf(c, db)
  if (viewer.account_id === null || !found || !('queue_number' in found.row)) return c.notFound() as Response
  const visit = found.row
  // What a denouncer said is in no paper of this desk.
  if (visit.closed_content || (which === 'group' && !visit.large_group)) return c.notFound() as Response
  const frame = frameOf(c)
  if (which === 'group') return renderPage(c, <GroupSheetPage frame={frame} visit={visit} />)
  const day = visit.reception_day_id ? await dayRecord(viewer, db.pool, visit.unit_id, visit.reception_day_id) : null
  return renderPage(c, <MinutesPage frame={frame} visit={visit} day={day} officer={viewer.name} />)
}

/** The title of a record for lists elsewhere. */
export function titleOf(
  kind: ReceptionRecordKind,
  row: AnyRow & { held_on: Temporal.PlainDate },
  language: 'vi' | 'en',
): string {
  return `${words(language).law.proceedings[kind]} ${shortDay(row.held_on)}`
}
