/** The backlog: what the board counts, plans, a leaver's work, suspensions near the due day; the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createFrame } from '../../src/http/frame.ts'
import { answerOverdue } from '../../src/modules/backlog/answer-overdue.ts'
import { beginHandOver } from '../../src/modules/backlog/begin-hand-over.ts'
import { changeReceiver } from '../../src/modules/backlog/change-receiver.ts'
import { completeHandOver } from '../../src/modules/backlog/complete-hand-over.ts'
import { correctDemand } from '../../src/modules/backlog/correct-demand.ts'
import { correctPlan } from '../../src/modules/backlog/correct-plan.ts'
import {
  demandById,
  demandItems,
  demandsOf,
  demandsWaiting,
  overdueBelow,
} from '../../src/modules/backlog/demand-reads.ts'
import { endDemand } from '../../src/modules/backlog/end-demand.ts'
import { escalateDemand } from '../../src/modules/backlog/escalate-demand.ts'
import { finishPlan } from '../../src/modules/backlog/finish-plan.ts'
import { makeDemand } from '../../src/modules/backlog/make-demand.ts'
import { makePlan } from '../../src/modules/backlog/make-plan.ts'
import { pages } from '../../src/modules/backlog/module.ts'
import * as reads from '../../src/modules/backlog/queries.ts'
import { replacePlan } from '../../src/modules/backlog/replace-plan.ts'
import { runHandOver } from '../../src/modules/backlog/run-hand-over.ts'
import { withdrawDemand } from '../../src/modules/backlog/withdraw-demand.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { resume } from '../../src/modules/complaints/resume.ts'
import { suspend } from '../../src/modules/complaints/suspend.ts'
import { endPosition } from '../../src/modules/people/end-position.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { handOverWork } from '../../src/modules/petitions/hand-over-work.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { at, officer, onDay } from '../support/office.ts'
import { openTown, type Town } from '../support/town.ts'

let town: Town
before(async () => {
  fixDay('2026-11-20')
  town = await openTown()
})
after(() => town.t.close())

const today = '2026-11-20'
const seenOn = (viewer: Viewer, day = today): Viewer => ({ ...viewer, on: Temporal.PlainDate.from(day) })
const sum = (rows: readonly { cases: number }[]) => rows.reduce((all, row) => all + row.cases, 0)

/** A complaint accepted on a day. */
async function accepted(day: string): Promise<{ petition: string; complaint: string }> {
  const { petition, id: complaint } = await town.proposed(day)
  await town.take(accept, town.head, complaint, day, { remote: false, no_ground_applies: true })
  return { petition, complaint }
}

const plan = (record_kind: string, record_id: string, more: object = {}) => ({
  record_kind,
  record_id,
  owner_id: town.handler.account_id,
  cause: 'several-bodies',
  steps: 'Họp với chi nhánh đất đai; đo lại; trình quyết định.',
  due_on: '2026-12-15',
  ...more,
})

async function rowOf(table: 'case_plan' | 'work_hand_over', id: string) {
  const { rows } = await town.t.db.pool.query(`select * from ${table} where id = $1`, [id])
  return rows[0]
}

test('the board counts each open case once by age, and each number opens exactly its list', async () => {
  for (const day of ['2026-11-10', '2026-09-20', '2026-08-10', '2026-03-02']) await town.recorded(day)
  const viewer = seenOn(town.head)
  const counts = await reads.openCounts(viewer, town.t.db.pool, 'own')
  assert.deepEqual([...new Set(counts.map((row) => row.age))].sort(), ['0-30', '181', '31-90', '91-180'])
  for (const one of counts) {
    const filter = { age: one.age, kind: one.kind, state: one.state, cause: one.cause ?? 'none' }
    const listed = await reads.casesOf(viewer, town.t.db.pool, 'own', filter)
    assert.equal(listed.length, one.cases, JSON.stringify(filter))
    for (const row of listed) assert.equal('person' in row || 'petitioner_name' in row, false)
  }
  // The first and the last day of an age fall on its own side.
  const edges = { '2026-10-21': '0-30', '2026-10-20': '31-90', '2026-08-22': '31-90', '2026-08-21': '91-180' }
  for (const [day, age] of Object.entries(edges)) {
    const id = await town.recorded(day)
    for (const other of ['0-30', '31-90', '91-180', '181'] as const) {
      const listed = await reads.casesOf(viewer, town.t.db.pool, 'own', { age: other })
      assert.equal(
        listed.some((row) => row.id === id),
        other === age,
        `${day} in ${other}`,
      )
    }
  }
})

