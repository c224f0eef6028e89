/** Bookings and visits on a real database: the law's no as often as its yes. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { makeOffice, type Office } from '../../../tests/support/reception-office.ts'
import { asCitizen, no, person, receptionSteps, wrong } from '../../../tests/support/reception-steps.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { call } from './call.ts'
import { cancel } from './cancel.ts'
import { checkIn } from './check-in.ts'
import { close } from './close.ts'
import { correctVisit } from './correct-visit.ts'
import { end } from './end.ts'
import { giveOutcome } from './give-outcome.ts'
import { miss } from './miss.ts'
import { nameRepresentatives } from './name-representatives.ts'
import { open } from './open.ts'
import { receivePetition } from './receive-petition.ts'
import { refuse } from './refuse.ts'
import { register } from './register.ts'
import { sendRefusal } from './send-refusal.ts'
import { takeStatement } from './take-statement.ts'

let base: TestDatabase
let office: Office
let at: ReturnType<typeof receptionSteps>
let commune: string

before(async () => {
  base = await testDatabase()
  office = await makeOffice(base)
  at = receptionSteps(base, office)
  commune = office.commune
})
after(() => base.close())

describe('a booking', () => {
  test('takes the next number until the day is full, one place being for one', async () => {
    const day = await at.published('2026-10-22', '2026-10-01')
    const [one, two, three] = await Promise.allSettled([
      at.booking(day, '2026-10-02'),
      at.booking(day, '2026-10-02'),
      at.booking(day, '2026-10-02'),
    ])
    const taken = [one, two, three].filter((result) => result.status === 'fulfilled')
    assert.deepEqual(taken.map((result) => result.value.numbers['queue_number']).sort(), [1, 2])
    const refused = [one, two, three].find((result) => result.status === 'rejected')
    assert.ok(no('reception-day-takes-bookings')(refused?.reason))
    // A place given back is free again; the number is not used twice.
    const id = taken[0]!.value.id
    await at.step(
      cancel,
      '2026-10-03',
      {},
      { id, viewer: asCitizen('2026-10-03', [{ unit_id: commune, record_id: id }]) },
    )
    assert.equal((await at.booking(day, '2026-10-03')).numbers['queue_number'], 3)
    await assert.rejects(at.booking(day, '2026-10-22'), no('reception-day-takes-bookings'))
  })

  test('sent twice is one booking; another person cannot see or cancel it', async () => {
    const day = await at.published('2026-10-29', '2026-10-01')
    const id = uuidv7()
    const first = await at.booking(day, '2026-10-02', {}, id)
    const again = await at.booking(day, '2026-10-02', {}, id, first.code)
    assert.equal(again.repeated, true)
    assert.equal(again.numbers['queue_number'], first.numbers['queue_number'])
    await assert.rejects(at.booking(day, '2026-10-02', { subject: 'khác' }, id, first.code), no('not-yours'))
    await assert.rejects(at.step(cancel, '2026-10-03', {}, { id, viewer: asCitizen('2026-10-03') }), no('not-yours'))
    const { rows } = await base.db.pool.query(
      'select input::text as input from payload where unit_id = $1 and record_id = $2',
      [commune, id],
    )
    assert.ok(!rows[0].input.includes(first.code), 'the code is kept nowhere')
  })

  test('of somebody who comes to denounce keeps neither name nor subject, anywhere', async () => {
    const day = await at.published('2026-10-30', '2026-10-01')
    const canary = 'Chim Yến Canary'
    const { id } = await at.booking(day, '2026-10-02', {
      asked_kind: 'denunciation',
      visitor_name: canary,
      subject: `${canary} tố cáo`,
      visitor_phone: '0912345678',
    })
    await at.step(open, '2026-10-30', { receiver: 'head' }, { id: day })
    await at.step(
      checkIn,
      '2026-10-30',
      { ...person, asked_kind: 'denunciation', visitor_name: canary, subject: canary, visitor_address: canary },
      { id },
    )
    await at.step(correctVisit, '2026-10-30', { visitor_name: canary, subject: canary, reason: 'thử' }, { id })
    await assert.rejects(
      at.step(takeStatement, '2026-10-30', { statement: canary, read_back: 'yes', confirmed: 'signed' }, { id }),
      no('words-may-be-kept-here'),
    )
    await at.step(end, '2026-10-30', { conclusion: canary }, { id })
    const { rows } = await base.owner.pool.query(
      `select (select count(*) from visit where visit::text like $1) + (select count(*) from payload where payload::text like $1)
         + (select count(*) from document where document::text like $1) as n`,
      [`%${canary}%`],
    )
    assert.equal(rows[0].n, 0)
  })

  test('nobody came for is marked missed once the day is over, by the clock too', async () => {
    const day = await at.published('2026-11-05', '2026-10-01')
    const { id } = await at.booking(day, '2026-10-02')
    await assert.rejects(at.step(miss, '2026-11-05', {}, { id }), no('reception-day-is-over'))
    await at.step(open, '2026-11-05', { receiver: 'head' }, { id: day })
    await at.step(close, '2026-11-05', {}, { id: day })
    const { rows } = await base.db.pool.query(
      `select payload from outbox where task = 'miss-bookings' and unit_id = $1 and payload->>'reception_day_id' = $2`,
      [commune, day],
    )
    assert.equal(rows.length, 1)
    await at.step(miss, '2026-11-05', {}, { id })
    assert.equal((await at.row('visit', id))['state'], 'missed')
  })
})

describe('a visit', () => {
  test('from the door to the outcome: statement read back, receipt, owed in ten working days, told by letter', async () => {
    const id = await at.walkedIn('2026-11-02', undefined)
    await assert.rejects(
      at.step(end, '2026-11-02', { conclusion: 'x' }, { id }),
      no('statement-or-petition-is-recorded'),
    )
    await at.step(call, '2026-11-02', { room: '2' }, { id })
    await assert.rejects(
      at.step(takeStatement, '2026-11-02', { statement: 'Đường ngập', confirmed: 'signed' }, { id }),
      wrong('read_back', 'must-agree'),
    )
    await at.step(
      takeStatement,
      '2026-11-02',
      { statement: 'Đường ngập', read_back: 'yes', confirmed: 'fingerprint' },
      { id },
    )
    await at.step(receivePetition, '2026-11-02', { items: 'Đơn kiến nghị; bản chính; 3\nẢnh chụp | tệp' }, { id })
    await at.step(end, '2026-11-02', { conclusion: 'Sẽ cho kiểm tra', assigned_to: 'Phòng Kinh tế' }, { id })
    assert.equal(String((await at.row('visit', id))['due_on']), '2026-11-16')
    await at.step(
      giveOutcome,
      '2026-11-10',
      { outcome: 'answered', detail: 'Đã sửa rãnh thoát nước.', by_letter: 'yes' },
      { id },
    )
    assert.deepEqual(
      (await at.letters(id)).map((one) => [one.kind, one.number]),
      [
        ['receipt', 1],
        ['outcome', 1],
      ],
    )
    const receipt = (await at.letters(id))[0]!
    assert.deepEqual(receipt.data.items, [
      { what: 'Đơn kiến nghị', form: 'original', pages: 3 },
      { what: 'Ảnh chụp', form: 'digital' },
    ])
    await assert.rejects(
      at.step(giveOutcome, '2026-11-11', { outcome: 'answered', detail: 'x', by_letter: 'no' }, { id }),
      no('not-in-this-state'),
    )
  })

  test('may end on a petition recorded from it, without a statement', async () => {
    const id = await at.walkedIn('2026-11-02', undefined)
    await assert.rejects(
      at.step(end, '2026-11-02', { conclusion: 'x' }, { id }),
      no('statement-or-petition-is-recorded'),
    )
    await base.owner.pool.query(
      `insert into petition (unit_id, id, revision, state, chain, created_at, register_year, received_on, source, via, title, text, petitioner_name, visit_id)
       values ($1, $2, 1, 'received', '', now(), 2026, '2026-11-02', 'in-person', 'desk', 'Đường ngập', 'Đường ngập', 'Giàng Thị Mỷ', $3)`,
      [commune, uuidv7(), id],
    )
    await at.step(end, '2026-11-02', { conclusion: 'Đã nhận đơn' }, { id })
  })

  test('sent twice is one visit with one number and one posting', async () => {
    const id = uuidv7()
    const first = await at.step(register, '2026-11-03', person, { id })
    const again = await at.step(register, '2026-11-03', person, { id })
    assert.equal(again.repeated, true)
    assert.deepEqual(again.numbers, first.numbers)
    assert.deepEqual(await at.figures('2026-11-03', '2026-11-03'), { regular: [1, 1, 1, 0, 0, 0, 0, 0] })
  })

  test('needs name and subject, a reception that is open, and an officer of the place', async () => {
    await assert.rejects(
      at.step(register, '2026-11-03', { ...person, visitor_name: undefined }),
      wrong('visitor_name', 'required'),
    )
    await assert.rejects(at.step(register, '2026-11-03', { ...person, people: '0' }), wrong('people', 'too-small'))
    await assert.rejects(
      at.step(register, '2026-11-03', { ...person, held_on: '2026-11-04' }),
      wrong('held_on', 'day-in-future'),
    )
    await assert.rejects(
      at.step(register, '2026-11-03', { ...person, acting_as: 'authorised' }),
      wrong('papers', 'required'),
    )
    const day = await at.published('2026-11-26', '2026-11-03')
    await assert.rejects(at.walkedIn('2026-11-03', day), no('reception-day-is-open'))
    await assert.rejects(at.walkedIn('2026-11-03', uuidv7()), no('reception-day-is-open'))
    await assert.rejects(at.step(register, '2026-11-03', person, { viewer: asCitizen('2026-11-03') }), no('not-yours'))
  })

  test('does not enter a day that closes while it waits in line', async () => {
    const day = await at.openDay('2026-11-11')
    const holder = await base.db.pool.connect()
    try {
      await holder.query('begin')
      await holder.query('select 1 from reception_day where unit_id = $1 and id = $2 for update', [commune, day])
      const waiting = assert.rejects(at.walkedIn('2026-11-11', day), no('reception-day-is-open'))
      for (let tries = 0; ; tries++) {
        const { rows } = await base.db.pool.query(
          `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        if (rows[0].n > 0) break
        assert.ok(tries < 200, 'nobody waits for the lock')
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      await holder.query(`update reception_day set state = 'closed' where unit_id = $1 and id = $2`, [commune, day])
      await holder.query('commit')
      await waiting
    } finally {
      holder.release()
    }
    assert.deepEqual(await at.figures('2026-11-11', '2026-11-11'), {})
  })

  test('of six names one or two representatives, of eleven at most five, of four none', async () => {
    const six = await at.walkedIn('2026-11-04', undefined, { people: '6' })
    await at.step(takeStatement, '2026-11-04', { statement: 'a', read_back: 'yes', confirmed: 'signed' }, { id: six })
    await assert.rejects(at.step(end, '2026-11-04', { conclusion: 'x' }, { id: six }), no('representatives-are-named'))
    const three = 'A; tổ 1\nB; tổ 1\nC; tổ 2'
    const sheet = { signers: '9', signed_by_all: 'yes' }
    await assert.rejects(
      at.step(nameRepresentatives, '2026-11-04', { representatives: three, ...sheet }, { id: six }),
      wrong('representatives', 'too-many-representatives'),
    )
    await assert.rejects(
      at.step(nameRepresentatives, '2026-11-04', { representatives: 'A; tổ 1', signers: '9' }, { id: six }),
      wrong('signed_by_all', 'must-agree'),
    )
    await at.step(
      nameRepresentatives,
      '2026-11-04',
      { representatives: 'Lý A Sáng; tổ 1\nLý B', ...sheet },
      { id: six },
    )
    const kept = await at.row('visit', six)
    assert.deepEqual(kept['group_sheet'], {
      signers: 9,
      representatives: [
        { name: 'Lý A Sáng', address: 'tổ 1' },
        { name: 'Lý B', address: '' },
      ],
    })
    assert.equal(kept['people'], 6)
    await at.step(end, '2026-11-04', { conclusion: 'x' }, { id: six })
    const eleven = await at.walkedIn('2026-11-04', undefined, { people: '11' })
    await assert.rejects(
      at.step(nameRepresentatives, '2026-11-04', { representatives: `${three}\nD\nĐ\nE`, ...sheet }, { id: eleven }),
      wrong('representatives', 'too-many-representatives'),
    )
    await at.step(nameRepresentatives, '2026-11-04', { representatives: `${three}\nD\nĐ`, ...sheet }, { id: eleven })
    const four = await at.walkedIn('2026-11-04', undefined, { people: '4' })
    await assert.rejects(
      at.step(nameRepresentatives, '2026-11-04', { representatives: 'A', ...sheet }, { id: four }),
      no('is-a-large-group'),
    )
  })

  test('refused by word on most grounds, by letter in three working days on two, and then counted no more', async () => {
    const drunk = await at.walkedIn('2026-11-05', undefined)
    await at.step(refuse, '2026-11-05', { ground: 'not-in-control', told: 'yes' }, { id: drunk })
    await assert.rejects(
      at.step(sendRefusal, '2026-11-05', { to_name: 'A', to_address: 'b', about: 'c' }, { id: drunk }),
      no('refusal-letter-is-owed'),
    )
    assert.equal((await at.row('visit', drunk))['due_on'], null)
    const settled = await at.walkedIn('2026-11-05', undefined)
    await assert.rejects(
      at.step(refuse, '2026-11-05', { ground: 'settled-and-reviewed', told: 'yes' }, { id: settled }),
      wrong('earlier', 'earlier-answer-is-needed'),
    )
    await at.step(
      refuse,
      '2026-11-05',
      { ground: 'settled-and-reviewed', earlier: 'QĐ 12 ngày 01/02/2025; TB 40', told: 'yes' },
      { id: settled },
    )
    assert.equal(String((await at.row('visit', settled))['due_on']), '2026-11-10')
    await at.step(
      sendRefusal,
      '2026-11-06',
      { to_name: 'Giàng Thị Mỷ', to_address: 'Tổ 3', about: 'bồi thường đất' },
      { id: settled },
    )
    const [letter] = await at.letters(settled)
    assert.match(JSON.stringify(letter?.text), /đã giải quyết đúng.*QĐ 12/)
    await assert.rejects(
      at.step(sendRefusal, '2026-11-06', { to_name: 'A', to_address: 'b', about: 'c' }, { id: settled }),
      no('refusal-letter-is-owed'),
    )
    assert.deepEqual((await at.figures('2026-11-05', '2026-11-05'))['regular'], [0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('before 01/07/2026 the new grounds do not exist and no letter is owed', async () => {
    const id = await at.walkedIn('2026-06-30', undefined)
    await assert.rejects(
      at.step(refuse, '2026-06-30', { ground: 'carries-weapons', told: 'yes' }, { id }),
      wrong('ground', 'ground-not-in-force'),
    )
    await at.step(refuse, '2026-06-30', { ground: 'settled-and-reviewed', earlier: 'QĐ 1', told: 'yes' }, { id })
    await assert.rejects(
      at.step(sendRefusal, '2026-06-30', { to_name: 'A', to_address: 'b', about: 'c' }, { id }),
      no('not-in-force'),
    )
  })

  test('corrected keeps both values and moves the figures on its own day', async () => {
    const id = await at.walkedIn('2026-11-09', undefined, { people: '2' })
    await at.step(correctVisit, '2026-11-12', { people: '7', first_time: 'no', reason: 'Đếm lại' }, { id })
    assert.deepEqual(await at.figures('2026-11-09', '2026-11-09'), { regular: [1, 7, 0, 1, 1, 7, 1, 0] })
    const [correction] = (await at.row('visit', id))['corrections'] as { changes: object[]; reason: string }[]
    assert.deepEqual(correction?.changes, [
      { field: 'people', from: 2, to: 7 },
      { field: 'first_time', from: true, to: false },
    ])
  })
})
