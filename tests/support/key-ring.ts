/** Officers with keys of their own, and their opened keys: opening takes a fifth of a second, so each is opened once. */
import assert from 'node:assert/strict'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import type { Db } from '../../src/platform/database.ts'
import { closeKey, type OpenKey, openWithPassphrase, setUpKey } from '../../src/platform/vault/officer-key.ts'
import { at, officer } from './office.ts'

/** One passphrase for everybody of a test. */
export const passphrase = 'mưa rào trên mái ngói đỏ'

/** The ring; close it in `after`. */
export class KeyRing {
  readonly #db: Db
  readonly #day: string
  readonly #open = new Map<string, OpenKey>()

  constructor(db: Db, day: string) {
    this.#db = db
    this.#day = day
  }

  /** Gives an account a pair; where it had one, the passphrase of that is lost. */
  async setUp(account_id: string): Promise<void> {
    await setUpKey(this.#db, account_id, passphrase, at(this.#day).at)
    this.#open.delete(account_id)
  }

  async keyOf(viewer: Viewer): Promise<OpenKey> {
    const id = viewer.account_id ?? ''
    const key = this.#open.get(id) ?? (await openWithPassphrase(this.#db.pool, id, passphrase))
    assert.ok(key)
    this.#open.set(id, key)
    return key
  }

  /** Officers by the name that the test gives them, each with a post and a key. */
  async people<Name extends string>(
    posts: Readonly<Record<Name, readonly [unit_id: string, kind: Viewer['positions'][number]['kind']]>>,
  ): Promise<Record<Name, Viewer>> {
    const made: Partial<Record<Name, Viewer>> = {}
    for (const name of Object.keys(posts) as Name[]) {
      const [unit, kind] = posts[name]
      const who = await officer(this.#db, unit, kind, this.#day, `Người ${name}`)
      await this.setUp(who.account_id ?? '')
      made[name] = who
    }
    return made as Record<Name, Viewer>
  }

  close(): void {
    for (const key of this.#open.values()) closeKey(key)
  }
}
