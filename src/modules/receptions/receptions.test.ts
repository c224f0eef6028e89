/** Journeys of a reception on a real database: the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { isLetterKind, writeLetter } from '../notices/letters.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import { citizen, viewerOfAccount } from '../people/viewer-of.ts'
import { book } from './book.ts'
import { call } from './call.ts'
import { cancel } from './cancel.ts'
import { checkIn } from './check-in.ts'
import { close } from './close.ts'
import { conclude } from './conclude.ts'
import { correctDay } from './correct-day.ts'
import { correctVisit } from './correct-visit.ts'
import { end } from './end.ts'
import { giveOutcome } from './give-outcome.ts'
import { miss } from './miss.ts'
import { nameRepresentatives } from './name-representatives.ts'
import { open } from './open.ts'
import { postpone } from './postpone.ts'
import { publish } from './publish.ts'
import { receivePetition } from './receive-petition.ts'
import { recordFieldVisit } from './record-field-visit.ts'
import { refuse } from './refuse.ts'
import { register } from './register.ts'
import { sendRefusal } from './send-refusal.ts'
import { takeStatement } from './take-statement.ts'

let base: TestDatabase
const commune = uuidv7()
const elsewhere = uuidv7()
const people = { head: '', deputy: '', officer: '', stranger: '' }
const hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
const on = (day: string): Moment => ({ at: Temporal.Now.instant(), on: Temporal.PlainDate.from(day) })

async function account(name: string): Promise<string> {
  return (await createAccount(base.db, { name, sign_in_name: `t${uuidv7().slice(-12)}`, password_hash: hash })).id
}

before(async () => {
  base = await testDatabase()
  await base.owner.pool.query(`insert into unit (id, kind) select unnest($1::uuid[]), 'territory'`, [
    [commune, elsewhere],
  ])
  for (const [id, name] of [
    [commune, 'Phường Thử Nghiệm'],
    [elsewhere, 'Xã Bên Cạnh'],
  ])
    await base.owner.pool.query(
      `insert into unit_period (unit_id, parent_id, level, valid, name, name_folded) values ($1, null, 'commune', '[2025-07-01,)', $2, lower($2))`,
      [id, name],
    )
  people.head = await account('Lò Văn Chủ')
  people.deputy = await account('Hoàng Thị Phó')
  people.officer = await account('Vàng A Tiếp')
  people.stranger = await account('Trần Văn Khác')
  const posts = [
    [people.head, commune, 'head'],
    [people.deputy, commune, 'deputy-head'],
    [people.officer, commune, 'reception-officer'],
    [people.stranger, elsewhere, 'reception-officer'],
  ] as const
  for (const [account_id, unit_id, kind] of posts)
    await givePosition(base.db, { account_id, unit_id, kind, from_on: '2025-07-01' }, on('2026-11-20'))
})
after(() => base.close())

const asOfficer = async (day: string) => (await viewerOfAccount(base.db.pool, people.officer, on(day)))!
const asHead = async (day: string) => (await viewerOfAccount(base.db.pool, people.head, on(day)))!
const asCitizen = (day: string, opened: Viewer['opened'] = []) => citizen(on(day), { opened })

/** Takes a step; a record's current revision is read first, as a page would. */
async function step(
  action: AnyAction,
  day: string,
  input: object,
  about: { id?: string; viewer?: Viewer; revision?: number } = {},
) {
  const id = about.id ?? uuidv7()
  const creates = action.noun.workflow[action.step]?.from.length === 0
  const revision = creates ? undefined : (about.revision ?? (await row(action.noun.table, id))['revision'])
  return perform(base.db, action, {
    viewer: about.viewer ?? (await asOfficer(day)),
    unit_id: commune,
    id,
    revision: revision === undefined ? undefined : Number(revision),
    input,
    moment: on(day),
  })
}

async function row(table: string, id: string): Promise<Record<string, unknown>> {
  const { rows } = await base.db.pool.query(`select * from ${table} where unit_id = $1 and id = $2`, [commune, id])
  return rows[0]
}

const no = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
const wrong = (field: string, code: string) => (fault: unknown) =>
  fault instanceof WrongInput && fault.faults.some((one) => one.field === field && one.code === code)

