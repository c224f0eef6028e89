/** The API as programs meet it: the law's yes and no as JSON, hostile input, nobody else's records, and its description. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { apiActions } from '../../src/http/api.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { type House, housePassword, openHouse } from '../support/house.ts'

const day = '2026-07-06'
let house: House
const cookies = new Map<string, string>()

before(async () => {
  house = await openHouse(day)
  for (const who of ['tiep.dan', 'chu.tich', 'chu.tich.ban']) cookies.set(who, await signedIn(who))
})
after(() => house.close())

async function signedIn(who: string): Promise<string> {
  const response = await fetch(`${house.address}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.address, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ten: who, 'mat-khau': housePassword, den: '/ban-lam-viec' }),
  })
  assert.equal(response.status, 303)
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

const answerShape = z.object({
  code: z.string().optional(),
  sentence: z.string().optional(),
  cite: z.string().optional(),
  revision: z.number().optional(),
  repeated: z.boolean().optional(),
  numbers: z.record(z.string(), z.number()).optional(),
  faults: z.array(z.object({ field: z.string(), code: z.string(), sentence: z.string() })).optional(),
})

async function call(who: string | null, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(house.address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(who ? { Cookie: cookies.get(who)! } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  assert.doesNotMatch(text, /Error|at .*\.ts:\d/, 'a stack was shown')
  return { status: response.status, text, json: answerShape.parse(JSON.parse(text)) }
}

const path = (id: string, rest = '', kind = 'petition') => `/api/units/${house.office.commune}/${kind}/${id}${rest}`

async function letter(more: Record<string, unknown> = {}) {
  const code = await call('tiep.dan', `/api/units/${house.office.commune}/tracking-code`)
  return {
    received_on: '06/07/2026',
    source: 'post',
    petitioner_name: 'Lý Thị Mây',
    petitioner_address: 'Tổ 5, phường Cam Đường',
    title: 'Đèn đường ngõ 12 không sáng',
    text: 'Ba tuần nay đèn đường không sáng.',
    signed: true,
    code: code.json.code,
    ...more,
  }
}

const seen = {
  kind: 'observation',
  field: 'infrastructure',
  competence: 'ours',
  conditions: ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before'],
}

test('recorded, repeated, read, classified, and refused when it is too late', async () => {
  const id = uuidv7()
  const input = await letter()
  const done = await call('tiep.dan', path(id, '/record'), { input })
  assert.deepEqual([done.status, done.json.revision, done.json.repeated], [200, 1, false], done.text)
  assert.equal(done.json.numbers?.['register_number'], 1)
  const again = await call('tiep.dan', path(id, '/record'), { input })
  assert.deepEqual([again.status, again.json.repeated], [200, true])
  const other = await call('tiep.dan', path(id, '/record'), { input: { ...input, title: 'Khác' } })
  assert.deepEqual([other.status, other.json.code], [404, 'not-yours'])

  const read = await call('tiep.dan', path(id))
  assert.equal(read.status, 200)
  const shown = z.object({
    received_on: z.string(),
    title: z.string(),
    chain: z.undefined().optional(),
    search: z.undefined().optional(),
  })
  assert.equal(shown.parse(JSON.parse(read.text)).received_on, day)

  assert.equal((await call('tiep.dan', path(id, '/classify'), { revision: 1, input: seen })).status, 200)
  const late = await call('tiep.dan', path(id, '/classify'), { revision: 1, input: { ...seen, field: 'environment' } })
  assert.deepEqual([late.status, late.json.code], [409, 'not-in-this-state'])
  assert.match(late.json.cite!, /TT 05\/2021/)
  assert.match(late.json.sentence!, /\.$/)
  const stale = await call('tiep.dan', path(id, '/correct'), { revision: 1, input: { reason: 'Sai', title: 'Đèn' } })
  assert.deepEqual([stale.status, stale.json.code], [409, 'stale-revision'])
  assert.match(stale.json.sentence!, /Nguyễn Thị Tiếp/)
})

test('somebody else’s record is as if it were not there, in every word', async () => {
  const id = uuidv7()
  await call('tiep.dan', path(id, '/record'), { input: await letter() })
  for (const who of ['chu.tich.ban', null]) {
    for (const one of ['', '/classify']) {
      const body = one === '' ? undefined : { input: seen }
      const there = await call(who, path(id, one), body)
      const absent = await call(who, path(uuidv7(), one), body)
      assert.equal(there.status, 404)
      assert.equal(there.text, absent.text)
    }
  }
  const moved = await call('chu.tich.ban', `/api/units/${house.office.neighbour}/petition/${id}/classify`, {
    input: seen,
  })
  assert.equal(moved.status, 404)
  for (const bad of ['petition/1/classify', 'petition/%00/classify', `secret/${id}/read`, `petition/${id}/__proto__`])
    assert.equal((await call('tiep.dan', `/api/units/${house.office.commune}/${bad}`, { input: {} })).status, 404, bad)
  assert.equal((await call('tiep.dan', path(id, '/receive'), { input: {} })).status, 404)
})

describe('hostile input meets a sentence at its field, and nothing is written', () => {
  const hostile: [string, Record<string, unknown>, string, string][] = [
    ['30 February', { received_on: '30/02/2026' }, 'received_on', 'no-such-day'],
    ['month 13', { received_on: '2026-13-01' }, 'received_on', 'no-such-month'],
    ['tomorrow', { received_on: '07/07/2026' }, 'received_on', 'day-in-future'],
    ['a day as a number', { received_on: 20260706 }, 'received_on', 'invalid'],
    ['200 kB of text', { text: 'ă'.repeat(200_000) }, 'text', 'too-long'],
    ['NUL', { title: 'Đèn\u0000đường' }, 'title', 'forbidden-character'],
    ['right-to-left override', { title: 'Đèn \u202e gnờưđ' }, 'title', 'forbidden-character'],
    ['half an emoji', { title: 'Đèn \ud83d' }, 'title', 'forbidden-character'],
    ['only spaces', { title: ' \u00a0 ' }, 'title', 'required'],
    ['a list for a text', { title: ['a'] }, 'title', 'invalid'],
    ['HTML for a name', { petitioner_name: '<b>Mây</b>' }, 'petitioner_name', 'not-a-name'],
    ['an unknown source', { source: "post'; drop table petition; --" }, 'source', 'not-a-choice'],
    ['a code that is none', { code: 'ABC' }, 'code', 'not-an-id'],
    ['a file that was never sent', { files: [{ stored: 'a'.repeat(64) }] }, 'files', 'invalid'],
    ['millions of signers', { signers: 9_999_999 }, 'signers', 'too-large'],
  ]
  for (const [what, more, field, code] of hostile) {
    test(what, async () => {
      const id = uuidv7()
      const { status, json, text } = await call('tiep.dan', path(id, '/record'), { input: await letter(more) })
      assert.equal(status, 422, text)
      const fault = json.faults?.find((one) => one.field === field)
      assert.equal(fault?.code, code, text)
      assert.ok(fault!.sentence.length > 5)
      const { rows } = await house.db.pool.query('select count(*) as n from event where record_id = $1', [id])
      assert.equal(rows[0].n, 0)
    })
  }

  test('what is not JSON, or not an object, or of no revision', async () => {
    const id = uuidv7()
    const statuses: number[] = []
    for (const body of [
      '{',
      '[]',
      'null',
      '7',
      '{"input":[]}',
      '{"revision":"1","input":{}}',
      '{"revision":-1,"input":{}}',
    ])
      statuses.push((await call('tiep.dan', path(id, '/record'), body)).status)
    assert.deepEqual(
      statuses,
      statuses.map(() => 400),
    )
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: house.address }
    assert.equal((await call('tiep.dan', path(id, '/record'), 'input=1', form)).status, 415)
    const foreign = { 'Content-Type': 'text/plain', Origin: 'https://evil.example' }
    assert.equal((await call('tiep.dan', path(id, '/record'), '{"input":{}}', foreign)).status, 403)
  })
})

test('emoji, HTML in a text and letters typed apart are kept as one would read them', async () => {
  const id = uuidv7()
  const text = '<script>alert(1)</script> 🙂 {{7*7}}'
  const done = await call('tiep.dan', path(id, '/record'), {
    input: await letter({ title: 'Đèn đường'.normalize('NFD'), text }),
  })
  assert.equal(done.status, 200, done.text)
  const { rows } = await house.db.pool.query('select title, text from petition where id = $1', [id])
  assert.deepEqual(rows, [{ title: 'Đèn đường', text }])
  const page = await fetch(`${house.address}/ho-so/${house.office.commune}/petition/${id}`, {
    headers: { Cookie: cookies.get('tiep.dan')! },
  })
  const html = await page.text()
  assert.doesNotMatch(html, /<script>alert/)
  assert.match(html, /&lt;script>alert\(1\)|&lt;script&gt;alert\(1\)/)
})

test('sentences come in the language asked for', async () => {
  const input = await letter({ received_on: '30/02/2026' })
  const en = await call(
    'tiep.dan',
    path(uuidv7(), '/record'),
    { input },
    { Cookie: `${cookies.get('tiep.dan')}; lang=en` },
  )
  assert.match(en.json.faults![0]!.sentence, /day|February|month/i)
})

test('the description has a path for every step, and no file, secret or clock among them', async () => {
  const response = await fetch(`${house.address}/api/openapi.json`)
  const described = z
    .object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await response.json())
  for (const [kind, actions] of Object.entries(apiActions))
    for (const { step } of actions)
      assert.ok(described.paths[`/api/units/{unit}/${kind}/{id}/${step}`]?.['post'], `${kind}/${step}`)
  const text = JSON.stringify(described)
  assert.doesNotMatch(text, /denunciation\/|bytes_max|"stored"|open-second-road/)
  const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  assert.deepEqual([...new Set(refs)].sort(), ['Faults', 'Performed', 'Refusal'])
})

test('metrics count requests by route, never by address', async () => {
  const id = uuidv7()
  await call('tiep.dan', path(id))
  const text = await (await fetch(`${house.address}/metrics`)).text()
  assert.match(
    text,
    /gandan_request_seconds_count\{method="GET",route="\/api\/units\/:unit\/:kind\/:id",status="404"\} \d+/,
  )
  assert.match(text, /gandan_outbox_rows \d+/)
  assert.match(text, /gandan_overdue_records \d+/)
  assert.doesNotMatch(text, new RegExp(`${id}|${house.office.commune}|Lý Thị Mây|tiep\\.dan`))
})

test('five megabytes are not taken', async () => {
  const { status } = await call('tiep.dan', path(uuidv7(), '/record'), `{"input":"${'a'.repeat(5_000_000)}"}`)
  assert.equal(status, 413)
})
