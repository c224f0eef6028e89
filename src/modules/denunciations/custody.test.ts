import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { KeyRing } from '../../../tests/support/key-ring.ts'
import { at, type Office, officer, onDay, smallOffice } from '../../../tests/support/office.ts'
import { takeClockSteps } from '../../platform/actions/clock-steps.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { openSealed, Shut } from '../../platform/vault/box.ts'
import type { OpenKey } from '../../platform/vault/officer-key.ts'
import { readingDaysMax } from '../custody/ask-key.ts'
import { clockSteps as requestSteps } from '../custody/module.ts'
import { ownRequests, requestFor, requestsToDecide } from '../custody/queries.ts'
import { type AtRequest, askForKey, decideRequest, openRequest, withdraw } from '../custody/requests.ts'
import { givePosition } from '../people/accounts.ts'
import { clockSteps } from './ended-keys.ts'
import { handOnAll } from './hand-on.ts'
import type { DenunciationWords } from './inputs.ts'
import { grantedFor, openRecordToAsker } from './open-to-asker.ts'
import { openDenunciation, transferDenunciation } from './opening.ts'
import { proceedingSteps } from './proceeding.ts'
import { insidersOf, sealedHistory, sealedLines, sealedRecord } from './queries.ts'
import { completeSecondHalf, openFirstHalf } from './recover.ts'
import { removeKeyOf } from './remove-key.ts'
import { renewRecoveries } from './renew-recovery.ts'
import { sealDenunciation } from './sealing.ts'
import { receivedId } from './transfer.ts'
import { openWord } from './word-delivery.ts'
import { wordLines } from './word-queries.ts'

let base: TestDatabase
let office: Office
const day = '2026-11-20'
const moment = at(day)
let ring: KeyRing

let people: Record<
  'desk' | 'head' | 'handler' | 'admin' | 'one' | 'two' | 'three' | 'above' | 'provinceHead' | 'guard' | 'stranger',
  Viewer
>

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  ring = new KeyRing(base.db, day)
  people = await ring.people({
    desk: [office.commune, 'reception-officer'],
    head: [office.commune, 'head'],
    handler: [office.commune, 'handler'],
    admin: [office.commune, 'administrator'],
    one: [office.commune, 'custodian'],
    two: [office.commune, 'custodian'],
    three: [office.commune, 'custodian'],
    above: [office.province, 'custodian'],
    provinceHead: [office.province, 'head'],
    // Of the body that protects: no register of the commune is its own.
    guard: [office.province, 'handler'],
    stranger: [office.neighbour, 'head'],
  })
})
after(() => {
  ring.close()
  return base.close()
})

const words = (more: Partial<DenunciationWords> = {}): DenunciationWords => ({
  received_on: moment.on,
  source: 'in-person',
  person_name: 'Hoàng Thị Kể',
  person_address: 'Tổ 4, phường Cam Đường',
  several: false,
  subject_place: 'officer-here',
  subject_id: people.handler.account_id ?? '',
  subject: 'Ông Lý, cán bộ địa chính',
  text: 'Nhận tiền để xác nhận nguồn gốc đất.',
  ...more,
})

const sealed = (more: Partial<DenunciationWords> = {}) =>
  sealDenunciation(base.db, { viewer: people.desk, unit_id: office.commune, id: uuidv7(), words: words(more), moment })

const withKey = async <T>(viewer: Viewer, work: (key: OpenKey) => Promise<T>) => work(await ring.keyOf(viewer))

/** The passphrase is lost: a new pair takes the place of the old one. */
const forgets = (viewer: Viewer) => ring.setUp(viewer.account_id ?? '')

const as = <T>(
  viewer: Viewer,
  record: { unit_id: string; id: string },
  work: (about: AtRequest) => Promise<T>,
  when = moment,
) => withKey(viewer, (key) => work({ viewer, unit_id: record.unit_id, id: record.id, key, moment: when }))

const reads = (viewer: Viewer, record: { unit_id: string; id: string }, when = moment) =>
  as(viewer, record, (opening) => openDenunciation(base.db, opening), when)

type Asked = Parameters<typeof askForKey>[1]['typed']
async function ask(viewer: Viewer, more: Partial<Asked>, when = moment) {
  const typed: Asked = { unit_id: office.commune, basis: 'own-work', reason: 'Tôi mới nhận việc.', ...more } as Asked
  return askForKey(base.db, { viewer, id: uuidv7(), typed, moment: when })
}

