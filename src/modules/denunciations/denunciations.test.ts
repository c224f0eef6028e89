import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, onDay, person, smallOffice } from '../../../tests/support/office.ts'
import { NotOpen, Stale, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { closeKey, type OpenKey, openWithPassphrase, setUpKey } from '../../platform/vault/officer-key.ts'
import { givePosition } from '../people/accounts.ts'
import type { DenunciationWords } from './inputs.ts'
import { correctDenunciation, deliver, openDenunciation, resealDenunciation, transferDenunciation } from './opening.ts'
import { insidersOf, sealedHistory, sealedLines, sealedRecord } from './queries.ts'
import { read } from './read.ts'
import { sealDenunciation } from './sealing.ts'
import { receivedId } from './transfer.ts'

let base: TestDatabase
let office: Office
const day = '2026-11-20'
const moment = at(day)
const passphrase = 'mưa rào trên mái ngói đỏ'

let desk: Viewer
let head: Viewer
let deputy: Viewer
let handler: Viewer
let provinceHead: Viewer
let provinceDesk: Viewer
let neighbourHead: Viewer

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  desk = await officer(base.db, office.commune, 'reception-officer', day, 'Lê Thị Bàn')
  head = await officer(base.db, office.commune, 'head', day, 'Trần Văn Đầu')
  deputy = await officer(base.db, office.commune, 'deputy-head', day, 'Phạm Văn Phó')
  handler = await officer(base.db, office.commune, 'handler', day, 'Ngô Văn Lý')
  provinceHead = await officer(base.db, office.province, 'head', day, 'Vũ Thị Tỉnh')
  provinceDesk = await officer(base.db, office.province, 'reception-officer', day, 'Đỗ Thị Tiếp')
  neighbourHead = await officer(base.db, office.neighbour, 'head', day, 'Hà Văn Láng')
  for (const one of [desk, head, deputy, provinceHead, provinceDesk, neighbourHead])
    await setUpKey(base.db, one.account_id ?? '', passphrase, moment.at)
})
after(() => base.close())

const words = (more: Partial<DenunciationWords> = {}): DenunciationWords => ({
  received_on: moment.on,
  source: 'in-person',
  person_name: 'Hoàng Thị Kể',
  person_address: 'Tổ 4, phường Cam Đường',
  identity_number: '010188001234',
  several: false,
  subject_place: 'officer-here',
  subject_id: handler.account_id ?? '',
  subject: 'Ông Lý, cán bộ địa chính',
  text: 'Nhận tiền để xác nhận nguồn gốc đất.',
  ...more,
})

async function keyOf(viewer: Viewer): Promise<OpenKey> {
  const key = await openWithPassphrase(base.db.pool, viewer.account_id ?? '', passphrase)
  assert.ok(key)
  return key
}

async function sealed(more: Partial<DenunciationWords> = {}, viewer = desk, unit_id = office.commune) {
  return sealDenunciation(base.db, { viewer, unit_id, id: uuidv7(), words: words(more), moment })
}

async function as<T>(
  viewer: Viewer,
  record: { unit_id: string; id: string },
  work: (opening: Parameters<typeof openDenunciation>[1]) => Promise<T>,
) {
  const key = await keyOf(viewer)
  try {
    return await work({ viewer, unit_id: record.unit_id, id: record.id, key, moment })
  } finally {
    closeKey(key)
  }
}

const refused =
  (code: string, status = 409) =>
  (error: unknown) =>
    error instanceof NotOpen && error.code === code && error.status === status
const faulty = (field: string, code: string) => (error: unknown) =>
  error instanceof WrongInput && error.faults.some((fault) => fault.field === field && fault.code === code)

