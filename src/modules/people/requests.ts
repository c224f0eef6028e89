/** What the pages of people read from a request: the peer's address, whether it came over HTTPS, where to go next. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { signInPath } from '../../ui/parts/desk-page.tsx'
import type { From } from './sign-in.ts'

/** What the browser and the network say. A header names the peer only where a proxy on this machine wrote it. */
export function fromOf(c: Context<AppEnv>): From {
  const scheme = new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https'
  return { headers: c.req.raw.headers, address: addressOf(c), secure: scheme }
}

function addressOf(c: Context<AppEnv>): string {
  // Without a socket (a request made inside the program) there is no peer.
  const env: unknown = c.env
  const peer = typeof env === 'object' && env && 'incoming' in env ? (getConnInfo(c).remote.address ?? '') : ''
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  const local = peer === '::1' || peer === '127.0.0.1' || peer === '::ffff:127.0.0.1'
  return local && forwarded && /^[\da-f.:]{2,45}$/i.test(forwarded) ? forwarded : peer
}

/** A path on this site, or the worklists: never another host. */
export function safePath(wanted: string | undefined): string {
  const inside = wanted !== undefined && /^\/(?![/\\])[^\s\\]{0,500}$/.test(wanted)
  return inside && !wanted.startsWith(signInPath) ? wanted : '/ban-lam-viec'
}

/** Adds these cookies to the answer. */
export function giveCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
