/** The ways in to one section: its form, what units below wrote, a paragraph taken from them. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { type NarrativeSectionId, narrativeSectionIds } from '../../law/narrative-sections.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { type Fault, tidy } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { words } from '../../ui/words/words.ts'
import { sectionPath } from './addresses.ts'
import { type Asked, rowOf, sentence, writesNow } from './asked.ts'
import { draftedFigures, draftOf } from './drafting.ts'
import { editSection } from './edit-section.ts'
import { figuresNow } from './figures-in-text.ts'
import { insertParagraph } from './insert-paragraph.ts'
import { type Narrative, signedBelow, writtenBelow } from './queries.ts'
import { BelowPage, EditPage } from './section-views.tsx'
import { sectionOf } from './sections.ts'
import { whatOf } from './shown.ts'
import { tokensIn } from './tokens.ts'

type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>

/** Registers them under the path of one narrative. */
export function sectionPages(app: Hono<AppEnv>, one: string, asked: Wrap): void {
  app.get(
    `${one}/edit-section/:section`,
    asked((of) => edit(of)),
  )
  app.post(`${one}/edit-section/:section`, asked(save))
  app.get(
    `${one}/cap-duoi/:section`,
    asked((of) => below(of)),
  )
  app.post(`${one}/insert-paragraph`, asked(insert))
}

async function writable(one: Asked): Promise<Narrative> {
  const row = await rowOf(one)
  if (!(await writesNow(one, row))) throw new NotOpen('not-yours', '', 404)
  return row
}

function sectionIn(name: string | undefined): NarrativeSectionId {
  const found = narrativeSectionIds.find((id) => id === name)
  if (!found) throw new NotOpen('not-yours', '', 404)
  return found
}

/** Each fault that names a figure says which. */
function told(errors: readonly Fault[], language: 'vi' | 'en'): Fault[] {
  const sentences: Readonly<Record<string, (figure: string) => string>> = words(language).narratives.figure_faults
  return errors.map((fault) => {
    const said = sentences[fault.code]
    return said && fault.params?.['figure'] ? { ...fault, sentence: said(String(fault.params['figure'])) } : fault
  })
}

async function edit(
  one: Asked,
  refused: { values: FormValues; errors: readonly Fault[]; status: PageStatus; stale: boolean } | null = null,
): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await writable(one)
  const section = sectionOf(row, sectionIn(c.req.param('section')))
  const period = readPeriod(row.period)!
  const of = { unit_id: row.unit_id, period, on: moment.on }
  const offered = draftedFigures.filter((source) => !source.startsWith('{{list:plans-open:'))
  const figures = await figuresNow(viewer, db.pool, of, [...tokensIn(section.text), ...draftedFigures])
  const drafted = refused === null && c.req.query('nhap') === 'moi'
  const page = (
    <EditPage
      frame={frameOf(c)}
      row={row}
      section={section}
      values={refused?.values ?? { text: drafted ? draftOf(figures, period)[section.id] : section.text }}
      errors={refused?.errors ?? []}
      saved_there={refused?.stale ? section.text : null}
      drafted={drafted}
      figures={[...new Set([...tokensIn(section.text), ...offered])].flatMap((source) => {
        const figure = figures.get(source)
        return figure && figure.fault === null
          ? [{ source, what: whatOf(figure, language), text: figure.text, href: figure.href }]
          : []
      })}
      has_below={(await writtenBelow(viewer, db.pool, { ...of, period: row.period })).length > 0}
    />
  )
  return renderPage(c, page, refused?.status)
}

async function save(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await writable(one)
  const section = sectionIn(c.req.param('section'))
  const read = await readPost(c, editSection.input.omit({ section: true }))
  if (!read.ok) return edit(one, { values: read.values, errors: read.errors, status: 422, stale: false })
  const { unit_id, id } = row
  try {
    await perform(db, editSection, { viewer, moment, unit_id, id, input: { ...read.data, section } })
  } catch (error) {
    const typed = tidy(String(read.values['text'] ?? ''))
    const now = sectionOf(await rowOf(one), section)
    // The same text, sent twice by the same person, is saved once.
    const again = error instanceof Stale && now.by_id === viewer.account_id && now.text === typed
    if (again) return seeOther(c, sectionPath(row, section))
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return edit(one, { values: read.values, errors: told(errors, language), status, stale: error instanceof Stale })
  }
  return seeOther(c, sectionPath(row, section))
}

async function below(one: Asked, refused: { section: string; error: string; status: PageStatus } | null = null) {
  const { c, db } = one
  const { viewer, moment } = c.var
  const row = await writable(one)
  const section = sectionOf(row, sectionIn(refused?.section ?? c.req.param('section')))
  const of = { unit_id: row.unit_id, period: row.period, on: moment.on }
  const page = (
    <BelowPage
      frame={frameOf(c)}
      row={row}
      section={section}
      lines={await writtenBelow(viewer, db.pool, of)}
      signed={await signedBelow(viewer, db.pool, of)}
      error={refused?.error ?? null}
    />
  )
  return renderPage(c, page, refused?.status)
}

async function insert(one: Asked): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const row = await writable(one)
  const read = await readPost(c, insertParagraph.input)
  const { narratives } = words(language)
  if (!read.ok) throw new NotOpen('not-yours', '', 404)
  const { unit_id, id } = row
  const { section } = read.data
  try {
    await perform(db, insertParagraph, { viewer, moment, unit_id, id, input: read.data })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    const faults: Readonly<Record<string, string>> = narratives.faults
    const [fault] = errors
    const said = fault?.sentence ?? faults[fault?.code ?? ''] ?? narratives.not_now('')
    return below(one, { section, error: said, status })
  }
  return seeOther(c, sectionPath(row, section))
}
