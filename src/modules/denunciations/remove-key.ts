/** An insider takes back the key of somebody who has no post at the unit any more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { unitId } from '../../platform/input.ts'
import { denunciation } from './denunciation.ts'
import { endRow, eraseEndedKeys, eraseJob } from './ended-keys.ts'
import { barredField } from './inputs.ts'
import { type Opening, opened } from './opening.ts'

/** Its form. */
export const removeKeyInput = z.object({ holder_id: unitId() })

/** The step. */
export const removeKey = action({
  noun: denunciation,
  step: 'remove-key',
  input: removeKeyInput.extend(barredField),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, facts, id }) => ({
    change: {},
    rows: facts.left.filter((one) => one.account_id === input.holder_id).map((one) => endRow(id, one.key_id)),
    jobs: [eraseJob(id)],
  }),
})

/** Takes it back and erases it. */
export async function removeKeyOf(db: Db, opening: Opening, holder_id: string): Promise<Performed> {
  const { viewer, unit_id, id, moment } = opening
  const done = await opened(db, opening, ({ barred }) =>
    perform(db, removeKey, { viewer, unit_id, id, input: { barred, holder_id }, moment }),
  )
  await eraseEndedKeys(db, unit_id, id)
  return done
}
