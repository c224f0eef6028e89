/** `draft`: a return is begun: with the figures of the registers at this moment, or empty for a unit that works on paper. */
import { z } from 'zod'
import { findForm } from '../../law/form-rules.ts'
import type { Form } from '../../law/forms.ts'
import { returnSources, unitReturnWorkflow } from '../../law/return-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import type { Moment } from '../../platform/clock.ts'
import { choice, text } from '../../platform/input.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { readAsk } from '../reports/report.ts'
import type { ReturnFiguresRow } from './figures.ts'
import { figuresFromRegisters, keepsRegister, stoodOn } from './taken-figures.ts'
import { isOwn, type UnitReturnRow, unitReturn } from './unit-return.ts'

/** Which return: form, version and period. */
export const whichReturn = {
  form: text(20),
  instrument: text(40),
  period: text(10),
}

/** What begins with a draft, whichever step makes it. */
export const emptyReturn = {
  remarks: [],
  due_on: null,
  handed_in_on: null,
  late: null,
  signed_by: null,
  signed_on: null,
  by_stand_in: false,
  receiver_id: null,
  receiver_name: null,
  accepted_on: null,
  frozen_on: null,
} satisfies Partial<UnitReturnRow>

/** What the registers say for a new draft, and whether the unit may come on paper. */
export interface DraftReads {
  stood: boolean
  heirs: readonly string[]
  keeps_register: boolean
  figures: readonly ReturnFiguresRow[] | null
  layout: Form | null
}

/** Reads for a draft. Wrong names of form or period are faults at their fields. */
export async function readsForDraft(
  sql: Sql,
  unit_id: string,
  wanted: { form: string; instrument: string; period: string; source: string },
  moment: Moment,
): Promise<DraftReads> {
  const known = await formsInUse(sql)
  const asked = readAsk(wanted.form, wanted.period, wanted.instrument, known)
  if ('right' in asked) throw new WrongInput([{ field: asked.field, code: 'not-a-choice' }])
  const { form, period } = asked
  const day = period.last_on.toString()
  if (day < form.from || (form.until !== null && form.until <= day))
    throw new WrongInput([{ field: 'instrument', code: 'form-of-other-days' }])
  const { stood, heirs } = await stoodOn(sql, unit_id, period.last_on, moment.on)
  const keeps_register = await keepsRegister(sql, unit_id, period.last_on)
  const figures = wanted.source === 'registers' && stood ? await figuresFromRegisters(sql, unit_id, form, period) : null
  const layout = findForm(form.code, form.instrument) ? null : form
  return { stood, heirs, keeps_register, figures, layout }
}

/** What a draft must know: the unit stood when the period ended, and paper is for who keeps no register here. */
export function figuresForDraft(reads: DraftReads, source: string, own: boolean): readonly ReturnFiguresRow[] {
  if (!reads.stood)
    throw new WrongInput([{ field: 'period', code: 'unit-is-no-more', params: { heirs: reads.heirs.join(', ') } }])
  // From a unit's own register its own officers draw the figures.
  if (source === 'registers' && !own) throw new NotOpen('registers-are-the-units-own', unitReturnWorkflow.draft.cite)
  if (source === 'paper' && reads.keeps_register)
    throw new NotOpen('unit-keeps-no-register', unitReturnWorkflow.draft.cite)
  return reads.figures ?? [{ row: 'total', name: null, columns: {} }]
}

/** Begins a return. */
export const draft = action({
  noun: unitReturn,
  step: 'draft',
  input: z.object({ ...whichReturn, source: choice(returnSources) }),
  reads: (sql, { unit_id, input, moment }) => readsForDraft(sql, unit_id, input, moment),
  decide({ input, viewer, moment, unit_id }, reads) {
    const figures = figuresForDraft(reads, input.source, isOwn(viewer, unit_id))
    const { form, instrument, period, source } = input
    return {
      change: {
        ...emptyReturn,
        form,
        instrument,
        period,
        version: 1,
        source,
        figures,
        taken_on: moment.on,
        drafted_on: moment.on,
        follows_id: null,
        layout: reads.layout,
        reason: null,
      },
    }
  },
})
