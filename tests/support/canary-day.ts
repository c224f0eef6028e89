/** A day at an office with secrets in it, run as a process of its own so that everything it writes can be searched. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from '../../src/http/app.ts'
import { jobList } from '../../src/jobs.ts'
import { sealDenunciation } from '../../src/modules/denunciations/sealing.ts'
import { keepUploads } from '../../src/modules/files/keep-file.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import type { PositionKind } from '../../src/modules/people/position.ts'
import { openSignIn, signInWith } from '../../src/modules/people/sign-in.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { register } from '../../src/modules/receptions/register.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { runJobs } from '../../src/platform/jobs.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { checkCharacter, newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { canaries } from './canaries.ts'
import { testDatabase } from './database.ts'
import { smallOffice } from './office.ts'

fixDay('2026-11-20')
const base = await testDatabase()
const office = await smallOffice(base.owner)
const signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
const config = readConfig()
const app = createApp({ db: base.db, config, signIn })
const password = 'hoa sen trong đầm'
const password_hash = await hashPassword(password)

/** Somebody at a browser. */
async function at(kind: PositionKind, unit_id: string, sign_in_name: string) {
  const { id } = await createAccount(base.db, { name: 'Lý Thị Trang', sign_in_name, password_hash })
  await givePosition(base.db, { account_id: id, unit_id, kind, from_on: '2020-01-01' })
  const from = { headers: new Headers(), address: `10.8.0.${kind.length}`, secure: false }
  const signed = await signInWith(signIn, { name: sign_in_name, password }, from, moment())
  if (!signed.ok) throw new Error('cannot sign in')
  const cookies = new Map<string, string>()
  const keep = (given: readonly string[]) => {
    for (const one of given) cookies.set(one.slice(0, one.indexOf('=')), one.split(';')[0] ?? '')
  }
  keep(signed.cookies)
  const post = async (path: string, form: Record<string, string>, expected: number) => {
    const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: [...cookies.values()].join('; ') }
    const answer = await app.request(`http://gandan.test${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
    })
    const text = await answer.text()
    if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}`)
    keep(answer.headers.getSetCookie())
    return text
  }
  await post('/khoa/set-up', { fresh: canaries.passphrase, again: canaries.passphrase, understood: 'yes' }, 303)
  await post('/khoa/unlock', { passphrase: `${canaries.passphrase} sai` }, 422)
  await post('/khoa/unlock', { passphrase: canaries.passphrase }, 303)
  return { id, post }
}

const desk = await at('reception-officer', office.commune, 'ban')
const head = await at('head', office.commune, 'dau')
const above = await at('head', office.province, 'tinh')
const neighbour = await at('head', office.neighbour, 'lang')
const verifier = await at('handler', office.commune, 'xac')
const keeper = await at('custodian', office.commune, 'nhat')
const secondKeeper = await at('custodian', office.commune, 'nhi')

const letter = (more: Record<string, string> = {}) => ({
  id: uuidv7(),
  unit_id: office.commune,
  received_on: '20/11/2026',
  source: 'by-hand',
  person_name: canaries.name,
  person_address: canaries.address,
  person_phone: canaries.phone,
  identity_number: canaries.identity,
  subject_place: 'elsewhere',
  subject: canaries.subject,
  text: `${canaries.text}\n${canaries.long}`,
  ...more,
})

/** Does the page show the words to who may read them? Else the day proves nothing. */
function shows(page: string, ...found: string[]): void {
  for (const one of found) if (!page.includes(one)) throw new Error('an insider cannot read it')
}

// Typed wrong, typed right, and while the database refuses to take it.
await desk.post('/ho-so-rieng/nhap', letter({ received_on: '30/02/2026' }), 422)
const given = letter()
await desk.post('/ho-so-rieng/nhap', given, 303)
await desk.post('/ho-so-rieng/nhap', given, 303)
await base.owner.pool.query('revoke insert on sealed_field from gandan_app')
await desk.post('/ho-so-rieng/nhap', letter(), 500)
await base.owner.pool.query('grant insert on sealed_field to gandan_app')