describe('sealing at the desk', () => {
  test('the desk and the head can read it, nobody else, and every reading stays in its history', async () => {
    const record = await sealed()
    assert.equal(record.handed_over, false)
    assert.equal(typeof record.numbers['register_number'], 'number')
    const opened = await as(head, record, (opening) => openDenunciation(base.db, opening))
    assert.equal(opened.person.identity_number, '010188001234')
    assert.equal(opened.words.text, words().text)
    assert.deepEqual(opened.subject.account_ids, [handler.account_id])
    await as(desk, record, (opening) => openDenunciation(base.db, opening))
    const history = await sealedHistory(head, base.db.pool, { ...record, moment })
    assert.deepEqual(
      history.map((one) => [one.action, one.actor]),
      [
        ['read', 'Lê Thị Bàn'],
        ['read', 'Trần Văn Đầu'],
        ['seal', 'Lê Thị Bàn'],
      ],
    )
    for (const other of [deputy, provinceHead, provinceDesk, neighbourHead]) {
      await assert.rejects(
        as(other, record, (opening) => openDenunciation(base.db, opening)),
        refused('not-yours', 404),
      )
      assert.equal(await sealedRecord(other, base.db.pool, { ...record, moment }), null)
      assert.deepEqual(await sealedHistory(other, base.db.pool, { ...record, moment }), [])
      assert.deepEqual(await insidersOf(other, base.db.pool, { ...record, moment }), [])
      assert.ok(!(await sealedLines(other, base.db.pool)).some((line) => line.id === record.id))
    }
    assert.deepEqual(await sealedLines(person(day), base.db.pool), [])
    assert.ok((await sealedLines(head, base.db.pool)).some((line) => line.id === record.id))
  })

  test('nothing of the input is kept beside the event, and sealing twice is harmless', async () => {
    const id = uuidv7()
    const one = { viewer: desk, unit_id: office.commune, id, words: words(), moment }
    await sealDenunciation(base.db, one)
    assert.equal((await sealDenunciation(base.db, one)).repeated, true)
    const { rows } = await base.owner.pool.query(
      'select input, input_digest, changed from payload where record_id = $1',
      [id],
    )
    assert.equal(rows.length, 1)
    assert.deepEqual(rows[0].input, {})
    assert.equal(rows[0].input_digest, null)
    assert.ok(!JSON.stringify(rows[0].changed).includes(handler.account_id ?? '-'))
    const posted = await base.owner.pool.query('select record_kind, kind, people from posting where record_id = $1', [
      id,
    ])
    assert.deepEqual(posted.rows, [{ record_kind: 'denunciation', kind: 'denunciation', people: 1 }])
  })

  test('numbers come from a book of their own', async () => {
    const [first, second] = [await sealed(), await sealed()]
    assert.equal(second.numbers['register_number'], (first.numbers['register_number'] ?? 0) + 1)
    const { rows } = await base.owner.pool.query('select distinct book from register_counter where unit_id = $1', [
      office.commune,
    ])
    assert.deepEqual(
      rows.map((row) => row.book),
      ['denunciation'],
    )
  })

  test('whom it concerns cannot receive it; a day in the future is refused; only the desk takes it in', async () => {
    await assert.rejects(sealed({ subject_id: desk.account_id ?? '' }), refused('actor-is-not-the-subject'))
    await assert.rejects(sealed({ received_on: moment.on.add({ days: 1 }) }), faulty('received_on', 'day-in-future'))
    await assert.rejects(sealed({}, handler), NotOpen)
    await assert.rejects(sealed({}, deputy), NotOpen)
    await assert.rejects(sealed({ subject_id: undefined }), faulty('subject_id', 'choose-one'))
  })

  test('where the head or the desk has no key nothing is kept, and the sentence says so', async () => {
    const unkeyed = await officer(base.db, office.commune, 'reception-officer', day)
    await assert.rejects(sealed({}, unkeyed), faulty('', 'set-up-your-key-first'))
    const elsewhere = await officer(base.db, office.neighbour, 'reception-officer', day)
    await setUpKey(base.db, elsewhere.account_id ?? '', passphrase, moment.at)
    await base.owner.pool.query(`update officer_key set replaced_at = now() where account_id = $1`, [
      neighbourHead.account_id,
    ])
    try {
      await assert.rejects(
        sealed({ subject_place: 'elsewhere', subject_id: undefined }, elsewhere, office.neighbour),
        faulty('subject_place', 'no-key-at-settler'),
      )
      const { rows } = await base.owner.pool.query('select from denunciation where unit_id = $1', [office.neighbour])
      assert.equal(rows.length, 0)
    } finally {
      await base.owner.pool.query(`update officer_key set replaced_at = null where account_id = $1`, [
        neighbourHead.account_id,
      ])
    }
  })
})

