/** The form of each step of a commitment: shown, posted, refused with everything typed kept. For officers and for who asked. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { fileIds, isUuid } from '../../platform/uuid.ts'
import { FormOf } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { keepUploads } from '../files/keep-file.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { commitmentPath } from './addresses.ts'
import { commitment } from './commitment.ts'
import { type Commitment, commitmentById, publicCommitment } from './queries.ts'

/** What the pages work with. */
export interface CommitmentDeps {
  db: Db
  config: Pick<Config, 'data'>
}

/** One request. */
export interface Asked extends CommitmentDeps {
  c: Context<AppEnv>
}

/** Which side of the counter. */
export type Face = 'desk' | 'public'

/** The commitment of the address; as to a stranger where it is not for this reader. */
export async function rowOf({ c, db }: Asked, face: Face): Promise<Commitment> {
  const unit_id = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const read = face === 'desk' ? commitmentById : publicCommitment
  const row = isUuid(unit_id) && isUuid(id) ? await read(c.var.viewer, db.pool, unit_id, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

/** Every step of the viewer's standing, with whether it is open now. */
export async function offered(
  { c, db }: Asked,
  face: Face,
  actions: readonly AnyAction[],
  row: Commitment,
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const { unit_id, id } = row
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps.commitment
  const facts = await commitment.facts(db.pool, { record: row, unit_id, viewer, moment })
  return actions.flatMap(({ step }) => {
    const said = answerFor(commitment, step, { record: row, facts, viewer, moment, unit_id, id, input: null })
    if (!said.open && said.kind === 'standing') return []
    const refusal = said.open ? null : sentence(c, said.code, said.cite)
    const href = `${commitmentPath(face, row)}/${step}`
    return [{ step, verb: verbs[step]?.button ?? step, href, cite: said.cite, refusal, to_be_checked: true }]
  })
}

function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { law } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals }
  return `${sentences[code] ?? law.refusals['not-in-this-state']} (${cite})`
}

/** What a form starts with: what the record knows already. */
function first(step: string, row: Commitment): FormValues {
  if (step === 'extend-day') return { due_on: shortDay(row.due_on) }
  if (step === 'publish-wording' || step === 'correct') return { public_text: row.text, text: row.text }
  if (step === 'replace') return { text: row.text, force: row.force }
  return {}
}

/** The page of the form; as to a stranger where the step is not the viewer's. */
export async function showStep(
  asked: Asked,
  face: Face,
  action: AnyAction,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = asked
  const row = await rowOf(asked, face)
  const [step] = await offered(asked, face, [action], row)
  if (!step) throw new NotOpen('not-yours', '', 404)
  const { commitments: w } = words(c.var.language)
  const text = face === 'desk' ? row.text : (row.public_text ?? w.words_not_public)
  const about = `${row.unit}: ${text.slice(0, 300)} ${w.about[action.step] ?? ''}`
  const form = {
    labels: { ...w.labels, ...(action.step === 'replace' ? { due_on: w.promises.labels.due_on } : {}) },
    hints: { ...w.hints, ...(action.step === 'extend-day' ? { reason: w.extend_hint } : {}) },
    faults: w.faults,
    choices: { force: w.promises.forces },
  }
  const shared = { schema: action.input, values: typed ?? first(action.step, row), errors }
  const back = commitmentPath(face, row)
  if (face === 'desk') {
    const grave = ['replace', 'record-not-kept', 'publish-wording'].includes(action.step)
    return renderPage(
      c,
      <StepPage
        frame={frameOf(c)}
        title={step.verb}
        current="commitments"
        about={about}
        action={step.href}
        cancel={back}
        form={form}
        revision={row.revision}
        grave={grave}
        {...shared}
      />,
      status,
    )
  }
  return renderPage(
    c,
    <PortalPage frame={frameOf(c)} title={step.verb} faulty={errors.length > 0} back={{ href: back }}>
      <h1 class="govuk-heading-l">{step.verb}</h1>
      <p class="govuk-body">{about}</p>
      <FormOf
        words={form}
        action={step.href}
        hidden={{ revision: row.revision }}
        submit={step.verb}
        cancel={back}
        {...shared}
      />
    </PortalPage>,
    status,
  )
}

/** Takes the posted form. */
export async function takeStep(asked: Asked, face: Face, action: AnyAction): Promise<Response> {
  const { c, db, config } = asked
  const { viewer, moment, language } = c.var
  const row = await rowOf(asked, face)
  const { unit_id, id } = row
  const [step] = await offered(asked, face, [action], row)
  if (!step) throw new NotOpen('not-yours', '', 404)
  const read = await readFormWithFiles(c.req.raw, action.input, config.data, language)
  try {
    if (!read.ok) return await showStep(asked, face, action, read.values, read.errors, 422)
    const revision = Number(read.form.get('revision')) || 0
    const kept = await keepUploads(config.data, unit_id, read.uploads, fileIds(id, `${action.step}/${revision}`))
    const { files: _files, ...typed }: Record<string, unknown> = read.data
    const input = { ...typed, ...(kept.length > 0 ? { files: kept } : {}) }
    try {
      await perform(db, action, { viewer, moment, unit_id, id, revision, input })
    } catch (error) {
      const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
      return await showStep(asked, face, action, read.values, errors, status)
    }
    return seeOther(c, commitmentPath(face, row))
  } finally {
    await read.done()
  }
}
