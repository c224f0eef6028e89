/** Files of sealed records: encrypted on their way to the disk, their names, kinds and true sizes sealed beside them. */
import type { Sql } from '../../platform/actions/action.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { openFile, sealFile } from '../../platform/vault/sealed-record.ts'
import { bucketOf, openStream, sealStream } from '../../platform/vault/sealed-stream.ts'
import { type KeptFile, keepStream, openBytes } from '../files/keep-file.ts'
import type { Upload } from '../files/uploads.ts'

/** A file in the clear, for as long as the request lasts. */
export type OpenFile = Pick<Upload, 'name' | 'media_type' | 'size' | 'bytes' | 'chunks'>

/** A file of an opened record. */
export interface SealedFile {
  id: string
  name: string
  media_type: string
  size: number
  stored: string
}

/** What the row shows of the kind of every sealed file. */
const anyKind = 'application/octet-stream'
const streamPlace = (record_id: string) => `${record_id}/file-stream`

/** Keeps files sealed under the record's key, in the unit that keeps the record. */
export async function keepSealed(
  data: string,
  unit_id: string,
  record_id: string,
  files: readonly OpenFile[],
  record_key: Buffer,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const file of files) {
    const said = { name: file.name, media_type: file.media_type, size: file.size }
    const clear = file.chunks?.() ?? whole(file)
    const sealed = sealStream(clear, file.size, record_key, streamPlace(record_id))
    kept.push({
      id: uuidv7(),
      name: null,
      media_type: anyKind,
      size: bucketOf(file.size),
      stored: await keepStream(data, unit_id, sealed),
      sealed: true,
      sealed_name: sealFile(record_id, Buffer.from(JSON.stringify(said)), record_key).toString('base64'),
    })
  }
  return kept
}

async function* whole(file: OpenFile): AsyncGenerator<Buffer> {
  yield await file.bytes()
}

/** The files of a record with their names, the oldest first. */
export async function filesOf(sql: Sql, unit_id: string, id: string, record_key: Buffer): Promise<SealedFile[]> {
  const { rows } = await sql.query<Omit<SealedFile, 'name'> & { sealed_name: Buffer }>(
    `select id, media_type, size, stored, sealed_name from attachment where unit_id = $1 and record_id = $2 and sealed
     order by id limit 500`,
    [unit_id, id],
  )
  return rows.map(({ sealed_name, ...file }) => {
    const said = openFile(id, sealed_name, record_key).toString('utf8')
    // Files sealed before they were encrypted in pieces have nothing but their name there.
    return file.media_type === anyKind ? { ...file, ...JSON.parse(said) } : { ...file, name: said }
  })
}

/** The content of one of them. */
export async function bytesOf(
  data: string,
  unit_id: string,
  record_id: string,
  stored: string,
  record_key: Buffer,
): Promise<Buffer> {
  const sealed = await openBytes(data, unit_id, stored)
  try {
    return openStream(sealed, record_key, streamPlace(record_id))
  } catch {
    return openFile(record_id, sealed, record_key)
  }
}
