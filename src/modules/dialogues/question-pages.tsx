/** The desk's ways in to the questions of a dialogue: list, grouping with proposals, each question's steps, telling several at once. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { tellings } from '../../law/dialogue-rules.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import { choice, type Fault, longText, text } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode } from '../../platform/tracking-code.ts'
import { idFrom, isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { chosenId } from '../petitions/inputs.ts'
import { rarityOf } from '../petitions/likeness.ts'
import type { PetitionRow } from '../petitions/petition.ts'
import { recordById } from '../petitions/queries.ts'
import { deskDialoguePath } from './addresses.ts'
import { proposals } from './alike.ts'
import { answerQuestion } from './answer-question.ts'
import { type Asked, dialogueRow, formWords, sentence } from './dialogue-asked.ts'
import { type DialogueQuestionRow, dialogueQuestion } from './dialogue-question.ts'
import { questionSteps } from './dialogue-steps.ts'
import { groupQuestion } from './group-question.ts'
import { handToPetitions, petitionAsked } from './hand-to-petitions.ts'
import { nameGroup } from './name-group.ts'
import { noteTold } from './note-told.ts'
import { type Dialogue, questionById, questionsOf } from './queries.ts'
import { PetitionMadePage, QuestionPage, QuestionsPage } from './question-views.tsx'
import { recordQuestion } from './record-question.ts'

type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>

/** Registers them under the path of one dialogue. */
export function questionPages(app: Hono<AppEnv>, dialogue: string, asked: Wrap): void {
  const list = `${dialogue}/cau-hoi`
  app.get(
    list,
    asked(async (one) => questions(one, await workingRow(one))),
  )
  app.post(`${list}/nhom`, asked(group))
  app.post(`${list}/bao`, asked(tell))
  app.get(
    `${list}/record`,
    asked(async (one) => recordForm(one, await workingRow(one), null)),
  )
  app.post(`${list}/record`, asked(record))
  app.get(`${list}/:question{[0-9a-fA-F-]{36}}`, asked(page))
  for (const action of questionSteps) {
    const path = `${list}/:question{[0-9a-fA-F-]{36}}/${action.step}`
    app.get(
      path,
      asked((one) => form(one, action, null)),
    )
    app.post(
      path,
      asked((one) => take(one, action)),
    )
  }
}

const listOf = (row: { unit_id: string; id: string }) => `${deskDialoguePath(row)}/cau-hoi`

/** Questions are for those who work at the unit: a superior sees groups and numbers. */
async function workingRow(one: Asked): Promise<Dialogue> {
  const row = await dialogueRow(one)
  if ((await openSteps(one, row, null)).length === 0) throw new NotOpen('not-yours', '', 404)
  return row
}

/** Steps on a question with whether each is open; recording, where there is no question. */
async function openSteps(
  { c, db }: Asked,
  row: Dialogue,
  question: DialogueQuestionRow | null,
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const { unit_id } = row
  const facts = await dialogueQuestion.facts(db.pool, { record: question, unit_id, viewer, moment })
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps['dialogue-question']
  return (question ? questionSteps : [recordQuestion]).flatMap(({ step }): OfferedStep[] => {
    const about = { record: question, facts, viewer, moment, unit_id, id: question?.id ?? '', input: null }
    const said = answerFor(dialogueQuestion, step, about)
    if (!said.open && said.kind === 'standing') return []
    const href = question ? `${listOf(row)}/${question.id}/${step}` : `${listOf(row)}/${step}`
    const refusal = said.open ? null : sentence(language, said.code, '')
    return [{ step, verb: verbs[step]?.button ?? step, href, cite: said.cite, refusal, to_be_checked: true }]
  })
}

async function questions(one: Asked, row: Dialogue, errors: readonly Fault[] = [], status: PageStatus = 200) {
  const { c, db } = one
  const all = await questionsOf(c.var.viewer, db.pool, row)
  return renderPage(
    c,
    <QuestionsPage
      frame={frameOf(c)}
      row={row}
      questions={all}
      proposals={proposals(all, row.groups, await rarityOf(db.pool))}
      errors={errors}
      may_record={row.state === 'announced' || row.state === 'held'}
    />,
    status,
  )
}

