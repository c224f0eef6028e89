/** Every day and on time: rounds and reminders, the whole country added up, and the way through the pages alone. */
import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import readSheet from 'read-excel-file/node'
import { onDay } from '../../../tests/support/office.ts'
import {
  about,
  answerId,
  answerRow,
  askAll,
  base,
  callRow,
  catcher,
  centre,
  closeOffice,
  commune,
  commune_id,
  folder,
  local,
  neighbour,
  neighbour_id,
  now,
  openOffice,
  page,
  province,
  province_id,
  published,
  setNow,
  take,
  today,
} from '../../../tests/support/topical-office.ts'
import { publishedCalendar } from '../../law/calendar.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { caughtMail } from '../notices/catcher.ts'
import { countryId } from '../units/unit.ts'
import { answerPath, callPath, preparePath, rollUpPath } from './addresses.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { handIn } from './hand-in.ts'
import { remindAt } from './hours.ts'
import { askBatch, openRounds, remindAll } from './jobs.ts'
import { jobs } from './module.ts'
import { asksForPerson, readFigure } from './question.ts'

before(openOffice)
after(closeOffice)

describe('every day and on time', () => {
  test('a daily list opens its next round on the next day, at the same hour, for the units of that day', async () => {
    const id = await published(province, province_id, { repeats: 'daily' })
    await askAll(province_id, id)
    await take(handIn, commune, commune_id, answerId(id, commune_id), { answers: { q1: '2', q2: 'no' } })
    setNow(local('18:00'))
    assert.equal(await openRounds(base.db, now), 0, 'still the same day')
    setNow(local('00:05', '2026-11-23'))
    assert.equal(await openRounds(base.db, now), 1)
    assert.equal(await openRounds(base.db, now), 0)
    const row = await callRow(id)
    assert.deepEqual([row.round, String(row.due_at)], [2, '2026-11-23T10:00:00Z'])
    await askAll(province_id, id, 2)
    assert.equal((await answerRow(answerId(id, commune_id, 2))).state, 'asked', 'yesterday’s answer is not today’s')
    const clerk = await onDay(base.db, province, '2026-11-23')
    const rounds = await page(rollUpPath({ unit_id: province_id, id }, { round: 1 }), clerk)
    assert.match(rounds.text, /Đợt 1/)
    await take(close, clerk, province_id, id)
    setNow(local('09:00'))
  })

  test('the reminder: an hour before for today, 08:00 of the last working day otherwise; once, without what is asked', async () => {
    const at = (text: string) => Temporal.Instant.from(`${text}:00+07:00`)
    const when = (due: string, from: string) => String(remindAt(at(due), at(from), publishedCalendar))
    assert.equal(when('2026-11-20T17:00', '2026-11-20T09:00'), '2026-11-20T09:00:00Z')
    assert.equal(when('2026-11-24T17:00', '2026-11-20T09:00'), '2026-11-24T01:00:00Z')
    assert.equal(when('2026-11-24T08:30', '2026-11-20T09:00'), '2026-11-23T01:00:00Z')
    assert.equal(
      when('2026-11-22T17:00', '2026-11-20T09:00'),
      String(at('2026-11-22T16:00')),
      'a weekend call is urgent',
    )
    assert.equal(when('2026-11-20T09:30', '2026-11-20T09:00'), 'null')
    await base.owner.pool.query(
      `update account set mail = 'xa@laocai.gov.vn', mail_confirmed_at = now() where id = $1`,
      [commune.account_id],
    )
    const id = await published(province, province_id)
    await askAll(province_id, id)
    const config = { smtp_url: catcher.url, from: 'thong-bao@gandan.example', portal: 'https://gandan.example' }
    const ports = { app: base.db, worker: base.worker, config, moment: local('15:59') }
    assert.equal(await remindAll(ports), 0, 'not yet')
    const late = { ...ports, moment: local('16:00') }
    assert.ok((await remindAll(late)) > 3)
    assert.equal(await remindAll(late), 0, 'once a unit')
    const mails = await caughtMail(folder)
    assert.deepEqual(
      mails.map(({ to, subject }) => [to, subject]),
      [['xa@laocai.gov.vn', 'Gần Dân']],
    )
    const answer = answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })
    assert.ok(mails[0]!.text.includes(`https://gandan.example${answer}`))
    assert.doesNotMatch(mails[0]!.text, /bão|tốc mái/)
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    process.env['GANDAN_SMTP_URL'] = catcher.url
    const waiting = await base.worker.pool.query<{ unit_id: string; payload: object }>(
      `select unit_id, payload from outbox where task = 'tell-topical' and unit_id = $1`,
      [commune_id],
    )
    assert.ok((waiting.rowCount ?? 0) > 0)
    await take(close, province, province_id, id)
    const last = waiting.rows.at(-1)!
    await jobs['tell-topical'](
      { unit_id: last.unit_id, ...last.payload },
      { app: base.db, worker: base.worker, config: undefined as never },
    )
    assert.equal((await caughtMail(folder)).length, 0, 'closed meanwhile: nobody is told')
    delete process.env['GANDAN_SMTP_URL']
  })
})

test('figures as people write them, and what asks for a person', () => {
  const read = ['1.204', '1 204', '12,5', '0', '-3', '12.5', '1.20', 'ba', '', '1,234,5', '１２'].map(readFigure)
  assert.deepEqual(read, [1204, 1204, 12.5, 0, -3, null, null, null, null, null, 12])
  for (const text of ['Số hộ phải sơ tán', 'Diện tích lúa ngập', 'Số người bị thương', 'Có cần thuốc không'])
    assert.equal(asksForPerson(text), null, text)
  for (const text of ['Tên các hộ phải sơ tán', 'Danh sách người bị thương', 'Ý kiến của người dân', 'Số căn cước'])
    assert.ok(asksForPerson(text), text)
})

