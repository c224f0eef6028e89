/** Who sends from the portal: by name and address, or without a name, knowing what that means (LTC 2018 Đ25). */
import type { Fault } from '../../platform/input.ts'
import type { DenunciationWords } from './inputs.ts'
import { isUnnamed } from './tells.ts'

/** What stands where nobody is named. */
const nobody = 'Không rõ'

/** The sender as sealed, or the faults: a name is neither forgotten nor left out without knowing. */
export function senderOf(said: {
  person_name?: string
  person_address?: string
  unsigned: boolean
}): { sender: Pick<DenunciationWords, 'person_name' | 'person_address'> } | { faults: readonly Fault[] } {
  const name = said.person_name !== undefined && !isUnnamed(said.person_name) ? said.person_name : null
  if (name !== null && said.unsigned) return { faults: [{ field: 'unsigned', code: 'named-and-unsigned' }] }
  if (name === null && !said.unsigned) return { faults: [{ field: 'person_name', code: 'name-or-unsigned' }] }
  const { person_address } = said
  if (name === null) return { sender: { person_name: nobody, person_address: person_address ?? nobody } }
  if (person_address === undefined) return { faults: [{ field: 'person_address', code: 'required' }] }
  return { sender: { person_name: name, person_address } }
}