const numbered = (record: { numbers: Readonly<Record<string, number>> }) => ({
  basis: 'protection' as const,
  register_number: record.numbers['register_number'] ?? 0,
  register_year: 2026,
  until_on: moment.on.add({ days: 10 }),
  reason: 'Xác minh yêu cầu bảo vệ, theo văn bản số 12.',
})

const grant = (by: Viewer, request: { unit_id: string; id: string }) =>
  as(by, request, (about) => decideRequest(base.db, about, { grants: true, ground: 'Đúng thẩm quyền.' }))

const refused =
  (code: string, status = 409) =>
  (error: unknown) =>
    error instanceof NotOpen && error.code === code && error.status === status
const faulty = (field: string, code: string) => (error: unknown) =>
  error instanceof WrongInput && error.faults.some((fault) => fault.field === field && fault.code === code)
const stranger = refused('not-yours', 404)

async function keysOf(record: { id: string }): Promise<string[]> {
  const { rows } = await base.owner.pool.query('select account_id from record_key where record_id = $1', [record.id])
  return rows.map((row) => row.account_id)
}

describe('a key on request', () => {
  test('asked with a reason, granted by a custodian, given by an insider, read, and gone on its day', async () => {
    const record = await sealed()
    const request = await ask(people.guard, numbered(record))
    // The custodian decides on the person and the reason; who keeps the record and whether there is one, the request does not say.
    const waiting = await requestsToDecide(people.one, base.db.pool)
    assert.ok(waiting.some((one) => one.id === request.id))
    assert.equal(
      (await as(people.one, request, (about) => openRequest(base.db, about)))?.reason.startsWith('Xác minh'),
      true,
    )
    await assert.rejects(reads(people.guard, record), stranger)
    // Before the grant no insider can carry it out.
    await assert.rejects(
      as(people.head, record, (opening) => openRecordToAsker(base.db, opening, request.id)),
      stranger,
    )
    await grant(people.one, request)
    await assert.rejects(reads(people.guard, record), stranger)
    await as(people.head, record, (opening) => openRecordToAsker(base.db, opening, request.id))
    assert.equal((await reads(people.guard, record)).person.name, 'Hoàng Thị Kể')
    assert.ok((await sealedLines(people.guard, base.db.pool)).some((line) => line.id === record.id))
    const insiders = await insidersOf(people.head, base.db.pool, { ...record, moment })
    assert.equal(insiders.find((one) => one.account_id === people.guard.account_id)?.until_on?.toString(), '2026-11-30')
    const history = await sealedHistory(people.head, base.db.pool, { ...record, moment })
    assert.deepEqual(
      history.map((one) => [one.action, one.actor]),
      [
        ['read', 'Người guard'],
        ['open-to-asker', 'Người head'],
        ['seal', 'Người desk'],
      ],
    )
    // The custodian who agreed learnt nothing.
    await assert.rejects(reads(people.one, record), stranger)
    assert.deepEqual(await sealedLines(people.one, base.db.pool), [])

    const later = at('2026-12-01')
    const then = await onDay(base.db, people.guard, '2026-12-01')
    await assert.rejects(reads(then, record, later), stranger)
    assert.deepEqual(await sealedLines(then, base.db.pool), [])
    assert.equal((await takeClockSteps(base.db, clockSteps, later)).taken, 1)
    assert.equal((await takeClockSteps(base.db, clockSteps, later)).taken, 0)
    const again = await ask(then, { ...numbered(record), until_on: later.on.add({ days: 3 }) }, later)
    await as(people.two, again, (about) => decideRequest(base.db, about, { grants: true, ground: 'Còn cần.' }), later)
    await as(people.head, record, (opening) => openRecordToAsker(base.db, opening, again.id), later)
    assert.ok(await reads(then, record, later))
  })

  test('nobody grants their own; nobody else decides; a refusal has its ground, which the asker reads', async () => {
    const record = await sealed()
    const own = await ask(people.one, numbered(record))
    await assert.rejects(grant(people.one, own), refused('actor-is-not-the-asker'))
    const request = await ask(people.guard, numbered(record))
    for (const other of [people.head, people.admin, people.handler, people.stranger])
      await assert.rejects(grant(other, request), stranger)
    assert.equal(await requestFor(people.admin, base.db.pool, { ...request, moment }), null)
    await as(people.two, request, (about) =>
      decideRequest(base.db, about, { grants: false, ground: 'Văn bản không ghi thẩm quyền.' }),
    )
    const said = await as(people.guard, request, (about) => openRequest(base.db, about))
    assert.equal(said?.ground, 'Văn bản không ghi thẩm quyền.')
    await assert.rejects(
      as(people.head, record, (opening) => openRecordToAsker(base.db, opening, request.id)),
      stranger,
    )
    await assert.rejects(grant(people.two, request), refused('not-in-this-state'))
    const lines = await ownRequests(people.guard, base.db.pool)
    assert.equal(lines.find((one) => one.id === request.id)?.state, 'refused')
  })

  test('neither reason nor ground stands anywhere in the clear', async () => {
    const record = await sealed()
    const reason = 'Câu này không được nằm ở đâu cả.'
    const request = await ask(people.guard, { ...numbered(record), reason })
    await grant(people.one, request)
    const { rows } = await base.owner.pool.query(
      'select p.input::text || p.changed::text as all from payload p where record_id = $1',
      [request.id],
    )
    assert.equal(rows.length, 2)
    for (const row of rows) assert.doesNotMatch(row.all, /Câu này|thẩm quyền/)
  })

  test('a number that does not exist is asked, granted and answered alike', async () => {
    const request = await ask(people.guard, { ...numbered(await sealed()), register_number: 999 })
    await grant(people.one, request)
    await as(people.one, request, (about) => openFirstHalf(base.db, about))
    await as(people.two, request, (about) => completeSecondHalf(base.db, about))
    const found = await requestFor(people.guard, base.db.pool, { ...request, moment })
    assert.equal(found?.record.state, 'recovered')
  })

  test('the subject gets no key, and no custodian who is the subject agrees to one', async () => {
    const record = await sealed()
    const request = await ask(people.handler, numbered(record))
    await grant(people.one, request)
    await assert.rejects(
      as(people.head, record, (opening) => openRecordToAsker(base.db, opening, request.id)),
      refused('sealed-for-clear-people-only'),
    )
    const about = await sealed({ subject_id: people.three.account_id ?? '' })
    const asked = await ask(people.guard, numbered(about))
    await grant(people.three, asked)
    await assert.rejects(
      as(people.head, about, (opening) => openRecordToAsker(base.db, opening, asked.id)),
      refused('custodian-is-clear-of-the-subject'),
    )
  })

  test('what is asked has its bounds', async () => {
    const record = await sealed()
    const fine = numbered(record)
    await assert.rejects(ask(people.guard, { ...fine, until_on: undefined }), faulty('until_on', 'required'))
    await assert.rejects(
      ask(people.guard, { ...fine, register_year: undefined }),
      faulty('register_year', 'number-and-year-together'),
    )
    const late = moment.on.add({ days: readingDaysMax + 1 })
    await assert.rejects(ask(people.guard, { ...fine, until_on: late }), faulty('until_on', 'reading-too-long'))
    await assert.rejects(
      ask(people.guard, { ...fine, until_on: moment.on.subtract({ days: 1 }) }),
      faulty('until_on', 'day-has-passed'),
    )
    await assert.rejects(ask(people.guard, { basis: 'own-work' }), refused('own-work-is-the-actors'))
    const asked = await ask(people.guard, fine)
    assert.equal((await takeClockSteps(base.db, requestSteps, at('2026-11-30'))).taken, 0)
    assert.ok((await takeClockSteps(base.db, requestSteps, at('2026-12-21'))).taken > 0)
    assert.equal((await requestFor(people.guard, base.db.pool, { ...asked, moment }))?.record.state, 'lapsed')
  })
})