const periodic = {
  kind: 'periodic',
  starts: '8:00',
  ends: '11h30',
  place: 'Trụ sở phường',
  room: '1',
  mode: 'in-person',
  capacity: '2',
}
const published = async (held_on: string, today: string, more: object = {}) =>
  (await step(publish, today, { ...periodic, held_on, ...more })).id

/** A day of the head that is open now. */
async function openDay(day: string, receiver: object = { receiver: 'head' }): Promise<string> {
  const id = await published(day, day)
  await step(open, day, receiver, { id })
  return id
}

const person = {
  visitor_name: 'Giàng Thị Mỷ',
  visitor_address: 'Tổ 3, phường Thử Nghiệm',
  identity_kind: 'identity-card',
  people: '1',
  first_time: 'yes',
  asked_kind: 'recommendation',
  subject: 'Đường vào tổ 3 ngập',
}

const walkedIn = async (day: string, reception_day_id: string | undefined, more: object = {}) =>
  (await step(register, day, { ...person, reception_day_id, ...more })).id

/** 01/TCD of these days as the postings tell it. */
async function figures(from: string, until: string) {
  const { rows } = await base.db.pool.query(
    `select coalesce(stage, '-') as stage, sum(sign * quantity) filter (where fact = 'visit') as visits,
       sum(sign * people) filter (where fact = 'visit') as people,
       sum(sign * cases) filter (where fact = 'visit' and first_time) as first_time,
       sum(sign * cases) filter (where fact = 'visit' and not first_time) as many_times,
       sum(sign * quantity) filter (where fact = 'visit' and large_group) as groups,
       sum(sign * people) filter (where fact = 'visit' and large_group) as group_people,
       sum(sign * cases) filter (where fact = 'visit' and large_group and not first_time) as group_many,
       sum(sign * quantity) filter (where fact = 'reception-day') as days
     from posting where unit_id = $1 and on_day between $2 and $3 group by 1 order by 1`,
    [commune, from, until],
  )
  const counted = (value: unknown) => Number(value ?? 0)
  return Object.fromEntries(rows.map(({ stage, ...cells }) => [stage, Object.values(cells).map(counted)]))
}

