import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, beforeEach, describe } from 'node:test'
import { Logger, makeWorkerUtils, runTaskListOnce } from 'graphile-worker'
import PostalMime from 'postal-mime'
import { renderToString } from 'preact-render-to-string'
import { SMTPServer } from 'smtp-server'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { readConfig } from '../../platform/config.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { type Catcher, caughtMail, startCatcher } from './catcher.ts'
import { InboxPage } from './inbox.tsx'
import { samples } from './letter-samples.ts'
import { jobs } from './module.ts'
import { composeMail, type MailConfig, noticeTemplates, readMailConfig, singleAddress } from './notice.ts'
import { documentFile, documentsOf, noticesOf } from './queries.ts'
import { type NoticePorts, sendNotice } from './send-notice.ts'
import { smsNotConfigured, smsText } from './sms.ts'

const folder = mkdtempSync(join(tmpdir(), 'mail-'))
const unit_id = uuidv7()
let database: TestDatabase
let catcher: Catcher

before(async () => {
  database = await testDatabase()
  catcher = await startCatcher(folder)
})
after(async () => {
  await catcher.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
})

const config = (smtp_url: string | null = catcher.url): MailConfig => ({
  smtp_url,
  from: 'thong-bao@gandan.example',
  portal: 'https://gandan.example',
})
const ports = (change: Partial<NoticePorts> = {}): NoticePorts => ({
  config: config(),
  sms: smsNotConfigured,
  now: () => Temporal.Now.instant(),
  ...change,
})

/** A petition with a secret in every field that a mail could leak, and a notice that waits. */
async function waiting(
  change: { email?: string | null; phone?: string | null; kind?: string; template?: string; language?: string } = {},
) {
  const record_id = uuidv7()
  const notice_id = uuidv7()
  await database.owner.pool.query(
    `insert into petition (unit_id, id, revision, state, chain, created_at, register_year, received_on, source, via, title, text,
       petitioner_name, petitioner_email, petitioner_phone, kind, language)
     values ($1, $2, 1, 'received', '', now(), 2026, '2026-07-01', 'online', 'portal', 'Đất nhà Canary', 'Canary đòi đất',
       'Nguyễn Văn Canary', $3, $4, $5, $6)`,
    [
      unit_id,
      record_id,
      change.email === undefined ? 'dan@example.org' : change.email,
      change.phone ?? null,
      change.kind ?? null,
      change.language ?? 'vi',
    ],
  )
  await database.db.pool.query(
    `insert into notice (unit_id, id, record_kind, record_id, template) values ($1, $2, 'petition', $3, $4)`,
    [unit_id, notice_id, record_id, change.template ?? 'step-taken'],
  )
  return { unit_id, notice_id, record_id }
}

/** Sends as the job runner's role, on a connection of its own. */
async function send(ids: { unit_id: string; notice_id: string }, with_ports = ports()) {
  const client = await database.worker.pool.connect()
  let broken = false
  try {
    return await sendNotice(client, ids, with_ports)
  } catch (fault) {
    broken = true
    throw fault
  } finally {
    client.release(broken)
  }
}

async function noticeRow(notice_id: string) {
  const { rows } = await database.owner.pool.query('select * from notice where unit_id = $1 and id = $2', [
    unit_id,
    notice_id,
  ])
  return rows[0]
}