test('the whole country in one go: every commune asked, answered and added up by province; each sum opens its answers', async () => {
  const id = await published(centre, countryId)
  const round = { unit_id: countryId, call_id: id, round: 1 }
  assert.deepEqual(await askBatch(base.db, round, now), { asked: 7, left: 0 })
  assert.equal((await askBatch(base.db, round, now)).asked, 0, 'twice is once')
  await take(handIn, commune, commune_id, answerId(id, commune_id), {
    answers: { q1: '40', q2: 'yes', q3: 'chia cắt' },
  })
  await take(handIn, neighbour, neighbour_id, answerId(id, neighbour_id), {
    answers: { q1: '2,5', q2: 'no', q3: 'thông' },
  })
  // All the others answer at once, as the roll-up would find them on a bad day.
  await base.owner.pool.query(
    `update topical_answer set state = 'handed-in', answers = '{"q1": 1, "q2": false}', handed_in_at = $2, answered_by = 'Cán bộ'
     where call_id = $1 and state = 'asked' and unit_id <> (select o.unit_id from topical_answer o
       join unit_period p on p.unit_id = o.unit_id and upper_inf(p.valid) and p.parent_id <> $3
       where o.call_id = $1 and o.state = 'asked' order by o.unit_id limit 1)`,
    [id, String(now.at), province_id],
  )
  const path = { unit_id: countryId, id }
  const whole = await page(rollUpPath(path, { refresh: true }), centre)
  assert.equal(whole.headers.get('Refresh'), '60')
  assert.match(whole.text, /6 trên 7 đơn vị đã trả lời/)
  assert.match(whole.text, /46,5 nhà/)
  assert.match(whole.text, /Có: 1 · Không: 5/)
  const place = await page(rollUpPath(path, { group: province_id }), centre)
  assert.match(place.text, /5 trên 5 đơn vị đã trả lời/)
  const behind = await page(rollUpPath(path, { group: province_id, question: 'q1' }), centre)
  assert.match(behind.text, /5 đơn vị trả lời câu này/)
  assert.ok(behind.text.includes(answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })))
  // The province reads its own communes' part, a commune nothing but its own page.
  const part = await page(rollUpPath(path), province)
  assert.match(part.text, /5 trên 5 đơn vị đã trả lời/)
  assert.match(part.text, /phần của các đơn vị bên dưới/)
  const own = await page(rollUpPath(path), commune)
  assert.match(own.text, /1 trên 1 đơn vị/)
  const sheet = await page(rollUpPath(path, { sheet: true }), centre)
  const sheets = await readSheet(sheet.bytes)
  assert.equal(sheets[1]?.data.length, 7 + 3)
})

test('through the pages alone: the province asks, the commune answers on its page, the sum is there', async () => {
  assert.equal((await page('/hoi-nhanh', null)).status, 303)
  assert.equal((await page(preparePath(province_id), commune)).status, 404)
  const form = await page(preparePath(province_id), province)
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? assert.fail('no id')
  const early = await page(preparePath(province_id), province, {
    id,
    ...about,
    whom: 'level',
    level: 'commune',
    ...today,
    due_hour: '07:00',
  })
  assert.equal(early.status, 409)
  assert.match(early.text, /Thiệt hại do bão số 9/)
  assert.equal(
    (await page(preparePath(province_id), province, { id, ...about, whom: 'level', level: 'commune', ...today }))
      .status,
    303,
  )
  const path = callPath({ unit_id: province_id, id })
  const step = async (name: string, typed: Record<string, string>) => {
    const { revision } = await callRow(id)
    return (await page(`${path}/${name}`, province, { revision: String(revision), ...typed })).status
  }
  assert.equal(await step('add-question', { kind: 'number', text: 'Số người phải sơ tán', required: 'yes' }), 422)
  assert.equal(
    await step('add-question', { kind: 'number', text: 'Số người phải sơ tán', measure: 'người', required: 'yes' }),
    303,
  )
  assert.match((await page(path, province)).text, /5 đơn vị được hỏi/)
  assert.equal(await step('publish', {}), 303)
  const payload = { unit_id: province_id, call_id: id, round: 1 }
  await jobs['ask-topical'](payload, { app: base.db, worker: base.worker, config: undefined as never })
  await askAll(province_id, id)
  const list = await page('/hoi-nhanh', commune)
  const answer = answerPath({ unit_id: commune_id, id: answerId(id, commune_id) })
  assert.ok(list.text.includes(answer))
  assert.equal((await page(answer, commune, { revision: '1', step: 'hand-in', c_q1: '125' })).status, 303)
  const sums = await page(`${path}/tong-hop`, province)
  assert.match(sums.text, /125 người/)
  assert.match(sums.text, /1 trên 5 đơn vị đã trả lời/)
  assert.equal(
    (await page(`${path}/tong-hop`, neighbour)).text.includes('125'),
    false,
    'a neighbour reads no other’s answer',
  )
  assert.equal(await step('correct', { title: 'Sơ tán do bão số 9', why: about.why, reason: 'Viết rõ hơn.' }), 303)
  await assert.rejects(take(correct, province, province_id, id, { title: 'x', why: 'y', reason: 'z' }, 1), Stale)
})
