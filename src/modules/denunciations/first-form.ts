/** What every denunciation has from its first moment: neutral columns, a clock, a number of the closed book, ciphertext. */
import type { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Moment } from '../../platform/clock.ts'
import { envelopeRows } from '../../platform/vault/sealed-record.ts'
import { clockColumns } from '../calendars/clock.ts'
import { type DenunciationFacts, receivedPosting } from './denunciation.ts'
import type { sealedInput } from './inputs.ts'

/** Name of the closed series of numbers. */
export const closedBook = 'denunciation'

/** The first form of a record sealed at a desk or on import. */
export function sealedFirstForm(
  input: z.output<typeof sealedInput>,
  { id, via, moment, facts }: { id: string; via: string; moment: Moment; facts: DenunciationFacts },
) {
  const { received_on, source, several } = input
  if (Temporal.PlainDate.compare(received_on, moment.on) > 0)
    throw new WrongInput([{ field: 'received_on', code: 'day-in-future' }])
  return {
    change: {
      register_year: received_on.year,
      received_on,
      source,
      via,
      several,
      ...clockColumns({ rule: 'denunciation.process', start: received_on.toString() }, facts),
    },
    numbers: input.numbered ? [{ column: 'register_number', book: closedBook, year: received_on.year }] : [],
    postings: [receivedPosting({ received_on, source, several })],
    rows: envelopeRows(id, input),
  }
}