describe('recovery by two custodians', () => {
  test('a lost passphrase: two custodians together give the key anew, one alone cannot', async () => {
    const record = await sealed()
    // The desk forgets the passphrase and makes a new pair: nothing opens.
    await forgets(people.desk)
    await assert.rejects(reads(people.desk, record), stranger)
    const request = await ask(people.desk, {})
    await assert.rejects(
      as(people.one, request, (about) => openFirstHalf(base.db, about)),
      refused('not-in-this-state'),
    )
    await grant(people.three, request)
    for (const other of [people.admin, people.head, people.stranger])
      await assert.rejects(
        as(other, request, (about) => openFirstHalf(base.db, about)),
        stranger,
      )
    await as(people.one, request, (about) => openFirstHalf(base.db, about))
    // The first one alone: neither the step nor the bytes.
    await assert.rejects(
      as(people.one, request, (about) => completeSecondHalf(base.db, about)),
      refused('actor-is-another-custodian'),
    )
    await assert.rejects(reads(people.desk, record), stranger)
    const { rows: halves } = await base.owner.pool.query<{ sealed: Buffer }>(
      'select sealed from recovery_half where request_id = $1 and record_id = $2',
      [request.id, record.id],
    )
    assert.equal(halves.length, 2)
    await withKey(people.one, async (key) => {
      for (const half of halves) assert.throws(() => openSealed(half.sealed, key), Shut)
      const { rows: pairs } = await base.owner.pool.query<{ sealed: Buffer }>(
        'select sealed from recovery_pair where record_id = $1',
        [record.id],
      )
      assert.equal(pairs.length, 6)
      for (const { sealed: pair } of pairs) {
        const inner = opens(pair, key)
        // What the first lock gives is no key yet.
        if (inner) assert.equal(opens(inner, key), null)
      }
    })
    await assert.rejects(
      as(people.desk, request, (about) => completeSecondHalf(base.db, about)),
      stranger,
    )
    await as(people.two, request, (about) => completeSecondHalf(base.db, about))
    assert.equal((await reads(people.desk, record)).words.text, words().text)
    assert.equal(
      (await base.owner.pool.query('select from recovery_half where request_id = $1', [request.id])).rows.length,
      0,
    )
    const history = await sealedHistory(people.head, base.db.pool, { ...record, moment })
    assert.deepEqual(
      history.slice(0, 2).map((one) => [one.action, one.actor]),
      [
        ['read', 'Người desk'],
        ['recover', 'Người two'],
      ],
    )
    for (const one of [people.one, people.two]) await assert.rejects(reads(one, record), stranger)
  })

  const opens = (bytes: Buffer, key: OpenKey) => {
    try {
      return openSealed(bytes, key)
    } catch {
      return null
    }
  }

  test('a custodian who is the subject has no share, and with one clear custodian left there is none', async () => {
    const record = await sealed({ subject_id: people.three.account_id ?? '' })
    const { rows } = await base.owner.pool.query(
      `select count(*)::int as pairs, bool_or($2::uuid in (f.account_id, s.account_id)) as theirs from recovery_pair p
       join officer_key f on f.id = p.first_key_id join officer_key s on s.id = p.second_key_id where p.record_id = $1`,
      [record.id, people.three.account_id],
    )
    assert.deepEqual(rows, [{ pairs: 2, theirs: false }])
    // Who grants may not be the subject either: the keys stay where they are, and nothing is said.
    await forgets(people.desk)
    const request = await ask(people.desk, {})
    await grant(people.three, request)
    await as(people.one, request, (about) => openFirstHalf(base.db, about))
    await as(people.two, request, (about) => completeSecondHalf(base.db, about))
    await assert.rejects(reads(people.desk, record), stranger)
    const better = await ask(people.desk, {})
    await grant(people.one, better)
    await as(people.two, better, (about) => openFirstHalf(base.db, about))
    // The subject completes nothing: no half lies sealed to them.
    await as(people.three, better, (about) => completeSecondHalf(base.db, about))
    await assert.rejects(reads(people.desk, record), stranger)
    const last = await ask(people.desk, {})
    await grant(people.one, last)
    await as(people.two, last, (about) => openFirstHalf(base.db, about))
    await as(people.one, last, (about) => completeSecondHalf(base.db, about))
    assert.ok(await reads(people.desk, record))
  })

  test('what was taken back or left lying leaves no half behind', async () => {
    await sealed()
    const request = await ask(people.desk, {})
    await grant(people.one, request)
    await as(people.one, request, (about) => openFirstHalf(base.db, about))
    const count = async () =>
      (await base.owner.pool.query('select from recovery_half where request_id = $1', [request.id])).rows.length
    assert.ok((await count()) > 0)
    // A half that is waited for cannot be erased.
    await base.db.pool.query('select erase_halves($1, $2)', [request.unit_id, request.id])
    assert.ok((await count()) > 0)
    await withdraw(base.db, { viewer: people.two, ...request, moment })
    assert.equal(await count(), 0)
  })

  test('shares follow a change of custodians, by an insider’s act', async () => {
    const record = await sealed()
    await forgets(people.two)
    const renewed = await withKey(people.head, (key) =>
      renewRecoveries(base.db, { viewer: people.head, unit_id: office.commune, key, moment }),
    )
    assert.ok(renewed > 0)
    const twice = await withKey(people.head, (key) =>
      renewRecoveries(base.db, { viewer: people.head, unit_id: office.commune, key, moment }),
    )
    assert.equal(twice, 0)
    const request = await ask(people.desk, numbered(record))
    await grant(people.three, request)
    await as(people.two, request, (about) => openFirstHalf(base.db, about))
    await as(people.three, request, (about) => completeSecondHalf(base.db, about))
  })

  test('a record that was transferred has the shares of the receiver’s custodians', async () => {
    const second = await officer(base.db, office.province, 'custodian', day, 'Người hai tỉnh')
    await ring.setUp(second.account_id ?? '')
    const record = await sealed({ subject_place: 'elsewhere', subject_id: undefined })
    await as(people.head, record, (opening) => transferDenunciation(base.db, opening, office.province))
    const id = receivedId(record.id, office.province)
    const { rows } = await base.owner.pool.query(
      `select distinct o.account_id from recovery_pair p join officer_key o on o.id = p.first_key_id where p.unit_id = $1 and p.record_id = $2`,
      [office.province, id],
    )
    assert.deepEqual(new Set(rows.map((row) => row.account_id)), new Set([second.account_id, people.above.account_id]))
  })
})

