/** The ways in to topics, papers and volumes at the desk. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage, signInFirst } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { happenedTo } from '../../platform/actions/timeline.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { openBytes } from '../files/keep-file.ts'
import { letterhead } from '../notices/letterhead.ts'
import { officersOf } from '../people/queries.ts'
import { beginVolume } from './begin-volume.ts'
import { commissionTopic } from './commission-topic.ts'
import { handInPaper } from './hand-in-paper.ts'
import { deskKinds, unitsSpokenFor } from './meeting.ts'
import type { PapersMeeting } from './organisers.ts'
import { OwnPapersPage } from './own-papers-views.tsx'
import { lastVersion } from './paper.ts'
import { paperActions, topicActions } from './paper-actions.ts'
import { meetingPapersPath, paperPath, papersPath, topicPath, volumePagePath } from './paper-addresses.ts'
import { linesOf } from './paper-fields.ts'
import {
  type FoundPaper,
  meetingForPapers,
  owedBy,
  ownPapers,
  paperById,
  paperCounts,
  paperFilters,
  papersOf,
  reviewsOf,
  topicById,
  topicsOf,
  unitNames,
  unitsToAsk,
  volumeOfMeeting,
} from './paper-queries.ts'
import { type Asked, offeredStep, type StepAbout, shownStep, showStep, takeStep } from './paper-step-pages.tsx'
import { blinded, PaperText } from './paper-text.tsx'
import { blindIds, MeetingPapersPage, PaperPage, TopicPage } from './paper-views.tsx'
import { submitPaper } from './submit-paper.ts'
import { searchedUnits, withSearched } from './unit-search.tsx'
import { readPaper } from './volume-job.ts'
import { volumePages } from './volume-pages.tsx'

const id = ':unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}'

/** Steps on a paper that officers take; `submit` and `hand-in` make one. */
const onPaper = paperActions.filter((one) => one !== submitPaper && one !== handInPaper)

/** Registers `/bai-tham-luan` and what is under it. */
export function paperPages(app: Hono<AppEnv>, { db, config }: { db: Db; config: Pick<Config, 'data'> }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return c.var.viewer.positions.length === 0 ? (c.notFound() as Response) : work({ c, db, config })
  }
  const step = (path: string, about: (one: Asked) => Promise<StepAbout>) => {
    app.get(
      path,
      asked(async (one) => showStep(one, await about(one))),
    )
    app.post(
      path,
      asked(async (one) => takeStep(one, await about(one))),
    )
  }
  app.get(papersPath, asked(own))
  app.get(`${papersPath}/hop/${id}`, asked(list))
  step(`${papersPath}/hop/${id}/commission`, aboutCommission)
  step(`${papersPath}/hop/${id}/begin`, aboutBegin)
  app.get(`${papersPath}/chu-de/${id}`, asked(topicPage))
  step(`${papersPath}/chu-de/${id}/hand-in`, aboutHandIn)
  for (const action of topicActions.filter((one) => one !== commissionTopic))
    step(`${papersPath}/chu-de/${id}/${action.step}`, (one) => aboutTopic(one, action))
  app.get(`${papersPath}/bai/${id}`, asked(paperPage))
  app.get(`${papersPath}/bai/${id}/doc`, asked(readPage))
  app.get(`${papersPath}/bai/${id}/tep/:no{\\d{1,3}}`, asked(file))
  for (const action of onPaper) step(`${papersPath}/bai/${id}/${action.step}`, (one) => aboutPaper(one, action))
  volumePages(app, asked, step)
}

const never = (): never => {
  throw new NotOpen('not-yours', '', 404)
}

function keyOf(c: Context<AppEnv>): { unit_id: string; id: string } {
  const unit_id = c.req.param('unit') ?? ''
  const record_id = c.req.param('id') ?? ''
  return isUuid(unit_id) && isUuid(record_id) ? { unit_id, id: record_id } : never()
}

async function own({ c, db }: Asked): Promise<Response> {
  const { viewer } = c.var
  const data = {
    owed: await owedBy(viewer, db.pool),
    own: await ownPapers(viewer, db.pool),
    reviews: await reviewsOf(viewer, db.pool),
    account_id: viewer.account_id,
  }
  return renderPage(c, <OwnPapersPage frame={frameOf(c)} data={data} />)
}

async function meetingOf({ c, db }: Asked): Promise<{ key: { unit_id: string; id: string }; meeting: PapersMeeting }> {
  const key = keyOf(c)
  const meeting = await meetingForPapers(c.var.viewer, db.pool, key.unit_id, key.id)
  return meeting ? { key, meeting } : never()
}

