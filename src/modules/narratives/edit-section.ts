/** A person writes one section; two sections may be written by two people at once, one section by one alone. */
import { z } from 'zod'
import { narrativeSectionIds } from '../../law/narrative-sections.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, revision } from '../../platform/input.ts'
import { narrative } from './narrative.ts'
import { checkFigures, figuresOfText, written } from './sections.ts'

/** `version`: of the section, when the form was opened. What is left empty waits to be written. */
export const editSection = action({
  noun: narrative,
  step: 'edit-section',
  input: z.object({
    section: choice(narrativeSectionIds),
    version: revision(),
    text: longText(12_000).optional(),
  }),
  reads: (sql, { record, unit_id, input, viewer, moment }) =>
    figuresOfText(viewer, sql, { unit_id, period: record!.period, on: moment.on }, input.text ?? ''),
  decide({ record, input, viewer, moment }, figures) {
    const text = input.text ?? ''
    checkFigures(text, figures)
    const change = { id: input.section, version: input.version, text }
    return { change: { sections: written(record!, change, { viewer, moment, figures }) } }
  },
})