const grouping = z.object({
  group_id: chosenId().optional(),
  title: text(200).optional(),
  summary: longText(2000).optional(),
})

/** Confirms a group: the questions ticked go into a group that stands, or into a new one. */
async function group(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await workingRow(one)
  const read = await readPost(c, grouping)
  const ids = chosen(read.form)
  if (!read.ok) return questions(one, row, read.errors, 422)
  const { title, summary } = read.data
  const known = row.groups.find((one_group) => one_group.id === read.data.group_id)
  if (ids.length === 0) return questions(one, row, [{ field: '', code: 'choose-questions' }], 422)
  if (!known && (!title || !summary)) return questions(one, row, [{ field: '', code: 'name-the-group' }], 422)
  // The same questions sent twice under one name make one group.
  const group_id = known?.id ?? idFrom(ids.toSorted()[0] ?? row.id, `group/${title}`)
  const stands = row.groups.some((one_group) => one_group.id === group_id)
  const about = { viewer, moment, unit_id: row.unit_id }
  try {
    if (!stands) {
      const input = { group_id, version: 0, title, summary }
      await perform(db, nameGroup, { ...about, id: row.id, input })
    }
    for (const id of ids) await perform(db, groupQuestion, { ...about, id, input: { group_id } })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    return questions(one, await dialogueRow(one), errors, status)
  }
  return seeOther(c, listOf(row))
}

function chosen(posted: FormData): string[] {
  return [...new Set(posted.getAll('q').map(String))].filter(isUuid).slice(0, 200)
}

const telling = z.object({ how: choice(tellings), what: choice(['answer', 'change']) })

/** Several askers were answered, or told of a change, in one way. */
async function tell(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await workingRow(one)
  const read = await readPost(c, telling)
  const ids = chosen(read.form)
  if (!read.ok) return questions(one, row, read.errors, 422)
  if (ids.length === 0) return questions(one, row, [{ field: '', code: 'choose-questions' }], 422)
  const call = { viewer, moment, unit_id: row.unit_id, input: { how: read.data.how } }
  const action: AnyAction = read.data.what === 'answer' ? answerQuestion : noteTold
  const refused: Fault[] = []
  let status: PageStatus = 422
  for (const id of ids) {
    try {
      await perform(db, action, { ...call, id })
    } catch (error) {
      const said = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
      refused.push(...said.errors.map((fault) => ({ ...fault, field: '' })))
      status = said.status
    }
  }
  return refused.length > 0 ? questions(one, row, refused.slice(0, 1), status) : seeOther(c, listOf(row))
}

interface Refused {
  values: FormValues
  errors: readonly Fault[]
  status: PageStatus
}

const recordSchema = withId(recordQuestion.input.omit({ dialogue_id: true }))

async function recordForm(one: Asked, row: Dialogue, refused: Refused | null): Promise<Response> {
  const { c } = one
  const { language } = c.var
  const { dialogues: w, law } = words(language)
  const form = formWords(language)
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={law.steps['dialogue-question'].record.button}
      current="dialogues"
      about={`${row.title}, ${shortDay(row.held_on)}`}
      action={`${listOf(row)}/record`}
      cancel={listOf(row)}
      schema={recordSchema}
      form={{ ...form, labels: { ...form.labels, text: w.questions.columns.question }, hints: w.desk_question_hints }}
      values={refused?.values ?? { ...startOf(), origin: 'paper', asked_on: shortDay(c.var.moment.on) }}
      errors={refused?.errors ?? []}
    />,
    refused?.status,
  )
}

async function record(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await workingRow(one)
  const read = await readPost(c, recordSchema)
  if (!read.ok) return recordForm(one, row, { values: read.values, errors: read.errors, status: 422 })
  const { id, ...input }: Record<string, unknown> = read.data
  try {
    const call = { viewer, moment, unit_id: row.unit_id, id: String(id) }
    await perform(db, recordQuestion, { ...call, input: { ...input, dialogue_id: row.id } })
  } catch (error) {
    const said = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    return recordForm(one, row, { values: read.values, ...said })
  }
  return seeOther(c, listOf(row))
}

