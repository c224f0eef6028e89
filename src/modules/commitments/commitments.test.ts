/** Commitments: made of what was promised, kept with evidence, never edited, and what the public reads of them. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { at, person } from '../../../tests/support/office.ts'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { dueCases, placeOf } from '../hotspots/due-cases.ts'
import { caughtMail, startCatcher } from '../notices/catcher.ts'
import { createAccount, givePosition } from '../people/accounts.ts'
import { viewerOfAccount } from '../people/viewer-of.ts'
import { recordFieldVisit } from '../receptions/record-field-visit.ts'
import type { CommitmentRow } from './commitment.ts'
import { confirmKept } from './confirm-kept.ts'
import { correct } from './correct.ts'
import { extendDay } from './extend-day.ts'
import { makeCommitments } from './make-commitments.ts'
import { pages } from './module.ts'
import { noteProgress } from './note-progress.ts'
import { owedOn } from './owed.ts'
import { publishWording } from './publish-wording.ts'
import { commitmentById, commitmentsFrom, commitmentsWaiting, headsSince, publicCommitment } from './queries.ts'
import { recordNotKept } from './record-not-kept.ts'
import { replace, replacementOf } from './replace.ts'
import { reportKept } from './report-kept.ts'
import { sendBack } from './send-back.ts'
import { howItStands } from './standing.ts'
import { takeDownWording } from './take-down-wording.ts'
import { tellOwners } from './tell-owners.ts'

let town: Town
const folder = mkdtempSync(join(tmpdir(), 'commitments-'))
/** The neighbour's head from May 2026. */
let next_head = ''

