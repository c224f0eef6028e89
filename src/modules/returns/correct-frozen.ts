/** `correct-frozen`: a frozen return stays as it is; a new version with its reason goes up the chain again. */
import { z } from 'zod'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { emptyReturn, figuresForDraft, readsForDraft, whichReturn } from './draft.ts'
import { isOwn, type UnitReturnRow, unitReturn } from './unit-return.ts'

const lastFrozen = `
select * from unit_return where unit_id = $1 and form = $2 and instrument = $3 and period = $4 and state = 'frozen'
order by version desc limit 1`

interface Which {
  form: string
  instrument: string
  period: string
}

async function frozenVersion(sql: Sql, unit_id: string, which: Which): Promise<UnitReturnRow | null> {
  const values = [unit_id, which.form, which.instrument, which.period]
  const { rows } = await sql.query<UnitReturnRow>(lastFrozen, values)
  return rows[0] ?? null
}

/** Begins the next version: of registers with their figures of today, of paper with those of the version before. */
export const correctFrozen = action({
  noun: unitReturn,
  step: 'correct-frozen',
  input: z.object({ ...whichReturn, reason: longText(2000) }),
  reads: async (sql, { unit_id, input, moment }) => {
    const before = await frozenVersion(sql, unit_id, input)
    const source = before?.source ?? 'registers'
    return { before, source, ...(await readsForDraft(sql, unit_id, { ...input, source }, moment)) }
  },
  decide({ input, viewer, moment, unit_id }, { before, source, ...reads }) {
    if (!before) throw new WrongInput([{ field: 'period', code: 'not-a-choice' }])
    const { form, instrument, period, reason } = input
    return {
      change: {
        ...emptyReturn,
        form,
        instrument,
        period,
        version: before.version + 1,
        source,
        figures: source === 'paper' ? before.figures : figuresForDraft(reads, source, isOwn(viewer, unit_id)),
        taken_on: moment.on,
        drafted_on: moment.on,
        due_on: before.due_on,
        by_stand_in: before.by_stand_in,
        follows_id: before.id,
        layout: before.layout,
        reason,
      },
    }
  },
})
