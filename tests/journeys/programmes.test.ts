/** From a province's scheme to the communes' plans, tasks and what a head answers for on a day; the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmKept } from '../../src/modules/commitments/confirm-kept.ts'
import { makeCommitments } from '../../src/modules/commitments/make-commitments.ts'
import { reportKept } from '../../src/modules/commitments/report-kept.ts'
import { listOf } from '../../src/modules/narratives/lists.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { askForPlans, remindPlans } from '../../src/modules/programmes/ask-for-plans.ts'
import { award } from '../../src/modules/programmes/award.ts'
import { bindEvent, releaseEvent } from '../../src/modules/programmes/bind-event.ts'
import { correctGoal } from '../../src/modules/programmes/correct-goal.ts'
import { correctProgramme } from '../../src/modules/programmes/correct-programme.ts'
import { correctSession } from '../../src/modules/programmes/correct-session.ts'
import { derive } from '../../src/modules/programmes/derive.ts'
import { draftProgramme } from '../../src/modules/programmes/draft-programme.ts'
import { dutiesOf } from '../../src/modules/programmes/duties.ts'
import { missGoal, reachGoal } from '../../src/modules/programmes/end-goal.ts'
import { endInstrument } from '../../src/modules/programmes/end-instrument.ts'
import { endProgramme } from '../../src/modules/programmes/end-programme.ts'
import { exchangeResults } from '../../src/modules/programmes/exchange-results.ts'
import { sixMonthsOf } from '../../src/modules/programmes/exchanges.ts'
import { instrumentIdOf, issueProgramme } from '../../src/modules/programmes/issue-programme.ts'
import { launchMovement } from '../../src/modules/programmes/launch-movement.ts'
import { nameOrganiser } from '../../src/modules/programmes/name-organiser.ts'
import { noteAttendance } from '../../src/modules/programmes/note-attendance.ts'
import { noteProgress } from '../../src/modules/programmes/note-progress.ts'
import { dropPromise, notePromise } from '../../src/modules/programmes/note-promise.ts'
import { noteQuestion } from '../../src/modules/programmes/note-question.ts'
import { sendPlanMails } from '../../src/modules/programmes/plan-mail.ts'
import {
  askedPlans,
  awaitedPlans,
  goalsOf,
  grewFrom,
  grewInto,
  instrumentById,
  notStudiedBy,
  programmeById,
  sessionById,
} from '../../src/modules/programmes/queries.ts'
import { recordInstrument } from '../../src/modules/programmes/record-instrument.ts'
import { recordSession } from '../../src/modules/programmes/record-session.ts'
import { referenceTo } from '../../src/modules/programmes/references.ts'
import { registerUnit } from '../../src/modules/programmes/register-unit.ts'
import { replaceInstrument } from '../../src/modules/programmes/replace-instrument.ts'
import { reviewFinal } from '../../src/modules/programmes/review-movement.ts'
import { setGoal } from '../../src/modules/programmes/set-goal.ts'
import { voidSession } from '../../src/modules/programmes/void-session.ts'
import { reportOf } from '../../src/modules/reports/queries.ts'
import { readAsk } from '../../src/modules/reports/report.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at } from '../support/office.ts'

const today = '2026-06-22'
let house: House
const who = { province: '', head: '', clerk: '', neighbour: '' }
const scheme = uuidv7()
const programme = uuidv7()
const plan = uuidv7()
const goal = uuidv7()
const task = uuidv7()

before(async () => {
  house = await openHouse(today)
  who.province = house.people['chu.tich.tinh']!
  who.head = house.people['chu.tich']!
  who.clerk = house.people['van.thu']!
  who.neighbour = house.people['chu.tich.ban']!
})
after(() => house.close())

async function as(account: string, on = today): Promise<Viewer> {
  const viewer = await viewerOfAccount(house.db.pool, account, at(on))
  assert.ok(viewer)
  return viewer
}

/** Takes a step as somebody in a unit's register on a day. */
async function take(action: AnyAction, account: string, id: string, input: object, on = today, unit?: string) {
  const viewer = await as(account, on)
  const unit_id = unit ?? viewer.positions[0]!.unit_id
  return perform(house.db, action, { viewer, unit_id, id, input, moment: at(on) })
}

async function no(code: string, ...call: Parameters<typeof take>): Promise<void> {
  await assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof NotOpen, String(fault))
    assert.equal(fault.code, code)
    return true
  })
}

async function faulty(field: string, code: string, ...call: Parameters<typeof take>): Promise<void> {
  await assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof WrongInput, String(fault))
    assert.deepEqual(
      fault.faults.map((one) => [one.field, one.code]),
      [[field, code]],
    )
    return true
  })
}

const directive = { kind: 'directive', title: 'Tăng cường công tác dân vận', issued_on: '2026-01-10' }
const promise = (over: object = {}) => ({
  promise_id: uuidv7(),
  text: 'Lắp biển tên đường ở 12 tổ dân phố',
  owner_unit_id: house.office.commune,
  force: 'ordered',
  due_on: '2026-06-15',
  ...over,
})

