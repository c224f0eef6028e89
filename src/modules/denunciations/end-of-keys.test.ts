/** The end of a sealed record, a lost slip given anew, and keys that an organisation's service holds. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { KeyRing, passphrase } from '../../../tests/support/key-ring.ts'
import { at, type Office, onDay, smallOffice } from '../../../tests/support/office.ts'
import { createFrame } from '../../http/frame.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { check } from '../../platform/actions/check-command.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { hashPassword } from '../../platform/password.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { newKeyPair, openSealed } from '../../platform/vault/box.ts'
import { newChannelKey } from '../../platform/vault/channel-key.ts'
import { type KeyService, keyServiceAt, makeHeldKey } from '../../platform/vault/key-service.ts'
import { openWithPassphrase } from '../../platform/vault/officer-key.ts'
import { voidLetter } from '../books/void-letter.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import { openSignIn, type SignIn, signInWith } from '../people/sign-in.ts'
import { viewerOf, viewerOfAccount } from '../people/viewer-of.ts'
import { guide } from '../petitions/guide.ts'
import { record } from '../petitions/record.ts'
import { behindTheDoor, viewOf } from './denouncer.ts'
import { eraseDestroyed } from './destroy.ts'
import { destroyWord } from './destroy-word.ts'
import { certificateLines, endedLines, retentionLines } from './destruction-queries.ts'
import { endRetention } from './end-retention.ts'
import { denunciationPages } from './module.ts'
import { openCertificate } from './open-certificate.ts'
import { type Opening, openDenunciation } from './opening.ts'
import { proceedingSteps } from './proceeding.ts'
import { sealedLines, sealedRecord } from './queries.ts'
import { renewChannelOf } from './renew-channel.ts'
import { sealPetitionAway } from './seal-petition-away.ts'
import { sealDenunciation } from './sealing.ts'
import { setRetention } from './set-retention.ts'

let base: TestDatabase
let office: Office
const data = mkdtempSync(join(tmpdir(), 'ends-'))
let ring: KeyRing
const sealed_on = '2026-11-20'
/** The last day of keeping what was shelved in 2026, and the day after. */
const last_day = '2027-12-31'
const day_after = '2028-01-01'
let people: Record<'desk' | 'head' | 'subject' | 'one' | 'two' | 'stranger' | 'above', Viewer>

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  ring = new KeyRing(base.db, sealed_on)
  people = await ring.people({
    desk: [office.commune, 'reception-officer'],
    head: [office.commune, 'head'],
    subject: [office.commune, 'clerk'],
    one: [office.commune, 'custodian'],
    two: [office.commune, 'custodian'],
    stranger: [office.neighbour, 'head'],
    above: [office.province, 'head'],
  })
})
after(async () => {
  ring.close()
  await base.close()
  rmSync(data, { recursive: true, force: true })
})

async function as<T>(
  name: keyof typeof people,
  record: { unit_id: string; id: string },
  work: (opening: Opening) => Promise<T>,
  day = sealed_on,
): Promise<T> {
  const viewer = await onDay(base.db, people[name], day)
  const key = await ring.keyOf(viewer)
  return work({ viewer, unit_id: record.unit_id, id: record.id, key, moment: at(day), data })
}

const word = 'Xqzvbtieng'

/** Sealed at the desk with a file and a slip, about the clerk. */
async function sealed(slip?: string, viewer: Viewer = people.desk) {
  const picture = Buffer.from(`biên lai ${word}`)
  const file = { name: 'a.txt', media_type: 'text/plain', size: picture.length, bytes: async () => picture }
  return sealDenunciation(base.db, {
    viewer,
    unit_id: office.commune,
    id: uuidv7(),
    words: {
      received_on: at(sealed_on).on,
      source: 'in-person',
      person_name: 'Hoàng Thị Kể',
      person_address: 'Tổ 4',
      several: false,
      subject_place: 'officer-here',
      subject_id: people.subject.account_id ?? '',
      subject: 'Văn thư',
      text: word,
    },
    moment: at(sealed_on),
    files: { data, of: [file] },
    ...(slip === undefined ? {} : { slip }),
  })
}

async function shelved(slip?: string) {
  const record = await sealed(slip)
  await as('head', record, (opening) =>
    proceedingSteps.shelve.take(base.db, opening, { ground: 'guided-already', note: 'Đã hướng dẫn.' }),
  )
  return record
}

