/** `book`: a citizen asks for a place on a reception day and takes a queue number and a code. */
import { z } from 'zod'
import { largeGroupFrom } from '../../law/reception-rules.ts'
import { visitWorkflow } from '../../law/reception-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { choice, count, type FieldMeta, personName, phone, text } from '../../platform/input.ts'
import { hashOfCode, readTrackingCode } from '../../platform/tracking-code.ts'
import { fromList, missing } from './asked.ts'
import { searchOf, withoutSecrets } from './presence.ts'
import { askedKinds, lockedDay, queueBook, takesBookings, visit } from './visit.ts'

/** What booking asks of a citizen: as little as possible, and nothing of a denunciation. */
export const bookInput = z
  .object({
    reception_day_id: fromList(),
    visitor_name: personName().optional(),
    people: count(1, 10_000),
    asked_kind: choice(askedKinds),
    subject: text(300).optional(),
    visitor_phone: phone().optional(),
    /** Drawn by the server into the form, so that a double post shows the same code. */
    code: z
      .string()
      .refine((typed) => readTrackingCode(typed) !== null, { error: 'not-an-id' })
      .meta({ field: 'hidden' } satisfies FieldMeta),
  })
  .superRefine((input, context) => {
    if (input.asked_kind === 'denunciation') return
    if (!input.visitor_name) missing(context, 'visitor_name')
    if (!input.subject) missing(context, 'subject')
  })
  .overwrite(withoutSecrets)

/** Books a place. */
export const book = action({
  noun: visit,
  step: 'book',
  input: bookInput,
  kept: ({ code: _code, ...kept }) => kept,
  reads: (sql, { unit_id, input }) => lockedDay(sql, unit_id, input.reception_day_id),
  decide({ input, moment, viewer, id }, day) {
    // The count of a moment ago may have changed while this booking waited for the lock.
    if (!day || !takesBookings(day, moment.on))
      throw new NotOpen('reception-day-takes-bookings', visitWorkflow.book.cite)
    return {
      change: {
        reception_day_id: day.id,
        held_on: day.held_on,
        origin: 'booking' as const,
        room: day.room,
        asked_kind: input.asked_kind,
        closed_content: input.asked_kind === 'denunciation',
        visitor_name: input.visitor_name ?? null,
        visitor_phone: input.visitor_phone ?? null,
        subject: input.subject ?? null,
        people: input.people,
        large_group: input.people >= largeGroupFrom,
        language: viewer.language,
        papers: [],
        corrections: [],
        search: searchOf(input),
      },
      numbers: [queueBook(day, day.held_on)],
      rows: [
        {
          table: 'tracking_code',
          rows: [
            {
              code_hash: `\\x${hashOfCode(readTrackingCode(input.code)?.code ?? '').toString('hex')}`,
              record_kind: 'visit',
              record_id: id,
              given_on: moment.on,
            },
          ],
        },
      ],
    }
  },
})
