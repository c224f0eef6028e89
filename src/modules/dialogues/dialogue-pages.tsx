/** The desk's ways in to dialogues: the list, one dialogue, the form of each step, slips and minutes to print. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { minutesParts } from '../../law/dialogue-rules.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { countingOf } from '../calendars/counting.ts'
import { commitmentsFrom } from '../commitments/queries.ts'
import { complaintDialogues } from '../complaints/queries.ts'
import { documentsOf } from '../notices/queries.ts'
import { deskDialoguePath, deskPath, portalPath, slipPath } from './addresses.ts'
import { limitOf } from './dialogue.ts'
import { type Asked, dialogueRow, formWords, offeredSteps, sentence, unitChoices } from './dialogue-asked.ts'
import { MinutesSheet, SlipsSheet } from './dialogue-sheet-views.tsx'
import { dialogueSteps, pieceSteps } from './dialogue-steps.ts'
import { DialoguePage, DialoguesPage, PiecePage } from './dialogue-views.tsx'
import type { DialogueDeps } from './module.ts'
import { planDialogue } from './plan-dialogue.ts'
import {
  type Dialogue,
  dialogueLines,
  dialogueOfQuestion,
  happenedToDialogue,
  owedAskers,
  ownUnit,
  questionCounts,
  type Shown,
  worksOn,
} from './queries.ts'
import { questionPages } from './question-pages.tsx'
import { slipCodes } from './slips.ts'

/** Registers `/doi-thoai-truc-tiep` and what is under it. */
export function dialoguePages(app: Hono<AppEnv>, deps: DialogueDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) =>
    c.var.viewer.account_id === null ? signInFirst(c) : work({ c, ...deps })
  const row = `${deskPath}/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}`
  app.get(deskPath, asked(list))
  app.get(
    `${deskPath}/plan`,
    asked((one) => form(one, planDialogue, null)),
  )
  app.post(
    `${deskPath}/plan`,
    asked((one) => take(one, planDialogue, null)),
  )
  app.get(row, asked(page))
  app.get(`${row}/phieu`, asked(slips))
  app.get(`${row}/bien-ban`, asked(minutes))
  for (const action of [...dialogueSteps, ...pieceSteps]) {
    app.get(
      `${row}/${action.step}`,
      asked(async (one) => form(one, action, await dialogueRow(one))),
    )
    app.post(
      `${row}/${action.step}`,
      asked(async (one) => take(one, action, await dialogueRow(one))),
    )
  }
  questionPages(app, row, asked)
  // Lists of what a figure counts name records by kind and id; a question stands on its dialogue's page.
  app.get('/ho-so/:unit{[0-9a-fA-F-]{36}}/dialogue-question/:id{[0-9a-fA-F-]{36}}', asked(ofQuestion))
}

async function ofQuestion({ c, db }: Asked): Promise<Response> {
  const { unit: unit_id = '', id = '' } = c.req.param() as Record<string, string>
  const found = await dialogueOfQuestion(c.var.viewer, db.pool, unit_id, id)
  if (found === null) throw new NotOpen('not-yours', '', 404)
  return seeOther(c, deskDialoguePath({ unit_id, id: found }))
}

async function list(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const asked = c.req.query('xem')
  const shown: Shown = asked === 'da-to-chuc' ? 'held' : asked === 'tat-ca' ? 'all' : 'coming'
  return renderPage(
    c,
    <DialoguesPage
      frame={frameOf(c)}
      shown={shown}
      lines={await dialogueLines(viewer, db.pool, { shown })}
      of_complaints={await complaintDialogues(viewer, db.pool, shown)}
      may_plan={ownUnit(viewer) !== null}
    />,
  )
}

