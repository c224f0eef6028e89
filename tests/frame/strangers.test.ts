/** Who before what: a stranger learns nothing from a refusal, whatever state the record is in; and nobody changes the past. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type RecordKind, registerActions, registerNouns } from '../../src/http/record-kinds.ts'
import { statesOf } from '../../src/law/proceedings.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { NotOpen } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { at, person } from '../support/office.ts'
import { lawfulInput } from './inputs.ts'
import { answered, assigned, type House, openHouse, sentDecision } from './life.ts'

const day = '2026-07-06'
let t: TestDatabase
let house: House
const records = new Map<RecordKind, string>()

before(async () => {
  t = await testDatabase()
  house = await openHouse(t, day)
  records.set('petition', await assigned(house, day, 'observation'))
  records.set('complaint', await sentDecision(house, day))
  records.set('feedback', await answered(house, day))
})
after(() => t.close())

/** The refusal that this call meets; a success or a bug fails the test. */
async function refused(action: AnyAction, viewer: Viewer, id: string, input: object): Promise<NotOpen> {
  const said = `${viewer.name} ${action.noun.kind}/${action.step}`
  try {
    await perform(t.db, action, { viewer, unit_id: house.office.commune, id, input, moment: at(day) })
  } catch (fault) {
    if (fault instanceof NotOpen) return fault
    throw new Error(said, { cause: fault })
  }
  return assert.fail(`${said} was done`)
}

test('every step in every state is 404 for a stranger, as if the record were not there', async () => {
  const known = {
    officers: [house.handler.account_id!],
    units: [house.office.neighbour],
    petitions: [records.get('petition')!],
  }
  const strangers = [house.stranger, person(day), person(day, [{ unit_id: house.office.commune, record_id: uuidv7() }])]
  for (const [kind, id] of records) {
    for (const state of statesOf(registerNouns[kind].workflow)) {
      await t.owner.pool.query(`update ${kind} set state = $2 where id = $1`, [id, state])
      for (const action of registerActions[kind]) {
        if (action.noun.workflow[action.step]!.from.length === 0) continue
        const [input] = fc.sample(lawfulInput(action, known, [day]), { numRuns: 1, seed: 7 })
        for (const viewer of strangers) {
          const no = await refused(action, viewer, id, input!)
          assert.deepEqual([no.code, no.status], ['not-yours', 404], `${kind}/${action.step} in ${state}`)
          const absent = await refused(action, viewer, uuidv7(), input!)
          assert.deepEqual([absent.code, absent.status], ['not-yours', 404])
        }
      }
    }
  }
})

test('neither the server nor the worker may change or remove an event or its payload', async () => {
  for (const table of ['event', 'payload']) {
    for (const text of [`update ${table} set seq = seq`, `delete from ${table}`, `truncate ${table}`]) {
      await assert.rejects(t.db.pool.query(text), /permission denied/, text)
      await assert.rejects(t.worker.pool.query(text), /permission denied/, text)
    }
  }
  await assert.rejects(
    t.db.pool.query(`select erase_payload($1, $2, 1, now()::date, 'x', 'x')`, [uuidv7(), uuidv7()]),
    /permission denied/,
  )
})

test('the server may not delete a record, a letter or a number', async () => {
  for (const table of ['petition', 'complaint', 'feedback', 'position', 'document', 'register_counter', 'posting'])
    await assert.rejects(t.db.pool.query(`delete from ${table}`), /permission denied/, table)
})
