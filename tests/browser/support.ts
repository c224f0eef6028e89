/** A real browser for tests: Chromium from npm, driven by playwright-core. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** How the page is looked at. */
export interface Look {
  javaScript?: boolean
  width?: number
  height?: number
  language?: 'vi' | 'en'
  colorScheme?: 'light' | 'dark'
  /** As on paper. */
  print?: boolean
}

// Without these a closed network is asked again and again; a sandbox cannot be had by root in a container.
const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

let running: Promise<{ browser: Browser; folder: string }> | null = null

/** One browser a test process; closed by `closeBrowser`. */
async function start(): Promise<{ browser: Browser; folder: string }> {
  const { setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const unpacked = await unpack()
  setupLambdaEnvironment(join(unpacked, 'al2023', 'lib'))
  const folder = await mkdtemp(join(tmpdir(), 'gandan-browser-'))
  const browser = await chromium.launch({
    executablePath: join(unpacked, 'chromium'),
    headless: true,
    args: flags,
    // playwright wants strings only; what is undefined is not there.
    env: { ...process.env, TMPDIR: folder, HOME: folder } as Record<string, string>,
  })
  return { browser, folder }
}

/**
 * The unpacked browser and its libraries, in a folder named for the version and the user. The package unpacks into
 * TMPDIR and reuses whatever lies there; so it gets an empty one, and the finished folder is put in place at once.
 */
async function unpack(): Promise<string> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const root = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const place = join(tmpdir(), `gandan-chromium-${version}-${userInfo().uid}`)
  if (existsSync(place)) return place
  const fresh = await mkdtemp(`${place}-`)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = fresh
  try {
    await packed.executablePath()
    if (!existsSync(join(fresh, 'al2023'))) await inflate(join(root, 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    await rename(fresh, place)
  } catch {
    await rm(fresh, { recursive: true, force: true })
  }
  return place
}

/** Opens the address and hands the page over; everything is closed afterwards. */
export async function withPage<T>(
  url: string,
  look: Look,
  run: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  running ??= start()
  const { browser } = await running
  const context = await browser.newContext({
    javaScriptEnabled: look.javaScript ?? true,
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.colorScheme ?? 'light',
    locale: look.language === 'en' ? 'en-GB' : 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  try {
    if (look.language) await context.addCookies([{ name: 'lang', value: look.language, url }])
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    if (look.print) await page.emulateMedia({ media: 'print' })
    await page.goto(url)
    return await run(page, context)
  } finally {
    await context.close()
  }
}

/** Closes the browser and removes its folder; call in `after`. */
export async function closeBrowser(): Promise<void> {
  const started = await running?.catch(() => null)
  running = null
  await started?.browser.close()
  if (started) await rm(started.folder, { recursive: true, force: true })
}

/** One thing axe found wrong. */
export interface Violation {
  id: string
  help: string
  where: string[]
}

/**
 * What axe-core finds. It runs in an isolated world, so that the page's own policy stays as strict as it is;
 * a page opened without JavaScript cannot be asked.
 */
export async function axe(page: Page): Promise<Violation[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    })
    await session.send('Runtime.evaluate', { expression: source, contextId: executionContextId })
    const asked = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map((v) =>
        ({ id: v.id, help: v.help, where: v.nodes.map((n) => n.target.join(' ') + ': ' + n.failureSummary) }))))`,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (asked.exceptionDetails) throw new Error(`axe failed: ${JSON.stringify(asked.exceptionDetails)}`)
    return JSON.parse(String(asked.result.value)) as Violation[]
  } finally {
    await session.detach()
  }
}

/** Does the page scroll sideways? It must not, at any width from 320 px. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const box = await page.locator('html').evaluate((html) => ({ wide: html.scrollWidth, seen: html.clientWidth }))
  return box.wide > box.seen
}

/** Writes a picture of the whole page to `tmp/shots/<name>.png`, to be looked at. */
export async function shot(page: Page, name: string): Promise<string> {
  await mkdir('tmp/shots', { recursive: true })
  const path = `tmp/shots/${name}.png`
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path, fullPage: true })
  return path
}