async function page(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const row = await dialogueRow(one)
  const counting = await countingOf(db.pool)
  const origin = { kind: 'dialogue', unit_id: row.unit_id, id: row.id }
  return renderPage(
    c,
    <DialoguePage
      frame={frameOf(c)}
      row={row}
      steps={await offeredSteps(one, dialogueSteps, row, row.unit_id)}
      pieces={(await offeredSteps(one, pieceSteps, row, row.unit_id)).filter((step) => step.refusal === null)}
      notice={limitOf(row, 'notice', row.held_on, counting)}
      publish={limitOf(row, 'publish', row.held_on, counting)}
      counts={await questionCounts(viewer, db.pool, row)}
      owed={await owedAskers(viewer, db.pool, row)}
      works_here={await worksOn(viewer, db.pool, row.unit_id)}
      commitments={await commitmentsFrom(viewer, db.pool, origin)}
      owners={(await unitChoices(one, row.unit_id))['owner_unit_id'] ?? []}
      letters={await documentsOf(viewer, db.pool, row.unit_id, [row.id])}
      happened={await happenedToDialogue(viewer, db.pool, row)}
    />,
  )
}

async function slips(one: Asked): Promise<Response> {
  const { c, secret } = one
  const row = await dialogueRow(one)
  if ((await offeredSteps(one, dialogueSteps, row, row.unit_id)).length === 0) throw new NotOpen('not-yours', '', 404)
  const address = `${new URL(c.req.url).host}${slipPath(row)}`
  return renderPage(
    c,
    <SlipsSheet
      frame={frameOf(c)}
      row={row}
      codes={row.state === 'announced' ? slipCodes(secret, row) : []}
      address={`${new URL(c.req.url).host}${portalPath}`}
      long_address={address}
    />,
  )
}

async function minutes(one: Asked): Promise<Response> {
  const { c, db } = one
  const row = await dialogueRow(one)
  if (!(await worksOn(c.var.viewer, db.pool, row.unit_id))) throw new NotOpen('not-yours', '', 404)
  const counts = await questionCounts(c.var.viewer, db.pool, row)
  return renderPage(c, <MinutesSheet frame={frameOf(c)} row={row} counts={counts} />)
}

/** Steps of one piece keep a version of their own: what others change meanwhile does not matter to them. */
const ofPieces: readonly string[] = ['name-group', 'answer-group', 'write-minutes', 'note-promise', 'drop-promise']

const schemaOf = (action: AnyAction, row: Dialogue | null) => {
  if (row) return action.input
  return withId(action.input)
}

/** What a form starts with: the plan as it stands, the group, part or promise that its address names. */
function firstValues({ c }: Asked, action: AnyAction, row: Dialogue | null): FormValues {
  if (row === null) {
    // Planned from the page of a project or of a request by voters.
    const project_id = c.req.query('cong-trinh') ?? ''
    const request_id = c.req.query('yeu-cau') ?? ''
    const kind = project_id !== '' ? 'before-project' : request_id !== '' ? 'on-request' : 'periodic'
    return { ...startOf(), kind, mode: 'in-person', project_id, request_id, starts: '14:00', ends: '17:00' }
  }
  const group = row.groups.find((one) => one.id === c.req.query('nhom'))
  const part = minutesParts.find((one) => one === c.req.query('phan')) ?? minutesParts[0]
  const written = row.minutes.find((one) => one.part === part)
  switch (action.step) {
    case 'change-plan':
      return planValues(row)
    case 'move':
      return { starts: row.starts, ends: row.ends, place: row.place }
    case 'name-group':
      return group
        ? { group_id: group.id, version: String(group.version), title: group.title, summary: group.summary }
        : { group_id: uuidv7(), version: '0' }
    case 'answer-group':
      return { group_id: group?.id, version: String(group?.version ?? 0), answer: group?.answer ?? undefined }
    case 'write-minutes':
      return { part, version: String(written?.version ?? 0), text: written?.text }
    case 'note-promise':
      return { promise_id: uuidv7(), force: 'ordered', owner_unit_id: row.unit_id }
    case 'drop-promise':
      return { promise_id: c.req.query('cam-ket') }
    case 'print-slips':
      return { slips: String(row.slips || 100) }
    case 'send-to-villages':
      return { sent_on: shortDay(c.var.moment.on) }
    default:
      return {}
  }
}