describe('a notice by mail', () => {
  test('goes out once, however often the job runs, also twice at the same time', async () => {
    const ids = await waiting()
    const both = await Promise.all([send(ids), send(ids)])
    assert.deepEqual(both.sort(), ['already', 'sent'])
    assert.equal(await send(ids), 'already')
    const mail = await caughtMail(folder)
    assert.equal(mail.length, 1)
    assert.equal(mail[0]?.to, 'dan@example.org')
    const row = await noticeRow(ids.notice_id)
    assert.equal(row.attempts, 1)
    assert.equal(row.message_id, mail[0]?.message_id)
    assert.ok(row.sent_at)
  })

  test('a crash after the server took it leads to a second mail under the same Message-ID', async () => {
    const ids = await waiting()
    const client = await database.worker.pool.connect()
    client.on('error', () => undefined)
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const seen: string[] = []
    const crashing = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let taken = ''
        stream.on('data', (piece) => {
          taken += piece
        })
        stream.on('end', () => {
          seen.push(/^Message-ID: (.*)$/im.exec(taken)?.[1]?.trim() ?? '')
          // The mail is taken; before that is noted the worker's connection dies.
          database.worker.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]).then(() => done(), done)
        })
      },
    })
    crashing.on('error', () => undefined)
    await new Promise<void>((ready) => crashing.listen(0, '127.0.0.1', () => ready()))
    const address = crashing.server.address()
    assert.ok(typeof address === 'object' && address)
    await assert.rejects(sendNotice(client, ids, ports({ config: config(`smtp://127.0.0.1:${address.port}`) })))
    client.release(true)
    await new Promise<void>((closed) => crashing.close(() => closed()))
    assert.equal((await noticeRow(ids.notice_id)).sent_at, null)

    assert.equal(await send(ids), 'sent')
    seen.push(...(await caughtMail(folder)).map((one) => one.message_id))
    assert.deepEqual(seen, Array(2).fill(`<${ids.notice_id}@gandan.example>`))
  })

  test('a mail server that is away: kept, counted, tried again', async () => {
    const ids = await waiting()
    const closed = createServer()
    await new Promise<void>((ready) => closed.listen(0, '127.0.0.1', () => ready()))
    const address = closed.address()
    assert.ok(typeof address === 'object' && address)
    await new Promise<void>((done) => closed.close(() => done()))
    assert.equal(await send(ids, ports({ config: config(`smtp://127.0.0.1:${address.port}`) })), 'failed')
    assert.equal((await noticeRow(ids.notice_id)).sent_at, null)
    assert.equal(await send(ids), 'sent')
    const { rows } = await database.owner.pool.query(
      'select attempt, outcome from delivery where unit_id = $1 and notice_id = $2 order by attempt',
      [unit_id, ids.notice_id],
    )
    assert.deepEqual(rows, [
      { attempt: 1, outcome: 'failed' },
      { attempt: 2, outcome: 'sent' },
    ])
  })

  test('without a mail server set up it waits instead of vanishing', async () => {
    const ids = await waiting()
    await assert.rejects(send(ids, ports({ config: config(null) })), /GANDAN_SMTP_URL/)
    assert.equal((await noticeRow(ids.notice_id)).unreachable, null)
  })

  test('a refused mailbox is final and shown to the office', async () => {
    const ids = await waiting()
    const refusing = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user dan@example.org'), { responseCode: 550 })),
    })
    refusing.on('error', () => undefined)
    await new Promise<void>((ready) => refusing.listen(0, '127.0.0.1', () => ready()))
    const address = refusing.server.address()
    assert.ok(typeof address === 'object' && address)
    assert.equal(await send(ids, ports({ config: config(`smtp://127.0.0.1:${address.port}`) })), 'refused')
    await new Promise<void>((closed) => refusing.close(() => closed()))
    assert.equal(await send(ids), 'already')
    const { rows } = await database.owner.pool.query(
      'select to_jsonb(d)::text as all from delivery d where notice_id = $1',
      [ids.notice_id],
    )
    assert.match(rows[0].all, /"reply_code": 550/)
    assert.doesNotMatch(rows[0].all, /example\.org/)
  })

  test('the address is read when it is sent: corrected counts, erased sends nothing', async () => {
    const ids = await waiting()
    await database.owner.pool.query('update petition set petitioner_email = $1 where id = $2', [
      'moi@example.org',
      ids.record_id,
    ])
    await send(ids)
    assert.equal((await caughtMail(folder))[0]?.to, 'moi@example.org')
    const gone = await waiting({ email: null })
    assert.equal(await send(gone), 'no-address')
    assert.equal((await caughtMail(folder)).length, 1)
  })

  test('a denouncer gets no mail and no message, even with an address', async () => {
    const ids = await waiting({ kind: 'denunciation', phone: '0912345678' })
    assert.equal(await send(ids), 'no-address')
    assert.equal((await caughtMail(folder)).length, 0)
  })

  test('a telephone without a provider is said so, not silently dropped', async () => {
    const ids = await waiting({ email: null, phone: '0912345678' })
    assert.equal(await send(ids), 'sms-not-configured')
    assert.equal((await noticeRow(ids.notice_id)).unreachable, 'sms-not-configured')
  })

  test('the job itself runs under the runner with the worker role', async () => {
    const ids = await waiting()
    process.env['GANDAN_SMTP_URL'] = catcher.url
    const options = { connectionString: database.worker_url, logger: new Logger(() => () => undefined) }
    const utils = await makeWorkerUtils(options)
    await utils.addJob('send-notice', { unit_id: ids.unit_id, notice_id: ids.notice_id })
    const client = await database.worker.pool.connect()
    const context = { app: database.db, worker: database.worker, config: readConfig({}) }
    await runTaskListOnce(options, { 'send-notice': (payload) => jobs['send-notice'](payload, context) }, client)
    client.release()
    await utils.release()
    delete process.env['GANDAN_SMTP_URL']
    assert.ok((await noticeRow(ids.notice_id)).sent_at)
    assert.equal((await caughtMail(folder)).length, 1)
  })
})

