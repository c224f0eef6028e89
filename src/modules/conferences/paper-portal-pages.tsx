/** What the public reaches of papers: open calls, a paper of one's own by its code, published volumes. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import { type FormValues, fieldsOf, readForm } from '../../platform/read-form.ts'
import { mayTry } from '../../platform/throttle.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode } from '../../platform/tracking-code.ts'
import { fileIds, isUuid } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { openBytes } from '../files/keep-file.ts'
import { fromOf } from '../people/requests.ts'
import { addPaperVersion } from './add-paper-version.ts'
import { paper } from './paper.ts'
import { callsPath, ownPaperPath, volumesPath } from './paper-addresses.ts'
import { CallFormPage, CallsPage, OwnPaperPage, OwnStepPage, SentPaperPage } from './paper-portal-views.tsx'
import { openCall, openCalls, openedPaper, publicVolume, publicVolumes } from './paper-queries.ts'
import { paperSentence } from './paper-step-pages.tsx'
import { readPaperForm } from './paper-uploads.ts'
import { submitPaper } from './submit-paper.ts'
import { fingerprintOf, makingOf, papersIn } from './volume.ts'
import { volumeResponse } from './volume-pages.tsx'
import { PublicVolumePage, PublicVolumesPage } from './volume-views.tsx'
import { withdrawPaper } from './withdraw-paper.ts'

interface Asked {
  c: Context<AppEnv>
  db: Db
  config: Pick<Config, 'data'>
}

const id = ':unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}'

/** Steps an author takes with the code. */
const ownSteps: readonly AnyAction[] = [addPaperVersion, withdrawPaper]

/** Registers `/tham-luan` and `/ky-yeu`. */
export function paperPortalPages(app: Hono<AppEnv>, deps: { db: Db; config: Pick<Config, 'data'> }): void {
  const asked = (work: (one: Asked) => Promise<Response>) => (c: Context<AppEnv>) => work({ c, ...deps })
  app.get(callsPath, asked(calls))
  app.get(`${callsPath}/gui/${id}`, asked(call))
  app.post(`${callsPath}/gui/${id}`, asked(send))
  app.get(`${callsPath}/bai/${id}`, asked(own))
  app.get(`${callsPath}/bai/${id}/tep/:no{\\d{1,3}}`, asked(ownFile))
  for (const action of ownSteps) {
    app.get(
      `${callsPath}/bai/${id}/${action.step}`,
      asked((one) => ownStep(one, action)),
    )
    app.post(
      `${callsPath}/bai/${id}/${action.step}`,
      asked((one) => takeOwn(one, action)),
    )
  }
  app.get(volumesPath, asked(volumes))
  app.get(`${volumesPath}/${id}`, asked(volume))
  app.get(`${volumesPath}/${id}/:kind{docx|pdf}`, asked(volumeFile))
}

const never = (): never => {
  throw new NotOpen('not-yours', '', 404)
}

function keyOf(c: Context<AppEnv>): { unit_id: string; id: string } {
  const unit_id = c.req.param('unit') ?? ''
  const record_id = c.req.param('id') ?? ''
  return isUuid(unit_id) && isUuid(record_id) ? { unit_id, id: record_id } : never()
}

async function calls({ c, db }: Asked): Promise<Response> {
  return renderPage(c, <CallsPage frame={frameOf(c)} calls={await openCalls(c.var.viewer, db.pool)} />)
}

async function callOf({ c, db }: Asked) {
  const key = keyOf(c)
  return (await openCall(c.var.viewer, db.pool, key.unit_id, key.id)) ?? never()
}

const callSchema = withId(submitPaper.input.omit({ topic_id: true }))

async function call(
  one: Asked,
  refused: { values: FormValues; errors: readonly Fault[]; status: PageStatus } | null = null,
): Promise<Response> {
  const { c, db } = one
  const found = await callOf(one)
  const typed = String(refused?.values['code'] ?? '')
  const code = readTrackingCode(typed) ? typed : newTrackingCode(await prefixOfUnit(db.pool, found.unit_id))
  const over = Temporal.PlainDate.compare(c.var.moment.on, found.due_on) > 0
  return renderPage(
    c,
    <CallFormPage
      frame={frameOf(c)}
      call={found}
      over={over}
      schema={callSchema}
      values={{ ...startOf(), ...refused?.values, code }}
      errors={refused?.errors ?? []}
    />,
    refused?.status,
  )
}

async function send(one: Asked): Promise<Response> {
  const { c, db, config } = one
  const { viewer, moment, language } = c.var
  const found = await callOf(one)
  const may = await mayTry(db.pool, `send-paper ${found.id} ${fromOf(c).address}`, { tries: 60, minutes: 60 })
  // Nothing is read of what comes after too many: reading a file is what costs.
  if (!may) return call(one, { values: {}, errors: [{ field: '', code: 'too-many-sent' }], status: 429 })
  const read = await readPaperForm(c.req.raw, callSchema, {
    data: config.data,
    unit_id: found.unit_id,
    language,
    newId: (form) => fileIds(String(form.get('id')), 'submit'),
  })
  try {
    const { values } = read
    if (!read.ok) return await call(one, { values, errors: read.errors, status: 422 })
    const { id: new_id, ...typed } = read.data
    const record_id = String(new_id)
    const citizen: Viewer = { ...viewer, account_id: null, positions: [], inherited: [], via: 'portal' }
    try {
      const input = { ...typed, topic_id: found.id }
      await perform(db, submitPaper, { viewer: citizen, moment, unit_id: found.unit_id, id: record_id, input })
    } catch (error) {
      if (error instanceof NotOpen && error.status === 404)
        return await call(one, {
          values: { ...values, id: '', code: '' },
          errors: [{ field: '', code: 'sent-already' }],
          status: 422,
        })
      const said = refusedForm(error, language, (code, cite) => paperSentence(language, code, cite))
      return await call(one, { values, ...said })
    }
    return renderPage(c, <SentPaperPage frame={frameOf(c)} call={found} code={String(typed['code'])} />)
  } finally {
    await read.done()
  }
}

