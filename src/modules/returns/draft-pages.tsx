/** The way in to a new return: of which unit, which form, which period, and where its figures come from. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { quarterEnded } from '../../law/carry-over.ts'
import { formInForce } from '../../law/form-rules.ts'
import { periodKinds, periodOf, readPeriod } from '../../law/report-periods.ts'
import { returnSources } from '../../law/return-workflow.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { choice, type Fault, text, unitId, uuid } from '../../platform/input.ts'
import { startOf } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import { Link } from '../../ui/parts/button.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { draftAddress, draftPath, endedPath, listPath, returnPath } from './addresses.ts'
import { draft } from './draft.ts'
import { EndedPage } from './ended-view.tsx'
import { draftableUnits, endedUnits } from './queries.ts'
import { noSentence } from './step-pages.tsx'

const draftForm = z.object({
  id: uuid(),
  unit: unitId(),
  form: text(20).meta({ field: 'unit' }),
  period: text(10).meta({ field: 'unit' }),
  source: choice(returnSources),
})

/** Registers the form of a new return. */
export function draftPages(app: Hono<AppEnv>, db: Db): void {
  app.get(draftPath, (c) => showDraft(c, db))
  app.get(endedPath, (c) => showEnded(c, db))
  app.post(draftPath, (c) => takeDraft(c, db))
}

async function showDraft(
  c: Context<AppEnv>,
  db: Db,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { viewer, language } = c.var
  const { returns, reports, law } = words(language)
  const standing = await draftableUnits(viewer, db.pool)
  const asked = typed?.['unit'] ?? c.req.query('don_vi')
  const one = typeof asked === 'string' && isUuid(asked) ? asked : null
  // A unit that is no more is chosen on its own page.
  const ended = one && standing.every(({ id }) => id !== one) ? await endedUnits(viewer, db.pool, { id: one }) : []
  const units = [...ended, ...standing]
  if (units.length === 0) throw new NotOpen('not-yours', '', 404)
  const codes = [...new Set((await formsInUse(db.pool)).map(({ code }) => code))]
  const years = [0, 1, 2].map((back) => viewer.on.year - back)
  const periods = years.flatMap((year) => periodKinds.map((kind) => periodOf(year, kind)))
  const known: FormValues = {
    ...startOf(),
    unit: c.req.query('don_vi') ?? units[0]!.id,
    form: c.req.query('bieu') ?? codes[0],
    period: c.req.query('ky') ?? quarterEnded(viewer.on).id,
    source: c.req.query('nguon') ?? 'registers',
  }
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={law.steps['unit-return'].draft.button}
      current="reports"
      about={returns.lead}
      action={draftPath}
      cancel={listPath}
      schema={draftForm}
      beside={
        <p class="govuk-body">
          <Link href={endedPath}>{returns.ended.link}</Link>
        </p>
      }
      form={{
        labels: returns.labels,
        hints: { period: returns.hints.period },
        faults: returns.faults,
        choices: { source: returns.sources },
      }}
      options={{
        unit: units.map((one) => ({ value: one.id, label: one.name })),
        form: codes.map((code) => ({ value: code, label: code })),
        period: periods.map((one) => ({ value: one.id, label: reports.periods[one.kind](one.year) })),
        source: returnSources.map((one) => ({
          value: one,
          label: returns.sources[one],
          hint: returns.source_hints[one],
        })),
      }}
      values={typed ?? known}
      errors={errors}
    />
  )
  return renderPage(c, page, status)
}

async function showEnded(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer } = c.var
  if ((await draftableUnits(viewer, db.pool)).length === 0) throw new NotOpen('not-yours', '', 404)
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const units = await endedUnits(viewer, db.pool, typed === '' ? {} : { text: typed })
  const rows = units.map((unit) => ({
    unit,
    href: draftAddress({ unit: unit.id, period: quarterEnded(unit.until_on).id, source: 'paper' }),
  }))
  return renderPage(c, <EndedPage frame={frameOf(c)} typed={typed} rows={rows} />)
}

async function takeDraft(c: Context<AppEnv>, db: Db): Promise<Response> {
  const { viewer, moment, language } = c.var
  const read = await readPost(c, draftForm)
  if (!read.ok) return showDraft(c, db, read.values, read.errors, 422)
  const { id, unit, form, period, source } = read.data
  const last_on = readPeriod(period)?.last_on
  const instrument = last_on ? (formInForce(form, last_on, await formsInUse(db.pool))?.instrument ?? '') : ''
  try {
    if (instrument === '') throw new WrongInput([{ field: 'period', code: 'form-of-other-days' }])
    await perform(db, draft, { viewer, moment, unit_id: unit, id, input: { form, instrument, period, source } })
    return seeOther(c, returnPath({ unit_id: unit, id }))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => noSentence(language, code, cite))
    return showDraft(
      c,
      db,
      read.values,
      errors.map((fault) => withHeirs(fault, language)),
      status,
    )
  }
}

/** A unit that is no more: its successors are named, so that the return is begun where its work went. */
function withHeirs(fault: Fault, language: 'vi' | 'en'): Fault {
  const heirs = fault.params?.['heirs']
  if (fault.code !== 'unit-is-no-more' || typeof heirs !== 'string' || heirs === '') return fault
  const { returns } = words(language)
  return { ...fault, sentence: `${returns.faults['unit-is-no-more']} ${returns.heirs(heirs)}` }
}
