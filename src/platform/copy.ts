/** PostgreSQL's COPY through pg: the fast road for many rows, out of a table and into one. */
import { once } from 'node:events'
import type pg from 'pg'

/** What pg's connection offers beyond its published types. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** A query that pg hands every message of the server to. */
abstract class CopyQuery {
  readonly sql: string
  readonly done: Promise<number>
  protected settle!: { resolve: (rows: number) => void; reject: (fault: unknown) => void }
  private rows = 0

  constructor(sql: string) {
    this.sql = sql
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
    })
  }

  submit(connection: pg.Connection): void {
    connection.query(this.sql)
  }

  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(message.text.split(' ').at(-1))
  }

  handleReadyForQuery(): void {
    this.settle.resolve(this.rows)
  }

  handleError(fault: unknown): void {
    this.settle.reject(fault)
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFail('no data were given')
  }
  handleCopyData(_message: { chunk: Buffer }, _connection: CopyConnection): void {}
}

class CopyIn extends CopyQuery {
  private readonly chunks: AsyncIterable<string | Buffer> | Iterable<string | Buffer>

  constructor(sql: string, chunks: AsyncIterable<string | Buffer> | Iterable<string | Buffer>) {
    super(sql)
    this.chunks = chunks
  }

  override handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).catch((fault) => connection.sendCopyFail(String(fault)))
  }

  private async send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.chunks) {
      connection.sendCopyFromChunk(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  }
}

class CopyOut extends CopyQuery {
  private readonly take: (chunk: Buffer) => Promise<void> | void

  constructor(sql: string, take: (chunk: Buffer) => Promise<void> | void) {
    super(sql)
    this.take = take
  }

  override handleCopyData({ chunk }: { chunk: Buffer }, connection: CopyConnection): void {
    const waits = this.take(chunk)
    if (!waits) return
    connection.stream.pause()
    waits.then(
      () => connection.stream.resume(),
      (fault) => connection.stream.destroy(fault),
    )
  }
}

/**
 * `copy … from stdin`: sends the chunks (CSV or text format as the statement says) and resolves to the number of rows.
 * A throw of the iterator fails the statement.
 */
export function copyIn(
  client: pg.PoolClient,
  sql: string,
  chunks: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
): Promise<number> {
  return client.query(new CopyIn(sql, chunks)).done
}

/** `copy … to stdout`: gives every chunk to `take`, which may answer with a promise to slow the server down; resolves to the number of rows. */
export function copyOut(
  client: pg.PoolClient,
  sql: string,
  take: (chunk: Buffer) => Promise<void> | void,
): Promise<number> {
  return client.query(new CopyOut(sql, take)).done
}
