/** The project is made public: from now on it has a page of its own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { project } from './project.ts'

/** A project of the area is one of the items that must be disclosed (LTHDC 2022 Đ11.3). */
export const announceProject = action({
  noun: project,
  step: 'announce',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { announced_on: moment.on } }),
})
