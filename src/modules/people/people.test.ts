import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { seesUnit, visibleIn, visibleTo, visibleUnits } from '../../platform/actions/visible.ts'
import type { Moment } from '../../platform/clock.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { setSwitch } from '../calendars/set-switch.ts'
import { unsetSwitch } from '../calendars/unset-switch.ts'
import { countryId } from '../units/unit.ts'
import { createAccount, givePosition } from './accounts.ts'
import { delegate } from './delegate.ts'
import { delegateReception } from './delegate-reception.ts'
import { delegationWorkflow, powers } from './delegation.ts'
import { endPosition } from './end-position.ts'
import { givePositionAction } from './give-position.ts'
import { peopleActions } from './module.ts'
import { positionKinds, positionWorkflow } from './position.ts'
import { headOf, officersOf, settles } from './queries.ts'
import { renewPassword } from './renew-password.ts'
import { viewerOfAccount } from './viewer-of.ts'
import { withdrawDelegation } from './withdraw-delegation.ts'

let base: TestDatabase
const unit = {
  country: uuidv7(),
  province: uuidv7(),
  commune: uuidv7(),
  other: uuidv7(),
  old: uuidv7(),
  department: uuidv7(),
}

before(async () => {
  base = await testDatabase()
  await base.owner.pool.query(`insert into unit (id, kind) select id, k from unnest($1::uuid[], $2::text[]) x(id, k)`, [
    Object.values(unit),
    ['territory', 'territory', 'territory', 'territory', 'territory', 'organisation'],
  ])
  const rows: [string, string | null, string, string, string][] = [
    [unit.country, null, 'country', '[2000-01-01,)', 'Việt Nam thử'],
    [unit.province, unit.country, 'province', '[2000-01-01,)', 'Tỉnh thử'],
    [unit.commune, unit.province, 'commune', '[2025-07-01,)', 'Xã thử'],
    [unit.other, unit.province, 'commune', '[2025-07-01,)', 'Xã khác'],
    [unit.old, unit.province, 'commune', '[2000-01-01,2025-07-01)', 'Xã cũ'],
    [unit.department, unit.commune, 'department', '[2025-07-01,)', 'Phòng thử'],
  ]
  for (const [id, parent, level, valid, name] of rows)
    await base.owner.pool.query(
      `insert into unit_period (unit_id, parent_id, level, valid, name, name_folded) values ($1, $2, $3, $4, $5, lower($5))`,
      [id, parent, level, valid, name],
    )
  await base.owner.pool.query(`with recursive up as (
      select unit_id, unit_id as ancestor_id, 0 as depth, valid from unit_period
      union all select up.unit_id, p.parent_id, up.depth + 1, up.valid * p.valid from up join unit_period p on p.unit_id = up.ancestor_id and p.valid && up.valid where p.parent_id is not null
    ) insert into unit_ancestry (unit_id, ancestor_id, depth, valid) select unit_id, ancestor_id, depth, valid from up`)
  await base.owner.pool.query(
    `insert into unit_successor (from_id, to_id, succeeded_on) select x, $2, '2025-07-01' from unnest($1::uuid[]) x`,
    // `other` gave a part away and lives on.
    [[unit.old, unit.other], unit.commune],
  )
})
after(() => base.close())

const on = (day: string): Moment => ({ at: Temporal.Now.instant(), on: Temporal.PlainDate.from(day) })
const hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

async function somebody(name: string): Promise<string> {
  return (await createAccount(base.db, { name, sign_in_name: `t${uuidv7().slice(-12)}`, password_hash: hash })).id
}

async function held(
  kind: Parameters<typeof givePosition>[1]['kind'],
  unit_id: string,
  from_on = '2026-01-01',
  until_on?: string,
) {
  const account_id = await somebody(`Người Thử ${kind}`.replace(/-/g, ' '))
  const id = await givePosition(base.db, { account_id, unit_id, kind, from_on, until_on }, on('2026-11-20'))
  return { account_id, id }
}

