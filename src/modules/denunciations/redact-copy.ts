/** A scan is given to the verifier with parts blackened: drawn anew page by page, sealed under the extract's key alone. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { type Performed, perform } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { type Box, CannotBeDrawn, redactable, redactedPages, redactLimits } from '../../platform/redact.ts'
import { wipe } from '../../platform/vault/box.ts'
import { denunciation } from './denunciation.ts'
import { extractId, extractKey } from './extract-key.ts'
import { sealedFileRows } from './first-form.ts'
import { barredField, sealedFiles } from './inputs.ts'
import { type Opening, opened, openSealedFile } from './opening.ts'
import { sealedRecord } from './queries.ts'
import { keepSealed, type SealedFile } from './sealed-file.ts'

/** The original stays as it is; nothing of it but the pixels that were left goes along. */
export const redactCopy = action({
  noun: denunciation,
  step: 'redact-copy',
  input: z.object({ files: sealedFiles(), ...barredField }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input, id, viewer, moment }) => ({
    change: {},
    rows: sealedFileRows(input.files, extractId(id), viewer.account_id, moment.on),
  }),
})

/** Pages of a file as they would be given, and the file they come from. */
export interface Drawn {
  file: SealedFile
  pages: readonly Buffer[]
}

/** Boxes typed a line each, `page left top width height` in hundredths; a fault where a line is something else. */
export function boxesIn(typed: string): Box[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const boxes = lines.map((line) => {
    const numbers = line.split(/[\s;,]+/).map(Number)
    const [page = 0, left = 0, top = 0, width = 0, height = 0] = numbers
    const right = numbers.length === 5 && numbers.every((one) => one >= 0 && one <= 100) && page >= 1
    if (!right || width <= 0 || height <= 0) throw new WrongInput([{ field: 'boxes', code: 'not-a-box' }])
    return { page, left, top, width, height }
  })
  if (boxes.length > redactLimits.boxes_max) throw new WrongInput([{ field: 'boxes', code: 'not-a-box' }])
  return boxes
}

/** Draws a file of the record with its boxes, for an insider. The event of the reading is written before. */
export async function drawCopy(db: Db, opening: Opening, file_id: string, boxes: readonly Box[]): Promise<Drawn> {
  const { file, bytes } = await openSealedFile(db, opening, file_id)
  if (!redactable.includes(file.media_type)) throw new WrongInput([{ field: 'boxes', code: 'cannot-be-drawn' }])
  try {
    const pages = redactedPages(bytes, file.media_type, boxes)
    if (boxes.some((box) => box.page > pages.length)) throw new WrongInput([{ field: 'boxes', code: 'not-a-box' }])
    return { file, pages }
  } catch (fault) {
    if (fault instanceof CannotBeDrawn) throw new WrongInput([{ field: 'boxes', code: 'cannot-be-drawn' }])
    throw fault
  } finally {
    wipe(bytes)
  }
}

/** Gives the blackened pages to whoever holds the extract. At least one box: a scan that shows everything is no extract. */
export async function giveCopy(db: Db, opening: Opening, file_id: string, boxes: readonly Box[]): Promise<Performed> {
  const { viewer, unit_id, id, moment, data = '' } = opening
  if (boxes.length === 0) throw new WrongInput([{ field: 'boxes', code: 'no-box' }])
  const { pages } = await drawCopy(db, opening, file_id, boxes)
  return opened(db, opening, async ({ barred, record_key }) => {
    const found = await sealedRecord(viewer, db.pool, { unit_id, id, moment })
    if (!found) throw new NotOpen('not-yours', '', 404)
    const key = extractKey(record_key)
    try {
      // The file's own name could tell who sent it.
      const copies = pages.map((page, index) => ({
        name: `ban-chup-da-che-${index + 1}.png`,
        media_type: 'image/png',
        size: page.length,
        bytes: async () => page,
      }))
      const files = await keepSealed(data, unit_id, extractId(id), copies, key)
      return await perform(db, redactCopy, { viewer, unit_id, id, input: { barred, files }, moment })
    } finally {
      wipe(key)
    }
  })
}
