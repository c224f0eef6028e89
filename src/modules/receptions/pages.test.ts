/** Receptions through the HTTP app, without script: a citizen books, the desk receives, the law says no in a sentence. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { makeOffice, type Office, onDay, receptionApp } from '../../../tests/support/reception-office.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { missBookings } from './miss-bookings.ts'
import { actions } from './module.ts'

let base: TestDatabase
let office: Office
let app: ReturnType<typeof receptionApp>
let commune: string
const now: { day: string; signed_in: string | null } = { day: '2026-11-20', signed_in: null }

before(async () => {
  base = await testDatabase()
  office = await makeOffice(base)
  commune = office.commune
  app = receptionApp(base, now)
})
after(() => base.close())

const host = 'http://gandan.test'
async function get(address: string, cookie = '') {
  const response = await app.request(`${host}${address}`, { headers: { Cookie: cookie } })
  return { status: response.status, text: await response.text(), location: response.headers.get('Location') }
}
async function post(address: string, form: Record<string, string>, cookie = '') {
  const headers = { Origin: host, Host: 'gandan.test', Cookie: cookie }
  const response = await app.request(`${host}${address}`, { method: 'POST', body: new URLSearchParams(form), headers })
  const cookies = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return {
    status: response.status,
    location: response.headers.get('Location') ?? '',
    text: await response.text(),
    cookies,
  }
}
/** The hidden fields of the first form whose action holds this text. */
function hidden(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}`)) ?? ''
  return Object.fromEntries(
    [...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [
      found[1]!,
      found[2]!,
    ]),
  )
}
const as = (who: 'officer' | 'head' | null) => {
  now.signed_in = who === null ? null : office.people[who]
}

const dayForm = {
  held_on: '03/12/2026',
  kind: 'periodic',
  starts: '8h',
  ends: '11:30',
  place: 'Trụ sở phường',
  room: '2',
  mode: 'in-person',
  capacity: '1',
}
const person = {
  visitor_name: 'Giàng Thị Mỷ',
  visitor_address: 'Tổ 3',
  identity_kind: 'identity-card',
  people: '1',
  first_time: 'yes',
  asked_kind: 'recommendation',
  subject: 'Đường ngập',
  acting_as: 'self',
}

async function publishDay(more: Record<string, string> = {}): Promise<string> {
  as('officer')
  const page = await get('/tiep-dan/len-lich')
  const made = await post(`/tiep-dan/len-lich?don-vi=${commune}`, {
    ...dayForm,
    ...more,
    ...hidden(page.text, '/tiep-dan/len-lich'),
  })
  assert.equal(made.status, 303, made.text.slice(0, 4000))
  return made.location
}

async function revisionOf(path: string): Promise<string> {
  const { rows } = await base.db.pool.query(
    `select revision from ${path.includes('/visit/') ? 'visit' : 'reception_day'} where id = $1`,
    [path.split('/').at(-1)],
  )
  return String(rows[0].revision)
}
const take = async (path: string, step: string, form: Record<string, string> = {}) =>
  post(`${path}/${step}`, { revision: await revisionOf(path), ...form })

describe('the portal', () => {
  test('finds an office without marks, shows its calendar, and books a place that shows its code once', async () => {
    now.day = '2026-11-20'
    const path = await publishDay()
    const day = path.split('/').at(-1)
    as(null)
    assert.match((await get('/lich-tiep-dan?tim=thu+nghiem')).text, new RegExp(`don-vi=${commune}`))
    assert.match((await get('/lich-tiep-dan?tim=zzz')).text, /chưa tìm thấy/)
    const calendar = await get(`/lich-tiep-dan?don-vi=${commune}`)
    assert.match(calendar.text, /Thứ Năm, ngày 3 tháng 12 năm 2026/)
    assert.match(calendar.text, /Còn 1 chỗ đặt trước/)
    const address = `/lich-tiep-dan/${commune}/${day}`
    const form = await get(address)
    const given = hidden(form.text, address)
    const wrong = await post(address, {
      ...given,
      people: '0',
      asked_kind: 'complaint',
      subject: 'Bồi thường <b>đất</b>',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Có chỗ cần sửa/)
    assert.match(wrong.text, /Bồi thường &lt;b>đất/)
    const fields = { people: '2', asked_kind: 'complaint', subject: 'Bồi thường đất', visitor_name: 'Mùa A Sính' }
    const booked = await post(address, { ...given, ...fields })
    assert.equal(booked.status, 303)
    assert.ok(!booked.location.includes(given['code'] ?? '-'))
    const shown = await get(booked.location, booked.cookies)
    assert.match(shown.text, new RegExp(given['code'] ?? '-'))
    assert.match(shown.text, /Căn cước, hộ chiếu/)
    // Twice is once; another browser sees nothing; the day is now full.
    assert.equal((await post(address, { ...given, ...fields })).location, booked.location)
    assert.equal((await post(address, { ...given, ...fields, people: '3' })).status, 409)
    assert.equal((await get(booked.location)).status, 404)
    const full = await get(address)
    assert.equal(full.status, 409)
    assert.match(full.text, /không nhận đặt lịch/)
    const back = await post(`${booked.location}/cancel`, { revision: '1' }, booked.cookies)
    assert.equal(back.status, 303)
    assert.match((await get(booked.location, booked.cookies)).text, /đã trả chỗ/)
    assert.equal((await get(address)).status, 200)
  })

  test('knows no unit, day or booking that is not there', async () => {
    as(null)
    for (const address of [
      `/lich-tiep-dan?don-vi=${uuidv7()}`,
      `/lich-tiep-dan/${commune}/${uuidv7()}`,
      `/lich-tiep-dan/luot/${commune}/${uuidv7()}`,
    ])
      assert.equal((await get(address)).status, 404, address)
    assert.equal((await get('/tiep-dan')).location, '/dang-nhap?den=%2Ftiep-dan')
  })
})

describe('the desk', () => {
  test('publishes late and says so, opens with a deputy and warns, briefs, concludes', async () => {
    now.day = '2026-11-20'
    const path = await publishDay({ held_on: '23/11/2026' })
    assert.match((await get(path)).text, /công bố muộn/)
    const early = await take(path, 'open', { receiver: 'head' })
    assert.equal(early.status, 409)
    assert.match(early.text, /Chưa đến ngày tiếp/)
    assert.match((await get(`${path}/to-trinh`)).text, /Trước buổi tiếp ngày 23\/11\/2026/)
    now.day = '2026-11-23'
    assert.match((await get(`${path}?viec=open`)).text, /Hoàng Thị Phó/)
    const nameless = await take(path, 'open', { receiver: 'deputy' })
    assert.equal(nameless.status, 422)
    assert.equal(
      (await take(path, 'open', { receiver: 'deputy', deputy_id: office.people.deputy, receiver_reason: 'Họp tỉnh' }))
        .status,
      303,
    )
    assert.match((await get(path)).text, /không được ủy quyền tiếp công dân/)
    assert.equal((await take(path, 'close')).status, 303)
    assert.match((await get(path)).text, /Không có ai đến/)
    as('head')
    assert.equal((await take(path, 'conclude', { conclusion: 'Không có công dân đến.' })).status, 303)
    assert.match((await get(path)).text, /Kết luận việc tiếp công dân/)
    assert.match((await get(`/tiep-dan/so-ngay?don-vi=${commune}`)).text, /Tuần từ 16\/11\/2026.*Thiếu/s)
  })

  test('registers a visitor, calls, takes the statement and ends; every closed step says why', async () => {
    now.day = '2026-11-24'
    as('officer')
    const page = await get('/tiep-dan/nguoi-den')
    const given = hidden(page.text, '/tiep-dan/nguoi-den')
    const short = await post(`/tiep-dan/nguoi-den?don-vi=${commune}`, {
      ...given,
      ...person,
      visitor_name: '',
      people: '4',
    })
    assert.equal(short.status, 422)
    assert.match(short.text, /Chưa có họ và tên/)
    assert.match(short.text, /value="4"/)
    const made = await post(`/tiep-dan/nguoi-den?don-vi=${commune}`, { ...given, ...person, people: '6' })
    assert.equal(
      (await post(`/tiep-dan/nguoi-den?don-vi=${commune}`, { ...given, ...person, people: '6' })).location,
      made.location,
    )
    const desk = await get('/tiep-dan')
    assert.match(desk.text, /Giàng Thị Mỷ và 5 người/)
    assert.match(desk.text, /Gọi số 1/)
    assert.equal((await take(made.location, 'call', { room: '2' })).location, `/tiep-dan?don-vi=${commune}`)
    assert.match((await get('/tiep-dan')).text, /đã gọi \d\d:\d\d/)
    const visit = await get(made.location)
    assert.match(visit.text, /phải cử người đại diện bằng văn bản/)
    assert.match(visit.text, new RegExp(`/ban-lam-viec/nhap-don\\?luot=${made.location.split('/').at(-1)}`))
    const stale = await post(`${made.location}/take-statement`, {
      revision: '1',
      statement: 'Lời trình bày dài',
      read_back: 'yes',
      confirmed: 'signed',
    })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /đã làm một bước trên hồ sơ này lúc/)
    assert.match(stale.text, /<textarea[^>]*>Lời trình bày dài<\/textarea>/, 'what was typed is kept')
    await take(made.location, 'name-representatives', {
      representatives: 'Lý A Sáng; tổ 1',
      signers: '9',
      signed_by_all: 'yes',
    })
    await take(made.location, 'take-statement', {
      statement: 'Đường vào tổ 3 ngập',
      read_back: 'yes',
      confirmed: 'signed',
    })
    assert.equal((await take(made.location, 'end', { conclusion: 'Sẽ kiểm tra' })).status, 303)
    assert.match((await get(made.location)).text, /Báo kết quả chậm nhất.*08\/12\/2026/s)
    assert.match((await get(`${made.location}/bien-ban`)).text, /BIÊN BẢN.*Đường vào tổ 3 ngập/s)
    assert.match((await get(`${made.location}/phieu-doan`)).text, /từ 1 đến 2 người đại diện.*Lý A Sáng/s)
    assert.match((await get('/tiep-dan')).text, /Kết quả còn nợ.*08\/12\/2026/s)
    now.day = '2026-12-09'
    assert.match((await get('/tiep-dan')).text, /quá 1 ngày làm việc|gd-state--overdue/)
    now.day = '2026-11-24'
  })

  test('leads a denouncer’s visit to the closed register, and offers no paper of this desk', async () => {
    now.day = '2026-11-24'
    as('officer')
    const given = { id: uuidv7(), ...person, asked_kind: 'denunciation' }
    const made = await post(`/tiep-dan/nguoi-den?don-vi=${commune}`, given)
    const { text } = await get(made.location)
    assert.match(text, /href="\/ho-so-rieng\/nhap"/)
    assert.doesNotMatch(text, /nhap-don|bien-ban/)
    assert.doesNotMatch((await get(`/ho-so/${commune}/visit/${given.id}`)).text, new RegExp(person.visitor_name))
    as('head')
    assert.doesNotMatch((await get(made.location)).text, /href="\/ho-so-rieng\/nhap"/)
  })

  test('tells by ground whether a letter or a word is due, and by which day', async () => {
    now.day = '2026-11-24'
    as('officer')
    const guide = await get('/tiep-dan/tu-choi')
    assert.match(guide.text, /Thông báo 01\/TCD.*27\/11\/2026/s)
    assert.match(guide.text, /Chỉ cần giải thích bằng lời/)
    now.day = '2026-06-30'
    assert.doesNotMatch((await get('/tiep-dan/tu-choi')).text, /Mang vũ khí/)
    now.day = '2026-11-24'
    const made = await post(`/tiep-dan/nguoi-den?don-vi=${commune}`, { id: uuidv7(), ...person })
    assert.match((await get(`${made.location}?viec=refuse`)).text, /Đã giải quyết đúng.*Nói rõ ngay, và ra Thông báo/s)
    assert.equal(
      (
        await take(made.location, 'refuse', {
          ground: 'already-answered',
          earlier: 'CV 3 ngày 01/10/2026',
          told: 'yes',
        })
      ).status,
      303,
    )
    assert.match((await get(made.location)).text, /Phải ra thông báo 01\/TCD/)
    assert.equal(
      (await take(made.location, 'send-refusal', { to_name: 'Giàng Thị Mỷ', to_address: 'Tổ 3', about: 'đường ngập' }))
        .status,
      303,
    )
    assert.match((await get(made.location)).text, /Thông báo từ chối tiếp công dân/)
  })

  test('is closed to people without a position there, and unknown kinds of step', async () => {
    const path = await publishDay({ held_on: '18/12/2026' })
    as(null)
    assert.match((await get(path)).location ?? '', /^\/dang-nhap\?den=/)
    assert.equal(
      (await take(path, 'postpone', { held_on: '20/12/2026', starts: '8', ends: '9', reason: 'a', notice: 'b' }))
        .status,
      404,
    )
    as('officer')
    assert.equal((await take(path, 'fly')).status, 404)
    const past = await take(path, 'postpone', {
      held_on: '30/02/2026',
      starts: '8',
      ends: '9',
      reason: 'a',
      notice: 'b',
    })
    assert.equal(past.status, 422)
    assert.match(past.text, /tháng 2 năm 2026 chỉ có 28 ngày/)
  })

  test('speaks English with the same pages', async () => {
    as('officer')
    assert.match((await get('/tiep-dan', 'lang=en')).text, /Register a visitor/)
    assert.match((await get('/tiep-dan/tu-choi', 'lang=en')).text, /Refusal guide/)
  })
})

test('after a day has closed the clock marks who did not come, once', async () => {
  now.day = '2026-11-20'
  const path = await publishDay({ held_on: '02/12/2026' })
  const day = path.split('/').at(-1) ?? ''
  as(null)
  const address = `/lich-tiep-dan/${commune}/${day}`
  const given = hidden((await get(address)).text, address)
  await post(address, { ...given, people: '1', asked_kind: 'denunciation' })
  now.day = '2026-12-02'
  as('officer')
  await take(path, 'open', { receiver: 'head' })
  assert.equal(await missBookings(base.db, { unit_id: commune, reception_day_id: day }, onDay(now.day)), 0)
  await take(path, 'close')
  assert.equal(await missBookings(base.db, { unit_id: commune, reception_day_id: day }, onDay(now.day)), 1)
  assert.equal(await missBookings(base.db, { unit_id: commune, reception_day_id: day }, onDay(now.day)), 0)
})

test('every step of the law has its action here and no other, but for the import of a book', () => {
  const elsewhere = ['visit/import', 'visit/undo-import']
  const names = [...actions.map((one) => `${one.noun.kind}/${one.step}`), ...elsewhere].sort()
  const law = [...new Set(actions.map((one) => one.noun))].flatMap((noun) =>
    Object.keys(noun.workflow).map((step) => `${noun.kind}/${step}`),
  )
  assert.deepEqual(names, law.sort())
})