test('an instrument has one issuer, a day that has come, a validity, units of its own; it derives from no descendant', async () => {
  const { province, commune, country } = house.office
  const self = {
    ...directive,
    kind: 'scheme',
    title: 'Đề án 17 về dân vận khéo',
    number: '17-ĐA',
    issuer_unit_id: province,
  }
  await no('issuer-is-named-once', recordInstrument, who.province, scheme, { ...self, issuer_text: 'Tỉnh ủy' })
  await no('instrument-day-is-not-ahead', recordInstrument, who.province, scheme, { ...self, issued_on: '2026-07-01' })
  await no('validity-ends-after-it-begins', recordInstrument, who.province, scheme, {
    ...self,
    valid_until: '2026-01-01',
  })
  await no('a-theme-names-its-year', recordInstrument, who.province, scheme, { ...self, kind: 'theme-of-year' })
  await faulty('binds', 'not-own-unit', recordInstrument, who.province, scheme, { ...self, binds: [country] })
  await no('not-yours', recordInstrument, who.head, scheme, self, today, province)
  await take(recordInstrument, who.province, scheme, { ...self, binds: [province, commune] })
  const from = uuidv7()
  await take(recordInstrument, who.province, from, { ...directive, number: '16-CT/TW', issuer_text: 'Ban Bí thư' })
  const source = { source_kind: 'instrument', source: referenceTo({ unit_id: province, id: from }) }
  await take(derive, who.province, scheme, source)
  await faulty('source', 'source-stands-already', derive, who.province, scheme, source)
  const back = { source_kind: 'instrument', source: referenceTo({ unit_id: province, id: scheme }) }
  await no('derivation-is-no-circle', derive, who.province, from, back)
  await no('derivation-is-no-circle', derive, who.province, scheme, back)
  await take(derive, who.province, from, { source_kind: 'paper', source_title: 'Tham luận về dân vận khéo' })
  await faulty('source_title', 'required', derive, who.province, from, { source_kind: 'finding' })
  // A commune reads what binds it, and nothing else of the province's book.
  const head = await as(who.head)
  assert.ok(await instrumentById(head, house.db.pool, province, scheme))
  assert.equal(await instrumentById(head, house.db.pool, province, from), null)
  assert.equal(await instrumentById(await as(who.neighbour), house.db.pool, province, scheme), null)
  // Who administers the unit, or supervises it for the Front, reads no register.
  for (const kind of ['administrator', 'front-supervisor', 'custodian'] as const) {
    const { id } = await createAccount(house.db, {
      name: 'Người khác',
      sign_in_name: `khac.${kind}`,
      password_hash: 'x',
    })
    await givePosition(house.db, { account_id: id, unit_id: commune, kind, title: 'Khác', from_on: '2026-01-01' })
    assert.equal(await instrumentById(await as(id), house.db.pool, province, scheme), null, kind)
  }
})

test('a session needs an instrument one may read and a day that has come; nobody is named; who has not studied it is seen', async () => {
  const { province, commune, neighbour } = house.office
  const of = {
    instrument: referenceTo({ unit_id: province, id: scheme }),
    held_on: '2026-02-03',
    place: 'Hội trường',
    mode: 'both',
    people: 42,
  }
  const id = uuidv7()
  await no('session-day-has-come', recordSession, who.province, id, { ...of, held_on: '2026-06-30' })
  await faulty('held_on', 'day-before-issue', recordSession, who.province, id, { ...of, held_on: '2026-01-02' })
  await faulty('instrument', 'no-such-instrument', recordSession, who.neighbour, id, of)
  await take(recordSession, who.province, id, of)
  const row = await instrumentById(await as(who.province), house.db.pool, province, scheme)
  const missing = async () =>
    (await notStudiedBy(await as(who.province), house.db.pool, row!)).map((one) => one.unit_id)
  assert.deepEqual(await missing(), [commune])
  await take(noteAttendance, who.province, id, { attending_unit_id: commune, people: 9 })
  assert.deepEqual(await missing(), [])
  const pasted = (lines: string) => [noteAttendance, who.province, id, { lines }] as const
  await faulty('lines', 'line-is-not-unit-and-number', ...pasted('Phường Cam Đường 9'))
  await faulty('lines', 'line-names-no-unit', ...pasted('Phường Cam Đường; 9\nXã Không Có; 3'))
  await faulty('attending_unit_id', 'choose-one', noteAttendance, who.province, id, {})
  await take(...pasted('cam duong\t1.009\nXã Bảo Yên; 3\n'))
  assert.deepEqual(
    (await sessionById(await as(who.province), house.db.pool, province, id))?.attendance.map((one) => one.people),
    [42, 1009, 3],
  )
  await take(...pasted('PHƯỜNG CAM ĐƯỜNG | 9'))
  await take(noteAttendance, who.province, id, { attending_unit_id: neighbour, people: 0 })
  await no('question-names-no-person', noteQuestion, who.province, id, { question: 'Ông Nguyễn Văn A hỏi kinh phí' })
  await take(noteQuestion, who.province, id, { question: 'Kinh phí lấy từ nguồn nào?' })
  const { rows } = await house.db.pool.query<{ sessions: number; people: number }>(
    `select sum(sign * quantity)::int as sessions, sum(sign * people)::int as people from posting where fact = 'study-session'`,
  )
  assert.deepEqual(rows, [{ sessions: 1, people: 51 }])
  const mistaken = uuidv7()
  await take(recordSession, who.province, mistaken, of)
  await faulty('held_on', 'day-before-issue', correctSession, who.province, mistaken, {
    reason: 'Ghi nhầm',
    held_on: '2026-01-09',
  })
  await take(voidSession, who.province, mistaken, { reason: 'Ghi hai lần' })
  const left = await house.db.pool.query(
    `select sum(sign * people)::int as people from posting where fact = 'study-session'`,
  )
  assert.equal(left.rows[0].people, 51)
})

