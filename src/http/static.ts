/** Files that never change under their address: the stylesheet, the islands, the fonts. */
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { assets, offlineWorkerScript } from '../ui/assets.ts'

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#7a1216"/><path fill="#fff" d="m16 7 1.6 5.2 4.8-2.6-2.6 4.8L25 16l-5.2 1.6 2.6 4.8-4.8-2.6L16 25l-1.6-5.2-4.8 2.6 2.6-4.8L7 16l5.2-1.6-2.6-4.8 4.8 2.6z"/></svg>'

/** Routes of all assets, compressed once. */
export function staticFiles(): Hono {
  const app = new Hono()
  for (const { address, type, body } of assets()) {
    const text = type.startsWith('text/')
    const small = text ? gzipSync(body, { level: 9 }) : null
    app.get(address, (c) => {
      const zipped = small !== null && /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      if (text) c.header('Vary', 'Accept-Encoding')
      if (zipped) c.header('Content-Encoding', 'gzip')
      return c.body(new Uint8Array(zipped ? small : body))
    })
  }
  app.get('/favicon.svg', (c) => {
    c.header('Cache-Control', 'public, max-age=86400')
    return c.body(icon, 200, { 'Content-Type': 'image/svg+xml' })
  })
  app.get('/ngoai-mang.js', (c) => {
    c.header('Cache-Control', 'no-cache')
    return c.body(new Uint8Array(offlineWorkerScript()), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
  })
  app.get('/robots.txt', (c) =>
    c.text('User-agent: *\nDisallow: /ban-lam-viec\nDisallow: /ho-so\nDisallow: /tra-cuu\n'),
  )
  return app
}
