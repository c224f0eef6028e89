/** The ways in to the working calendar: the year, its decided days, the switches, and the form of each step. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { calendarSpan } from '../../law/calendar.ts'
import { switches } from '../../law/switches.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import { calendarPath } from '../../ui/parts/desk-page.tsx'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { countryId } from '../units/unit.ts'
import { AreaListPage, AreaListsPage } from './areas-desk.tsx'
import { correctAreas } from './correct-areas.ts'
import { correctDay } from './correct-day.ts'
import { correctSwitch } from './correct-switch.ts'
import { countingOf } from './counting.ts'
import { decideDay } from './decide-day.ts'
import { DayPage, type RowKind, rowPath, SwitchPage, YearPage } from './desk.tsx'
import { endAreas } from './end-areas.ts'
import { listAreas } from './list-areas.ts'
import {
  areaList,
  areaLists,
  decidedDay,
  decidedDays,
  happenedTo,
  movedBy,
  placesIn,
  setSwitches,
  setSwitchRow,
} from './queries.ts'
import { setSwitch } from './set-switch.ts'
import { unsetSwitch } from './unset-switch.ts'
import { withdrawDay } from './withdraw-day.ts'

const begins: readonly AnyAction[] = [decideDay, setSwitch, listAreas]
const stepsOn = {
  day: [correctDay, withdrawDay],
  switch: [correctSwitch, unsetSwitch],
  areas: [correctAreas, endAreas],
} as const satisfies Record<RowKind, readonly AnyAction[]>
const rowKinds = ['day', 'switch', 'areas'] as const

/** What the pages work with. */
interface CalendarDeps {
  db: Db
}

/** One request of an officer. */
interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** Registers `/lich-lam-viec` and what is under it. */
export function calendarPages(app: Hono<AppEnv>, { db }: CalendarDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) =>
    c.var.viewer.account_id === null ? signInFirst(c) : work({ c, db })
  app.get(calendarPath, asked(showYear))
  for (const action of begins) {
    const begin = asked((one) => formPage(one, action, null, null, []))
    app.get(`${calendarPath}/${action.step}`, begin)
    app.post(
      `${calendarPath}/${action.step}`,
      asked((one) => take(one, action, null)),
    )
  }
  app.get(rowPath.areas, asked(showAreas))
  for (const of of rowKinds) {
    const path = rowPath[of]
    app.get(
      `${path}/:id`,
      asked((one) => showRow(one, of)),
    )
    for (const action of stepsOn[of]) {
      app.get(
        `${path}/:id/${action.step}`,
        asked(async (one) => formPage(one, action, await subjectOf(one, of), null, [])),
      )
      app.post(
        `${path}/:id/${action.step}`,
        asked(async (one) => take(one, action, await subjectOf(one, of))),
      )
    }
  }
}

async function showYear(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const wanted = Number(c.req.query('nam') ?? moment.on.year)
  const known = Number.isInteger(wanted) && calendarSpan.first <= wanted && wanted <= calendarSpan.last
  if (!known) return c.notFound() as Response
  const counting = await countingOf(db.pool)
  const data = {
    year: wanted,
    calendar: counting.calendar,
    settings: counting.switches,
    decided: await decidedDays(viewer, db.pool, wanted),
    set: await setSwitches(viewer, db.pool),
    day_steps: await offered(asked, [decideDay], null, calendarPath),
    switch_steps: await offered(asked, [setSwitch], null, calendarPath),
  }
  return renderPage(c, <YearPage frame={frameOf(c)} data={data} />)
}

/** Every step of the viewer's standing, with whether it is open now; `base` is where the steps' forms stand. */
async function offered(
  asked: Asked,
  actions: readonly AnyAction[],
  record: RecordRow | null,
  base: string,
): Promise<OfferedStep[]> {
  const { c, db } = asked
  const { viewer, moment, language } = c.var
  const verbs: Readonly<Record<string, string>> = words(language).calendars.steps
  const unit_id = countryId
  const found: OfferedStep[] = []
  for (const { noun, step } of actions) {
    const facts = await noun.facts(db.pool, { record, unit_id, viewer, moment })
    const about = { record, facts, viewer, moment, unit_id, id: record?.id ?? '', input: null }
    const said = answerFor(noun, step, about)
    if (!said.open && said.kind === 'standing') continue
    const refusal = said.open ? null : sentence(c, said.code, said.cite)
    found.push({ step, verb: verbs[step] ?? step, href: `${base}/${step}`, cite: said.cite, refusal })
  }
  return found
}

function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { calendars } = words(c.var.language)
  const own: Readonly<Record<string, string>> = calendars.refusals
  return own[code] ?? calendars.not_now(cite)
}

/** The row a step is about: what names it, what its form starts with, where it is shown. */
interface Subject {
  row: RecordRow
  about: string
  values: FormValues
  path: string
}

/** The lists of remote areas, those that hold today first. */
async function showAreas(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const lists = await areaLists(c.var.viewer, db.pool)
  const steps = await offered(asked, [listAreas], null, calendarPath)
  return renderPage(c, <AreaListsPage frame={frameOf(c)} lists={lists} steps={steps} />)
}

