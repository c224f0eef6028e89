/** `launch-movement`: the head launches a movement or drive, on what ground and under which theme. */
import { z } from 'zod'
import { movementKinds } from '../../law/movement-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, longText, text } from '../../platform/input.ts'
import { movement } from './movement.ts'
import { instrumentById } from './queries.ts'
import { readReference, reference } from './references.ts'
import { isTheme } from './theme.ts'

/** Ground and theme are instruments the viewer may read. */
export const launchMovement = action({
  noun: movement,
  step: 'launch-movement',
  input: z.object({
    kind: choice(movementKinds),
    title: text(300),
    content: longText(4000),
    launched_on: day(),
    until_on: day(),
    basis: reference().optional(),
    theme: reference().optional(),
  }),
  async reads(sql, { input, viewer }) {
    const [basis, theme] = [input.basis, input.theme].map(readReference)
    return {
      basis: basis ? await instrumentById(viewer, sql, basis.unit_id, basis.id) : null,
      theme: theme ? await instrumentById(viewer, sql, theme.unit_id, theme.id) : null,
    }
  },
  decide({ input }, { basis, theme }) {
    if (input.basis && basis?.state !== 'recorded')
      throw new WrongInput([{ field: 'basis', code: 'no-such-instrument' }])
    if (input.theme && !isTheme(theme)) throw new WrongInput([{ field: 'theme', code: 'not-a-theme' }])
    const { basis: _b, theme: _t, ...said } = input
    return {
      change: {
        ...said,
        basis_unit_id: basis?.unit_id ?? null,
        basis_id: basis?.id ?? null,
        theme_unit_id: theme?.unit_id ?? null,
        theme_id: theme?.id ?? null,
        registrations: [],
        reviews: [],
        awards: [],
      },
    }
  },
})
