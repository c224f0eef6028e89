/**
 * Two worlds: whatever somebody without a key may ask, the answer is the same, byte for byte, whether a denunciation
 * exists or not. Addresses are those the program has: a page added tomorrow is asked too, and a new kind of parameter
 * fails the test until it is given a value.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { bookSlugs } from '../src/modules/books/book.ts'
import { openWorlds, type Resident, type World, type Worlds } from './support/two-worlds.ts'

let worlds: Worlds
before(async () => {
  worlds = await openWorlds()
})
after(() => worlds?.close())

type Somebody = Resident | 'citizen' | 'public'
/** Who must not see the record: outsiders of the world in which one is about an officer, and of that about the head. */
const outsiders = {
  officer: [
    'subject',
    'deputy',
    'relative',
    'front',
    'administrator',
    'neighbour',
    'province',
    'inspector',
    'custodian',
    'citizen',
    'public',
  ],
  chief: ['desk', 'head', 'deputy', 'custodian'],
} as const satisfies Record<string, readonly Somebody[]>

/** Addresses that are not compared, each with its reason. */
const left: Readonly<Record<string, string>> = {
  '/metrics': 'times and counts of this very process; what it may tell of the closed register has a test of its own',
}

/** What stands for a parameter of an address: something open, and the secret record’s own id. */
function valuesOf(name: string, route: string, filled: string, ids: readonly string[]) {
  const { office, open, secrets } = worlds
  const [secret = '', letter = ''] = ids
  const kept_by = ids === secrets.chief ? office.province : office.commune
  // Its steps, some sixty, are asked where it lies; its own page also at the other unit, where there is none.
  const isStep = /^\/ho-so-rieng\/:unit[^/]*\/:id[^/]*\/./.test(route)
  if (route.startsWith('/ho-so-rieng') && name === 'id') return [secret]
  const opened = Object.entries(open).find(([kind]) => filled.endsWith(`/${kind}/`))?.[1] ?? open.petition
  const values: Readonly<Record<string, readonly string[]>> = {
    unit: isStep ? [kept_by] : route.startsWith('/ho-so-rieng') ? [office.commune, office.province] : [office.commune],
    kind: route.includes('/ky-yeu')
      ? ['docx', 'pdf']
      : ['petition', 'complaint', 'feedback', 'denunciation', 'visit', 'reception-day', 'instrument', 'dialogue'],
    no: ['1'],
    id:
      route === '/don-vi/:id{[0-9a-fA-F-]{36}}'
        ? Object.values(office)
        : [/^\/(?:van-ban|tep)\//.test(route) ? letter : opened, secret],
    day: [open['reception-day'], secret],
    record: [open.petition, secret],
    step: ['correct'],
    letter: [letter],
    file: route.startsWith('/hoi-hop')
      ? [letter]
      : route.startsWith('/bao-cao')
        ? ['01-XLD.xlsx', '01-TCD.xlsx', secret]
        : ['receipt.docx', `${secret}.docx`],
    list: ['overdue', secret],
    section: ['petitions', secret],
    form: ['01-XLD', '01-TCD'],
    column: ['1', '5', '10'],
    question: ['q1', open.petition],
    book: bookSlugs,
    goal: [open.petition, secret],
    text: [letter, secret],
    duty: ['periodic'],
    // Of no room: the code of one is on its wall.
    code: ['AAAAABBBBB'],
  }
  return values[name] ?? assert.fail(`${route}: the parameter ${name} has no value in this test`)
}

/** Questions that stand behind a question mark; links of pages that were read come to them by themselves. */
const asked: Readonly<Record<string, readonly string[]>> = {
  '/ho-so': ['q=Kể', 'q=nguồn gốc đất', 'q=Hoàng Thị', 'q=đất', 'q=1'],
  '/ban-lam-viec/giong': ['title=Thu+tiền&text=Nhận+tiền+xác+nhận+nguồn+gốc+đất&petitioner_name=Hoàng+Thị+Kể'],
  '/don-vi': ['q=cam', 'cap=commune'],
  '/so/:book': ['nam=2026&ky=nam'],
  '/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}': ['ky=2026-y', 'ky=2026-q4'],
  '/bao-cao/:file{[0-9]{2}-[A-Z]{2,5}\\.xlsx}': ['ky=2026-y'],
  '/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}/:column{[0-9]{1,2}}': ['ky=2026-y'],
  '/bao-cao/:form{[0-9]{2}-[A-Z]{2,5}}/:column{[0-9]{1,2}}/danh-sach.xlsx': ['ky=2026-y'],
  '/tra-loi': ['q=đất'],
  '/don-rieng/gui': ['q=cam'],
}

/** A route with its parameters filled in; braces are counted because patterns hold braces. */
function fill(route: string, secret: readonly string[], asWritten = route): string[] {
  const at = route.indexOf('/:')
  if (at < 0) return [route]
  const name = /^[A-Za-z]+/.exec(route.slice(at + 2))?.[0] ?? ''
  let end = at + 2 + name.length
  let pattern = '[^/]+'
  if (route[end] === '{') {
    const from = end + 1
    let depth = 0
    do {
      const sign = route[end++]
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    } while (depth > 0)
    pattern = route.slice(from, end - 1)
  }
  const [head, rest] = [route.slice(0, at + 1), route.slice(end)]
  return valuesOf(name, asWritten, head, secret)
    .filter((value) => new RegExp(`^(?:${pattern})$`).test(value))
    .flatMap((value) => fill(`${head}${value}${rest}`, secret, asWritten))
}

/** Every address the program answers with GET, filled in. */
function addresses(secret: readonly string[]): string[] {
  const { routes } = worlds.empty.app
  const pages = routes.filter(({ method, path }) => method === 'GET' && !path.includes('*') && !left[path])
  return [...new Set(pages.map(({ path }) => path))].flatMap((route) => {
    const paths = fill(route, secret)
    assert.ok(paths.length > 0, `no value fits ${route}`)
    return paths.flatMap((path) => [path, ...(asked[route] ?? []).map((query) => `${path}?${query}`)])
  })
}

interface Answer {
  status: number
  headers: string
  body: Buffer
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
const fresh = '00000000-0000-0000-0000-000000000000'
const freshCode = /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b/g
/** A key offered with a form, random like the codes. */
const freshSlip = /\b[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){5}\b/g

/**
 * Random for every request: ids offered in forms and of letters written after the worlds parted, and tracking codes.
 * They are recognised by being of no record of ours, and replaced at equal length; an id of the secret record stays.
 */
function steady(text: string, known: ReadonlySet<string>): string {
  return text
    .replace(uuid, (id) => (known.has(id) ? id : fresh))
    .replace(freshCode, '0000-0000-0000-0000')
    .replace(freshSlip, '00000-00000-00000-00000-00000-00000')
}

async function ask(
  world: World,
  who: Somebody,
  path: string,
  known: ReadonlySet<string>,
  init: RequestInit = {},
): Promise<Answer> {
  const answer = await world.app.request(`http://gandan.test${path}`, {
    ...init,
    headers: { Host: 'gandan.test', Origin: 'http://gandan.test', Cookie: worlds.cookies[who], ...init.headers },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'date')
    .map(([name, value]) => `${name}: ${name === 'set-cookie' ? value.replace(/=[^;]*/, '=…') : steady(value, known)}`)
  const type = answer.headers.get('content-type') ?? ''
  const isText = /^text|json|xml$/.test(type)
  const body = isText
    ? Buffer.from(steady(bytes.toString('utf8'), known))
    : /openxml/.test(type)
      ? unpacked(bytes)
      : bytes
  return { status: answer.status, headers: headers.sort().join('\n'), body }
}

/** The parts of an office document with their names; the archive and its properties hold the instant of writing. */
function unpacked(zip: Buffer): Buffer {
  const parts: string[] = []
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const lengths = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const name = zip.subarray(at + 46, at + 46 + (lengths[0] ?? 0)).toString()
    const start = zip.readUInt32LE(at + 42)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const part = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    parts.push(`${name}\n${part.toString('latin1').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')}`)
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return Buffer.from(parts.join('\n\n'), 'latin1')
}

/** Ids that exist in the world without the secret, and the secret’s own. */
async function knownIds(): Promise<Set<string>> {
  const { rows } = await worlds.empty.base.owner.pool.query<{ id: string }>(
    `select id::text from account union select id::text from unit union select id::text from position
     union select id::text from petition union select id::text from complaint union select id::text from feedback
     union select id::text from visit union select id::text from reception_day`,
  )
  return new Set([...rows.map(({ id }) => id), ...worlds.secrets.officer, ...worlds.secrets.chief])
}

/** Where two answers part, or null. */
function difference(one: Answer, other: Answer): string | null {
  if (one.status !== other.status) return `status ${one.status} / ${other.status}`
  if (one.headers !== other.headers) return `headers\n${one.headers}\n---\n${other.headers}`
  if (one.body.equals(other.body)) return null
  let at = 0
  while (one.body[at] === other.body[at]) at += 1
  const show = (body: Buffer) => body.subarray(Math.max(0, at - 80), at + 120).toString('utf8')
  return `body of ${one.body.length} / ${other.body.length} bytes, from ${at}: …${show(one.body)}… / …${show(other.body)}…`
}

/** Addresses that a page links to. */
function linksOf(answer: Answer): string[] {
  if (!/content-type: text\/html/.test(answer.headers)) return []
  const links = [...answer.body.toString('utf8').matchAll(/(?:href|action)="(\/[^"#]*)/g)]
  return links
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !/[?&]lang=|^\/assets|^\/\//.test(link))
}

/** Links of the same shape lead to the same page of different records: so many of each shape are followed. */
const alikeMost = 1
const shapeOf = (link: string) =>
  link
    .replace(uuid, '*')
    .replace(/[\w-]+\.docx/, '*.docx')
    .replace(/=[^&]*/g, '=*')
    .replace(/\d+/g, '0')

/** Pages of work that begins with no letter. Whoever sees most, and the public, ask all of them; the others a third each. */
const apart =
  /^\/(?:hoi-hop|hoi-nghi|tham-luan|bai-tham-luan|ky-yeu|doi-thoai|cong-trinh|du-an|lay-y-kien|cam-ket|chuong-trinh|van-ban-chi-dao|quan-triet|phong-trao|trach-nhiem|hoi-nhanh)/
const everywhere: readonly Somebody[] = ['subject', 'head', 'public']

function asksFor(who: Somebody, path: string): boolean {
  if (everywhere.includes(who) || !apart.test(path)) return true
  const all: readonly Somebody[] = [...outsiders.officer, ...outsiders.chief]
  const nth = all.indexOf(who)
  const sum = [...shapeOf(path)].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return sum % 3 === nth % 3
}

/** Asks everything as an outsider in the world without and in the world with; what differed, and how much was asked. */
async function compare(who: Somebody, name: 'officer' | 'chief', known: ReadonlySet<string>) {
  const queue = addresses(worlds.secrets[name]).filter((path) => asksFor(who, path))
  const seen = new Set(queue)
  const shapes = new Map<string, number>()
  const found: string[] = []
  const one = async (path: string) => {
    const [without, having] = await Promise.all([
      ask(worlds.empty, who, path, known),
      ask(worlds[name], who, path, known),
    ])
    const differs = difference(without, having)
    if (differs) found.push(`${path}: ${differs}`)
    if (without.status >= 500) found.push(`${path}: ${without.status}`)
    for (const link of linksOf(without)) {
      const alike = shapes.get(shapeOf(link)) ?? 0
      if (seen.has(link) || alike >= alikeMost || !asksFor(who, link)) continue
      seen.add(link)
      shapes.set(shapeOf(link), alike + 1)
      queue.push(link)
    }
  }
  for (let next = 0; next < queue.length; next += 8) await Promise.all(queue.slice(next, next + 8).map(one))
  return { found, asked: queue.length }
}

describe('whether a denunciation exists, no page tells', () => {
  for (const name of ['officer', 'chief'] as const)
    for (const who of outsiders[name])
      test(`to ${who}, where it is about the ${name}`, async (t) => {
        const { found, asked: count } = await compare(who, name, await knownIds())
        t.diagnostic(`${count} addresses`)
        assert.ok(count > 100, 'the program has more addresses than that')
        assert.deepEqual(found, [])
      })
})

/** Questions that are posted. */
function posts([id = '', letter = '']: readonly string[]): [path: string, init: RequestInit][] {
  const { office, open } = worlds
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })
  const json = (body: object): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })
  const units = [office.commune, office.province]
  return [
    ['/tra-cuu', form({ code: '7K3F-Q9MD-2WXA-H4ZB' })],
    ['/tra-cuu', form({ code: id })],
    ['/kenh-kin', form({ khoa: '7K3DE-0EDS1-73AZ7-MR8J2-045K4-DC9ZQ' })],
    ['/kenh-kin', form({ khoa: id })],
    ['/kenh-kin/gui', form({ id, kind: 'addition', text: 'x' })],
    [`/kenh-kin/van-ban/${letter}`, form({})],
    ...units.flatMap((unit): [string, RequestInit][] => [
      ['/ho-so-rieng/so', form({ unit, year: '2026' })],
      [`/ho-so-rieng/${unit}/${id}/but-luc`, form({})],
      [`/ho-so-rieng/${unit}/${id}/read`, form({})],
      [`/ho-so-rieng/${unit}/${id}/accept`, form({ content: 'x', seen: '1' })],
      [`/ho-so-rieng/${unit}/${id}/van-ban/${letter}`, form({})],
      ...['petition', 'complaint', 'feedback', 'visit', 'denunciation'].map((kind): [string, RequestInit] => [
        `/api/units/${unit}/${kind}/${id}/correct`,
        json({ revision: 1, input: { reason: 'x' } }),
      ]),
    ]),
    [`/ho-so/${office.commune}/petition/${open.petition}/link-case`, form({ other: id, how: 'same', revision: '1' })],
  ]
}

test('nor does an answer to what is posted', async () => {
  const known = await knownIds()
  const found: string[] = []
  // Asked in all three worlds, for each counts how often somebody tried.
  for (const who of new Set(Object.values(outsiders).flat()))
    for (const name of ['officer', 'chief'] as const)
      for (const [path, init] of posts(worlds.secrets[name])) {
        const [empty, ...others] = await Promise.all(
          [worlds.empty, worlds.officer, worlds.chief].map((world) => ask(world, who, path, known, init)),
        )
        const having = others[name === 'officer' ? 0 : 1]
        const here = outsiders[name] as readonly Somebody[]
        const differs = here.includes(who) && difference(empty!, having!)
        if (differs) found.push(`${who} posts to ${path} in ‘${name}’: ${differs}`)
      }
  assert.deepEqual(found, [])
})

test('the one with a key does see it: these worlds are two', async () => {
  const known = await knownIds()
  for (const [name, who] of [
    ['officer', 'desk'],
    ['officer', 'head'],
    ['officer', 'verifier'],
    ['chief', 'province'],
    ['chief', 'provinceDesk'],
  ] as const) {
    const [empty, other] = await Promise.all(
      [worlds.empty, worlds[name]].map((world) => ask(world, who, '/ho-so-rieng', known)),
    )
    assert.notEqual(difference(empty!, other!), null, `${who} in ‘${name}’`)
  }
})

test('two custodians recover a key, and neither learns whether there was one', async () => {
  const known = await knownIds()
  const { unit_id, id } = worlds.request
  const path = `/khoa/de-nghi/${unit_id}/${id}`
  const alike = async (who: Resident, at: string, init: RequestInit = {}) => {
    const [empty, other] = [
      await ask(worlds.empty, who, at, known, init),
      await ask(worlds.officer, who, at, known, init),
    ]
    assert.equal(difference(empty, other), null, `${who} at ${at}`)
    return empty
  }
  const post: RequestInit = { method: 'POST', body: new URLSearchParams() }
  assert.match((await alike('custodian', path)).body.toString(), /Theo quyết định thanh tra số 4/)
  assert.equal((await alike('custodian', `${path}/open-half`, post)).status, 303)
  assert.equal((await alike('custodian', `${path}/complete-recovery`, post)).status, 409)
  assert.equal((await alike('secondCustodian', `${path}/complete-recovery`, post)).status, 303)
  const pages = [path, '/khoa/de-nghi', '/khoa/ban-giao', '/khoa', '/ho-so-rieng', '/ho-so-rieng/het-han']
  for (const who of ['custodian', 'secondCustodian'] as const) for (const page of pages) await alike(who, page)
  // The one who asked is an insider now, where there is something to be inside of.
  const [nothing, something] = await Promise.all(
    [worlds.empty, worlds.officer].map((world) => ask(world, 'inspector', '/ho-so-rieng', known)),
  )
  assert.notEqual(difference(nothing!, something!), null)
})

test('the figures for monitoring name no page of the closed register, and count none of its steps', async () => {
  const known = await knownIds()
  const gauge = async (world: World) => (await ask(world, 'public', '/metrics', known)).body.toString('utf8')
  for (const world of [worlds.empty, worlds.officer, worlds.chief])
    assert.doesNotMatch(await gauge(world), /ho-so-rieng|"\/khoa|don-rieng|kenh-kin|seal-away|gandan_events/)
})
