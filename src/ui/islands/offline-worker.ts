/**
 * The desk's worker in the browser: pages that say so (`X-Keep-Page`) can be opened again without a network, and a form that
 * cannot be sent is answered by a sentence. Signing out, or being asked to sign in, removes every page that was kept.
 */

/** What a worker's scope offers; the types of a page's window are loaded everywhere else. */
interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const scope: Scope = self as never

const pages = 'pages'
const assets = 'assets'
const awayPage = '/ngoai-mang'
const signIn = '/dang-nhap'
const signOut = '/dang-xuat'

/** A page is of use for as long as a return is being filled in. */
const daysKept = 7

scope.addEventListener('install', (event) => {
  event.waitUntil(keep(awayPage, assets).then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim())
})

// The page that brought the worker was loaded before it: it asks to be kept.
scope.addEventListener('message', (event) => {
  const { keep: address } = (event.data ?? {}) as { keep?: unknown }
  if (typeof address === 'string' && new URL(address).origin === scope.location.origin)
    event.waitUntil(keep(address, pages))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== scope.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate') event.respondWith(navigate(event, url))
})

async function asset(request: Request): Promise<Response> {
  const found = await caches.match(request, { cacheName: assets, ignoreVary: true })
  return found ?? fetch(request)
}

async function navigate(event: Fetching, url: URL): Promise<Response> {
  const { request } = event
  if (url.pathname === signIn || url.pathname === signOut) await caches.delete(pages)
  try {
    const answer = await fetch(request)
    // A network that breaks off while the page is being kept must not take the page away.
    if (request.method === 'GET' && mayKeep(answer))
      event.waitUntil(put(url.href, answer.clone(), pages).catch(() => undefined))
    return answer
  } catch {
    return withoutNetwork(request, url)
  }
}

/** The kept page; for a form that could not be sent the kept page that it stands on, which tells by `#chua-gui`. */
async function withoutNetwork(request: Request, url: URL): Promise<Response> {
  const sends = request.method !== 'GET'
  const found = await caches.match(sends ? request.referrer : url.href, { cacheName: pages, ignoreVary: true })
  if (found && isYoung(found)) return sends ? Response.redirect(`${request.referrer}#chua-gui`, 303) : found
  const away = await caches.match(awayPage, { cacheName: assets })
  return away ? new Response(await away.text(), { status: 503, headers: away.headers }) : Response.error()
}

const mayKeep = (answer: Response) => answer.status === 200 && answer.headers.has('X-Keep-Page')

const isYoung = (kept: Response) =>
  Date.now() - Date.parse(kept.headers.get('Date') ?? '') < daysKept * 24 * 60 * 60 * 1000

async function keep(address: string, into: string): Promise<void> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (answer.status === 200 && !answer.redirected && (into === assets || mayKeep(answer)))
    await put(address, answer, into)
}

/** Keeps a page after the style sheet, script and fonts that it needs: one that is kept is whole. */
async function put(address: string, answer: Response, into: string): Promise<void> {
  const text = await answer.text()
  await Promise.all(addressesIn(text).map(putAsset))
  await (await caches.open(into)).put(address, new Response(text, { headers: answer.headers }))
}

const addressesIn = (text: string) => [...new Set(text.match(/\/assets\/[\w.-]+/g) ?? [])]

async function putAsset(address: string): Promise<void> {
  const store = await caches.open(assets)
  if (await store.match(address)) return
  const answer = await fetch(address)
  if (!answer.ok) return
  const inner = address.endsWith('.css') ? addressesIn(await answer.clone().text()) : []
  await store.put(address, answer)
  await Promise.all(inner.map(putAsset))
}
