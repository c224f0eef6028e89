/** `derive`: the instrument grew from another one, from a paper of a conference or from a finding ("into policy"). */
import { z } from 'zod'
import { sourceKinds } from '../../law/instrument-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { instrument, type Source } from './instrument.ts'
import { instrumentById } from './queries.ts'
import { readReference, reference } from './references.ts'
import { otherSources } from './sources.ts'

const sourcesMax = 20

/** It is chosen from what the viewer may read; a paper or a finding that stands in no register is named in words. */
export const derive = action({
  noun: instrument,
  step: 'derive',
  input: z.object({
    source_kind: choice(sourceKinds),
    source: reference().optional(),
    source_title: text(300).optional(),
  }),
  reads: async (sql, { input, viewer }): Promise<Source | null> => {
    const ref = readReference(input.source)
    if (!ref) return null
    if (input.source_kind === 'instrument') {
      const found = await instrumentById(viewer, sql, ref.unit_id, ref.id)
      return found && { kind: 'instrument', unit_id: found.unit_id, id: found.id, title: found.title }
    }
    const [found] = await otherSources(viewer, sql, ref)
    if (found?.kind !== input.source_kind) return null
    return { kind: found.kind, unit_id: found.unit_id, id: found.id, title: found.title }
  },
  decide({ record, input }, found) {
    const { derived } = record!
    if (derived.length >= sourcesMax) throw new WrongInput([{ field: 'source', code: 'too-many-sources' }])
    if (!found && (input.source_kind === 'instrument' || input.source))
      throw new WrongInput([{ field: 'source', code: 'no-such-source' }])
    if (!found && !input.source_title) throw new WrongInput([{ field: 'source_title', code: 'required' }])
    const source = found ?? { kind: input.source_kind, unit_id: null, id: null, title: input.source_title ?? '' }
    if (derived.some((one) => one.id === source.id && one.title === source.title))
      throw new WrongInput([{ field: found ? 'source' : 'source_title', code: 'source-stands-already' }])
    return { change: { derived: [...derived, source] } }
  },
})
