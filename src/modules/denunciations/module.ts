/** The module of the closed register: its actions, its job and its pages, as lists. */
import { z } from 'zod'
import type { AnyAction } from '../../platform/actions/action.ts'
import { moment } from '../../platform/clock.ts'
import type { Job } from '../../platform/jobs.ts'
import { correct } from './correct.ts'
import { readExtract } from './extract.ts'
import { handOver } from './hand-over.ts'
import { deliver } from './opening.ts'
import { proceedingSteps } from './proceeding.ts'
import { reDateDenunciation } from './re-date.ts'
import { read } from './read.ts'
import { receive } from './receive.ts'
import { reseal } from './reseal.ts'
import { seal } from './seal.ts'
import { eraseSealedAway } from './seal-petition-away.ts'
import { transfer } from './transfer.ts'

export { denunciationPages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  seal,
  handOver,
  receive,
  read,
  readExtract,
  reseal,
  transfer,
  correct,
  reDateDenunciation,
  ...Object.values(proceedingSteps).map((step) => step.action),
]

const delivery = z.object({ unit_id: z.uuid(), id: z.uuid(), to_unit_id: z.uuid(), to_id: z.uuid() })

const erasing = z.object({ unit_id: z.uuid(), petition_id: z.uuid() })

/** Jobs: a transferred record is handed over as ciphertext; the job can open nothing. */
export const jobs: Readonly<Record<'deliver-sealed' | 'erase-sealed-away', Job>> = {
  'deliver-sealed': (payload, { app }) => deliver(app, delivery.parse(payload), moment()),
  'erase-sealed-away': (payload, { app, config }) => {
    const { unit_id, petition_id } = erasing.parse(payload)
    return eraseSealedAway(app, config.data, unit_id, petition_id, moment().on)
  },
}
