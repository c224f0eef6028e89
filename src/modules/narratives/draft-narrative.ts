/** A unit begins the narrative of a period: every section drafted from the registers, as far as there is one. */
import { z } from 'zod'
import { narrativeSectionIds } from '../../law/narrative-sections.ts'
import { periodKinds, periodOf, readPeriod } from '../../law/report-periods.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { draftedFigures, draftOf } from './drafting.ts'
import { type FigureNow, figuresNow } from './figures-in-text.ts'
import { narrative, type Section } from './narrative.ts'
import { tokensIn } from './tokens.ts'

/** Periods that may be asked for: those of this year and the one before. */
export function periodChoices(on: Temporal.PlainDate): string[] {
  return [on.year, on.year - 1].flatMap((year) => periodKinds.map((kind) => periodOf(year, kind).id))
}

/** What the figures of a text read now, to be kept beside it. */
export function seenIn(of: string, figures: ReadonlyMap<string, FigureNow>): Record<string, string> {
  return Object.fromEntries(tokensIn(of).map((source) => [source, figures.get(source)?.text ?? '…']))
}

/** The draft. */
export const draftNarrative = action({
  noun: narrative,
  step: 'draft-narrative',
  input: z.object({ period: text(10) }),
  async reads(sql, { unit_id, input, viewer, moment }) {
    const period = readPeriod(input.period)
    if (!period) throw new WrongInput([{ field: 'period', code: 'not-a-choice' }])
    if (Temporal.PlainDate.compare(period.first_on, moment.on) > 0)
      throw new WrongInput([{ field: 'period', code: 'period-has-not-begun' }])
    return { period, figures: await figuresNow(viewer, sql, { unit_id, period, on: moment.on }, draftedFigures) }
  },
  decide({ moment }, { period, figures }) {
    const drafted = draftOf(figures, period)
    const sections = narrativeSectionIds.map(
      (id): Section => ({
        id,
        text: drafted[id],
        version: 1,
        by_id: null,
        by: null,
        at: moment.at.toString(),
        seen: seenIn(drafted[id], figures),
        quotes: [],
      }),
    )
    return {
      change: {
        period: period.id,
        version: 1,
        follows_id: null,
        reason: null,
        sections,
        frozen: null,
        signed_on: null,
        signed_by: null,
      },
    }
  },
})
