/** `perform`: the one way to change anything. Lock → may this person → from this state → conditions → decide → one statement. */
import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { type Answer, answer } from '../../law/law.ts'
import type { Moment } from '../clock.ts'
import type { Db } from '../database.ts'
import { faultsOf, fieldsOf } from '../read-form.ts'
import { uuidv7 } from '../uuid.ts'
import type { Action, Creation, Decision, Noun, RecordRow } from './action.ts'
import { NotOpen, Stale, WrongInput } from './errors.ts'
import { digestOf, repeatedOr } from './repeat.ts'
import { type RecordWrite, writingStatement } from './statement.ts'
import type { Viewer } from './viewer.ts'

/** One call of an action: who, on which record, with what, when. */
export interface Call {
  viewer: Viewer
  unit_id: string
  id: string
  /** The revision the form was opened at; absent where the caller has not seen the record (the clock). */
  revision?: number
  input: unknown
  moment: Moment
}

/** What became of it. `repeated`: the same call had been performed before and nothing was written now. */
export interface Performed {
  unit_id: string
  id: string
  revision: number
  numbers: Readonly<Record<string, number>>
  repeated: boolean
}

/** Performs a step, or throws NotOpen, Stale or WrongInput; on any throw nothing is written. */
export async function perform<Row extends RecordRow, Facts, Schema extends z.ZodObject, Extra>(
  db: Db,
  action: Action<Row, Facts, Schema, Extra>,
  call: Call,
): Promise<Performed> {
  const parsed = action.input.safeParse(call.input)
  if (!parsed.success) throw new WrongInput(faultsOf(parsed.error, fieldsOf(action.input), Object(call.input)))
  const client = await db.pool.connect()
  let broken: Error | undefined
  try {
    // Nothing is waited for that says nothing: `begin` travels with the first read, `commit` with the one writing statement.
    pipeline(client, true)
    const [, performed] = await Promise.all([client.query('begin'), inTransaction(client, action, call, parsed.data)])
    return performed
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    if (isTakenId(error)) return await repeatedOr(db, action, call, parsed.data, new NotOpen('not-yours', '', 404))
    // What was done a moment ago by the same person is often no longer open: a double post is told it was done.
    const again = error instanceof Stale || (error instanceof NotOpen && error.status === 409)
    if (again) return await repeatedOr(db, action, call, parsed.data, error)
    throw error
  } finally {
    // By now everything sent is answered: `commit` or `rollback` came last.
    pipeline(client, false)
    client.release(broken)
  }
}

/** Lets queries of one connection follow each other without waiting for their answers; they are done in their order. */
function pipeline(client: PoolClient, on: boolean): void {
  // A client asks for this property at each query; its published type lets it be set only before connecting.
  Object.assign(client, { pipeline: on })
}

async function inTransaction<Row extends RecordRow, Facts, Schema extends z.ZodObject, Extra>(
  client: PoolClient,
  action: Action<Row, Facts, Schema, Extra>,
  call: Call,
  input: z.output<Schema>,
): Promise<Performed> {
  const { noun } = action
  const { viewer, moment, unit_id, id } = call
  const creates = noun.workflow[action.step]?.from.length === 0
  const record = creates ? null : await lock<Row>(client, noun, unit_id, id)
  if (!creates && record === null) throw new NotOpen('not-yours', '', 404)
  const facts = await noun.facts(client, { record, unit_id, viewer, moment })
  const said = answerFor(noun, action.step, {
    record,
    facts,
    viewer,
    moment,
    unit_id,
    id,
    input: input as Record<string, unknown>,
  })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
  if (record && call.revision !== undefined && call.revision !== record.revision) throw await staleness(client, record)
  // Only now: what a read finds wrong would tell a stranger that the record is there.
  const extra = (await action.reads?.(client, { record, unit_id, input, viewer, moment })) as Extra
  const decision = action.decide({ record, facts, input, viewer, moment, unit_id, id }, extra)
  const standings = noun.standings({ record, facts, viewer, unit_id })
  const row = noun.workflow[action.step]!
  const salt = randomBytes(16)
  const main: RecordWrite = {
    table: noun.table,
    kind: noun.kind,
    id,
    before: record && { revision: record.revision, state: record.state, chain: record.chain },
    step: action.step,
    to_state: row.to === 'same' ? (record?.state ?? 'same') : row.to,
    standing: row.by.find((standing) => standings.includes(standing)) ?? '',
    cite: decision.cite ?? said.cite,
    kept: action.kept ? action.kept(input) : input,
    digest: action.sealed ? null : digestOf(salt, input),
    salt,
    change: record === null ? { ...decision.change, created_at: moment.at } : decision.change,
    ...listsOf(decision),
  }
  const writes = [main, ...(decision.creates ?? []).map((creation) => creationWrite(creation, main, moment))]
  const jobs = (decision.jobs ?? []).map((job) => ({ ...job, id: uuidv7() }))
  const head = { unit_id, at: moment.at, on_day: moment.on, actor_id: viewer.account_id, via: viewer.via, jobs }
  // After a statement that failed, `commit` is a rollback.
  const [{ rows }] = await Promise.all([client.query(writingStatement(head, writes)), client.query('commit')])
  return { unit_id, id, revision: rows[0].revision, numbers: rows[0].numbers, repeated: false }
}

/** Whether a step is open to this viewer, with the noun's own standings and conditions; pages ask with `input: null`. */
export function answerFor<Row extends RecordRow, Facts>(
  noun: Noun<Row, Facts>,
  step: string,
  about: Parameters<Noun<Row, Facts>['conditions'][string]>[0],
): Answer {
  return answer(noun.workflow, step, {
    state: about.record?.state ?? null,
    standings: noun.standings(about),
    holds: (condition) => {
      const check = noun.conditions[condition]
      if (!check) throw new Error(`condition without code: ${noun.kind} ${condition}`)
      return check(about)
    },
    on: about.moment.on,
  })
}

async function lock<Row extends RecordRow>(client: PoolClient, noun: { table: string }, unit_id: string, id: string) {
  const text = `select * from ${noun.table} where unit_id = $1 and id = $2 for update`
  const { rows } = await client.query<Row>({ name: `lock_${noun.table}`, text, values: [unit_id, id] })
  return rows[0] ?? null
}

async function staleness(client: PoolClient, record: RecordRow): Promise<Stale> {
  const { rows } = await client.query(
    `select e.action, e.at, a.name from event e left join account a on a.id = e.actor_id where e.unit_id = $1 and e.record_id = $2 and e.seq = $3`,
    [record.unit_id, record.id, record.revision],
  )
  return new Stale(rows[0].name, rows[0].at, rows[0].action)
}

function creationWrite(creation: Creation, main: RecordWrite, moment: Moment): RecordWrite {
  return {
    table: creation.noun.table,
    kind: creation.noun.kind,
    id: creation.id,
    before: null,
    step: creation.step,
    to_state: creation.state,
    standing: creation.standing ?? main.standing,
    cite: creation.cite,
    kept: {},
    digest: null,
    salt: randomBytes(16),
    change: { ...creation.change, created_at: moment.at },
    numbers: creation.numbers ?? [],
    documents: [],
    void_documents: [],
    postings: creation.postings ?? [],
    rows: [],
  }
}

function listsOf<Row>(decision: Decision<Row>) {
  const { numbers = [], documents = [], void_documents = [], postings = [], rows = [] } = decision
  return { numbers, documents, void_documents, postings, rows }
}

function isTakenId(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    /_pkey$/.test(String(error.constraint))
  )
}
