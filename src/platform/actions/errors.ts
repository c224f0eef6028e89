/** The kinds of error a person may cause; everything else is a bug. Thrown, since inside a transaction a throw is the rollback. */
import type { Fault } from '../input.ts'

/** A lawful no: the step is not open. `status` 404 where even the record's existence is not to be told. */
export class NotOpen extends Error {
  override name = 'NotOpen'
  readonly code: string
  readonly cite: string
  readonly status: 404 | 409
  constructor(code: string, cite = '', status: 404 | 409 = 409) {
    super(code)
    this.code = code
    this.cite = cite
    this.status = status
  }
}

/** Somebody else changed the record since the form was opened. */
export class Stale extends Error {
  override name = 'Stale'
  readonly by: string | null
  readonly at: Temporal.Instant
  readonly action: string
  constructor(by: string | null, at: Temporal.Instant, action: string) {
    super('stale-revision')
    this.by = by
    this.at = at
    this.action = action
  }
}

/** The input cannot be read: 422, each fault at its field. */
export class WrongInput extends Error {
  override name = 'WrongInput'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.field}: ${fault.code}`).join('; '))
    this.faults = faults
  }
}