function planValues(row: Dialogue): FormValues {
  const { kind, title, about, mode, starts, ends, place, link, chaired_by, with_unit_ids } = row
  return {
    ...{ kind, title, about, mode, starts, ends, place, chaired_by },
    link: link ?? undefined,
    held_on: shortDay(row.held_on),
    questions_by_on: row.questions_by_on.equals(row.held_on) ? undefined : shortDay(row.questions_by_on),
    with_unit_id: with_unit_ids[0],
    second_with_unit_id: with_unit_ids[1],
  }
}

interface Refused {
  values: FormValues
  errors: readonly Fault[]
  status: PageStatus
  stale?: boolean
}

async function form(one: Asked, action: AnyAction, row: Dialogue | null, refused: Refused | null = null) {
  const { c } = one
  const { viewer, language } = c.var
  const unit_id = row?.unit_id ?? ownUnit(viewer)
  if (unit_id === null) throw new NotOpen('not-yours', '', 404)
  const [said] = await offeredSteps(one, [action], row, unit_id)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { dialogues: w } = words(language)
  const values = refused?.values ?? firstValues(one, action, row)
  const said_words = formWords(language)
  const shared = {
    frame: frameOf(c),
    title: said.verb,
    action: row ? said.href : `${deskPath}/plan`,
    cancel: row ? deskDialoguePath(row) : deskPath,
    schema: schemaOf(action, row),
    form:
      action.step === 'name-group'
        ? { ...said_words, labels: { ...said_words.labels, title: w.labels.group_title } }
        : said_words,
    values,
    errors: refused?.errors ?? (said.refusal ? [{ field: '', code: 'refused', sentence: said.refusal }] : []),
    options: await unitChoices(one, unit_id),
  }
  const about = row ? `${row.title}, ${shortDay(row.held_on)}` : w.desk.plan_lead
  const page =
    row && ofPieces.includes(action.step) ? (
      <PiecePage {...shared} about={about} saved={refused?.stale ? savedOf(row, values) : null} />
    ) : (
      <StepPage {...shared} current="dialogues" about={about} revision={row?.revision} />
    )
  return renderPage(c, page, refused?.status)
}

/** What is saved now of the piece that a form was about. */
function savedOf(row: Dialogue, values: FormValues): string {
  const group = row.groups.find((one) => one.id === values['group_id'])
  if (group) return 'answer' in values ? (group.answer ?? '') : `${group.title}\n${group.summary}`
  return row.minutes.find((one) => one.part === values['part'])?.text ?? ''
}

async function take(one: Asked, action: AnyAction, row: Dialogue | null): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const read = await readPost(c, schemaOf(action, row))
  if (!read.ok) return form(one, action, row, { values: read.values, errors: read.errors, status: 422 })
  const { id: new_id, ...input }: Record<string, unknown> = read.data
  const unit_id = row?.unit_id ?? ownUnit(viewer) ?? ''
  const id = row?.id ?? String(new_id)
  const free = row === null || ofPieces.includes(action.step)
  const revision = free ? {} : { revision: Number(read.form.get('revision')) || 0 }
  if (!isUuid(id)) throw new NotOpen('not-yours', '', 404)
  try {
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    const stale = error instanceof Stale && row !== null
    const now = stale ? await dialogueRow(one) : row
    // What was typed stays, against the version that stands now: saving it again is a choice made with both in sight.
    const values = stale && now ? { ...read.values, version: versionOf(now, read.values) } : read.values
    return form(one, action, now, { values, errors, status, stale })
  }
  return seeOther(c, backTo(deskDialoguePath({ unit_id, id }), action.step))
}

function versionOf(row: Dialogue, values: FormValues): string {
  const group = row.groups.find((one) => one.id === values['group_id'])
  const part = row.minutes.find((one) => one.part === values['part'])
  return String(group?.version ?? part?.version ?? 0)
}

/** Back to the part of the page that the step was about. */
function backTo(path: string, step: string): string {
  if (step === 'print-slips') return `${path}/phieu`
  const anchors: Readonly<Record<string, string>> = {
    'name-group': '#nhom',
    'answer-group': '#nhom',
    'write-minutes': '#bien-ban',
    'note-promise': '#cam-ket',
    'drop-promise': '#cam-ket',
  }
  return `${path}${anchors[step] ?? ''}`
}