test('who sees what: the unit its own, the province by commune, the neighbour and those without registers nothing', async () => {
  const pool = town.t.db.pool
  const own = sum(await reads.openCounts(seenOn(town.head), pool, 'own'))
  const province = seenOn(town.province_head)
  assert.equal(sum(await reads.openCounts(province, pool, 'own')), 0)
  assert.equal(sum(await reads.openCounts(province, pool, 'below')), own)
  const by_unit = await reads.countsByUnit(province, pool)
  assert.deepEqual([...new Set(by_unit.map((row) => row.name))], ['Phường Cam Đường'])
  assert.equal(sum(by_unit), own)
  const unit = { unit_id: town.office.commune }
  const administrator = await officer(town.t.db, town.office.commune, 'administrator', today)
  const supervisor = await officer(town.t.db, town.office.commune, 'front-supervisor', today)
  for (const stranger of [seenOn(town.neighbour_head), administrator, supervisor]) {
    for (const scope of ['own', 'below', unit] as const) {
      assert.equal(sum(await reads.openCounts(stranger, pool, scope)), 0)
      assert.deepEqual(await reads.casesOf(stranger, pool, scope, {}), [])
      assert.deepEqual(await reads.plansOf(stranger, pool, 'open', scope), [])
      assert.deepEqual(await reads.suspensionsNear(stranger, pool, scope, 60), [])
      const figures = await reads.figuresOf(stranger, pool, scope)
      assert.deepEqual([...new Set(Object.values(figures))], [0])
    }
    assert.deepEqual(await reads.officersWithWork(stranger, pool, town.office.commune), [])
  }
  // The commune does not see its province's cases either.
  assert.deepEqual(await reads.casesOf(seenOn(town.head), pool, { unit_id: town.office.province }, {}), [])
})

test('a plan: by the head, for an open case, one at a time, with a day ahead; replaced with its reason, done by its owner', async () => {
  const petition = await town.recorded('2026-06-01')
  const id = uuidv7()
  await town.closed('not-yours', makePlan, town.handler, id, today, plan('petition', petition))
  await town.closed('not-yours', makePlan, town.neighbour_head, id, today, plan('petition', petition))
  await town.closed(
    'day-has-not-passed',
    makePlan,
    town.head,
    id,
    today,
    plan('petition', petition, { due_on: '2026-11-19' }),
  )
  await town.closed('case-is-open', makePlan, town.head, id, today, plan('complaint', petition))
  await town.faulty(
    'owner_id: not-an-officer-here',
    makePlan,
    town.head,
    id,
    today,
    plan('petition', petition, { owner_id: town.neighbour_head.account_id }),
  )
  await town.take(makePlan, town.head, id, today, plan('petition', petition, { due_on: '2026-11-24' }))
  await town.closed('no-plan-runs', makePlan, town.head, uuidv7(), today, plan('petition', petition))
  const [mine] = await reads.plansOf(seenOn(town.handler), town.t.db.pool, 'mine', 'own')
  assert.equal(mine?.id, id)
  assert.deepEqual(await reads.plansOf(seenOn(town.other_handler), town.t.db.pool, 'mine', 'own'), [])
  const caused = await reads.casesOf(seenOn(town.head), town.t.db.pool, 'own', { cause: 'several-bodies' })
  assert.deepEqual(
    caused.map((row) => row.id),
    [petition],
  )
  // On its day it is in time, the day after it is late.
  assert.deepEqual(await reads.plansOf(seenOn(town.head, '2026-11-24'), town.t.db.pool, 'overdue', 'own'), [])
  assert.equal((await reads.plansOf(seenOn(town.head, '2026-11-25'), town.t.db.pool, 'overdue', 'own')).length, 1)
  const { record_kind: _, record_id: __, ...again } = plan('petition', petition)
  await town.closed('not-yours', replacePlan, town.handler, id, '2026-11-25', { reason: 'Chờ đo', ...again })
  await town.faulty('reason: required', replacePlan, town.head, id, '2026-11-25', again)
  await town.take(replacePlan, town.head, id, '2026-11-25', { reason: 'Chờ kết quả đo', ...again })
  const next = idFrom(id, 'next-plan')
  assert.deepEqual(
    [(await rowOf('case_plan', id)).state, (await rowOf('case_plan', id)).end_note],
    ['replaced', 'Chờ kết quả đo'],
  )
  assert.deepEqual([(await rowOf('case_plan', next)).state, (await rowOf('case_plan', next)).follows_id], ['open', id])
  await town.take(correctPlan, town.handler, next, '2026-11-26', {
    cause: 'papers-missing',
    steps: 'Tìm bản đồ gốc',
    reason: 'Ghi nhầm',
  })
  await town.closed('not-yours', finishPlan, town.other_handler, next, '2026-11-27', { end_note: 'Xong' })
  await town.take(finishPlan, town.handler, next, '2026-11-27', { end_note: 'Đã đo lại, hai bên ký' })
  await town.closed('not-in-this-state', finishPlan, town.handler, next, '2026-11-28', { end_note: 'Nữa' })
  await town.take(makePlan, town.head, uuidv7(), '2026-11-28', plan('petition', petition))
})

