/**
 * The 34 provinces since 01/07/2025 as drawn shapes: the outlines of the former 63 (`@svg-maps/vietnam`, CC BY 4.0),
 * grouped by what they became, with fewer points. For an overview on a page, not for measuring.
 */
import vietnam from '@svg-maps/vietnam'

/** Width and height of the drawing, in its own units. */
export const mapSize = { width: 812, height: 873 } as const

/** Province code since 01/07/2025 → the outlines of the package that it is made of. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  '01': ['hanoi'],
  '04': ['caobang'],
  '08': ['hagiang', 'tuyenquang'],
  '11': ['dienbien'],
  '12': ['laichau'],
  '14': ['sonla'],
  '15': ['laocai', 'yenbai'],
  '19': ['backan', 'thainguyen'],
  '20': ['langson'],
  '22': ['quangninh'],
  '24': ['bacgiang', 'bacninh'],
  '25': ['hoabinh', 'phutho', 'vinhphuc'],
  '31': ['haiduong', 'haiphong'],
  '33': ['hungyen', 'thaibinh'],
  '37': ['hanam', 'namdinh', 'ninhbinh'],
  '38': ['thanhhoa'],
  '40': ['nghean'],
  '42': ['hatinh'],
  '44': ['quangbinh', 'quangtri'],
  '46': ['tthue'],
  '48': ['danang', 'quangnam', 'hoangsa'],
  '51': ['kontum', 'quangngai'],
  '52': ['binhdinh', 'gialai'],
  '56': ['khanhhoa', 'ninhthuan', 'truongsa'],
  '66': ['daklak', 'phuyen'],
  '68': ['binhthuan', 'daknong', 'lamdong'],
  '75': ['binhphuoc', 'dongnai'],
  '79': ['baria', 'binhduong', 'hcm'],
  '80': ['longan', 'tayninh'],
  '82': ['dongthap', 'tiengiang'],
  '86': ['bentre', 'travinh', 'vinhlong'],
  '91': ['angiang', 'kiengiang'],
  '92': ['cantho', 'haugiang', 'soctrang'],
  '96': ['baclieu', 'camau'],
}

// The package's types say CommonJS, its file is a module: what is imported is the map itself.
const { locations } = vietnam as unknown as { locations: readonly { id: string; path: string }[] }

type Point = readonly [x: number, y: number]

/** Where the names of the archipelagos stand on the drawing. */
export const archipelagos = [
  { name: 'Hoàng Sa', x: 598, y: 362 },
  { name: 'Trường Sa', x: 690, y: 632 },
] as const

/** Archipelagos are drawn however small their islands are. */
const keptWhole: readonly string[] = ['hoangsa', 'truongsa']

let drawn: ReadonlyMap<string, string> | null = null

/** Province code → the `d` of one SVG path with all its outlines. Worked out once, at first use. */
export function provinceShapes(): ReadonlyMap<string, string> {
  drawn ??= new Map(
    Object.entries(madeOf).map(([code, names]) => [code, names.map((name) => outlineOf(name)).join('')]),
  )
  return drawn
}

function outlineOf(name: string): string {
  const location = locations.find((one) => one.id === name)
  if (!location) throw new Error(`no outline of ${name} on the map`)
  const whole = keptWhole.includes(name)
  return ringsOf(location.path)
    .filter((ring) => whole || extent(ring) >= 1.5)
    .map((ring) => (whole ? ring : simplified(ring, 0.6)))
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('')
}

function extent(ring: readonly Point[]): number {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

/** How many numbers a command takes, and which two of them are where it ends. */
const taken: Readonly<Record<string, number>> = { m: 2, l: 2, c: 6, z: 0 }

/** Closed rings of a path of moves, lines and curves; a curve counts as the line to its end. */
function ringsOf(path: string): Point[][] {
  const rings: Point[][] = []
  let at: Point = [0, 0]
  let command = 'M'
  let numbers: number[] = []
  for (const token of path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? []) {
    if (/^[a-zA-Z]$/.test(token)) {
      command = token
      numbers = []
      if (command.toLowerCase() === 'z') at = rings.at(-1)?.[0] ?? at
      continue
    }
    numbers.push(Number(token))
    const wanted = taken[command.toLowerCase()]
    if (wanted === undefined) throw new Error(`the map draws with ${command}, which is not read here`)
    if (numbers.length < wanted) continue
    const [x = 0, y = 0] = numbers.slice(-2)
    at = command === command.toLowerCase() ? [at[0] + x, at[1] + y] : [x, y]
    if (command === 'm' || command === 'M') {
      rings.push([at])
      command = command === 'm' ? 'l' : 'L'
    } else rings.at(-1)?.push(at)
    numbers = []
  }
  return rings.filter((ring) => ring.length > 2)
}

/** Fewer points of a ring, none farther than `by` from where it was (Douglas and Peucker). */
function simplified(ring: readonly Point[], by: number): Point[] {
  const kept = new Set([0, ring.length - 1])
  const stretches: [number, number][] = [[0, ring.length - 1]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [first, last] = stretch
    let farthest = 0
    let distance = by
    for (let index = first + 1; index < last; index++) {
      const away = distanceFrom(ring[index]!, ring[first]!, ring[last]!)
      if (away > distance) [farthest, distance] = [index, away]
    }
    if (farthest === 0) continue
    kept.add(farthest)
    stretches.push([first, farthest], [farthest, last])
  }
  return ring.filter((_, index) => kept.has(index))
}

function distanceFrom([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** All codes of the map, and each outline of the package once: for the test. */
export function usedOutlines(): { codes: string[]; outlines: string[]; all: string[] } {
  return {
    codes: Object.keys(madeOf),
    outlines: Object.values(madeOf).flat(),
    all: locations.map((one) => one.id),
  }
}
