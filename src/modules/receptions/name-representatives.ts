/** `name-representatives`: a large group names who speaks for it, in writing, signed by all. */
import { z } from 'zod'
import { largeGroupFrom, representativesOf } from '../../law/reception-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { count, longText, mustAgree } from '../../platform/input.ts'
import { faultAt, lines, parts } from './asked.ts'
import { visit } from './visit.ts'

/** What the sheet of a large group asks: signers, people present and representatives are three counts. */
export const nameRepresentativesInput = z.object({
  /** One a line: name; address. */
  representatives: longText(3000),
  signers: count(1, 10_000),
  signed_by_all: mustAgree(),
})

/** Names the representatives of a large group. */
export const nameRepresentatives = action({
  noun: visit,
  step: 'name-representatives',
  input: nameRepresentativesInput,
  kept: ({ signers, signed_by_all }) => ({ signers, signed_by_all }),
  decide({ record, input }) {
    if (!record) throw new Error('name-representatives without a record')
    const rule = representativesOf(record.people)
    if (!rule) throw new Error(`a group of ${record.people} is not large (${largeGroupFrom})`)
    const named = lines(input.representatives).map((line) => {
      const [name = '', address = ''] = parts(line)
      return { name: name.slice(0, 100), address: address.slice(0, 300) }
    })
    if (named.length > rule.most) faultAt('representatives', 'too-many-representatives', { max: rule.most })
    if (named.some((one) => !/^\p{L}/u.test(one.name))) faultAt('representatives', 'name-opens-the-line')
    const representatives = record.closed_content ? named.map(() => ({ name: '', address: '' })) : named
    return { cite: rule.cite, change: { group_sheet: { signers: input.signers, representatives } } }
  },
})