const destroy = (record: { unit_id: string; id: string }, day = day_after, who: keyof typeof people = 'head') =>
  as(who, record, (opening) => proceedingSteps.destroy.take(base.db, opening, { confirmed: true }), day)
const refused = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
const filesOnDisk = () =>
  readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

async function rowsLeft(record: { unit_id: string; id: string }) {
  const { rows } = await base.owner.pool.query<{ n: number }>(
    `select (select count(*) from record_key where record_id = $1) + (select count(*) from recovery_pair where record_id = $1)
       + (select count(*) from channel where record_id = $1) + (select count(*) from attachment where record_id = $1)
       + (select count(*) from sealed_field where record_id = $1 or record_id in (select part_id from destroyed_part where record_id = $1))
       + (select count(*) from document d where d.record_id = $1 and d.kind = 'private' and d.data ->> 'sealed' <> '') as n`,
    [record.id],
  )
  return Number(rows[0]?.n)
}

describe('the end of a sealed record', () => {
  test('only after its time, by who settles, never while it is held; then nothing of it can be opened', async () => {
    const slip = newChannelKey(await prefixOfUnit(base.db.pool, office.commune))
    const running = await sealed()
    await assert.rejects(destroy(running), refused('not-in-this-state'))
    const files_before = filesOnDisk()
    const record = await shelved(slip)
    assert.equal(filesOnDisk(), files_before + 1)
    await assert.rejects(destroy(record, last_day), refused('retention-has-passed'))
    await assert.rejects(destroy(record, day_after, 'desk'), refused('not-yours'))
    await assert.rejects(destroy(record, day_after, 'stranger'), refused('not-yours'))
    const unticked = as('head', record, (o) => proceedingSteps.destroy.take(base.db, o, {}), day_after)
    await assert.rejects(unticked, WrongInput)

    const listed = async (who: keyof typeof people, day: string) =>
      (await endedLines(await onDay(base.db, people[who], day), base.db.pool)).filter((one) => one.id === record.id)
    assert.equal((await listed('head', last_day)).length, 0)
    assert.equal((await listed('desk', day_after)).length, 1)
    for (const outsider of ['subject', 'one', 'stranger', 'above'] as const)
      assert.equal((await listed(outsider, day_after)).length, 0, outsider)

    const held = { ground: 'Có đơn kiện ra tòa.', until: '2028-06-30' }
    await assert.rejects(
      as('desk', record, (o) => proceedingSteps.hold.take(base.db, o, { ...held, until: sealed_on })),
      WrongInput,
    )
    await as('desk', record, (o) => proceedingSteps.hold.take(base.db, o, held))
    assert.equal((await listed('head', day_after))[0]?.held?.toString(), '2028-06-30')
    await assert.rejects(destroy(record), refused('no-hold-is-on'))
    const release = (who: keyof typeof people) =>
      as(who, record, (o) => proceedingSteps['release-hold'].take(base.db, o, { reason: 'Tòa đã xử xong.' }), day_after)
    await assert.rejects(release('desk'), refused('not-yours'))
    await release('head')
    await assert.rejects(release('head'), refused('a-hold-is-on'))

    await destroy(record)
    const { rows } = await base.owner.pool.query('select state from denunciation where id = $1', [record.id])
    assert.deepEqual(rows, [{ state: 'destroyed' }])
    assert.equal(await rowsLeft(record), 1, 'the certificate alone')
    assert.equal(filesOnDisk(), files_before)
    for (const name of ['head', 'desk', 'one'] as const) {
      await assert.rejects(
        as(name, record, (o) => openDenunciation(base.db, o), day_after),
        refused('not-yours'),
      )
      const viewer = await onDay(base.db, people[name], day_after)
      assert.equal(await sealedRecord(viewer, base.db.pool, { ...record, moment: at(day_after) }), null)
      assert.equal(
        (await sealedLines(viewer, base.db.pool)).some((one) => one.id === record.id),
        false,
      )
    }
    assert.equal(await behindTheDoor(base.db, { slip }, async () => true), null)
    await eraseDestroyed(base.db, data, record, at(day_after))
    await assert.rejects(destroy(record), refused('not-yours'))
    const client = await base.owner.pool.connect()
    const report = await check(client, data).finally(() => client.release())
    assert.deepEqual(report.faults, [])
  })

  test('the certificate tells a number and a year to insiders and clear custodians, nothing to anybody else', async () => {
    const record = await shelved()
    await destroy(record)
    const lines = async (who: keyof typeof people) =>
      (await certificateLines(await onDay(base.db, people[who], day_after), base.db.pool)).filter(
        (one) => one.record_id === record.id,
      )
    for (const reader of ['head', 'desk', 'one', 'two'] as const)
      assert.deepEqual(
        (await lines(reader)).map((one) => [one.register_year, one.issued_on.toString()]),
        [[2026, day_after]],
        reader,
      )
    for (const outsider of ['subject', 'stranger', 'above'] as const) {
      assert.deepEqual(await lines(outsider), [], outsider)
      const at_record = { unit_id: record.unit_id, record_id: record.id }
      await assert.rejects(
        as(outsider, record, (o) => openCertificate(base.db, at_record, o.key)),
        refused('not-yours'),
      )
    }
    const { bytes } = await as('one', record, (o) =>
      openCertificate(base.db, { unit_id: record.unit_id, record_id: record.id }, o.key),
    )
    assert.ok(bytes.length > 1000)
  })

  test('a protection that goes on keeps it; words to the unit above go with it, and nothing else can be erased', async () => {
    const record = await sealed()
    const met = { form_met: true, has_capacity: true, within_competence: true, has_basis: true, settled_before: false }
    await as('head', record, (o) => proceedingSteps.accept.take(base.db, o, { content: 'Thu tiền.', ...met }))
    await as('desk', record, (o) =>
      proceedingSteps['note-contact'].take(base.db, o, {
        happened_on: sealed_on,
        happened_at: '08:00',
        who: 'subject',
        way: 'visit',
        note: 'Người ấy đến nhà.',
      }),
    )
    await as('desk', record, (o) =>
      proceedingSteps.withdraw.take(base.db, o, {
        whole: true,
        reason: 'Tôi rút.',
        happened_on: sealed_on,
        happened_at: '10:00',
      }),
    )
    const sent = await base.owner.pool.query('select id, unit_id from sealed_word where from_id = $1', [record.id])
    assert.equal(sent.rows.length, 1)
    const marked = { unit_id: sent.rows[0].unit_id, id: sent.rows[0].id }
    const wiping = () =>
      perform(base.db, destroyWord, {
        viewer: clockViewer(at(day_after).on),
        ...marked,
        input: {},
        moment: at(day_after),
      })
    await assert.rejects(wiping(), refused('its-record-is-destroyed'))
    for (const id of [record.id, marked.id])
      await assert.rejects(
        base.db.pool.query('select erase_destroyed($1, $2)', [record.unit_id, id]),
        /was not destroyed/,
      )
    await as('head', record, (o) =>
      proceedingSteps['confirm-withdrawal'].take(base.db, o, {
        without_subject: true,
        own_will: true,
        note: 'Gặp riêng.',
      }),
    )
    await as('head', record, (o) =>
      proceedingSteps.terminate.take(base.db, o, { ground: 'withdrawn', note: 'Đã rút.' }),
    )
    await as('head', record, (o) =>
      proceedingSteps['ask-protection'].take(base.db, o, {
        by_phone: false,
        who: 'Người gửi',
        danger: 'Sợ.',
        measures: ['secrecy'],
      }),
    )
    const late = '2042-01-02'
    await assert.rejects(destroy(record, '2041-12-31'), refused('retention-has-passed'))
    await assert.rejects(destroy(record, late), refused('protection-has-ended'))
    await as(
      'head',
      record,
      (o) => proceedingSteps['refuse-protection'].take(base.db, o, { reason: 'Không có căn cứ.' }),
      late,
    )
    await destroy(record, late)
    const word_rows = await base.owner.pool.query(
      `select w.state, (select count(*)::int from sealed_field f where f.record_id = w.id) as fields,
         (select count(*)::int from record_key k where k.record_id = w.id) as keys from sealed_word w where w.id = $1`,
      [marked.id],
    )
    assert.deepEqual(word_rows.rows, [{ state: 'destroyed', fields: 0, keys: 0 }])
  })

  test('an office keeps longer by a dated decision, never shorter, and only its head sets it', async () => {
    const set = (who: Viewer, years: number, id = uuidv7()) =>
      perform(base.db, setRetention, {
        viewer: who,
        unit_id: office.province,
        id,
        input: { record_class: 'kept-only', years, decision: 'QĐ 12/2028', from_on: '2028-01-02' },
        moment: at('2028-01-02'),
      })
    await assert.rejects(set(people.desk, 5), refused('not-yours'))
    await assert.rejects(set(people.above, 0), WrongInput)
    const record = await shelved()
    const { id } = await set(people.above, 5)
    // Set by the unit above, from its day on.
    await assert.rejects(destroy(record, '2028-01-02'), refused('retention-has-passed'))
    const [kept_only] = await retentionLines(await onDay(base.db, people.head, '2028-01-02'), base.db.pool, [
      office.commune,
    ])
    assert.deepEqual(
      kept_only?.set.map((one) => one.years),
      [5],
    )
    const end = (viewer: Viewer) =>
      perform(base.db, endRetention, {
        viewer,
        unit_id: office.province,
        id,
        input: { reason: 'Văn bản mới.' },
        moment: at('2028-02-01'),
      })
    await assert.rejects(end(people.head), refused('not-yours'))
    await end(people.above)
    await destroy(record, '2028-02-02')
  })
})