describe('a notice tells a bystander nothing', () => {
  const telling =
    /tố cáo|khiếu nại|kiến nghị|phản ánh|đơn|to cao|khieu nai|kien nghi|phan anh|\bdon\b|denounc|complain|petition|recommend|observation|canary|LC-26|thanh tra|công an/i

  for (const template of noticeTemplates) {
    for (const language of ['vi', 'en'] as const) {
      test(`${template}, ${language}: nothing in any part of the mail`, async () => {
        const ids = await waiting({ template, language })
        assert.equal(await send(ids), 'sent')
        const [file] = readdirSync(folder)
        const raw = readFileSync(join(folder, file!))
        const mail = await PostalMime.parse(raw)
        const all = [mail.subject, mail.text, mail.html, JSON.stringify(mail.headers), mail.from?.name].join('\n')
        assert.doesNotMatch(all, telling)
        assert.equal(mail.attachments.length, 0)
        assert.equal(mail.html, undefined)
        assert.match(mail.text ?? '', /https:\/\/gandan\.example\/tra-cuu/)
        assert.ok(!all.includes(ids.record_id), 'the record id stays inside')
        const other = composeMail({ id: ids.notice_id, template: 'received' }, 'x@example.org', language, config())
        assert.equal(mail.subject, other.subject, 'one subject for all')
      })

      test(`${template}, ${language}: text message without marks, with day and desk`, () => {
        const text = smsText(
          template,
          language,
          Temporal.PlainDate.from('2026-11-20'),
          'số 12 đường Trần Phú, phường Cam Đường',
        )
        assert.match(text, /^[ -~]+$/)
        assert.match(text, /^20\/11\/2026: /)
        assert.match(text, /so 12 duong Tran Phu, phuong Cam Duong/)
        assert.ok(text.length <= 306)
        assert.doesNotMatch(text, telling)
      })
    }
  }

  test('an address carries one recipient only', () => {
    assert.equal(singleAddress(' a@b.vn '), 'a@b.vn')
    for (const bad of ['a@b.vn, c@d.vn', 'A <a@b.vn>', 'a@b.vn\r\nBcc: c@d.vn', 'a', '', null])
      assert.equal(singleAddress(bad), null)
  })

  test('settings come from the environment', () => {
    assert.deepEqual(
      readMailConfig({ GANDAN_SMTP_URL: 'smtp://x', GANDAN_URL: 'https://a.vn/', GANDAN_MAIL_FROM: 'a@a.vn' }),
      {
        smtp_url: 'smtp://x',
        from: 'a@a.vn',
        portal: 'https://a.vn',
      },
    )
    assert.equal(readMailConfig({}).smtp_url, null)
  })
})

