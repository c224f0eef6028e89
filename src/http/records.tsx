/** Records of the open registers: their page, the form of each step, their letters and files. For officers and, by their code, for citizens. */
import type { Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { caseFilePath } from '../modules/books/case-file-page.tsx'
import { paperPath } from '../modules/books/paper-page.tsx'
import { keepsPaper } from '../modules/books/paper-queries.ts'
import { reDatedWords } from '../modules/calendars/re-dated.ts'
import { type ComplaintFacts, type ComplaintRow, complaint } from '../modules/complaints/complaint.ts'
import { ComplaintBody } from '../modules/complaints/desk.tsx'
import { FeedbackBody } from '../modules/feedback/desk.tsx'
import { type FeedbackFacts, type FeedbackRow, feedback } from '../modules/feedback/feedback.ts'
import { attachmentResponse } from '../modules/files/hand-out.ts'
import { openBytes } from '../modules/files/keep-file.ts'
import { attachmentOf, attachmentsOf } from '../modules/files/queries.ts'
import { LetterMarks, letterName } from '../modules/notices/letter-marks.tsx'
import { documentFile, documentsOf, letterMediaType } from '../modules/notices/queries.ts'
import { accountName } from '../modules/people/queries.ts'
import { chainFor } from '../modules/petitions/chain.ts'
import { PetitionBody } from '../modules/petitions/desk.tsx'
import { type PetitionFacts, type PetitionRow, petition } from '../modules/petitions/petition.ts'
import { likelyPetitions, readsRegister, recordById, sameCase, settledAlike } from '../modules/petitions/queries.ts'
import { suggestionsFor } from '../modules/petitions/suggest-queries.ts'
import { SettledAlike } from '../modules/petitions/suggest-view.tsx'
import { answerFor } from '../platform/actions/perform.ts'
import { type Mended, mendedIn, timelineOf } from '../platform/actions/timeline.ts'
import { isUuid } from '../platform/uuid.ts'
import { DeskPage } from '../ui/parts/desk-page.tsx'
import { shortDay, shortInstant } from '../ui/parts/format.ts'
import { recordPath } from '../ui/parts/letter.tsx'
import { Timeline } from '../ui/parts/lists.tsx'
import { type OfferedStep, Steps } from '../ui/parts/steps.tsx'
import { NotificationBanner } from '../ui/parts/text.tsx'
import { type Language, words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import { lackingIn, nextStep, StillLacking, withLetters } from './deciding.tsx'
import type { AppEnv } from './env.ts'
import { frameOf, renderPage, seeOther } from './pages.ts'
import { actionOf, clockSteps, isRecordKind, type RecordKind, registerNouns } from './record-kinds.ts'
import { DraftLinks } from './step-draft.tsx'
import { stepWords } from './step-form.ts'

/** A record with everything its pages and forms need. */
export type Loaded =
  | { kind: 'petition'; row: PetitionRow; facts: PetitionFacts }
  | { kind: 'complaint'; row: ComplaintRow; facts: ComplaintFacts }
  | { kind: 'feedback'; row: FeedbackRow; facts: FeedbackFacts }

/** Loads a record for whoever may see it; null for everyone else, as if it did not exist. */
export async function loadRecord(
  c: Context<AppEnv>,
  deps: AppDeps,
  kind: string,
  unit_id: string,
  id: string,
): Promise<Loaded | null> {
  if (!isRecordKind(kind) || !isUuid(unit_id) || !isUuid(id)) return null
  const { viewer, moment } = c.var
  const sql = deps.db.pool
  if (kind === 'petition') {
    const row = await recordById<PetitionRow>(viewer, sql, 'petition', unit_id, id)
    return row && { kind, row, facts: await petition.facts(sql, { record: row, unit_id, viewer, moment }) }
  }
  if (kind === 'complaint') {
    const row = await recordById<ComplaintRow>(viewer, sql, 'complaint', unit_id, id)
    return row && { kind, row, facts: await complaint.facts(sql, { record: row, unit_id, viewer, moment }) }
  }
  const row = await recordById<FeedbackRow>(viewer, sql, 'feedback', unit_id, id)
  return row && { kind, row, facts: await feedback.facts(sql, { record: row, unit_id, viewer, moment }) }
}

/** Steps of the viewer's standing: open, or closed with the reason. */
export function offeredSteps(c: Context<AppEnv>, loaded: Loaded, hrefOf: (step: string) => string): OfferedStep[] {
  const { viewer, moment, language } = c.var
  const { law } = words(language)
  const workflow = registerNouns[loaded.kind].workflow
  const verbs: Readonly<Record<string, { button: string }>> = law.steps[loaded.kind]
  // Steps that move the record on stand before those that only add to it.
  const rows = Object.entries(workflow).sort(([, a], [, b]) => Number(a.to === 'same') - Number(b.to === 'same'))
  return rows.flatMap(([step, row]) => {
    if (row.from.length === 0 || clockSteps.includes(step) || !actionOf(loaded.kind, step)) return []
    const { unit_id, id } = loaded.row
    // The union of the three kinds keeps row and facts together; answerFor needs them apart.
    const noun = registerNouns[loaded.kind] as typeof petition
    const record = loaded.row as PetitionRow
    const facts = loaded.facts as PetitionFacts
    const said = answerFor(noun, step, { record, facts, viewer, moment, unit_id, id, input: null })
    if (!said.open && (said.kind === 'standing' || said.kind === 'not-in-force')) return []
    return [
      {
        step,
        verb: verbs[step]?.button ?? step,
        href: hrefOf(step),
        cite: row.cite,
        refusal: said.open ? null : whyNot(said, row.from, loaded.kind, language),
        to_be_checked: row.unverified !== undefined,
        moves: row.to !== 'same' && row.to !== loaded.row.state,
      },
    ]
  })
}

/** Why a step is closed; a step of another state says in which states it stands open. */
function whyNot(
  said: { code: string; kind: string },
  from: readonly string[],
  kind: RecordKind,
  language: Language,
): string {
  if (said.kind !== 'state') return refusalSentence(said.code, language)
  const { law, petitions } = words(language)
  const states: Readonly<Record<string, string>> = law.states[kind]
  return petitions.only_when(from.map((state) => states[state] ?? state).join('; '))
}

/** The sentence of a lawful no. */
export function refusalSentence(code: string, language: Language): string {
  const { law } = words(language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals }
  return sentences[code] ?? law.refusals['not-in-this-state']
}

/** Name of a record, as headings and lists show it. */
export function titleOf(loaded: Loaded, language: Language): string {
  const w = words(language)
  const module = { petition: w.petitions, complaint: w.complaints, feedback: w.feedback }[loaded.kind]
  const { register_number, register_year } = loaded.row
  return register_number === null ? module.one : module.number(register_number, register_year)
}

/** Registers the record's page, letters and files. */
export function recordPages(app: Hono<AppEnv>, deps: AppDeps): void {
  app.get('/ho-so/:unit/:kind/:id', async (c, next) => {
    if (!isRecordKind(c.req.param('kind'))) return next()
    if (c.var.viewer.account_id === null) return c.notFound()
    const loaded = await loadRecord(c, deps, c.req.param('kind'), c.req.param('unit'), c.req.param('id'))
    if (!loaded) return c.notFound()
    // Opened with a code at another unit's desk: what its petitioner sees, not what the office writes.
    if (!(await readsRegister(c.var.viewer, deps.db.pool, c.req.param('unit'))))
      return seeOther(c, `/tra-cuu/ho-so${new URL(c.req.url).search}`)
    return renderPage(c, await recordPage(c, deps, loaded))
  })
  app.get('/van-ban/:unit/:id', async (c) => {
    const { unit, id } = c.req.param()
    if (!isUuid(unit) || !isUuid(id)) return c.notFound()
    const file = await documentFile(c.var.viewer, deps.db.pool, unit, id)
    if (!file) return c.notFound()
    return attachmentResponse({ name: file.name, media_type: letterMediaType }, file.bytes)
  })
  app.get('/tep/:unit/:id', async (c) => {
    const { unit, id } = c.req.param()
    if (!isUuid(unit) || !isUuid(id)) return c.notFound()
    const file = await attachmentOf(c.var.viewer, deps.db.pool, unit, id)
    if (!file || file.sealed || file.name === null) return c.notFound()
    const bytes = await openBytes(deps.config.data, unit, file.stored)
    return attachmentResponse({ name: file.name, media_type: file.media_type }, bytes, { inline: true })
  })
}

async function recordPage(c: Context<AppEnv>, deps: AppDeps, loaded: Loaded): Promise<VNode> {
  const { viewer, language } = c.var
  const frame = frameOf(c)
  const { petitions, deciding } = words(language)
  const { unit_id, id } = loaded.row
  const steps = offeredSteps(c, loaded, (step) => `${recordPath(loaded.kind, loaded.row)}/${step}`)
  const sql = deps.db.pool
  const [events, mended, documents, files] = await Promise.all([
    timelineOf(viewer, sql, unit_id, id),
    mendedIn(viewer, sql, unit_id, id),
    documentsOf(viewer, sql, unit_id, [id]),
    attachmentsOf(viewer, sql, unit_id, id),
  ])
  const with_letter = loaded.kind === 'petition' ? [] : await attachmentsOf(viewer, sql, unit_id, petitionOf(loaded))
  const lacking = lackingIn(loaded, steps, files.length + with_letter.length)
  const done = c.req.query('xong')
  const doneWords: Readonly<Record<string, { done: string }>> = words(language).law.steps[loaded.kind]
  const title = `${titleOf(loaded, language)} · ${loaded.row.title}`
  return (
    <DeskPage frame={frame} title={title} current="petitions">
      {done && doneWords[done] && <NotificationBanner kind="success" text={doneWords[done].done} />}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{titleOf(loaded, language)}</span> {loaded.row.title}
      </h1>
      <div class="gd-record">
        <section aria-labelledby="steps" class="gd-record__steps">
          <h2 class="govuk-heading-m" id="steps">
            {petitions.steps_heading}
          </h2>
          <Steps
            steps={withLetters(c, loaded, steps, nextStep(steps, lacking))}
            words={{ closed: petitions.steps_closed, none: petitions.steps_none, next: deciding.next_heading }}
          />
          <DraftLinks c={c} loaded={loaded} />
        </section>
        <div class="gd-record__main">
          {loaded.row.state !== 'sealed-away' && <StillLacking kind={loaded.kind} lacking={lacking} />}
          {await bodyOf(c, deps, loaded, steps)}
        </div>
        <aside class="gd-record__side">
          {loaded.row.state !== 'sealed-away' && (
            <p class="govuk-body">
              <a class="govuk-link" href={caseFilePath({ unit_id, petition_id: petitionOf(loaded) })}>
                {words(language).books.case_file.link}
              </a>
            </p>
          )}
          {documents.length > 0 && <h2 class="govuk-heading-m">{petitions.documents_heading}</h2>}
          <ul class="govuk-list">
            {documents.map((one) => (
              <li key={one.id}>
                <a class="govuk-link" href={`/van-ban/${unit_id}/${one.id}`}>
                  {one.number}/{one.book} · {letterName(one, language)}
                </a>{' '}
                · {shortDay(one.issued_on)}
                <LetterMarks marks={one.marks} language={language} />
                {keepsPaper(viewer, unit_id) && (
                  <>
                    {' · '}
                    <a class="govuk-link" href={`${paperPath}/${unit_id}/${one.id}`}>
                      {words(language).books.paper.of_letter}
                      <span class="govuk-visually-hidden">: {letterName(one, language)}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
          {files.length > 0 && <h2 class="govuk-heading-m">{petitions.files_heading}</h2>}
          <ul class="govuk-list">
            {files.map((one) => (
              <li key={one.id}>
                <a class="govuk-link" href={`/tep/${unit_id}/${one.id}`}>
                  {one.name ?? '–'}
                </a>{' '}
                · {shortDay(one.added_on)}
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">{petitions.timeline_heading}</h2>
          <Timeline
            heading_level={3}
            items={events.toReversed().map((event) => ({
              title: doneWords[event.action]?.done ?? event.action,
              byline: [event.actor_name, event.cite].filter(Boolean).join(' · '),
              datetime: event.at.toString(),
              date: event.on_day.equals(event.at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate())
                ? shortInstant(event.at)
                : shortDay(event.on_day),
              children: [
                notesOf(event.input),
                reDatedWords(event, language),
                ...mended.filter((one) => one.seq === event.seq).map((one) => mendedWords(loaded.kind, one, language)),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </aside>
      </div>
    </DeskPage>
  )
}

/** The letter a record came of; of a petition itself. */
function petitionOf(loaded: Loaded): string {
  return loaded.kind === 'petition' ? loaded.row.id : loaded.row.petition_id
}

/** `Họ và tên: Lý Thị Mai → Lý Thị Mây`. */
function mendedWords(kind: RecordKind, mended: Mended, language: Language): string {
  const { labels, choices } = stepWords(words(language), kind, 'correct')
  const shown = (value: unknown) => {
    const values = Array.isArray(value) ? value : [value ?? '–']
    return values.map((one) => choices?.[mended.column]?.[String(one)] ?? String(one)).join(', ')
  }
  return `${labels[mended.column] ?? mended.column}: ${shown(mended.before)} → ${shown(mended.after)}`
}

/** Reasons and notes an officer wrote with a step. */
function notesOf(input: Readonly<Record<string, unknown>>): string | undefined {
  const notes = ['reason', 'explanation', 'note', 'why', 'evidence', 'plan'].map((key) => input[key])
  return notes.find((note): note is string => typeof note === 'string' && note !== '')
}

async function bodyOf(c: Context<AppEnv>, deps: AppDeps, loaded: Loaded, steps: readonly OfferedStep[]) {
  const { viewer, moment } = c.var
  const sql = deps.db.pool
  const handler = loaded.row.handler_id ? await accountName(viewer, sql, loaded.row.handler_id) : null
  if (loaded.kind !== 'petition') {
    const similar = <SettledAlike found={await settledAlike(viewer, sql, loaded.row)} />
    return loaded.kind === 'complaint' ? (
      <>
        <ComplaintBody row={loaded.row} facts={loaded.facts} on={moment.on} handler={handler} />
        {similar}
      </>
    ) : (
      <>
        <FeedbackBody row={loaded.row} facts={loaded.facts} on={moment.on} handler={handler} />
        {similar}
      </>
    )
  }
  const { row, facts } = loaded
  const [likely, same_case, suggested, chain] = await Promise.all([
    likelyPetitions(viewer, sql, {
      unit_id: row.unit_id,
      text: `${row.title}\n${row.text}`,
      name: row.petitioner_name,
      except: row.id,
    }),
    sameCase(viewer, sql, row),
    suggestionsFor(viewer, sql, row),
    chainFor(viewer, sql, row),
  ])
  const similar =
    row.field === null
      ? null
      : await settledAlike(viewer, sql, { unit_id: row.unit_id, petition_id: row.id, field: row.field })
  return (
    <>
      <PetitionBody
        row={row}
        counting={facts}
        on={moment.on}
        handler={handler}
        likely={likely}
        suggested={suggested}
        same_case={same_case}
        chain={chain}
        offers_link={steps.some((step) => step.step === 'link-case' && step.refusal === null)}
      />
      {similar && <SettledAlike found={similar} />}
    </>
  )
}

/** Kind of a record in an address, narrowed. */
export function kindOf(text: string): RecordKind | null {
  return isRecordKind(text) ? text : null
}