describe('about the head or a deputy', () => {
  test('it goes up: the unit above holds it, the head, the deputy and the desk under them cannot see it', async () => {
    for (const more of [
      { subject_place: 'head-here', subject_id: undefined, subject: 'Ông Đầu, chủ tịch' },
      { subject_place: 'officer-here', subject_id: head.account_id ?? '' },
      { subject_place: 'deputy-here', subject_id: deputy.account_id ?? '' },
    ] as const) {
      const record = await sealed(more)
      assert.equal(record.handed_over, true)
      assert.equal(record.unit_id, office.province)
      for (const below of [head, deputy, desk])
        await assert.rejects(
          as(below, record, (opening) => openDenunciation(base.db, opening)),
          refused('not-yours', 404),
        )
      const opened = await as(provinceHead, record, (opening) => openDenunciation(base.db, opening))
      assert.equal(opened.subject.text, words(more).subject)
      await as(provinceDesk, record, (opening) => openDenunciation(base.db, opening))
      const [, first] = (await sealedHistory(provinceHead, base.db.pool, { ...record, moment })).toReversed()
      assert.equal(first?.action, 'read')
      const held = await base.owner.pool.query('select account_id from record_key where record_id = $1', [record.id])
      assert.deepEqual(
        new Set(held.rows.map((row) => row.account_id)),
        new Set([provinceHead.account_id, provinceDesk.account_id]),
      )
    }
  })

  test('a desk of another commune cannot put one into the province register', async () => {
    const country = await officer(base.db, office.country, 'reception-officer', day)
    await assert.rejects(
      sealDenunciation(base.db, {
        viewer: country,
        unit_id: office.commune,
        id: uuidv7(),
        words: words({ subject_place: 'head-here' }),
        moment,
      }),
      NotOpen,
    )
  })

  test('keys for somebody who may not have one are refused whatever the way in asks', async () => {
    const record = await sealed()
    const input = { barred: [], keys: [{ account_id: deputy.account_id, key_id: uuidv7(), sealed: 'AAAA' }] }
    const { reseal } = await import('./reseal.ts')
    await assert.rejects(
      perform(base.db, reseal, { viewer: head, unit_id: record.unit_id, id: record.id, input, moment }),
      refused('sealed-for-lawful-people-only'),
    )
  })
})

describe('later days', () => {
  test('an insider who has come under the subject may not open it any more', async () => {
    const record = await sealed({ subject_id: deputy.account_id ?? '', subject_place: 'elsewhere' }).catch(() => null)
    assert.equal(record?.unit_id, office.province, 'a deputy is settled above')
    const mine = await sealed({ subject_place: 'elsewhere', subject_id: provinceDesk.account_id ?? '' })
    await as(desk, mine, (opening) => openDenunciation(base.db, opening))
    await givePosition(base.db, {
      account_id: provinceDesk.account_id ?? '',
      unit_id: office.province,
      kind: 'deputy-head',
      from_on: '2026-11-25',
    })
    await givePosition(base.db, {
      account_id: desk.account_id ?? '',
      unit_id: office.province,
      kind: 'handler',
      from_on: '2026-11-25',
    })
    const later = at('2026-11-26')
    const viewer = await onDay(base.db, desk, '2026-11-26')
    const key = await keyOf(desk)
    await assert.rejects(
      openDenunciation(base.db, { viewer, ...mine, key, moment: later }),
      refused('actor-is-clear-of-the-subject'),
    )
  })

  test('the subject cannot open it even with a key, nor with another officer’s pair', async () => {
    const record = await sealed()
    await assert.rejects(
      perform(base.db, read, {
        viewer: head,
        unit_id: record.unit_id,
        id: record.id,
        input: { barred: [head.account_id] },
        moment,
      }),
      refused('actor-is-clear-of-the-subject'),
    )
    const key = await keyOf(head)
    await assert.rejects(
      openDenunciation(base.db, { viewer: deputy, ...record, key, moment }),
      refused('not-yours', 404),
    )
  })

  test('a lost passphrase shuts the record until an insider seals it anew', async () => {
    const second = await officer(base.db, office.commune, 'clerk', day, 'Bùi Thị Văn')
    const record = await sealed()
    const give = (viewer: Viewer, to: Viewer) =>
      as(viewer, record, (opening) => resealDenunciation(base.db, opening, to.account_id ?? ''))
    await assert.rejects(give(head, second), faulty('account_id', 'has-no-key'))
    await assert.rejects(give(head, desk), faulty('account_id', 'holds-the-key-already'))
    await assert.rejects(give(head, deputy), refused('sealed-for-lawful-people-only'))
    await setUpKey(base.db, second.account_id ?? '', passphrase, moment.at)
    await give(head, second)
    await as(second, record, (opening) => openDenunciation(base.db, opening))
    await setUpKey(base.db, second.account_id ?? '', passphrase, moment.at)
    await assert.rejects(
      as(second, record, (opening) => openDenunciation(base.db, opening)),
      refused('not-yours', 404),
    )
    await give(desk, second)
    await as(second, record, (opening) => openDenunciation(base.db, opening))
  })
})

