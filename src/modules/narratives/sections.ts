/** What the steps on one section share: the section as it stands, whether somebody was faster, the section with a new text. */
import type { NarrativeSectionId } from '../../law/narrative-sections.ts'
import { readPeriod } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { Stale, WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { seenIn } from './draft-narrative.ts'
import { type FigureNow, figuresNow } from './figures-in-text.ts'
import type { NarrativeRow, Quote, Section } from './narrative.ts'
import { tokensIn, tokensMax } from './tokens.ts'

/** A row of the table always has all sections. */
export function sectionOf(row: Pick<NarrativeRow, 'sections'>, id: NarrativeSectionId): Section {
  const found = row.sections.find((section) => section.id === id)
  if (!found) throw new Error(`narrative without section ${id}`)
  return found
}

/** Figures of a unit's text on a day. */
export async function figuresOfText(
  viewer: Viewer,
  sql: Sql,
  of: { unit_id: string; period: string; on: Temporal.PlainDate },
  text: string,
): Promise<ReadonlyMap<string, FigureNow>> {
  const period = readPeriod(of.period)
  if (!period) throw new Error(`no period ${of.period}`)
  return figuresNow(viewer, sql, { unit_id: of.unit_id, period, on: of.on }, tokensIn(text))
}

/** Throws where a figure cannot be read or may not stand in a text that everybody reads. */
export function checkFigures(text: string, figures: ReadonlyMap<string, FigureNow>): void {
  if (tokensIn(text).length > tokensMax)
    throw new WrongInput([{ field: 'text', code: 'too-many-figures', params: { max: tokensMax } }])
  for (const { fault, source } of figures.values())
    if (fault) throw new WrongInput([{ field: 'text', code: fault, params: { figure: source } }])
}

/** The sections with one written anew. Throws where somebody else wrote it since the form was opened. */
export function written(
  row: NarrativeRow,
  change: { id: NarrativeSectionId; version: number; text: string; quote?: Quote },
  by: { viewer: Viewer; moment: Moment; figures: ReadonlyMap<string, FigureNow> },
): readonly Section[] {
  const before = sectionOf(row, change.id)
  if (before.version !== change.version) throw new Stale(before.by, Temporal.Instant.from(before.at), 'edit-section')
  const section: Section = {
    ...before,
    text: change.text,
    version: before.version + 1,
    by_id: by.viewer.account_id,
    by: by.viewer.name,
    at: by.moment.at.toString(),
    seen: seenIn(change.text, by.figures),
    quotes: change.quote ? [...before.quotes, change.quote] : before.quotes,
  }
  return row.sections.map((one) => (one.id === change.id ? section : one))
}
