import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { countryDatabase } from '../../../tests/support/country.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { createFrame } from '../../http/frame.ts'
import { comparisonForm, indicators } from '../../law/comparison.ts'
import { secretColumns } from '../../law/form-rules.ts'
import { periodOf } from '../../law/report-periods.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer, type PositionOnDay, type Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { countedRecords } from '../reports/queries.ts'
import { runOutlines } from '../units/outlines-command.ts'
import { setsOf, unitsByCode } from '../units/queries.ts'
import { countryId } from '../units/unit.ts'
import { addCluster } from './add-cluster.ts'
import { addMembers } from './add-members.ts'
import { correctCluster } from './correct-cluster.ts'
import { endCluster } from './end-cluster.ts'
import { endMembership } from './end-membership.ts'
import { indicatorHref } from './indicator-parts.tsx'
import { jobs, pages } from './module.ts'
import { nameHost } from './name-host.ts'
import { quartersBefore } from './overview-queries.ts'
import { clusterById, comparisonOf, membersOn } from './queries.ts'

let at: TestDatabase
let viewer: Viewer
const on = Temporal.PlainDate.from('2026-11-20')
const moment = { on, at: Temporal.Instant.from('2026-11-20T02:00:00Z') }
const day = (text: string) => Temporal.PlainDate.from(text)

const officer = (unit_id: string, kind: PositionOnDay['kind'], sees_all = false): Viewer => ({
  ...clockViewer(on),
  account_id: account,
  name: 'Cán bộ',
  via: 'desk',
  positions: [{ unit_id, kind }],
  visible_root_ids: kind === 'administrator' ? [] : [unit_id],
  sees_all,
})
const account = randomUUID()
const id = uuidv7()
const period = periodOf(2026, '6m')
let lao_cai = ''
let can_tho = ''
let ward = ''
let neighbour = ''
let clerk: Viewer

const unitOf = async (code: string, on_day = '2026-11-20') =>
  (await unitsByCode(clockViewer(on), at.db.pool, code, day(on_day)))[0]!.id

before(async () => {
  at = await countryDatabase()
  lao_cai = await unitOf('15')
  can_tho = await unitOf('92')
  ward = await unitOf('02671')
  neighbour = await unitOf('02947')
  clerk = officer(countryId, 'clerk', true)
  await at.owner.pool.query(
    `insert into account (id, name, name_folded, sort_key, sign_in_name) values ($1, 'Cán bộ', 'can bo', 'can bo', 'can.bo')`,
    [account],
  )
  const letters: [string, string, string, number][] = [
    [ward, 'complaint', 'propose-acceptance', 6],
    [ward, 'complaint', 'guide', 2],
    [ward, 'denunciation', 'transfer', 40],
    [neighbour, 'recommendation', 'transfer', 1],
  ]
  for (const [unit_id, kind, stage, quantity] of letters)
    await at.db.pool.query(
      `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, since_on, kind, stage, eligible, quantity, cases, people)
       values ($1, $2, 1, 'petition', 'petition-processed', '2026-02-02', '2026-02-02', '2026-02-02', $3, $4, true, $5, $5, $5)`,
      [unit_id, randomUUID(), kind, stage, quantity],
    )
  await at.db.pool.query(
    `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, since_on, kind, stage, eligible, quantity, cases, people)
     values ($1, $2, 1, 'petition', 'petition-processed', '2025-04-02', '2025-04-02', '2025-04-02', 'complaint', 'guide', true, 3, 3, 3)`,
    [await unitOf('15', '2025-05-01'), randomUUID()],
  )
})
after(() => at.close())

const take = (action: AnyAction, by: Viewer, input: object, of: string = id, unit_id: string = countryId) =>
  perform(at.db, action, { viewer: by, moment, unit_id, id: of, input })

const work = async () => {
  const waiting = await at.worker.pool.query(
    `delete from outbox where task = 'place-cluster' returning jsonb_build_object('unit_id', unit_id) || payload as payload`,
  )
  for (const { payload } of waiting.rows)
    await jobs['place-cluster'](payload, { app: at.db, worker: at.worker, config: undefined as never })
}