test('the demonstration shows what was caught', async () => {
  await send(await waiting())
  const frame = {
    language: 'vi',
    address: '/thu-di',
    on: Temporal.PlainDate.from('2026-11-20'),
    demonstration: true,
    office: 'X',
    officer: null,
  } as const
  const page = renderToString(InboxPage({ frame, mail: await caughtMail(folder) }))
  assert.match(page, /Thông báo mới từ Gần Dân/)
  assert.match(page, /dan@example\.org/)
  assert.match(page, /có bước mới/)
  assert.match(renderToString(InboxPage({ frame, mail: [] })), /Chưa có thư nào/)
})

describe('letters in the register', () => {
  const officer: Viewer = {
    ...clockViewer(Temporal.PlainDate.from('2026-07-09')),
    account_id: uuidv7(),
    via: 'desk',
    positions: [{ unit_id, kind: 'handler' }],
    visible_root_ids: [unit_id],
  }
  const insert = `insert into document (unit_id, id, record_kind, record_id, seq, kind, book, year, number, title, issued_on, data)
    values ($1, $2, 'petition', $3, 1, $4, $5, 2026, $6, 'x', '2026-07-09', $7)`
  const put = (record_id: string, kind: string, number: number, data: unknown, id = uuidv7()) =>
    database.db.pool.query(insert, [unit_id, id, record_id, kind, 'TB', number, JSON.stringify(data)]).then(() => id)

  test('a letter is made when it is read; the number of a book is given once', async () => {
    const record_id = uuidv7()
    const { kind, data } = samples.find((one) => one.kind === 'outcome')!
    const id = await put(record_id, kind, 41, data)
    const file = await documentFile(officer, database.db.pool, unit_id, id)
    assert.equal(file?.name, 'van-ban-41-2026.docx')
    assert.equal(file?.bytes.toString('latin1', 0, 2), 'PK')
    await assert.rejects(put(record_id, kind, 41, data), /a_number_is_given_once/)
    await assert.rejects(
      database.db.pool.query('update document set number = 42 where unit_id = $1', [unit_id]),
      /permission denied/,
    )
    await assert.rejects(
      database.db.pool.query('delete from document where unit_id = $1', [unit_id]),
      /permission denied/,
    )
  })

  test('strangers and supervisors get none, the petitioner only letters to them, nobody a sealed one here', async () => {
    const record_id = uuidv7()
    const own = await put(record_id, 'outcome', 51, samples.find((one) => one.kind === 'outcome')!.data)
    const urge = await put(record_id, 'urge', 52, samples.find((one) => one.kind === 'urge')!.data)
    const sealed = await put(record_id, 'outcome', 53, { sealed: 'AAAA' })
    const stranger = clockViewer(officer.on)
    const front: Viewer = { ...officer, positions: [{ unit_id, kind: 'front-supervisor' }] }
    const citizen: Viewer = { ...stranger, via: 'portal', opened: [{ unit_id, record_id }] }
    const sql = database.db.pool
    const seen = async (viewer: Viewer) => (await documentsOf(viewer, sql, unit_id, [record_id])).map((one) => one.id)
    assert.deepEqual(await seen(stranger), [])
    assert.deepEqual(await seen(front), [])
    assert.deepEqual(await seen(citizen), [own])
    assert.deepEqual((await seen(officer)).sort(), [own, urge, sealed].sort())
    assert.equal(await documentFile(citizen, sql, unit_id, urge), null)
    assert.equal(await documentFile(stranger, sql, unit_id, own), null)
    assert.equal(await documentFile(officer, sql, unit_id, sealed), null)
    assert.ok(await documentFile(citizen, sql, unit_id, own))
    await assert.rejects(
      put(record_id, 'outcome', 54, { sealed: 'AAAA', to: 'Canary' }),
      /a_sealed_letter_says_nothing_else/,
    )
    const ids = await waiting({ email: null })
    await send(ids)
    assert.equal((await noticesOf(officer, sql, unit_id, [ids.record_id]))[0]?.unreachable, 'no-address')
    assert.deepEqual(await noticesOf(citizen, sql, unit_id, [ids.record_id]), [])
  })
})