describe('a reception day', () => {
  test('is in time five working days before and late a day after that; late is recorded, not refused', async () => {
    // Thursday 24/09/2026: the latest day is Thursday 17/09.
    const inTime = await row('reception_day', await published('2026-09-24', '2026-09-17'))
    assert.equal(String(inTime['publish_by_on']), '2026-09-17')
    assert.equal(inTime['published_late'], false)
    const late = await row('reception_day', await published('2026-09-24', '2026-09-18'))
    assert.equal(late['published_late'], true)
    assert.equal(inTime['head_name'], 'Lò Văn Chủ')
  })

  test('is refused in the past, ending before it starts, unscheduled without reason, or by a stranger', async () => {
    await assert.rejects(published('2026-09-01', '2026-09-02'), wrong('held_on', 'day-has-passed'))
    await assert.rejects(
      published('2026-09-24', '2026-09-02', { ends: '7:00' }),
      wrong('ends', 'ends-before-it-starts'),
    )
    await assert.rejects(
      published('2026-09-24', '2026-09-02', { kind: 'unscheduled' }),
      wrong('unscheduled_reason', 'required'),
    )
    await assert.rejects(published('2026-09-24', '2026-09-02', { starts: '25:00' }), wrong('starts', 'not-a-time'))
    const viewer = (await viewerOfAccount(base.db.pool, people.stranger, on('2026-09-02')))!
    await assert.rejects(
      step(publish, '2026-09-02', { ...periodic, held_on: '2026-09-24' }, { viewer }),
      no('not-yours'),
    )
    assert.equal(
      (
        await row(
          'reception_day',
          await published('2026-09-03', '2026-09-02', {
            kind: 'unscheduled',
            unscheduled_ground: 'heated-or-complex',
            unscheduled_reason: 'Dân chặn đường',
          }),
        )
      )['published_late'],
      false,
    )
  })

  test('moves with its reason and its bookings, and cannot move once it has passed', async () => {
    const id = await published('2026-10-08', '2026-10-01')
    const booked = await booking(id, '2026-10-02')
    await step(
      postpone,
      '2026-10-05',
      { held_on: '2026-10-15', starts: '8:00', ends: '11:00', reason: 'Họp Hội đồng', notice: 'Niêm yết, gọi điện' },
      { id },
    )
    const moved = await row('reception_day', id)
    assert.equal(String(moved['held_on']), '2026-10-15')
    assert.deepEqual((moved['postponed'] as { from_on: string }[])[0]?.from_on, '2026-10-08')
    await assert.rejects(step(open, '2026-10-08', { receiver: 'head' }, { id }), no('its-day-has-come'))
    await step(open, '2026-10-15', { receiver: 'head' }, { id })
    await step(checkIn, '2026-10-15', { ...person, people: '1' }, { id: booked.id })
    assert.equal(String((await row('visit', booked.id))['received_on']), '2026-10-15')
    const passed = await published('2026-10-20', '2026-10-01')
    await assert.rejects(
      step(
        postpone,
        '2026-10-21',
        { held_on: '2026-10-30', starts: '8', ends: '9', reason: 'x', notice: 'y' },
        { id: passed },
      ),
      no('its-day-has-not-passed'),
    )
  })

  test('on which nobody came is held all the same', async () => {
    const id = await openDay('2026-08-06')
    await step(close, '2026-08-06', {}, { id })
    assert.equal((await row('reception_day', id))['nobody_came'], true)
    assert.deepEqual(await figures('2026-08-06', '2026-08-06'), { head: [0, 0, 0, 0, 0, 0, 0, 1] })
    await step(conclude, '2026-08-07', { conclusion: 'Không có công dân đến.' }, { id })
    const [letter] = await letters(id)
    assert.match(JSON.stringify(letter?.text), /không có công dân đến/)
  })

  test('that a deputy held after 01/07/2026 is recorded as it was and counted as delegated', async () => {
    const id = await published('2026-09-10', '2026-09-01')
    await assert.rejects(step(open, '2026-09-10', { receiver: 'deputy' }, { id }), wrong('deputy_id', 'choose-one'))
    await assert.rejects(
      step(open, '2026-09-10', { receiver: 'deputy', deputy_id: people.deputy }, { id }),
      wrong('receiver_reason', 'required'),
    )
    await assert.rejects(
      step(open, '2026-09-10', { receiver: 'officer' }, { id }),
      wrong('receiver', 'head-or-deputy-receives'),
    )
    await step(
      open,
      '2026-09-10',
      { receiver: 'deputy', deputy_id: people.deputy, receiver_reason: 'Chủ tịch đi họp tỉnh' },
      { id },
    )
    const visit = await walkedIn('2026-09-10', id)
    // The deputy who receives may take the statement; a deputy otherwise has no part in it.
    const deputy = (await viewerOfAccount(base.db.pool, people.deputy, on('2026-09-10')))!
    await step(
      takeStatement,
      '2026-09-10',
      { statement: 'Xin sửa đường', read_back: 'yes', confirmed: 'signed' },
      { id: visit, viewer: deputy },
    )
    await step(end, '2026-09-10', { conclusion: 'Giao phòng kinh tế' }, { id: visit, viewer: deputy })
    await step(close, '2026-09-10', {}, { id })
    assert.deepEqual(await figures('2026-09-10', '2026-09-10'), { delegated: [1, 1, 1, 0, 0, 0, 0, 1] })
    // It was the head after all: day and visit move over, on the day they were.
    await step(correctDay, '2026-09-20', { receiver: 'head', reason: 'Ghi nhầm' }, { id })
    assert.deepEqual(await figures('2026-09-10', '2026-09-10'), {
      delegated: [0, 0, 0, 0, 0, 0, 0, 0],
      head: [1, 1, 1, 0, 0, 0, 0, 1],
    })
    const { rows } = await base.db.pool.query(
      'select distinct known_on from posting where unit_id = $1 and record_id = $2 and sign = -1',
      [commune, id],
    )
    assert.equal(String(rows[0].known_on), '2026-09-20')
  })

  test('does not close while somebody waits, nor for an old revision', async () => {
    const id = await openDay('2026-08-13')
    const visit = await walkedIn('2026-08-13', id)
    await assert.rejects(step(close, '2026-08-13', {}, { id }), no('no-visit-is-waiting'))
    await step(takeStatement, '2026-08-13', { statement: 'a', read_back: 'yes', confirmed: 'spoken' }, { id: visit })
    await step(end, '2026-08-13', { conclusion: 'b' }, { id: visit })
    await assert.rejects(
      step(correctDay, '2026-08-13', { reason: 'x', place: 'Nhà văn hóa' }, { id, revision: 1 }),
      Stale,
    )
    await step(close, '2026-08-13', {}, { id })
    assert.equal((await row('reception_day', id))['nobody_came'], false)
  })
})