describe('a lost slip', () => {
  test('an insider gives a new key; the old one opens nothing, the talk goes on and tells of it', async () => {
    const slip = async () => newChannelKey(await prefixOfUnit(base.db.pool, office.commune))
    const [old, fresh] = [await slip(), await slip()]
    const record = await sealed(old)
    const opens = (key: string) => behindTheDoor(base.db, { slip: key }, async (_, chain) => chain.map((one) => one.id))
    assert.deepEqual(await opens(old), [record.id])
    for (const outsider of ['subject', 'stranger', 'one'] as const)
      await assert.rejects(
        as(outsider, record, (o) => renewChannelOf(base.db, o, { slip: fresh, how: 'Xem căn cước.' })),
        refused('not-yours'),
      )
    await as('desk', record, (o) => renewChannelOf(base.db, o, { slip: fresh, how: 'Xem căn cước.' }))
    assert.equal(await opens(old), null)
    assert.deepEqual(await opens(fresh), [record.id])
    const { rows } = await base.owner.pool.query('select version from channel where record_id = $1', [record.id])
    assert.deepEqual(rows, [{ version: 2 }])
    const view = await viewOf(base.db, { slip: fresh, moment: at(sealed_on), data })
    assert.deepEqual(
      view?.messages.map((one) => one.kind),
      ['renewed'],
    )
    const opened = await as('head', record, (o) => openDenunciation(base.db, o))
    assert.deepEqual(opened.steps.at(-1)?.answers, { how: 'Xem căn cước.' })

    const without = await sealed()
    await assert.rejects(
      as('desk', without, (o) => renewChannelOf(base.db, o, { slip: fresh, how: 'x' })),
      refused('a-channel-is-open'),
    )
  })
})

