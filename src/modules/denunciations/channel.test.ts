/** The private channel as both sides walk it, and what everybody without the key is told. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import * as mupdf from 'mupdf'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { KeyRing } from '../../../tests/support/key-ring.ts'
import { at, type Office, onDay, smallOffice } from '../../../tests/support/office.ts'
import { createFrame } from '../../http/frame.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { hashPassword } from '../../platform/password.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { newKey } from '../../platform/vault/box.ts'
import { newChannelKey, openChannelKey, readChannelKey } from '../../platform/vault/channel-key.ts'
import { bucketOf, openStream, sealStream } from '../../platform/vault/sealed-stream.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import type { PositionKind } from '../people/position.ts'
import { openSignIn, type SignIn } from '../people/sign-in.ts'
import { citizen, viewerOf, viewerOfAccount } from '../people/viewer-of.ts'
import { channelCookie, keepSlip, slipIn } from './channel-cookie.ts'
import { openCopy, openExtract } from './extract.ts'
import { denunciationPages } from './module.ts'
import { type Opening, openDenunciation, openSealedFile, transferDenunciation } from './opening.ts'
import { proceedingSteps } from './proceeding.ts'
import { sealedLines } from './queries.ts'
import { giveCopy } from './redact-copy.ts'
import { writeFromDenouncer } from './write-from-denouncer.ts'

let base: TestDatabase
let office: Office
let signIn: SignIn
let app: ReturnType<typeof createFrame>
const data = mkdtempSync(join(tmpdir(), 'channel-'))
const day = '2026-11-20'
const secret = 'a test secret of more than thirty-two characters'
let ring: KeyRing
const people = new Map<string, Viewer>()
/** Each test comes from an address of its own: the brake on guessing is one of the things tested. */
let address = '10.1.0.1'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  ring = new KeyRing(base.db, day)
  signIn = openSignIn({ db: base.db, url: base.url, secret })
  app = createFrame({
    moment: () => ({ ...at(day) }),
    viewerOf: (c) => viewerOf(signIn, c.req.raw.headers, c.var.moment),
    officeOf: () => ({ name: 'Gần Dân' }),
  })
  denunciationPages(app, { signIn, config: { data } })
  const password_hash = await hashPassword('hoa sen trong đầm')
  const post = async (who: string, name: string, kind: PositionKind, unit_id: string, title: string) => {
    const { id } = await createAccount(base.db, { name, sign_in_name: `c${uuidv7().slice(-12)}`, password_hash })
    await givePosition(base.db, { account_id: id, unit_id, kind, title, from_on: '2020-01-01' })
    await ring.setUp(id)
    const viewer = await viewerOfAccount(base.db.pool, id, at(day))
    assert.ok(viewer)
    people.set(who, viewer)
  }
  await post('head', 'Trần Văn Đầu', 'head', office.commune, 'Chủ tịch')
  await post('desk', 'Lê Thị Bàn', 'reception-officer', office.commune, 'Công chức tiếp công dân')
  await post('other', 'Ngô Văn Lý', 'clerk', office.commune, 'Văn thư')
  await post('verifier', 'Vi Văn Xác', 'handler', office.commune, 'Chuyên viên')
  await post('above', 'Vũ Thị Tỉnh', 'head', office.province, 'Chủ tịch tỉnh')
  await post('neighbour', 'Hà Văn Láng', 'head', office.neighbour, 'Chủ tịch phường bên')
})
after(async () => {
  ring.close()
  await signIn.end()
  await base.close()
  rmSync(data, { recursive: true, force: true })
})

const who = (name: string): Viewer => people.get(name) ?? assert.fail(name)

/** Works as an officer with the key open. */
async function as<T>(name: string, record: { unit_id: string; id: string }, work: (opening: Opening) => Promise<T>) {
  const viewer = await onDay(base.db, who(name), day)
  const key = await ring.keyOf(viewer)
  return work({ viewer, ...record, key, moment: at(day), data })
}

