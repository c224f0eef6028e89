/** Whatever anyone tries in any order: a record is its first form and its events, and no step leaves the law. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { isRecordKind, registerActions, registerNouns } from '../../src/http/record-kinds.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { answerFor, perform } from '../../src/platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../src/platform/actions/viewer.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, person } from '../support/office.ts'
import { anyInput } from './inputs.ts'
import { accepted, answered, assigned, type House, openHouse, sentDecision, submitted } from './life.ts'

const first = Temporal.PlainDate.from('2026-07-06')
/** Lives are lived for this long, and on a machine with other work until enough has happened for a proof. */
const time_ms_min = 6_000
const time_ms_max = 50_000
const livesAtOnce = 8
let t: TestDatabase
let house: House
const ids: { officers: string[]; units: string[]; petitions: string[] } = { officers: [], units: [], petitions: [] }

before(async () => {
  t = await testDatabase()
  house = await openHouse(t, first.toString())
  const { desk, head, handler, stranger, office } = house
  ids.officers.push(desk.account_id!, head.account_id!, handler.account_id!, stranger.account_id!)
  ids.units.push(office.commune, office.neighbour, office.province, uuidv7())
  ids.petitions.push(await assigned(house, first.toString(), 'observation'), uuidv7())
})
after(() => t.close())

type Who = 'desk' | 'head' | 'handler' | 'stranger' | 'citizen' | 'passer-by' | 'clock'
const everybody: readonly Who[] = ['desk', 'head', 'handler', 'stranger', 'citizen', 'passer-by', 'clock']

const actions = Object.values(registerActions).flat()
const days = ['2026-07-06', '2026-07-10', '2026-08-20', '2026-01-02', '2027-02-30']

/** Steps that only a record of another unit opens: near the law they would never be. */
const betweenUnits = /-second-instance$/

/** One try: by whom, what, on which record, with which input, seen at which revision. */
interface Try {
  who: Who
  action: AnyAction
  id: string
  input: object
  revision?: number
}

/** Of these steps, those the program itself says are open: so most tries come to the part that writes. */
async function openTo(viewer: Viewer, id: string, steps: readonly AnyAction[]): Promise<AnyAction[]> {
  const noun = steps[0]?.noun
  if (!noun) return []
  const { rows } = await t.db.pool.query(`select * from ${noun.table} where id = $1`, [id])
  const record = rows[0]
  const about = { record, unit_id: house.office.commune, viewer, moment: at(viewer.on.toString()) }
  const facts = await noun.facts(t.db.pool, about)
  return steps.filter(({ step }) => answerFor(noun, step, { ...about, facts, id, input: null }).open)
}

/**
 * Most tries are near the law: a step that the program offers to somebody; else a step of the record's state by somebody
 * of its standings; else anything by anybody.
 */
async function nextTry(g: fc.GeneratorValue, petition_id: string, on: Temporal.PlainDate): Promise<Try> {
  const kind = g(fc.constantFrom<('petition' | 'point')[]>, 'petition', 'point', 'point')
  const { rows } = await t.db.pool.query<{ kind: string; id: string; state: string; revision: number }>(
    `select 'petition' as kind, id, state, revision from petition where id = $1
     union all select 'complaint', id, state, revision from complaint where id = $2
     union all select 'feedback', id, state, revision from feedback where id = $2`,
    [petition_id, idFrom(petition_id, 'point/1')],
  )
  const record = rows.find((row) => (row.kind === 'petition') === (kind === 'petition')) ?? rows[0]!
  const near = actions.filter(
    ({ noun, step }) =>
      noun.kind === record.kind && !betweenUnits.test(step) && noun.workflow[step]!.from.includes(record.state),
  )
  const someone = g(() => fc.constantFrom(...everybody))
  const offered = g(fc.nat, 9) < 6 ? await openTo(viewerFor(someone, petition_id, on), record.id, near) : []
  const sensible = near.length > 0 && g(fc.nat, 9) < 9
  const action = g(() => fc.constantFrom(...(offered.length > 0 ? offered : sensible ? near : actions)))
  const row = action.noun.workflow[action.step]!
  const fitting = everybody.filter((who) => row.by.some((standing) => standingsOf[who].includes(standing)))
  const anyone = g(() => fc.constantFrom(...(fitting.length > 0 && g(fc.nat, 9) < 8 ? fitting : everybody)))
  const who = offered.length > 0 ? someone : anyone
  const creates = row.from.length === 0
  const known = rows.find((one) => one.kind === action.noun.kind)
  const id = creates ? uuidv7() : (known?.id ?? uuidv7())
  const right = known?.revision ?? 0
  const revision = g(fc.constantFrom<(number | undefined)[]>, right, right, right, undefined, right - 1)
  const input = g(() => anyInput(action, ids, days))
  return { who, action, id, input, ...(revision === undefined ? {} : { revision }) }
}

const standingsOf: Readonly<Record<Who, readonly string[]>> = {
  desk: ['intake', 'clerk'],
  head: ['head', 'settler'],
  handler: ['handler', 'verifier'],
  stranger: [],
  citizen: ['petitioner'],
  'passer-by': ['public'],
  clock: ['clock'],
}

