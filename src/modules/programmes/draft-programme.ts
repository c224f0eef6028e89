/** `draft-programme`: a programme or plan is begun: on what ground, under which theme, for which superior's programme. */
import { z } from 'zod'
import { programmeKinds } from '../../law/programme-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text } from '../../platform/input.ts'
import { programme } from './programme.ts'
import { instrumentById, programmeAsking } from './queries.ts'
import { readReference, reference } from './references.ts'
import { isTheme } from './theme.ts'

/** Ground and theme are instruments the viewer may read; the superior's programme is one that asked this unit for a plan. */
export const draftProgramme = action({
  noun: programme,
  step: 'draft-programme',
  input: z.object({
    kind: choice(programmeKinds),
    title: text(300),
    from_on: day(),
    until_on: day(),
    basis: reference().optional(),
    theme: reference().optional(),
    parent: reference().optional(),
  }),
  async reads(sql, { unit_id, input, viewer }) {
    const [basis, theme, parent] = [input.basis, input.theme, input.parent].map(readReference)
    return {
      basis: basis ? await instrumentById(viewer, sql, basis.unit_id, basis.id) : null,
      theme: theme ? await instrumentById(viewer, sql, theme.unit_id, theme.id) : null,
      parent: parent ? await programmeAsking(viewer, sql, parent, unit_id) : null,
    }
  },
  decide({ input }, { basis, theme, parent }) {
    if (input.basis && basis?.state !== 'recorded')
      throw new WrongInput([{ field: 'basis', code: 'no-such-instrument' }])
    if (input.theme && !isTheme(theme)) throw new WrongInput([{ field: 'theme', code: 'not-a-theme' }])
    if (input.parent && !parent) throw new WrongInput([{ field: 'parent', code: 'did-not-ask-this-unit' }])
    const { kind, title, from_on, until_on } = input
    return {
      change: {
        kind,
        title,
        from_on,
        until_on,
        basis_unit_id: basis?.unit_id ?? null,
        basis_id: basis?.id ?? null,
        theme_unit_id: theme?.unit_id ?? null,
        theme_id: theme?.id ?? null,
        parent_unit_id: parent?.unit_id ?? null,
        parent_id: parent?.id ?? null,
        organisers: [],
        promises: [],
        number: null,
        issued_on: null,
        asked_unit_ids: [],
        asked_on: null,
        plans_due_on: null,
        ask_note: null,
        reminded_on: null,
        exchanges: [],
        result: null,
        ended_on: null,
      },
    }
  },
})
