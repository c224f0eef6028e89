/** What the pages of a narrative read: the row, its figures, its steps, its letter as it would be today. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { type NarrativeSectionId, numberedParts } from '../../law/narrative-sections.ts'
import { readPeriod } from '../../law/report-periods.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { letterhead } from '../notices/letterhead.ts'
import { notation } from '../notices/letters.ts'
import { narrativePath } from './addresses.ts'
import { annexesOf } from './annex.ts'
import { type FigureNow, otherDaysIn } from './figures-in-text.ts'
import { handToHead } from './hand-to-head.ts'
import { narrative } from './narrative.ts'
import type { FigureLine } from './narrative-sheet.ts'
import type { FiguresOfSections, NarrativeData } from './narrative-view.tsx'
import {
  happenedTo,
  type Narrative,
  narrativeById,
  narrativesOfUnit,
  type SignedLetter,
  signedLetter,
  writtenBelow,
} from './queries.ts'
import { renew } from './renew.ts'
import { receiverOfNarrative, reportLetter } from './report-letter.ts'
import { returnToWriters } from './return-to-writers.ts'
import { figuresOfText } from './sections.ts'
import { shownFigures, whatOf } from './shown.ts'
import { sign } from './sign.ts'
import { tokensIn } from './tokens.ts'

/** One request of an officer. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** Steps on the whole, in the order in which the page offers them. */
export const wholeSteps: readonly AnyAction[] = [handToHead, sign, returnToWriters]

/** The narrative of the address, as far as the viewer may read it. */
export async function rowOf({ c, db }: Asked): Promise<Narrative> {
  const unit = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit) && isUuid(id) ? await narrativeById(c.var.viewer, db.pool, unit, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

/** A lawful no in the module's words. */
export function sentence(c: Context<AppEnv>, code: string, cite: string): string {
  const { narratives, law } = words(c.var.language)
  const own: Readonly<Record<string, string>> = { ...law.conditions, ...narratives.refusals }
  return own[code] ?? narratives.not_now(cite)
}

/** A step with whether it is open; null where it is not the viewer's at all. */
export async function offered({ c, db }: Asked, action: AnyAction, row: Narrative): Promise<OfferedStep | null> {
  const { viewer, moment, language } = c.var
  // Another version is a record of its own.
  const record = action.step === renew.step ? null : row
  const { unit_id } = row
  const facts = await narrative.facts(db.pool, { record, unit_id, viewer, moment })
  const input = record === null ? { follows_id: row.id } : null
  const said = answerFor(narrative, action.step, { record, facts, viewer, moment, unit_id, id: row.id, input })
  if (!said.open && said.kind === 'standing') return null
  const steps: Readonly<Record<string, { button: string }>> = words(language).law.steps.narrative
  return {
    step: action.step,
    verb: steps[action.step]?.button ?? action.step,
    href: `${narrativePath(row)}/${action.step}`,
    cite: said.cite,
    refusal: said.open ? null : sentence(c, said.code, said.cite),
    to_be_checked: true,
  }
}

/** May the viewer write sections of it now? */
export async function writesNow(one: Asked, row: Narrative): Promise<boolean> {
  return row.state !== 'signed' && (await offered(one, handToHead, row)) !== null
}

/** Figures of every section, read together once, and how many are marked. */
export async function figuresOfRow({ c, db }: Asked, row: Narrative) {
  const { viewer, moment, language } = c.var
  const text = row.sections.map((section) => section.text).join('\n')
  const of = { unit_id: row.unit_id, period: row.period, on: moment.on }
  const now = await figuresOfText(viewer, db.pool, of, text)
  // The row has every section of the law.
  const shown = Object.fromEntries(
    row.sections.map((section) => [section.id, shownFigures(row, section, now, language)]),
  ) as Record<NarrativeSectionId, ReturnType<typeof shownFigures>>
  const marked = Object.values(shown).flatMap((figures) => [...figures.values()].filter((one) => one.mark !== null))
  return { now, shown: shown satisfies FiguresOfSections, changed: marked.length }
}

/** The number of a signed report as it is printed. */
export function notationOf(letter: SignedLetter): string {
  return notation('review-report', letter.data, letter.number)
}

/** Everything the page of one shows. */
export async function pageData(one: Asked, row: Narrative): Promise<NarrativeData> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { now, shown, changed } = await figuresOfRow(one, row)
  const steps: OfferedStep[] = []
  for (const action of row.state === 'signed' ? [renew] : wholeSteps) {
    const said = await offered(one, action, row)
    if (said) steps.push(said)
  }
  const letter = await signedLetter(viewer, db.pool, row)
  const of = { unit_id: row.unit_id, period: row.period, on: moment.on }
  const period = readPeriod(row.period)
  const { narratives } = words(language)
  const below = await writtenBelow(viewer, db.pool, of)
  return {
    row,
    figures: shown,
    changed,
    steps,
    happened: await happenedTo(viewer, db.pool, row),
    letter: letter && { ...letter, notation: notationOf(letter) },
    versions: (await narrativesOfUnit(viewer, db.pool, row.unit_id)).filter((line) => line.period === row.period),
    days: [
      ...(period ? [narratives.days(shortDay(period.first_on), shortDay(period.last_on))] : []),
      ...otherDaysIn(now.values()).map(({ form, first_on, last_on }) => {
        const [first, last] = [Temporal.PlainDate.from(first_on), Temporal.PlainDate.from(last_on)]
        return narratives.days_differ(form, shortDay(first), shortDay(last))
      }),
    ],
    receiver: await receiverOfNarrative(db.pool, of),
    writes: await writesNow(one, row),
    has_below: below.length > 0,
  }
}

/** The letter as it would be signed today. */
export async function draftLetter({ c, db }: Asked, row: Narrative) {
  const { viewer, moment } = c.var
  const of = { unit_id: row.unit_id, period: row.period, on: moment.on }
  const text = row.sections.map((section) => section.text).join('\n')
  const figures = await figuresOfText(viewer, db.pool, of, text)
  return reportLetter({
    head: await letterhead(db.pool, row.unit_id, moment.on),
    receiver: await receiverOfNarrative(db.pool, of),
    period: readPeriod(row.period)!,
    sections: row.sections,
    values: Object.fromEntries([...figures].map(([source, figure]) => [source, figure.text])),
    annexes: await annexesOf(viewer, db.pool, of),
    other_days: otherDaysIn(figures.values()),
  })
}

/** What the spreadsheet holds: of a signed one what was signed. */
export async function sheetData(one: Asked, row: Narrative) {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { now, shown } = await figuresOfRow(one, row)
  const letter = await signedLetter(viewer, db.pool, row)
  const of = { unit_id: row.unit_id, period: row.period, on: moment.on }
  const titles = new Map(numberedParts().flatMap((part) => part.sections.map((section) => [section.id, section.title])))
  const what = (figure: FigureNow | undefined) => (figure ? whatOf(figure, language) : '')
  const figures = row.sections.flatMap((section) =>
    tokensIn(section.text).map(
      (source): FigureLine => ({
        section: titles.get(section.id) ?? section.id,
        what: what(now.get(source)),
        text: shown[section.id].get(source)?.text ?? '',
        source,
      }),
    ),
  )
  const period = readPeriod(row.period)
  const { narratives, reports } = words(language)
  const name = period ? reports.periods[period.kind](period.year) : row.period
  return {
    title: `${row.unit} · ${narratives.of(name, row.version)}`,
    days: period ? narratives.days(shortDay(period.first_on), shortDay(period.last_on)) : '',
    figures,
    annexes: letter ? letter.data.annexes : await annexesOf(viewer, db.pool, of),
  }
}
