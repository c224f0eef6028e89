/** The bodies of the demonstration: two provinces deep, their old communes and districts until 30/06/2025, departments, Front. */
import type { Region } from './names.ts'

/** A territory that keeps a register in the demonstration. */
export interface Office {
  key: string
  /** As the tree knows it on `from`. */
  name: string
  level: 'province' | 'district' | 'commune'
  code: string | null
  /** Name of the body above, to tell two of one name apart. */
  above: string | null
  from: string
  /** First day without it; null: it stands. */
  until: string | null
  region: Region
  /** How much work there is, relative to the others. */
  weight: number
  /** Villages and quarters, as addresses name them. */
  hamlets: readonly string[]
  roads: readonly string[]
  remote: boolean
  /** First day of the second head within the eighteen months. */
  new_head_on: string | null
}

const merged = '2025-07-01'
const treeBegins = '2025-05-01'

interface Described {
  code?: string
  above?: string
  weight?: number
  hamlets: string
  roads?: string
  remote?: boolean
  new_head_on?: string
}

function commune(key: string, name: string, region: Region, told: Described): Office {
  const list = (text: string) => text.split(',').map((part) => part.trim())
  return {
    key,
    name,
    level: 'commune',
    code: told.code ?? null,
    above: told.above ?? null,
    from: merged,
    until: null,
    region,
    weight: told.weight ?? 4,
    hamlets: list(told.hamlets),
    roads: list(told.roads ?? 'đường liên thôn, đường vào trạm y tế, đường ra chợ'),
    remote: told.remote ?? false,
    new_head_on: told.new_head_on ?? null,
  }
}

const old = (office: Office, level: Office['level'] = 'commune'): Office => ({
  ...office,
  level,
  from: treeBegins,
  until: merged,
})

const province = (office: Office): Office => ({ ...office, level: 'province' })