/** Accepts it and tells the denouncer. */
async function accepted(record: { unit_id: string; id: string }): Promise<void> {
  const met = { form_met: true, has_capacity: true, within_competence: true, has_basis: true, settled_before: false }
  await as('head', record, (opening) =>
    proceedingSteps.accept.take(base.db, opening, { content: 'Thu tiền ngoài quy định.', ...met }),
  )
  await as('head', record, (opening) => proceedingSteps['notify-acceptance'].take(base.db, opening, {}))
}

const order = () => ({ verifier_id: who('verifier').account_id, extract: 'Xác minh việc thu tiền.', plan: 'Hỏi.' })

/** A browser without account. */
class Browser {
  cookie = ''
  async get(path: string) {
    return this.#answer(await app.request(`http://gandan.test${path}`, { headers: { Cookie: this.cookie } }))
  }
  async post(path: string, form: Record<string, string>, files: Record<string, Buffer> = {}) {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) body.append(name, value)
    for (const [name, bytes] of Object.entries(files)) body.append('files', new File([new Uint8Array(bytes)], name))
    const plain = Object.keys(files).length === 0 && !/gui$/.test(path)
    const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: this.cookie }
    const init = { method: 'POST', headers, body: plain ? new URLSearchParams(form) : body }
    const socket = { incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } } }
    return this.#answer(await app.request(`http://gandan.test${path}`, init, socket))
  }
  async #answer(response: Response) {
    for (const one of response.headers.getSetCookie()) this.cookie = one.split(';')[0] ?? ''
    const bytes = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      location: response.headers.get('Location'),
      response,
      bytes,
      text: bytes.toString(),
    }
  }
}

const said = {
  person_name: 'Hoàng Thị Kể',
  person_address: 'Tổ 4',
  subject_place: 'elsewhere',
  subject: 'Ông K. ở xã bên',
  text: 'Lấy tiền của dân.',
}

/** The key a page shows; empty where there is none. */
function slipOn(page: string): string {
  const shown = /gd-code--groups">(.*?)<\/strong>/s.exec(page)?.[1] ?? ''
  return shown.replace(/<[^>]*>/g, '')
}

/** Sends from the portal; the form as it was offered, and the key of the slip. */
async function sent(more: Record<string, string> = {}, files: Record<string, Buffer> = {}, unit = office.commune) {
  address = `10.2.${people.size}.${Math.floor(Math.random() * 250)}`
  const browser = new Browser()
  const offered = await browser.get(`/don-rieng/gui?den=${unit}`)
  assert.equal(offered.status, 200)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(offered.text)?.[1] ?? ''
  const form = { ...said, id: hidden('id'), den: hidden('den'), slip: hidden('slip'), ...more }
  const answer = await browser.post('/don-rieng/gui', form, files)
  const slip = slipOn(answer.text)
  const { rows } = await base.owner.pool.query(
    'select unit_id, id, state, source, via from denunciation where id = $1',
    [form.id],
  )
  return { form, answer, slip, row: rows[0], record: { unit_id: rows[0]?.unit_id ?? '', id: form.id } }
}

/** A browser that has opened the channel. */
async function inside(slip: string): Promise<Browser> {
  const browser = new Browser()
  const answer = await browser.post('/kenh-kin', { khoa: slip })
  assert.equal(answer.location, '/kenh-kin')
  return browser
}

const message = (more: Record<string, string> = {}) => ({
  id: uuidv7(),
  kind: 'addition',
  text: 'Tôi nhớ thêm.',
  ...more,
})

