/** The ways in to paper copies and to what becomes of letters: `/so/ky-giay`, and the pile to sign: `/so/cho-ky`. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { correctLetter } from './correct-letter.ts'
import { numberPaper } from './number-paper.ts'
import { numberSigned } from './number-signed.ts'
import {
  LetterStepPage,
  PaperLetterPage,
  PaperPage,
  paperPath,
  SignPage,
  SignPilePage,
  signPath,
} from './paper-page.tsx'
import { keepsPaper, type PaperLetter, paperLetter, paperLetters, paperSigningOf } from './paper-queries.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'
import { signLetter } from './sign-letter.ts'
import { signOnPaper } from './sign-on-paper.ts'
import { stopSigningOnPaper } from './stop-signing-on-paper.ts'
import { voidLetter } from './void-letter.ts'

const steps = {
  'number-signed': numberSigned,
  'number-paper': numberPaper,
  'replace-letter': replaceLetter,
  'correct-letter': correctLetter,
  'recall-letter': recallLetter,
  'void-letter': voidLetter,
} as const satisfies Readonly<Record<string, AnyAction>>
type Step = keyof typeof steps
const stepNames = Object.keys(steps) as Step[]
const settings: readonly AnyAction[] = [signOnPaper, stopSigningOnPaper]

interface Asked {
  c: Context<AppEnv>
  db: Db
  unit_id: string
}

/** Registers the pages; `/so/*` has already sent those who are not signed in away. */
export function paperPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get(paperPath, (c) => list(c, db))
  app.post(`${paperPath}/:unit/:step{(sign-on-paper|stop-signing-on-paper)}`, (c) => set(c, db))
  app.get(`${paperPath}/:unit/:id`, async (c) => {
    const found = await letterOf(c, db)
    if (!found) return c.notFound()
    const { unit_id, letter } = found
    const open = stepNames.filter((step) => opensFor(c, unit_id, letter, step))
    return renderPage(c, <PaperLetterPage frame={frameOf(c)} unit_id={unit_id} letter={letter} steps={open} />)
  })
  app.get(`${paperPath}/:unit/:id/:step`, (c) => stepForm(c, db, { values: {}, errors: [] }))
  app.post(`${paperPath}/:unit/:id/:step`, (c) => stepPost(c, db))
  app.get(signPath, (c) => pile(c, db))
  app.get(`${signPath}/:unit/:id`, (c) => toSign(c, db))
  app.post(`${signPath}/:unit/:id`, (c) => sign(c, db))
}

const calendarOf = async (db: Db) => (await countingOf(db.pool)).calendar

async function list(c: Context<AppEnv>, db: Db, errors: readonly Fault[] = []): Promise<Response> {
  const { viewer } = c.var
  const unit_id = viewer.positions.find((post) => keepsPaper(viewer, post.unit_id))?.unit_id
  if (!unit_id) return c.notFound() as Response
  const page = (
    <PaperPage
      frame={frameOf(c)}
      unit_id={unit_id}
      letters={await paperLetters(viewer, db.pool, unit_id, await calendarOf(db))}
      setting={await paperSigningOf(viewer, db.pool, unit_id)}
      is_head={holds(viewer, unit_id, 'head')}
      new_id={uuidv7()}
      schema={signOnPaper.input}
      errors={errors}
    />
  )
  return renderPage(c, page, errors.length > 0 ? 422 : 200)
}

async function set(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { unit = '', step } = c.req.param() as { unit?: string; step?: string }
  const action = settings.find((one) => one.step === step)
  if (!action || !isUuid(unit)) return c.notFound() as Response
  const posted = await readPost(c, action.input)
  const id = String(posted.form.get('id') ?? '')
  if (!isUuid(id)) return c.notFound() as Response
  if (!posted.ok) return list(c, db, posted.errors)
  const { viewer, moment } = c.var
  const seen = posted.form.get('revision')
  const revision = seen === null ? {} : { revision: Number(seen) }
  try {
    await perform(db, action, { viewer, moment, unit_id: unit, id, input: posted.data, ...revision })
    return seeOther(c, paperPath)
  } catch (fault) {
    if (fault instanceof WrongInput) return list(c, db, fault.faults)
    throw fault
  }
}

async function letterOf(c: Context<AppEnv>, db: Db): Promise<(Asked & { letter: PaperLetter }) | null> {
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return null
  const at = { unit_id: unit, id, calendar: await calendarOf(db) }
  const letter = await paperLetter(c.var.viewer, db.pool, at)
  return letter && { c, db, unit_id: unit, letter }
}

/** Whether the step's form is offered: the step itself asks again. */
function opensFor(c: Context<AppEnv>, unit_id: string, letter: PaperLetter, step: Step): boolean {
  const { viewer } = c.var
  const action: AnyAction = steps[step]
  const by = action.noun.workflow[step]?.by ?? []
  if (!by.some((kind) => carries(viewer, unit_id, kind === 'head' ? 'head' : 'clerk'))) return false
  const ceased = letter.marks?.some((mark) => mark.how !== 'corrected') ?? false
  if (step === 'number-signed') return letter.paper?.state === 'signed'
  if (step === 'number-paper') return letter.paper === null && !ceased
  return !ceased && (step !== 'void-letter' || letter.paper === null)
}