/** All of them; the first is the one a visitor is led to. */
export const offices: readonly Office[] = [
  commune('camduong', 'Phường Cam Đường', 'north-west', {
    code: '02671',
    weight: 22,
    hamlets:
      'tổ dân phố số 3, tổ dân phố số 5, tổ dân phố số 9, tổ dân phố số 14, tổ dân phố số 21, thôn Dạ 1, thôn Vạch, thôn Làng Nhớn',
    roads: 'đường Hoàng Quốc Việt, đường Trần Hưng Đạo, phố Chiềng On, ngõ 12 đường Bình Minh',
    new_head_on: '2026-03-16',
  }),
  province(
    commune('laocai-tinh', 'Tỉnh Lào Cai', 'north-west', {
      code: '15',
      weight: 9,
      hamlets: 'phường Lào Cai, phường Yên Bái, xã Bảo Yên, xã Văn Bàn, xã Lục Yên',
      roads: 'quốc lộ 70, quốc lộ 4E, quốc lộ 279',
    }),
  ),
  commune('laocai', 'Phường Lào Cai', 'north-west', {
    code: '02647',
    weight: 7,
    hamlets: 'tổ dân phố Cốc Lếu 4, tổ dân phố Kim Tân 11, tổ dân phố Duyên Hải 2, thôn Cầu Xum',
    roads: 'đường Hoàng Liên, phố Sơn Tùng, đường Nhạc Sơn',
  }),
  commune('sapa', 'Phường Sa Pa', 'north-west', {
    code: '03006',
    weight: 6,
    hamlets: 'tổ dân phố Phan Si Păng 2, tổ dân phố Hàm Rồng 1, thôn Suối Hồ, thôn Sả Séng',
    roads: 'đường Thạch Sơn, phố Cầu Mây, đường Điện Biên Phủ',
  }),
  commune('baoyen', 'Xã Bảo Yên', 'north-west', {
    code: '02947',
    weight: 6,
    hamlets: 'bản Mí, thôn Tổng Vương, thôn Múi 3, bản Lự, tổ dân phố 4',
    new_head_on: '2025-12-01',
  }),
  commune('bacha', 'Xã Bắc Hà', 'north-west', {
    code: '02839',
    weight: 4,
    hamlets: 'thôn Na Hối Tày, thôn Bản Phố 2, thôn Sín Chải, thôn Nậm Mòn',
    remote: true,
  }),
  commune('muonghum', 'Xã Mường Hum', 'north-west', {
    code: '02728',
    weight: 3,
    hamlets: 'thôn Ky Quan San, thôn Séo Pờ Hồ, thôn Nậm Pung, thôn Piềng Láo',
    remote: true,
  }),
  commune('vanban', 'Xã Văn Bàn', 'north-west', {
    code: '03082',
    weight: 3,
    hamlets: 'thôn Mạ, thôn Bản Lảng, thôn Noong Dờn, thôn Khe Lếch',
  }),
  commune('yenbai', 'Phường Yên Bái', 'north-west', {
    code: '04252',
    weight: 5,
    hamlets: 'tổ dân phố Hồng Phong, tổ dân phố Yên Ninh 6, tổ dân phố Minh Tân 3',
    roads: 'đường Điện Biên, đường Yên Ninh, phố Hòa Bình',
  }),
  province(
    commune('cantho', 'Thành phố Cần Thơ', 'delta', {
      code: '92',
      weight: 9,
      hamlets: 'phường Ninh Kiều, phường Cái Răng, phường Sóc Trăng, xã Thới Lai, phường Vị Thanh',
      roads: 'quốc lộ 91, quốc lộ 61C, đường Nguyễn Văn Cừ',
      new_head_on: '2026-02-02',
    }),
  ),
  commune('ninhkieu', 'Phường Ninh Kiều', 'delta', {
    code: '31135',
    weight: 14,
    hamlets: 'khu vực 1, khu vực 4, khu vực 6, khu vực 8, hẻm 51 đường 3 Tháng 2',
    roads: 'đường 30 Tháng 4, hẻm 132 Hùng Vương, đường Trần Văn Khéo, đường Mậu Thân',
  }),
  commune('cairang', 'Phường Cái Răng', 'delta', {
    code: '31186',
    weight: 6,
    hamlets: 'khu vực Yên Thuận, khu vực Thạnh Mỹ, khu vực Phú Quới, khu vực 5',
    roads: 'đường Võ Tánh, đường Nguyễn Trãi nối dài, đường Phạm Hùng',
  }),
  commune('phongdien', 'Xã Phong Điền', 'delta', {
    code: '31299',
    weight: 4,
    hamlets: 'ấp Nhơn Lộc, ấp Thị Tứ, ấp Tân Long, ấp Thới An',
    roads: 'lộ Vòng Cung, đường tỉnh 923, lộ bê tông rạch Cái Sơn',
  }),
  commune('thoilai', 'Xã Thới Lai', 'delta', {
    code: '31258',
    weight: 4,
    hamlets: 'ấp Thới Thuận, ấp Trường Tây, ấp Đông Hòa, ấp Thới Phong',
    roads: 'đường tỉnh 922, lộ kinh Đứng, cầu Xẻo Xào',
  }),
  commune('vithanh', 'Phường Vị Thanh', 'delta', {
    code: '31321',
    weight: 4,
    hamlets: 'khu vực 2, khu vực 4, khu vực Vị Nghĩa, ấp Mỹ Hiệp',
    roads: 'đường Nguyễn Công Trứ, đường Hậu Giang 3, bờ kè Xà No',
  }),
  commune('soctrang', 'Phường Sóc Trăng', 'delta', {
    code: '31507',
    weight: 5,
    hamlets: 'khóm 1, khóm 3, khóm 7, khóm Bưng Cóc',
    roads: 'đường Lê Hồng Phong, đường Trương Công Định, hẻm 244 Lê Lợi',
  }),
  commune('myxuyen', 'Phường Mỹ Xuyên', 'delta', {
    code: '31684',
    weight: 3,
    hamlets: 'khóm Châu Thành, khóm Thạnh Lợi, ấp Đại Chí, ấp Tâm Phước',
    roads: 'đường Triệu Nương, đường tỉnh 934, lộ đal ấp Đại Chí',
  }),
  old(
    commune('namcuong', 'Phường Nam Cường', 'north-west', {
      code: '02671',
      above: 'Thành phố Lào Cai',
      weight: 5,
      hamlets: 'tổ 3, tổ 9, tổ 14',
      roads: 'đường Trần Hưng Đạo, ngõ 12 đường Bình Minh',
    }),
  ),
  old(
    commune('xacamduong', 'Xã Cam Đường', 'north-west', {
      code: '02674',
      above: 'Thành phố Lào Cai',
      weight: 3,
      hamlets: 'thôn Dạ 1, thôn Vạch, thôn Làng Nhớn',
    }),
  ),
  old(
    commune('tplaocai', 'Thành phố Lào Cai', 'north-west', {
      above: 'Tỉnh Lào Cai',
      weight: 4,
      hamlets: 'phường Cốc Lếu, phường Kim Tân, xã Cam Đường',
    }),
    'district',
  ),
  old(
    commune('laocai-cu', 'Tỉnh Lào Cai', 'north-west', {
      code: '10',
      weight: 2,
      hamlets: 'thành phố Lào Cai, huyện Bát Xát, thị xã Sa Pa',
    }),
    'province',
  ),
  old(
    commune('tanan', 'Phường Tân An', 'delta', {
      code: '31135',
      above: 'Quận Ninh Kiều',
      weight: 4,
      hamlets: 'khu vực 1, khu vực 4',
      roads: 'đường 30 Tháng 4, hẻm 132 Hùng Vương',
    }),
  ),
  old(
    commune('quanninhkieu', 'Quận Ninh Kiều', 'delta', {
      above: 'Thành phố Cần Thơ',
      weight: 3,
      hamlets: 'phường Tân An, phường Xuân Khánh',
    }),
    'district',
  ),
  old(
    commune('cantho-cu', 'Thành phố Cần Thơ', 'delta', {
      code: '92',
      weight: 2,
      hamlets: 'quận Ninh Kiều, quận Cái Răng, huyện Phong Điền',
    }),
    'province',
  ),
]

