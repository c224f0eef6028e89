/** The same office several times over, id for id; in some of them a denunciation lies in the vault. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../../src/http/app.ts'
import type { AppEnv } from '../../src/http/env.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { askForKey, decideRequest } from '../../src/modules/custody/requests.ts'
import { writeAsDenouncer } from '../../src/modules/denunciations/denouncer.ts'
import { keyCookie } from '../../src/modules/denunciations/key-pages.tsx'
import { type ProceedingStep, proceedingSteps } from '../../src/modules/denunciations/proceeding.ts'
import { sealDenunciation } from '../../src/modules/denunciations/sealing.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { openedCookie, sealOpened } from '../../src/modules/people/opened.ts'
import type { PositionKind } from '../../src/modules/people/position.ts'
import { openSignIn, type SignIn, sessionOf, signInWith } from '../../src/modules/people/sign-in.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { publish } from '../../src/modules/receptions/publish.ts'
import { register } from '../../src/modules/receptions/register.ts'
import { foldPostings } from '../../src/modules/reports/balance.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay, type Moment } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { newChannelKey } from '../../src/platform/vault/channel-key.ts'
import { closeKey, openForSession, openWithPassphrase, setUpKey } from '../../src/platform/vault/officer-key.ts'
import { answered, assigned, conditions, type House, sentDecision, submitted } from '../frame/life.ts'
import { type TestDatabase, testDatabase, twinsOf } from './database.ts'
import { type Office, smallOffice } from './office.ts'

const day = '2026-11-20'
const secret = 'a test secret of more than thirty-two characters'
const password = 'hoa sen trong đầm'
const passphrase = 'mưa rào trên mái ngói đỏ'
/** Everything after the parting happens at the same instant in all worlds. */
const moment: Moment = { at: Temporal.Instant.from('2026-11-20T03:00:00Z'), on: Temporal.PlainDate.from(day) }

/** Who lives there; `keyed`: with a key pair of their own. */
const posts = {
  desk: ['commune', 'reception-officer', 'Công chức tiếp công dân', 'keyed'],
  head: ['commune', 'head', 'Chủ tịch', 'keyed'],
  verifier: ['commune', 'handler', 'Chuyên viên', 'keyed'],
  subject: ['commune', 'handler', 'Chuyên viên', 'keyed'],
  deputy: ['commune', 'deputy-head', 'Phó Chủ tịch', 'keyed'],
  relative: ['commune', 'reception-officer', 'Công chức tiếp công dân', ''],
  clerk: ['commune', 'clerk', 'Văn thư', ''],
  front: ['commune', 'front-supervisor', 'Ủy ban Mặt trận', ''],
  administrator: ['province', 'administrator', 'Quản trị', ''],
  neighbour: ['neighbour', 'head', 'Chủ tịch', 'keyed'],
  province: ['province', 'head', 'Chủ tịch', 'keyed'],
  provinceDesk: ['province', 'reception-officer', 'Công chức tiếp công dân', 'keyed'],
  inspector: ['country', 'handler', 'Thanh tra viên', 'keyed'],
  custodian: ['commune', 'custodian', 'Người giữ khóa', 'keyed'],
  secondCustodian: ['commune', 'custodian', 'Người giữ khóa', 'keyed'],
} as const satisfies Record<string, readonly [keyof Office, PositionKind, string, 'keyed' | '']>

/** Somebody of the office. */
export type Resident = keyof typeof posts

/** One of the worlds: its database and its pages. */
export interface World {
  base: TestDatabase
  app: Hono<AppEnv>
}

/** The worlds, and what holds in all of them. */
export interface Worlds {
  /** Without any denunciation. */
  empty: World
  /** One about an officer of the commune: sealed, read, accepted, under verification, its letters numbered. */
  officer: World
  /** One about the head of the commune, which therefore lies with the province. */
  chief: World
  office: Office
  people: Readonly<Record<Resident, string>>
  /** Cookie headers by person; `citizen`: somebody who opened their own letter by its code. */
  cookies: Readonly<Record<Resident | 'citizen' | 'public', string>>
  /** An open record of each kind. */
  open: Readonly<Record<'petition' | 'complaint' | 'feedback' | 'visit' | 'reception-day', string>>
  /** A request for the key of no. 1/2026 of the commune, granted before the worlds parted; in one of them there is no such number. */
  request: { unit_id: string; id: string }
  /** Ids that only the secret record of a world has: its own, then those of its letters and its extract. */
  secrets: Readonly<Record<'officer' | 'chief', readonly string[]>>
  close(): Promise<void>
}