test('a programme is issued with goals and tasks by its head; it becomes an instrument, its tasks commitments', async () => {
  const { province, commune } = house.office
  const draft = {
    kind: 'scheme',
    title: 'Thực hiện Đề án 17',
    from_on: '2026-02-01',
    until_on: '2026-12-31',
    basis: referenceTo({ unit_id: province, id: scheme }),
  }
  await no('programme-ends-after-it-begins', draftProgramme, who.province, programme, {
    ...draft,
    until_on: '2026-01-01',
  })
  await faulty('parent', 'did-not-ask-this-unit', draftProgramme, who.head, uuidv7(), {
    ...draft,
    basis: undefined,
    parent: referenceTo({ unit_id: province, id: scheme }),
  })
  await faulty('theme', 'not-a-theme', draftProgramme, who.province, programme, { ...draft, theme: draft.basis })
  await take(draftProgramme, who.province, programme, draft, '2026-02-02')
  const issue = { number: '83/KH-UBND', issued_on: '2026-02-10' }
  await no('programme-has-goals-and-tasks', issueProgramme, who.province, programme, issue, '2026-02-10')
  const target = {
    programme_id: programme,
    text: 'Tiếp công dân của người đứng đầu',
    counted_in: 'kỳ',
    direction: 'at-least',
    target_value: '2',
    by_on: '2026-12-31',
  }
  await faulty('by_on', 'day-outside-the-programme', setGoal, who.province, goal, { ...target, by_on: '2027-01-31' })
  await faulty('source', 'no-such-figure', setGoal, who.province, goal, { ...target, source: 'form:01/XLD:9999' })
  // A column that tells of denunciations is for named positions alone.
  await faulty('source', 'no-such-figure', setGoal, who.province, goal, { ...target, source: 'form:01/DVCQ:7' })
  await take(setGoal, who.province, goal, { ...target, source: 'measure:head_days' }, '2026-02-03')
  const mended = { reason: 'Ghi nhầm' }
  await faulty('by_on', 'day-outside-the-programme', correctGoal, who.province, goal, {
    ...mended,
    by_on: '2027-01-31',
  })
  await faulty('until_on', 'a-goal-lies-outside', correctProgramme, who.province, programme, {
    ...mended,
    until_on: '2026-11-30',
  })
  await faulty(
    'due_on',
    'promise-day-has-passed',
    notePromise,
    who.province,
    programme,
    promise({ due_on: '2026-01-01' }),
  )
  await faulty(
    'owner_unit_id',
    'unit-does-not-stand',
    notePromise,
    who.province,
    programme,
    promise({ owner_unit_id: uuidv7() }),
    '2026-02-03',
  )
  await faulty(
    'goal_id',
    'no-such-goal',
    notePromise,
    who.province,
    programme,
    promise({ goal_id: uuidv7() }),
    '2026-02-03',
  )
  const dropped = uuidv7()
  await take(notePromise, who.province, programme, promise({ promise_id: dropped }), '2026-02-03')
  await take(dropPromise, who.province, programme, { promise_id: dropped }, '2026-02-03')
  await take(notePromise, who.province, programme, promise({ promise_id: task, goal_id: goal }), '2026-02-03')
  await no(
    'issue-day-is-not-ahead',
    issueProgramme,
    who.province,
    programme,
    { ...issue, issued_on: '2026-03-01' },
    '2026-02-10',
  )
  await faulty('issued_on', 'a-task-is-past-its-day', issueProgramme, who.province, programme, issue)
  await take(issueProgramme, who.province, programme, issue, '2026-02-10')
  const origin = { origin_kind: 'programme', unit_id: province, id: programme }
  assert.equal(await makeCommitments(house.db, origin, at('2026-02-10')), 1)
  assert.equal(await makeCommitments(house.db, origin, at('2026-02-10')), 0)
  await faulty(
    'text',
    'promise-stands-already',
    notePromise,
    who.province,
    programme,
    promise({ promise_id: task, due_on: '2026-09-01' }),
  )
  await no('not-in-this-state', dropPromise, who.province, programme, { promise_id: task })
  const issued = await instrumentById(await as(who.province), house.db.pool, province, instrumentIdOf(programme))
  assert.deepEqual([issued?.kind, issued?.number, issued?.binds.includes(commune)], ['scheme', '83/KH-UBND', true])
  assert.equal(issued?.valid_until?.toString(), '2027-01-01', 'in force on the last day of the programme too')
  const up = await grewFrom(await as(who.province), house.db.pool, issued!)
  assert.deepEqual(
    up.map((one) => [one.depth, one.title]),
    [
      [1, 'Đề án 17 về dân vận khéo'],
      [2, 'Tăng cường công tác dân vận'],
      [3, 'Tham luận về dân vận khéo'],
    ],
  )
  const down = await grewInto(await as(who.province), house.db.pool, { unit_id: province, id: scheme })
  assert.deepEqual(
    down.map((one) => one.id),
    [issued!.id],
  )
})

