/** The stylesheet and the islands, made once when first asked for; addresses carry the hash of their content. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync, transformSync } from 'esbuild'

/** A file ready to be sent. */
export interface Asset {
  address: string
  type: string
  body: Buffer
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The sheets in the order they are joined. */
const sheets = [
  'colours',
  'type',
  'page',
  'form',
  'blocks',
  'desk',
  'record',
  'chart',
  'briefing',
  'returns',
  'topical',
  'dialogues',
  'print',
] as const

/** Weights and subsets of Be Vietnam Pro that are used. */
const fonts = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'] as const

function asset(name: string, extension: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { address: `/assets/${name}.${hash}.${extension}`, type, body }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const fontAssets = once(() =>
  fonts.map((font) => {
    const path = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${font}-normal.woff2`
    return { font, asset: asset(font, 'woff2', 'font/woff2', readFileSync(fileURLToPath(import.meta.resolve(path)))) }
  }),
)

const stylesheet = once(() => {
  const joined = sheets.map((sheet) => readFileSync(here(`./styles/${sheet}.css`), 'utf8')).join('\n')
  const addressed = joined.replace(/url\(["']font:([a-z]+-\d+)["']\)/g, (_, name: string) => {
    const found = fontAssets().find((one) => one.font === name)
    if (!found) throw new Error(`The stylesheet names a font that is not served: ${name}`)
    return `url(${found.asset.address})`
  })
  const small = transformSync(addressed, { loader: 'css', minify: true })
  return asset('style', 'css', 'text/css; charset=utf-8', Buffer.from(small.code))
})

const script = once(() => bundle('islands'))

const calculator = once(() => bundle('calculator'))

const offlineWorker = once(() => bundle('offline-worker').body)

/** The worker that keeps pages in the browser; its address never changes, so that a new version replaces the old. */
export function offlineWorkerScript(): Buffer {
  return offlineWorker()
}

function bundle(name: 'islands' | 'calculator' | 'offline-worker'): Asset {
  const built = buildSync({
    entryPoints: [here(`./islands/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  })
  const [file] = built.outputFiles
  if (!file) throw new Error(`The script could not be built: ${name}`)
  return asset(name, 'js', 'text/javascript; charset=utf-8', Buffer.from(file.contents))
}

/** Address of the one stylesheet. */
export function stylesheetAddress(): string {
  return stylesheet().address
}

/** Address of the desk's script. */
export function scriptAddress(): string {
  return script().address
}

/** Address of the calculator's script, the only one of the portal. */
export function calculatorAddress(): string {
  return calculator().address
}

/** Everything served under `/assets/`. */
export function assets(): Asset[] {
  return [stylesheet(), script(), calculator(), ...fontAssets().map((one) => one.asset)]
}
