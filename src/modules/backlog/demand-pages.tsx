/** The ways in to demands on overdue units: their list, one with its records, its forms, its letters. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import { due } from '../../law/due.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { day, longText } from '../../platform/input.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { composeLetter } from '../notices/letters.ts'
import { letterMediaType } from '../notices/queries.ts'
import { paths, rowPath } from './addresses.ts'
import { answerOverdue } from './answer-overdue.ts'
import { correctDemand } from './correct-demand.ts'
import { demandLetterRow, demandLetters } from './demand-letters.ts'
import { type Demand, type DemandItem, demandById, demandItems, demandsOf, overdueBelow } from './demand-reads.ts'
import { DemandPage, DemandsPage } from './demand-views.tsx'
import { endDemand } from './end-demand.ts'
import { escalateDemand } from './escalate-demand.ts'
import { nameOf } from './list-views.tsx'
import { makeDemand } from './make-demand.ts'
import { handOverUnit } from './queries.ts'
import { type Asked, type FormOfStep, offered } from './step-form.tsx'
import { withdrawDemand } from './withdraw-demand.ts'

type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>
type FormRoute = (path: string, of: (asked: Asked) => Promise<FormOfStep>) => void

const plain: readonly AnyAction[] = [escalateDemand, endDemand, withdrawDemand]
const all: readonly AnyAction[] = [answerOverdue, ...plain, correctDemand]

/** Registers `/ton-dong/don-doc` and what is under it. */
export function demandPages(app: Hono<AppEnv>, asked: Wrap, form: FormRoute): void {
  const one = `${paths.demands}/:unit/:id`
  app.get(paths.demands, asked(list))
  form(`${paths.demands}/:unit/${makeDemand.step}`, making)
  app.get(one, asked(show))
  app.get(`${one}/van-ban/:letter`, asked(letter))
  for (const action of plain) form(`${one}/${action.step}`, (of) => onDemand(of, action))
  form(`${one}/${answerOverdue.step}`, (of) => answerForm(of, answerOverdue))
  form(`${one}/${correctDemand.step}`, correcting)
}

const notFound = () => new NotOpen('not-yours', '', 404)

async function list({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const page = (
    <DemandsPage
      frame={frameOf(c)}
      rows={await demandsOf(viewer, db.pool)}
      below={handOverUnit(viewer) ? await overdueBelow(viewer, db.pool) : null}
    />
  )
  return renderPage(c, page)
}

async function making({ c, db }: Asked): Promise<FormOfStep> {
  const { viewer, moment } = c.var
  const subordinate_id = c.req.param('unit') ?? ''
  const unit_id = handOverUnit(viewer)
  const unit = unit_id ? (await overdueBelow(viewer, db.pool)).find((one) => one.unit_id === subordinate_id) : undefined
  if (!unit_id || !unit) throw notFound()
  const answer_by = due('denunciation.answer-demand', { start: moment.on, ...(await countingOf(db.pool)) }).due
  const { demands } = words(c.var.language).backlog
  return {
    action: makeDemand,
    unit_id,
    row: null,
    about: `${unit.name} · ${demands.overdue}: ${unit.overdue}`,
    path: `${paths.demands}/${subordinate_id}`,
    back: paths.demands,
    values: { answer_by: shortDay(answer_by) },
    given: { subordinate_id },
    done: (id) => rowPath('demands', { unit_id, id }),
  }
}

async function rowOr404({ c, db }: Asked): Promise<Demand> {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit_id) && isUuid(id) ? await demandById(c.var.viewer, db.pool, unit_id, id) : null
  if (!row) throw notFound()
  return row
}

async function show(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const row = await rowOr404(asked)
  const path = rowPath('demands', row)
  // Who was asked has nothing to mend before it has answered.
  const mends = row.answered_on !== null || holds(c.var.viewer, row.unit_id, 'head')
  const actions = all.filter((one) => one !== correctDemand || mends)
  const page = (
    <DemandPage
      frame={frameOf(c)}
      row={row}
      items={await demandItems(c.var.viewer, db.pool, row)}
      letters={await demandLetters(c.var.viewer, db.pool, row)}
      steps={await offered(asked, actions, { unit_id: row.unit_id, row, path })}
    />
  )
  return renderPage(c, page)
}

async function letter(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const row = await rowOr404(asked)
  const found = await demandLetterRow(c.var.viewer, db.pool, row, c.req.param('letter') ?? '')
  if (!found) throw notFound()
  const bytes = await composeLetter('overdue-demand', found.data, {
    number: found.number,
    issued_on: found.issued_on.toString(),
  })
  return attachmentResponse({ name: `cong-van-${found.number}-${found.year}.docx`, media_type: letterMediaType }, bytes)
}

async function onDemand(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const row = await rowOr404(asked)
  const path = rowPath('demands', row)
  const { demands } = words(asked.c.var.language).backlog
  const about = demands.of(row.subordinate_name)
  return { action, unit_id: row.unit_id, row, about, path, back: path, values: { note: row.note }, done: () => path }
}

/** One field for the day of each record, and one for all that are left empty: the form follows the list. */
async function answerForm(asked: Asked, action: AnyAction): Promise<FormOfStep> {
  const { c, db } = asked
  const { demands } = words(c.var.language).backlog
  const form = await onDemand(asked, action)
  const row = await rowOr404(asked)
  const items = await demandItems(c.var.viewer, db.pool, row)
  const field = (index: number) => `day_${index + 1}`
  const called = (item: DemandItem) => `${nameOf(item, c.var.language)} · ${item.title}`
  const days = Object.fromEntries(items.map((_, index) => [field(index), day().optional()]))
  const reason = action === correctDemand ? { reason: longText(1000) } : {}
  const known = Object.fromEntries(
    items.map((item, index) => [field(index), item.new_on ? shortDay(Temporal.PlainDate.from(item.new_on)) : '']),
  )
  return {
    ...form,
    values: { answer: row.answer ?? '', ...known },
    asks: {
      schema: z.object({ answer: longText(4000), day_all: day().optional(), ...days, ...reason }),
      labels: Object.fromEntries(items.map((item, index) => [field(index), demands.day_of(called(item))])),
      input: (typed) => ({
        answer: typed['answer'],
        new_days: items.map((item, index) => {
          const new_on = typed[field(index)] ?? typed['day_all']
          if (new_on === undefined) throw new WrongInput([{ field: field(index), code: 'required' }])
          return { id: item.id, new_on }
        }),
        ...(action === correctDemand ? { reason: typed['reason'] } : {}),
      }),
    },
  }
}

/** Each side mends what it wrote: the superior the demand, the unit that was asked its answer. */
async function correcting(asked: Asked): Promise<FormOfStep> {
  const row = await rowOr404(asked)
  const asker = holds(asked.c.var.viewer, row.unit_id, 'head')
  if (!asker && row.answered_on !== null) return answerForm(asked, correctDemand)
  const form = await onDemand(asked, correctDemand)
  const end = row.end_note === null ? {} : { end_note: longText(2000) }
  return {
    ...form,
    values: { note: row.note, end_note: row.end_note ?? '' },
    asks: {
      schema: z.object({ note: longText(2000), ...end, reason: longText(1000) }),
      labels: {},
      input: (typed) => typed,
    },
  }
}