test('communes are asked for plans: what is missing is seen and reminded once a day, an unasked unit has none to make', async () => {
  const { province, commune, neighbour } = house.office
  const ask = { plan_level: 'commune', plans_due_on: '2026-03-20' }
  await no('plans-are-missing', remindPlans, who.province, programme, {}, '2026-03-01')
  await no(
    'plan-day-is-ahead',
    askForPlans,
    who.province,
    programme,
    { ...ask, plans_due_on: '2026-03-01' },
    '2026-03-01',
  )
  await faulty(
    'plan_unit_ids',
    'choose-one',
    askForPlans,
    who.province,
    programme,
    { ...ask, plan_level: 'ministry' },
    '2026-03-01',
  )
  await faulty(
    'plan_unit_ids',
    'not-own-unit',
    askForPlans,
    who.province,
    programme,
    { ...ask, plan_unit_ids: [house.office.country] },
    '2026-03-01',
  )
  await take(askForPlans, who.province, programme, ask, '2026-03-01')
  const parent = referenceTo({ unit_id: province, id: programme })
  const own = { kind: 'plan', title: 'Kế hoạch của phường', from_on: '2026-03-01', until_on: '2026-12-31', parent }
  await take(draftProgramme, who.clerk, plan, own, '2026-03-05')
  await take(
    setGoal,
    who.clerk,
    uuidv7(),
    {
      programme_id: plan,
      text: 'Tổ dân phố có biển tên',
      counted_in: '%',
      direction: 'at-least',
      target_value: '95,5',
      by_on: '2026-10-01',
    },
    '2026-03-05',
  )
  await take(notePromise, who.clerk, plan, promise({ due_on: '2026-09-01' }), '2026-03-05')
  await no('not-yours', issueProgramme, who.clerk, plan, { number: '12/KH', issued_on: '2026-03-10' }, '2026-03-10')
  // A draft is no plan yet.
  const missing = async (on: string) =>
    (
      await askedPlans(
        await as(who.province, on),
        house.db.pool,
        (await programmeById(await as(who.province, on), house.db.pool, province, programme))!,
      )
    )
      .filter((one) => one.plan_id === null)
      .map((one) => one.unit_id)
  assert.equal((await missing('2026-03-09')).length, 2)
  await take(issueProgramme, who.head, plan, { number: '12/KH', issued_on: '2026-03-10' }, '2026-03-10')
  await makeCommitments(house.db, { origin_kind: 'programme', unit_id: commune, id: plan }, at('2026-03-10'))
  assert.deepEqual(await missing('2026-03-10'), [neighbour])
  await take(remindPlans, who.province, programme, {}, '2026-03-21')
  await no('not-reminded-today', remindPlans, who.province, programme, {}, '2026-03-21')
  // One mail a unit: three working days before the day, on it, the working day after it, and after each reminder.
  const config = { smtp_url: null, from: 'a@gandan.invalid', portal: 'http://localhost' }
  const told = (day: string) => sendPlanMails({ app: house.db, worker: house.worker, config, moment: at(day) })
  const one = { sent: 0, failed: 0, no_address: 1 }
  const none = { ...one, no_address: 0 }
  assert.deepEqual(await told('2026-03-16'), none)
  assert.deepEqual(await told('2026-03-17'), one)
  assert.deepEqual(await told('2026-03-17'), none, 'told already')
  assert.deepEqual(await told('2026-03-21'), none, 'a Saturday')
  assert.deepEqual(await told('2026-03-23'), one)
  assert.deepEqual(await told('2026-03-24'), none)
  await take(remindPlans, who.province, programme, {}, '2026-03-24')
  await house.owner.pool.query(
    `insert into report_contact (unit_id, id, state, revision, chain, mail, set_on, created_at)
     values ($1, $2, 'set', 1, '', 'xa@vidu.example', '2026-03-01', now())`,
    [neighbour, uuidv7()],
  )
  await assert.rejects(told('2026-03-25'), /1 reminders/, 'no way to send: tried again')
  assert.deepEqual(await told('2026-03-26'), none)
  await house.owner.pool.query('delete from report_contact where unit_id = $1', [neighbour])
  assert.deepEqual(
    (await awaitedPlans(await as(who.neighbour), house.db.pool)).map((one) => one.title),
    ['Thực hiện Đề án 17'],
  )
  assert.deepEqual(await awaitedPlans(await as(who.head), house.db.pool), [])
  const told_neighbour = await grewInto(await as(who.neighbour), house.db.pool, { unit_id: province, id: scheme })
  assert.deepEqual(told_neighbour, [], 'what grew from it in others’ books is not told')
  const bound = (await instrumentById(await as(who.head), house.db.pool, province, scheme))!
  assert.deepEqual(
    (await grewFrom(await as(who.head), house.db.pool, bound)).map((one) => [one.title, one.opens]),
    [
      ['Tăng cường công tác dân vận', false],
      ['Tham luận về dân vận khéo', true],
    ],
  )
  const chain = await grewInto(await as(who.province), house.db.pool, { unit_id: province, id: scheme })
  assert.deepEqual(
    chain.map((one) => one.title),
    ['Thực hiện Đề án 17', 'Kế hoạch của phường'],
  )
  // After issue only the head adds to it.
  await no('after-issue-the-head-decides', notePromise, who.clerk, plan, promise({ due_on: '2026-09-01' }))
})