/** Opens the worlds. Call `close` in `after`. */
export async function openWorlds(): Promise<Worlds> {
  fixDay(day)
  const original = await testDatabase()
  const office = await smallOffice(original.owner)
  const people = await populate(original, office)
  const open = await openRecords(original, office, people)
  const cookies = await signedIn(original, people)
  const request = await grantedRequest(original, office, people)
  cookies.citizen = `${openedCookie}=${sealOpened(secret, [{ unit_id: office.commune, record_id: open.petition }], Temporal.Now.instant())}`
  const data = mkdtempSync(join(tmpdir(), 'gandan-worlds-'))
  const ends: (() => Promise<void>)[] = []
  const worlds = (await twinsOf(original, 2)).map((base): World => {
    const signIn = openSignIn({ db: base.db, url: base.url, secret })
    ends.push(
      () => signIn.end(),
      () => base.close(),
    )
    const config = { ...readConfig({ GANDAN_DATA: data }), today: moment.on }
    return { base, app: createApp({ db: base.db, config, signIn }) }
  })
  const [empty, officer, chief] = worlds as [World, World, World]
  const secrets = {
    officer: await aboutTheOfficer(officer.base, office, people),
    chief: await aboutTheHead(chief.base, office, people),
  }
  const id = uuidv7()
  const code = newTrackingCode(await prefixOfUnit(empty.base.db.pool, office.commune))
  for (const { base } of worlds) {
    await lifeGoesOn(base, office, people, id, code)
    await foldPostings(base.worker)
  }
  const close = async () => {
    for (const end of ends) await end()
    rmSync(data, { recursive: true, force: true })
  }
  return { empty, officer, chief, office, people, cookies, open, request, secrets, close }
}

async function populate(base: TestDatabase, office: Office): Promise<Record<Resident, string>> {
  const password_hash = await hashPassword(password)
  const people: Record<string, string> = {}
  for (const [who, [unit, kind, title, keyed]] of Object.entries(posts)) {
    const sign_in_name = `o.${who.toLowerCase()}`
    const { id } = await createAccount(base.db, { name: `Nguyễn ${who}`, sign_in_name, password_hash })
    await givePosition(base.db, { account_id: id, unit_id: office[unit], kind, title, from_on: '2020-01-01' })
    if (keyed) await setUpKey(base.db, id, passphrase, moment.at)
    people[who] = id
  }
  return people as Record<Resident, string>
}

/** The inspector asks for a number that may or may not exist, and a custodian grants it. */
async function grantedRequest(base: TestDatabase, office: Office, people: Record<Resident, string>) {
  const as = async (who: Resident) => (await viewerOfAccount(base.db.pool, people[who], moment))!
  const typed = {
    unit_id: office.commune,
    basis: 'inspection' as const,
    register_number: 1,
    register_year: 2026,
    until_on: moment.on.add({ days: 5 }),
    reason: 'Theo quyết định thanh tra số 4.',
  }
  const asked = await askForKey(base.db, { viewer: await as('inspector'), id: uuidv7(), typed, moment })
  const { unit_id, id } = asked
  const key = (await openWithPassphrase(base.db.pool, people.custodian, passphrase))!
  const at = { viewer: await as('custodian'), unit_id, id, key, moment }
  await decideRequest(base.db, at, { grants: true, ground: 'Đúng thẩm quyền.' })
  closeKey(key)
  return { unit_id, id }
}

async function signedIn(base: TestDatabase, people: Record<Resident, string>) {
  const signIn: SignIn = openSignIn({ db: base.db, url: base.url, secret })
  const cookies: Record<string, string> = { public: '' }
  for (const [index, who] of Object.keys(people).entries()) {
    const from = { headers: new Headers(), address: `10.9.0.${index + 1}`, secure: false }
    const signed = await signInWith(signIn, { name: `o.${who.toLowerCase()}`, password }, from, moment)
    if (!signed.ok) throw new Error(`${who} cannot sign in`)
    cookies[who] = signed.cookies.map((one) => one.split(';')[0]).join('; ')
    // Custodians have their keys open: nobody outside sees more.
    if (!/custodian/i.test(who)) continue
    const session = await sessionOf(signIn, new Headers({ Cookie: cookies[who] ?? '' }))
    const under = session && (await openForSession(base.db.pool, session, passphrase, moment.at))
    cookies[who] += `; ${keyCookie}=${under}`
  }
  await signIn.end()
  return cookies as Record<Resident | 'citizen' | 'public', string>
}

async function viewerOf(base: TestDatabase, account_id: string): Promise<Viewer> {
  const viewer = await viewerOfAccount(base.db.pool, account_id, moment)
  if (!viewer) throw new Error('no such account')
  return viewer
}

/** The open registers before the worlds part. */
async function openRecords(t: TestDatabase, office: Office, people: Record<Resident, string>): Promise<Worlds['open']> {
  const take: House['take'] = (action, viewer, id, input) =>
    perform(t.db, action, { viewer, unit_id: office.commune, id, input, moment })
  const as = (who: Resident) => viewerOf(t, people[who])
  const [desk, head, handler, stranger] = await Promise.all([as('desk'), as('head'), as('subject'), as('neighbour')])
  const house: House = { t, office, desk, head, handler, stranger, take }
  const petition = await submitted(house, day)
  await assigned(house, day, 'observation')
  const complaint = await sentDecision(house, day)
  const feedback = await answered(house, day)
  const [visit, receptionDay] = [uuidv7(), uuidv7()]
  const seen = { visitor_name: 'Lý Thị Mây', visitor_address: 'Tổ 5', subject: 'Hỏi về đất', asked_kind: 'other' }
  await take(register, desk, visit, {
    ...seen,
    identity_kind: 'identity-card',
    people: 1,
    first_time: true,
    acting_as: 'self',
  })
  const hours = { starts: '8:00', ends: '11:30', place: 'Trụ sở', room: '1', mode: 'in-person', capacity: '2' }
  await take(publish, head, receptionDay, { kind: 'regular', held_on: '2026-12-08', ...hours })
  return { petition, complaint, feedback, visit, 'reception-day': receptionDay }
}

