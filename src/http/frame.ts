/** The frame around every request: who, in which language, within which limits, with which headers. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import type { AppEnv, FrameDeps } from './env.ts'
import { answerProblem, onError } from './errors.tsx'
import { languageOf } from './language.ts'
import { isMultipart } from './pages.ts'
import { staticFiles } from './static.ts'

/** A form without files: 20,000 characters, percent-encoded, several times over. */
export const formBytesMax = 4 * 1024 * 1024

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const

const secured: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
}

function tooLarge(): never {
  throw new HTTPException(413)
}

const formLimit = bodyLimit({ maxSize: formBytesMax, onError: tooLarge })

/** Uploads are limited where they are read: as a stream by the files module, in memory by `readPost`. */
const limited: MiddlewareHandler<AppEnv> = (c, next) => (isMultipart(c) ? next() : formLimit(c, next))

/**
 * An app with everything that surrounds the pages; modules add their routes to it. Static files and what is
 * registered by `before` (health, metrics) need no viewer.
 */
export function createFrame(deps: FrameDeps, before?: (app: Hono<AppEnv>) => void): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(secured)
  app.use(requestId())
  app.use(async (c, next) => {
    c.set('moment', deps.moment())
    await next()
  })
  before?.(app)
  app.route('/', staticFiles())
  app.use(compress())
  app.use(languageOf)
  app.use(async (c, next) => {
    const viewer = await deps.viewerOf(c)
    c.set('viewer', viewer)
    // An officer's account remembers a language; what this browser chose goes before it.
    if (getCookie(c, 'lang') === undefined) c.set('language', viewer.language)
    c.set('office', await deps.officeOf(viewer))
    await next()
  })
  // Behind a proxy that ends TLS our own scheme differs from the browser's: the host alone tells.
  app.use(csrf({ origin: (origin, c) => URL.canParse(origin) && new URL(origin).host === c.req.header('Host') }))
  app.use(limited)
  app.notFound((c) => answerProblem(c, { code: 'not-found', status: 404 }))
  app.onError(onError(deps))
  return app
}