const viewerOn = async (account_id: string, day: string) => (await viewerOfAccount(base.db.pool, account_id, on(day)))!
const code = (expected: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === expected

describe('positions of the day', () => {
  test('a head is head from the first day until the day before the end, and not a day longer', async () => {
    const { account_id } = await held('head', unit.other, '2026-03-01', '2026-11-20')
    assert.equal((await viewerOn(account_id, '2026-02-28')).positions.length, 0)
    assert.equal(settles(await viewerOn(account_id, '2026-03-01'), unit.other), true)
    const yesterday = await viewerOn(account_id, '2026-11-19')
    const today = await viewerOn(account_id, '2026-11-20')
    assert.equal(settles(yesterday, unit.other), true)
    assert.equal(settles(today, unit.other), false)
    assert.equal(await seesUnit(yesterday, base.db.pool, unit.other), true)
    assert.equal(await seesUnit(today, base.db.pool, unit.other), false)
    assert.equal((await headOf(yesterday, base.db.pool, unit.other, yesterday.on))?.account_id, account_id)
    assert.equal(await headOf(today, base.db.pool, unit.other, today.on), null)
    const input = {
      account_id: await somebody('Trần Thị Bình'),
      kind: 'handler',
      title: 'Công chức',
      from_on: '2026-11-19',
    }
    const call = { unit_id: unit.other, input }
    await perform(base.db, givePositionAction, { ...call, viewer: yesterday, id: uuidv7(), moment: on('2026-11-19') })
    await assert.rejects(
      perform(base.db, givePositionAction, { ...call, viewer: today, id: uuidv7(), moment: on('2026-11-20') }),
      (fault) => fault instanceof NotOpen && fault.code === 'not-yours' && fault.status === 404,
    )
  })

  test('a unit has one head a day, whoever asks', async () => {
    await held('head', unit.country, '2026-01-01', '2026-06-01')
    await assert.rejects(held('head', unit.country, '2026-05-31'), code('unit-has-no-other-head-then'))
    await held('head', unit.country, '2026-06-01')
  })

  test('nobody gives a position outside their gift, to themselves, or in a unit before it exists', async () => {
    const head = await held('head', unit.commune)
    const administrator = await held('administrator', unit.province)
    const asHead = await viewerOn(head.account_id, '2026-11-20')
    const asAdministrator = await viewerOn(administrator.account_id, '2026-11-20')
    const other = await somebody('Lê Văn Cường')
    const give = (viewer: typeof asHead, input: object, unit_id = unit.commune) =>
      perform(base.db, givePositionAction, {
        viewer,
        unit_id,
        id: uuidv7(),
        moment: on('2026-11-20'),
        input: { account_id: other, kind: 'clerk', title: 'Văn thư', from_on: '2026-11-20', ...input },
      })
    await give(asHead, {})
    await assert.rejects(give(asHead, { kind: 'administrator' }), code('kind-is-in-the-actors-gift'))
    await assert.rejects(give(asHead, { account_id: head.account_id }), code('position-is-not-the-actors-own'))
    await assert.rejects(give(asHead, {}, unit.other), code('not-yours'))
    await assert.rejects(give(asAdministrator, { from_on: '2025-06-30' }), code('unit-exists-on-that-day'))
    await assert.rejects(give(asAdministrator, { account_id: uuidv7() }), WrongInput)
    await give(asAdministrator, { kind: 'deputy-head' })
    await assert.rejects(
      perform(base.db, endPosition, {
        viewer: asHead,
        unit_id: unit.commune,
        id: head.id,
        moment: on('2026-11-20'),
        input: { until_on: '2026-12-01' },
      }),
      code('kind-is-in-the-actors-gift'),
    )
  })

  test('a new password is not a way into somebody who also works elsewhere', async () => {
    const administrator = await held('administrator', unit.commune)
    const viewer = await viewerOn(administrator.account_id, '2026-11-20')
    const clerk = await held('clerk', unit.commune)
    const call = { viewer, unit_id: unit.commune, id: clerk.id, moment: on('2026-11-20'), input: {} }
    await perform(base.db, renewPassword, call)
    await givePosition(
      base.db,
      { account_id: clerk.account_id, unit_id: unit.province, kind: 'handler', from_on: '2026-01-01' },
      on('2026-11-20'),
    )
    await assert.rejects(perform(base.db, renewPassword, call), code('account-has-no-post-elsewhere'))
  })
})

describe('visibility', () => {
  test('own units, all under them that day, and the units they came from', async () => {
    const seen = async (account_id: string, day = '2026-11-20') => {
      const viewer = await viewerOn(account_id, day)
      const units = visibleUnits(viewer)
      const { rows } = await base.db.pool.query<{ unit_id: string }>(units.sql, units.values)
      const values: unknown[] = [2]
      const condition = visibleTo(viewer, 'u.id', values)
      const raw = await base.db.pool.query(`select from unit u where $1::int = 2 and ${condition}`, values)
      const built = await base.db.kysely
        .selectFrom('unit as u' as never)
        .where(visibleIn(viewer, 'u.id'))
        .selectAll()
        .execute()
      assert.equal(raw.rows.length, rows.length)
      assert.equal(built.length, rows.length)
      return new Set(rows.map((row) => row.unit_id))
    }
    const handler = await held('handler', unit.commune)
    assert.deepEqual(await seen(handler.account_id), new Set([unit.commune, unit.department, unit.old]))
    const clerk = await held('clerk', unit.province, '2020-01-01')
    assert.deepEqual(
      await seen(clerk.account_id),
      new Set([unit.province, unit.commune, unit.other, unit.old, unit.department]),
    )
    assert.deepEqual(await seen(clerk.account_id, '2025-06-30'), new Set([unit.province, unit.old]))
    const administrator = await held('administrator', unit.province)
    assert.deepEqual(await seen(administrator.account_id), new Set())
    const central = await viewerOn((await held('clerk', unit.country)).account_id, '2026-11-20')
    assert.equal(central.sees_all, true)
    assert.equal(visibleTo(central, 'x', []), 'true')
  })

  test('officers for a select: of the unit and its departments, for those who see the unit alone', async () => {
    const inDepartment = await held('handler', unit.department)
    const viewer = await viewerOn((await held('reception-officer', unit.commune)).account_id, '2026-11-20')
    const officers = await officersOf(viewer, base.db.pool, unit.commune, viewer.on, ['handler'])
    assert.ok(officers.some((officer) => officer.account_id === inDepartment.account_id))
    assert.ok(officers.every((officer) => officer.kind === 'handler'))
    const stranger = await viewerOn((await held('clerk', unit.other)).account_id, '2026-11-20')
    assert.deepEqual(await officersOf(stranger, base.db.pool, unit.commune, viewer.on, ['handler']), [])
  })
})

describe('delegation', () => {
  const unit_id = unit.department
  const delegated = async (
    power: 'reception' | 'settlement',
    day: string,
    from_on: string,
    until_on: string,
    to?: string,
  ) => {
    const input = { to_account_id: to ?? deputy.account_id, from_on, until_on, document: 'QĐ 12/QĐ-UBND' }
    const call = { viewer: await viewerOn(head.account_id, day), unit_id, id: uuidv7(), moment: on(day) }
    if (power === 'reception') return perform(base.db, delegateReception, { ...call, input })
    return perform(base.db, delegate, { ...call, input: { ...input, power } })
  }
  let head: Awaited<ReturnType<typeof held>>
  let deputy: Awaited<ReturnType<typeof held>>
  before(async () => {
    head = await held('head', unit_id, '2025-07-01')
    deputy = await held('deputy-head', unit_id, '2025-07-01')
  })

  test('of reception: allowed before 01/07/2026, refused from that day and for days beyond it', async () => {
    await delegated('reception', '2026-05-04', '2026-05-05', '2026-07-01')
    assert.deepEqual(
      (await viewerOn(deputy.account_id, '2026-05-05')).delegated.map((one) => one.power),
      ['reception'],
    )
    await assert.rejects(
      delegated('reception', '2026-05-04', '2026-05-05', '2026-07-02'),
      code('reception-may-be-delegated-then'),
    )
    await assert.rejects(
      delegated('reception', '2026-07-01', '2026-07-01', '2026-08-01'),
      code('reception-may-be-delegated-then'),
    )
  })

  test('of reception: open again where the office has turned the switch off', async () => {
    const administrator = await held('administrator', unit.commune)
    const viewer = await viewerOn(administrator.account_id, '2026-11-19')
    const call = { viewer, unit_id: countryId, id: uuidv7(), moment: on('2026-11-19') }
    const input = { switch: 'reception.no-delegation', turned: 'off', ground: 'Đã hỏi Thanh tra tỉnh' }
    await perform(base.db, setSwitch, { ...call, input })
    const made = await delegated('reception', '2026-11-19', '2026-11-20', '2026-12-01')
    assert.equal((await viewerOn(deputy.account_id, '2026-11-20')).delegated.length, 1)
    await perform(base.db, unsetSwitch, { ...call, input: { reason: 'Văn bản nói khác' } })
    assert.equal(made.repeated, false)
    assert.equal((await viewerOn(deputy.account_id, '2026-11-20')).delegated.length, 0)
  })

  test('of settlement: to a deputy alone, until withdrawn or the head leaves', async () => {
    const clerk = await held('clerk', unit_id)
    await assert.rejects(
      delegated('settlement', '2026-11-01', '2026-11-02', '2026-12-31', clerk.account_id),
      code('recipient-is-a-deputy'),
    )
    const { id } = await delegated('settlement', '2026-11-01', '2026-11-02', '2026-12-31')
    assert.equal(settles(await viewerOn(deputy.account_id, '2026-11-20'), unit_id), true)
    const moment = on('2026-11-20')
    const asDeputy = await viewerOn(deputy.account_id, '2026-11-20')
    const input = { withdrawn_on: '2026-11-21' }
    await assert.rejects(
      perform(base.db, withdrawDelegation, { viewer: asDeputy, unit_id, id, moment, input }),
      code('not-yours'),
    )
    await perform(base.db, withdrawDelegation, {
      viewer: await viewerOn(head.account_id, '2026-11-20'),
      unit_id,
      id,
      moment,
      input,
    })
    assert.equal(settles(await viewerOn(deputy.account_id, '2026-11-20'), unit_id), true)
    assert.equal(settles(await viewerOn(deputy.account_id, '2026-11-21'), unit_id), false)
  })
})

test('every step, state, condition, kind and power has words in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const { people } = words(language)
    const rows = Object.entries({ ...positionWorkflow, ...delegationWorkflow })
    for (const [step, row] of rows) {
      assert.ok(step in people.steps, step)
      for (const condition of row.needs) assert.ok(condition in people.refusals, condition)
    }
    const states = (workflow: object) => Object.values(workflow).map((row: { to: string }) => row.to)
    for (const state of states(positionWorkflow)) assert.ok(state === 'same' || state in people.states.position, state)
    for (const state of states(delegationWorkflow))
      assert.ok(state === 'same' || state in people.states.delegation, state)
    for (const kind of positionKinds) assert.ok(people.kinds[kind])
    for (const power of powers) assert.ok(people.powers[power])
  }
  const steps = Object.keys({ ...positionWorkflow, ...delegationWorkflow })
  assert.deepEqual(peopleActions.map((action) => action.step).sort(), steps.sort())
})