const path = `/ho-so-rieng/${office.commune}/${given.id}`
shows(await head.post(`${path}/read`, {}, 200), canaries.name, canaries.identity, canaries.text)
await desk.post(`${path}/correct`, { reason: canaries.reason, text: canaries.mended }, 303)
shows(await desk.post(`${path}/read`, {}, 200), canaries.reason, canaries.mended)
await neighbour.post(`${path}/read`, {}, 404)
// A key is lost and asked for anew, granted with a ground, recovered by two custodians, and shared anew.
await desk.post('/khoa/replace', { fresh: canaries.passphrase, again: canaries.passphrase, understood: 'yes' }, 303)
await desk.post(`${path}/read`, {}, 404)
const lost = { id: uuidv7(), unit_id: office.commune, basis: 'own-work', reason: canaries.asked }
await desk.post('/khoa/de-nghi/moi', lost, 303)
const request = `/khoa/de-nghi/${office.commune}/${lost.id}`
await keeper.post(`${request}/decide`, { ground: canaries.granted }, 422)
await keeper.post(`${request}/decide`, { decision: 'grant', ground: canaries.granted }, 303)
await keeper.post(`${request}/open-half`, {}, 303)
await secondKeeper.post(`${request}/complete-recovery`, {}, 303)
shows(await desk.post(`${path}/read`, {}, 200), canaries.mended)
await head.post('/khoa/ban-giao/chia-lai', { unit_id: office.commune }, 303)

await head.post(`${path}/transfer`, { receiver_unit_id: office.neighbour }, 303)
const moved = await base.owner.pool.query(`select id from denunciation where unit_id = $1`, [office.neighbour])
shows(
  await neighbour.post(`/ho-so-rieng/${office.neighbour}/${moved.rows[0].id}/read`, {}, 200),
  canaries.mended,
  canaries.name,
)

// The whole road of one: accepted, verified by somebody who gets the extract, concluded, sent, protected.
const whole = letter()
await desk.post('/ho-so-rieng/nhap', whole, 303)
const road = `/ho-so-rieng/${office.commune}/${whole.id}`
const steps = async () => {
  const { rows } = await base.owner.pool.query<{ seen: number }>(
    `select count(*)::int as seen from event where record_id = $1 and action not in ('read', 'read-extract')`,
    [whole.id],
  )
  return String(rows[0]?.seen)
}
type Poster = typeof desk.post
const take = async (post: Poster, step: string, form: Record<string, string>, expected = 303) =>
  post(`${road}/${step}`, { ...form, seen: await steps() }, expected)
const ticked = { form_met: 'yes', has_capacity: 'yes', within_competence: 'yes', has_basis: 'yes' }
await take(head.post, 'accept', { content: canaries.accepted, settled_before: 'no' }, 409)
await take(
  head.post,
  'accept',
  { content: `${canaries.accepted} ${canaries.name}`, settled_before: 'no', ...ticked },
  422,
)
await take(head.post, 'accept', { content: canaries.accepted, settled_before: 'no', ...ticked })
await take(desk.post, 'notify-acceptance', {})
const order = { verifier_id: verifier.id, extract: canaries.extract, plan: 'Hoi nguoi lien quan.' }
await take(head.post, 'assign-verification', order)
shows(await verifier.post(`${road}/read-extract`, {}, 200), canaries.extract, canaries.subject)
await verifier.post(`${road}/read`, {}, 404)
await take(verifier.post, 'report-verification', { findings: canaries.report, proposal: canaries.report })
const conclusion = { result: 'right', findings: canaries.report, conclusion: canaries.conclusion, measures: 'Tra lai.' }
await take(head.post, 'conclude', conclusion)
await take(desk.post, 'send', { managing_body: 'Phong Kinh te', notice: canaries.notice })
await take(desk.post, 'publish', { way: 'posted', public_text: 'Da ket luan thu sai quy dinh mot lan.' })
const asked = { by_phone: 'yes', who: canaries.name, danger: canaries.protection, measures: 'secrecy' }
await take(desk.post, 'ask-protection', asked)
const opened = await head.post(`${road}/read`, {}, 200)
shows(opened, canaries.accepted, canaries.extract, canaries.report, canaries.conclusion, canaries.notice)
shows(opened, canaries.protection)
const documents = [...opened.matchAll(/\/van-ban\/([\da-f-]{36})/g)].map(([, id]) => id)
if (documents.length < 7) throw new Error('letters are missing')
for (const id of documents) await head.post(`${road}/van-ban/${id}`, {}, 200)
await verifier.post(`${road}/van-ban/${documents[0]}`, {}, 404)

