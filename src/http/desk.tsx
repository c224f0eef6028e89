/** The officers' ways in: worklists, search, recording a petition at the desk. */
import type { Context, Hono } from 'hono'
import { workingDayAfter } from '../law/calendar.ts'
import { demandsWaiting } from '../modules/backlog/demand-reads.ts'
import { DemandsWait } from '../modules/backlog/demand-views.tsx'
import { paperWaiting } from '../modules/books/paper-queries.ts'
import { PaperWaits } from '../modules/books/paper-waits.tsx'
import { countingOf } from '../modules/calendars/counting.ts'
import { CommitmentsWait } from '../modules/commitments/commitments-wait.tsx'
import { commitmentsWaiting } from '../modules/commitments/queries.ts'
import { FollowUpPage, followUpPath } from '../modules/complaints/follow-up.tsx'
import {
  decisionsToSend,
  markedWithdrawals,
  openAlerts,
  ordersOwed,
  repliesOwed,
} from '../modules/complaints/queries.ts'
import { InvitationsWait } from '../modules/conferences/invitations-wait.tsx'
import { invitationsUnanswered } from '../modules/conferences/queries.ts'
import { sealedWorkDue } from '../modules/denunciations/word-queries.ts'
import { WorkDue } from '../modules/denunciations/work-due.tsx'
import { resultsOwed } from '../modules/dialogues/queries.ts'
import { ResultsWait } from '../modules/dialogues/results-wait.tsx'
import { keepUploads } from '../modules/files/keep-file.ts'
import { readFormWithFiles } from '../modules/files/read-form-with-files.ts'
import { OwnGrievances } from '../modules/grievances/own-line.tsx'
import { ownGrievances } from '../modules/grievances/queries.ts'
import { PlansWait } from '../modules/hotspots/plans-wait.tsx'
import { plansWaiting } from '../modules/hotspots/queries.ts'
import { LikelyList, SearchPage, WorklistPage } from '../modules/petitions/desk.tsx'
import {
  findPetitions,
  likelyPetitions,
  type WorkList,
  workCounts,
  workItems,
  workUnits,
} from '../modules/petitions/queries.ts'
import { record } from '../modules/petitions/record.ts'
import { RecordedPage, RecordPetitionPage } from '../modules/petitions/record-page.tsx'
import { PlansAwaited } from '../modules/programmes/plans-awaited.tsx'
import { paperUnits } from '../modules/programmes/programme.ts'
import { awaitedPlans } from '../modules/programmes/queries.ts'
import { TopicalOwed } from '../modules/topical-reports/owed-line.tsx'
import { owedBy } from '../modules/topical-reports/queries.ts'
import { NotOpen, WrongInput } from '../platform/actions/errors.ts'
import { perform } from '../platform/actions/perform.ts'
import { holds } from '../platform/actions/viewer.ts'
import type { Fault } from '../platform/input.ts'
import type { FormValues } from '../platform/read-form.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode } from '../platform/tracking-code.ts'
import { fileIds, isUuid, uuidv7 } from '../platform/uuid.ts'
import { shortDay } from '../ui/parts/format.ts'
import { recordPath } from '../ui/parts/letter.tsx'
import { words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import type { AppEnv } from './env.ts'
import { frameOf, renderFragment, renderPage, seeOther, signInFirst, worksWithRegister } from './pages.ts'
import { stepWords } from './step-form.ts'

const lists: readonly WorkList[] = ['mine', 'unit', 'overdue', 'sign', 'unsigned', 'late']

/** Registers `/ban-lam-viec` and `/ho-so` (search). */
export function deskPages(app: Hono<AppEnv>, deps: AppDeps): void {
  for (const path of ['/ban-lam-viec', '/ban-lam-viec/*', '/ho-so', '/ho-so/*']) {
    app.use(path, async (c, next) => (c.var.viewer.account_id === null ? signInFirst(c) : next()))
  }
  app.get('/ban-lam-viec', (c) => worklist(c, deps))
  app.get(followUpPath, (c) => followUp(c, deps))
  app.get('/ho-so', async (c) => {
    const searched = (c.req.query('q') ?? '').slice(0, 200)
    const found = await findPetitions(c.var.viewer, deps.db.pool, searched)
    return renderPage(c, <SearchPage frame={frameOf(c)} searched={searched} found={found} />)
  })
  app.get('/ban-lam-viec/giong', async (c) => {
    const unit_id = intakeUnit(c)
    if (!unit_id) return renderFragment(c, null)
    const text = [c.req.query('title'), c.req.query('text')].join('\n').slice(0, 20_000)
    const name = (c.req.query('petitioner_name') ?? '').replaceAll('\0', ' ').slice(0, 100)
    const found = await likelyPetitions(c.var.viewer, deps.db.pool, { unit_id, text, name })
    return renderFragment(c, <LikelyList found={found} language={c.var.language} />)
  })
  app.get('/ban-lam-viec/nhap-don', (c) => recordForm(c, deps, {}))
  app.post('/ban-lam-viec/nhap-don', (c) => recordPost(c, deps))
}

function intakeUnit(c: Context<AppEnv>): string | null {
  const { viewer } = c.var
  return viewer.positions.find((post) => holds(viewer, post.unit_id, 'reception-officer', 'clerk'))?.unit_id ?? null
}

async function worklist(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { viewer } = c.var
  // Whoever works with no register begins where their work is.
  if (!worksWithRegister(viewer)) return seeOther(c, '/don-vi')
  const asked = c.req.query('danh-sach') as WorkList
  const usual: WorkList = viewer.positions.some((post) => post.kind === 'head')
    ? 'sign'
    : intakeUnit(c)
      ? 'unit'
      : 'mine'
  const list = lists.includes(asked) ? asked : usual
  const field = Object.hasOwn(words('vi').law.fields, c.req.query('linh-vuc') ?? '')
    ? (c.req.query('linh-vuc') ?? '')
    : ''
  const after = keyset(c.req.query('sau'))
  const sql = deps.db.pool
  const counting = await countingOf(sql)
  const [items, counts, paper, alerts] = await Promise.all([
    workItems(viewer, sql, list, { ...(field ? { field } : {}), after }),
    workCounts(viewer, sql),
    paperWaiting(viewer, sql, counting.calendar),
    openAlerts(viewer, sql),
  ])
  const data = {
    list,
    counts,
    items,
    field,
    after,
    counting,
    may_record: intakeUnit(c) !== null,
    alerts,
    follow_up: followUpPath,
    heads: viewer.positions.some((post) => post.kind === 'head'),
  }
  const demands = await demandsWaiting(viewer, sql)
  const own = await ownGrievances(viewer, sql)
  const plans = await plansWaiting(viewer, sql)
  const commitments = await commitmentsWaiting(viewer, sql)
  const invitations = await invitationsUnanswered(viewer, sql)
  const results = await resultsOwed(viewer, sql, workingDayAfter(c.var.moment.on, 3, counting.calendar))
  const plans_awaited = paperUnits(viewer).length > 0 ? await awaitedPlans(viewer, sql) : []
  const topical = await owedBy(viewer, sql)
  const sealed = await sealedWorkDue(viewer, sql, workingDayAfter(c.var.moment.on, 3, counting.calendar))
  const waits = (
    <>
      <TopicalOwed language={c.var.language} owed={topical} />
      {sealed > 0 && <WorkDue language={c.var.language} />}
      {demands && <DemandsWait language={c.var.language} waiting={demands} />}
      {paper && <PaperWaits language={c.var.language} waiting={paper} heads={data.heads} />}
      <OwnGrievances language={c.var.language} own={own} />
      <PlansAwaited language={c.var.language} awaited={plans_awaited} />
      <PlansWait language={c.var.language} waiting={plans} />
      <CommitmentsWait language={c.var.language} waiting={commitments} />
      <ResultsWait language={c.var.language} waiting={results} on={c.var.moment.on} />
      <InvitationsWait language={c.var.language} waiting={invitations} />
    </>
  )
  return renderPage(c, <WorklistPage frame={frameOf(c)} data={data} before={waits} />)
}

async function followUp(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { viewer } = c.var
  if (!worksWithRegister(viewer)) return seeOther(c, '/don-vi')
  const sql = deps.db.pool
  const counting = await countingOf(sql)
  const [replies, to_send, owed, marked] = await Promise.all([
    repliesOwed(viewer, sql, counting),
    decisionsToSend(viewer, sql),
    ordersOwed(viewer, sql),
    viewer.positions.some((post) => post.kind === 'head') ? markedWithdrawals(viewer, sql) : null,
  ])
  return renderPage(c, <FollowUpPage frame={frameOf(c)} data={{ replies, to_send, owed, marked }} />)
}

function keyset(typed: string | undefined) {
  const found = /^(\d{4}-\d{2}-\d{2})?_([0-9a-f-]{36})$/.exec(typed ?? '')
  return found?.[2] && isUuid(found[2]) ? { due_on: found[1] ?? '', id: found[2] } : null
}

interface Shown {
  values?: FormValues
  errors?: readonly Fault[]
  note?: string
}

async function recordForm(
  c: Context<AppEnv>,
  deps: AppDeps,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const unit_id = intakeUnit(c)
  if (!unit_id || workUnits(c.var.viewer).length === 0) return c.notFound()
  const visit = c.req.query('luot')
  const first: FormValues = {
    received_on: shortDay(c.var.moment.on),
    source: 'in-person',
    signed: 'yes',
    ...(visit && isUuid(visit) ? { visit_id: visit } : {}),
  }
  // A code that came back broken could never be sent: the form gets a new one.
  const typed = String(shown.values?.['code'] ?? '')
  const code = readTrackingCode(typed) ? typed : newTrackingCode(await prefixOfUnit(deps.db.pool, unit_id))
  const id = typeof shown.values?.['id'] === 'string' && isUuid(shown.values['id']) ? shown.values['id'] : uuidv7()
  return renderPage(
    c,
    <RecordPetitionPage
      frame={frameOf(c)}
      schema={record.input}
      words={stepWords(words(c.var.language), 'petition', 'record')}
      values={{ ...first, ...shown.values, code }}
      errors={shown.errors}
      note={shown.note}
      id={id}
    />,
    status,
  )
}

async function recordPost(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const unit_id = intakeUnit(c)
  if (!unit_id) return c.notFound()
  const { viewer, moment, language } = c.var
  const read = await readFormWithFiles(c.req.raw, record.input, deps.config.data, language)
  try {
    const id = String(read.form.get('id') ?? '')
    const values = { ...read.values, id }
    if (!read.ok) return await recordForm(c, deps, { values, errors: read.errors }, 422)
    if (!isUuid(id)) return await recordForm(c, deps, { values, errors: [{ field: '', code: 'form-broken' }] }, 422)
    const kept = await keepUploads(deps.config.data, unit_id, read.uploads, fileIds(id, 'record'))
    const input = { ...read.data, ...(kept.length > 0 ? { files: kept } : {}) }
    try {
      const done = await perform(deps.db, record, { viewer, unit_id, id, input, moment })
      const number = done.numbers['register_number']
      return renderPage(
        c,
        <RecordedPage
          frame={frameOf(c)}
          number={`${number}/${read.data.received_on.year}`}
          code={read.data.code}
          href={recordPath('petition', { unit_id, id })}
        />,
      )
    } catch (error) {
      if (error instanceof WrongInput) return await recordForm(c, deps, { values, errors: error.faults }, 422)
      if (error instanceof NotOpen) {
        const code = error.status === 404 ? 'recorded-already' : 'form-broken'
        return await recordForm(
          c,
          deps,
          { values: { ...values, id: '', code: '' }, errors: [{ field: '', code }] },
          409,
        )
      }
      throw error
    }
  } finally {
    await read.done()
  }
}