function viewerFor(who: Who, petition_id: string, on: Temporal.PlainDate): Viewer {
  if (who === 'clock') return clockViewer(on)
  if (who === 'citizen') return person(on.toString(), [{ unit_id: house.office.commune, record_id: petition_id }])
  if (who === 'passer-by') return person(on.toString())
  return { ...house[who], on }
}

/** Tries it; true where it was done. Anything but a lawful no or wrong input is a bug. */
async function tried({ who, action, ...call }: Try, petition_id: string, on: Temporal.PlainDate): Promise<boolean> {
  try {
    const viewer = viewerFor(who, petition_id, on)
    const done = await perform(t.db, action, {
      viewer,
      unit_id: house.office.commune,
      moment: at(on.toString()),
      ...call,
    })
    assert.ok(who !== 'stranger', 'a stranger has taken a step')
    return !done.repeated
  } catch (fault) {
    if (fault instanceof NotOpen || fault instanceof Stale || fault instanceof WrongInput) return false
    throw new Error(`${who} ${action.noun.kind}/${action.step} ${JSON.stringify(call).slice(0, 2000)}`, {
      cause: fault,
    })
  }
}

const beginnings = {
  sent: (day: string) => submitted(house, day, 'complaint'),
  observation: (day: string) => assigned(house, day, 'observation'),
  complaint: (day: string) => assigned(house, day, 'complaint'),
  accepted: (day: string) => accepted(house, day).then(petitionOf),
  decided: (day: string) => sentDecision(house, day).then(petitionOf),
  answered: (day: string) => answered(house, day).then(petitionOf),
}

async function petitionOf(id: string): Promise<string> {
  const { rows } = await t.db.pool.query(
    'select petition_id from complaint where id = $1 union all select petition_id from feedback where id = $1',
    [id],
  )
  return rows[0].petition_id
}

async function sound(): Promise<void> {
  const client = await t.db.pool.connect()
  const { faults } = await check(client, '/nowhere').finally(() => client.release())
  assert.deepEqual(faults, [])
}

const tally = { lives: 0, tries: 0, done: 0, steps: new Set<string>() }

test('random histories', { timeout: 90_000 }, async () => {
  const property = fc.asyncProperty(fc.gen(), async (g) => {
    const begin = g(() => fc.constantFrom(...Object.values(beginnings)))
    const id = await begin(first.toString())
    ids.petitions[1] = id
    let on = first
    const length = g(fc.nat, 30)
    for (let n = 0; n <= length; n++) {
      on = on.add({ days: g(fc.constantFrom<number[]>, 0, 0, 0, 0, 1, 5, 31) })
      const one = await nextTry(g, id, on)
      tally.tries++
      if (!(await tried(one, id, on))) continue
      tally.done++
      tally.steps.add(`${one.action.noun.kind}/${one.action.step}`)
    }
    tally.lives++
  })
  const began = performance.now()
  const enough = () => tally.done > 150 && tally.steps.size > 30
  for (let took_ms = 0; took_ms < (enough() ? time_ms_min : time_ms_max); took_ms = performance.now() - began) {
    // A try depends on what the database says, so a counterexample is told as it is, not made smaller.
    await fc.assert(property, { numRuns: livesAtOnce, endOnFailure: true })
    await sound()
  }
  console.log(
    `${tally.lives} lives: ${tally.done} of ${tally.tries} tries were lawful, ${tally.steps.size} of ${actions.length} steps taken`,
  )
  assert.ok(tally.done > 100 && tally.steps.size > 25, 'too little happened for a proof')
})

test('every event walked a row of its workflow, by a standing of that row', async () => {
  const { rows } = await t.db.pool.query<
    Record<'record_kind' | 'action' | 'from_state' | 'to_state' | 'standing', string>
  >('select distinct record_kind, action, from_state, to_state, standing from event')
  for (const event of rows) {
    if (!isRecordKind(event.record_kind)) continue
    const said = `${event.record_kind}/${event.action}: ${event.from_state} to ${event.to_state} by ${event.standing}`
    const workflow: (typeof registerNouns)['petition']['workflow'] = registerNouns[event.record_kind].workflow
    const row = workflow[event.action]
    assert.ok(row, said)
    if (event.from_state === null) assert.equal(row.from.length, 0, said)
    else assert.ok(row.from.includes(event.from_state), said)
    assert.equal(event.to_state, row.to === 'same' ? event.from_state : row.to, said)
    // A proceeding is created by a step of the petition, with that step's standing.
    if (event.action !== 'propose') assert.ok(row.by.includes(event.standing), said)
  }
})

test('each petition is counted once as received and once as processed, and those void or sealed away not at all', async () => {
  const { rows } = await t.db.pool.query(`
    select p.id, p.state, p.processed_on is not null as processed,
      coalesce(sum(q.sign) filter (where q.fact = 'petition-received'), 0)::int as received,
      coalesce(sum(q.sign) filter (where q.fact = 'petition-processed'), 0)::int as handled
    from petition p left join posting q on q.unit_id = p.unit_id and q.record_id = p.id group by p.unit_id, p.id`)
  for (const row of rows) {
    assert.equal(row.received, ['void', 'sealed-away'].includes(row.state) ? 0 : 1, `${row.id} ${row.state}`)
    assert.equal(row.handled, row.processed ? 1 : 0, `${row.id} ${row.state}`)
  }
})
