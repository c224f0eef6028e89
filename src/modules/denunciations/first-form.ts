/** What every denunciation has from its first moment: neutral columns, a clock, a number of the closed book, ciphertext. */
import type { z } from 'zod'
import type { RowsWanted } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { envelopeRows } from '../../platform/vault/sealed-record.ts'
import { clockColumnsOfAnyDay } from '../calendars/clock.ts'
import { attachmentRows, type KeptFile } from '../files/keep-file.ts'
import { channelRows } from './channel.ts'
import { type DenunciationFacts, receivedPosting } from './denunciation.ts'
import type { sealedInput } from './inputs.ts'
import { tipOf } from './tip.ts'

/** Name of the closed series of numbers. */
export const closedBook = 'denunciation'

/** The first form of a record sealed at a desk or on import. */
export function sealedFirstForm(
  input: z.output<typeof sealedInput>,
  { id, viewer, moment, facts }: { id: string; viewer: Viewer; moment: Moment; facts: DenunciationFacts },
) {
  const { received_on, source, several } = input
  if (Temporal.PlainDate.compare(received_on, moment.on) > 0)
    throw new WrongInput([{ field: 'received_on', code: 'day-in-future' }])
  return {
    change: {
      register_year: received_on.year,
      received_on,
      source,
      via: viewer.via,
      several,
      tip: tipOf(input.unsigned),
      ...clockColumnsOfAnyDay({ rule: 'denunciation.process', start: received_on.toString() }, facts),
    },
    numbers: input.numbered ? [{ column: 'register_number', book: closedBook, year: received_on.year }] : [],
    postings: [receivedPosting({ received_on, source, several })],
    rows: [
      ...envelopeRows(id, input),
      ...channelRows(id, input.channel),
      ...sealedFileRows(input.files, id, viewer.account_id, moment.on),
    ],
  }
}

/** Rows of files that lie sealed on disk; none where there are none. */
export function sealedFileRows(
  files: readonly KeptFile[],
  record_id: string,
  added_by: string | null,
  added_on: Temporal.PlainDate,
): RowsWanted[] {
  if (files.length === 0) return []
  return [attachmentRows(files, { record_kind: 'denunciation', record_id, added_by, added_on, from_public: false })]
}