before(async () => {
  town = await openTown()
})
after(async () => {
  await town.t.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A promise of the commune's head on a field visit, made on that day; ids of visit and commitment. */
async function promised(day: string, due_on: string, text = 'Sửa mương thủy lợi cho 41 hộ') {
  const visit = uuidv7()
  const input = {
    held_on: day,
    place: 'Thôn Nà Ải',
    spoke: 'Người dân; mương vỡ',
    promised: text,
    promise_due_on: due_on,
  }
  await town.take(recordFieldVisit, town.head, visit, day, input)
  const origin = { origin_kind: 'field-visit', unit_id: town.office.commune, id: visit }
  assert.equal(await makeCommitments(town.t.db, origin, at(day)), 1)
  const { rows } = await town.t.db.pool.query<CommitmentRow>('select * from commitment where origin_id = $1', [visit])
  return { visit, row: rows[0]!, origin }
}

test('a promise with a day becomes one commitment, with the head of the day and the last day by the working calendar', async () => {
  // 21 March 2026 is a Saturday.
  const { visit, row, origin } = await promised('2026-03-02', '2026-03-21')
  assert.equal(row.unit_id, town.office.commune)
  assert.equal(row.head_then?.account_id, town.head.account_id)
  assert.deepEqual([row.named_on.toString(), row.due_on.toString()], ['2026-03-21', '2026-03-23'])
  assert.equal(await makeCommitments(town.t.db, origin, at('2026-03-03')), 0, 'twice is once')
  const asked = { kind: 'field-visit', unit_id: town.office.commune, id: visit }
  const [seen] = await commitmentsFrom(town.head, town.t.db.pool, asked)
  assert.equal(seen?.text, 'Sửa mương thủy lợi cho 41 hộ')
  assert.deepEqual(await commitmentsFrom(person('2026-03-03'), town.t.db.pool, asked), [], 'a visit is not public')
})

const steps = {
  noteProgress,
  reportKept,
  confirmKept,
  sendBack,
  extendDay,
  replace,
  recordNotKept,
  publishWording,
  takeDownWording,
  correct,
}

const evidence = { evidence: 'Mương đã thông; nước về ruộng của 41 hộ từ ngày 15/3.' }

async function rowOf(id: string): Promise<CommitmentRow> {
  const { rows } = await town.t.db.pool.query<CommitmentRow>('select * from commitment where id = $1', [id])
  return rows[0]!
}

const postingsOf = async (...ids: string[]) => {
  const { rows } = await town.t.db.pool.query(
    `select fact, kind, source, in_time, on_day::text as on_day from posting where record_id = any($1::uuid[]) order by known_on, fact`,
    [ids],
  )
  return rows.map((one) =>
    [one.fact, one.kind, one.source, one.in_time, one.on_day].filter((x) => x !== null).join(' '),
  )
}

test('kept: reported with evidence, confirmed by somebody else, on the day of the report and not of the word', async () => {
  const { row } = await promised('2026-03-02', '2026-03-20')
  await town.faulty('evidence: required', steps.reportKept, town.head, row.id, '2026-03-18', {})
  await town.closed('none-of-it-names-a-person', steps.reportKept, town.head, row.id, '2026-03-18', {
    evidence: 'Đã sửa mương cho ông Tráng',
  })
  await town.closed('not-yours', steps.reportKept, town.clerk, row.id, '2026-03-18', evidence)
  await town.closed('not-yours', steps.reportKept, town.neighbour_head, row.id, '2026-03-18', evidence)
  await town.take(steps.noteProgress, town.handler, row.id, '2026-03-10', { note: 'Đã họp với thôn' })
  await town.take(steps.reportKept, town.head, row.id, '2026-03-18', evidence)
  // The commune promised by itself: its own head does not confirm, the unit above does.
  await town.closed('not-yours', steps.confirmKept, town.head, row.id, '2026-03-19')
  await town.take(steps.sendBack, town.province_head, row.id, '2026-03-19', { missing: 'Còn 3 hộ chưa có nước' })
  const back = await rowOf(row.id)
  assert.deepEqual([back.state, back.evidence, back.reported_on], ['made', null, null])
  await town.take(steps.reportKept, town.head, row.id, '2026-03-20', evidence)
  await town.take(steps.confirmKept, town.province_head, row.id, '2026-03-30')
  const kept = await rowOf(row.id)
  assert.deepEqual(
    [kept.state, `${kept.kept_on}`, `${kept.confirmed_on}`, kept.confirmed_as],
    ['kept', '2026-03-20', '2026-03-30', 'superior'],
  )
  assert.equal(howItStands(kept, Temporal.PlainDate.from('2026-04-01')), 'kept')
  assert.deepEqual(await postingsOf(row.id), [
    'commitment-made ordered field-visit 2026-03-02',
    'commitment-kept ordered field-visit true 2026-03-20',
  ])
})

test('kept late is worked out from days; who ordered extends before the day has passed, nobody after', async () => {
  const { row } = await promised('2026-03-02', '2026-03-20')
  const later = (due_on: string) => ({ due_on, reason: 'Lũ cuốn vật liệu' })
  await town.closed('not-yours', steps.extendDay, town.head, row.id, '2026-03-10', later('2026-04-01'))
  await town.closed(
    'new-last-day-is-later',
    steps.extendDay,
    town.province_head,
    row.id,
    '2026-03-10',
    later('2026-03-20'),
  )
  await town.take(steps.extendDay, town.province_head, row.id, '2026-03-10', later('2026-03-28'))
  const moved = await rowOf(row.id)
  // 28 March 2026 is a Saturday; the old day stays to be seen.
  assert.deepEqual([`${moved.due_on}`, moved.extensions[0]?.from_on], ['2026-03-30', '2026-03-20'])
  await town.closed(
    'last-day-has-not-passed',
    steps.extendDay,
    town.province_head,
    row.id,
    '2026-03-31',
    later('2026-05-04'),
  )
  const on = Temporal.PlainDate.from('2026-03-31')
  assert.equal(howItStands(moved, on), 'overdue')
  assert.equal(howItStands({ ...moved, force: 'recommended' }, on), 'unanswered', 'a recommendation is never overdue')
  await town.take(steps.reportKept, town.head, row.id, '2026-04-02', evidence)
  await town.take(steps.confirmKept, town.province_head, row.id, '2026-04-03')
  assert.equal(howItStands(await rowOf(row.id), on), 'kept-late')
})

test('not kept needs a why; replaced keeps the old words and makes the new one in the same step', async () => {
  const { row } = await promised('2026-03-02', '2026-03-20')
  await town.faulty('why: required', steps.recordNotKept, town.head, row.id, '2026-03-21', {})
  const other = {
    text: 'Xây mương mới 300 mét',
    force: 'ordered',
    due_on: '2026-09-30',
    why: 'Mương cũ không sửa được',
  }
  await town.closed('not-yours', steps.replace, town.neighbour_head, row.id, '2026-03-21', other)
  await town.faulty('due_on: promise-day-has-passed', steps.replace, town.head, row.id, '2026-03-21', {
    ...other,
    due_on: '2026-03-20',
  })
  await town.take(steps.replace, town.head, row.id, '2026-03-21', other)
  const [old, fresh] = [await rowOf(row.id), await rowOf(replacementOf(row.id))]
  assert.deepEqual(
    [old.state, old.text, `${old.due_on}`, old.replaced_by_id],
    ['replaced', row.text, '2026-03-20', fresh.id],
  )
  assert.deepEqual(
    [fresh.state, fresh.text, fresh.replaces_id, fresh.origin_id],
    ['made', other.text, row.id, row.origin_id],
  )
  await town.take(steps.recordNotKept, town.head, fresh.id, '2026-10-05', { why: 'Không bố trí được vốn' })
  assert.deepEqual(await postingsOf(fresh.id), [
    'commitment-made ordered field-visit 2026-03-21',
    'commitment-not-kept ordered field-visit false 2026-10-05',
  ])
  await town.closed('not-in-this-state', steps.reportKept, town.head, fresh.id, '2026-10-06', evidence)
})

test('words are public only once a person let them, are not edited then, and may be taken down', async () => {
  const { row, visit } = await promised('2026-03-02', '2026-03-20', 'Cấp nước cho nhà ông Tráng và 40 hộ')
  const { pool } = town.t.db
  const public_ = person('2026-03-10')
  assert.equal(await publicCommitment(public_, pool, row.unit_id, row.id), null)
  await town.take(steps.correct, town.clerk, row.id, '2026-03-03', { text: 'Cấp nước cho 41 hộ', reason: 'ghi nhầm' })
  assert.deepEqual((await rowOf(row.id)).corrections[0]?.from, 'Cấp nước cho nhà ông Tráng và 40 hộ')
  const say = (public_text: string) => ({ public_text, names_nobody: true })
  for (const told of ['Cấp nước cho ông Tráng', 'Thửa đất số 12', 'Gọi 0912 345 678'])
    await town.closed('none-of-it-names-a-person', steps.publishWording, town.clerk, row.id, '2026-03-04', say(told))
  await town.faulty('names_nobody: must-agree', steps.publishWording, town.clerk, row.id, '2026-03-04', {
    public_text: 'Cấp nước cho 41 hộ',
  })
  await town.take(steps.publishWording, town.clerk, row.id, '2026-03-04', say('Cấp nước cho 41 hộ'))
  await town.closed('was-never-public', steps.correct, town.clerk, row.id, '2026-03-05', {
    text: 'Khác',
    reason: 'sửa',
  })
  await town.closed('wording-is-not-public', steps.publishWording, town.clerk, row.id, '2026-03-05', say('Khác'))
  const asked = { kind: 'field-visit', unit_id: town.office.commune, id: visit }
  assert.deepEqual(
    (await commitmentsFrom(public_, pool, asked)).map((one) => one.text),
    ['Cấp nước cho 41 hộ'],
  )
  await town.take(steps.takeDownWording, town.head, row.id, '2026-03-06', { reason: 'Còn lộ một hộ' })
  assert.deepEqual(
    (await commitmentsFrom(public_, pool, asked)).map((one) => one.text),
    [null],
    'that it exists stays public',
  )
  await town.closed('was-never-public', steps.correct, town.clerk, row.id, '2026-03-07', {
    text: 'Khác',
    reason: 'sửa',
  })
})

test('a head replaced: the promise stays with the unit, both names and days are there; strangers read nothing', async () => {
  const { pool } = town.t.db
  const unit = town.office.neighbour
  const visit = uuidv7()
  const input = {
    held_on: '2026-03-02',
    place: 'Bản Liền',
    spoke: 'Người dân; thiếu điện',
    promised: 'Kéo điện',
    promise_due_on: '2026-06-30',
  }
  await town.take(recordFieldVisit, town.neighbour_head, visit, '2026-03-02', input, { unit })
  await makeCommitments(town.t.db, { origin_kind: 'field-visit', unit_id: unit, id: visit }, at('2026-03-02'))
  const [line] = await commitmentsFrom(town.neighbour_head, pool, { kind: 'field-visit', unit_id: unit, id: visit })
  const id = line!.id
  await pool.query(`update position set until_on = '2026-05-01' where account_id = $1`, [
    town.neighbour_head.account_id,
  ])
  const made = await createAccount(town.t.db, { name: 'Giàng A Mới', sign_in_name: 'giang.moi', password_hash: 'x' })
  await givePosition(town.t.db, { account_id: made.id, unit_id: unit, kind: 'head', from_on: '2026-05-01' })
  const next = (await viewerOfAccount(pool, made.id, at('2026-06-01')))!
  next_head = made.id
  const on = Temporal.PlainDate.from('2026-06-01')
  const row = await commitmentById({ ...next, on }, pool, unit, id)
  assert.deepEqual([row?.head_then?.name, row?.head_now], ['Nguyễn Văn Thử', 'Giàng A Mới'])
  const heads = await headsSince(next, pool, row!, on)
  assert.deepEqual(
    heads.map((one) => [one.name, `${one.until_on}`]),
    [
      ['Nguyễn Văn Thử', '2026-05-01'],
      ['Giàng A Mới', 'null'],
    ],
  )
  assert.equal(await commitmentById({ ...town.head, on }, pool, unit, id), null)
  assert.equal(await commitmentById(person('2026-06-01'), pool, unit, id), null)
  const owed = async (day: string) => (await owedOn({ ...next, on }, pool, unit, Temporal.PlainDate.from(day))).open
  assert.deepEqual(await owed('2026-03-01'), [], 'not said yet')
  assert.deepEqual(
    (await owed('2026-07-01')).map((one) => [one.id, one.head_then, one.due_on.toString()]),
    [[id, 'Nguyễn Văn Thử', '2026-06-30']],
  )
  assert.deepEqual((await owedOn({ ...town.head, on }, pool, unit, on)).open, [], 'nobody else reads it')
  const july = Temporal.PlainDate.from('2026-07-01')
  assert.deepEqual(await commitmentsWaiting({ ...next, on: july }, pool), { open: 1, overdue: 1 })
  assert.deepEqual(await commitmentsWaiting({ ...town.handler, on: july }, pool), { open: 0, overdue: 0 })
  // Two at once: one report, and the other is told.
  const report = () =>
    town.take(
      steps.reportKept,
      { ...next, on },
      id,
      '2026-06-02',
      { evidence: uuidv7() },
      { unit, revision: row!.revision },
    )
  const results = await Promise.allSettled([report(), report()])
  assert.deepEqual(results.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
})

test('an owner that is no more: its heirs carry the promise on', async () => {
  const { row } = await promised('2026-03-02', '2026-03-20')
  const { commune, neighbour } = town.office
  const owner = town.t.owner.pool
  try {
    await owner.query(`update unit_period set valid = '[2012-01-01,2026-08-01)' where unit_id = $1`, [commune])
    await owner.query(`update unit_ancestry set valid = '[2012-01-01,2026-08-01)' where unit_id = $1`, [commune])
    await owner.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2026-08-01')`, [
      commune,
      neighbour,
    ])
    const heir = (await viewerOfAccount(town.t.db.pool, next_head, at('2026-08-03')))!
    const seen = await commitmentById(heir, town.t.db.pool, commune, row.id)
    assert.deepEqual(seen?.carried_by, ['Xã Bảo Yên'])
    await town.take(steps.reportKept, heir, row.id, '2026-08-03', evidence)
    assert.equal((await rowOf(row.id)).reported_by, heir.account_id)
  } finally {
    await owner.query(`delete from unit_successor where from_id = $1`, [commune])
    await owner.query(`update unit_period set valid = '[2012-01-01,)' where unit_id = $1`, [commune])
    await owner.query(`update unit_ancestry set valid = '[2012-01-01,)' where unit_id = $1`, [commune])
  }
})

test('hotspots see what was ordered and is overdue or not kept: one occasion is one household, a recommendation none', async () => {
  const { pool } = town.t.db
  const { commune } = town.office
  const days = { from: Temporal.PlainDate.from('2027-01-01'), until: Temporal.PlainDate.from('2028-01-01') }
  const on = days.until
  const due = async () => (await dueCases(pool, [await placeOf(pool, commune, on)], { ...days, on })).cases
  const before_ = await due()
  assert.deepEqual(before_, [])
  const one = await promised('2026-12-01', '2027-01-15')
  const other = await promised('2026-12-01', '2027-01-15')
  const third = await promised('2026-12-01', '2027-01-15')
  await pool.query(`update commitment set force = 'recommended' where id = $1`, [third.row.id])
  await town.take(steps.recordNotKept, town.head, one.row.id, '2027-01-20', { why: 'Không có vốn' })
  assert.deepEqual(
    (await due()).map((row) => row.behind),
    [true, true],
  )
  await town.take(steps.reportKept, town.head, other.row.id, '2027-01-20', evidence)
  assert.deepEqual((await due()).map((row) => row.behind).sort(), [false, true])
})

/** The module's pages as an app, read by this viewer. */
function appFor(viewer: () => Viewer) {
  const app = createFrame({
    moment: () => at(viewer().on.toString()),
    viewerOf: async () => viewer(),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db, config: { data: folder } })
  return app
}

const body = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { Origin: 'http://gandan.test', Host: 'gandan.test' },
  body: new URLSearchParams(fields),
})

