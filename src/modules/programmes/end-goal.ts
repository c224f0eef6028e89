/** `reach-goal`, `miss-goal`, `drop-goal`: how a goal ends. None ends without a final value and evidence of effect. */
import { z } from 'zod'
import { goalWorkflow } from '../../law/programme-workflow.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { longText } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { type GoalRow, goal, reaches } from './goal.ts'
import { quantity } from './quantity.ts'
import { registerFigure } from './register-figure.ts'

const ending = z.object({ final_value: quantity().optional(), evidence: longText(2000) })

/** Where a register counts the goal its figure of the day is the final value: nobody types another. */
const counted = async (sql: Sql, { record, viewer }: { record: GoalRow | null; viewer: Viewer }) =>
  record?.source
    ? ((await registerFigure(viewer, sql, { ...record, source: record.source }, viewer.on))?.value ?? null)
    : null

function finalValue(record: GoalRow, typed: number | undefined, figure: number | null): number {
  if (record.source !== null && typed !== undefined)
    throw new WrongInput([{ field: 'final_value', code: 'the-register-counts-it' }])
  const value = record.source === null ? typed : (figure ?? undefined)
  if (value === undefined) throw new WrongInput([{ field: 'final_value', code: 'figure-is-not-known' }])
  return value
}

/** Only a value that reaches the target. */
export const reachGoal = action({
  noun: goal,
  step: 'reach-goal',
  input: ending,
  reads: (sql, about) => counted(sql, about),
  decide({ record, input, moment }, figure) {
    const final_value = finalValue(record!, input.final_value, figure)
    if (!reaches(record!, final_value))
      throw new NotOpen('final-value-reaches-the-target', goalWorkflow['reach-goal'].cite)
    return { change: { final_value, evidence: input.evidence, ended_on: moment.on } }
  },
})

/** `evidence` says here what was done, and why it was not enough. */
export const missGoal = action({
  noun: goal,
  step: 'miss-goal',
  input: ending,
  reads: (sql, about) => counted(sql, about),
  decide: ({ record, input, moment }, figure) => ({
    change: {
      final_value: finalValue(record!, input.final_value, figure),
      evidence: input.evidence,
      ended_on: moment.on,
    },
  }),
})

/** A goal that is no longer pursued; the reason stands in its place. */
export const dropGoal = action({
  noun: goal,
  step: 'drop-goal',
  input: z.object({ reason: reason() }),
  decide: ({ input, moment }) => ({ change: { evidence: input.reason, ended_on: moment.on } }),
})
