/** Input fields that several petition steps share. */
import { z } from 'zod'
import { handlingConditions, fields as lawFields, type petitionKinds } from '../../law/terms.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { type FieldMeta, idsOf, text } from '../../platform/input.ts'
import { readTrackingCode } from '../../platform/tracking-code.ts'

/** A tracking code made when the form was opened and carried hidden, so that a double post keeps the same one. */
export function trackingCode() {
  return z
    .string()
    .refine((typed) => readTrackingCode(typed) !== null, { error: 'not-an-id' })
    .meta({ field: 'hidden' } satisfies FieldMeta)
}

/** The id of a person or record chosen from a list the page fills. */
export function chosenId() {
  return z.uuid({ error: 'not-an-id' }).meta({ field: 'unit' } satisfies FieldMeta)
}

/** The number of a point, chosen from those that are open. */
export function chosenPoint() {
  return z
    .string()
    .max(3)
    .meta({ field: 'unit' } satisfies FieldMeta)
}

/** Kinds an officer may give to a petition in the open register; a denunciation goes to the vault instead. */
export const openKinds = [
  'complaint',
  'recommendation',
  'observation',
  'other',
] as const satisfies readonly (typeof petitionKinds)[number][]

/** Ids of the fields, as a choice needs them. */
export const fieldIds = idsOf(lawFields)

/** Ids of the handling conditions. */
export const conditionIds = idsOf(handlingConditions)

const stored = z.object({
  id: z.uuid(),
  name: z.string().max(120),
  media_type: z.string().max(100),
  size: z.int().positive(),
  stored: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Files sent with a form: the way in has checked and kept them before the step is taken. */
export function attachments() {
  return z
    .array(z.union([z.file(), stored]))
    .max(10, { error: 'too-many-files' })
    .optional()
    .meta({ field: 'file', maxLength: 10, bytes_max: 20 * 1024 * 1024 } satisfies FieldMeta)
}

/** Rows of the attachments that have been kept. */
export function attachmentRows(
  given: readonly unknown[] | undefined,
  of: { record_kind: string; record_id: string },
  by: { viewer: Viewer; on: Temporal.PlainDate },
) {
  const rows = (given ?? [])
    .map((one) => stored.safeParse(one))
    .filter((one) => one.success)
    .map((one) => ({
      ...one.data,
      ...of,
      sealed: false,
      from_public: by.viewer.via === 'portal',
      added_by: by.viewer.account_id,
      added_on: by.on,
    }))
  return rows.length > 0 ? [{ table: 'attachment' as const, rows }] : []
}

/** A reason in a sentence or two. */
export const reason = () => text(1000, { field: 'long-text' })