describe('the key and the stream', () => {
  test('a key holds 130 random bits, is read kindly, and notices a slip of the pen', () => {
    const key = newChannelKey('7K3')
    assert.match(key, /^7K3[0-9A-Z]{2}(-[0-9A-Z]{5}){5}$/)
    assert.equal(readChannelKey(` ${key.toLowerCase().replaceAll('-', ' ')} `)?.key, key)
    const other = key.at(5) === '-' ? 6 : 5
    const wrong = `${key.slice(0, other)}${key[other] === 'A' ? 'B' : 'A'}${key.slice(other + 1)}`
    assert.equal(readChannelKey(wrong), null)
    assert.deepEqual(openChannelKey(key), openChannelKey(key.toLowerCase()))
    assert.notDeepEqual(openChannelKey(key).door, openChannelKey(newChannelKey('7K3')).door)
  })

  test('a stream opens whole with its key at its place, never broken off, moved or changed', async () => {
    const key = newKey()
    for (const size of [1, 16_376, 16_377, 70_000, 200_001]) {
      const clear = Buffer.alloc(size, 'a')
      const pieces: Buffer[] = []
      const source = (async function* () {
        for (let at = 0; at < size; at += 9_973) yield clear.subarray(at, at + 9_973)
      })()
      for await (const piece of sealStream(source, size, key, 'here')) pieces.push(piece)
      const sealed = Buffer.concat(pieces)
      assert.deepEqual(openStream(sealed, key, 'here'), clear)
      assert.throws(() => openStream(sealed, key, 'there'))
      assert.throws(() => openStream(sealed, newKey(), 'here'))
      assert.throws(() => openStream(sealed.subarray(0, sealed.length - 1), key, 'here'))
      if (pieces.length > 2) assert.throws(() => openStream(Buffer.concat(pieces.slice(0, -1)), key, 'here'))
    }
    assert.equal(bucketOf(1), bucketOf(16_000))
    assert.equal(bucketOf(1_000_100), bucketOf(1_040_000))
  })
})

describe('sending from the portal', () => {
  test('it is sealed to the desk and the head, the key is shown once, sending twice shows the same', async () => {
    const { answer, slip, row, record, form } = await sent()
    assert.equal(answer.status, 200)
    assert.ok(readChannelKey(slip))
    assert.deepEqual([row.unit_id, row.state, row.source, row.via], [office.commune, 'sealed', 'online', 'portal'])
    assert.doesNotMatch(answer.text, /tố cáo|Hoàng|Lấy tiền/i)
    for (const name of ['head', 'desk', 'other']) {
      const opened = await as(name, record, (opening) => openDenunciation(base.db, opening))
      assert.equal(opened.person.name, 'Hoàng Thị Kể')
    }
    for (const name of ['verifier', 'above', 'neighbour'])
      await assert.rejects(
        as(name, record, (opening) => openDenunciation(base.db, opening)),
        NotOpen,
      )
    const again = await new Browser().post('/don-rieng/gui', form)
    assert.equal(slipOn(again.text), slip)
    const { rows } = await base.owner.pool.query('select count(*)::int as n from channel where record_id = $1', [
      record.id,
    ])
    assert.equal(rows[0].n, 1)
    const stolen = await new Browser().post('/don-rieng/gui', { ...form, slip: newChannelKey(slip.slice(0, 3)) })
    assert.equal(stolen.status, 422)
  })

  test('whoever it is about gets no key: the head and deputies by post, an officer by the whole name', async () => {
    const up = await sent({ subject_place: 'head-here', subject: 'Ông chủ tịch' })
    assert.equal(up.row.unit_id, office.province)
    assert.equal((await (await inside(up.slip)).get('/kenh-kin')).text.includes('Hồ sơ của Ông/Bà'), true)
    const named = await sent({ subject: 'ong NGO VAN LY, van thu' })
    await assert.rejects(
      as('other', named.record, (opening) => openDenunciation(base.db, opening)),
      NotOpen,
    )
    await as('desk', named.record, (opening) => openDenunciation(base.db, opening))
    const led = await sent({ subject: 'Trần Văn Đầu' })
    assert.equal(led.row.unit_id, office.province)
    const somebody = await sent({ subject_place: 'officer-here', subject: 'Một người ở bàn tiếp dân' })
    await assert.rejects(
      as('desk', somebody.record, (opening) => openDenunciation(base.db, opening)),
      NotOpen,
    )
    await as('head', somebody.record, (opening) => openDenunciation(base.db, opening))
  })

  test('where nobody competent has a key nothing is kept; what is typed wrong comes back', async () => {
    const { answer, row } = await sent({ subject_place: 'head-here' }, {}, office.province)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Chưa có gì được ghi lại/)
    assert.equal(row, undefined)
    const { answer: empty } = await sent({ person_name: '' })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Lấy tiền của dân\./)
  })

  test('without a name: told before what happens, said on purpose, sealed as unsigned information', async () => {
    const told = await new Browser().get(`/don-rieng/gui?den=${office.commune}`)
    assert.match(told.text, /không ghi tên không phải là tố cáo/)
    const unnamed = { person_name: '', person_address: '' }
    for (const [more, fault] of [
      [unnamed, /đánh dấu ô gửi mà không ghi tên/],
      [{ ...unnamed, person_name: 'Không rõ' }, /đánh dấu ô gửi mà không ghi tên/],
      [{ unsigned: 'true' }, /Xin chọn một trong hai/],
      [{ person_address: '' }, /địa chỉ/i],
    ] as const) {
      const { answer, row } = await sent(more)
      assert.deepEqual([answer.status, row], [422, undefined])
      assert.match(answer.text, fault)
    }
    const { answer, record } = await sent({ ...unnamed, unsigned: 'true' })
    assert.equal(answer.status, 200)
    const { rows } = await base.owner.pool.query('select tip from denunciation where id = $1', [record.id])
    assert.deepEqual(rows[0].tip, { check: null })
    const named = await sent()
    const kept = await base.owner.pool.query('select tip from denunciation where id = $1', [named.record.id])
    assert.equal(kept.rows[0].tip, null)
  })
})