test('ledger, one commitment, its steps, the timeline, sheet and print; nothing of it for strangers', async () => {
  const on = Temporal.PlainDate.from('2026-03-25')
  const secret = 'Đền bù cho nhà ông Tráng Seo Páo'
  const { row, visit } = await promised('2026-03-02', '2026-03-20', secret)
  let now: Viewer = { ...town.province_head, on }
  const app = appFor(() => now)
  const get = async (path: string) => {
    const answer = await app.request(`http://gandan.test${path}`)
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
  }
  const own = `/cam-ket-noi-bo/${row.unit_id}/${row.id}`
  const ledger = await get('/cam-ket-noi-bo?tinh-hinh=overdue')
  assert.match(ledger.text, /Tráng Seo Páo/)
  assert.match(ledger.text, /Quá hạn/)
  assert.doesNotMatch((await get('/cam-ket-noi-bo?tinh-hinh=kept')).text, /Tráng Seo Páo/)
  assert.match((await get(`/cam-ket-noi-bo?nguoi-dung-dau=${town.head.account_id}&xep=said&chieu=giam`)).text, /Tráng/)
  const rest = await get(`/cam-ket-noi-bo?tinh-hinh=all&sau=2026-03-20_${row.id}`)
  assert.doesNotMatch(rest.text, /Tráng Seo Páo/, 'a page begins after the key')
  assert.match((await get('/cam-ket-noi-bo/in')).text, /Tráng/)
  assert.match((await get('/cam-ket-noi-bo/so.xlsx')).type, /spreadsheetml/)
  assert.match((await get('/cam-ket-noi-bo/dien-bien?tu=01/03/2026&den=31/03/2026')).text, /Tráng/)
  assert.doesNotMatch((await get('/cam-ket-noi-bo/dien-bien?tu=01/04/2026&den=30/04/2026')).text, /Tráng/)
  const page = await get(own)
  assert.match(page.text, /Người đứng đầu/)
  assert.doesNotMatch(page.text, /report-kept/, 'the province does not report for the commune')
  assert.equal((await get(`${own}/report-kept`)).status, 404)
  // The owner's head reports by the form; without evidence nothing is taken and the page says why.
  now = { ...town.head, on }
  const form = await get(`${own}/report-kept`)
  const revision = /name="revision" value="(\d+)"/.exec(form.text)?.[1] ?? ''
  assert.equal(
    (await app.request(`http://gandan.test${own}/report-kept`, body({ evidence: '', revision }))).status,
    422,
  )
  const told = await app.request(
    `http://gandan.test${own}/report-kept`,
    body({ evidence: 'Cho bà Vàng Thị Sía', revision }),
  )
  assert.equal(told.status, 409)
  assert.match(await told.text(), /nhận ra một người/)
  assert.equal((await app.request(`http://gandan.test${own}/report-kept`, body({ ...evidence, revision }))).status, 303)
  // Nobody else: no officer of another commune, nobody without an account, and a 404 whether it is there or not.
  now = {
    ...town.handler,
    on,
    positions: [{ unit_id: town.office.neighbour, kind: 'handler' }],
    inherited: [],
    visible_root_ids: [town.office.neighbour],
  }
  assert.doesNotMatch((await get('/cam-ket-noi-bo?tinh-hinh=all')).text, /Tráng/)
  for (const path of [own, `${own}/note-progress`, `/cam-ket-noi-bo/${row.unit_id}/${uuidv7()}`])
    assert.equal((await get(path)).status, 404, path)
  now = person('2026-03-25')
  assert.equal((await get('/cam-ket-noi-bo')).status, 303)
  for (const path of ['/cam-ket?tinh-hinh=all', '/cam-ket/dien-bien?tu=01/03/2026&den=31/03/2026'])
    assert.doesNotMatch((await get(path)).text, /Tráng|Nà Ải/, path)
  assert.equal((await get(`/cam-ket/${row.unit_id}/${row.id}`)).status, 404)
  // Said in public: that it exists, unit, day and state, and no word of it until somebody lets them.
  await town.t.db.pool.query('update commitment set origin_public = true where id = $1', [row.id])
  const seen = await get(`/cam-ket/${row.unit_id}/${row.id}`)
  assert.equal(seen.status, 200)
  assert.match(seen.text, /Nội dung chưa công khai/)
  assert.doesNotMatch(seen.text, /Tráng/)
  assert.equal((await get(`/cam-ket/${row.unit_id}/${row.id}/confirm-kept`)).status, 404)
  // Who asked confirms with the code of the origin.
  now = person('2026-03-26', [{ unit_id: town.office.commune, record_id: visit }])
  const asker = `/cam-ket/${row.unit_id}/${row.id}/confirm-kept`
  const again = /name="revision" value="(\d+)"/.exec((await get(asker)).text)?.[1] ?? ''
  assert.equal((await app.request(`http://gandan.test${asker}`, body({ revision: again }))).status, 303)
  assert.equal((await rowOf(row.id)).confirmed_as, 'asker')
})

