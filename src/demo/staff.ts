/** The officers of the demonstration: who holds what, from when until when, and what a visitor can see as each. */
import type { PositionKind } from '../modules/people/position.ts'
import { officerOf } from './names.ts'
import { type Office, offices, spoken } from './offices.ts'
import { chanceOf, idAt } from './random.ts'

/** One password for all of them: these data are a demonstration, and the page says so. */
export const password = 'gandan-2026'

/** One passphrase for the keys of those who have one: it opens sealed letters that are invented. */
export const passphrase = 'gạo trắng nước trong bếp ấm'

/** A person who may sign in. */
export interface Officer {
  /** The sign-in name. */
  key: string
  name: string
}

/** What somebody holds. `unit`: an office's or an added body's key, or `country`. */
export interface Post {
  officer: string
  unit: string
  kind: PositionKind
  title: string
  from_on: string
  until_on: string | null
}

/** The day on which the first officers of the demonstration begin. */
export const begins = '2025-05-01'
const titles = {
  province: ['Chủ tịch Ủy ban nhân dân', 'Phó Chủ tịch Ủy ban nhân dân'],
  district: ['Chủ tịch Ủy ban nhân dân', 'Phó Chủ tịch Ủy ban nhân dân'],
  commune: ['Chủ tịch Ủy ban nhân dân', 'Phó Chủ tịch Ủy ban nhân dân'],
} as const

/** Old communes whose officers went on in the new one. */
const wentOn: Readonly<Record<string, string>> = {
  namcuong: 'camduong',
  tanan: 'ninhkieu',
  'laocai-cu': 'laocai-tinh',
  'cantho-cu': 'cantho',
}

function staffOf(office: Office): { officers: Officer[]; posts: Post[] } {
  const chance = chanceOf(`staff/${office.key}`)
  const officers: Officer[] = []
  const posts: Post[] = []
  const [head, deputy] = titles[office.level]
  const of = spoken(office.name)
  const add = (role: string, kind: PositionKind, title: string, days: { from?: string; until?: string } = {}) => {
    const key = `${role}.${office.key}`
    if (!officers.some((one) => one.key === key)) officers.push({ key, name: officerOf(chance, office.region) })
    posts.push({
      officer: key,
      unit: office.key,
      kind,
      title,
      from_on: days.from ?? office.from,
      until_on: days.until ?? office.until,
    })
  }
  if (office.new_head_on) add('nguyen-chutich', 'head', `${head} ${of}`, { until: office.new_head_on })
  add('chutich', 'head', `${head} ${of}`, office.new_head_on ? { from: office.new_head_on } : {})
  add('phochutich', 'deputy-head', `${deputy} ${of}`)
  add('tiepdan', 'reception-officer', 'Công chức tiếp công dân')
  add('xuly', 'handler', 'Chuyên viên')
  if (office.weight >= 9) add('xuly2', 'handler', 'Chuyên viên')
  if (office.weight >= 5 && !office.until) add('vanthu', 'clerk', 'Văn thư')
  return { officers, posts }
}

/** Officers of an old commune who carry on: the same person, two positions one after the other. */
function mergedStaff(): { officers: Officer[]; posts: Post[] } {
  const all = offices.map((office) => ({ office, ...staffOf(office) }))
  const gone = new Map<string, string>()
  for (const [from, to] of Object.entries(wentOn))
    for (const role of ['tiepdan', 'xuly']) gone.set(`${role}.${from}`, `${role}.${to}`)
  return {
    officers: all.flatMap((one) => one.officers).filter((one) => !gone.has(one.key)),
    posts: all
      .flatMap((one) => one.posts)
      .map((post) => ({ ...post, officer: gone.get(post.officer) ?? post.officer })),
  }
}