test("a leaver's work goes over in one step, each record with its event; it is not over while one stays, and goes on where it broke off", async () => {
  const leaver = await officer(town.t.db, town.office.commune, 'handler', today, 'Hà Văn Đi')
  const heir = await officer(town.t.db, town.office.commune, 'handler', today, 'Mai Thị Nhận')
  const late_heir = await officer(town.t.db, town.office.commune, 'handler', today, 'Tẩn A Sau')
  const petition = await town.recorded('2026-09-01')
  await town.classified(petition, '2026-09-02')
  await town.take(assign, town.head, petition, '2026-09-02', { handler_id: leaver.account_id })
  const { complaint } = await accepted('2026-10-01')
  // Handled by one, verified by the other: only the verifying changes hands.
  const first = { verifier_id: town.handler.account_id, plan: 'Xem hồ sơ' }
  await town.take(assignVerification, town.head, complaint, '2026-10-02', first)
  await town.take(assignVerification, town.head, complaint, '2026-10-02', {
    verifier_id: leaver.account_id,
    plan: 'Đo lại',
  })
  const plan_id = uuidv7()
  await town.take(makePlan, town.head, plan_id, today, plan('petition', petition, { owner_id: leaver.account_id }))
  const untouched = (await town.row('petition', await town.recorded('2026-09-03'))).revision
  const id = uuidv7()
  const input = { from_id: leaver.account_id, to_id: heir.account_id, note: 'Bản đồ gốc ở tủ 3' }
  await town.closed('not-yours', beginHandOver, town.handler, id, today, input)
  await town.closed('not-yours', beginHandOver, town.neighbour_head, id, today, input)
  await town.closed('receiver-is-somebody-else', beginHandOver, town.head, id, today, {
    ...input,
    to_id: leaver.account_id,
  })
  await town.closed('officer-has-open-work', beginHandOver, town.head, id, today, {
    ...input,
    from_id: late_heir.account_id,
  })
  await town.faulty('to_id: not-a-handler-here', beginHandOver, town.head, id, today, {
    ...input,
    to_id: town.neighbour_head.account_id,
  })
  await town.take(beginHandOver, town.head, id, today, input)
  await town.closed('no-hand-over-runs', beginHandOver, town.head, uuidv7(), today, input)
  await town.closed('nothing-stays-behind', completeHandOver, town.head, id, today)
  assert.equal((await rowOf('work_hand_over', id)).items.length, 3)
  // It breaks off: one record went, then the receiver left too.
  const one = { hand_over_id: id, from_id: leaver.account_id, to_id: heir.account_id }
  await town.closed('not-yours', handOverWork, town.desk, petition, today, one)
  await town.take(handOverWork, town.head, petition, today, one)
  await town.closed('officer-has-this-work', handOverWork, town.head, petition, today, one)
  const { rows } = await town.t.db.pool.query('select id from position where account_id = $1', [heir.account_id])
  await town.take(endPosition, town.head, rows[0].id, today, { until_on: Temporal.PlainDate.from(today) })
  const by = { viewer: seenOn(town.head), moment: at(today) }
  await assert.rejects(runHandOver(town.t.db, await rowOf('work_hand_over', id), by), /to_id: not-a-handler-here/)
  await town.closed('nothing-stays-behind', completeHandOver, town.head, id, today)
  await town.take(changeReceiver, town.head, id, today, { to_id: late_heir.account_id, reason: 'Người nhận đã đi' })
  assert.equal(await runHandOver(town.t.db, await rowOf('work_hand_over', id), by), 0)
  assert.equal((await rowOf('work_hand_over', id)).state, 'completed')
  assert.equal((await town.row('petition', petition)).handler_id, heir.account_id)
  assert.deepEqual(
    [(await town.row('complaint', complaint)).verifier_id, (await rowOf('case_plan', plan_id)).owner_id],
    [late_heir.account_id, late_heir.account_id],
  )
  assert.equal((await town.row('complaint', complaint)).handler_id, town.handler.account_id)
  const moved = await town.t.db.pool.query(
    `select e.record_kind from event e join payload p using (unit_id, record_id, seq) where p.input ->> 'hand_over_id' = $1 order by 1`,
    [id],
  )
  assert.deepEqual(
    moved.rows.map((row) => row.record_kind),
    ['case-plan', 'complaint', 'petition'],
  )
  assert.equal(untouched, 1)
  const shown = await reads.handOverById(by.viewer, town.t.db.pool, town.office.commune, id)
  const items = await reads.handedItems(by.viewer, town.t.db.pool, shown!)
  assert.ok(items.every((item) => item.moved_on?.toString() === today && !item.stays && item.title !== ''))
  const receiver = await onDay(town.t.db, late_heir, today)
  assert.ok(await reads.handOverById(receiver, town.t.db.pool, town.office.commune, id))
  for (const other of [town.neighbour_head, town.other_handler, town.province_head])
    assert.equal(await reads.handOverById(seenOn(other), town.t.db.pool, town.office.commune, id), null)
})

