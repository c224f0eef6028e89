/** From registers to findings, from a finding to a plan, and who learns nothing of either. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Browser } from '../../../tests/support/browser-less.ts'
import { dueWork } from '../../../tests/support/due-work.ts'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { at, officer } from '../../../tests/support/office.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { readConfig } from '../../platform/config.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { givePosition } from '../people/accounts.ts'
import { positionKinds } from '../people/position.ts'
import { viewerOfAccount } from '../people/viewer-of.ts'
import { record as recordPetition } from '../petitions/record.ts'
import { register } from '../receptions/register.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { dueCases, placeOf, placesOf } from './due-cases.ts'
import { hotspotInputs } from './inputs.ts'
import { jobs, scanTask } from './jobs.ts'
import { noteProgress } from './note-progress.ts'
import { open } from './open.ts'
import { latestFindings, ownWorklist, planById, planFigures, plansWaiting } from './queries.ts'
import { findIn, runScan, type Scope } from './run.ts'
import { withdraw } from './withdraw.ts'

const today = '2026-11-20'
const on = Temporal.PlainDate.from(today)
let house: House
let province: Scope
const communes: string[] = []
let head: Viewer
let above: Viewer

const { sql, unitBelow, planted, registers, slow, forget, due } = dueWork(() => house.owner, on)

before(async () => {
  house = await openHouse(today)
  const { office } = house
  province = { id: office.province, level: 'province' }
  communes.push(office.commune, office.neighbour)
  for (let n = 1; n <= 8; n++) communes.push(await unitBelow(office.province, `Xã số ${n}`, [office.country]))
  for (const [nth, place] of communes.entries()) await registers(place, nth)
  head = (await viewerOfAccount(house.db.pool, house.people['chu.tich']!, at(today)))!
  above = (await viewerOfAccount(house.db.pool, house.people['chu.tich.tinh']!, at(today)))!
})
after(() => house?.close())

const found = async () => (await findIn(house.db.pool, province, on)).found
test('registers in which nobody is behind more than the others name nobody', async () => {
  const { cases, places, found: none } = await findIn(house.db.pool, province, on)
  assert.deepEqual([cases, places, none], [420, 10, []])
  // Lateness dealt out blindly ten times over: 5 % of runs may be wrong, four of ten would come once in 1,000 tests.
  const { rows } = await sql('select id from feedback order by id')
  const dealt = async (draw: number) => {
    const client = await house.owner.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `update feedback f set state = 'assigned', due_on = (select (y.changed ->> 'due_on')::date from payload y where y.record_id = f.id and y.seq = 1)
         where hashtext(f.point || substr(md5($1 || (f.received_on::text) || (select petitioner_name from petition where id = f.petition_id)), 1, 8)) % 6 = 0`,
        [String(draw)],
      )
      return (await findIn(client, province, on)).found.length > 0
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  let alarms = 0
  for (let draw = 1; draw <= 10; draw++) if (await dealt(draw)) alarms++
  assert.equal(rows.length, 420)
  assert.ok(alarms <= 3, `${alarms} of 10 blind draws named a place`)
})

test('a place that is behind is found; fifty group visits, and one household writing often, change no score', async () => {
  const { office } = house
  const ids = await slow(office.neighbour, 25, (n) => `Hộ chậm ${n}`)
  const before_visits = await found()
  assert.deepEqual(
    before_visits.map(({ place, field }) => [place, field]),
    [[office.neighbour, 'environment']],
  )
  assert.ok(before_visits[0]!.behind >= 25 && before_visits[0]!.expected < 18 && before_visits[0]!.chance <= 0.05)

  const desk = await officer(house.db, office.commune, 'reception-officer', today)
  for (let n = 0; n < 50; n++)
    await perform(house.db, register, {
      viewer: desk,
      unit_id: office.commune,
      id: uuidv7(),
      moment: at(today),
      input: {
        visitor_name: 'Giàng Thị Mỷ',
        visitor_address: 'Tổ 3',
        identity_kind: 'identity-card',
        people: '30',
        first_time: n === 0 ? 'yes' : 'no',
        asked_kind: 'recommendation',
        subject: 'Đường vào tổ 3 ngập',
      },
    })
  const { rows } = await sql(`select count(*)::int as n from visit where large_group and unit_id = $1`, [
    office.commune,
  ])
  assert.equal(rows[0].n, 50)
  assert.equal(JSON.stringify(await found()), JSON.stringify(before_visits))

  // The same household sends thirty more: once a field and place it counts.
  const often = await slow(office.commune, 30, () => 'Lý Thị Mây')
  assert.deepEqual(
    (await found()).map(({ place }) => place),
    [office.neighbour],
  )
  await forget([...ids, ...often])
})

test('four households never suffice, whatever they are owed; grievances of one village stand for one', async () => {
  const { office } = house
  const quiet = await unitBelow(office.province, 'Xã vắng', [office.country])
  // Four households, each owed something in both fields: eight cases, which are still four households.
  const rows = Array.from({ length: 40 }, (_, n) => ({
    unit: quiet,
    field: n % 2 ? 'environment' : 'infrastructure',
    household: `Hộ ${Math.floor(n / 2) % 4}`,
    days: 5 + n * 9,
    settled: false,
  }))
  const ids = await planted(rows)
  assert.equal(new Set(rows.map((one) => one.household)).size, 4)
  assert.deepEqual(await found(), [])
  for (let n = 0; n < 30; n++)
    await sql(
      `insert into grievance (unit_id, id, revision, state, chain, created_at, source, place_unit_id, field, title, text, known_on, recorded_by, target_on)
       values ($1, $2, 1, 'assigned', '', now(), 'front', $1, 'environment', 't', 't', $3, $2, $4)`,
      [quiet, randomUUID(), due(60), due(5 + n)],
    )
  const place = await placeOf(house.db.pool, quiet, on)
  const { cases } = await dueCases(house.db.pool, [place], { from: on.subtract({ days: 728 }), until: on, on })
  assert.deepEqual([cases.length, new Set(cases.map((one) => one.household)).size], [40 + 30, 4 + 1])
  await sql('delete from grievance')
  await forget(ids)
  await assert.rejects(
    house.worker.pool.query(
      `with r as (insert into hotspot_run (id, scope_id, run_on, week, since_on, cases, places, false_alarms, replicates, ran_ms)
         values ($1, $1, $2, '2026-W47', $2, 1, 1, 0.05, 1, 1) returning id)
       insert into hotspot_finding (id, run_id, place_id, behind, cases, expected, chance) select $1, id, $1, 4, 4, 1, 0.01 from r`,
      [randomUUID(), today],
    ),
    /nothing_below_five_households/,
  )
})

test('a household is a number of one call: the same letters in other spelling agree, another call knows neither', async () => {
  const { office } = house
  const ids = [
    ...(await slow(office.commune, 1, () => 'Lý Thị Mây', 600)),
    ...(await slow(office.commune, 1, () => ' LY THI  MAY', 601)),
  ]
  const place = await placeOf(house.db.pool, office.commune, on)
  const read = async () => {
    const days = { from: on.subtract({ days: 700 }), until: on.subtract({ days: 590 }), on }
    return (await dueCases(house.db.pool, [place], days)).cases.map((one) => one.household)
  }
  const [first, second] = [await read(), await read()]
  assert.deepEqual([first.length, new Set(first).size, new Set([...first, ...second]).size], [2, 1, 2])
  await forget(ids)
})

test('inputs are registers of the authority: no visit, no closed file, nothing of persons', async () => {
  const tables = hotspotInputs.flatMap(({ sql: text }) =>
    [...text.matchAll(/(?:from|join) ([a-z_]+) [a-z]\b/g)].map(([, table]) => table),
  )
  assert.deepEqual([...new Set(tables)].sort(), [
    'commitment_due',
    'complaint',
    'feedback',
    'grievance',
    'payload',
    'petition',
  ])
  // Letters past their day of classification join by the desk's own step; a closed matter does not.
  const { office } = house
  const desk = await officer(house.db, office.commune, 'reception-officer', '2026-09-01')
  const place = await placeOf(house.db.pool, office.commune, on)
  const intake = async () => {
    const days = { from: on.subtract({ days: 728 }), until: on, on }
    return (await dueCases(house.db.pool, [place], days)).cases.filter((one) => one.field === 'intake')
  }
  const letter = async (asked_kind: string) => {
    const code = newTrackingCode(await prefixOfUnit(house.db.pool, office.commune))
    await perform(house.db, recordPetition, {
      viewer: desk,
      unit_id: office.commune,
      id: uuidv7(),
      moment: at('2026-09-01'),
      input: {
        received_on: '2026-09-01',
        source: 'post',
        signed: true,
        asked_kind,
        title: 'Đường ngập',
        text: 'Đường vào tổ ngập.',
        petitioner_name: 'Lý Thị Mây',
        petitioner_address: 'Tổ 5',
        code,
      },
    })
  }
  await letter('recommendation')
  const [one, ...more] = await intake()
  assert.equal(more.length, 0)
  assert.ok(one?.behind && one.days_since_due > 50)
  await sql(`update petition set asked_kind = 'denunciation' where title = 'Đường ngập'`)
  assert.deepEqual(await intake(), [])
  await sql(`delete from petition where title = 'Đường ngập'`)
})

test('what a unit took over whole is its own; what was divided is nobody’s', async () => {
  const { office } = house
  const [whole, divided] = [
    await unitBelow(office.province, 'Xã cũ A', [office.country], '[2012-01-01,2025-07-01)'),
    await unitBelow(office.province, 'Xã cũ B', [office.country], '[2012-01-01,2025-07-01)'),
  ]
  for (const [from, to] of [
    [whole, office.neighbour],
    [divided, office.neighbour],
    [divided, office.commune],
  ])
    await sql(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2025-07-01')`, [from, to])
  const places = new Map((await placesOf(house.db.pool, province, on)).map((one) => [one.id, one.unit_ids]))
  assert.deepEqual([...(places.get(office.neighbour) ?? [])].sort(), [office.neighbour, whole].sort())
  assert.deepEqual(places.get(office.commune), [office.commune])
  const country = await placesOf(house.db.pool, { id: office.country, level: 'country' }, on)
  assert.deepEqual(
    country.map((one) => [one.id, one.unit_ids.length]),
    [[office.province, 14]],
  )
})

test('findings are read by heads and clerks of the place and above it, in words, without persons; to others there is no page', async () => {
  const { office, people } = house
  const ids = await slow(office.commune, 25, (n) => `Sùng Thị ${'ABCDEFGHIJKLMNOPQRSTUVWXY'[n]}`)
  const context = { app: house.db, worker: house.worker, config: readConfig({}) }
  await jobs[scanTask]({ unit_id: office.province, scope_id: office.province }, context)
  await assert.rejects(house.db.pool.query('delete from hotspot_finding'), /permission denied/)
  const [finding] = await latestFindings(head, house.db.pool)
  assert.equal(finding?.place_id, office.commune)
  const own_list = ownWorklist(head, { ...finding!, field: 'environment' })
  assert.equal(own_list, '/ban-lam-viec?danh-sach=overdue&linh-vuc=environment')
  assert.equal(ownWorklist(above, finding!), null)

  await givePosition(house.db, {
    account_id: people['chuyen.vien']!,
    unit_id: office.commune,
    kind: 'front-supervisor',
    title: 'Mặt trận',
    from_on: '2026-01-01',
  })
  for (const [who, sees] of [
    ['chu.tich', true],
    ['van.thu', true],
    ['chu.tich.tinh', true],
    ['tiep.dan', false],
    ['chuyen.vien', false],
  ] as const) {
    const browser = await Browser.signedIn(house, who)
    const list = await browser.get('/diem-nong')
    const page = await browser.get(`/diem-nong/${finding!.id}`)
    assert.deepEqual([list.status, page.status], sees ? [200, 200] : [404, 404], who)
    if (!sees) continue
    for (const { text, html } of [list, page]) {
      assert.doesNotMatch(text, /Sùng Thị|Thư của|Tổ 5/, who)
      assert.doesNotMatch(html, /\/ho-so\//, who)
      assert.doesNotMatch(text, /an ninh|điểm nóng/i, who)
    }
    assert.match(page.text, /Vì sao nêu phường Cam Đường\?/)
    assert.match(page.text, /việc đã quá hạn mà chưa xong/)
    assert.match(list.text, /cứ 100 đợt có khoảng 5 đợt/)
  }
  // The neighbour's head has a page of their own place, and learns nothing of this one.
  const neighbour = await Browser.signedIn(house, 'chu.tich.ban')
  const own = await neighbour.get('/diem-nong')
  assert.equal(own.status, 200)
  assert.doesNotMatch(own.text, /Cam Đường/)
  for (const path of [`/diem-nong/${finding!.id}`, `/diem-nong/${finding!.id}/open`, `/diem-nong/${randomUUID()}`])
    assert.equal((await neighbour.get(path)).status, 404, path)
  assert.equal((await neighbour.post('/diem-nong/xem-lai', { scope_id: office.country })).status, 404)
  assert.equal((await new Browser(house).get('/diem-nong')).status, 303)
  assert.ok(!positionKinds.some((kind) => /police|security/.test(kind)))

  // Whoever sees the country sees its provinces on the map.
  await jobs['scan-hotspots-first']({}, context)
  await givePosition(house.db, {
    account_id: people['van.thu']!,
    unit_id: office.country,
    kind: 'clerk',
    title: 'Văn thư',
    from_on: '2026-01-01',
  })
  const centre = await (await Browser.signedIn(house, 'van.thu')).get('/diem-nong')
  assert.match(centre.text, /So sánh các tỉnh, thành phố trong cả nước/)
  assert.match(centre.html, /class="gd-map"/)
  const { rows: runs } = await sql(
    'select count(*)::int as n, count(distinct scope_id)::int as scopes from hotspot_run',
  )
  assert.deepEqual(runs[0], { n: 2, scopes: 2 })

  // A head asks for a scan: three times a day.
  const asking = await Browser.signedIn(house, 'chu.tich.tinh')
  const answers: (string | null)[] = []
  for (let n = 0; n < 4; n++)
    answers.push((await asking.post('/diem-nong/xem-lai', { scope_id: office.province })).location)
  assert.deepEqual(
    answers.map((one) => one?.split('=')[1]),
    ['da-nhan', 'da-nhan', 'da-nhan', 'da-du'],
  )
  const { rows } = await sql('delete from outbox where task = $1 returning payload', [scanTask])
  assert.deepEqual(
    rows.map((row) => row.payload),
    Array(3).fill({ scope_id: office.province }),
  )
  await forget(ids)
})

const no = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
const wrong = (code: string) => (fault: unknown) => fault instanceof WrongInput && fault.faults[0]?.code === code

test('a plan has an owner and a day, and closes when what was overdue then is less', async () => {
  const { office, people } = house
  const ids = await slow(office.commune, 25, (n) => `Hộ của kế hoạch ${n}`)
  await runScan({ app: house.db, worker: house.worker }, province, on)
  const [finding] = await latestFindings(head, house.db.pool)
  const id = uuidv7()
  const input = {
    finding_id: finding!.id,
    owner_id: people['chu.tich'],
    target_on: '2026-12-10',
    what: 'Mỗi tuần giải quyết năm việc; thêm một người ở bộ phận môi trường.',
  }
  const of = (viewer: Viewer, day = today) => {
    const seen = { ...viewer, on: Temporal.PlainDate.from(day) }
    return { viewer: seen, unit_id: office.commune, id, moment: at(day) }
  }
  const handler = (await viewerOfAccount(house.db.pool, people['tiep.dan']!, at(today)))!
  const stranger = (await viewerOfAccount(house.db.pool, people['chu.tich.ban']!, at(today)))!
  for (const viewer of [handler, stranger, clockViewer(on)])
    await assert.rejects(perform(house.db, open, { ...of(viewer), input }), no('not-yours'))
  const opening = (more: object) => perform(house.db, open, { ...of(above), input: { ...input, ...more } })
  await assert.rejects(opening({ target_on: today }), no('target-day-is-ahead'))
  await assert.rejects(opening({ what: 'Gặp bà Sùng Thị Mỷ để giải thích.' }), no('none-of-it-names-a-person'))
  await assert.rejects(opening({ owner_id: people['tiep.dan'] }), wrong('not-a-head-here'))
  await assert.rejects(opening({ finding_id: randomUUID() }), no('not-yours'))
  await perform(house.db, open, { ...of(above), input })
  await assert.rejects(perform(house.db, open, { ...of(head), id: uuidv7(), input }), no('no-plan-runs-here'))
  await assert.rejects(perform(house.db, noteProgress, { ...of(stranger), input: { note: 'x' } }), no('not-yours'))
  await assert.rejects(perform(house.db, noteProgress, { ...of(above), input: { note: 'x' } }), no('not-yours'))
  await perform(house.db, noteProgress, { ...of(head), input: { note: 'Đã trả lời ba việc.' } })
  await assert.rejects(
    perform(house.db, close, { ...of(head), input: { end_note: 'Xong.' } }),
    no('overdue-cases-fell'),
  )
  await assert.rejects(
    perform(house.db, correct, { ...of(head), input: { reason: 'Nhầm', end_note: 'x' } }),
    wrong('has-not-ended'),
  )
  await perform(house.db, correct, { ...of(head), input: { reason: 'Nhầm ngày', target_on: '2026-12-01' } })

  // Past its day it stands before its owner and before who is above; a stranger's worklist says nothing.
  const later = (viewer: Viewer) => ({ ...viewer, on: Temporal.PlainDate.from('2026-12-02') })
  assert.deepEqual(await plansWaiting(head, house.db.pool), { open: 1, overdue: 0, below: 0 })
  assert.deepEqual(await plansWaiting(later(head), house.db.pool), { open: 1, overdue: 1, below: 0 })
  assert.deepEqual(await plansWaiting(later(above), house.db.pool), { open: 0, overdue: 0, below: 1 })
  assert.deepEqual(await plansWaiting(later(stranger), house.db.pool), { open: 0, overdue: 0, below: 0 })
  assert.equal(await planById(stranger, house.db.pool, office.commune, id), null)
  assert.equal(await planById(handler, house.db.pool, office.commune, id), null)

  const settled = ids.slice(0, 9)
  await sql(`update feedback set state = 'answered', due_on = null where id = any($1::uuid[])`, [settled])
  await sql(
    `insert into payload (unit_id, record_id, seq, salt, input, changed)
     select unit_id, id, 2, '', '{}', '{"due_on": null}' from feedback where id = any($1::uuid[])`,
    [settled],
  )
  const browser = await Browser.signedIn(house, 'chu.tich')
  const page = await browser.get(`/diem-nong/ke-hoach/${office.commune}/${id}`)
  assert.match(page.text, new RegExp(`Trong số ấy, nay còn ${finding!.behind - 9} `))
  await perform(house.db, close, { ...of(head, '2026-11-30'), input: { end_note: 'Đã trả lời chín việc.' } })
  const closed = await planById(above, house.db.pool, office.commune, id)
  assert.deepEqual(
    [closed?.state, closed?.behind_then, closed?.behind_at_end, closed?.progress.length],
    ['closed', finding!.behind, finding!.behind - 9, 1],
  )
  await assert.rejects(perform(house.db, noteProgress, { ...of(head), input: { note: 'x' } }), no('not-in-this-state'))

  const second = uuidv7()
  await perform(house.db, open, { ...of(head), id: second, input })
  await perform(house.db, withdraw, { ...of(head), id: second, input: { end_note: 'Nhập vào kế hoạch của tỉnh.' } })
  const year = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2026-12-31') }
  const figures = { opened: 2, closed: 1, withdrawn: 1, running: 0, overdue: 0 }
  const fell = { behind_then: finding!.behind, behind_at_end: finding!.behind - 9 }
  assert.deepEqual(await planFigures(above, house.db.pool, office.province, year), { ...figures, ...fell })
  const nothing = { opened: 0, closed: 0, withdrawn: 0, running: 0, overdue: 0, behind_then: 0, behind_at_end: 0 }
  assert.deepEqual(await planFigures(stranger, house.db.pool, null, year), nothing)
})
