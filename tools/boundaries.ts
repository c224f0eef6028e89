/** Who may import whom, and the check that nobody imports anything else. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A row: what an area may import beside itself. `types` means `import type` alone; a module's row names files. */
interface Row {
  areas: readonly string[]
  types?: readonly string[]
  /** Another area's files, without extension. */
  files?: readonly string[]
}

/** law ← platform ← modules ← http ← the command line. `ui` is shared by modules and http. */
const areas: Readonly<Record<string, Row>> = {
  law: { areas: [] },
  platform: { areas: ['law'] },
  ui: {
    areas: [],
    types: ['law', 'platform'],
    files: ['platform/text', 'platform/clock', 'platform/input', 'platform/read-form'],
  },
  'ui/islands': { areas: ['law'], types: ['ui'] },
  // What every page handler stands on; nothing there knows a module.
  modules: { areas: ['law', 'platform', 'ui'], files: ['http/env', 'http/pages', 'http/errors', 'http/language'] },
  http: { areas: ['law', 'platform', 'ui', 'modules'] },
  demo: { areas: ['law', 'platform', 'ui', 'modules'] },
  top: { areas: ['law', 'platform', 'ui', 'modules', 'http', 'demo'] },
}

/**
 * The order of the modules: each may read those its row names, all of them before it, so no cycle can arise. To a later
 * module one speaks by a job or a view. Pages (`desk`, `portal`, `pages`) stay inside their module.
 */
const modules: Readonly<Record<string, readonly string[]>> = {
  units: [],
  calendars: ['units'],
  people: ['units', 'calendars'],
  files: [],
  notices: [],
  petitions: ['units', 'calendars', 'people', 'files', 'notices'],
  complaints: ['calendars', 'people', 'notices', 'petitions'],
  feedback: ['units', 'calendars', 'people', 'notices', 'petitions'],
  grievances: ['units', 'people', 'petitions', 'feedback'],
  receptions: ['units', 'calendars', 'people', 'notices', 'petitions'],
  custody: ['units', 'people'],
  denunciations: ['units', 'calendars', 'people', 'files', 'notices', 'petitions', 'feedback', 'receptions', 'custody'],
  books: ['units', 'calendars', 'people', 'files', 'notices', 'petitions'],
  mailings: ['calendars', 'people', 'notices', 'petitions', 'denunciations'],
  imports: ['units', 'people', 'files', 'petitions', 'receptions', 'denunciations'],
  backlog: ['calendars', 'people', 'files', 'notices', 'petitions', 'complaints', 'feedback'],
  hotspots: ['people', 'petitions', 'feedback'],
  commitments: ['units', 'calendars', 'people', 'files', 'notices', 'petitions', 'feedback', 'mailings'],
  dialogues: [
    'units',
    'calendars',
    'people',
    'files',
    'notices',
    'petitions',
    'complaints',
    'feedback',
    'receptions',
    'commitments',
  ],
  conferences: [
    'units',
    'calendars',
    'people',
    'files',
    'notices',
    'petitions',
    'feedback',
    'receptions',
    'mailings',
    'commitments',
  ],
  'topical-reports': ['units', 'calendars', 'people', 'files', 'notices', 'feedback', 'receptions', 'mailings'],
  announcements: ['units', 'notices', 'petitions', 'dialogues', 'conferences'],
  reports: ['units', 'people', 'hotspots'],
  // Reads figures of reports for its goals; reports reads it by postings.
  programmes: [
    'units',
    'calendars',
    'people',
    'files',
    'notices',
    'mailings',
    'petitions',
    'feedback',
    'commitments',
    'dialogues',
    'conferences',
    'reports',
  ],
  narratives: ['units', 'people', 'files', 'notices', 'backlog', 'reports', 'programmes'],
  returns: ['units', 'calendars', 'people', 'files', 'notices', 'imports', 'reports'],
  briefings: ['units', 'people', 'backlog', 'receptions', 'hotspots', 'reports'],
}

/** Files of a module that are its own affair. */
const inner = /\/(desk|portal|pages|[a-z-]*-page|[a-z-]*-pages|[a-z-]*-views?)$/

interface Import {
  from: string
  to: string
  type_only: boolean
}

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** All imports between our own files, as paths below src without extension. Tests may reach for what they test. */
export function readImports(folder: string = root): Import[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !/\.test\.tsx?$/.test(file))
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)(\s+type\b)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
    )
    return [...found].map(([, type, named, lazy]) => ({
      from: strip(file),
      to: strip(relative(folder, join(folder, dirname(file), named ?? lazy ?? ''))),
      type_only: type !== undefined,
    }))
  })
}

const strip = (file: string) => file.replace(/\.(tsx?|json|css)$/, '')

/** The area of a file: its row in the table. */
function areaOf(file: string): string {
  if (file.startsWith('ui/islands/')) return 'ui/islands'
  return file.includes('/') ? (file.split('/')[0] ?? 'top') : 'top'
}

/** Why this import is not allowed; null where it is. */
export function fault({ from, to, type_only }: Import): string | null {
  const area = areaOf(from)
  const target = areaOf(to)
  const row = areas[area]
  if (!row) return `src/${area} has no row in tools/boundaries.ts`
  if (to.startsWith('..')) return `src/${from} reaches outside src (${to})`
  if (area === 'modules' && target === 'modules') return betweenModules(from, to)
  const allowed =
    area === target ||
    row.areas.includes(target) ||
    (type_only && row.types?.includes(target)) ||
    row.files?.includes(to)
  return allowed ? null : `src/${from} may not import src/${to}: ${area} stands below ${target}`
}

function betweenModules(from: string, to: string): string | null {
  const own = from.split('/')[1] ?? ''
  const other = to.split('/')[1] ?? ''
  if (own === other) return null
  const order = Object.keys(modules)
  if (!modules[own]?.includes(other)) {
    return `src/${from} may not import src/${to}: the row of ${own} in tools/boundaries.ts does not name ${other}`
  }
  if (order.indexOf(other) > order.indexOf(own)) return `tools/boundaries.ts: ${other} stands after ${own}`
  return inner.test(to) ? `src/${from} may not import src/${to}: pages stay inside their module` : null
}

/** All faults of the tree. */
export function faults(): string[] {
  return [...new Set(readImports().flatMap((one) => fault(one) ?? []))]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = faults()
  for (const line of found) console.error(line)
  process.exitCode = found.length === 0 ? 0 : 1
}
