/** The form of a step and its post, the same for officers and citizens: what is typed is never lost, a no is a sentence. */
import type { Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { ownRespondent } from '../law/competence.ts'
import { keepUploads } from '../modules/files/keep-file.ts'
import { readFormWithFiles } from '../modules/files/read-form-with-files.ts'
import { dropDrafts, type StepDraft } from '../modules/petitions/drafts.ts'
import { Ladder } from '../modules/petitions/ladder-view.tsx'
import type { PetitionFacts, PetitionRow, petition } from '../modules/petitions/petition.ts'
import { suggestionsFor } from '../modules/petitions/suggest-queries.ts'
import { Suggestions } from '../modules/petitions/suggest-view.tsx'
import { tierOn } from '../modules/petitions/tier.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../platform/actions/errors.ts'
import { answerFor, perform } from '../platform/actions/perform.ts'
import type { Fault } from '../platform/input.ts'
import { type FormValues, fieldsOf, readForm } from '../platform/read-form.ts'
import { fileIds } from '../platform/uuid.ts'
import { Button } from '../ui/parts/button.tsx'
import { DeskPage } from '../ui/parts/desk-page.tsx'
import { type Choice, TextArea } from '../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../ui/parts/form.tsx'
import { recordPath } from '../ui/parts/letter.tsx'
import { PortalPage } from '../ui/parts/portal-page.tsx'
import { ToBeChecked, Warning } from '../ui/parts/text.tsx'
import { words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import type { AppEnv } from './env.ts'
import { staleSentence } from './errors.tsx'
import { frameOf, renderPage, seeOther } from './pages.ts'
import { actionOf, clockSteps, registerNouns } from './record-kinds.ts'
import { type Loaded, loadRecord, refusalSentence, titleOf } from './records.tsx'
import { DraftNote, draftable, keepTyped, knownValues } from './step-draft.tsx'
import { resolveUnits, shownFields, stepOptions, stepWords, unitFields } from './step-form.ts'

/** Where a step's form stands: at the desk or at the portal. */
type Face = 'desk' | 'portal'

const roots = { desk: '/ho-so', portal: '/tra-cuu/viec' } as const

/** Registers `/ho-so/…/<step>` for officers and `/tra-cuu/viec/…/<step>` for citizens. */
export function stepPages(app: Hono<AppEnv>, deps: AppDeps): void {
  for (const face of ['desk', 'portal'] as const) {
    const path = `${roots[face]}/:unit/:kind/:id/:step{[a-z-]+}`
    app.get(path, async (c, next) => {
      const found = await find(c, deps, face)
      if (found === 'elsewhere') return next()
      if (!found) return c.notFound()
      const known = await knownValues(c, deps, found.loaded, found.action)
      const values = { ...known.values, ...queryValues(c) }
      return renderPage(c, await stepPage(c, deps, face, found, { values, draft: known.draft }))
    })
    app.post(path, async (c, next) => {
      const found = await find(c, deps, face)
      if (found === 'elsewhere') return next()
      return found ? take(c, deps, face, found) : c.notFound()
    })
  }
}

interface Found {
  loaded: Loaded
  action: AnyAction
}

async function find(c: Context<AppEnv>, deps: AppDeps, face: Face): Promise<Found | null | 'elsewhere'> {
  const { unit = '', kind = '', id = '', step = '' } = c.req.param() as Record<string, string>
  if (!Object.hasOwn(registerNouns, kind)) return 'elsewhere'
  const citizen = c.var.viewer.account_id === null
  if (citizen !== (face === 'portal')) return null
  const loaded = await loadRecord(c, deps, kind, unit, id)
  const action = loaded && !clockSteps.includes(step) ? actionOf(loaded.kind, step) : null
  const begins = loaded && registerNouns[loaded.kind].workflow
  if (!loaded || !action || !begins) return null
  const said = refusalOf(c, { loaded, action })
  return said?.kind === 'standing' ? null : { loaded, action }
}

function refusalOf(c: Context<AppEnv>, found: Found) {
  const { viewer, moment } = c.var
  const { loaded, action } = found
  const { unit_id, id } = loaded.row
  const about = { viewer, moment, unit_id, id, input: null }
  // Row and facts belong to the noun's own kind; answerFor needs them apart.
  const noun = registerNouns[loaded.kind] as typeof petition
  const said = answerFor(noun, action.step, {
    ...about,
    record: loaded.row as PetitionRow,
    facts: loaded.facts as PetitionFacts,
  })
  return said.open ? null : said
}

/** A link may bring what is known, such as the petition to link to. */
function queryValues(c: Context<AppEnv>): FormValues {
  const known = c.req.query('petition_id')
  return known ? { petition_id: known.slice(0, 36) } : {}
}

async function take(c: Context<AppEnv>, deps: AppDeps, face: Face, found: Found): Promise<Response> {
  const { viewer, moment, language } = c.var
  const { loaded, action } = found
  const { unit_id, id } = loaded.row
  const read = await readFormWithFiles(c.req.raw, action.input, deps.config.data, language)
  try {
    const resolved = await resolveUnits(viewer, deps.db, action, read.form)
    const drafted = face === 'desk' ? draftable(c, loaded, action.step) : null
    const again = async (errors: readonly Fault[], status: 409 | 422, note?: string) => {
      if (drafted) await keepTyped(c, deps, drafted, read.values)
      const shown = { values: read.values, errors, options: resolved.options, note }
      return renderPage(c, await stepPage(c, deps, face, found, shown), status)
    }
    const others = read.ok
      ? []
      : read.errors.filter((fault) => !unitFields.some((field) => field === fault.field) || !read.form.get(fault.field))
    const faults = [...others, ...resolved.faults]
    if (faults.length > 0) return await again(faults, 422)
    const kept = await keepUploads(
      deps.config.data,
      unit_id,
      read.uploads,
      fileIds(id, String(read.form.get('revision'))),
    )
    const input: Record<string, unknown> = read.ok ? { ...read.data } : {}
    for (const field of unitFields) if (read.form.get(field)) input[field] = read.form.get(field)
    if (!read.ok) {
      const found_units = readForm(action.input, read.form)
      if (!found_units.ok) return await again(found_units.errors, 422)
      Object.assign(input, found_units.data)
    }
    if (kept.length > 0) input['files'] = kept
    // A form without its revision has seen no state of the record at all.
    const revision = /^\d{1,9}$/.test(String(read.form.get('revision') ?? '')) ? Number(read.form.get('revision')) : -1
    try {
      await perform(deps.db, action, {
        viewer,
        unit_id,
        id,
        input,
        moment,
        revision,
      })
    } catch (error) {
      if (error instanceof WrongInput) return await again([...error.faults], 422)
      if (error instanceof Stale) return await again([], 409, staleSentence(error, language))
      if (error instanceof NotOpen && error.status === 409)
        return await again([], 409, `${refusalSentence(error.code, language)} (${error.cite})`)
      throw error
    }
    if (drafted) await dropDrafts(deps.db.pool, { unit_id, record_id: id, step: action.step })
    return seeOther(
      c,
      face === 'desk'
        ? `${recordPath(loaded.kind, loaded.row)}?xong=${action.step}`
        : `/tra-cuu/ho-so?xong=${action.step}`,
    )
  } finally {
    await read.done()
  }
}

async function stepPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  face: Face,
  found: Found,
  shown: {
    values?: FormValues
    errors?: readonly Fault[]
    options?: Record<string, readonly Choice[]>
    note?: string
    draft?: StepDraft | null
  },
): Promise<VNode> {
  const { language, viewer } = c.var
  const { loaded, action } = found
  const w = words(language)
  const form = stepWords(w, loaded.kind, action.step)
  const verb = form.submit ?? action.step
  const refusal = refusalOf(c, found)
  const row = registerNouns[loaded.kind].workflow[action.step as never] as { cite: string; unverified?: string }
  const back = face === 'desk' ? recordPath(loaded.kind, loaded.row) : '/tra-cuu/ho-so'
  const { unit_id, id } = loaded.row
  const data = await stepOptions(viewer, deps.db, action, loaded.row)
  const hint =
    face === 'desk' && loaded.kind === 'petition' && action.step === 'classify'
      ? await suggestionsFor(viewer, deps.db.pool, loaded.row)
      : []
  const drafted = face === 'desk' && draftable(c, loaded, action.step) !== null
  const ladder = await ladderFor(deps, face, loaded, action.step, c.var.moment.on)
  const content = (
    <>
      {shown.note && !refusal && <Warning>{shown.note}</Warning>}
      {refusal ? (
        <>
          <h1 class="govuk-heading-l">{verb}</h1>
          <Warning>
            {refusalSentence(refusal.code, language)} ({refusal.cite})
          </Warning>
          {shown.errors !== undefined && (
            <Typed action={action} words={form} values={shown.values ?? {}} heading={w.frame.typed} />
          )}
        </>
      ) : (
        <FormOf
          schema={action.input}
          words={form}
          heading={verb}
          action={`${roots[face]}/${unit_id}/${loaded.kind}/${id}/${action.step}`}
          values={{ ...ladder.values, ...shown.values }}
          errors={shown.errors}
          options={{ ...data, ...shown.options }}
          only={shownFields(action, data, loaded)}
          hidden={{ revision: loaded.row.revision }}
          cancel={back}
          {...(face === 'desk' ? { draft: `${id}/${action.step}` } : {})}
          beside={
            drafted && (
              <Button kind="secondary" formaction={`${back}/${action.step}/du-thao`}>
                {w.deciding.draft_keep}
              </Button>
            )
          }
        >
          <p class="gd-muted">
            {row.cite} {row.unverified && <ToBeChecked />}
          </p>
          <Suggestions found={hint} />
          {drafted && <DraftNote draft={shown.draft ?? null} own={shown.draft?.account_id === viewer.account_id} />}
          {ladder.shown && <Ladder tier={ladder.tier} on={c.var.moment.on} />}
        </FormOf>
      )}
    </>
  )
  const page = {
    frame: frameOf(c),
    title: `${verb} · ${titleOf(loaded, language)}`,
    back: { href: back, text: face === 'desk' ? `${titleOf(loaded, language)} · ${loaded.row.title}` : undefined },
    faulty: (shown.errors?.length ?? 0) > 0,
  }
  return face === 'desk' ? (
    <DeskPage {...page} current="petitions" wide={false}>
      {content}
    </DeskPage>
  ) : (
    <PortalPage {...page} current="track">
      {content}
    </PortalPage>
  )
}

const ladderSteps = ['classify', 'propose-acceptance', 'propose-second', 'guide']

/** The ladder of competence stands beside the steps that ask whose a complaint is. */
async function ladderFor(deps: AppDeps, face: Face, loaded: Loaded, step: string, on: Temporal.PlainDate) {
  const shown = face === 'desk' && loaded.kind === 'petition' && ladderSteps.includes(step)
  const tier = shown ? await tierOn(deps.db.pool, loaded.row.unit_id, on) : null
  const values: FormValues = step === 'propose-acceptance' ? { respondent_body: ownRespondent(tier) } : {}
  return { shown, tier, values }
}

/** What was typed into a form that is closed by now: nothing is lost, it can be copied. */
function Typed(props: { action: AnyAction; words: FormWords; values: FormValues; heading: string }) {
  const texts = fieldsOf(props.action.input).flatMap(({ name, field }) => {
    const typed = props.values[name]
    return (field === 'text' || field === 'long-text') && typeof typed === 'string' && typed !== ''
      ? [{ name, typed }]
      : []
  })
  if (texts.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      {texts.map(({ name, typed }) => (
        <TextArea key={name} name={name} label={props.words.labels[name] ?? name} value={typed} />
      ))}
    </>
  )
}