// About the head: it goes up.
const up = letter({ subject_place: 'head-here' })
await desk.post('/ho-so-rieng/nhap', up, 303)
shows(await above.post(`/ho-so-rieng/${office.province}/${up.id}/read`, {}, 200), canaries.subject)

// As an import brings it in, and a visit whose officer typed what does not belong there.
const viewer = await viewerOfAccount(base.db.pool, desk.id, moment(), 'import')
if (!viewer) throw new Error('no viewer')
await sealDenunciation(base.db, {
  viewer,
  unit_id: office.commune,
  id: uuidv7(),
  moment: moment(),
  words: {
    received_on: Temporal.PlainDate.from('2025-03-04'),
    source: 'import',
    source_number: canaries.source_number,
    person_name: canaries.name,
    person_address: canaries.address,
    identity_number: canaries.identity,
    several: true,
    subject_place: 'elsewhere',
    subject: canaries.subject,
    text: canaries.text,
  },
})
const visit = {
  visitor_name: canaries.name,
  visitor_address: canaries.address,
  visitor_phone: canaries.phone,
  subject: canaries.subject,
  asked_kind: 'denunciation',
  identity_kind: 'identity-card',
  people: 1,
  first_time: true,
  acting_as: 'self',
}
const officer = await viewerOfAccount(base.db.pool, desk.id, moment())
if (!officer) throw new Error('no viewer')
await perform(base.db, register, {
  viewer: officer,
  unit_id: office.commune,
  id: uuidv7(),
  input: visit,
  moment: moment(),
})

// The number of a paper that the desk saw.
const walkin = {
  id: uuidv7(),
  visitor_name: 'Hoang Thi Hoi',
  subject: 'Hoi ve dat',
  asked_kind: 'other',
  identity_kind: 'identity-card',
  identity_number: canaries.visitor_identity,
  people: '1',
  first_time: 'yes',
  acting_as: 'self',
}
await desk.post(`/tiep-dan/nguoi-den?don-vi=${office.commune}`, { ...walkin, people: 'nhieu' }, 422)
await desk.post(`/tiep-dan/nguoi-den?don-vi=${office.commune}`, walkin, 303)
const number = `/khoa/giay-to/${office.commune}/${walkin.id}`
shows(await desk.post(number, { reason: 'Doi chieu giay to' }, 200), canaries.visitor_identity)

// A letter entered in the open register by mistake, with a file, and sealed away.
const misfiled = uuidv7()
const scan = Buffer.from(canaries.misfiled)
const upload = {
  field: 'files',
  name: `${canaries.misfiled_name}.txt`,
  media_type: 'text/plain',
  size: scan.length,
  bytes: async () => scan,
}
await perform(base.db, record, {
  viewer: officer,
  unit_id: office.commune,
  id: misfiled,
  moment: moment(),
  input: {
    received_on: '2026-11-19',
    source: 'post',
    petitioner_name: canaries.misfiled_name,
    petitioner_address: 'to 5',
    title: canaries.misfiled,
    text: canaries.misfiled,
    signed: true,
    files: await keepUploads(config.data, office.commune, [upload], uuidv7),
    code: newTrackingCode(await prefixOfUnit(base.db.pool, office.commune)),
  },
})
const about = { subject_place: 'elsewhere', subject: canaries.subject, identity_number: canaries.identity }
await desk.post(`/ho-so/${office.commune}/petition/${misfiled}/seal-away`, about, 303)
const sealed = `/ho-so-rieng/${office.commune}/${idFrom(misfiled, 'sealed')}/read`
shows(await head.post(sealed, {}, 200), canaries.misfiled, canaries.misfiled_name)