async function booking(day_id: string, today: string, more: object = {}, id = uuidv7(), code?: string) {
  const given = code ?? newTrackingCode(await prefixOfUnit(base.db.pool, commune))
  const input = {
    reception_day_id: day_id,
    visitor_name: 'Mùa A Sính',
    people: '1',
    asked_kind: 'complaint',
    subject: 'Bồi thường đất',
    code: given,
    ...more,
  }
  return { ...(await step(book, today, input, { id, viewer: asCitizen(today) })), code: given }
}

describe('a booking', () => {
  test('takes the next number until the day is full, one place being for one', async () => {
    const day = await published('2026-10-22', '2026-10-01')
    const [one, two, three] = await Promise.allSettled([
      booking(day, '2026-10-02'),
      booking(day, '2026-10-02'),
      booking(day, '2026-10-02'),
    ])
    const taken = [one, two, three].filter((result) => result.status === 'fulfilled')
    assert.deepEqual(taken.map((result) => result.value.numbers['queue_number']).sort(), [1, 2])
    const refused = [one, two, three].find((result) => result.status === 'rejected')
    assert.ok(no('reception-day-takes-bookings')(refused?.reason))
    // A place given back is free again; the number is not used twice.
    const id = taken[0]!.value.id
    await step(cancel, '2026-10-03', {}, { id, viewer: asCitizen('2026-10-03', [{ unit_id: commune, record_id: id }]) })
    assert.equal((await booking(day, '2026-10-03')).numbers['queue_number'], 3)
    await assert.rejects(booking(day, '2026-10-22'), no('reception-day-takes-bookings'))
  })

  test('sent twice is one booking; another person cannot see or cancel it', async () => {
    const day = await published('2026-10-29', '2026-10-01')
    const id = uuidv7()
    const first = await booking(day, '2026-10-02', {}, id)
    const again = await booking(day, '2026-10-02', {}, id, first.code)
    assert.equal(again.repeated, true)
    assert.equal(again.numbers['queue_number'], first.numbers['queue_number'])
    await assert.rejects(booking(day, '2026-10-02', { subject: 'khác' }, id, first.code), no('not-yours'))
    await assert.rejects(step(cancel, '2026-10-03', {}, { id, viewer: asCitizen('2026-10-03') }), no('not-yours'))
    const { rows } = await base.db.pool.query(
      'select input::text as input from payload where unit_id = $1 and record_id = $2',
      [commune, id],
    )
    assert.ok(!rows[0].input.includes(first.code), 'the code is kept nowhere')
  })

  test('of somebody who comes to denounce keeps neither name nor subject, anywhere', async () => {
    const day = await published('2026-10-30', '2026-10-01')
    const canary = 'Chim Yến Canary'
    const { id } = await booking(day, '2026-10-02', {
      asked_kind: 'denunciation',
      visitor_name: canary,
      subject: `${canary} tố cáo`,
      visitor_phone: '0912345678',
    })
    await step(open, '2026-10-30', { receiver: 'head' }, { id: day })
    await step(
      checkIn,
      '2026-10-30',
      { ...person, asked_kind: 'denunciation', visitor_name: canary, subject: canary, visitor_address: canary },
      { id },
    )
    await step(correctVisit, '2026-10-30', { visitor_name: canary, subject: canary, reason: 'thử' }, { id })
    await assert.rejects(
      step(takeStatement, '2026-10-30', { statement: canary, read_back: 'yes', confirmed: 'signed' }, { id }),
      no('words-may-be-kept-here'),
    )
    await step(end, '2026-10-30', { conclusion: canary }, { id })
    const { rows } = await base.owner.pool.query(
      `select (select count(*) from visit where visit::text like $1) + (select count(*) from payload where payload::text like $1)
         + (select count(*) from document where document::text like $1) as n`,
      [`%${canary}%`],
    )
    assert.equal(rows[0].n, 0)
  })

  test('nobody came for is marked missed once the day is over, by the clock too', async () => {
    const day = await published('2026-11-05', '2026-10-01')
    const { id } = await booking(day, '2026-10-02')
    await assert.rejects(step(miss, '2026-11-05', {}, { id }), no('reception-day-is-over'))
    await step(open, '2026-11-05', { receiver: 'head' }, { id: day })
    await step(close, '2026-11-05', {}, { id: day })
    const { rows } = await base.db.pool.query(
      `select payload from outbox where task = 'miss-bookings' and unit_id = $1 and payload->>'reception_day_id' = $2`,
      [commune, day],
    )
    assert.equal(rows.length, 1)
    await step(miss, '2026-11-05', {}, { id })
    assert.equal((await row('visit', id))['state'], 'missed')
  })
})