test('a unit that is no more is asked through the one that took over its work', async () => {
  const { province, commune, neighbour } = house.office
  const sql = house.owner.pool
  await sql.query(`update unit_period set valid = daterange(lower(valid), '2026-06-25') where unit_id = $1`, [
    neighbour,
  ])
  await sql.query(`update unit_ancestry set valid = daterange(lower(valid), '2026-06-25') where unit_id = $1`, [
    neighbour,
  ])
  await sql.query(`insert into unit_successor (from_id, to_id, succeeded_on, share) values ($1, $2, '2026-06-25', 1)`, [
    neighbour,
    commune,
  ])
  const later = await as(who.head, '2026-06-26')
  const awaited = await awaitedPlans(later, house.db.pool)
  // The commune's own plan answers for both: what came to it needs no second one.
  assert.deepEqual(awaited, [])
  const all = await askedPlans(
    await as(who.province, '2026-06-26'),
    house.db.pool,
    (await programmeById(await as(who.province, '2026-06-26'), house.db.pool, province, programme))!,
  )
  assert.deepEqual(
    all.map((one) => one.plan_unit_id),
    [commune, commune],
  )
  await sql.query('delete from unit_successor where from_id = $1', [neighbour])
  await sql.query(`update unit_period set valid = daterange(lower(valid), null) where unit_id = $1`, [neighbour])
  await sql.query(`update unit_ancestry set valid = daterange(lower(valid), null) where unit_id = $1`, [neighbour])
})

test('what a head answers for is told as of a day, before and after the head was replaced', async () => {
  const { commune } = house.office
  const pool = house.db.pool
  await house.owner.pool.query(`update position set until_on = '2026-06-01' where account_id = $1 and kind = 'head'`, [
    who.head,
  ])
  const { id } = await createAccount(house.db, {
    name: 'Phạm Thị Mới',
    sign_in_name: 'chu.tich.moi',
    password_hash: 'x',
  })
  await givePosition(house.db, {
    account_id: id,
    unit_id: commune,
    kind: 'head',
    title: 'Chủ tịch phường',
    from_on: '2026-06-01',
  })
  const on = (day: string) =>
    as(who.province).then((viewer) => dutiesOf(viewer, pool, commune, Temporal.PlainDate.from(day)))
  const told = (duties: Awaited<ReturnType<typeof on>>) =>
    duties!.owed.map((one) => `${one.kind} ${one.overdue ? 'late' : 'open'}`)
  const march = await on('2026-03-05')
  assert.equal(march?.head?.name, 'Trần Thị Chủ')
  assert.ok(told(march).includes('plan open') && told(march).includes('commitment open'))
  const may = await on('2026-05-31')
  assert.equal(may?.head?.name, 'Trần Thị Chủ')
  assert.ok(!told(may).includes('plan open') && !told(may).includes('commitment late'))
  const june = await on('2026-06-20')
  assert.equal(june?.head?.name, 'Phạm Thị Mới')
  assert.equal(told(june)[0], 'commitment late')
  assert.equal(
    june?.owed[0]?.head_then,
    'Trần Thị Chủ',
    'the promise stays with the unit, the head of the day it was said beside it',
  )
  // Kept on the 21st: on the 20th it is owed still, on the 22nd no longer.
  const kept = { evidence: 'Đã lắp 12 biển, có ảnh và biên bản nghiệm thu' }
  await take(reportKept, id, task, kept, '2026-06-21', commune)
  assert.ok(!told(await on('2026-06-21')).includes('commitment late'), 'waiting for a word makes nobody late')
  assert.ok(told(await on('2026-06-21')).includes('commitment open'))
  await take(confirmKept, who.province, task, {}, '2026-06-22', commune)
  assert.equal(told(await on('2026-06-20'))[0], 'commitment late')
  assert.ok(!told(await on('2026-06-22')).includes('commitment late'))
  assert.deepEqual((await on('2026-06-22'))?.ended, { kept: 0, late: 1, otherwise: 0 })
  assert.equal(await dutiesOf(await as(who.neighbour), pool, commune, Temporal.PlainDate.from(today)), null)
  who.head = id
})