test('mails: the head before the last day and after it, the superior when it is long past, each once; a recommendation never goes up', async () => {
  const catcher = await startCatcher(folder)
  const config = { smtp_url: catcher.url, from: 'thong-bao@gandan.example', portal: 'https://gandan.example' }
  const { pool } = town.t.db
  try {
    await pool.query(`update commitment set ended_on = '2026-01-01' where ended_on is null`)
    await pool.query(
      `update account set mail = sign_in_name || '@gandan.example', mail_confirmed_at = now() where id = any($1)`,
      [[town.head.account_id, town.province_head.account_id]],
    )
    const { row } = await promised('2028-03-01', '2028-03-17', 'Làm đường cho ông Tráng')
    const { row: weak } = await promised('2028-03-01', '2028-03-17', 'Nên làm')
    await pool.query(`update commitment set force = 'recommended' where id = $1`, [weak.id])
    const sent = async (day: string) => {
      for (const file of readdirSync(folder)) rmSync(join(folder, file))
      await tellOwners(town.t.db, config, at(day))
      return (await caughtMail(folder)).map((mail) => mail.text).sort()
    }
    assert.deepEqual(await sent('2028-03-13'), [])
    assert.match((await sent('2028-03-14')).join(), /^2 cam kết của đơn vị Ông\/Bà còn không quá 3 ngày làm việc/)
    assert.deepEqual(await sent('2028-03-15'), [], 'once')
    assert.deepEqual(await sent('2028-03-18'), [], 'nobody is mailed on a Saturday')
    const [late, ...others] = await sent('2028-03-20')
    assert.match(late ?? '', /1 cam kết của đơn vị Ông\/Bà vừa quá hạn[\s\S]*1 việc được đề nghị/)
    assert.deepEqual(others, [])
    const up = await sent('2028-03-27')
    assert.equal(up.length, 1)
    assert.match(up.join(), /1 cam kết của đơn vị cấp dưới quá hạn đã lâu/)
    assert.doesNotMatch(up.join(), /Tráng|đường/)
    assert.equal((await rowOf(row.id)).state, 'made')
  } finally {
    await catcher.close()
  }
})