/** A key service as an organisation would run it, with libsodium and a list of one-time codes. */
class Service {
  readonly #pairs = new Map<string, ReturnType<typeof newKeyPair>>()
  readonly #grants = new Map<string, string>()
  readonly codes = new Set<string>()
  readonly asked: string[] = []
  mode: 'well' | 'silent' | 'wrong' | 'broken' = 'well'
  readonly #server = createServer((request, response) => {
    let text = ''
    request.on('data', (piece) => {
      text += piece
    })
    request.on('end', () => {
      this.asked.push(text)
      if (this.mode === 'silent') return
      const [status, said] = this.#answer(request.url ?? '', JSON.parse(text))
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(this.mode === 'broken' ? '{"opened"' : JSON.stringify(said))
    })
  })
  readonly path = join(data, 'keys.sock')
  listen = () => new Promise<void>((resolve) => this.#server.listen(this.path, resolve))
  end = () => new Promise((resolve) => this.#server.close(resolve))
  #answer(url: string, said: Record<string, string>): [number, object] {
    const { key = '', session = '', token = '', grant = '', sealed = '' } = said
    const no: [number, object] = [403, {}]
    if (url === '/v1/keys') {
      if (!this.codes.delete(token)) return no
      this.#pairs.set(key, newKeyPair())
      return [200, { public_key: this.#pairs.get(key)?.public_key.toString('base64') }]
    }
    if (url === '/v1/sessions') {
      if (!this.codes.delete(token)) return no
      const given = randomUUID()
      this.#grants.set(`${key}/${session}`, given)
      return [200, { grant: given }]
    }
    if (this.#grants.get(`${key}/${session}`) !== grant) return no
    if (url === '/v1/sessions/end') {
      this.#grants.delete(`${key}/${session}`)
      return [200, {}]
    }
    const pair = this.#pairs.get(key)
    assert.ok(pair)
    const opened = openSealed(Buffer.from(sealed, 'base64'), pair)
    if (this.mode === 'wrong') opened.fill(7)
    return [200, { opened: opened.toString('base64') }]
  }
}

describe('a key that the organisation’s service holds', () => {
  const service = new Service()
  let address: KeyService
  let signIn: SignIn
  before(async () => {
    await service.listen()
    address = { ...(keyServiceAt(`unix:${service.path}`) ?? assert.fail()), wait_ms: 300 }
    signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  })
  after(async () => {
    await signIn.end()
    await service.end()
  })
  const code = (word: string) => {
    service.codes.add(word)
    return word
  }

  test('an officer chooses it, opens a session with a one-time code, works, and nothing of the pair comes here', async () => {
    const { id } = await createAccount(base.db, {
      name: 'Đỗ Thị Thẻ',
      sign_in_name: 'do.thi.the',
      password_hash: await hashPassword('hoa sen trong đầm'),
    })
    await givePosition(base.db, {
      account_id: id,
      unit_id: office.commune,
      kind: 'reception-officer',
      title: 'Công chức',
      from_on: Temporal.PlainDate.from('2020-01-01'),
    })
    const app = createFrame({
      moment: () => at(sealed_on),
      viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
      officeOf: () => ({ name: 'Gần Dân' }),
    })
    denunciationPages(app, { signIn, config: { data, key_service: address } })
    const cookies = new Map<string, string>()
    const keep = (set: readonly string[]) => {
      for (const one of set) {
        const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s)
        cookies.set(name, value)
      }
    }
    const ask = async (path: string, form?: Record<string, string>) => {
      const Cookie = [...cookies].map((one) => one.join('=')).join('; ')
      const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie }
      const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
      const socket = { incoming: { socket: { remoteAddress: '10.9.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }
      const response = await app.request(`http://gandan.test${path}`, init, socket)
      keep(response.headers.getSetCookie())
      return { status: response.status, location: response.headers.get('Location'), text: await response.text() }
    }
    const from = { headers: new Headers(), address: '10.9.0.1', secure: false }
    const given = await signInWith(signIn, { name: 'do.thi.the', password: 'hoa sen trong đầm' }, from, at(sealed_on))
    assert.ok(given.ok)
    keep(given.cookies)
    assert.match((await ask('/khoa')).text, /Để dịch vụ giữ khóa của cơ quan giữ/)
    const refusedCode = await ask('/khoa/let-hold', { token: 'sai', understood: 'yes' })
    assert.equal(refusedCode.status, 422)
    assert.match(refusedCode.text, /Dịch vụ giữ khóa của cơ quan từ chối/)
    assert.equal((await ask('/khoa/let-hold', { token: code('m1'), understood: 'yes' })).status, 303)
    const { rows } = await base.owner.pool.query(
      'select held_by, salt, nonce, sealed_private, length(public_key) as bytes from officer_key where account_id = $1',
      [id],
    )
    assert.deepEqual(rows, [{ held_by: 'key-service', salt: null, nonce: null, sealed_private: null, bytes: 32 }])

    assert.equal((await ask('/khoa/unlock', { token: 'm1' })).status, 422, 'a code counts once')
    assert.equal((await ask('/khoa/unlock', { token: code('m2') })).location, '/khoa?xong=unlock')
    const viewer = await viewerOfAccount(base.db.pool, id, at(sealed_on))
    assert.ok(viewer)
    const record = await sealed(undefined, viewer)
    const path = `/ho-so-rieng/${record.unit_id}/${record.id}`
    const opened = await ask(`${path}/read`, {})
    assert.equal(opened.status, 200)
    assert.match(opened.text, new RegExp(word))

    const typed = { several_places: 'no', note: 'Đã gọi hỏi lại từng điều.', seen: '1' }
    for (const [mode, sentence] of [
      ['silent', /không trả lời/],
      ['wrong', /trả lời sai/],
      ['broken', /trả lời sai/],
    ] as const) {
      service.mode = mode
      const answer = await ask(`${path}/check`, typed)
      assert.equal(answer.status, 422, mode)
      assert.match(answer.text, sentence)
      assert.match(answer.text, /Đã gọi hỏi lại từng điều\./)
      assert.match((await ask(`${path}/read`, {})).text, sentence)
    }
    service.mode = 'well'
    assert.equal((await ask(`${path}/check`, typed)).status, 303)
    assert.equal((await ask('/khoa/lock', {})).status, 303)
    assert.match(service.asked.at(-1) ?? '', /grant/)
    assert.match((await ask(`${path}/read`, {})).location ?? '', /^\/khoa/)
    assert.equal(await openWithPassphrase(base.db.pool, id, passphrase), null)
    assert.ok(service.asked.every((one) => !one.includes(word)))
  })

  test('an address that is none ends the start; where nobody listens it is said', async () => {
    assert.equal(keyServiceAt(undefined), null)
    for (const wrong of ['http://keys.vn', 'keys.vn', 'unix:keys.sock'])
      assert.throws(() => keyServiceAt(wrong), /GANDAN_KEY_SERVICE/)
    const nobody = { address: `unix:${join(data, 'nobody.sock')}`, wait_ms: 300 }
    const asked = { officer: 'x', key: uuidv7(), token: 'x' }
    await assert.rejects(
      makeHeldKey(nobody, asked),
      (fault) => fault instanceof WrongInput && fault.faults[0]?.code === 'key-service-away',
    )
  })
})

test('the pages: listed when its time has passed, destroyed by its form, the certificate handed out, the record gone', async () => {
  const signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  try {
    const id = people.head.account_id
    await base.owner.pool.query('update auth_account set password = $2 where user_id = $1', [
      id,
      await hashPassword('hoa sen trong đầm'),
    ])
    const named = await base.owner.pool.query('select sign_in_name as name from account where id = $1', [id])
    const slip = newChannelKey(await prefixOfUnit(base.db.pool, office.commune))
    const record = await shelved(slip)
    const app = createFrame({
      moment: () => at(day_after),
      viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
      officeOf: () => ({ name: 'Gần Dân' }),
    })
    denunciationPages(app, { signIn, config: { data } })
    const from = { headers: new Headers(), address: '10.9.0.2', secure: false }
    const who = { name: named.rows[0].name, password: 'hoa sen trong đầm' }
    const given = await signInWith(signIn, who, from, at(day_after))
    assert.ok(given.ok)
    const cookies = given.cookies.map((one) => one.split(';')[0] ?? '')
    const ask = async (path: string, form?: Record<string, string>) => {
      const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: cookies.join('; ') }
      const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
      const socket = { incoming: { socket: { remoteAddress: '10.9.0.2', remotePort: 1, remoteFamily: 'IPv4' } } }
      const response = await app.request(`http://gandan.test${path}`, init, socket)
      cookies.push(...response.headers.getSetCookie().map((one) => one.split(';')[0] ?? ''))
      return { status: response.status, location: response.headers.get('Location'), text: await response.text() }
    }
    await ask('/khoa/unlock', { passphrase })
    const path = `/ho-so-rieng/${record.unit_id}/${record.id}`
    // The slip first: a form without the tick keeps what was typed, the same form sent twice shows the same key.
    const unticked = await ask(`${path}/renew-channel`, { how: 'Xem căn cước.', slip: '' })
    assert.equal(unticked.status, 422)
    assert.match(unticked.text, /Xem căn cước\./)
    const fresh = /name="slip" value="([^"]+)"/.exec(unticked.text)?.[1] ?? assert.fail('no key in the form')
    for (let times = 0; times < 2; times++) {
      const shown = await ask(`${path}/renew-channel`, { checked: 'yes', how: 'Xem căn cước.', slip: fresh })
      assert.match(shown.text.replace(/<[^>]*>/g, ''), new RegExp(fresh))
    }
    const { rows } = await base.owner.pool.query('select version from channel where record_id = $1', [record.id])
    assert.deepEqual(rows, [{ version: 2 }])

    assert.match((await ask('/ho-so-rieng')).text, /1 hồ sơ đã hết thời hạn lưu giữ/)
    const listed = (await ask('/ho-so-rieng/het-han')).text
    assert.match(listed, new RegExp(`${path}/destroy`))
    // The certificates of the tests before stand in the same book.
    const before_it = Number(/Sổ năm 2026: đã hủy (\d+) hồ sơ/.exec(listed)?.[1] ?? 0)
    const form = await ask(`${path}/destroy`)
    const seen = /name="seen" value="(\d+)"/.exec(form.text)?.[1] ?? ''
    assert.equal((await ask(`${path}/destroy`, { seen })).status, 422)
    const done = await ask(`${path}/destroy`, { seen, confirmed: 'yes' })
    assert.deepEqual([done.status, done.location], [303, '/ho-so-rieng/het-han?xong=1'])
    const after_it = await ask('/ho-so-rieng/het-han')
    assert.match(after_it.text, new RegExp(`Sổ năm 2026: đã hủy ${before_it + 1} hồ sơ`))
    const paper = `/ho-so-rieng/het-han/${record.unit_id}/${record.id}`
    assert.match((await ask(paper, {})).text, /^PK/)
    assert.equal((await ask(`/ho-so-rieng/het-han/${record.unit_id}/${uuidv7()}`, {})).status, 404)
    for (const gone of [path, `${path}/destroy`]) assert.equal((await ask(gone)).status, 404)

    const shorter = { id: uuidv7(), record_class: 'settled', years: '5', decision: 'QĐ 1', from_on: '01/02/2028' }
    const refusal = await ask('/ho-so-rieng/het-han', shorter)
    assert.equal(refusal.status, 409)
    assert.match(refusal.text, /Không được ngắn hơn thời hạn chung/)
    assert.equal((await ask('/ho-so-rieng/het-han', { ...shorter, years: '20' })).status, 303)
    assert.match((await ask('/ho-so-rieng/het-han')).text, /20 năm, từ ngày/)
  } finally {
    await signIn.end()
  }
})

test('a petition that was sealed away leaves no letter that can be read, nor a reason said about one', async () => {
  const told = 'Qzxwvsecret'
  const id = uuidv7()
  const take = <A extends AnyAction>(action: A, of: string, input: object, viewer = people.desk) =>
    perform(base.db, action, { viewer, unit_id: office.commune, id: of, input, moment: at(sealed_on) } as never)
  await take(record, id, {
    received_on: sealed_on,
    source: 'post',
    petitioner_name: `Hoàng ${told}`,
    petitioner_address: 'Tổ 4',
    title: `Việc ${told}`,
    text: told,
    signed: true,
    code: newTrackingCode(await prefixOfUnit(base.db.pool, office.commune)),
  })
  await take(guide, id, { where: 'Thanh tra', reason: told })
  const { rows } = await base.owner.pool.query('select id from document where record_id = $1', [id])
  const change = uuidv7()
  await take(voidLetter, change, { letter_id: rows[0].id, reason: told }, people.subject)
  // As where it came back for another classification.
  await base.owner.pool.query(`update petition set processed_on = null, state = 'received' where id = $1`, [id])
  await sealPetitionAway(
    base.db,
    { viewer: people.desk, unit_id: office.commune, id, moment: at(sealed_on), data },
    { subject_place: 'elsewhere', subject: told },
  )
  for (const table of ['document', 'letter_change', 'payload', 'petition', 'event', 'step_draft']) {
    const { rows } = await base.owner.pool.query(`select count(*)::int as n from ${table} t where t::text ilike $1`, [
      `%${told}%`,
    ])
    assert.equal(rows[0].n, 0, table)
  }
  const tombs = await base.owner.pool.query('select erased_ground from payload where record_id = $1', [change])
  assert.deepEqual(tombs.rows, [{ erased_ground: 'sealed-away' }])
  const client = await base.owner.pool.connect()
  const report = await check(client, data).finally(() => client.release())
  // The one fault is the state that was set above by hand.
  assert.deepEqual(
    report.faults.filter((fault) => fault.record_id !== id),
    [],
  )
})