test('suspensions near the due day are listed under who decided them, early ones are not', async () => {
  const near = await accepted('2026-09-01')
  const early = await accepted('2026-09-02')
  const due = (await town.row('complaint', near.complaint)).due_on as Temporal.PlainDate
  const decided = due.subtract({ days: 3 }).toString()
  const why = { ground: 'waits-for-another-result', note: 'Chờ giám định' }
  await town.take(suspend, town.head, early.complaint, '2026-09-04', why)
  await town.take(suspend, town.head, near.complaint, decided, why)
  const pool = town.t.db.pool
  for (const viewer of [seenOn(town.head), seenOn(town.province_head)]) {
    const scope = { unit_id: town.office.commune }
    const found = await reads.suspensionsNear(viewer, pool, scope, 3)
    assert.deepEqual(
      found.map((one) => [one.id, one.days_left, one.head_id, one.until_on]),
      [[near.complaint, 3, town.head.account_id, null]],
    )
    assert.deepEqual(await reads.suspensionsNear(viewer, pool, scope, 2), [])
  }
  await town.take(resume, town.head, near.complaint, due.add({ days: 10 }).toString(), { note: 'Có kết luận' })
  const [after_resume] = await reads.suspensionsNear(seenOn(town.head), pool, 'own', 3)
  assert.equal(after_resume?.until_on, due.add({ days: 10 }).toString())
  // A year later it has left the list.
  assert.deepEqual(await reads.suspensionsNear(seenOn(town.head, '2027-11-20'), pool, 'own', 3), [])
})

test('settled for good counts only what is carried out and has no road open', async () => {
  const { complaint } = await accepted('2026-05-04')
  const pool = town.t.db.pool
  const count = async () => await reads.figuresOf(seenOn(town.head), pool, 'own')
  const before_all = await count()
  const set = (state: string, stage: string, ended: string | null) =>
    town.t.owner.pool.query(
      `update complaint set state = $2, enforcement = jsonb_build_object('stage', $3::text), ended_on = $4 where id = $1`,
      [complaint, state, stage, ended],
    )
  await set('in-effect', 'done', null)
  assert.deepEqual(
    [(await count()).settled_for_good, (await count()).decided],
    [before_all.settled_for_good, before_all.decided + 1],
  )
  await set('settled-for-good', 'part', '2026-11-02')
  assert.equal((await count()).settled_for_good, before_all.settled_for_good)
  await set('settled-for-good', 'done', '2026-11-02')
  assert.deepEqual(
    [(await count()).settled_for_good, (await count()).decided],
    [before_all.settled_for_good + 1, before_all.decided],
  )
  const listed = await reads.casesOf(seenOn(town.head), pool, 'own', { group: 'settled-for-good' })
  assert.deepEqual(
    listed.map((row) => row.id),
    [complaint],
  )
})