describe('mending', () => {
  test('both contents stay visible, with the reason', async () => {
    const record = await sealed()
    await as(desk, record, (opening) =>
      correctDenunciation(base.db, opening, { reason: 'Ghi nhầm họ.', person_name: 'Hoàng Thị Kế' }),
    )
    const opened = await as(head, record, (opening) => openDenunciation(base.db, opening))
    assert.equal(opened.person.name, 'Hoàng Thị Kế')
    assert.equal(opened.person.identity_number, '010188001234')
    assert.deepEqual(
      opened.before.map((one) => [one.name, one.mended.reason]),
      [['person', 'Ghi nhầm họ.']],
    )
    await assert.rejects(
      as(desk, record, (opening) => correctDenunciation(base.db, opening, { reason: 'Không có gì.' })),
      faulty('text', 'nothing-to-correct'),
    )
    const two = () => as(desk, record, (opening) => correctDenunciation(base.db, opening, { reason: 'a', text: 'b' }))
    const outcomes = await Promise.allSettled([two(), two()])
    const lost = outcomes.filter((one) => one.status === 'rejected')
    assert.ok(lost.every((one) => one.reason instanceof Stale))
  })
})

describe('transfer', () => {
  test('the receiver gets a record of its own, sealed to its own people; a second transfer is refused', async () => {
    const record = await sealed({ subject_place: 'elsewhere', subject_id: undefined, subject: 'Ông T. ở xã Bảo Yên' })
    await as(desk, record, (opening) => transferDenunciation(base.db, opening, office.neighbour))
    const received = { unit_id: office.neighbour, id: receivedId(record.id, office.neighbour) }
    const opened = await as(neighbourHead, received, (opening) => openDenunciation(base.db, opening))
    assert.equal(opened.person.name, 'Hoàng Thị Kể')
    const there = await sealedRecord(neighbourHead, base.db.pool, { ...received, moment })
    assert.equal(there?.record.came_from?.unit_id, office.commune)
    assert.equal(there?.record.due_on?.toString(), '2026-12-01')
    await assert.rejects(
      as(desk, received, (opening) => openDenunciation(base.db, opening)),
      refused('not-yours', 404),
    )
    await assert.rejects(
      as(neighbourHead, record, (opening) => openDenunciation(base.db, opening)),
      refused('not-yours', 404),
    )
    await assert.rejects(
      as(head, record, (opening) => transferDenunciation(base.db, opening, office.province)),
      refused('not-in-this-state'),
    )
    await assert.rejects(
      as(neighbourHead, received, (opening) => transferDenunciation(base.db, opening, office.province)),
      refused('not-transferred-before'),
    )
    const to = { unit_id: office.commune, id: record.id, to_unit_id: received.unit_id, to_id: received.id }
    await deliver(base.db, to, moment)
    const { rows } = await base.owner.pool.query(
      `select fact, unit_id from posting where record_id = any($1) order by fact, unit_id`,
      [[record.id, received.id]],
    )
    assert.deepEqual(
      rows.map((row) => row.fact),
      ['petition-processed', 'petition-received', 'petition-received'],
    )
    const work = await base.owner.pool.query(
      `select payload from outbox where task = 'deliver-sealed' and payload ->> 'id' = $1`,
      [record.id],
    )
    assert.deepEqual(Object.keys(work.rows[0].payload).toSorted(), ['id', 'to_id', 'to_unit_id'])
  })

  test('not to whom it concerns, not what is ours to settle, not where nobody has a key', async () => {
    const about = await sealed({ subject_place: 'elsewhere', subject_id: neighbourHead.account_id ?? '' })
    await assert.rejects(
      as(desk, about, (opening) => transferDenunciation(base.db, opening, office.neighbour)),
      faulty('receiver_unit_id', 'nobody-settles-there'),
    )
    const ours = await sealed()
    await assert.rejects(
      as(head, ours, (opening) => transferDenunciation(base.db, opening, office.province)),
      refused('outside-competence'),
    )
    await assert.rejects(
      as(head, ours, (opening) => transferDenunciation(base.db, opening, office.country)),
      faulty('receiver_unit_id', 'nobody-settles-there'),
    )
    await assert.rejects(
      as(head, about, (opening) => transferDenunciation(base.db, opening, office.commune)),
      faulty('receiver_unit_id', 'not-a-receiver'),
    )
  })
})