async function ownRow({ c, db }: Asked) {
  const key = keyOf(c)
  return (await openedPaper(c.var.viewer, db.pool, key.unit_id, key.id)) ?? never()
}

async function refusal(one: Asked, action: AnyAction): Promise<string | null> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { row } = await ownRow(one)
  const facts = await paper.facts(db.pool, { record: row, unit_id: row.unit_id, viewer, moment })
  const about = { record: row, facts, viewer, moment, unit_id: row.unit_id, id: row.id, input: null }
  const said = answerFor(paper, action.step, about)
  return said.open ? null : paperSentence(language, said.code, said.cite)
}

async function own(one: Asked): Promise<Response> {
  const found = await ownRow(one)
  const steps: { href: string; verb: string }[] = []
  const verbs: Readonly<Record<string, { button: string }>> = words(one.c.var.language).law.steps.paper
  for (const action of ownSteps)
    if ((await refusal(one, action)) === null)
      steps.push({ href: ownPaperPath(found.row, action.step), verb: verbs[action.step]?.button ?? action.step })
  return renderPage(one.c, <OwnPaperPage frame={frameOf(one.c)} {...found} steps={steps} />)
}

async function ownFile(one: Asked): Promise<Response> {
  const { row } = await ownRow(one)
  const version = row.versions.find((each) => each.no === Number(one.c.req.param('no')))
  if (!version) return never()
  return attachmentResponse(version, await openBytes(one.config.data, row.unit_id, version.stored))
}

async function ownStep(
  one: Asked,
  action: AnyAction,
  refused: { values: FormValues; errors: readonly Fault[]; status: PageStatus } | null = null,
): Promise<Response> {
  const { row } = await ownRow(one)
  const no = refused ? null : await refusal(one, action)
  const errors = refused?.errors ?? (no === null ? [] : [{ field: '', code: 'not-now', sentence: no }])
  return renderPage(
    one.c,
    <OwnStepPage frame={frameOf(one.c)} row={row} action={action} values={refused?.values ?? {}} errors={errors} />,
    refused?.status,
  )
}

async function takeOwn(one: Asked, action: AnyAction): Promise<Response> {
  const { c, db, config } = one
  const { viewer, moment, language } = c.var
  const { row } = await ownRow(one)
  const may = await mayTry(db.pool, `own-paper ${row.id}`, { tries: 60, minutes: 60 })
  if (!may) return ownStep(one, action, { values: {}, errors: [{ field: '', code: 'too-many-sent' }], status: 429 })
  const read = fieldsOf(action.input).some((each) => each.field === 'file')
    ? await readPaperForm(c.req.raw, action.input, {
        data: config.data,
        unit_id: row.unit_id,
        language,
        newId: () => fileIds(row.id, String(row.revision)),
      })
    : await plainForm(c, action)
  try {
    if (!read.ok) return await ownStep(one, action, { values: read.values, errors: read.errors, status: 422 })
    const revision = Number(read.form.get('revision')) || 0
    await perform(db, action, { viewer, moment, unit_id: row.unit_id, id: row.id, revision, input: read.data })
  } catch (error) {
    const said = refusedForm(error, language, (code, cite) => paperSentence(language, code, cite))
    return await ownStep(one, action, { values: read.values, ...said })
  } finally {
    await read.done()
  }
  return seeOther(c, ownPaperPath(row))
}

async function plainForm(c: Context<AppEnv>, action: AnyAction) {
  const form = await c.req.formData().catch(() => new FormData())
  return { ...readForm(action.input, form), form, done: async () => {} }
}

async function volumes({ c, db }: Asked): Promise<Response> {
  return renderPage(c, <PublicVolumesPage frame={frameOf(c)} lines={await publicVolumes(c.var.viewer, db.pool)} />)
}

/** The volume as it was published, if the papers are still the same. */
async function published({ c, db }: Asked) {
  const key = keyOf(c)
  const found = (await publicVolume(c.var.viewer, db.pool, key.unit_id, key.id)) ?? never()
  const papers = await papersIn(db.pool, key.unit_id, found.row.meeting_id)
  const fingerprint = fingerprintOf(found.row, found.meeting, papers)
  const same = fingerprint === found.row.published_print
  const made = same ? await makingOf(db.pool, found.row, fingerprint) : null
  // What has come since is not public before the head publishes again.
  return { ...found, papers: same ? papers : [], made: made?.state === 'ready' ? made : null }
}

async function volume(one: Asked): Promise<Response> {
  return renderPage(one.c, <PublicVolumePage frame={frameOf(one.c)} {...(await published(one))} />)
}

async function volumeFile(one: Asked): Promise<Response> {
  const { row, meeting, made } = await published(one)
  if (!made) return never()
  const kind = one.c.req.param('kind') === 'pdf' ? 'pdf' : 'docx'
  return volumeResponse(one.config.data, row, made.fingerprint, kind, meeting.title)
}
