/** The form that seals a misfiled petition, at the address of its step. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { shortInstant } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import { Inset, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { officersOf } from '../people/queries.ts'
import { type PetitionRow, petition } from '../petitions/petition.ts'
import { recordById } from '../petitions/queries.ts'
import { listPath } from './desk.tsx'
import { sealAwayInput } from './inputs.ts'
import type { SealedDeps } from './key-pages.tsx'
import { sealPetitionAway } from './seal-petition-away.ts'

/** Registers the step's page. It must stand before the pages of all other steps. */
export function sealAwayPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  const path = '/ho-so/:unit{[0-9a-f-]{36}}/petition/:id{[0-9a-f-]{36}}/seal-away'
  app.get(path, (c) => withPetition(c, deps, (row) => page(c, deps, row, {}, [], 200)))
  app.post(path, (c) => withPetition(c, deps, (row) => take(c, deps, row)))
}

async function withPetition(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (row: PetitionRow) => Promise<Response>,
): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  const { pool } = deps.signIn.db
  const record = viewer.account_id ? await recordById<PetitionRow>(viewer, pool, 'petition', unit, id) : null
  if (!record) return c.notFound() as Response
  const facts = await petition.facts(pool, { record, unit_id: unit, viewer, moment })
  const said = answerFor(petition, 'seal-away', { record, facts, viewer, moment, unit_id: unit, id, input: null })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
  return work(record)
}

async function page(
  c: Context<AppEnv>,
  deps: SealedDeps,
  row: PetitionRow,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  const { denunciations: w, law } = words(language)
  const kinds = ['head', 'deputy-head', 'reception-officer', 'handler', 'clerk', 'custodian', 'administrator'] as const
  const officers = await officersOf(viewer, deps.signIn.db.pool, row.unit_id, moment.on, kinds)
  const title = law.steps.petition['seal-away'].button
  const back = recordPath('petition', row)
  const step = petition.workflow['seal-away']
  return renderPage(
    c,
    <DeskPage frame={frameOf(c)} title={title} wide={false} faulty={errors.length > 0} back={{ href: back }}>
      <FormOf
        schema={sealAwayInput}
        words={{ ...w.form.fields, faults: w.faults, submit: w.form.fields.submit }}
        values={values}
        errors={errors}
        options={{
          subject_id: [...new Map(officers.map((one) => [one.account_id, `${one.name}, ${one.title}`]))].map(
            ([value, label]) => ({ value, label }),
          ),
        }}
        action={`${back}/seal-away`}
        heading={title}
        hidden={{ revision: row.revision }}
        cancel={back}
        kind="warning"
      >
        <Warning>{w.form.seal_away}</Warning>
        <Inset>{w.form.head_question}</Inset>
        <p class="gd-muted">
          {step?.cite} <ToBeChecked />
        </p>
      </FormOf>
    </DeskPage>,
    status,
  )
}

async function take(c: Context<AppEnv>, deps: SealedDeps, row: PetitionRow): Promise<Response> {
  const { viewer, moment, language } = c.var
  const posted = await readPost(c, sealAwayInput)
  if (!posted.ok) return page(c, deps, row, posted.values, posted.errors, 422)
  const revision = Number(posted.form.get('revision')) || undefined
  const again = (errors: readonly Fault[], status: 409 | 422) => page(c, deps, row, posted.values, errors, status)
  try {
    const away = { viewer, unit_id: row.unit_id, id: row.id, moment, data: deps.config.data, revision }
    const sealed = await sealPetitionAway(deps.signIn.db, away, posted.data)
    const number = `${sealed.numbers['register_number'] ?? 0}-${row.received_on.year}`
    return seeOther(c, `${listPath}?xong=${sealed.handed_over ? `giao-${number}` : 'niem-phong'}`)
  } catch (fault) {
    const { frame, law } = words(language)
    if (fault instanceof WrongInput) return again(fault.faults, 422)
    if (fault instanceof Stale)
      return again(
        [{ field: '', code: 'stale', sentence: frame.stale(fault.by ?? frame.somebody, shortInstant(fault.at)) }],
        409,
      )
    if (!(fault instanceof NotOpen) || fault.status === 404) throw fault
    const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals }
    return again([{ field: 'subject_place', code: fault.code, sentence: sentences[fault.code] }], 409)
  }
}