/** A body under a territory that the head or the administrator adds. */
export interface AddedBody {
  key: string
  under: string
  level: 'department' | 'front' | 'village'
  name: string
}

const departments = [
  ['so-nnmt', 'Sở Nông nghiệp và Môi trường'],
  ['so-xd', 'Sở Xây dựng'],
  ['so-nv', 'Sở Nội vụ'],
  ['so-yt', 'Sở Y tế'],
  ['so-gddt', 'Sở Giáo dục và Đào tạo'],
] as const

const withFront = ['camduong', 'laocai-tinh', 'baoyen', 'sapa', 'cantho', 'ninhkieu', 'cairang', 'soctrang']

/** The office with this key. */
export function officeOf(key: string): Office {
  const found = offices.find((office) => office.key === key)
  if (!found) throw new Error(`no office ${key}`)
  return found
}

/** Departments of the two provinces, Front committees, and the villages of the first commune. */
export const addedBodies: readonly AddedBody[] = [
  ...['laocai-tinh', 'cantho'].flatMap((under) => [
    ...departments.map(([key, name]) => ({ key: `${key}.${under}`, under, level: 'department' as const, name })),
    {
      key: `thanhtra.${under}`,
      under,
      level: 'department' as const,
      name: under === 'cantho' ? 'Thanh tra thành phố' : 'Thanh tra tỉnh',
    },
  ]),
  ...withFront.map((under) => ({
    key: `mattran.${under}`,
    under,
    level: 'front' as const,
    name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${spoken(officeOf(under).name)}`,
  })),
  ...officeOf('camduong').hamlets.map((name, index) => ({
    key: `thon${index + 1}.camduong`,
    under: 'camduong',
    level: 'village' as const,
    name: name.charAt(0).toLocaleUpperCase('vi') + name.slice(1),
  })),
]

/** The name inside a sentence: `phường Cam Đường`. */
export function spoken(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