test('no goal ends without a final value and evidence, none is reached that is not; no programme ends before them', async () => {
  const { province } = house.office
  const [own] = await goalsOf(await as(who.head), house.db.pool, { unit_id: house.office.commune, id: plan })
  const evidence = 'Biên bản nghiệm thu ngày 20/6'
  await assert.rejects(take(noteProgress, who.clerk, own!.id, { value: '40' }), WrongInput, 'no value without evidence')
  await take(noteProgress, who.clerk, own!.id, { value: '40,5', evidence })
  await no('not-yours', reachGoal, who.clerk, own!.id, { final_value: '100', evidence })
  await assert.rejects(
    take(reachGoal, who.head, own!.id, { final_value: '100' }),
    WrongInput,
    'no end without evidence',
  )
  await no('final-value-is-known', reachGoal, who.head, own!.id, { evidence })
  await no('final-value-reaches-the-target', reachGoal, who.head, own!.id, { final_value: '95', evidence })
  await no('every-goal-has-ended', endProgramme, who.head, plan, { result: 'Xong' })
  await take(missGoal, who.head, own!.id, { final_value: '95', evidence: 'Còn một tổ chưa có biển' })
  const wording = { reason: 'Lỗi chính tả', evidence: 'Còn một tổ chưa có biển tên' }
  await no('after-issue-the-head-decides', correctGoal, who.clerk, own!.id, wording)
  await no('every-task-has-ended', endProgramme, who.head, plan, { result: 'Xong' })
  // A goal that a register counts takes no typed value: its figure of the day decides.
  await no('progress-is-typed', noteProgress, who.province, goal, { value: '5', evidence })
  await faulty('final_value', 'the-register-counts-it', reachGoal, who.province, goal, { final_value: '5', evidence })
  await no('final-value-reaches-the-target', reachGoal, who.province, goal, { evidence })
  const { unit_id, record_id } = { unit_id: house.office.commune, record_id: uuidv7() }
  await house.db.pool.query(
    `insert into posting (unit_id, record_id, seq, ord, record_kind, fact, on_day, known_on, sign, stage, quantity, people, cases)
     select $1, $2, 1, n, 'reception-day', 'reception-day', date '2026-04-01' + n, date '2026-04-01' + n, 1, 'head', 1, 0, 0 from generate_series(0, 2) n`,
    [unit_id, record_id],
  )
  await take(reachGoal, who.province, goal, { evidence })
  const [ended] = await goalsOf(await as(who.province), house.db.pool, { unit_id: province, id: programme })
  assert.deepEqual([ended?.state, ended?.final_value], ['reached', 3])
  await take(endProgramme, who.province, programme, { result: 'Đã hoàn thành' })
  await no('programme-is-open', setGoal, who.province, uuidv7(), {
    programme_id: programme,
    text: 'Thêm',
    counted_in: 'kỳ',
    direction: 'at-least',
    target_value: '1',
    by_on: '2026-12-01',
  })
})

test('a joint programme names its organisers, who tell each other results; the others are strangers', async () => {
  const { neighbour, commune } = house.office
  const id = uuidv7()
  await take(draftProgramme, who.head, id, {
    kind: 'joint-programme',
    title: 'Phối hợp hai xã',
    from_on: '2026-06-01',
    until_on: '2026-12-31',
  })
  await faulty('organiser_unit_id', 'leads-already', nameOrganiser, who.head, id, {
    organiser_unit_id: commune,
    part: 'Chủ trì',
  })
  await no('not-yours', exchangeResults, who.neighbour, id, { text: 'Đã làm' }, today, commune)
  await take(nameOrganiser, who.head, id, { organiser_unit_id: neighbour, part: 'Vận động dân vùng giáp ranh' })
  await take(setGoal, who.head, uuidv7(), {
    programme_id: id,
    text: 'Họp dân',
    counted_in: 'cuộc',
    direction: 'at-least',
    target_value: '4',
    by_on: '2026-12-01',
  })
  await take(notePromise, who.head, id, promise({ due_on: '2026-11-01', owner_unit_id: neighbour }))
  await take(issueProgramme, who.head, id, { number: '03-CTr', issued_on: today })
  await take(exchangeResults, who.neighbour, id, { text: 'Đã họp dân hai cuộc' }, today, commune)
  await no(
    'result-names-no-person',
    exchangeResults,
    who.neighbour,
    id,
    { text: 'Bà Lý Thị Mây đồng tình' },
    today,
    commune,
  )
  const seen = await programmeById(await as(who.neighbour), house.db.pool, commune, id)
  assert.deepEqual(
    seen?.exchanges.map((one) => one.unit_id),
    [neighbour],
  )
  // Every six months from the day of issue: who told the others, and who did not.
  const told = (on: string) =>
    sixMonthsOf({ ...seen!, until_on: Temporal.PlainDate.from('2027-12-31') }, Temporal.PlainDate.from(on)).map(
      (half) => [half.from_on.toString(), half.until_on.toString(), half.over, [...half.told.keys()]],
    )
  assert.deepEqual(told('2026-06-21'), [])
  assert.deepEqual(told('2027-01-10'), [
    ['2026-12-22', '2027-06-21', false, []],
    ['2026-06-22', '2026-12-21', true, [neighbour]],
  ])
})