describe('both sides of the channel', () => {
  test('an addition with a file, a question back, letters to the denouncer alone, who opened the name', async () => {
    const word = 'Xqzwvfile'
    const { slip, record } = await sent({}, { [`${word}ten.txt`]: Buffer.from(`Biên lai ${word}. `.repeat(5000)) })
    const browser = await inside(slip)
    const first = await browser.get('/kenh-kin')
    assert.match(first.text, /<title>Hồ sơ của Ông\/Bà/)
    assert.match(first.text, /Chưa ai mở\./)
    assert.match(first.text, /Tỉnh Lào Cai \(Luật Tố cáo 2018, Điều 37, 38\)/)
    assert.equal(first.response.headers.get('cache-control'), 'no-store')

    const written = message()
    const note = Buffer.from(`Ghi chép ${word}`)
    assert.equal((await browser.post('/kenh-kin/gui', written, { [`${word}.txt`]: note })).location, '/kenh-kin?xong=1')
    await browser.post('/kenh-kin/gui', written, { [`${word}.txt`]: note })
    const news = async (name: string) =>
      (await sealedLines(who(name), base.db.pool)).find((line) => line.id === record.id)?.has_news
    assert.equal(await news('head'), true)
    const opened = await as('head', record, (opening) => openDenunciation(base.db, opening))
    assert.deepEqual(
      opened.channel?.messages.map((one) => [one.from, one.kind, one.text, one.files.length]),
      [['denouncer', 'addition', 'Tôi nhớ thêm.', 1]],
    )
    assert.equal(opened.channel?.files[0]?.name, `${word}.txt`)
    assert.equal(await news('head'), false)
    assert.equal(await news('desk'), true)

    await as('head', record, (opening) =>
      proceedingSteps['write-to-denouncer'].take(
        base.db,
        {
          ...opening,
          uploads: [{ name: 'mau.txt', media_type: 'text/plain', size: 3, bytes: async () => Buffer.from('mau') }],
        },
        { text: 'Việc xảy ra ngày nào?' },
      ),
    )
    await accepted(record)
    const page = await browser.get('/kenh-kin')
    assert.match(page.text, /Việc xảy ra ngày nào\?/)
    assert.match(page.text, /Thư: Về việc thụ lý tố cáo/)
    assert.doesNotMatch(page.text, /Về nội dung tố cáo đã thụ lý|Trần Văn Đầu|Lê Thị Bàn/)
    assert.match(page.text, /Chủ tịch: 20\/11\/2026/)
    assert.match(page.text, /Hạn giải quyết là 30 ngày, đến \d\d\/\d\d\/2026/)
    const letters = [...page.text.matchAll(/\/kenh-kin\/van-ban\/([\da-f-]{36})/g)].map(([, id]) => id)
    assert.equal(letters.length, 1)
    const letter = await browser.post(`/kenh-kin/van-ban/${letters[0]}`, {})
    assert.match(letter.response.headers.get('content-disposition') ?? '', /van-ban-\d+-2026\.docx/)
    const files = [...page.text.matchAll(/\/kenh-kin\/tep\/([\da-f-]{36})/g)].map(([, id]) => id)
    assert.equal(files.length, 2)
    const mine = await browser.post(`/kenh-kin/tep/${files[0]}`, {})
    assert.deepEqual(mine.bytes, note)
    assert.equal(mine.response.headers.get('x-content-type-options'), 'nosniff')

    await as('head', record, (opening) => proceedingSteps['assign-verification'].take(base.db, opening, order()))
    await as('verifier', record, (opening) =>
      proceedingSteps['report-verification'].take(base.db, opening, { findings: 'Có thu tiền.', proposal: 'Đúng.' }),
    )
    const conclusion = { result: 'right', findings: 'Có thu.', conclusion: 'Kết luận riêng ấy.', measures: 'Trả lại.' }
    await as('head', record, (opening) => proceedingSteps.conclude.take(base.db, opening, conclusion))
    const after = await browser.get('/kenh-kin')
    assert.doesNotMatch(after.text, /Kết luận riêng ấy|KẾT LUẬN/)
    assert.equal([...after.text.matchAll(/\/kenh-kin\/van-ban\//g)].length, 1)

    const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    assert.ok(kept.length >= 3)
    for (const one of kept) {
      assert.ok(!one.name.includes(word))
      assert.ok(!readFileSync(join(one.parentPath, one.name)).includes(word))
    }
    const { rows } = await base.owner.pool.query<{ size: number; media_type: string; name: string | null }>(
      'select size, media_type, name from attachment where sealed',
    )
    for (const one of rows) {
      assert.equal(bucketOf(one.size - 8), one.size)
      assert.deepEqual([one.media_type, one.name], ['application/octet-stream', null])
    }
    const events = await base.owner.pool.query(
      `select count(*)::int as n from event e join payload p using (unit_id, record_id, seq)
       where e.record_id = $1 and e.action like 'write-%' and p.input = '{}'`,
      [record.id],
    )
    assert.equal(events.rows[0].n, 2)
  })

  test('asking for protection stands at once, unwritten; a wish to take it back changes nothing', async () => {
    const { slip, record } = await sent()
    const browser = await inside(slip)
    await browser.post('/kenh-kin/gui', message({ kind: 'withdrawal' }))
    const state = async () =>
      (await base.owner.pool.query('select state, withdrawal, protection from denunciation where id = $1', [record.id]))
        .rows[0]
    assert.deepEqual(await state(), { state: 'sealed', withdrawal: null, protection: null })
    await browser.post('/kenh-kin/gui', message({ kind: 'protection', text: 'Có người chờ ở cổng.' }))
    const { protection } = await state()
    assert.deepEqual([protection.stage, protection.asked_on, protection.in_writing_on], ['asked', day, null])
    assert.match((await browser.get('/kenh-kin')).text, /Yêu cầu bảo vệ của Ông\/Bà đã được ghi nhận/)
    assert.equal((await browser.post('/kenh-kin/gui', message({ text: '' }))).status, 422)
  })

  test('the key opens it where it was transferred to, with everything said so far', async () => {
    const { slip, record } = await sent()
    const browser = await inside(slip)
    const note = Buffer.from('Tờ giấy viết tay')
    await browser.post('/kenh-kin/gui', message({ text: 'Điều nói trước khi chuyển.' }), { 'ghi.txt': note })
    await as('head', record, (opening) => transferDenunciation(base.db, opening, office.neighbour))
    const page = await browser.get('/kenh-kin')
    assert.match(page.text, /Phường Cam Đường đã chuyển kín đến Xã Bảo Yên/)
    assert.match(page.text, /Điều nói trước khi chuyển\./)
    const { rows } = await base.owner.pool.query('select id from denunciation where unit_id = $1', [office.neighbour])
    const there = { unit_id: office.neighbour, id: rows[0].id }
    await browser.post('/kenh-kin/gui', message({ text: 'Điều nói sau khi chuyển.' }))
    const opened = await as('neighbour', there, (opening) => openDenunciation(base.db, opening))
    assert.deepEqual(
      opened.channel?.messages.map((one) => one.text),
      ['Điều nói trước khi chuyển.', 'Điều nói sau khi chuyển.'],
    )
    const [, file] = /\/kenh-kin\/tep\/([\da-f-]{36})/.exec(page.text) ?? []
    assert.deepEqual((await browser.post(`/kenh-kin/tep/${file}`, {})).bytes, note)
  })
})

describe('without the key', () => {
  test('a thousand wrong keys: one answer whatever is wrong, then none at all, the right key neither', async () => {
    const { slip } = await sent()
    address = '10.3.0.1'
    const wrongs = [
      '',
      'xin chào',
      slip.slice(0, -1),
      newChannelKey(slip.slice(0, 3)),
      newChannelKey('ZZZ'),
      'A'.repeat(5000),
    ]
    const answers = new Set<string>()
    const shape = ({ status, response, text }: Awaited<ReturnType<Browser['post']>>) =>
      JSON.stringify([status, [...response.headers].filter(([name]) => name !== 'x-request-id'), text])
    for (const khoa of wrongs) answers.add(shape(await new Browser().post('/kenh-kin', { khoa })))
    assert.equal(answers.size, 1)
    let refused = 0
    const late = new Set<string>()
    for (let n = 0; n < 1000; n++) {
      const answer = await new Browser().post('/kenh-kin', { khoa: newChannelKey(slip.slice(0, 3)) })
      if (answer.status !== 429) continue
      refused += 1
      late.add(shape(answer))
    }
    assert.ok(refused >= 980, `${refused}`)
    assert.equal(late.size, 1)
    const right = await new Browser().post('/kenh-kin', { khoa: slip })
    assert.ok(late.has(shape(right)))
    address = '10.3.0.2'
    await inside(slip)
    const { rows } = await base.owner.pool.query('select key from throttle')
    for (const { key } of rows) assert.equal(key.length, 32)
  })

  test('a cookie that is forged, old, or of another server opens nothing', async () => {
    const { slip } = await sent()
    const now = Temporal.Now.instant()
    const value = (cookie: string) => cookie.slice(channelCookie.length + 1).split(';')[0]
    const good = value(keepSlip('/kenh-kin', { secret, slip, at: now, secure: true }))
    assert.equal(slipIn(secret, good, now.add({ minutes: 14 })), slip)
    assert.equal(slipIn(secret, good, now.add({ minutes: 16 })), null)
    assert.equal(slipIn(`${secret}x`, good, now), null)
    assert.equal(slipIn(secret, `${good?.slice(0, -4)}AAAA`, now), null)
    assert.equal(slipIn(secret, undefined, now), null)
    const browser = await inside(slip)
    assert.match(browser.cookie, /^gandan\.kenh=/)
    assert.ok(!Buffer.from(browser.cookie.split('=')[1] ?? '', 'base64url').includes(slip.slice(4, 9)))
    assert.equal((await browser.post('/kenh-kin/thoat', {})).location, '/lich-tiep-dan')
    assert.match((await browser.get('/kenh-kin')).text, /Mở bằng khóa/)
    assert.equal((await browser.post('/kenh-kin/gui', message())).location, '/kenh-kin')
  })

  test('nobody writes for a denouncer, and nobody writes to one who holds no key', async () => {
    const { record } = await sent()
    const input = { asks_protection: true, files: [], fields: [], barred: [] }
    const stranger = (viewer: Viewer) =>
      perform(base.db, writeFromDenouncer, { viewer, ...record, input, moment: at(day) })
    const elsewhere = citizen(at(day), { opened: [{ unit_id: office.neighbour, record_id: record.id }] })
    for (const viewer of [citizen(at(day)), elsewhere, who('head'), who('neighbour')])
      await assert.rejects(stranger(viewer), (fault) => fault instanceof NotOpen && fault.status === 404)
    const { record: plain } = await sent()
    await base.owner.pool.query('delete from channel where record_id = $1', [plain.id])
    await assert.rejects(
      as('head', plain, (opening) =>
        proceedingSteps['write-to-denouncer'].take(base.db, opening, { text: 'Có ai không?' }),
      ),
      (fault) => fault instanceof NotOpen && fault.code === 'a-channel-is-open',
    )
  })
})

describe('scans for the verifier', () => {
  const box = { page: 1, left: 0, top: 0, width: 100, height: 60 }
  const scan = () => {
    const document = new mupdf.PDFDocument()
    const font = document.addObject(document.addSimpleFont(new mupdf.Font('Helvetica')))
    const resources = document.addObject({ Font: { F1: font } })
    document.insertPage(
      -1,
      document.addPage([0, 0, 200, 100], 0, resources, 'BT /F1 20 Tf 10 70 Td (Hoang Thi Ke) Tj ET'),
    )
    return Buffer.from(document.saveToBuffer('').asUint8Array())
  }

  test('the verifier gets the drawn picture and never the original', async () => {
    const { record } = await sent({}, { 'don.pdf': scan() })
    await accepted(record)
    await as('head', record, (opening) => proceedingSteps['assign-verification'].take(base.db, opening, order()))
    const opened = await as('head', record, (opening) => openDenunciation(base.db, opening))
    const file_id = opened.files[0]?.id ?? ''
    assert.equal(opened.files[0]?.media_type, 'application/pdf')
    await assert.rejects(as('head', record, (opening) => giveCopy(base.db, opening, file_id, [])))
    await assert.rejects(as('head', record, (opening) => giveCopy(base.db, opening, file_id, [{ ...box, page: 2 }])))
    await as('head', record, (opening) => giveCopy(base.db, opening, file_id, [box]))
    const extract = await as('verifier', record, (opening) => openExtract(base.db, opening))
    assert.deepEqual(
      extract.copies.map((one) => [one.name, one.media_type]),
      [['ban-chup-da-che-1.png', 'image/png']],
    )
    const copy = await as('verifier', record, (opening) => openCopy(base.db, opening, extract.copies[0]?.id ?? ''))
    assert.equal(copy.bytes.toString('latin1', 1, 4), 'PNG')
    assert.ok(!copy.bytes.includes('Hoang'))
    for (const name of ['verifier', 'other', 'neighbour'])
      if (name !== 'other')
        await assert.rejects(
          as(name, record, (opening) => openSealedFile(base.db, opening, file_id)),
          NotOpen,
        )
    await assert.rejects(
      as('neighbour', record, (opening) => giveCopy(base.db, opening, file_id, [box])),
      NotOpen,
    )
    await assert.rejects(
      as('neighbour', record, (opening) => openCopy(base.db, opening, copy.file.id)),
      NotOpen,
    )
  })
})