test('through the pages: the board leads to a list, a plan and a whole hand-over; strangers find nothing', async () => {
  const as = (viewer: Viewer) => {
    const app = createFrame({ moment, viewerOf: async () => seenOn(viewer), officeOf: () => ({ name: 'Phường' }) })
    pages(app, { db: town.t.db })
    const post = (path: string, form: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          Origin: 'http://localhost',
        },
        body: new URLSearchParams(form),
      })
    return { get: async (path: string) => await app.request(path), post }
  }
  const head = as(town.head)
  const leaver = await officer(town.t.db, town.office.commune, 'handler', today, 'Giàng A Nghỉ')
  const petition = await town.recorded('2026-04-01')
  await town.classified(petition, '2026-04-02')
  await town.take(assign, town.head, petition, '2026-04-02', { handler_id: leaver.account_id! })
  for (const path of [
    '/ton-dong',
    '/ton-dong/danh-sach?tuoi=181',
    '/ton-dong/ke-hoach',
    '/ton-dong/ban-giao',
    '/ton-dong/tam-dinh-chi',
  ])
    assert.equal((await head.get(path)).status, 200, path)
  assert.equal((await head.get('/ton-dong/tam-dinh-chi?ngay=x')).status, 422)
  assert.match(await (await as(town.province_head).get('/ton-dong?pham-vi=ben-duoi')).text(), /Phường Cam Đường/)
  const form = `/ton-dong/ke-hoach/lap/${town.office.commune}/petition/${petition}/make-plan`
  assert.equal((await as(town.handler).get(form)).status, 404)
  assert.equal((await as(town.neighbour_head).get(form)).status, 404)
  const said = { id: uuidv7(), owner_id: leaver.account_id!, cause: 'other', steps: 'Hẹn gặp', due_on: '19/11/2026' }
  const late = await head.post(form, said)
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Ngày phải xong đã qua/)
  const made = await head.post(form, { ...said, due_on: '30/11/2026' })
  assert.equal(made.status, 303)
  assert.equal((await head.get(made.headers.get('Location')!)).status, 200)
  assert.equal((await as(town.neighbour_head).get(made.headers.get('Location')!)).status, 404)
  const begin = '/ton-dong/ban-giao/begin-hand-over'
  assert.equal((await as(town.handler).get(begin)).status, 404)
  const id = uuidv7()
  const begun = await head.post(begin, {
    id,
    from_id: leaver.account_id!,
    to_id: town.other_handler.account_id!,
    note: 'Hồ sơ ở tủ 1',
  })
  assert.equal(begun.status, 303)
  const shown = await (await head.get(begun.headers.get('Location')!)).text()
  assert.match(shown, /Mọi hồ sơ đã có người nhận/)
  assert.equal((await town.row('petition', petition)).handler_id, town.other_handler.account_id)
  assert.equal((await as(town.handler).get(begun.headers.get('Location')!)).status, 404)
  assert.equal((await as(town.handler).post(`${begun.headers.get('Location')}/tiep-tuc`, {})).status, 404)
})

