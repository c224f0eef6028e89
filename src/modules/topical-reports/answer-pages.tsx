/** The ways in to one unit's answer: read, filled in, kept, handed in, corrected; nothing typed is lost on the way. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, keepPage, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import { answerPath, topicalPath } from './addresses.ts'
import { AnswerPage, SignedOutPage, valuesOf } from './answer-view.tsx'
import { correctAnswer } from './correct-answer.ts'
import { handIn } from './hand-in.ts'
import { nowOf } from './hours.ts'
import { keep } from './keep.ts'
import { answerById, historyOf, type ShownAnswer, type ShownCall } from './queries.ts'
import { answerMax, fieldOf, questionsMax } from './question.ts'
import { reportNothing } from './report-nothing.ts'
import { noSentence } from './said.ts'
import { topicalAnswer } from './topical-answer.ts'

const id36 = '{[0-9a-f-]{36}}'

/** Steps that a button of the page takes. */
const byButton: Readonly<Record<string, AnyAction>> = Object.fromEntries(
  [handIn, keep, reportNothing, correctAnswer].map((one) => [one.step, one]),
)

interface Asked {
  c: Context<AppEnv>
  db: Db
  row: ShownAnswer
  call: ShownCall
}

/** Registers the pages. */
export function answerPages(app: Hono<AppEnv>, db: Db): void {
  const address = `${topicalPath}/tra-loi/:unit${id36}/:id${id36}`
  const found = async (c: Context<AppEnv>): Promise<Asked> => {
    const [unit_id, id] = [c.req.param('unit') ?? '', c.req.param('id') ?? '']
    const one = isUuid(unit_id) && isUuid(id) ? await answerById(c.var.viewer, db.pool, unit_id, id) : null
    if (!one) throw new NotOpen('not-yours', '', 404)
    return { c, db, ...one }
  }
  app.get(address, async (c) => (c.var.viewer.account_id === null ? signInFirst(c) : show(await found(c))))
  app.post(address, async (c) => (c.var.viewer.account_id === null ? again(c) : take(await found(c))))
}

/** The round's hour; where an earlier round is still answered, its own. */
function dueOf(row: ShownAnswer, call: ShownCall): Temporal.Instant {
  const round = call.rounds.find(({ no }) => no === row.round)
  return round ? Temporal.Instant.from(round.due_at) : call.due_at
}

async function show(
  { c, db, row, call }: Asked,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { viewer, moment } = c.var
  const facts = await topicalAnswer.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const isOpen = (step: string) =>
    answerFor(topicalAnswer, step, {
      record: row,
      facts,
      viewer,
      moment,
      unit_id: row.unit_id,
      id: row.id,
      input: null,
    }).open
  const due_at = dueOf(row, call)
  const at = row.handed_in_at ?? nowOf(moment)
  const data = {
    row,
    call,
    may: isOpen(handIn.step) ? ('answer' as const) : isOpen(correctAnswer.step) ? ('correct' as const) : null,
    late: Temporal.Instant.compare(at, due_at) > 0,
    due_at,
    values: typed ?? valuesOf(call.questions, row.answers),
    errors,
    happened: await historyOf(viewer, db.pool, row, 'topical-answer'),
  }
  if (data.may !== null) keepPage(c)
  return renderPage(c, <AnswerPage frame={frameOf(c)} data={data} />, status)
}

/** Most of a field that is read at all. */
const typedMax = 4 * answerMax

/** The texts of a post, at most as many as a form of this page can hold. */
async function typedIn(c: Context<AppEnv>): Promise<(readonly [string, string])[]> {
  const form = await c.req.formData().catch(() => new FormData())
  return [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}

async function take(asked: Asked): Promise<Response> {
  const { c, db, row, call } = asked
  const { viewer, moment, language } = c.var
  const typed: Record<string, string> = Object.fromEntries(await typedIn(c))
  // Enter in a field presses no button: the form's own says what is meant.
  const action = byButton[typed['step'] ?? '']
  if (!action) throw new NotOpen('unknown-step', '', 404)
  const answers = Object.fromEntries(
    call.questions.flatMap((one) => {
      const text = typed[fieldOf(one)]
      return text === undefined || text.trim() === '' ? [] : [[one.id, text.slice(0, typedMax)]]
    }),
  )
  const names_no_person = typed['names_no_person'] === 'yes'
  const own = { answers, names_no_person }
  const input =
    action === reportNothing
      ? {}
      : action === correctAnswer
        ? { ...own, nothing: typed['nothing'] === 'yes', reason: typed['reason'] || undefined }
        : own
  const revision = Number(typed['revision']) || 0
  try {
    await perform(db, action, { viewer, moment, unit_id: row.unit_id, id: row.id, revision, input })
    return seeOther(c, answerPath(row))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    // Who typed over what somebody else has sent meanwhile sees both: theirs in the fields, the other above.
    const fresh = error instanceof Stale ? await answerById(viewer, db.pool, row.unit_id, row.id) : null
    return show({ ...asked, ...(fresh ?? {}) }, typed, errors, status)
  }
}

/** The session ended while somebody was typing: what was typed comes back, to be sent after signing in. */
async function again(c: Context<AppEnv>): Promise<Response> {
  const typed = (await typedIn(c))
    .filter(([name]) => /^(c_q\d{1,3}|revision|step|names_no_person|nothing|reason)$/.test(name))
    .slice(0, 4 * questionsMax)
    .map(([name, value]) => [name, value.slice(0, typedMax)] as const)
  const action = answerPath({ unit_id: c.req.param('unit') ?? '', id: c.req.param('id') ?? '' })
  return renderPage(c, <SignedOutPage frame={frameOf(c)} action={action} typed={typed} />, 401)
}