const words = {
  received_on: moment.on,
  source: 'by-hand',
  person_name: 'Hoàng Thị Kể',
  person_address: 'Tổ 4, phường Cam Đường',
  several: false,
  text: 'Nhận tiền để xác nhận nguồn gốc đất.',
} as const

async function take(
  base: TestDatabase,
  account_id: string,
  at: { unit_id: string; id: string },
  step: ProceedingStep,
  typed: object,
) {
  const key = await openWithPassphrase(base.db.pool, account_id, passphrase)
  if (!key) throw new Error('no key')
  const viewer = await viewerOf(base, account_id)
  await proceedingSteps[step].take(base.db, { viewer, unit_id: at.unit_id, id: at.id, key, moment }, typed)
  closeKey(key)
}

const accepting = {
  content: 'Thu tiền ngoài quy định.',
  form_met: true,
  has_capacity: true,
  within_competence: true,
  has_basis: true,
  settled_before: false,
}

async function aboutTheOfficer(base: TestDatabase, office: Office, people: Record<Resident, string>) {
  const about = { subject_place: 'officer-here', subject_id: people.subject, subject: 'Ông Lý, địa chính' } as const
  const viewer = await viewerOf(base, people.desk)
  const said = { ...words, ...about }
  const slip = newChannelKey(await prefixOfUnit(base.db.pool, office.commune))
  const id = uuidv7()
  const at = await sealDenunciation(base.db, { viewer, unit_id: office.commune, id, words: said, moment, slip })
  await writeAsDenouncer(
    base.db,
    { slip, moment, data: '' },
    { id: uuidv7(), kind: 'protection', text: 'Có người chờ ở cổng.', uploads: [] },
  )
  await take(base, people.head, at, 'write-to-denouncer', { text: 'Việc xảy ra ngày nào?' })
  await take(base, people.desk, at, 'check', { several_places: true, note: 'Đã gặp người gửi.' })
  await take(base, people.head, at, 'accept', accepting)
  await take(base, people.desk, at, 'notify-acceptance', {})
  const extract = 'Xác minh việc thu tiền.'
  await take(base, people.head, at, 'assign-verification', { verifier_id: people.verifier, extract, plan: 'Hỏi.' })
  await take(base, people.verifier, at, 'report-verification', { findings: 'Có thu tiền.', proposal: 'Đúng.' })
  return secretIds(base, at.id)
}

async function aboutTheHead(base: TestDatabase, office: Office, people: Record<Resident, string>) {
  const about = { subject_place: 'head-here', subject: 'Bà chủ tịch' } as const
  const viewer = await viewerOf(base, people.desk)
  const said = { ...words, ...about }
  const at = await sealDenunciation(base.db, { viewer, unit_id: office.commune, id: uuidv7(), words: said, moment })
  await take(base, people.province, at, 'accept', accepting)
  await take(base, people.provinceDesk, at, 'notify-acceptance', {})
  return secretIds(base, at.id)
}

async function secretIds(base: TestDatabase, id: string): Promise<string[]> {
  const { rows } = await base.owner.pool.query<{ id: string }>(
    `select extract_id as id from denunciation where id = $1 and extract_id is not null
     union select id from document where record_id = $1`,
    [id],
  )
  if (rows.length === 0) throw new Error('the secret record has no letters')
  return [id, ...rows.map((row) => row.id)]
}

/** Open work after the parting: its numbers show whether the secret record took one. */
async function lifeGoesOn(
  base: TestDatabase,
  office: Office,
  people: Record<Resident, string>,
  id: string,
  code: string,
) {
  const step = async (who: Resident, action: AnyAction, record_id: string, input: object) =>
    perform(base.db, action, {
      viewer: await viewerOf(base, people[who]),
      unit_id: office.commune,
      id: record_id,
      input,
      moment,
    })
  const petitioner = { petitioner_name: 'Vàng A Sở', petitioner_address: 'Tổ 1' }
  const letter = { received_on: day, source: 'post', signed: true, title: 'Thu hồi đất', text: 'Đề nghị đo lại.' }
  await step('desk', record, id, { ...letter, ...petitioner, code })
  const seen = { kind: 'complaint', field: 'land', competence: 'ours', conditions: [...conditions, 'signed'] }
  await step('desk', classify, id, seen)
  await step('head', assign, id, { handler_id: people.verifier })
  const against = { respondent: 'Ủy ban nhân dân phường', contested: 'Quyết định 12/QĐ-UBND' }
  await step('verifier', proposeAcceptance, id, against)
  await step('head', accept, idFrom(id, 'point/1'), { no_ground_applies: true, remote: false })
}
