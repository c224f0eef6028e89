/** The ways in to narratives: their list, one with its sections, its documents, the list behind a number. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import type { Db } from '../../platform/database.ts'
import { text, uuid } from '../../platform/input.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { composeLetter } from '../notices/letters.ts'
import { letterMediaType } from '../notices/queries.ts'
import { unitName } from '../units/queries.ts'
import { narrativePath, narrativesPath } from './addresses.ts'
import { type Asked, draftLetter, figuresOfRow, notationOf, pageData, rowOf, sentence, sheetData } from './asked.ts'
import { draftNarrative } from './draft-narrative.ts'
import { CountedPage, NarrativesPage } from './list-views.tsx'
import { isListName, listOf, narrowed } from './lists.ts'
import { narrativeSheet } from './narrative-sheet.ts'
import { ComparePage, NarrativePage } from './narrative-view.tsx'
import { narrativeById, narrativesOf, othersOf, signedLetter, writingUnit } from './queries.ts'
import { sectionPages } from './section-pages.tsx'
import { stepPages } from './step-pages.tsx'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Registers `/bao-cao/loi-van` and what is under it; for officers. */
export function pages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (c.var.viewer.account_id === null) return signInFirst(c)
    return c.var.viewer.positions.length === 0 ? (c.notFound() as Response) : work({ c, db })
  }
  app.get(narrativesPath, asked(list))
  app.post(`${narrativesPath}/draft-narrative`, asked(begin))
  app.get(`${narrativesPath}/danh-sach/:list/:unit{[0-9a-f-]{36}}`, asked(counted))
  const one = `${narrativesPath}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(one, asked(show))
  app.get(`${one}/van-ban.docx`, asked(wordFile))
  app.get(`${one}/phu-luc.xlsx`, asked(sheetFile))
  app.get(`${one}/so-sanh`, asked(compare))
  sectionPages(app, one, asked)
  stepPages(app, one, asked)
}

async function list(one: Asked, refused: { id: string; error: string; status: PageStatus } | null = null) {
  const { c, db } = one
  const { viewer } = c.var
  const period = readPeriod(c.req.query('ky') ?? '')?.id ?? null
  const unit_id = writingUnit(viewer)
  const begin = unit_id && {
    unit: (await unitName(viewer, db.pool, unit_id)) ?? '',
    id: refused?.id ?? uuidv7(),
    error: refused?.error ?? null,
  }
  const lines = await narrativesOf(viewer, db.pool, period ? { period } : {})
  const page = <NarrativesPage frame={frameOf(c)} lines={lines} period={period} begin={begin || null} />
  return renderPage(c, page, refused?.status)
}

async function begin(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const unit_id = writingUnit(viewer)
  if (!unit_id) throw new NotOpen('not-yours', '', 404)
  const read = await readPost(c, z.object({ id: uuid(), period: text(10) }))
  if (!read.ok)
    return list(one, { id: uuidv7(), error: words(language).narratives.faults['period-has-not-begun'], status: 422 })
  const { id, period } = read.data
  try {
    await perform(db, draftNarrative, { viewer, moment, unit_id, id, input: { period } })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    const [fault] = errors
    const faults: Readonly<Record<string, string>> = words(language).narratives.faults
    return list(one, {
      id,
      status,
      error: fault?.sentence ?? faults[fault?.code ?? ''] ?? faults['period-has-not-begun']!,
    })
  }
  return seeOther(c, narrativePath({ unit_id, id }))
}

async function counted({ c, db }: Asked): Promise<Response> {
  const { viewer, moment } = c.var
  const name = c.req.param('list') ?? ''
  const unit_id = c.req.param('unit') ?? ''
  const period = readPeriod(c.req.query('ky') ?? '')
  const of = c.req.query('loc') ?? null
  const wrong =
    !isListName(name) || !period || !isUuid(unit_id) || (of !== null && !narrowed.some((one) => one === name))
  if (wrong || !isListName(name) || !period || !(await seesUnit(viewer, db.pool, unit_id)))
    throw new NotOpen('not-yours', '', 404)
  const found = await listOf(viewer, db.pool, { unit_id, period, on: moment.on }, name, of)
  const unit = (await unitName(viewer, db.pool, unit_id)) ?? ''
  return renderPage(
    c,
    <CountedPage frame={frameOf(c)} list={name} of={of} unit={unit} period={period.id} found={found} />,
  )
}

async function show(one: Asked): Promise<Response> {
  const row = await rowOf(one)
  return renderPage(one.c, <NarrativePage frame={frameOf(one.c)} data={await pageData(one, row)} />)
}

/** The numbered report, or while it is written what it would be today. */
async function wordFile(one: Asked): Promise<Response> {
  const { c, db } = one
  const row = await rowOf(one)
  const letter = await signedLetter(c.var.viewer, db.pool, row)
  const data = letter?.data ?? (await draftLetter(one, row))
  const numbered = letter
    ? { number: letter.number, issued_on: letter.issued_on.toString() }
    : { number: null, issued_on: c.var.moment.on.toString() }
  const bytes = await composeLetter('review-report', data, numbered)
  const name = letter ? `bao-cao-${notationOf(letter).replace(/\D+/g, '')}-${letter.year}.docx` : 'bao-cao-du-thao.docx'
  return attachmentResponse({ name, media_type: letterMediaType }, bytes)
}

async function sheetFile(one: Asked): Promise<Response> {
  const row = await rowOf(one)
  const bytes = await narrativeSheet(await sheetData(one, row), one.c.var.language)
  return attachmentResponse({ name: `phu-luc-${row.period}.xlsx`, media_type: sheetType }, bytes)
}

async function compare(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer } = c.var
  const row = await rowOf(one)
  const choices = await othersOf(viewer, db.pool, row)
  const wanted = choices.find((line) => line.id === c.req.query('voi')) ?? choices[0]
  const other = wanted ? await narrativeById(viewer, db.pool, row.unit_id, wanted.id) : null
  const page = (
    <ComparePage
      frame={frameOf(c)}
      row={row}
      figures={(await figuresOfRow(one, row)).shown}
      other={other && { row: other, figures: (await figuresOfRow(one, other)).shown }}
      choices={choices}
    />
  )
  return renderPage(c, page)
}