describe('hand-over of keys', () => {
  test('whoever leaves hands all on in one act, after the last day too, and keeps none', async () => {
    const leaver = await officer(base.db, office.commune, 'clerk', day, 'Người đi')
    const successor = await officer(base.db, office.commune, 'reception-officer', day, 'Người đến')
    for (const one of [leaver, successor]) await ring.setUp(one.account_id ?? '')
    const seals = (more: Partial<DenunciationWords> = {}) =>
      sealDenunciation(base.db, { viewer: leaver, unit_id: office.commune, id: uuidv7(), words: words(more), moment })
    const [first, second] = [await seals(), await seals()]
    const about = await seals({ subject_id: successor.account_id ?? '' })
    await base.owner.pool.query(`update position set until_on = $2, state = 'ended' where account_id = $1`, [
      leaver.account_id,
      day,
    ])
    const gone = await onDay(base.db, leaver, day)
    assert.equal(gone.positions.length, 0)
    await assert.rejects(reads(gone, first), stranger)
    assert.equal(await sealedRecord(gone, base.db.pool, { ...first, moment }), null)
    const found = await sealedRecord(people.head, base.db.pool, { ...first, moment })
    assert.deepEqual(
      found?.facts.left.map((one) => one.account_id),
      [leaver.account_id],
    )
    const hand = (to: Viewer) =>
      withKey(gone, (key) =>
        handOnAll(base.db, { viewer: gone, unit_id: office.commune, key, moment }, to.account_id ?? ''),
      )
    // Who neither takes in nor settles is no successor.
    assert.deepEqual(await hand(people.handler), { handed_on: 0, kept: 3 })
    assert.deepEqual(await hand(successor), { handed_on: 2, kept: 1 })
    for (const record of [first, second]) {
      assert.equal((await reads(successor, record)).words.text, words().text)
      assert.ok(!(await keysOf(record)).includes(leaver.account_id ?? ''))
    }
    await assert.rejects(reads(successor, about), stranger)
    // Nobody kept the key of a leaver who is gone: an insider takes it back.
    await as(people.head, about, (opening) => removeKeyOf(base.db, opening, leaver.account_id ?? ''))
    assert.ok(!(await keysOf(about)).includes(leaver.account_id ?? ''))
    await assert.rejects(
      as(people.head, about, (opening) => removeKeyOf(base.db, opening, people.desk.account_id ?? '')),
      refused('holder-has-left'),
    )
  })

  test('a word of another unit goes along', async () => {
    const record = await sealed()
    const typed = {
      'note-contact': {
        happened_on: '20/11/2026',
        happened_at: '9:30',
        who: 'for-subject',
        way: 'visit',
        note: 'Đến nhà.',
      },
      withdraw: { whole: true, reason: 'Thôi.', happened_on: '20/11/2026', happened_at: '15:00' },
    } as const
    for (const [step, form] of Object.entries(typed))
      await as(people.desk, record, (opening) =>
        proceedingSteps[step as keyof typeof typed].take(base.db, opening, form),
      )
    const [line] = await wordLines(people.provinceHead, base.db.pool)
    assert.ok(line)
    const clerk = await officer(base.db, office.province, 'clerk', day, 'Người văn thư')
    await ring.setUp(clerk.account_id ?? '')
    const word = { unit_id: office.province, id: line.id }
    await assert.rejects(
      as(clerk, word, (opening) => openWord(base.db, opening)),
      stranger,
    )
    const done = await withKey(people.provinceHead, (key) =>
      handOnAll(
        base.db,
        { viewer: people.provinceHead, unit_id: office.province, key, moment },
        clerk.account_id ?? '',
      ),
    )
    assert.ok(done.handed_on > 0)
    assert.match((await as(clerk, word, (opening) => openWord(base.db, opening))).content.paragraphs[0] ?? '', /24 giờ/)
    await assert.rejects(
      as(people.provinceHead, word, (opening) => openWord(base.db, opening)),
      stranger,
    )
  })

  test('the server’s role cannot erase a key that no event took away', async () => {
    const record = await sealed()
    await base.db.pool.query('select erase_ended_keys($1, $2)', [record.unit_id, record.id])
    assert.equal((await keysOf(record)).length, 2)
    for (const table of ['record_key', 'recovery_pair', 'recovery_half', 'key_end'])
      await assert.rejects(base.db.pool.query(`delete from ${table}`), /permission denied/)
  })
})

