/** What holds for every kind of record that any module has, tried on a database in which all of them live. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { answerFor, type Performed, perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import type { TestDatabase } from '../support/database.ts'
import { at, person } from '../support/office.ts'
import { anyInput, type KnownIds, lawfulInput } from './inputs.ts'

const modules = fileURLToPath(new URL('../../src/modules/', import.meta.url))

const isAction = (value: unknown): value is AnyAction =>
  typeof value === 'object' && value !== null && 'noun' in value && 'step' in value && 'decide' in value

/** Every action that a module exports and that is taken as it is: what is sealed goes through a form of its own. */
export async function everyAction(): Promise<AnyAction[]> {
  const found = new Set<AnyAction>()
  for (const file of globSync('**/*.ts', { cwd: modules }).filter((name) => !name.includes('.test.')))
    for (const value of Object.values(await import(pathToFileURL(join(modules, file)).href)))
      if (isAction(value) && !value.sealed) found.add(value)
  return [...found].sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

const nameOf = ({ noun, step }: AnyAction) => `${noun.kind}/${step}`
const creates = ({ noun, step }: AnyAction) => noun.workflow[step]?.from.length === 0

/** A record that lives in the database. */
interface Living {
  unit_id: string
  id: string
  state: string
  revision: number
}

/** What a call came to: done, a lawful no, or faults at fields. Anything else is a bug and is thrown on. */
type Outcome = { done: Performed } | { no: string; status: number } | { faults: string }

async function outcomeOf(call: () => Promise<Performed>): Promise<Outcome> {
  try {
    return { done: await call() }
  } catch (fault) {
    if (fault instanceof NotOpen) return { no: fault.code, status: fault.status }
    if (fault instanceof Stale) return { no: 'stale', status: 409 }
    if (fault instanceof WrongInput) return { faults: fault.faults.map(({ field, code }) => `${field} ${code}`).join() }
    throw fault
  }
}

/** The people, units and records that inputs may name, as they lie near a record. */
async function knownNear(t: TestDatabase, record: Living, day: string): Promise<KnownIds> {
  const column = async (text: string, values: unknown[]) =>
    (await t.owner.pool.query<{ id: string }>(text, values)).rows.map(({ id }) => id)
  const [officers, units, petitions] = await Promise.all([
    column(`select distinct account_id as id from position where unit_id = $1 and state <> 'void'`, [record.unit_id]),
    column(
      `select ancestor_id as id from unit_ancestry where unit_id = $1 and valid @> $2::date
       union (select unit_id from unit_ancestry where ancestor_id = $1 and depth = 1 and valid @> $2::date limit 3)`,
      [record.unit_id, day],
    ),
    column(`select distinct record_id as id from event where unit_id = $1 limit 40`, [record.unit_id]),
  ])
  return { officers: [...officers, uuidv7()], units: [record.unit_id, ...units], petitions: [...petitions, uuidv7()] }
}

/** One record of each kind that has any, in every state that the table itself allows. */
async function* inEveryState(t: TestDatabase, actions: readonly AnyAction[]) {
  for (const noun of new Set(actions.map((action) => action.noun))) {
    const { rows } = await t.owner.pool.query<Living>(
      `select unit_id, id, state, revision from ${noun.table} order by revision desc, id limit 1`,
    )
    const record = rows[0]
    if (!record) continue
    const states = new Set(Object.values(noun.workflow).flatMap(({ from, to }) => [...from, to]))
    states.delete('same')
    for (const state of states) {
      const set = t.owner.pool.query(`update ${noun.table} set state = $2 where id = $1`, [record.id, state])
      // A table may demand columns that come with a state.
      if (await set.then(() => true).catch(() => false))
        yield { noun, record: { ...record, state, last: state === [...states].at(-1) } }
    }
    await t.owner.pool.query(`update ${noun.table} set state = $2 where id = $1`, [record.id, record.state])
  }
}

/**
 * Where a stranger is answered otherwise than if the record were not there, or does anything at all: none should be.
 * The first of them asks in every state, the others in the last. Steps that the public may take are left out.
 * `tried`: how many answers were compared.
 */
export async function seenByStrangers(
  t: TestDatabase,
  actions: readonly AnyAction[],
  strangers: readonly Viewer[],
  day: string,
): Promise<{ tried: number; kinds: number; leaks: string[] }> {
  const leaks: string[] = []
  const kinds = new Set<string>()
  const absences = new Map<string, Outcome>()
  let tried = 0
  for await (const { noun, record } of inEveryState(t, actions)) {
    kinds.add(noun.kind)
    const known = await knownNear(t, record, day)
    for (const action of actions) {
      if (action.noun !== noun || creates(action) || noun.workflow[action.step]!.by.includes('public')) continue
      const [input] = fc.sample(lawfulInput(action, known, [day]), { numRuns: 1, seed: 7 })
      for (const viewer of record.last ? strangers : strangers.slice(0, 1)) {
        const asked = (id: string) =>
          outcomeOf(() => perform(t.db, action, { viewer, unit_id: record.unit_id, id, input, moment: at(day) }))
        const there = await asked(record.id)
        // What is not there has no state: it is asked for once.
        const key = `${viewer.name} ${nameOf(action)}`
        const absent = absences.get(key) ?? (await asked(uuidv7()))
        absences.set(key, absent)
        tried++
        if (JSON.stringify(there) !== JSON.stringify(absent) || 'done' in there)
          leaks.push(`${viewer.name} ${nameOf(action)} in ${record.state}: ${JSON.stringify({ there, absent })}`)
      }
    }
  }
  return { tried, kinds: kinds.size, leaks }
}

/** What came of the tries of `tryAnything`. */
export interface Tries {
  tried: number
  done: number
  steps: Set<string>
  kinds: Set<string>
  /** Faults that are neither a lawful no nor wrong input, each once. */
  bugs: Map<string, unknown>
}

/**
 * Officers near a record try whatever they like, kind by kind, for so long; every fifth time two at once with the same
 * revision, of whom one at most may be done.
 */
export async function tryAnything(
  t: TestDatabase,
  actions: readonly AnyAction[],
  from: { day: string; seed: number; for_ms: number },
): Promise<Tries> {
  const tally: Tries = { tried: 0, done: 0, steps: new Set(), kinds: new Set(), bugs: new Map() }
  const nouns = [...new Set(actions.map((action) => action.noun))]
  const until = performance.now() + from.for_ms
  for (let turn = 0; performance.now() < until; turn++) {
    const noun = nouns[turn % nouns.length]!
    const seed = from.seed + turn
    const pick = <T>(list: readonly T[], salt: number): T | undefined =>
      list[((seed * 7919 + salt * 104_729) >>> 3) % list.length]
    const { rows } = await t.owner.pool.query<Living>(
      `select unit_id, id, state, revision from ${noun.table} order by md5(id::text || $1) limit 1`,
      [String(seed)],
    )
    const record = rows[0]
    if (!record) continue
    const day = Temporal.PlainDate.from(from.day).add({ days: Math.floor(turn / nouns.length) % 40 })
    const known = await knownNear(t, record, day.toString())
    const near = actions.filter((one) => one.noun === noun && noun.workflow[one.step]!.from.includes(record.state))
    const { viewer, open } = await whoMay(t, noun, near, record, day.toString(), seed)
    const all = actions.filter((one) => one.noun === noun)
    const action = pick(turn % 4 === 3 || open.length === 0 ? (near.length > 0 ? near : all) : open, 1)!
    const inputOf = turn % 2 === 0 ? lawfulInput : anyInput
    const inputs = fc.sample(inputOf(action, known, [day.toString(), from.day, '2026-12-31']), { numRuns: 2, seed })
    const calls = (turn % 5 === 4 ? inputs : inputs.slice(0, 1)).map((input) => async () => {
      const id = creates(action) ? uuidv7() : record.id
      const call = { viewer, unit_id: record.unit_id, id, input, moment: at(day.toString()) }
      return perform(t.db, action, creates(action) ? call : { ...call, revision: record.revision })
    })
    const settled = await Promise.all(
      calls.map((call) =>
        outcomeOf(call).catch((fault: unknown): Outcome => {
          const said = `${nameOf(action)}: ${fault instanceof Error ? fault.message : String(fault)}`
          if (!tally.bugs.has(said)) tally.bugs.set(said, { input: inputs[0], fault })
          return { faults: 'bug' }
        }),
      ),
    )
    const done = settled.filter((one) => 'done' in one && !one.done.repeated).length
    if (done > 1 && !creates(action)) tally.bugs.set(`${nameOf(action)}: two at one revision`, inputs)
    tally.tried += calls.length
    tally.done += done
    tally.kinds.add(noun.kind)
    if (done > 0) tally.steps.add(nameOf(action))
  }
  return tally
}

/** Of a few people near the record the first to whom something is open, and what; else the last of them. */
async function whoMay(
  t: TestDatabase,
  noun: AnyAction['noun'],
  near: readonly AnyAction[],
  record: Living,
  day: string,
  seed: number,
): Promise<{ viewer: Viewer; open: AnyAction[] }> {
  const { rows } = await t.owner.pool.query<{ id: string }>(
    `select p.account_id as id from position p
     where p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2)
       and ($4 or p.unit_id in (select ancestor_id from unit_ancestry where unit_id = $1 and valid @> $2::date))
     order by md5(p.account_id::text || $3) limit 4`,
    [record.unit_id, day, String(seed), seed % 7 === 0],
  )
  let last = person(day)
  for (const { id } of rows) {
    last = (await viewerOfAccount(t.db.pool, id, at(day))) ?? last
    const open = await offered(t, noun, near, record, last)
    if (open.length > 0) return { viewer: last, open }
  }
  return { viewer: last, open: [] }
}

/** Of these steps, those the program itself says are open. */
async function offered(
  t: TestDatabase,
  noun: AnyAction['noun'],
  steps: readonly AnyAction[],
  { unit_id, id }: Living,
  viewer: Viewer,
): Promise<AnyAction[]> {
  const { rows } = await t.db.pool.query(`select * from ${noun.table} where id = $1`, [id])
  const about = { record: rows[0], unit_id, viewer, moment: at(viewer.on.toString()) }
  const facts = await noun.facts(t.db.pool, about)
  return steps.filter(({ step }) => answerFor(noun, step, { ...about, facts, id, input: null }).open)
}

/** Events that are no row of their workflow, or by a standing that the row does not name. What another record creates is left out. */
export async function offTheirWorkflow(t: TestDatabase, actions: readonly AnyAction[]): Promise<string[]> {
  const workflows = new Map(actions.map(({ noun }) => [noun.kind, noun.workflow]))
  const { rows } = await t.owner.pool.query<
    Record<'record_kind' | 'action' | 'to_state' | 'standing', string> & { from_state: string | null }
  >('select distinct record_kind, action, from_state, to_state, standing from event where from_state is not null')
  return rows.flatMap(({ record_kind, action, from_state, to_state, standing }) => {
    const workflow = workflows.get(record_kind)
    if (!workflow) return []
    const row = workflow[action]
    const to = row?.to === 'same' ? from_state : row?.to
    if (row?.from.includes(from_state!) && row.by.includes(standing) && to === to_state) return []
    return [`${record_kind}/${action}: ${from_state} to ${to_state} by ${standing}`]
  })
}