describe('the superior’s demand', () => {
  const asking = { note: 'Có vụ việc quá hạn nhiều tháng.', answer_by: '2026-11-27' }
  const unit = { unit: '' }
  const on = (day: string) => ({ unit: unit.unit, day })

  test('lists what is overdue that day, asks once, and is answered with a day for each record by the head who was asked', async () => {
    unit.unit = town.office.province
    const head = town.province_head
    const { commune, neighbour, province } = town.office
    const late = [await town.recorded('2026-10-01'), await town.recorded('2026-10-05')]
    const overdue = (await overdueBelow(seenOn(head), town.t.db.pool)).find((one) => one.unit_id === commune)
    assert.ok(overdue && overdue.overdue >= 2 && overdue.longest > 30)
    const asked = { ...asking, subordinate_id: commune }
    const id = uuidv7()
    const make = (viewer: Viewer, input: object, more = unit) =>
      [makeDemand, viewer, uuidv7(), today, input, more] as const
    for (const stranger of [town.head, town.handler, town.neighbour_head])
      await town.closed('not-yours', ...make(stranger, asked))
    await town.closed('unit-is-directly-below', ...make(head, { ...asked, subordinate_id: province }))
    await town.closed('unit-is-directly-below', ...make(town.head, asked, { unit: commune }))
    await town.closed('answer-day-is-ahead', ...make(head, { ...asked, answer_by: today }))
    await town.closed('records-are-overdue', ...make(head, { ...asked, subordinate_id: neighbour }))
    await town.take(makeDemand, head, id, today, asked, unit)
    await town.closed('no-demand-on-it-is-open', ...make(head, asked))

    const row = await demandById(seenOn(town.head), town.t.db.pool, province, id)
    assert.ok(row)
    const items = await demandItems(seenOn(town.head), town.t.db.pool, row)
    assert.ok(late.every((one) => items.some((item) => item.id === one)))
    // What becomes overdue later is not on it; a record that is not overdue neither.
    assert.equal(items.length, row.items.length)
    for (const stranger of [town.neighbour_head, town.neighbour_desk])
      assert.equal(await demandById(seenOn(stranger), town.t.db.pool, province, id), null)
    assert.deepEqual(await demandsWaiting(seenOn(town.head), town.t.db.pool), { owed: 1, late: 0 })
    assert.deepEqual(await demandsWaiting(seenOn(head, '2026-11-30'), town.t.db.pool), { owed: 0, late: 1 })

    const days = items.map((item) => ({ id: item.id, new_on: '2026-12-10' }))
    const answer = { answer: 'Thiếu người; chờ bản đồ.', new_days: days }
    const answering = (viewer: Viewer, input: object) => [answerOverdue, viewer, id, '2026-11-25', input, unit] as const
    for (const stranger of [head, town.handler, town.neighbour_head])
      await town.closed('not-yours', ...answering(stranger, answer))
    await town.closed('every-record-has-a-day', ...answering(town.head, { ...answer, new_days: days.slice(1) }))
    const past = [{ ...days[0], new_on: '2026-11-24' }, ...days.slice(1)]
    await town.closed('every-record-has-a-day', ...answering(town.head, { ...answer, new_days: past }))
    await town.closed(
      'answer-day-has-passed',
      escalateDemand,
      head,
      id,
      '2026-11-27',
      { ...asking, answer_by: '2026-12-04' },
      unit,
    )
    await town.closed('not-in-this-state', endDemand, head, id, '2026-11-25', { end_note: 'x' }, unit)
    await town.take(...answering(town.head, answer))
    await town.closed('not-in-this-state', ...answering(town.head, answer))
    await town.closed('not-in-this-state', withdrawDemand, head, id, '2026-11-25', { end_note: 'x' }, unit)
    const mend = (viewer: Viewer, input: object) =>
      [correctDemand, viewer, id, '2026-11-26', { ...input, reason: 'Ghi nhầm.' }, unit] as const
    await town.closed('mended-by-who-wrote-it', ...mend(head, { answer: 'Khác' }))
    await town.closed('mended-by-who-wrote-it', ...mend(town.head, { note: 'Khác' }))
    await town.closed('every-record-has-a-day', ...mend(town.head, { new_days: days.slice(1) }))
    await town.take(...mend(town.head, { answer: 'Thiếu người.', new_days: days }))
    await town.take(...mend(head, { note: 'Có vụ việc quá hạn.' }))
    await town.closed('not-yours', endDemand, town.head, id, '2026-11-26', { end_note: 'x' }, unit)
    await town.take(endDemand, head, id, '2026-11-26', { end_note: 'Ghi nhận.' }, unit)
    // The lawful due day of a record stays where it was.
    const { rows } = await town.t.db.pool.query('select due_on from petition where id = $1', [late[0]])
    assert.equal(rows[0].due_on.toString(), items.find((item) => item.id === late[0])?.due_on)
  })

  test('unanswered past its day it is asked again, once, by a second letter; taken back with a reason', async () => {
    const head = town.province_head
    const id = uuidv7()
    await town.take(makeDemand, head, id, today, { ...asking, subordinate_id: town.office.commune }, unit)
    const again = { note: 'Chưa báo cáo.', answer_by: '2026-12-04' }
    const escalate = (viewer: Viewer) => [escalateDemand, viewer, id, on('2026-11-30').day, again, unit] as const
    await town.closed('not-yours', ...escalate(town.head))
    await town.take(...escalate(head))
    await town.closed('not-in-this-state', ...escalate(head))
    const { rows } = await town.t.db.pool.query(
      `select number, data ->> 'asked_on' as asked_on from document where record_id = $1 order by seq`,
      [id],
    )
    assert.deepEqual(
      rows.map((one) => one.asked_on),
      [null, today],
    )
    assert.equal(rows[1].number, rows[0].number + 1)
    await town.closed('not-yours', withdrawDemand, town.head, id, '2026-12-01', { end_note: 'x' }, unit)
    await town.take(withdrawDemand, head, id, '2026-12-01', { end_note: 'Gửi nhầm đơn vị.' }, unit)
    assert.equal((await demandsOf(seenOn(town.head), town.t.db.pool)).length, 2)
  })

  test('its pages lead both sides from the list to the answer, and show strangers nothing', async () => {
    const as = (viewer: Viewer) => {
      const app = createFrame({ moment, viewerOf: async () => seenOn(viewer), officeOf: () => ({ name: 'Phường' }) })
      pages(app, { db: town.t.db })
      return app
    }
    const { commune, province } = town.office
    const path = `/ton-dong/don-doc/${commune}/make-demand`
    assert.match(await (await as(town.province_head).request('/ton-dong/don-doc')).text(), new RegExp(path))
    assert.equal((await as(town.head).request(path)).status, 404)
    const form = await (await as(town.province_head).request(path)).text()
    const id = /name="id"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? /value="([^"]+)"[^>]*name="id"/.exec(form)?.[1] ?? ''
    assert.match(form, /value="27\/11\/2026"/)
    const post = (viewer: Viewer, to: string, body: Record<string, string>) =>
      as(viewer).request(to, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          Origin: 'http://localhost',
        },
        body: new URLSearchParams(body),
      })
    const made = await post(town.province_head, path, { id, answer_by: '27/11/2026', note: 'Vì sao quá hạn?' })
    assert.equal(made.status, 303)
    const one = `/ton-dong/don-doc/${province}/${id}`
    assert.equal(made.headers.get('Location'), one)
    const page = await (await as(town.head).request(one)).text()
    assert.match(page, /answer-overdue/)
    assert.doesNotMatch(await (await as(town.province_head).request(one)).text(), /answer-overdue/)
    assert.equal((await as(town.neighbour_head).request(one)).status, 404)
    const letter = /van-ban\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
    const docx = await as(town.head).request(`${one}/${letter}`)
    assert.equal(
      Buffer.from(await docx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    assert.equal((await as(town.neighbour_head).request(`${one}/${letter}`)).status, 404)
    const asked = await (await as(town.head).request(`${one}/answer-overdue`)).text()
    const days = [...asked.matchAll(/name="(day_\d+)"/g)].map(([, name]) => name!)
    const revision = /name="revision" value="(\d+)"/.exec(asked)?.[1] ?? '1'
    const body = { answer: 'Chờ giám định', revision, ...Object.fromEntries(days.map((name) => [name, '10/12/2026'])) }
    assert.ok(days.length > 2)
    const wrong = await post(town.head, `${one}/answer-overdue`, { ...body, [days[0]!]: '' })
    assert.equal(wrong.status, 422)
    const all = { ...body, [days[0]!]: '', [days[1]!]: '11/12/2026', day_all: '09/12/2026' }
    assert.equal((await post(town.head, `${one}/answer-overdue`, all)).status, 303)
    const answered = await (await as(town.province_head).request(one)).text()
    assert.match(answered, /09\/12\/2026/)
    assert.match(answered, /11\/12\/2026/)
    assert.match(await (await as(town.province_head).request(one)).text(), /10\/12\/2026/)
  })
})
