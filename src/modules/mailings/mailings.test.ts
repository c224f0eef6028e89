/** Officers' own mail: an address confirmed by its code, the mail of the morning, a head told at once; on a real mail server. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, smallOffice } from '../../../tests/support/office.ts'
import { createFrame } from '../../http/frame.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { setUpKey } from '../../platform/vault/officer-key.ts'
import { sealDenunciation } from '../denunciations/sealing.ts'
import { type Catcher, caughtMail, startCatcher } from '../notices/catcher.ts'
import type { MailConfig } from '../notices/notice.ts'
import { openSignIn, type SignIn } from '../people/sign-in.ts'
import { assign } from '../petitions/assign.ts'
import { classify } from '../petitions/classify.ts'
import { record } from '../petitions/record.ts'
import { ownMail } from './address.ts'
import { sendDigests, tellHead } from './digest.ts'
import { pages } from './module.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailings-'))
const day = '2026-11-20'
let base: TestDatabase
let office: Office
let catcher: Catcher
let signIn: SignIn
let desk: Viewer
let head: Viewer
let config: MailConfig
const secret_word = 'Qxzwvmat'

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  catcher = await startCatcher(folder)
  signIn = openSignIn({ db: base.db, url: base.url, secret: 'a test secret of more than thirty-two characters' })
  desk = await officer(base.db, office.commune, 'reception-officer', day, 'Lê Thị Bàn')
  head = await officer(base.db, office.commune, 'head', day, 'Trần Văn Đầu')
  for (const one of [desk, head]) await setUpKey(base.db, one.account_id ?? '', 'mưa rào trên mái ngói đỏ', at(day).at)
  process.env['GANDAN_SMTP_URL'] = catcher.url
  config = { smtp_url: catcher.url, from: 'thong-bao@gandan.example', portal: 'https://gandan.example' }
})
after(async () => {
  delete process.env['GANDAN_SMTP_URL']
  await catcher.close()
  await signIn.end()
  await base.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
})

const mails = () => caughtMail(folder)

/** The pages as this officer sees them. */
function pagesOf(viewer: Viewer) {
  const app = createFrame({
    moment: () => at(day),
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Gần Dân' }),
  })
  pages(app, { signIn })
  return async (path: string, form?: Record<string, string>) => {
    const headers = { Origin: 'http://gandan.test', Host: 'gandan.test' }
    const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
    const response = await app.request(`http://gandan.test/tai-khoan/thu${path}`, init)
    return { status: response.status, text: await response.text() }
  }
}

async function withAddress(viewer: Viewer, mail: string): Promise<void> {
  await base.owner.pool.query('update account set mail = $2, mail_confirmed_at = now() where id = $1', [
    viewer.account_id,
    mail,
  ])
}

async function handled(due_on: string): Promise<string> {
  const id = uuidv7()
  const call = { unit_id: office.commune, id, moment: at('2026-11-02') }
  const code = newTrackingCode(await prefixOfUnit(base.db.pool, office.commune))
  const said = {
    petitioner_name: `Hoàng ${secret_word}`,
    petitioner_address: 'Tổ 4',
    title: secret_word,
    text: secret_word,
  }
  const input = { received_on: '2026-11-02', source: 'post', ...said, signed: true, code }
  await perform(base.db, record, { viewer: desk, ...call, input })
  await perform(base.db, classify, {
    viewer: desk,
    ...call,
    input: { kind: 'observation', field: 'infrastructure', competence: 'ours', conditions: ['in-vietnamese'] },
  })
  await perform(base.db, assign, { viewer: head, ...call, input: { handler_id: desk.account_id } })
  await base.owner.pool.query('update petition set due_on = $2, processed_on = null where id = $1', [id, due_on])
  return id
}

describe('an officer’s own address', () => {
  test('counts once the code mailed to it is typed; a wrong, late or often tried one does not', async () => {
    const ask = pagesOf(desk)
    assert.equal((await ask('/xin', { mail: 'a@b.vn, c@d.vn' })).status, 422)
    assert.equal((await ask('/xin', { mail: 'ban@tinh.gov.vn' })).status, 303)
    const [mail] = await mails()
    assert.deepEqual([mail?.to, mail?.subject], ['ban@tinh.gov.vn', 'Gần Dân'])
    const code = /(\d{6})/.exec(mail?.text ?? '')?.[1] ?? assert.fail('no code')
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    assert.equal((await ask('/xac-nhan', { code: wrong })).status, 422)
    assert.equal((await ownMail(desk, base.db.pool, at(day).at)).mail, null)
    const { rows } = await base.owner.pool.query('select mail_confirmed_at from account where id = $1', [
      desk.account_id,
    ])
    assert.equal(rows[0].mail_confirmed_at, null)
    assert.equal((await ask('/xac-nhan', { code })).status, 303)
    assert.deepEqual(await ownMail(desk, base.db.pool, at(day).at), {
      mail: 'ban@tinh.gov.vn',
      waiting: null,
      wants_digest: true,
    })
    assert.match((await ask('')).text, /Địa chỉ đang dùng: ban@tinh\.gov\.vn/)
    assert.equal((await ask('/xac-nhan', { code })).status, 422, 'a code counts once')
    for (let tries = 0; tries < 4; tries++) await ask('/xac-nhan', { code: '000000' })
    assert.equal((await ask('/xac-nhan', { code: '000000' })).status, 429)
    await ask('/bo', {})
    assert.equal((await ownMail(desk, base.db.pool, at(day).at)).mail, null)
  })

  test('a code is too old after half an hour; without a mail server the page says so and keeps what was typed', async () => {
    const ask = pagesOf(head)
    await ask('/xin', { mail: 'dau@tinh.gov.vn' })
    const code = /(\d{6})/.exec((await mails())[0]?.text ?? '')?.[1] ?? ''
    await base.owner.pool.query(`update mail_code set until_at = now() - interval '1 second'`)
    assert.equal((await ask('/xac-nhan', { code })).status, 422)
    delete process.env['GANDAN_SMTP_URL']
    const answer = await ask('/xin', { mail: 'dau@tinh.gov.vn' })
    process.env['GANDAN_SMTP_URL'] = catcher.url
    assert.equal(answer.status, 422)
    assert.match(answer.text, /chưa được nối với máy chủ thư/)
    assert.match(answer.text, /value="dau@tinh\.gov\.vn"/)
  })
})

