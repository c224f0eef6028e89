/** The draft of a step that writes a letter: filled from the file, kept on the server, shown as the letter it would be. */
import type { Context, Hono } from 'hono'
import { casePapers } from '../law/case-file.ts'
import { answer } from '../law/law.ts'
import { decisionDraft, ordersFor } from '../modules/complaints/decision-draft.ts'
import { attachmentResponse } from '../modules/files/hand-out.ts'
import type { Letter } from '../modules/notices/layout.ts'
import { LetterView } from '../modules/notices/letter-view.tsx'
import { composeLetter, isLetterKind, letterFileName, writeLetter } from '../modules/notices/letters.ts'
import { letterMediaType } from '../modules/notices/queries.ts'
import { fillTemplate } from '../modules/notices/template-file.ts'
import { currentTemplate } from '../modules/notices/template-queries.ts'
import { issuerName } from '../modules/notices/wording.ts'
import { draftFor, keepDraft, type StepDraft } from '../modules/petitions/drafts.ts'
import type { PetitionFacts, PetitionRow, petition } from '../modules/petitions/petition.ts'
import type { AnyAction, DocumentWanted } from '../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../platform/actions/errors.ts'
import type { Fault } from '../platform/input.ts'
import { type FormValues, readForm } from '../platform/read-form.ts'
import { Button } from '../ui/parts/button.tsx'
import { DeskPage } from '../ui/parts/desk-page.tsx'
import { FormErrors, FormOf } from '../ui/parts/form.tsx'
import { shortInstant } from '../ui/parts/format.ts'
import { recordPath } from '../ui/parts/letter.tsx'
import { useSpeech } from '../ui/parts/speech.tsx'
import { Details, Inset, Warning } from '../ui/parts/text.tsx'
import { words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import type { AppEnv } from './env.ts'
import { frameOf, readPost, renderPage, seeOther } from './pages.ts'
import { actionOf, clockSteps, registerNouns } from './record-kinds.ts'
import { type Loaded, loadRecord, titleOf } from './records.tsx'
import { firstValues, resolveUnits, shownFields, stepOptions, stepWords } from './step-form.ts'
import { letterOf } from './step-letters.ts'

/** A step of a record that may be drafted. `takes`: the viewer may take it as well, where its conditions hold. */
export interface Drafted {
  loaded: Loaded
  action: AnyAction
  takes: boolean
}

/** Who prepares a record: what they draft, whoever decides finds in the form. */
const preparing = ['handler', 'verifier']

/** The step as the viewer may draft it now; null where it writes no letter, is not due in this state, or is not theirs. */
export function draftable(c: Context<AppEnv>, loaded: Loaded, step: string): Drafted | null {
  const { viewer, moment } = c.var
  const action = letterOf(loaded.kind, step) && !clockSteps.includes(step) ? actionOf(loaded.kind, step) : null
  if (!action || viewer.account_id === null) return null
  // The union of the kinds keeps row and facts together; standings need them apart.
  const noun = registerNouns[loaded.kind] as typeof petition
  const { unit_id } = loaded.row
  const about = { record: loaded.row as PetitionRow, facts: loaded.facts as PetitionFacts, viewer, unit_id }
  const standings = noun.standings(about)
  const by: readonly string[] = noun.workflow[step]?.by ?? []
  const takes = by.some((standing) => standings.includes(standing))
  if (!takes && !preparing.some((standing) => standings.includes(standing))) return null
  const asIf = { state: loaded.row.state, standings: by, holds: () => true, on: moment.on }
  return answer(noun.workflow, step, asIf).open ? { loaded, action, takes } : null
}

/** Ways to the drafts of steps that somebody else takes: those of the road at once, the others one touch away. */
export function DraftLinks(props: { c: Context<AppEnv>; loaded: Loaded }) {
  const { deciding, notices } = words(useSpeech().language)
  const kinds: Readonly<Record<string, string>> = notices.kinds
  const steps = Object.keys(registerNouns[props.loaded.kind].workflow).filter(
    (step) => draftable(props.c, props.loaded, step)?.takes === false,
  )
  const papers: Readonly<Record<string, { step: string }>> = casePapers[props.loaded.kind]
  const list = (road: boolean) => {
    const shown = steps.filter((step) => Object.values(papers).some((paper) => paper.step === step) === road)
    if (shown.length === 0) return null
    return (
      <ul class="govuk-list">
        {shown.map((step) => (
          <li key={step}>
            <a class="govuk-link" href={`${recordPath(props.loaded.kind, props.loaded.row)}/${step}/du-thao`}>
              {deciding.draft_open(kinds[letterOf(props.loaded.kind, step) ?? ''] ?? step)}
            </a>
          </li>
        ))}
      </ul>
    )
  }
  const others = list(false)
  return (
    <>
      {list(true)}
      {others && <Details summary={deciding.draft_others}>{others}</Details>}
    </>
  )
}

/** What the form of a step shows at first: what is on record, then what the viewer, or who prepares the record, has drafted. */
export async function knownValues(
  c: Context<AppEnv>,
  deps: AppDeps,
  loaded: Loaded,
  action: AnyAction,
): Promise<{ values: FormValues; draft: StepDraft | null }> {
  const of = { unit_id: loaded.row.unit_id, record_id: loaded.row.id, step: action.step }
  const prepared_by = [loaded.row.handler_id, loaded.kind === 'complaint' ? loaded.row.verifier_id : null]
  const drafts = c.var.viewer.account_id !== null && letterOf(loaded.kind, action.step) !== null
  const draft = drafts ? await draftFor(c.var.viewer, deps.db.pool, of, prepared_by) : null
  const first = firstValues(action, loaded.row, c.var.moment.on)
  return { values: { ...first, ...fromFile(loaded, action), ...draft?.typed }, draft }
}

function fromFile(loaded: Loaded, action: AnyAction): FormValues {
  if (loaded.kind === 'complaint' && action.step === 'decide') return decisionDraft(loaded.row, loaded.facts)
  const office = issuerName(loaded.facts.letterhead.issuer)
  if (loaded.kind === 'complaint' && action.step === 'call-dialogue') return { where: `Trụ sở ${office}` }
  if (loaded.kind === 'feedback' && action.step === 'answer') return { contact: office }
  return {}
}

/** Keeps what was typed into the form of a step that writes a letter. */
export async function keepTyped(c: Context<AppEnv>, deps: AppDeps, of: Drafted, typed: FormValues): Promise<void> {
  const { loaded, action } = of
  const draft = { unit_id: loaded.row.unit_id, record_id: loaded.row.id, step: action.step, record_kind: loaded.kind }
  await keepDraft(c.var.viewer, deps.db.pool, draft, typed, c.var.moment.at)
}

/** Registers the draft's page, its post and its Word file. */
export function draftPages(app: Hono<AppEnv>, deps: AppDeps): void {
  const path = '/ho-so/:unit/:kind/:id/:step{[a-z-]+}/du-thao'
  app.get(path, async (c, next) => {
    const found = await find(c, deps)
    if (!found) return next()
    const { values, draft } = await knownValues(c, deps, found.loaded, found.action)
    const shown = c.req.query('xem') === undefined || !draft ? null : await letterFrom(c, deps, found, draft.typed)
    return renderPage(c, await draftPage(c, deps, found, { values, draft, shown }))
  })
  app.post(path, async (c, next) => {
    const found = await find(c, deps)
    if (!found) return next()
    const posted = await readPost(c, found.action.input)
    const typed = completed(found, posted.values)
    await keepTyped(c, deps, found, typed)
    const shown = await letterFrom(c, deps, found, typed)
    if (shown.faults.length > 0)
      return renderPage(c, await draftPage(c, deps, found, { values: typed, draft: null, shown }), 422)
    return seeOther(
      c,
      `${recordPath(found.loaded.kind, found.loaded.row)}/${found.action.step}/du-thao?xem=1#xem-truoc`,
    )
  })
  app.get(`${path}.docx`, async (c, next) => {
    const found = await find(c, deps)
    const draft = found && (await knownValues(c, deps, found.loaded, found.action)).draft
    const shown = draft && (await letterFrom(c, deps, found, draft.typed))
    if (!found || !shown?.document) return next()
    const { kind, data } = shown.document
    if (!isLetterKind(kind)) return next()
    const { unit_id } = found.loaded.row
    const numbered = { number: null, issued_on: c.var.moment.on.toString() }
    const template = await currentTemplate(c.var.viewer, deps.db.pool, unit_id, kind)
    // What a step writes fits its kind of letter; the document's own type knows only that it is JSON.
    const bytes = template
      ? await fillTemplate(kind, template, { data: data as never, numbered })
      : await composeLetter(kind, data as never, numbered)
    return attachmentResponse({ name: letterFileName(null, c.var.moment.on.year), media_type: letterMediaType }, bytes)
  })
}

async function find(c: Context<AppEnv>, deps: AppDeps): Promise<Drafted | null> {
  const { unit = '', kind = '', id = '', step = '' } = c.req.param() as Record<string, string>
  if (c.var.viewer.account_id === null || !Object.hasOwn(registerNouns, kind)) return null
  const loaded = await loadRecord(c, deps, kind, unit, id)
  return loaded && draftable(c, loaded, step)
}

/** Orders that were left empty follow from the result that was chosen. */
function completed({ loaded, action }: Drafted, typed: FormValues): FormValues {
  if (loaded.kind !== 'complaint' || action.step !== 'decide') return typed
  const result = (['right', 'partly-right', 'wrong'] as const).find((one) => one === typed['result'])
  return result && String(typed['orders'] ?? '').trim() === ''
    ? { ...typed, orders: ordersFor(result, loaded.row) }
    : typed
}

interface Shown {
  faults: readonly Fault[]
  /** Null with faults, and where what was typed makes the step write no letter. */
  document: DocumentWanted | null
  letter: Letter | null
}

/** The letter the step would write now, by the step's own decision; nothing is written, numbered or told. */
async function letterFrom(c: Context<AppEnv>, deps: AppDeps, of: Drafted, typed: FormValues): Promise<Shown> {
  const { viewer, moment } = c.var
  const { loaded, action } = of
  const { unit_id, id } = loaded.row
  const form = new FormData()
  for (const [name, value] of Object.entries(typed))
    for (const one of value === undefined ? [] : [value].flat()) form.append(name, one)
  const resolved = await resolveUnits(viewer, deps.db, action, form)
  const read = readForm(action.input, form)
  const others = read.ok ? [] : read.errors.filter((one) => !resolved.faults.some(({ field }) => field === one.field))
  const none = (faults: readonly Fault[]): Shown => ({ faults, document: null, letter: null })
  if (!read.ok || resolved.faults.length > 0) return none([...others, ...resolved.faults])
  try {
    const about = { record: loaded.row, unit_id, input: read.data, viewer, moment }
    const extra = await action.reads?.(deps.db.pool, about)
    const decision = action.decide({ ...about, facts: loaded.facts, id }, extra)
    const document: DocumentWanted | undefined = decision.documents?.[0]
    if (!document || !isLetterKind(document.kind)) return none([])
    const numbered = { number: null, issued_on: moment.on.toString() }
    return { faults: [], document, letter: writeLetter(document.kind, document.data as never, numbered) }
  } catch (error) {
    if (error instanceof WrongInput) return none(error.faults)
    if (error instanceof NotOpen) return none([])
    throw error
  }
}

async function draftPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  of: Drafted,
  has: { values: FormValues; draft: StepDraft | null; shown: Shown | null },
) {
  const { language, viewer } = c.var
  const { loaded, action, takes } = of
  const w = words(language)
  const { deciding } = w
  const form = stepWords(w, loaded.kind, action.step)
  const kinds: Readonly<Record<string, string>> = w.notices.kinds
  const title = deciding.draft_title(kinds[letterOf(loaded.kind, action.step) ?? ''] ?? action.step)
  const record = recordPath(loaded.kind, loaded.row)
  const path = `${record}/${action.step}/du-thao`
  const faults = has.shown?.faults ?? []
  const data = await stepOptions(viewer, deps.db, action, loaded.row)
  return (
    <DeskPage
      frame={frameOf(c)}
      title={`${title} · ${titleOf(loaded, language)}`}
      current="petitions"
      wide={false}
      back={{ href: record, text: `${titleOf(loaded, language)} · ${loaded.row.title}` }}
      faulty={faults.length > 0}
    >
      <FormErrors errors={faults} words={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <DraftNote draft={has.draft} own={has.draft?.account_id === viewer.account_id} />
      <FormOf
        schema={action.input}
        words={form}
        no_summary
        action={takes ? `${record}/${action.step}` : path}
        submit={takes ? form.submit : deciding.draft_keep}
        values={has.values}
        errors={faults}
        options={data}
        only={shownFields(action, data, loaded)}
        hidden={{ revision: loaded.row.revision }}
        cancel={record}
        beside={
          takes && (
            <Button kind="secondary" formaction={path}>
              {deciding.draft_keep}
            </Button>
          )
        }
      />
      {has.shown && faults.length === 0 && (
        <section aria-labelledby="xem-truoc">
          <h2 class="govuk-heading-m" id="xem-truoc">
            {deciding.preview_heading}
          </h2>
          {has.shown.letter ? (
            <>
              <p class="govuk-body">{deciding.preview_note}</p>
              <p class="govuk-body">
                <a class="govuk-link" href={`${path}.docx`}>
                  {deciding.preview_word}
                </a>
              </p>
              <LetterView letter={has.shown.letter} label={title} />
            </>
          ) : (
            <Warning>{deciding.preview_none}</Warning>
          )}
        </section>
      )}
    </DeskPage>
  )
}

/** Whose draft is open, or that the fields come from the file. */
export function DraftNote(props: { draft: StepDraft | null; own: boolean }) {
  const { deciding } = words(useSpeech().language)
  const { draft } = props
  const kept = draft && shortInstant(draft.kept_at)
  return (
    <Inset>
      {draft && kept
        ? props.own
          ? deciding.draft_own(kept)
          : deciding.draft_of(draft.author, kept)
        : deciding.draft_from_file}{' '}
      {deciding.draft_lead}
    </Inset>
  )
}