async function stepForm(
  c: Context<AppEnv>,
  db: Db,
  shown: { values: FormValues; errors: readonly Fault[]; status?: 409 | 422 },
): Promise<Response> {
  const step = stepNames.find((one) => one === c.req.param('step'))
  const found = step && (await letterOf(c, db))
  if (!step || !found) return c.notFound() as Response
  const { letter, unit_id } = found
  const about = steps[step].noun.kind === 'letter-change' || step === 'number-paper'
  const today = { numbered_on: dayOf(c), signed_on: '' }
  const page = (
    <LetterStepPage
      frame={frameOf(c)}
      unit_id={unit_id}
      letter={letter}
      step={step}
      schema={steps[step].input}
      values={{ ...today, ...shown.values, letter_id: letter.id }}
      hidden={{
        id: String(shown.values['id'] ?? (about && step !== 'number-paper' ? uuidv7() : letter.id)),
        ...(step === 'number-signed' ? { revision: letter.paper?.revision ?? 0 } : {}),
      }}
      errors={shown.errors}
    />
  )
  return renderPage(c, page, shown.errors.length > 0 ? (shown.status ?? 422) : 200)
}

const dayOf = (c: Context<AppEnv>) => {
  const { day, month, year } = c.var.viewer.on
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

async function stepPost(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { unit = '', id: letter_id = '', step: asked } = c.req.param() as Record<string, string | undefined>
  const step = stepNames.find((one) => one === asked)
  if (!step || !isUuid(unit) || !isUuid(letter_id)) return c.notFound() as Response
  const action: AnyAction = steps[step]
  const { form } = await readPost(c, action.input)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const id = action.noun.kind === 'paper-copy' ? letter_id : (typed['id'] ?? '')
  if (!isUuid(id)) return c.notFound() as Response
  const changes = Object.entries(typed).filter(([name]) => name.startsWith('changes.'))
  const input = {
    ...typed,
    letter_id,
    ...(step === 'replace-letter'
      ? { changes: Object.fromEntries(changes.map(([name, words]) => [name.slice('changes.'.length), words])) }
      : {}),
  }
  const { viewer, moment } = c.var
  const revision = typed['revision'] === undefined ? {} : { revision: Number(typed['revision']) }
  try {
    await perform(db, action, { viewer, moment, unit_id: unit, id, input, ...revision })
    return seeOther(c, `${paperPath}/${unit}/${letter_id}`)
  } catch (fault) {
    if (fault instanceof WrongInput) return stepForm(c, db, { values: typed, errors: fault.faults })
    if (!(fault instanceof NotOpen) || fault.status === 404) throw fault
    const errors = [{ field: '', code: fault.code, sentence: refusal(c, fault.code) }]
    return stepForm(c, db, { values: typed, errors, status: 409 })
  }
}

function refusal(c: Context<AppEnv>, code: string): string {
  const { law, books } = words(c.var.language)
  const own: Readonly<Record<string, string>> = { ...law.refusals, ...books.refusals }
  return own[code] ?? law.refusals['not-in-this-state']
}

/** The unit whose letters the viewer signs. */
function signsFor(c: Context<AppEnv>): string | null {
  return c.var.viewer.positions.find((one) => one.kind === 'head')?.unit_id ?? null
}

async function waiting(c: Context<AppEnv>, db: Db, unit_id: string): Promise<PaperLetter[]> {
  const all = await paperLetters(c.var.viewer, db.pool, unit_id, await calendarOf(db))
  return all.filter((one) => one.waits === 'signature')
}

async function pile(c: Context<AppEnv>, db: Db): Promise<Response> {
  const unit_id = signsFor(c)
  if (!unit_id) return c.notFound() as Response
  const letters = await waiting(c, db, unit_id)
  const done = c.req.query('xong') !== undefined
  return renderPage(c, <SignPilePage frame={frameOf(c)} unit_id={unit_id} letters={letters} done={done} />)
}

async function toSign(c: Context<AppEnv>, db: Db): Promise<Response> {
  const found = await letterOf(c, db)
  if (!found || !carries(c.var.viewer, found.unit_id, 'head')) return c.notFound() as Response
  const { letter, unit_id } = found
  if (letter.waits !== 'signature') return seeOther(c, `${paperPath}/${unit_id}/${letter.id}`)
  const letters = await waiting(c, db, unit_id)
  const at = letters.findIndex((one) => one.id === letter.id)
  const next = letters[at + 1] ?? letters.find((one) => one.id !== letter.id) ?? null
  const done = c.req.query('xong') !== undefined
  const page = <SignPage frame={frameOf(c)} {...{ unit_id, letter, next, done }} left={letters.length} />
  return renderPage(c, page)
}

async function sign(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const { viewer, moment } = c.var
  const before = await waiting(c, db, unit)
  const at = before.findIndex((one) => one.id === id)
  await perform(db, signLetter, { viewer, moment, unit_id: unit, id, input: { letter_id: id } })
  const next = before[at + 1] ?? before.find((one) => one.id !== id)
  return seeOther(c, next ? `${signPath}/${unit}/${next.id}?xong` : `${signPath}?xong`)
}