async function questionOf(one: Asked): Promise<{ row: Dialogue; question: DialogueQuestionRow }> {
  const { c, db } = one
  const row = await workingRow(one)
  const id = c.req.param('question') ?? ''
  const question = isUuid(id) ? await questionById(c.var.viewer, db.pool, row.unit_id, id) : null
  if (!question || question.dialogue_id !== row.id) throw new NotOpen('not-yours', '', 404)
  return { row, question }
}

async function page(one: Asked): Promise<Response> {
  const { row, question } = await questionOf(one)
  const steps = await openSteps(one, row, question)
  return renderPage(one.c, <QuestionPage frame={frameOf(one.c)} row={row} question={question} steps={steps} />)
}

async function form(one: Asked, action: AnyAction, refused: Refused | null): Promise<Response> {
  const { c } = one
  const { row, question } = await questionOf(one)
  const said = (await openSteps(one, row, question)).find((step) => step.step === action.step)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { dialogues: w } = words(c.var.language)
  const handing = action === handToPetitions
  const said_words = formWords(c.var.language)
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="dialogues"
      about={handing ? `${w.questions.to_petition_lead} “${question.text ?? ''}”` : (question.text ?? row.title)}
      action={said.href}
      cancel={`${listOf(row)}/${question.id}`}
      schema={handing ? petitionAsked : action.input}
      form={handing ? { ...said_words, labels: { ...said_words.labels, title: w.labels.petition_title } } : said_words}
      values={await handed(one, question, action, refused?.values)}
      errors={refused?.errors ?? (said.refusal ? [{ field: '', code: 'refused', sentence: said.refusal }] : [])}
      options={{ group_id: row.groups.map((group) => ({ value: group.id, label: group.title })) }}
      revision={question.revision}
    />,
    refused?.status,
  )
}

/** What the form starts with: of a petition what the question tells of it, and a code that could be sent. */
async function handed(one: Asked, question: DialogueQuestionRow, action: AnyAction, typed?: FormValues) {
  if (action !== handToPetitions) return typed ?? {}
  const { text, asker_name, village, unit_id } = question
  const given = String(typed?.['code'] ?? '')
  const code = readTrackingCode(given) ? given : newTrackingCode(await prefixOfUnit(one.db.pool, unit_id))
  const first: FormValues = {
    petitioner_name: asker_name ?? undefined,
    petitioner_address: village ?? undefined,
    title: (text ?? '').split(/(?<=[.?!])\s|\n/u)[0]?.slice(0, 200),
    signed: 'no',
  }
  return { ...(typed ?? first), code }
}

/** The petition that came of it: its number, and its code to hand over, shown once. */
async function recorded({ c, db }: Asked, of: { unit_id: string; id: string }, code: string): Promise<Response> {
  const { viewer } = c.var
  const question = await questionById(viewer, db.pool, of.unit_id, of.id)
  const id = question?.petition_id ?? ''
  const row = await recordById<PetitionRow>(viewer, db.pool, 'petition', of.unit_id, id)
  if (!row) throw new NotOpen('not-yours', '', 404)
  const number = `${row.register_number ?? ''}/${row.register_year}`
  const href = recordPath('petition', row)
  return renderPage(c, <PetitionMadePage frame={frameOf(c)} number={number} code={code} href={href} />)
}

async function take(one: Asked, action: AnyAction): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { row, question } = await questionOf(one)
  const read = await readPost(c, action.input)
  if (!read.ok) return form(one, action, { values: read.values, errors: read.errors, status: 422 })
  const revision = Number(read.form.get('revision')) || 0
  try {
    const call = { viewer, moment, unit_id: row.unit_id, id: question.id, revision }
    await perform(db, action, { ...call, input: read.data })
  } catch (error) {
    const said = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    return form(one, action, { values: read.values, ...said })
  }
  const made = action === handToPetitions && !read.values['petition_number']
  return made ? recorded(one, question, String(read.values['code'])) : seeOther(c, listOf(row))
}
