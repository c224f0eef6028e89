/** The frame around requests: headers, language, limits, forgery, errors in words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { NotOpen, Stale, WrongInput } from '../platform/actions/errors.ts'
import { clockViewer } from '../platform/actions/viewer.ts'
import { longText } from '../platform/input.ts'
import { assets } from '../ui/assets.ts'
import { PortalPage } from '../ui/parts/portal-page.tsx'
import { createFrame, formBytesMax } from './frame.ts'
import { frameOf, readPost, renderPage } from './pages.ts'

const on = Temporal.PlainDate.from('2026-11-20')
const at = Temporal.Instant.from('2026-11-20T02:00:00Z')

function app() {
  const frame = createFrame({
    moment: () => ({ on, at }),
    viewerOf: async (c) => ({ ...clockViewer(on), via: 'portal', language: c.var.language }),
    officeOf: () => ({ name: 'Ủy ban nhân dân phường Cam Đường' }),
    refusal: (code) => (code === 'not-in-this-state' ? 'Hồ sơ đã thụ lý rồi.' : null),
  })
  frame.get('/page', (c) => renderPage(c, <PortalPage frame={frameOf(c)} title="Trang" children={<h1>Trang</h1>} />))
  frame.post('/page', async (c) => {
    const read = await readPost(c, z.object({ content: longText() }))
    return c.json(read.ok ? { ok: true, length: read.data.content.length } : { ok: false, errors: read.errors })
  })
  frame.get('/throws/:what', (c) => {
    const what = c.req.param('what')
    if (what === 'not-open') throw new NotOpen('not-in-this-state', 'LKN 2011 Đ27')
    if (what === 'hidden') throw new NotOpen('not-yours', '', 404)
    if (what === 'stale') throw new Stale('Lê Thị Hoa', at, 'accept')
    if (what === 'input') throw new WrongInput([{ field: 'content', code: 'required' }])
    throw new Error('secret of the database')
  })
  frame.get('/api/throws', () => {
    throw new NotOpen('not-in-this-state')
  })
  return frame
}

const form = (body: string, origin: string | null = 'http://localhost') => ({
  method: 'POST',
  body,
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Host: 'localhost',
    ...(origin ? { Origin: origin } : {}),
  },
})

test('a page is whole, closed to scripts and frames, and kept by no cache', async () => {
  const answer = await app().request('/page')
  const html = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(html, /^<!DOCTYPE html><html lang="vi"/)
  assert.match(html, /<title>Trang – Ủy ban nhân dân phường Cam Đường<\/title>/)
  assert.doesNotMatch(html, /<script/)
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff')
  assert.equal(answer.headers.get('Cache-Control'), 'no-store')
  assert.match(answer.headers.get('X-Request-Id') ?? '', /^[\w-]{8,}$/)
})

test('the language is asked once, remembered, and taken out of the address', async () => {
  const asked = await app().request('/page?a=1&lang=en')
  assert.equal(asked.status, 303)
  assert.equal(asked.headers.get('Location'), '/page?a=1')
  assert.match(asked.headers.get('Set-Cookie') ?? '', /^lang=en;.*HttpOnly.*SameSite=Lax/)
  const english = await app().request('/page', { headers: { Cookie: 'lang=en' } })
  assert.match(await english.text(), /<html lang="en".*Skip to main content/s)
  const odd = await app().request('/page?lang=%3Cscript%3E')
  assert.match(await odd.text(), /<html lang="vi"/)
  const away = await app().request('http://localhost//evil.example/?lang=en')
  assert.doesNotMatch(away.headers.get('Location') ?? '', /^\/\//)
})

test('a form is taken from our pages and from nowhere else', async () => {
  assert.equal((await app().request('/page', form('content=xin+chao'))).status, 200)
  const foreign = await app().request('/page', form('content=xin', 'https://evil.example'))
  assert.equal(foreign.status, 403)
  assert.match(await foreign.text(), /Không làm được việc này/)
  assert.equal((await app().request('/page', form('content=xin', null))).status, 403)
})

test('200 kB of text is a fault of the field, a body without end is refused in words', async () => {
  const long = await app().request('/page', form(`content=${encodeURIComponent('đ'.repeat(100_000))}`))
  assert.equal(long.status, 200)
  const read = z.object({ errors: z.array(z.object({ code: z.string() })) }).parse(await long.json())
  assert.equal(read.errors[0]?.code, 'too-long')
  const huge = form(`content=${'x'.repeat(formBytesMax)}`)
  const refused = await app().request('/page', {
    ...huge,
    headers: { ...huge.headers, 'Content-Length': String(huge.body.length) },
  })
  assert.equal(refused.status, 413)
  assert.match(await refused.text(), /Phần gửi lên nặng quá/)
})

test('errors speak: a lawful no, a stale form, a missing page, a bug that tells nothing', async () => {
  const refused = await app().request('/throws/not-open')
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Hồ sơ đã thụ lý rồi\./)
  assert.equal((await app().request('/throws/hidden')).status, 404)
  assert.equal((await app().request('/nothing')).status, 404)
  const stale = await app().request('/throws/stale')
  assert.equal(stale.status, 409)
  assert.match(await stale.text(), /Lê Thị Hoa .*20\/11\/2026 09:00/)
  assert.equal((await app().request('/throws/input')).status, 422)
  const bug = await app().request('/throws/bug')
  const html = await bug.text()
  assert.equal(bug.status, 500)
  assert.doesNotMatch(html, /secret of the database/)
  assert.ok(html.includes(bug.headers.get('X-Request-Id') ?? 'none'))
  assert.match(bug.headers.get('Content-Security-Policy') ?? '', /default-src 'none'/)
  const api = await app().request('/api/throws')
  assert.equal(api.status, 409)
  assert.match(api.headers.get('Content-Type') ?? '', /json/)
})

test('assets never change under their address and weigh little', async () => {
  for (const { address, type } of assets()) {
    const answer = await app().request(address, { headers: { 'Accept-Encoding': 'gzip' } })
    assert.equal(answer.status, 200, address)
    assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/)
    const bytes = (await answer.arrayBuffer()).byteLength
    if (type.startsWith('text/css')) assert.ok(bytes <= 12_000, `stylesheet ${bytes}`)
    if (type.startsWith('text/javascript')) assert.ok(bytes <= 20_000, `islands ${bytes}`)
  }
})