test('units register for a movement themselves and once; a person is named by consent only', async () => {
  const { province, commune, neighbour } = house.office
  const id = uuidv7()
  const launched = {
    kind: 'movement',
    title: 'Dân vận khéo',
    content: 'Mỗi xã một mô hình',
    launched_on: '2026-01-05',
    until_on: '2026-12-20',
  }
  await no('movement-ends-after-it-begins', launchMovement, who.province, id, { ...launched, until_on: '2026-01-01' })
  await no('not-yours', launchMovement, who.clerk, id, launched)
  await take(launchMovement, who.province, id, launched)
  const joins = { registering_unit_id: commune, what: 'Camera an ninh do dân góp' }
  await no('registers-own-unit', registerUnit, who.neighbour, id, joins, today, province)
  await take(registerUnit, who.clerk, id, joins, today, province)
  await no('unit-is-not-registered', registerUnit, who.clerk, id, joins, today, province)
  await no('not-in-this-state', award, who.province, id, { kind: 'commendation', awardee: 'person', count: 3 })
  await no('review-names-no-person', reviewFinal, who.province, id, { text: 'Ông Giàng A Sử làm tốt' })
  await take(reviewFinal, who.province, id, { text: 'Đã có một mô hình' })
  await no('a-person-has-consented', award, who.province, id, {
    kind: 'commendation',
    awardee: 'person',
    name: 'Lý Thị Mây',
  })
  await faulty('count', 'name-or-number', award, who.province, id, { kind: 'commendation', awardee: 'person' })
  await no('collective-took-part', award, who.province, id, {
    kind: 'commendation',
    awardee: 'collective',
    awarded_unit_id: neighbour,
  })
  await take(award, who.province, id, { kind: 'commendation', awardee: 'collective', awarded_unit_id: commune })
  await take(award, who.province, id, { kind: 'commendation', awardee: 'person', name: 'Lý Thị Mây', consented: true })
  await take(award, who.province, id, { kind: 'commemorative-medal', awardee: 'person', count: 3 })
})

test('dialogues and meetings of a unit stand under the theme that binds it; no other unit puts them there', async () => {
  const { province, commune } = house.office
  const [theme, meeting] = [uuidv7(), uuidv7()]
  const year = { kind: 'theme-of-year', title: 'Năm dân vận khéo', issued_on: '2026-01-05', theme_year: '2026' }
  await take(recordInstrument, who.province, theme, { ...year, issuer_text: 'Tỉnh ủy', binds: [province, commune] })
  await house.owner.pool.query(
    `insert into meeting (unit_id, id, state, revision, chain, kind, title, mode, place, held_on, until_on, starts, ends, created_at)
     values ($1, $2, 'held', 1, '', 'conference', 'Sơ kết dân vận khéo', 'in-person', 'Hội trường', '2026-03-02', '2026-03-02', '08:00', '11:00', now())`,
    [commune, meeting],
  )
  const event = { event: referenceTo({ unit_id: commune, id: meeting }) }
  await no('it-is-the-theme-of-a-year', bindEvent, who.province, scheme, event)
  await no('not-yours', bindEvent, who.neighbour, theme, event, today, province)
  await faulty('event', 'not-own-event', bindEvent, who.province, theme, event)
  await take(bindEvent, who.clerk, theme, event, today, province)
  await faulty('event', 'event-is-bound-already', bindEvent, who.clerk, theme, event, today, province)
  const page = await (await Browser.signedIn(house, 'van.thu')).get(`/van-ban-chi-dao/${province}/${theme}`)
  assert.match(page.text, /Sơ kết dân vận khéo · Phường Cam Đường/)
  const period = { first_on: Temporal.PlainDate.from('2026-01-01'), last_on: Temporal.PlainDate.from('2026-06-30') }
  const ask = { unit_id: province, period, on: Temporal.PlainDate.from(today) }
  const counted = async () =>
    (await listOf(await as(who.province), house.db.pool, ask, 'theme-programmes', null)).rows.map((one) => one.id)
  assert.deepEqual(await counted(), [meeting])
  await faulty('event', 'not-own-event', releaseEvent, who.province, theme, event)
  await take(releaseEvent, who.clerk, theme, event, today, province)
  assert.deepEqual(await counted(), [])
  await house.owner.pool.query('delete from meeting where id = $1', [meeting])
})

test('an instrument is replaced by another in force; one that is over grounds no new programme', async () => {
  const { province } = house.office
  const successor = uuidv7()
  await take(recordInstrument, who.province, successor, {
    ...directive,
    title: 'Đề án mới',
    issuer_unit_id: province,
    issued_on: '2026-06-01',
  })
  const by = (id: string) => ({ replaced_by: referenceTo({ unit_id: province, id }), on: '2026-06-22' })
  await faulty('replaced_by', 'not-another-in-force', replaceInstrument, who.province, scheme, by(scheme))
  await faulty('on', 'day-before-validity', endInstrument, who.province, scheme, { on: '2025-01-01', end_note: 'Hết' })
  await take(replaceInstrument, who.province, scheme, by(successor))
  await faulty('basis', 'no-such-instrument', draftProgramme, who.province, uuidv7(), {
    kind: 'plan',
    title: 'Muộn',
    from_on: '2026-07-01',
    until_on: '2026-12-31',
    basis: referenceTo({ unit_id: province, id: scheme }),
  })
  const movement = {
    kind: 'movement',
    title: 'Muộn',
    content: 'Muộn',
    launched_on: '2026-07-01',
    until_on: '2026-12-31',
  }
  await faulty('basis', 'no-such-instrument', launchMovement, who.province, uuidv7(), {
    ...movement,
    basis: referenceTo({ unit_id: province, id: scheme }),
  })
  const theme = uuidv7()
  const year = { kind: 'theme-of-year', title: 'Năm dân vận khéo', issued_on: '2026-01-05', theme_year: '2026' }
  await take(recordInstrument, who.province, theme, { ...year, issuer_text: 'Tỉnh ủy' })
  await take(endInstrument, who.province, theme, { on: '2026-06-01', end_note: 'Thay chủ đề' })
  await faulty('theme', 'not-a-theme', launchMovement, who.province, uuidv7(), {
    ...movement,
    theme: referenceTo({ unit_id: province, id: theme }),
  })
})