async function letters(record_id: string) {
  const { rows } = await base.db.pool.query(
    'select kind, number, title, issued_on, data from document where unit_id = $1 and record_id = $2 order by seq',
    [commune, record_id],
  )
  return rows.map((one) => {
    assert.ok(isLetterKind(one.kind))
    return { ...one, text: writeLetter(one.kind, one.data, { number: one.number, issued_on: String(one.issued_on) }) }
  })
}

describe('a visit', () => {
  test('from the door to the outcome: statement read back, receipt, owed in ten working days, told by letter', async () => {
    const id = await walkedIn('2026-11-02', undefined)
    await assert.rejects(step(end, '2026-11-02', { conclusion: 'x' }, { id }), no('statement-or-petition-is-recorded'))
    await step(call, '2026-11-02', { room: '2' }, { id })
    await assert.rejects(
      step(takeStatement, '2026-11-02', { statement: 'Đường ngập', confirmed: 'signed' }, { id }),
      wrong('read_back', 'must-agree'),
    )
    await step(
      takeStatement,
      '2026-11-02',
      { statement: 'Đường ngập', read_back: 'yes', confirmed: 'fingerprint' },
      { id },
    )
    await step(receivePetition, '2026-11-02', { items: 'Đơn kiến nghị; bản chính; 3\nẢnh chụp | tệp' }, { id })
    await step(end, '2026-11-02', { conclusion: 'Sẽ cho kiểm tra', assigned_to: 'Phòng Kinh tế' }, { id })
    assert.equal(String((await row('visit', id))['due_on']), '2026-11-16')
    await step(
      giveOutcome,
      '2026-11-10',
      { outcome: 'answered', detail: 'Đã sửa rãnh thoát nước.', by_letter: 'yes' },
      { id },
    )
    assert.deepEqual(
      (await letters(id)).map((one) => [one.kind, one.number]),
      [
        ['receipt', 1],
        ['outcome', 2],
      ],
    )
    const receipt = (await letters(id))[0]!
    assert.deepEqual(receipt.data.items, [
      { what: 'Đơn kiến nghị', form: 'original', pages: 3 },
      { what: 'Ảnh chụp', form: 'digital' },
    ])
    await assert.rejects(
      step(giveOutcome, '2026-11-11', { outcome: 'answered', detail: 'x', by_letter: 'no' }, { id }),
      no('not-in-this-state'),
    )
  })

  test('sent twice is one visit with one number and one posting', async () => {
    const id = uuidv7()
    const first = await step(register, '2026-11-03', person, { id })
    const again = await step(register, '2026-11-03', person, { id })
    assert.equal(again.repeated, true)
    assert.deepEqual(again.numbers, first.numbers)
    assert.deepEqual(await figures('2026-11-03', '2026-11-03'), { regular: [1, 1, 1, 0, 0, 0, 0, 0] })
  })

  test('needs name and subject, a reception that is open, and an officer of the place', async () => {
    await assert.rejects(
      step(register, '2026-11-03', { ...person, visitor_name: undefined }),
      wrong('visitor_name', 'required'),
    )
    await assert.rejects(step(register, '2026-11-03', { ...person, people: '0' }), wrong('people', 'too-small'))
    await assert.rejects(
      step(register, '2026-11-03', { ...person, held_on: '2026-11-04' }),
      wrong('held_on', 'day-in-future'),
    )
    await assert.rejects(
      step(register, '2026-11-03', { ...person, acting_as: 'authorised' }),
      wrong('papers', 'required'),
    )
    const day = await published('2026-11-26', '2026-11-03')
    await assert.rejects(walkedIn('2026-11-03', day), no('reception-day-is-open'))
    await assert.rejects(walkedIn('2026-11-03', uuidv7()), no('reception-day-is-open'))
    await assert.rejects(step(register, '2026-11-03', person, { viewer: asCitizen('2026-11-03') }), no('not-yours'))
  })

  test('of six names one or two representatives, of eleven at most five, of four none', async () => {
    const six = await walkedIn('2026-11-04', undefined, { people: '6' })
    await step(takeStatement, '2026-11-04', { statement: 'a', read_back: 'yes', confirmed: 'signed' }, { id: six })
    await assert.rejects(step(end, '2026-11-04', { conclusion: 'x' }, { id: six }), no('representatives-are-named'))
    const three = 'A; tổ 1\nB; tổ 1\nC; tổ 2'
    const sheet = { signers: '9', signed_by_all: 'yes' }
    await assert.rejects(
      step(nameRepresentatives, '2026-11-04', { representatives: three, ...sheet }, { id: six }),
      wrong('representatives', 'too-many-representatives'),
    )
    await assert.rejects(
      step(nameRepresentatives, '2026-11-04', { representatives: 'A; tổ 1', signers: '9' }, { id: six }),
      wrong('signed_by_all', 'must-agree'),
    )
    await step(nameRepresentatives, '2026-11-04', { representatives: 'Lý A Sáng; tổ 1\nLý B', ...sheet }, { id: six })
    const kept = await row('visit', six)
    assert.deepEqual(kept['group_sheet'], {
      signers: 9,
      representatives: [
        { name: 'Lý A Sáng', address: 'tổ 1' },
        { name: 'Lý B', address: '' },
      ],
    })
    assert.equal(kept['people'], 6)
    await step(end, '2026-11-04', { conclusion: 'x' }, { id: six })
    const eleven = await walkedIn('2026-11-04', undefined, { people: '11' })
    await assert.rejects(
      step(nameRepresentatives, '2026-11-04', { representatives: `${three}\nD\nĐ\nE`, ...sheet }, { id: eleven }),
      wrong('representatives', 'too-many-representatives'),
    )
    await step(nameRepresentatives, '2026-11-04', { representatives: `${three}\nD\nĐ`, ...sheet }, { id: eleven })
    const four = await walkedIn('2026-11-04', undefined, { people: '4' })
    await assert.rejects(
      step(nameRepresentatives, '2026-11-04', { representatives: 'A', ...sheet }, { id: four }),
      no('is-a-large-group'),
    )
  })

  test('refused by word on most grounds, by letter in three working days on two, and then counted no more', async () => {
    const drunk = await walkedIn('2026-11-05', undefined)
    await step(refuse, '2026-11-05', { ground: 'not-in-control', told: 'yes' }, { id: drunk })
    await assert.rejects(
      step(sendRefusal, '2026-11-05', { to_name: 'A', to_address: 'b', about: 'c' }, { id: drunk }),
      no('refusal-letter-is-owed'),
    )
    assert.equal((await row('visit', drunk))['due_on'], null)
    const settled = await walkedIn('2026-11-05', undefined)
    await assert.rejects(
      step(refuse, '2026-11-05', { ground: 'settled-and-reviewed', told: 'yes' }, { id: settled }),
      wrong('earlier', 'earlier-answer-is-needed'),
    )
    await step(
      refuse,
      '2026-11-05',
      { ground: 'settled-and-reviewed', earlier: 'QĐ 12 ngày 01/02/2025; TB 40', told: 'yes' },
      { id: settled },
    )
    assert.equal(String((await row('visit', settled))['due_on']), '2026-11-10')
    await step(
      sendRefusal,
      '2026-11-06',
      { to_name: 'Giàng Thị Mỷ', to_address: 'Tổ 3', about: 'bồi thường đất' },
      { id: settled },
    )
    const [letter] = await letters(settled)
    assert.match(JSON.stringify(letter?.text), /đã giải quyết đúng.*QĐ 12/)
    await assert.rejects(
      step(sendRefusal, '2026-11-06', { to_name: 'A', to_address: 'b', about: 'c' }, { id: settled }),
      no('refusal-letter-is-owed'),
    )
    assert.deepEqual((await figures('2026-11-05', '2026-11-05'))['regular'], [0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('before 01/07/2026 the new grounds do not exist and no letter is owed', async () => {
    const id = await walkedIn('2026-06-30', undefined)
    await assert.rejects(
      step(refuse, '2026-06-30', { ground: 'carries-weapons', told: 'yes' }, { id }),
      wrong('ground', 'ground-not-in-force'),
    )
    await step(refuse, '2026-06-30', { ground: 'settled-and-reviewed', earlier: 'QĐ 1', told: 'yes' }, { id })
    await assert.rejects(
      step(sendRefusal, '2026-06-30', { to_name: 'A', to_address: 'b', about: 'c' }, { id }),
      no('not-in-force'),
    )
  })

  test('corrected keeps both values and moves the figures on its own day', async () => {
    const id = await walkedIn('2026-11-09', undefined, { people: '2' })
    await step(correctVisit, '2026-11-12', { people: '7', first_time: 'no', reason: 'Đếm lại' }, { id })
    assert.deepEqual(await figures('2026-11-09', '2026-11-09'), { regular: [1, 7, 0, 1, 1, 7, 1, 0] })
    const [correction] = (await row('visit', id))['corrections'] as { changes: object[]; reason: string }[]
    assert.deepEqual(correction?.changes, [
      { field: 'people', from: 2, to: 7 },
      { field: 'first_time', from: true, to: false },
    ])
  })
})

test('the week of the fact sheet: three ordinary visits and a chairman day with two', async () => {
  await walkedIn('2026-07-13', undefined, { people: '4' })
  await walkedIn('2026-07-14', undefined, { people: '1' })
  await walkedIn('2026-07-15', undefined, { people: '6', first_time: 'no' })
  const day = await openDay('2026-07-16')
  await walkedIn('2026-07-16', day)
  await walkedIn('2026-07-16', day)
  assert.deepEqual(await figures('2026-07-13', '2026-07-17'), {
    // Columns 13–16 and 4–12 of 01/TCD: visits, people, first time, many times, groups, their people, of them many times.
    head: [2, 2, 2, 0, 0, 0, 0, 0],
    regular: [3, 11, 2, 1, 1, 6, 1, 0],
  })
})

test('a field visit keeps roles and promises, never a name in front of a line', async () => {
  const input = {
    held_on: '2026-11-18',
    place: 'Thôn Nà Ải',
    spoke: 'Trưởng thôn; mương vỡ\nNgười dân: chưa có điện',
    promised: 'Sửa mương trước Tết',
  }
  await assert.rejects(
    step(recordFieldVisit, '2026-11-20', input, { viewer: await asHead('2026-11-20') }),
    wrong('spoke', 'role-opens-the-line'),
  )
  const kept = { ...input, spoke: 'Trưởng thôn; mương vỡ\nNgười dân; chưa có điện' }
  const { id } = await step(recordFieldVisit, '2026-11-20', kept, { viewer: await asHead('2026-11-20') })
  assert.deepEqual((await row('field_visit', id))['spoke'], [
    { role: 'village-head', said: 'mương vỡ' },
    { role: 'resident', said: 'chưa có điện' },
  ])
  await assert.rejects(
    step(recordFieldVisit, '2026-11-20', { ...kept, held_on: '2026-11-21' }),
    wrong('held_on', 'day-in-future'),
  )
})
