/** `derive`: the instrument grew from another one, from a paper of a conference or from a finding ("into policy"). */
import { z } from 'zod'
import { sourceKinds } from '../../law/instrument-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { instrument } from './instrument.ts'
import { instrumentById } from './queries.ts'
import { readReference, reference } from './references.ts'

const sourcesMax = 20

/** An instrument is chosen from those the viewer may read; a paper or a finding is named in words. */
export const derive = action({
  noun: instrument,
  step: 'derive',
  input: z.object({
    source_kind: choice(sourceKinds),
    source: reference().optional(),
    source_title: text(300).optional(),
  }),
  reads: async (sql, { input, viewer }) => {
    const found = readReference(input.source)
    return found ? await instrumentById(viewer, sql, found.unit_id, found.id) : null
  },
  decide({ record, input }, found) {
    const { derived } = record!
    if (derived.length >= sourcesMax) throw new WrongInput([{ field: 'source', code: 'too-many-sources' }])
    const instead = input.source_kind === 'instrument' ? 'source' : 'source_title'
    if (input.source_kind === 'instrument' && !found)
      throw new WrongInput([{ field: instead, code: 'no-such-instrument' }])
    if (input.source_kind !== 'instrument' && !input.source_title)
      throw new WrongInput([{ field: instead, code: 'required' }])
    const source = found
      ? { kind: 'instrument' as const, unit_id: found.unit_id, id: found.id, title: found.title }
      : { kind: input.source_kind, unit_id: null, id: null, title: input.source_title ?? '' }
    if (derived.some((one) => one.id === source.id && one.title === source.title))
      throw new WrongInput([{ field: instead, code: 'source-stands-already' }])
    return { change: { derived: [...derived, source] } }
  },
})