async function list(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const { key, meeting } = await meetingOf(one)
  const filter = paperFilters.find((each) => each === c.req.query('loc')) ?? 'all'
  const papers = await papersOf(viewer, db.pool, key.unit_id, key.id, filter)
  const volume = await volumeOfMeeting(viewer, db.pool, key.unit_id, key.id)
  const begin = volume ? null : await offeredStep(one, await aboutBegin(one))
  const commission = await offeredStep(one, await aboutCommission(one))
  const counts = await paperCounts(viewer, db.pool, key.unit_id, key.id)
  const steps = [commission, counts.accepted > 0 ? begin : null].filter((each) => each !== null)
  const data = {
    key,
    meeting,
    counts,
    filter,
    papers,
    topics: await topicsOf(viewer, db.pool, key.unit_id, key.id),
    steps,
    volume: volume && { href: volumePagePath(volume), text: words(c.var.language).conferences.papers.volume.link },
    blind_ids: blindIds(papers, viewer),
  }
  return renderPage(c, <MeetingPapersPage frame={frameOf(c)} data={data} />)
}

async function unitChoices({ c, db }: Asked, key: { unit_id: string; id: string }) {
  const units = await unitsToAsk(c.var.viewer, db.pool, key.unit_id, key.id)
  return withSearched(
    await searchedUnits({ c, db }),
    units.map((unit) => ({ value: unit.id, label: unit.name })),
  )
}

async function aboutCommission(one: Asked): Promise<StepAbout> {
  const { key, meeting } = await meetingOf(one)
  return {
    action: commissionTopic,
    row: null,
    unit_id: key.unit_id,
    href: meetingPapersPath(key, 'commission'),
    back: meetingPapersPath(key),
    title: meeting.title,
    fixed: { meeting_id: key.id },
    values: { blind: meeting.blind_papers ? 'yes' : '' },
    options: { units: await unitChoices(one, key) },
    finds_units: true,
    done: topicPath,
  }
}

async function aboutBegin(one: Asked): Promise<StepAbout> {
  const { key, meeting } = await meetingOf(one)
  const { month, year } = meeting.held_on
  const { issuer } = await letterhead(one.db.pool, key.unit_id, one.c.var.moment.on)
  return {
    action: beginVolume,
    row: null,
    unit_id: key.unit_id,
    href: meetingPapersPath(key, 'begin'),
    back: meetingPapersPath(key),
    title: meeting.title,
    fixed: { meeting_id: key.id },
    values: { place_and_date: `${issuer.place === '' ? 'T' : `${issuer.place}, t`}háng ${month} năm ${year}` },
    done: volumePagePath,
  }
}

async function foundTopic({ c, db }: Asked) {
  const key = keyOf(c)
  return (await topicById(c.var.viewer, db.pool, key.unit_id, key.id)) ?? never()
}

async function topicPage(one: Asked): Promise<Response> {
  const { c, db } = one
  const found = await foundTopic(one)
  const steps: OfferedStep[] = []
  const taking = found.row.state === 'commissioned' ? await offeredStep(one, await aboutHandIn(one)) : null
  if (taking) steps.push(taking)
  for (const action of topicActions.filter((each) => each !== commissionTopic)) {
    const said = found.reads_all ? await shownStep(one, await aboutTopic(one, action)) : null
    if (said) steps.push(said)
  }
  const units = await unitNames(c.var.viewer, db.pool, found.row.asked_unit_ids)
  return renderPage(c, <TopicPage frame={frameOf(c)} {...found} units={units} steps={steps} />)
}

async function aboutTopic(one: Asked, action: AnyAction): Promise<StepAbout> {
  const { row, reads_all } = await foundTopic(one)
  if (!reads_all) never()
  return {
    action,
    row,
    unit_id: row.unit_id,
    href: topicPath(row, action.step),
    back: topicPath(row),
    title: row.title,
    values: {
      title: row.title,
      what: row.what ?? '',
      units: row.asked_unit_ids,
      due_on: shortDay(row.due_on),
      open_call: row.open_call ? 'yes' : '',
    },
    options: { units: await unitChoices(one, { unit_id: row.unit_id, id: row.meeting_id }) },
    finds_units: action.step === 'correct',
    done: topicPath,
  }
}