test('who asked at a dialogue says by their code that it is not kept; who asked elsewhere is a stranger', async () => {
  const { row, visit } = await promised('2026-03-02', '2026-03-20')
  const { commune } = town.office
  const [here, elsewhere] = [uuidv7(), uuidv7()]
  for (const [id, dialogue] of [
    [here, visit],
    [elsewhere, uuidv7()],
  ])
    await town.t.owner.pool.query(
      `insert into dialogue_question (unit_id, id, revision, state, chain, created_at, dialogue_id, origin, asked_on)
       values ($1, $2, 1, 'asked', '\\x00', now(), $3, 'portal', '2026-03-01')`,
      [commune, id, dialogue],
    )
  await town.take(steps.reportKept, town.head, row.id, '2026-03-18', evidence)
  const asker = (record_id: string) => person('2026-03-19', [{ unit_id: commune, record_id }])
  await town.closed('not-yours', steps.sendBack, asker(elsewhere), row.id, '2026-03-19', { missing: 'Chưa có nước' })
  await town.take(steps.sendBack, asker(here), row.id, '2026-03-19', { missing: 'Chưa có nước' })
  assert.deepEqual((await rowOf(row.id)).sent_back, [{ on: '2026-03-19', by: '', reason: 'Chưa có nước' }])
})