// Sent from the portal with a file; both sides write on the channel; a scan is blackened; the key is typed wrong once.
const anybody = new Map<string, string>()
const publicly = async (path: string, form: Record<string, string>, expected: number, file?: [string, string]) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  if (file) body.append('files', new File([file[1]], file[0]))
  const headers = { Origin: 'http://gandan.test', Host: 'gandan.test', Cookie: [...anybody.values()].join('; ') }
  const init = { method: 'POST', headers, body: file ? body : new URLSearchParams(form) }
  const answer = await app.request(`http://gandan.test${path}`, init)
  for (const one of answer.headers.getSetCookie()) anybody.set(one.slice(0, one.indexOf('=')), one.split(';')[0] ?? '')
  const text = await answer.text()
  if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}`)
  return text
}
const insideChannel = async () => {
  const headers = { Host: 'gandan.test', Cookie: [...anybody.values()].join('; ') }
  return (await app.request('http://gandan.test/kenh-kin', { headers })).text()
}
const prefix = await prefixOfUnit(base.db.pool, office.commune)
const slipOf = (body: string) => `${body}${checkCharacter(body)}`.match(/.{5}/g)?.join('-') ?? ''
const slip = slipOf(`${prefix}${canaries.slip}`)
const slip_again = slipOf(`${prefix}${canaries.slip_again}`)
const private_id = uuidv7()
const privately = {
  id: private_id,
  den: office.commune,
  slip,
  person_name: canaries.name,
  person_address: canaries.address,
  person_phone: canaries.phone,
  subject_place: 'elsewhere',
  subject: canaries.subject,
  text: canaries.text,
}
const scanned: [string, string] = [`${canaries.file_name}.txt`, `${canaries.file}\n${canaries.long}`]
await publicly('/don-rieng/gui', { ...privately, text: '' }, 422, scanned)
shows((await publicly('/don-rieng/gui', privately, 200, scanned)).replace(/<[^>]*>/g, ''), slip)
await publicly('/kenh-kin', { khoa: `${slip.slice(0, -1)}0` }, 422)
await publicly('/kenh-kin', { khoa: slip }, 303)
const first = { id: uuidv7(), kind: 'addition', text: canaries.message }
await publicly('/kenh-kin/gui', first, 303, [`${canaries.file_name} 2.txt`, canaries.file])
await publicly('/kenh-kin/gui', { id: uuidv7(), kind: 'protection', text: canaries.protection }, 303)
const talk = `/ho-so-rieng/${office.commune}/${private_id}`
const read_talk = await head.post(`${talk}/read`, {}, 200)
shows(read_talk, canaries.message, canaries.file_name, canaries.protection)
const [, file_id = ''] = /\/tep\/([\da-f-]{36})/.exec(read_talk) ?? []
shows(await head.post(`${talk}/tep/${file_id}`, {}, 200), canaries.file)
const asked_at = await base.owner.pool.query<{ seen: number }>(
  `select count(*)::int as seen from event where record_id = $1 and action not in ('read', 'read-extract')`,
  [private_id],
)
await head.post(`${talk}/write-to-denouncer`, { text: canaries.question, seen: String(asked_at.rows[0]?.seen) }, 303)
shows(await insideChannel(), canaries.question, canaries.message)
// The slip is lost: a new one at the desk, and the old one opens nothing.
const slip_page = await head.post(
  `${talk}/renew-channel`,
  { checked: 'yes', how: canaries.checked, slip: slip_again },
  200,
)
shows(slip_page.replace(/<[^>]*>/g, ''), slip_again)
await publicly('/kenh-kin', { khoa: slip }, 422)
await publicly('/kenh-kin', { khoa: slip_again }, 303)
const steps_taken = await base.owner.pool.query<{ seen: number }>(
  `select count(*)::int as seen from event where record_id = $1 and action not in ('read', 'read-extract')`,
  [private_id],
)
const holding = { ground: canaries.held, until: '31/12/2030', seen: String(steps_taken.rows[0]?.seen) }
await head.post(`${talk}/hold`, holding, 303)
shows(await head.post(`${talk}/read`, {}, 200), canaries.checked, canaries.held)
await head.post(`${talk}/transfer`, { receiver_unit_id: office.neighbour }, 303)
shows(await insideChannel(), canaries.question, canaries.message)
await publicly('/kenh-kin/thoat', {}, 303)

// Work after the commit runs as on any day.
const runner = await runJobs({ app: base.db, worker: base.worker, config }, jobList)
await pause(2500)
await runner.stop()

console.log(`READY ${new URL(base.url.replace('@/', '@socket/')).pathname.slice(1)}`)
await once(process.stdin.resume(), 'end')
await signIn.end()
await base.close()
process.exit()