/** Organisers record a paper of any unit; an officer sends their own unit's. */
async function aboutHandIn(one: Asked): Promise<StepAbout> {
  const { row, reads_all } = await foundTopic(one)
  const { c, db } = one
  const mine = unitsSpokenFor(c.var.viewer)
  const names = await unitNames(c.var.viewer, db.pool, mine)
  const options = reads_all
    ? await unitChoices(one, { unit_id: row.unit_id, id: row.meeting_id })
    : mine.map((value, at) => ({ value, label: names[at] ?? '' }))
  const asked = mine.filter((unit) => row.asked_unit_ids.includes(unit))
  return {
    action: handInPaper,
    row: null,
    unit_id: row.unit_id,
    href: topicPath(row, 'hand-in'),
    back: topicPath(row),
    title: row.title,
    fixed: { topic_id: row.id },
    values: reads_all ? {} : { units: asked.length > 0 ? asked : mine },
    options: { units: options },
    finds_units: reads_all,
    done: paperPath,
  }
}

async function foundPaper({ c, db }: Asked): Promise<FoundPaper> {
  const key = keyOf(c)
  return (await paperById(c.var.viewer, db.pool, key.unit_id, key.id)) ?? never()
}

async function paperPage(one: Asked): Promise<Response> {
  const { c, db } = one
  const found = await foundPaper(one)
  const steps: OfferedStep[] = []
  for (const action of onPaper) {
    const said = await shownStep(one, await aboutPaper(one, action))
    if (said) steps.push(said)
  }
  const data = {
    found,
    units: await unitNames(c.var.viewer, db.pool, found.row.from_unit_ids),
    steps,
    happened: found.reach === 'all' ? await happenedTo(db.pool, found.row, ['paper']) : [],
  }
  return renderPage(c, <PaperPage frame={frameOf(c)} data={data} />)
}

async function aboutPaper(one: Asked, action: AnyAction): Promise<StepAbout> {
  const { c, db } = one
  const { viewer, moment } = c.var
  const { row, reach } = await foundPaper(one)
  const corrects = action.step === 'correct' && reach === 'all'
  const officers =
    action.step === 'name-reviewers' ? await officersOf(viewer, db.pool, row.unit_id, moment.on, deskKinds) : []
  const people = [...new Map(officers.map((each) => [each.account_id, `${each.name}, ${each.title}`]))]
  const reviewers = people.map(([value, label]) => ({ value, label }))
  return {
    action,
    row,
    unit_id: row.unit_id,
    href: paperPath(row, action.step),
    back: paperPath(row),
    title: row.title,
    values: corrects
      ? {
          title: row.title,
          abstract: row.abstract ?? '',
          authors: linesOf(row.authors),
          print_contact: row.print_contact ? 'yes' : '',
          units: row.from_unit_ids,
        }
      : action.step === 'choose'
        ? { place: String(row.place ?? ''), minutes: String(row.minutes ?? '15') }
        : {},
    options: {
      ...(corrects ? { units: await unitChoices(one, { unit_id: row.unit_id, id: row.meeting_id }) } : {}),
      ...(reviewers.length > 0 ? { first_id: reviewers, second_id: reviewers } : {}),
    },
    finds_units: corrects,
    done: paperPath,
  }
}

/** The text on a page; for a blind reviewer without anything that tells whose it is. */
async function readPage(one: Asked): Promise<Response> {
  const { c, db, config } = one
  const { row, reach } = await foundPaper(one)
  const { stored, media_type } = lastVersion(row)
  const { blocks } = await readPaper(await openBytes(config.data, row.unit_id, stored), media_type)
  const blind = reach === 'reviewer' && row.blind
  const units = await unitNames(c.var.viewer, db.pool, row.from_unit_ids)
  const w = words(c.var.language).conferences.papers
  return renderPage(
    c,
    <DeskPage
      frame={frameOf(c)}
      title={w.read_title(row.title)}
      current="conferences"
      wide={false}
      back={{ href: paperPath(row), text: row.title }}
    >
      <h1 class="govuk-heading-l">{row.title}</h1>
      {blind && <Inset>{w.read_blind}</Inset>}
      <PaperText blocks={blind ? blinded(blocks, { ...row, units }) : blocks} />
    </DeskPage>,
  )
}

async function file(one: Asked): Promise<Response> {
  const { row, reach } = await foundPaper(one)
  const version = row.versions.find((each) => each.no === Number(one.c.req.param('no')))
  if (!version || reach === 'reviewer') return never()
  return attachmentResponse(version, await openBytes(one.config.data, row.unit_id, version.stored))
}