describe('the mail of the morning', () => {
  test('numbers and one link on working days, once a day, to who wants it; nothing where nothing is due', async () => {
    await withAddress(desk, 'ban@tinh.gov.vn')
    assert.equal(await sendDigests(base.db, config, at(day)), 0, 'nothing is due')
    await handled('2026-11-23')
    // A Sunday.
    assert.equal(await sendDigests(base.db, config, at('2026-11-22')), 0)
    await base.owner.pool.query('update account set wants_digest = false where id = $1', [desk.account_id])
    assert.equal(await sendDigests(base.db, config, at(day)), 0, 'not wanted')
    await base.owner.pool.query('update account set wants_digest = true where id = $1', [desk.account_id])
    const away = { ...config, smtp_url: 'smtp://127.0.0.1:1' }
    await assert.rejects(sendDigests(base.db, away, at(day)), /were not delivered/)
    assert.equal(await sendDigests(base.db, config, at(day)), 1)
    assert.equal(await sendDigests(base.db, config, at(day)), 0, 'once a day')
    const [mail, ...more] = await mails()
    assert.equal(more.length, 0)
    assert.deepEqual([mail?.to, mail?.subject], ['ban@tinh.gov.vn', 'Gần Dân'])
    assert.match(mail?.text ?? '', /đến hạn trong 3 ngày làm việc tới hoặc đã quá hạn: 1\./)
    assert.match(mail?.text ?? '', /https:\/\/gandan\.example\/ban-lam-viec/)
    assert.doesNotMatch(JSON.stringify(mail), new RegExp(`${secret_word}|tố cáo`, 'i'))
  })

  test('of sealed work it says that there is some, and not how much, where or what', async () => {
    await withAddress(head, 'dau@tinh.gov.vn')
    const sealed = await sealDenunciation(base.db, {
      viewer: desk,
      unit_id: office.commune,
      id: uuidv7(),
      words: {
        received_on: at('2026-11-16').on,
        source: 'post',
        person_name: `Hoàng ${secret_word}`,
        person_address: 'Tổ 4',
        several: false,
        subject_place: 'elsewhere',
        subject: 'Ông K.',
        text: secret_word,
      },
      moment: at('2026-11-16'),
    })
    await base.owner.pool.query(`update petition set due_on = '2027-01-01'`)
    await sendDigests(base.db, config, at('2026-11-24'))
    const mail = (await mails()).find((one) => one.to === 'dau@tinh.gov.vn')
    const lines = (mail?.text ?? '').split('\n\n').map((line) => line.trim())
    assert.deepEqual(lines.slice(0, -1), ['Ông/Bà có việc đến hạn trong Gần Dân.'])
    assert.doesNotMatch(mail?.text ?? '', /\d/)

    // At once, to who settles it and holds its key, in the same words.
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    const alert = { kind: 'denunciation', unit_id: sealed.unit_id, id: sealed.id } as const
    assert.equal(await tellHead(base.db, alert, config, at('2026-11-24')), 1)
    await base.owner.pool.query('delete from record_key where record_id = $1 and account_id = $2', [
      sealed.id,
      head.account_id,
    ])
    assert.equal(await tellHead(base.db, alert, config, at('2026-11-24')), 0)
    assert.deepEqual(
      (await mails()).map((one) => [
        one.to,
        one.text.includes('Ông/Bà có việc đến hạn trong Gần Dân.'),
        /http/.test(one.text),
      ]),
      [['dau@tinh.gov.vn', true, false]],
    )
  })

  test('a head is told of an alert in the open register with a link, a former head is not', async () => {
    const id = uuidv7()
    const alert = { kind: 'petition', unit_id: office.commune, id } as const
    assert.equal(await tellHead(base.db, alert, config, at(day)), 1)
    const [mail] = await mails()
    assert.equal(mail?.subject, 'Gần Dân')
    assert.match(mail?.text ?? '', new RegExp(`https://gandan\\.example/ho-so/petition/${office.commune}/${id}`))
    await base.owner.pool.query(`update position set until_on = '2026-11-01' where account_id = $1`, [head.account_id])
    assert.equal(await tellHead(base.db, alert, config, at(day)), 0)
  })
})