async function get(address: string, by: Viewer) {
  viewer = by
  const app = createFrame({
    moment: () => moment,
    viewerOf: async () => viewer,
    officeOf: () => ({ name: 'Thanh tra Chính phủ' }),
  })
  pages(app, { db: at.db })
  const response = await app.request(`http://localhost${address}`)
  return { status: response.status, text: await response.text() }
}
async function post(address: string, by: Viewer, form: [string, string][]) {
  viewer = by
  const app = createFrame({ moment: () => moment, viewerOf: async () => viewer, officeOf: () => ({ name: 'Cơ quan' }) })
  pages(app, { db: at.db })
  const headers = { Origin: 'http://localhost', Host: 'localhost' }
  const response = await app.request(`http://localhost${address}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  })
  return { status: response.status, location: response.headers.get('Location'), text: await response.text() }
}

test('a cluster has one kind of body; who does not keep it changes nothing', async () => {
  const cluster = { name: 'Cụm  Tây Bắc', level: 'province', from_on: '2025-05-01' }
  await assert.rejects(take(addCluster, officer(lao_cai, 'head'), cluster), { code: 'not-yours', status: 404 })
  await assert.rejects(take(addCluster, officer(countryId, 'handler'), cluster), { code: 'not-yours', status: 404 })
  await take(addCluster, clerk, cluster)
  const old = [await unitOf('10', '2025-05-01'), await unitOf('15', '2025-05-01'), await unitOf('92', '2025-05-01')]
  await assert.rejects(
    take(addMembers, clerk, { unit_ids: [ward], from_on: '2026-01-01' }),
    /member-is-of-another-kind/,
  )
  await assert.rejects(
    take(addMembers, clerk, { unit_ids: [old[0]], from_on: '2026-01-01' }),
    /member-does-not-stand-that-day/,
  )
  await assert.rejects(take(addMembers, officer(can_tho, 'head'), { unit_ids: [can_tho], from_on: '2026-01-01' }), {
    code: 'not-yours',
    status: 404,
  })
  await assert.rejects(take(addMembers, clerk, { unit_ids: [old[2]], from_on: '2025-04-01' }), {
    code: 'change-lies-within-the-days-of-the-cluster',
  })
  await take(addMembers, clerk, { unit_ids: old, from_on: '2025-05-01' })
  await assert.rejects(take(addMembers, clerk, { unit_ids: [old[2]], from_on: '2025-06-01' }), /is-a-member-already/)
  await work()
  const sets = await setsOf(clerk, at.db.pool, old[2]!, on)
  assert.deepEqual(
    sets.map((one) => [one.name, Number(one.members)]),
    [['Cụm Tây Bắc', 3]],
  )
})

test('a cluster of a province takes none from another province', async () => {
  const head = officer(lao_cai, 'head')
  const own = uuidv7()
  const cluster = { name: 'Cụm phía bắc', level: 'commune', from_on: '2025-07-01' }
  await take(addCluster, head, cluster, own, lao_cai)
  const foreign = await unitOf('31135')
  const members = { unit_ids: [foreign], from_on: '2025-07-01' }
  await assert.rejects(take(addMembers, head, members, own, lao_cai), /member-is-not-under-the-keeper/)
  await take(addMembers, head, { unit_ids: [ward, neighbour], from_on: '2025-07-01' }, own, lao_cai)
  await assert.rejects(
    take(endMembership, head, { member_id: foreign, until_on: '2026-01-01' }, own, lao_cai),
    /is-no-member/,
  )
  await assert.rejects(
    take(endMembership, head, { member_id: ward, until_on: '2025-07-01' }, own, lao_cai),
    /day-before-the-first/,
  )
  await take(endMembership, head, { member_id: neighbour, until_on: '2026-10-01' }, own, lao_cai)
  const row = (await clusterById(head, at.db.pool, own))!
  const names = async (text: string) =>
    (await membersOn(head, at.db.pool, row, day(text))).members.map((one) => one.id).sort()
  assert.deepEqual(await names('2025-06-30'), [])
  assert.deepEqual(await names('2026-09-30'), [ward, neighbour].sort())
  assert.deepEqual(await names('2026-10-01'), [ward])
  const reason = 'Nhầm ngày'
  await take(correctCluster, head, { reason, member_id: neighbour, from_on: '2025-08-01' }, own, lao_cai)
  const mended = (await clusterById(head, at.db.pool, own))!
  assert.equal((await membersOn(head, at.db.pool, mended, on)).members.length, 2)
  await assert.rejects(take(correctCluster, head, { reason }, own, lao_cai), /nothing-to-correct/)
  await take(endCluster, head, { until_on: '2026-11-01' }, own, lao_cai)
  await assert.rejects(take(addMembers, head, { unit_ids: [ward], from_on: '2026-12-01' }, own, lao_cai), {
    code: 'not-in-this-state',
  })
  const ended = (await clusterById(head, at.db.pool, own))!
  assert.equal((await membersOn(head, at.db.pool, ended, on)).members.length, 0)
  assert.equal((await membersOn(head, at.db.pool, ended, day('2026-10-31'))).members.length, 2)
})

test('a member that merged is its heir from that day; last year is added up on the same tree', async () => {
  const row = (await clusterById(clerk, at.db.pool, id))!
  assert.equal((await membersOn(clerk, at.db.pool, row, day('2025-06-30'))).members.length, 3)
  const { members } = await membersOn(clerk, at.db.pool, row, day('2025-07-01'))
  assert.deepEqual(members.map((one) => one.id).sort(), [lao_cai, can_tho].sort())
  const heir = members.find((one) => one.id === lao_cai)!
  assert.equal(
    heir.stands_for.every((old) => old.since_on.toString() === '2025-07-01'),
    true,
  )
  assert.equal(heir.stands_for.length > 0, true)
  const { text } = await get(`/bao-cao/cum/${id}/thanh-vien`, clerk)
  assert.match(text, /thay Tỉnh (Yên Bái|Lào Cai) từ 01\/07\/2025/)
  const compared = await comparisonOf(clerk, at.db.pool, row, periodOf(2026, '6m'))
  const figures = compared.figures.find((one) => one.member.id === lao_cai)!
  assert.equal(figures.before?.[9], 3)
  assert.equal(figures.now?.[9], 2)
})

test('the comparison counts no denunciation, and shows nothing told as nothing, not as zero', async () => {
  assert.equal(secretColumns(comparisonForm).size, 0)
  const { text, status } = await get(`/bao-cao/cum/${id}?ky=2026-6m`, clerk)
  assert.equal(status, 200)
  // 6 taken up, 2 guided, 1 transferred: 9 letters; the 40 transferred denunciations are not among them.
  assert.match(text, /22,2\/100/)
  assert.match(text, /11,1\/100/)
  assert.match(text, /chưa có số liệu/)
  assert.match(text, /fill="url\(#so-letters-none\)"/)
  // Every count opens the records it counts, and no others.
  const row = (await clusterById(clerk, at.db.pool, id))!
  const { figures } = await comparisonOf(clerk, at.db.pool, row, period)
  const own = figures.find((one) => one.member.id === lao_cai)!
  for (const { id: indicator, no } of indicators) {
    const count = own.now?.[no] ?? 0
    const href = indicatorHref(indicator, lao_cai, 'province', period)!
    assert.match(href, new RegExp(`^/bao-cao/01-SS/${no}\\?`))
    if (count > 0) assert.ok(text.includes(href.replaceAll('&', '&amp;')), indicator)
    const ask = { form: comparisonForm, period, unit: lao_cai, tree_on: null, as_of: null }
    const behind = await countedRecords(clerk, at.db.pool, ask, { no, limit: null })
    assert.equal(
      behind!.records.reduce((sum, one) => sum + one.counts, 0),
      count,
      indicator,
    )
  }
})

test('opened again are answers that did not do and complaints whose withdrawal was forced; the pack names late places', async () => {
  const complaint = async (past: object[]) =>
    at.owner.pool.query(
      `insert into complaint (unit_id, id, revision, state, chain, created_at, register_year, petition_id, point, case_id, title,
         complainant_name, respondent, contested, field, proposed_on, received_on, decided_on, past_withdrawals)
       values ($1, $2, 1, 'decided', '', now(), 2026, $2, 'p', $2, 't', 'n', 'r', '{}', 'land', '2026-01-01', '2026-01-01', '2026-03-03', $3)`,
      [ward, randomUUID(), JSON.stringify(past)],
    )
  await complaint([])
  await complaint([{ annulled_on: '2026-02-20' }])
  await complaint([{ annulled_on: '2025-02-20' }])
  const row = (await clusterById(clerk, at.db.pool, id))!
  const { figures } = await comparisonOf(clerk, at.db.pool, row, period)
  assert.deepEqual(figures.find((one) => one.member.id === lao_cai)?.reopened, { count: 1, per: 3 })
  const run = uuidv7()
  await at.owner.pool.query(
    `insert into hotspot_run (scope_id, id, run_on, since_on, week, cases, places, false_alarms, replicates, ran_ms) values ($1, $2, $3, '2025-01-01', '2026-W47', 90, 9, 0.05, 999, 1)`,
    [lao_cai, run, on],
  )
  await at.owner.pool.query(
    `insert into hotspot_finding (place_id, id, run_id, field, window_days, behind, cases, expected, chance) values ($1, $2, $3, 'land', 91, 12, 20, 3, 0.001)`,
    [ward, uuidv7(), run],
  )
  const { text } = await get(`/bao-cao/cum/${id}/in?ky=2026-6m`, clerk)
  assert.match(text, /Nơi nhiều việc chưa xong/)
  assert.match(text, /12 trong 20 việc/)
  assert.match(text, /không nêu nơi nào của thành viên này/)
})

test('the keeper and the host of the period see every member, a member itself, a stranger none', async () => {
  const member = officer(can_tho, 'head')
  const address = `/bao-cao/cum/${id}?ky=2026-6m`
  const closed = await get(address, member)
  assert.match(closed.text, /không mở/)
  assert.doesNotMatch(closed.text, /22,2\/100/)
  const stranger = await get(address, officer(await unitOf('01'), 'head'))
  assert.doesNotMatch(stranger.text, /22,2\/100|chưa có số liệu<\/span>/)
  assert.equal((await get(address, { ...clockViewer(on), via: 'portal' })).status, 303)
  await assert.rejects(take(nameHost, member, { period: '2026-6m', member_id: can_tho }), { code: 'not-yours' })
  await assert.rejects(take(nameHost, clerk, { period: '2026-6m', member_id: ward }), /is-no-member/)
  await take(nameHost, clerk, { period: '2026-6m', member_id: can_tho })
  const hosted = await get(address, member)
  assert.match(hosted.text, /22,2\/100/)
  // The figures are told, the records behind them stay closed.
  assert.doesNotMatch(hosted.text, new RegExp(`don_vi=${lao_cai}`))
  assert.doesNotMatch((await get(`/bao-cao/cum/${id}?ky=2026-9m`, member)).text, /22,2\/100/)
  const printed = await get(`/bao-cao/cum/${id}/in?ky=2026-6m`, member)
  assert.equal(printed.status, 200)
  assert.match(printed.text, /gd-pack-wide/)
  assert.match(printed.text, /<h2[^>]*>Tỉnh Lào Cai/)
  assert.equal((await get(`/bao-cao/cum/${uuidv7()}`, clerk)).status, 404)
})

test('forms of a cluster on their pages: what was typed stays, a lawful no is a sentence, a stranger finds none', async () => {
  const list = await get('/bao-cao/cum', clerk)
  assert.match(list.text, /Cụm Tây Bắc/)
  const add = `/bao-cao/cum/lap/${countryId}`
  assert.match(list.text, new RegExp(add))
  assert.equal((await get(add, officer(can_tho, 'head'))).status, 404)
  const made = uuidv7()
  const fault = await post(add, clerk, [
    ['id', made],
    ['name', 'Cụm miền Tây'],
    ['level', 'province'],
    ['from_on', 'hôm qua'],
  ])
  assert.equal(fault.status, 422)
  assert.match(fault.text, /value="Cụm miền Tây"/)
  const done = await post(add, clerk, [
    ['id', made],
    ['name', 'Cụm miền Tây'],
    ['level', 'commune'],
    ['from_on', '01/07/2025'],
  ])
  assert.deepEqual([done.status, done.location], [303, `/bao-cao/cum/${made}/thanh-vien`])
  const form = `/bao-cao/cum/${made}/add-members`
  // 3,321 communes are too many for boxes: codes are typed.
  assert.match((await get(form, clerk)).text, /name="codes"/)
  const wrong = await post(form, clerk, [
    ['revision', '1'],
    ['codes', '02671 99999'],
    ['from_on', '01/07/2025'],
  ])
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /không tồn tại vào ngày này/)
  const right = await post(form, clerk, [
    ['revision', '1'],
    ['codes', '02671\n02947'],
    ['from_on', '01/07/2025'],
  ])
  assert.equal(right.status, 303)
  assert.match((await get(`/bao-cao/cum/${made}/thanh-vien?ngay=30/06/2025`, clerk)).text, /Chưa có thành viên/)
  assert.match((await get(`/bao-cao/cum/${made}/thanh-vien`, clerk)).text, /Phường Cam Đường/)
})

test('a dashboard for the own unit, the province and the centre; another unit is as to a stranger', async () => {
  const head = officer(ward, 'head')
  const own = await get('/toan-canh', head)
  assert.equal(own.status, 200)
  assert.match(own.text, /Kỳ tiếp công dân của người đứng đầu/)
  assert.match(own.text, /Tám quý gần nhất/)
  assert.equal((await get(`/toan-canh?don_vi=${neighbour}`, head)).status, 404)
  assert.equal((await get(`/toan-canh?don_vi=${lao_cai}`, head)).status, 404)
  assert.equal((await get('/toan-canh', officer(countryId, 'administrator'))).status, 404)
  await at.owner.pool.query(
    `insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text, petitioner_name, due_on)
     values ($1, $2, 1, 'received', '', now(), 7, 2026, '2026-10-02', 'direct', 'desk', 'Xin làm đường', 'Nội dung', 'Người gửi', '2026-10-20')`,
    [ward, randomUUID()],
  )
  const later = await get('/toan-canh?ky=2026-6m', head)
  assert.match(later.text, /nhom=overdue">1</)
  const province = await get('/toan-canh?ky=2026-6m', officer(lao_cai, 'head'))
  // The late commune is named to the province; the province's own register holds nothing overdue.
  assert.match(province.text, /Đơn vị có hồ sơ quá hạn hôm nay: 1/)
  assert.match(province.text, /nhom=overdue">0</)
  assert.match(province.text, /97 trên 99 đơn vị chưa có số liệu/)
  assert.match(province.text, /gandan import outlines/)
  const centre = await get('/toan-canh?ky=2026-6m&chi_so=guided', clerk)
  assert.match(centre.text, /33 trên 34 đơn vị chưa có số liệu/)
  assert.match(centre.text, /class="gd-map"/)
  assert.deepEqual(
    quartersBefore(on).map((one) => one.id),
    ['2024-q4', '2025-q1', '2025-q2', '2025-q3', '2025-q4', '2026-q1', '2026-q2', '2026-q3'],
  )
})

const square = (code: string | number | null, west: number, south: number, more: object = {}) => ({
  type: 'Feature',
  properties: { code, ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
})

test('outlines that an operator brings: faults by feature, the difference before anything is written, then the map', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-outlines-'))
  const file = join(folder, 'communes.geojson')
  const run = async (features: unknown[], how: '--plan' | '--apply', more: object = {}) => {
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', ...more, features }))
    return runOutlines([file, '--on', '2025-07-01', how], at.owner)
  }
  try {
    const metres = square('02671', 103.9, 22.4)
    metres.geometry.coordinates[0]![2] = [485_000, 2_480_000]
    const open = square('02671', 103.9, 22.4)
    open.geometry.coordinates[0]!.pop()
    const faulty = await run(
      [metres, open, square('99999', 104, 22), square(null, 104, 22), { type: 'Feature', geometry: null }],
      '--apply',
    )
    assert.equal(faulty.ok, false)
    assert.match(faulty.text, /5 faults, nothing is written/)
    assert.match(faulty.text, /feature 1: a point lies outside Vietnam.*485000/)
    assert.match(faulty.text, /feature 2: a ring is not closed/)
    assert.match(faulty.text, /feature 3: no province or commune has this code/)
    assert.match(faulty.text, /feature 4: it has neither code nor name/)
    assert.match(faulty.text, /feature 5: it has no Polygon/)
    const crs = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3405' } } }
    assert.match((await run([square('02671', 103.9, 22.4)], '--plan', crs)).text, /longitude and latitude of WGS84/)
    const named = square(null, 104.5, 22.3, { name: 'bảo yên', province: 'Lào Cai' })
    const features = [square(2671, 103.9, 22.4), named]
    const planned = await run(features, '--plan')
    assert.match(planned.text, /added: 2/)
    assert.match(planned.text, /without an outline in Tỉnh Lào Cai: 97/)
    assert.doesNotMatch((await get('/toan-canh', officer(lao_cai, 'head'))).text, /class="gd-map"/)
    assert.match((await run(features, '--apply')).text, /outlines: applied/)
    assert.match((await run(features, '--plan')).text, /nothing differs \(2 outlines\)/)
    assert.match((await run([square('02671', 103.8, 22.4)], '--plan')).text, /replaced: 1/)
    const { text } = await get('/toan-canh?ky=2026-6m', officer(lao_cai, 'head'))
    assert.match(text, /class="gd-map"/)
    assert.match(text, new RegExp(`id="ban-do-${ward}" d="M`))
    await assert.rejects(runOutlines([file, '--plan'], at.owner), /--on needs the day/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
