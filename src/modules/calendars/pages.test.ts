import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { officer, person, smallOffice } from '../../../tests/support/office.ts'
import type { AppEnv } from '../../http/env.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { fixDay, moment } from '../../platform/clock.ts'
import { calendarPages } from './module.ts'

let base: TestDatabase
let app: Hono<AppEnv>
let administrator: Viewer
let handler: Viewer
let viewer: Viewer

before(async () => {
  fixDay('2026-11-20')
  base = await testDatabase()
  const office = await smallOffice(base.owner)
  administrator = await officer(base.db, office.commune, 'administrator', '2026-11-20', 'Trần Văn Quản')
  handler = await officer(base.db, office.commune, 'handler', '2026-11-20')
  app = createFrame({ moment, viewerOf: async () => viewer, officeOf: () => ({ name: 'Xã thử' }) })
  calendarPages(app, base)
})
after(() => base.close())

async function ask(path: string, form?: Record<string, string>) {
  const headers = { host: 'localhost', origin: 'http://localhost' }
  const body = form && new URLSearchParams(form)
  const response = await app.request(`http://localhost${path}`, { method: form ? 'POST' : 'GET', headers, body })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

/** Posts a page's own form: its hidden values and what is typed. */
async function submit(path: string, typed: Record<string, string>) {
  const { html } = await ask(path)
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return ask(path, { ...Object.fromEntries(hidden.map((found) => [found[1], found[2]])), ...typed })
}

test('a citizen signs in first; an officer reads the year, its source and every switch, and is offered no step', async () => {
  viewer = person('2026-11-20')
  assert.match((await ask('/lich-lam-viec')).to, /^\/dang-nhap\?den=/)
  viewer = handler
  const { status, html } = await ask('/lich-lam-viec')
  assert.equal(status, 200)
  assert.match(html, /Lịch làm việc năm 2026/)
  assert.match(html, /13\/01\/2026.*cần kiểm tra lại/s)
  assert.match(html, /01\/01\/2026 nghỉ lễ: Tết Dương lịch/)
  assert.match(html, /10\/01\/2026 làm bù/)
  assert.match(html, /31\/08\/2026 nghỉ hoán đổi/)
  assert.match(html, /Tháng 11 · 21 ngày làm việc/)
  for (const cite of ['NĐ 155/2026 Đ10', 'Luật 136/2025', 'NQ 80-NQ/TW; NQ 30/NQ-CP'])
    assert.ok(html.includes(cite), cite)
  assert.doesNotMatch(html, /decide-day|set-switch/)
  for (const step of ['decide-day', 'set-switch']) {
    assert.equal((await ask(`/lich-lam-viec/${step}`)).status, 404)
    assert.equal((await ask(`/lich-lam-viec/${step}`, { id: 'x' })).status, 404)
  }
  assert.equal((await ask('/lich-lam-viec?nam=2011')).status, 404)
  assert.equal((await ask('/lich-lam-viec?nam=chin')).status, 404)
})

test('an administrator records a day, sees it everywhere, corrects and withdraws it', async () => {
  viewer = administrator
  const form = '/lich-lam-viec/decide-day'
  const typed = { day: '25/11/2026', kept_as: 'free', label: 'Nghỉ bão', decision: 'CĐ 5/CĐ-TTg' }
  const faulty = await submit(form, { ...typed, day: '31/11/2026', decision: '' })
  assert.equal(faulty.status, 422)
  assert.match(faulty.html, /tháng 11 năm 2026 chỉ có 30 ngày/i)
  assert.match(faulty.html, /value="Nghỉ bão"/)
  assert.deepEqual((await submit(form, typed)).to, '/lich-lam-viec?nam=2026')
  const year = await ask('/lich-lam-viec?nam=2026')
  assert.match(year.html, /25\/11\/2026 nghỉ theo quyết định đã ghi: Nghỉ bão/)
  assert.match(year.html, /Tháng 11 · 20 ngày làm việc/)
  const twice = await submit(form, { ...typed, label: 'Lần hai' })
  assert.equal(twice.status, 409)
  assert.match(twice.html, /đã được ghi theo quyết định khác/)
  assert.match(twice.html, /value="Lần hai"/)

  const path = /\/lich-lam-viec\/ngay\/[0-9a-f-]{36}/.exec(year.html)?.[0] ?? ''
  const corrected = { label: 'Nghỉ bão số 9', decision: 'CĐ 5/CĐ-TTg', reason: 'Thiếu số' }
  assert.equal((await submit(`${path}/correct-day`, corrected)).to, path)
  const stale = await ask(`${path}/correct-day`, { ...corrected, label: 'Gõ dở', revision: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.html, /Trần Văn Quản đã làm một bước trên hồ sơ này/)
  assert.match(stale.html, /value="Gõ dở"/)
  const row = await ask(path)
  assert.match(row.html, /Nghỉ bão số 9.*Đang áp dụng.*Diễn biến.*Lý do: Thiếu số/s)
  assert.equal((await submit(`${path}/withdraw-day`, { reason: 'Bão tan' })).to, path)
  assert.match((await ask(path)).html, /Đã rút.*disabled.*không còn áp dụng/s)
  viewer = handler
  assert.equal((await ask(`${path}/withdraw-day`)).status, 404)
  assert.equal((await ask(path)).status, 200)
  assert.match((await ask('/lich-lam-viec')).html, /Tháng 11 · 21 ngày làm việc/)
})

test('a switch is set with its ground, offered no more, and given back', async () => {
  viewer = administrator
  const typed = { switch: 'holiday.culture-day', turned: 'on', ground: 'Luật số 1/2026 Đ1' }
  assert.equal((await submit('/lich-lam-viec/set-switch', typed)).to, '/lich-lam-viec')
  const year = await ask('/lich-lam-viec')
  assert.match(year.html, /24\/11\/2026 nghỉ lễ: Ngày Văn hóa Việt Nam/)
  assert.match(year.html, /Luật số 1\/2026 Đ1/)
  assert.doesNotMatch((await ask('/lich-lam-viec/set-switch')).html, /value="holiday.culture-day"/)
  const path = /\/lich-lam-viec\/quy-dinh\/[0-9a-f-]{36}/.exec(year.html)?.[0] ?? ''
  assert.equal((await submit(`${path}/unset-switch`, { reason: 'Chưa có hiệu lực' })).to, path)
  assert.doesNotMatch((await ask('/lich-lam-viec')).html, /Ngày Văn hóa Việt Nam<span|nghỉ lễ: Ngày Văn hóa/)
})

test('speaks English on the same pages', async () => {
  viewer = { ...administrator, language: 'en' }
  for (const [path, said] of [
    ['/lich-lam-viec', 'Working calendar 2026'],
    ['/lich-lam-viec/decide-day', 'Record a day by decision'],
  ] as const) {
    const { html } = await ask(path)
    assert.ok(html.includes(said), said)
    assert.doesNotMatch(html, /Lịch làm việc|ngày làm việc|Ghi một ngày/)
  }
})
