/** The module of the closed register: its actions, its job and its pages, as lists. */
import { z } from 'zod'
import type { AnyAction } from '../../platform/actions/action.ts'
import { moment } from '../../platform/clock.ts'
import type { Job } from '../../platform/jobs.ts'
import { correct } from './correct.ts'
import { eraseDestroyed } from './destroy.ts'
import { destroyWord } from './destroy-word.ts'
import { endRetention } from './end-retention.ts'
import { endReading, eraseEndedKeys } from './ended-keys.ts'
import { readExtract } from './extract.ts'
import { handInWord } from './hand-in-word.ts'
import { handOn } from './hand-on.ts'
import { handOnWord } from './hand-on-word.ts'
import { handOver } from './hand-over.ts'
import { markAnswered } from './mark-answered.ts'
import { openToAsker } from './open-to-asker.ts'
import { deliver } from './opening.ts'
import { proceedingSteps } from './proceeding.ts'
import { reDateDenunciation } from './re-date.ts'
import { read } from './read.ts'
import { readWord } from './read-word.ts'
import { receive } from './receive.ts'
import { receiveReply } from './receive-reply.ts'
import { recover } from './recover.ts'
import { redactCopy } from './redact-copy.ts'
import { removeKey } from './remove-key.ts'
import { renewChannel } from './renew-channel.ts'
import { renewRecovery } from './renew-recovery.ts'
import { reseal } from './reseal.ts'
import { seal } from './seal.ts'
import { eraseSealedAway } from './seal-petition-away.ts'
import { setRetention } from './set-retention.ts'
import { submit } from './submit.ts'
import { takeDown } from './take-down.ts'
import { transfer } from './transfer.ts'
import { deliverWord } from './word-delivery.ts'
import { writeFromDenouncer } from './write-from-denouncer.ts'

export { denunciationPages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  seal,
  submit,
  handOver,
  receive,
  read,
  readExtract,
  redactCopy,
  writeFromDenouncer,
  reseal,
  transfer,
  correct,
  reDateDenunciation,
  handInWord,
  handOnWord,
  readWord,
  markAnswered,
  receiveReply,
  takeDown,
  openToAsker,
  recover,
  handOn,
  removeKey,
  renewRecovery,
  endReading,
  renewChannel,
  destroyWord,
  setRetention,
  endRetention,
  ...Object.values(proceedingSteps).map((step) => step.action),
]

const delivery = z.object({ unit_id: z.uuid(), id: z.uuid(), to_unit_id: z.uuid(), to_id: z.uuid() })

const ended = z.object({ unit_id: z.uuid(), id: z.uuid() })

const word = z.object({ unit_id: z.uuid(), id: z.uuid(), to_unit_id: z.uuid(), word_id: z.uuid() })

const erasing = z.object({ unit_id: z.uuid(), petition_id: z.uuid() })

/** Jobs: a transferred record is handed over as ciphertext; the job can open nothing. */
export const jobs: Readonly<
  Record<'deliver-sealed' | 'deliver-word' | 'erase-sealed-away' | 'erase-ended-keys' | 'erase-destroyed', Job>
> = {
  'erase-destroyed': (payload, { app, config }) => eraseDestroyed(app, config.data, ended.parse(payload), moment()),
  'deliver-sealed': (payload, { app }) => deliver(app, delivery.parse(payload), moment()),
  'erase-ended-keys': (payload, { app }) => {
    const { unit_id, id } = ended.parse(payload)
    return eraseEndedKeys(app, unit_id, id)
  },
  'deliver-word': (payload, { app }) => deliverWord(app, word.parse(payload), moment()),
  'erase-sealed-away': (payload, { app, config }) => {
    const { unit_id, petition_id } = erasing.parse(payload)
    return eraseSealedAway(app, config.data, unit_id, petition_id, moment().on)
  },
}