test('through the pages: from drafting to issue, each list opens its records, a wrong day is said, a stranger sees nothing', async () => {
  const browser = await Browser.signedIn(house, 'van.thu')
  const draft = await browser.get('/chuong-trinh/draft-programme')
  const refused = await draft.submit({
    kind: 'plan',
    title: 'Kế hoạch qua trang',
    from_on: '01/07/2026',
    until_on: '01/06/2026',
  })
  assert.equal(refused.status, 409)
  assert.match(refused.summary, /Ngày kết thúc phải sau ngày bắt đầu/)
  const made = await refused.submit({ until_on: '31/12/2026' })
  assert.equal(made.status, 303)
  const path = made.location!
  const goals = await browser.get(`${path}/chi-tieu/set-goal`)
  assert.equal(
    (
      await goals.submit({
        text: 'Hộ có nhà tiêu hợp vệ sinh',
        counted_in: '%',
        target_value: '95,5',
        by_on: '01/12/2026',
      })
    ).status,
    303,
  )
  const task_form = await browser.get(`${path}/note-promise`)
  const tasked = await task_form.submit({
    text: 'Rà soát hộ khó khăn',
    owner_unit_id: house.office.commune,
    due_on: '01/09/2026',
  })
  assert.equal(tasked.status, 303, tasked.summary)
  const page = await browser.get(path)
  assert.match(page.text, /Hộ có nhà tiêu hợp vệ sinh .* Ít nhất 95,5 %/)
  assert.match(page.text, /Rà soát hộ khó khăn .*Phường Cam Đường \(Phạm Thị Mới\)/)
  const book = await browser.get('/van-ban-chi-dao/record-instrument')
  const recorded = await book.submit({
    kind: 'theme-of-year',
    title: 'Năm dân vận khéo',
    issued_on: '05/01/2026',
    issuer_text: 'Tỉnh ủy',
    theme_year: '2026',
  })
  assert.equal(recorded.status, 303, recorded.summary)
  const instrument = await browser.get(recorded.location!)
  assert.match(instrument.text, /Chủ đề năm 2026/)
  const studied = await browser.get('/quan-triet/record-session')
  const held = await studied.submit({
    instrument: recorded.location!.replace('/van-ban-chi-dao/', ''),
    held_on: '06/01/2026',
    place: 'Hội trường',
    mode: 'online',
    people: '1.234',
  })
  assert.equal(held.status, 303, held.summary)
  assert.match((await browser.get(held.location!)).text, /1\.234/)
  for (const address of ['/chuong-trinh', '/van-ban-chi-dao', '/quan-triet', '/phong-trao', '/trach-nhiem'])
    assert.equal((await browser.get(address)).status, 200, address)
  assert.match((await browser.get('/chuong-trinh?tim=qua trang')).text, /Kế hoạch qua trang/)
  assert.doesNotMatch((await browser.get('/chuong-trinh?tim=100%25')).text, /Kế hoạch qua trang/)
  assert.match((await browser.get('/van-ban-chi-dao?tim=dân vận khéo')).text, /Năm dân vận khéo/)
  const past = await browser.get(`/trach-nhiem?ngay=05/03/2026`)
  assert.match(past.text, /Trần Thị Chủ/)
  assert.match((await browser.get('/trach-nhiem?ngay=31/02/2026')).text, /Ngày chưa đúng/)
  const stranger = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await stranger.get(path)).status, 404)
  assert.equal((await stranger.get(`${path}/note-promise`)).status, 404)
  assert.equal((await stranger.get(`/trach-nhiem?don-vi=${house.office.commune}`)).status, 404)
})

test('what was issued and studied reaches the review report and the draft of its section', async () => {
  const { province } = house.office
  const viewer = await as(who.province)
  const read = readAsk('01/DVCQ', '2026-6m')
  assert.ok('form' in read)
  const report = await reportOf(viewer, house.db.pool, { ...read, unit: province, tree_on: null, as_of: null })
  // The province's scheme, its plan and the later scheme, the commune's two: not the directive from above.
  assert.deepEqual([report?.total[19], report?.total[20], report?.total[21]], [5, 2, 1285])
  const ask = { unit_id: province, period: read.period, on: Temporal.PlainDate.from(today) }
  for (const [list, count] of [
    ['instruments-issued', 5],
    ['study-people', 1285],
    ['plans-not-made', 0],
  ] as const)
    assert.equal((await listOf(viewer, house.db.pool, ask, list, null)).count, count, list)
})

test('every record is its first form and its changes', async () => {
  const found = await check(house.db.pool, house.data)
  // The test itself moved a head's last day and wrote three postings.
  const ours = found.faults.filter((one) => !['position', 'posting'].includes(one.kind))
  assert.deepEqual(ours, [])
})