async function rowOf({ c, db }: Asked, of: RowKind) {
  const { viewer } = c.var
  const id = c.req.param('id') ?? ''
  const read = { day: decidedDay, switch: setSwitchRow, areas: areaList }[of]
  const row = isUuid(id) ? await read(viewer, db.pool, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function subjectOf(asked: Asked, of: RowKind): Promise<Subject> {
  const row = await rowOf(asked, of)
  const { law } = words(asked.c.var.language)
  const path = `${rowPath[of]}/${row.id}`
  if ('areas' in row) {
    const places = (await placesIn(asked.c.var.viewer, asked.db.pool, row)).map((one) => one.typed).join('\n')
    return { row, about: row.decision, values: { decision: row.decision, places }, path }
  }
  return 'switch' in row
    ? { row, about: law.switches[row.switch], values: { ground: row.ground }, path }
    : {
        row,
        about: `${shortDay(row.day)} · ${row.label}`,
        values: { label: row.label, decision: row.decision },
        path,
      }
}

async function showRow(asked: Asked, of: RowKind): Promise<Response> {
  const { c, db } = asked
  const row = await rowOf(asked, of)
  const steps = await offered(asked, stepsOn[of], row, `${rowPath[of]}/${row.id}`)
  const happened = await happenedTo(c.var.viewer, db.pool, row.id)
  if ('areas' in row) {
    const places = await placesIn(c.var.viewer, db.pool, row)
    return renderPage(c, <AreaListPage frame={frameOf(c)} {...{ row, places, steps, happened }} />)
  }
  const moved = await movedBy(c.var.viewer, db.pool, row.id)
  const shown = { frame: frameOf(c), steps, happened, moved }
  return renderPage(c, 'switch' in row ? <SwitchPage row={row} {...shown} /> : <DayPage row={row} {...shown} />)
}

async function formPage(
  asked: Asked,
  action: AnyAction,
  subject: Subject | null,
  typed: FormValues | null,
  errors: readonly Fault[],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = asked
  const { calendars, law } = words(c.var.language)
  const [step] = await offered(asked, [action], subject?.row ?? null, '')
  if (!step) throw new NotOpen('not-yours', '', 404)
  const abouts: Readonly<Record<string, string>> = calendars.abouts
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={step.verb}
      about={subject?.about ?? abouts[action.step] ?? ''}
      action={`${subject?.path ?? calendarPath}/${action.step}`}
      cancel={subject?.path ?? calendarPath}
      schema={subject ? action.input : withId(action.input)}
      form={{
        labels: calendars.labels,
        hints: calendars.hints,
        names: calendars.names,
        choices: { kept_as: calendars.kept_as, turned: calendars.turned, switch: law.switches },
      }}
      values={typed ?? subject?.values ?? startOf()}
      errors={errors}
      options={action === setSwitch ? { switch: await unsetSwitches(asked) } : {}}
      revision={subject?.row.revision}
      grave={action === withdrawDay || action === endAreas}
    />
  )
  return renderPage(c, page, status)
}

/** A fault in a line of the places says which line. */
function aboutPlaces(c: Context<AppEnv>, fault: Fault): Fault {
  const { params } = fault
  const { place_faults: say, refusals } = words(c.var.language).calendars
  if (fault.code === 'before-its-first-day') return { ...fault, sentence: refusals['before-its-first-day'] }
  const found = Object.entries(say).find(([code]) => code === fault.code)?.[1]
  return found && params ? { ...fault, sentence: found(Number(params['line']), String(params['place'])) } : fault
}

/** Switches that stand at the book's default. */
async function unsetSwitches({ c, db }: Asked): Promise<Choice[]> {
  const { law } = words(c.var.language)
  const set = await setSwitches(c.var.viewer, db.pool)
  return switches
    .filter((row) => !set.some((one) => one.switch === row.id))
    .map((row) => ({ value: row.id, label: `${law.switches[row.id]} (${row.cite})` }))
}

async function take(asked: Asked, action: AnyAction, subject: Subject | null): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const read = await readPost(c, subject ? action.input : withId(action.input))
  if (!read.ok) return formPage(asked, action, subject, read.values, read.errors, 422)
  const { id, ...input }: Record<string, unknown> = read.data
  const revision = Number(read.form.get('revision')) || 0
  const of = subject ? { id: subject.row.id, revision } : { id: String(id) }
  try {
    await perform(db, action, { ...of, viewer, unit_id: countryId, input, moment })
  } catch (error) {
    const { errors, status } = refusedForm(error, c.var.language, (code, cite) => sentence(c, code, cite))
    return formPage(
      asked,
      action,
      subject,
      read.values,
      errors.map((fault) => aboutPlaces(c, fault)),
      status,
    )
  }
  if (subject) return seeOther(c, subject.path)
  if (action === listAreas) return seeOther(c, rowPath.areas)
  const day = input['day']
  return seeOther(c, day instanceof Temporal.PlainDate ? `${calendarPath}?nam=${day.year}` : calendarPath)
}