describe('units that merge', () => {
  test('who took over reads with a key of the past, and gets one by recovery or from an insider', async () => {
    const record = await sealed()
    const heir = randomUUID()
    const on = '2026-11-25'
    const { pool } = base.owner
    await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [heir])
    await pool.query(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
       values ($1, $2, $3, 'Phường Mới', 'phuong moi', 'phuong moi', 'commune', '09999')`,
      [heir, `[${on},)`, office.province],
    )
    await pool.query(`update unit_period set valid = $2 where unit_id = $1`, [office.commune, `[2012-01-01,${on})`])
    await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on, share) values ($1, $2, $3, 1)`, [
      office.commune,
      heir,
      on,
    ])
    for (const [ancestor, depth] of [
      [heir, 0],
      [office.province, 1],
      [office.country, 2],
    ])
      await pool.query(`insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $2, $3, $4)`, [
        heir,
        ancestor,
        `[${on},)`,
        depth,
      ])
    await pool.query(`update position set until_on = $2, state = 'ended' where unit_id = $1`, [office.commune, on])
    const when = at(on)
    const post = async (viewer: Viewer, kind: 'head' | 'custodian' | 'reception-officer') => {
      await givePosition(base.db, {
        account_id: viewer.account_id ?? '',
        unit_id: heir,
        kind,
        title: 'Cán bộ',
        from_on: when.on,
      })
      return onDay(base.db, viewer, on)
    }
    const one = await post(people.one, 'custodian')
    const two = await post(people.two, 'custodian')
    const desk = await post(people.desk, 'reception-officer')
    // The former head of another commune leads the new one and holds no key to what it took over.
    const head = await post(people.stranger, 'head')
    const former = await onDay(base.db, people.head, on)
    await assert.rejects(reads(former, record, when), stranger)
    await assert.rejects(reads(head, record, when), stranger)
    assert.ok(await reads(desk, record, when))
    assert.ok((await sealedLines(desk, base.db.pool)).some((line) => line.id === record.id))
    const request = await askForKey(base.db, {
      viewer: head,
      id: uuidv7(),
      typed: { unit_id: office.commune, basis: 'own-work', reason: 'Tiếp nhận việc của phường cũ.' } as Asked,
      moment: when,
    })
    await as(one, request, (about) => decideRequest(base.db, about, { grants: true, ground: 'Đúng.' }), when)
    const waiting = await grantedFor(
      desk,
      base.db.pool,
      (await sealedRecord(desk, base.db.pool, { ...record, moment: when }))!.record,
      when,
    )
    assert.deepEqual(
      waiting.map((found) => found.id),
      [request.id],
    )
    await as(one, request, (about) => openFirstHalf(base.db, about), when)
    await as(two, request, (about) => completeSecondHalf(base.db, about), when)
    assert.ok(await reads(head, record, when))
  })
})