const merged = mergedStaff()
const extra: readonly (Officer & { posts: readonly Omit<Post, 'officer'>[] })[] = [
  {
    key: 'quantri',
    name: 'Phạm Minh Quản',
    posts: [{ unit: 'country', kind: 'administrator', title: 'Quản trị hệ thống', from_on: begins, until_on: null }],
  },
  {
    key: 'thanhtra.tw',
    name: 'Đỗ Thị Tổng',
    posts: [
      {
        unit: 'country',
        kind: 'clerk',
        title: 'Chuyên viên tổng hợp, Thanh tra Chính phủ',
        from_on: begins,
        until_on: null,
      },
    ],
  },
  {
    key: 'mattran.camduong',
    name: 'Lù Thị Dung',
    posts: [
      {
        unit: 'mattran.camduong',
        kind: 'head',
        title: 'Chủ tịch Ủy ban Mặt trận Tổ quốc phường',
        from_on: '2025-07-01',
        until_on: null,
      },
      {
        unit: 'camduong',
        kind: 'front-supervisor',
        title: 'Cán bộ Mặt trận giám sát',
        from_on: '2025-07-01',
        until_on: null,
      },
    ],
  },
  // Two, so that a key can be recovered together and by neither alone.
  ...['Vàng Thị Khóa', 'Nông Văn Giữ'].map((name, index) => ({
    key: `giukhoa${index + 1}.camduong`,
    name,
    posts: [
      {
        unit: 'camduong',
        kind: 'custodian' as const,
        title: 'Người giữ khóa hồ sơ riêng',
        from_on: '2025-07-01',
        until_on: null,
      },
    ],
  })),
  ...['laocai-tinh', 'cantho'].flatMap((under) =>
    ['so-nnmt', 'so-xd'].flatMap((body) => departmentStaff(`${body}.${under}`, under)),
  ),
]

function departmentStaff(unit: string, under: string) {
  const chance = chanceOf(`staff/${unit}`)
  const region = under === 'cantho' ? 'delta' : 'north-west'
  const days = { from_on: '2025-07-02', until_on: null }
  return [
    {
      key: `giamdoc.${unit}`,
      name: officerOf(chance, region),
      posts: [{ unit, kind: 'head' as const, title: 'Giám đốc', ...days }],
    },
    {
      key: `tiepdan.${unit}`,
      name: officerOf(chance, region),
      posts: [
        { unit, kind: 'reception-officer' as const, title: 'Công chức tiếp công dân', ...days },
        { unit, kind: 'handler' as const, title: 'Chuyên viên', ...days },
      ],
    },
  ]
}

/** Everybody who may sign in. */
export const officers: readonly Officer[] = [...merged.officers, ...extra.map(({ key, name }) => ({ key, name }))]

/** All positions. */
export const posts: readonly Post[] = [
  ...merged.posts,
  ...extra.flatMap((one) => one.posts.map((post) => ({ officer: one.key, ...post }))),
]

/** The id of an officer's account. */
export function accountIdOf(key: string): string {
  return idAt(Temporal.Instant.from('2025-04-30T01:00:00Z'), `account/${key}`)
}

/** Who holds a post of this kind in a unit on a day, one of several by `nth`; empty where nobody does. */
export function holderOn(unit: string, kind: PositionKind, on: Temporal.PlainDate, nth = 0): string {
  const day = on.toString()
  const held = posts.filter(
    (post) =>
      post.unit === unit &&
      post.kind === kind &&
      post.from_on <= day &&
      (post.until_on === null || day < post.until_on),
  )
  return held[nth % Math.max(held.length, 1)]?.officer ?? ''
}

const line = (sign_in_name: string, what: string) => ({ sign_in_name, password, what })

/** The short list that the start prints. */
export const accounts: readonly { sign_in_name: string; password: string; what: string }[] = [
  line('tiepdan.camduong', 'tiếp công dân, phường Cam Đường: nhận đơn, lượt tiếp, hồ sơ riêng / reception desk'),
  line('xuly.camduong', 'thụ lý hồ sơ, phường Cam Đường: việc của tôi / handler'),
  line('chutich.camduong', 'Chủ tịch phường Cam Đường: chờ ký, quyết định / head'),
  line('vanthu.camduong', 'văn thư, phường Cam Đường: gửi, báo cáo / clerk'),
  line('tiepdan.laocai-tinh', 'tiếp công dân, tỉnh Lào Cai / reception desk of the province'),
  line('chutich.laocai-tinh', 'Chủ tịch tỉnh Lào Cai: báo cáo tỉnh / head of the province'),
  line('chutich.ninhkieu', 'Chủ tịch phường Ninh Kiều, Cần Thơ / head of another commune'),
  line('thanhtra.tw', 'Thanh tra Chính phủ: báo cáo cả nước / reports of the country'),
  line('giukhoa1.camduong', 'người giữ khóa, phường Cam Đường: đề nghị cấp khóa / custodian of keys'),
  line('mattran.camduong', 'Mặt trận giám sát, phường Cam Đường / Front supervisor'),
  line('quantri', 'quản trị: đơn vị, tài khoản / administrator'),
]
