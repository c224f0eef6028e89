/** A paragraph of a unit below goes into a section, with its source: whoever edits it later does not lose where it came from. */
import { z } from 'zod'
import { narrativeSectionIds } from '../../law/narrative-sections.ts'
import { narrativeWorkflow } from '../../law/narrative-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, revision, uuid } from '../../platform/input.ts'
import { narrative, type Quote } from './narrative.ts'
import { signedBelow } from './queries.ts'
import { figuresOfText, sectionOf, written } from './sections.ts'
import { paragraphsIn, resolved } from './tokens.ts'

/** Longest text of a section. */
const sectionMax = 12_000
const quotesMax = 200

/** Only what a unit below has signed for the same period, and not what a later version took the place of. */
export const insertParagraph = action({
  noun: narrative,
  step: 'insert-paragraph',
  input: z.object({
    section: choice(narrativeSectionIds),
    version: revision(),
    source_unit_id: uuid(),
    source_id: uuid(),
    source_section: choice(narrativeSectionIds),
    paragraph: count(1, 500),
  }),
  async reads(sql, { record, unit_id, input, viewer, moment }) {
    const below = await signedBelow(viewer, sql, { unit_id, period: record!.period, on: moment.on })
    const source = below.find((one) => one.unit_id === input.source_unit_id && one.id === input.source_id) ?? null
    const before = sectionOf(record!, input.section)
    const of = { unit_id, period: record!.period, on: moment.on }
    return { source, figures: await figuresOfText(viewer, sql, of, before.text) }
  },
  decide({ record, input, viewer, moment }, { source, figures }) {
    if (!source) throw new NotOpen('source-is-signed-below', narrativeWorkflow['insert-paragraph'].cite)
    const from = sectionOf(source, input.source_section)
    const paragraph = paragraphsIn(resolved(from.text, source.frozen ?? {}))[input.paragraph - 1]
    if (paragraph === undefined) throw new WrongInput([{ field: 'paragraph', code: 'no-such-paragraph' }])
    const before = sectionOf(record!, input.section)
    const text = [before.text, `${source.unit}: ${paragraph}`].filter((part) => part !== '').join('\n')
    if (text.length > sectionMax || before.quotes.length >= quotesMax)
      throw new WrongInput([{ field: 'paragraph', code: 'section-is-full' }])
    const quote: Quote = {
      unit_id: source.unit_id,
      unit: source.unit,
      narrative_id: source.id,
      version: source.version,
      section: input.source_section,
      paragraph: input.paragraph,
      text: paragraph,
      by: viewer.name,
      on: moment.on.toString(),
    }
    const change = { id: input.section, version: input.version, text, quote }
    return { change: { sections: written(record!, change, { viewer, moment, figures }) } }
  },
})
