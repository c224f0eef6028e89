/** A stocktake: its list is fixed, each record gets one finding, the head closes it when none is left. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createFrame } from '../../src/http/frame.ts'
import { checkOff, findingId } from '../../src/modules/backlog/check-off.ts'
import { closeStocktake } from '../../src/modules/backlog/close-stocktake.ts'
import { correctFinding } from '../../src/modules/backlog/correct-finding.ts'
import { pages } from '../../src/modules/backlog/module.ts'
import { openStocktake } from '../../src/modules/backlog/open-stocktake.ts'
import { stocktakeById, stocktakeItems, stocktakesOf } from '../../src/modules/backlog/stocktake-reads.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay, moment } from '../../src/platform/clock.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { officer } from '../support/office.ts'
import { openTown, type Town } from '../support/town.ts'

let town: Town
before(async () => {
  fixDay('2026-11-20')
  town = await openTown()
})
after(() => town.t.close())

const today = '2026-11-20'
const seen = (viewer: Viewer): Viewer => ({ ...viewer, on: Temporal.PlainDate.from(today) })
const scope = { title: 'Rà soát quý IV', kinds: [], days_min: 91 }

test('the list is that of its day; findings are noted once and mended with a reason; closed only when none is left', async () => {
  const id = uuidv7()
  await town.closed('list-has-records', openStocktake, town.head, id, today, scope)
  const old = [await town.recorded('2026-03-02'), await town.recorded('2026-08-21')]
  const young = await town.recorded('2026-08-22')
  await town.closed('not-yours', openStocktake, town.handler, id, today, scope)
  await town.closed('not-yours', openStocktake, town.neighbour_head, id, today, scope)
  await town.closed('list-has-records', openStocktake, town.head, id, today, { ...scope, kinds: ['complaint'] })
  await town.take(openStocktake, town.head, id, today, scope)
  // What grows old afterwards is not on it.
  const later = await town.recorded('2026-03-03')
  const row = await stocktakeById(seen(town.head), town.t.db.pool, town.office.commune, id)
  const listed = await stocktakeItems(seen(town.head), town.t.db.pool, row!)
  assert.deepEqual(
    listed.map((item) => item.id),
    old,
  )
  const about = (record_id: string, more: object = {}) => ({
    stocktake_id: id,
    record_id,
    finding: 'needs-plan',
    note: 'Chờ bản đồ gốc',
    ...more,
  })
  const [first, second] = [old[0]!, old[1]!]
  const at = (record_id: string) => findingId(id, record_id)
  await town.closed('not-yours', checkOff, town.neighbour_head, at(first), today, about(first))
  await town.closed('not-yours', checkOff, town.handler, at(young), today, about(young))
  await town.closed('not-yours', checkOff, town.handler, at(later), today, about(later))
  await town.closed('not-yours', checkOff, town.handler, uuidv7(), today, about(first))
  await town.take(checkOff, town.handler, at(first), today, about(first))
  await town.closed('not-yours', checkOff, town.other_handler, at(first), today, about(first))
  await town.faulty('reason: required', correctFinding, town.handler, at(first), today, {
    finding: 'carry-out',
    note: 'x',
  })
  const mended = { finding: 'carry-out', note: 'Chỉ còn chi trả', reason: 'Ghi nhầm' }
  await town.take(correctFinding, town.other_handler, at(first), today, mended)
  await town.closed('every-record-is-checked', closeStocktake, town.head, id, today, { result: 'Xong' })
  await town.take(checkOff, town.desk, at(second), today, about(second))
  await town.closed('not-yours', closeStocktake, town.handler, id, today, { result: 'Xong' })
  await town.faulty('result: required', closeStocktake, town.head, id, today, {})
  await town.take(closeStocktake, town.head, id, today, { result: 'Hai việc: một cần kế hoạch, một chỉ còn thi hành' })
  await town.closed('not-in-this-state', closeStocktake, town.head, id, today, { result: 'Nữa' })
  await town.closed('stocktake-is-open', correctFinding, town.handler, at(first), today, mended)
  const items = await stocktakeItems(seen(town.head), town.t.db.pool, row!)
  assert.deepEqual(
    items.map((item) => item.finding),
    ['carry-out', 'needs-plan'],
  )
})

test('the unit and those above see it, nobody else; its pages lead from the list to a finding', async () => {
  const pool = town.t.db.pool
  const id = uuidv7()
  await town.take(openStocktake, town.head, id, today, { ...scope, title: 'Rà soát lần hai', days_min: 0 })
  assert.equal((await stocktakesOf(seen(town.handler), pool, 'own')).length, 2)
  assert.equal((await stocktakesOf(seen(town.province_head), pool, 'below')).length, 2)
  const supervisor = await officer(town.t.db, town.office.commune, 'front-supervisor', today)
  for (const stranger of [seen(town.neighbour_head), supervisor]) {
    assert.deepEqual(await stocktakesOf(stranger, pool, { unit_id: town.office.commune }), [])
    assert.equal(await stocktakeById(stranger, pool, town.office.commune, id), null)
  }
  const as = (viewer: Viewer) => {
    const app = createFrame({ moment, viewerOf: async () => seen(viewer), officeOf: () => ({ name: 'Phường' }) })
    pages(app, { db: town.t.db })
    return app
  }
  const path = `/ton-dong/ra-soat/${town.office.commune}/${id}`
  assert.equal((await as(town.head).request('/ton-dong/ra-soat')).status, 200)
  assert.equal((await as(town.head).request('/ton-dong/ra-soat/open-stocktake')).status, 200)
  assert.equal((await as(town.handler).request('/ton-dong/ra-soat/open-stocktake')).status, 404)
  assert.match(await (await as(town.province_head).request(path)).text(), /0 trên 4 việc/)
  assert.equal((await as(town.neighbour_head).request(path)).status, 404)
  const row = await stocktakeById(seen(town.head), pool, town.office.commune, id)
  const record = row!.items[0]!.id
  const check = `${path}/${record}/check-off`
  const form = await (await as(town.handler).request(check)).text()
  assert.match(form, new RegExp(findingId(id, record)))
  assert.equal((await as(town.province_head).request(check)).status, 404)
  const posted = await as(town.handler).request(check, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      Origin: 'http://localhost',
    },
    body: new URLSearchParams({ id: findingId(id, record), finding: 'settle-now', note: 'Hẹn 25/11' }),
  })
  assert.equal(posted.status, 303)
  assert.match(await (await as(town.handler).request(path)).text(), /Giải quyết được ngay: Hẹn 25\/11/)
})
