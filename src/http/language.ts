/** The language of the page: chosen by `?lang=`, kept in a cookie; Vietnamese first. */
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Language } from '../ui/words/words.ts'
import type { AppEnv } from './env.ts'

const year = 365 * 24 * 60 * 60

function asLanguage(value: string | undefined): Language | null {
  return value === 'vi' || value === 'en' ? value : null
}

/** Sets `c.var.language`; `?lang=en` is remembered and taken out of the address. */
export const languageOf: MiddlewareHandler<AppEnv> = async (c, next) => {
  const asked = asLanguage(c.req.query('lang'))
  c.set('language', asked ?? asLanguage(getCookie(c, 'lang')) ?? 'vi')
  if (asked) {
    setCookie(c, 'lang', asked, { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true })
    if (c.req.method === 'GET') {
      const url = new URL(c.req.url)
      url.searchParams.delete('lang')
      // A path that began with two slashes would lead to another host.
      return c.redirect(url.pathname.replace(/^\/+/, '/') + url.search, 303)
    }
  }
  await next()
}
