/** Adds a cluster of bodies of one kind; its members come by a step of their own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, day, text } from '../../platform/input.ts'
import { tidyName } from '../units/unit.ts'
import { cluster, clusterLevels, followed } from './cluster.ts'

/** Creates the record with the unit that keeps it. */
export const addCluster = action({
  noun: cluster,
  step: 'add-cluster',
  input: z.object({ name: text(200), level: choice(clusterLevels), from_on: day({ year_min: 2025 }) }),
  decide: ({ input, id }) => {
    const { level, from_on } = input
    const change = { name: tidyName(input.name), level, from_on, until_on: null, members: [], hosts: [] }
    return { change, jobs: followed(id) }
  },
})
