/** The ways in to forms as data and to send days; changes are the keeper's, who administers the country. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { lastEnded } from '../../law/report-periods.ts'
import type { AnyAction, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { countryId } from '../units/unit.ts'
import { addForm } from './add-form.ts'
import { correctSendDay } from './correct-send-day.ts'
import { formFileMax } from './form-file.ts'
import { addedForm, addedForms, isKeeper, setSendDayRow, setSendDays } from './form-queries.ts'
import { formsInUse } from './forms-in-use.ts'
import { AddedFormPage, FormsPage, formsPath, SendDaysPage, sendDaysPath } from './forms-view.tsx'
import { putInForce } from './put-in-force.ts'
import { makeReport } from './report.ts'
import { reportForm } from './report-form.ts'
import { setSendDay } from './set-send-day.ts'
import { takeBackForm } from './take-back-form.ts'
import { unsetSendDay } from './unset-send-day.ts'

interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** Registers `/bao-cao/bieu-mau` and `/bao-cao/han-gui`. */
export function formPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) =>
    c.var.viewer.account_id === null ? signInFirst(c) : work({ c, db })
  app.get(
    formsPath,
    asked((one) => showForms(one, [])),
  )
  app.post(formsPath, asked(add))
  app.get(`${formsPath}/:id{[0-9a-f-]{36}}`, asked(showAdded))
  app.post(`${formsPath}/:id{[0-9a-f-]{36}}/put-in-force`, asked(putIn))
  const takenBack = `${formsPath}/:id{[0-9a-f-]{36}}/take-back-form`
  app.get(
    takenBack,
    asked((one) => formPage(one, takeBackForm, {}, [])),
  )
  app.post(
    takenBack,
    asked((one) => take(one, takeBackForm)),
  )
  app.get(
    sendDaysPath,
    asked(async ({ c }) => {
      const set = await setSendDays(c.var.viewer, db.pool)
      return renderPage(c, <SendDaysPage frame={frameOf(c)} set={set} keeper={isKeeper(c.var.viewer)} />)
    }),
  )
  app.get(
    `${sendDaysPath}/set-send-day`,
    asked((one) => formPage(one, setSendDay, startOf(), [])),
  )
  app.post(
    `${sendDaysPath}/set-send-day`,
    asked((one) => take(one, setSendDay)),
  )
  for (const action of [correctSendDay, unsetSendDay] as const) {
    const path = `${sendDaysPath}/:id{[0-9a-f-]{36}}/${action.step}`
    app.get(
      path,
      asked((one) => formPage(one, action, null, [])),
    )
    app.post(
      path,
      asked((one) => take(one, action)),
    )
  }
}

async function showForms({ c, db }: Asked, faults: readonly string[]): Promise<Response> {
  const { viewer } = c.var
  const page = (
    <FormsPage
      frame={frameOf(c)}
      forms={[...(await formsInUse(db.pool))].reverse()}
      added={await addedForms(viewer, db.pool)}
      offer={isKeeper(viewer) ? uuidv7() : null}
      faults={faults}
    />
  )
  return renderPage(c, page, faults.length > 0 ? 422 : 200)
}

/** The file's faults, each a sentence with its place. */
function sentencesOf(c: Context<AppEnv>, faults: readonly Fault[]): string[] {
  const said = words(c.var.language).reports.forms
  const sentences: Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>> =
    said.file_faults
  return faults.map(({ code, params = {} }) =>
    said.at(String(params['at'] ?? ''), sentences[code]?.(params) ?? said.no_file),
  )
}

async function add(asked: Asked): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const { form } = await readPost(c, z.object({}))
  const [id, file] = [String(form.get('id') ?? ''), form.get('file')]
  if (!isUuid(id)) throw new NotOpen('not-yours', '', 404)
  const fits = file instanceof File && file.size > 0 && file.size <= formFileMax
  if (!fits) return showForms(asked, [words(c.var.language).reports.forms.no_file])
  try {
    await perform(db, addForm, { viewer, moment, unit_id: countryId, id, input: { content: await file.text() } })
  } catch (error) {
    if (error instanceof WrongInput) return showForms(asked, sentencesOf(c, error.faults))
    throw error
  }
  return seeOther(c, `${formsPath}/${id}`)
}

async function showAdded({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const row = await addedForm(viewer, db.pool, c.req.param('id') ?? '')
  const { form, id } = row
  const about = { viewer, moment, unit_id: countryId, record: row, id, input: null }
  const facts = await reportForm.facts(db.pool, about)
  const said = answerFor(reportForm, 'put-in-force', { ...about, facts })
  // Sums of the whole country alone, without denunciations: who keeps forms reads no register.
  const period = lastEnded('6m', viewer.on, form.instrument)
  const report =
    row.state === 'taken-back'
      ? null
      : await makeReport(db.pool, { form, period, unit: 'TW', tree_on: null, as_of: null }, { denunciations: false })
  const refusal = said.open ? null : sentence(c, said.code, said.cite)
  return renderPage(c, <AddedFormPage frame={frameOf(c)} row={row} report={report} refusal={refusal} />)
}

async function putIn({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const id = c.req.param('id') ?? ''
  const { form } = await readPost(c, z.object({}))
  const revision = Number(form.get('revision')) || 0
  await perform(db, putInForce, { viewer, moment, unit_id: countryId, id, revision, input: {} })
  return seeOther(c, `${formsPath}/${id}`)
}

const sentence = (c: Context<AppEnv>, code: string, cite: string): string => {
  const { forms } = words(c.var.language).reports
  const own: Readonly<Record<string, string>> = forms.refusals
  return own[code] ?? forms.not_now(cite)
}

/** The row a step is about; null for one that creates. */
async function rowOf({ c, db }: Asked, action: AnyAction): Promise<{ row: RecordRow; values: FormValues } | null> {
  const { viewer } = c.var
  if (action === setSendDay) {
    if (!isKeeper(viewer)) throw new NotOpen('not-yours', '', 404)
    return null
  }
  const id = c.req.param('id') ?? ''
  if (action === takeBackForm) return { row: await addedForm(viewer, db.pool, id), values: {} }
  const row = await setSendDayRow(viewer, db.pool, id)
  return { row, values: action === correctSendDay ? { days: String(row.days), ground: row.ground } : {} }
}

async function formPage(
  asked: Asked,
  action: AnyAction,
  typed: FormValues | null,
  errors: readonly Fault[],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = asked
  const { reports } = words(c.var.language)
  const said = reports.forms
  const found = await rowOf(asked, action)
  const base = action === takeBackForm ? formsPath : sendDaysPath
  const verbs: Readonly<Record<string, string>> = said.steps
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={verbs[action.step] ?? action.step}
      about={action === takeBackForm ? '' : said.send.about}
      current="reports"
      action={found ? `${base}/${found.row.id}/${action.step}` : `${base}/${action.step}`}
      cancel={base}
      schema={found ? action.input : withId(action.input)}
      form={{
        labels: said.labels,
        choices: { to_chain: said.chains, level: said.send.levels, period: said.send.period_kinds },
      }}
      values={typed ?? found?.values ?? startOf()}
      errors={errors}
      revision={found?.row.revision}
    />
  )
  return renderPage(c, page, status)
}

async function take(asked: Asked, action: AnyAction): Promise<Response> {
  const { c, db } = asked
  const { viewer, moment } = c.var
  const found = await rowOf(asked, action)
  const read = await readPost(c, found ? action.input : withId(action.input))
  if (!read.ok) return formPage(asked, action, read.values, read.errors, 422)
  const { id, ...input }: Record<string, unknown> = read.data
  const of = found ? { id: found.row.id, revision: Number(read.form.get('revision')) || 0 } : { id: String(id) }
  try {
    await perform(db, action, { ...of, viewer, unit_id: countryId, input, moment })
  } catch (error) {
    const { errors, status } = refusedForm(error, c.var.language, (code, cite) => sentence(c, code, cite))
    return formPage(asked, action, read.values, errors, status)
  }
  return seeOther(c, action === takeBackForm ? formsPath : sendDaysPath)
}
