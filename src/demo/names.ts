/** Invented people: names as they are common in the mountains of the north-west and in the Mekong delta. */
import type { Chance } from './random.ts'

/** Where people live decides how they are called. */
export type Region = 'north-west' | 'delta'

const kinh = {
  family: 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Đinh Phan Hồ Trịnh Đoàn Lương Mai Tạ Cao'.split(' '),
  man: ['Văn', 'Đức', 'Minh', 'Quốc', 'Hữu', 'Xuân', 'Ngọc', 'Thanh', 'Công', 'Tiến'],
  woman: ['Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Kim', 'Ngọc', 'Thị Minh', 'Thị Hồng'],
  his: 'Hùng Dũng Tuấn Sơn Thắng Long Bình Hải Cường Nam Quân Phúc Toàn Khánh Đạt Hưng Lâm Thành Vinh Tùng'.split(' '),
  hers: 'Hoa Lan Hương Mai Thảo Hạnh Nga Yến Thủy Loan Hiền Phượng Nhung Dung Hằng Tuyết Vân Oanh Liên Bích'.split(' '),
}
const mountain = [
  { family: ['Nông', 'Hoàng', 'Ma', 'Lộc', 'Hứa', 'Vi'], man: ['Văn'], woman: ['Thị'], his: kinh.his, hers: kinh.hers },
  {
    family: ['Giàng', 'Vàng', 'Thào', 'Sùng', 'Lý', 'Má', 'Hạng', 'Cư'],
    man: ['A', 'Seo', 'A'],
    woman: ['Thị', 'Thị'],
    his: ['Páo', 'Chứ', 'Dơ', 'Sử', 'Pao', 'Lử', 'Tủa', 'Chu', 'Vư', 'Dế'],
    hers: ['Mỷ', 'Dợ', 'Chía', 'Sua', 'Pà', 'Máy', 'Súa', 'Dở', 'Mo', 'Xú'],
  },
  {
    family: ['Triệu', 'Bàn', 'Đặng', 'Lý', 'Phùng', 'Chảo', 'Tẩn'],
    man: ['Văn', 'Tòn', 'Phụ', 'Láo'],
    woman: ['Thị', 'Mùi', 'Tả'],
    his: ['Kinh', 'Phúc', 'Tiến', 'Sài', 'Chiêu', 'Lở', 'Minh', 'Quyên'],
    hers: ['Mẩy', 'Ghến', 'Coi', 'Pham', 'Khé', 'Liều', 'Nái', 'Mùi'],
  },
  {
    family: ['Lường', 'Hà', 'Cầm', 'Lò', 'Đèo', 'Vì'],
    man: ['Văn'],
    woman: ['Thị'],
    his: ['Pâng', 'Inh', 'Thoan', 'Hặc', 'Tâm', 'Xuân'],
    hers: ['Phương', 'Ánh', 'Xoan', 'Thoa', 'Ín', 'Chung'],
  },
]
const khmer = {
  family: ['Thạch', 'Sơn', 'Kim', 'Danh', 'Lâm', 'Châu', 'Lý'],
  man: ['', 'Sa', 'Minh'],
  woman: ['Thị', 'Thị'],
  his: ['Rinh', 'Khône', 'Phươl', 'Sóc', 'Thươl', 'Hên', 'Đa Ra', 'Chanh'],
  hers: ['Sa Rây', 'Phol', 'Sóc Kha', 'Rươne', 'Sà Mết', 'Bopha', 'Thu', 'Sa Phone'],
}
const southern = {
  family: 'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Ngô Dương Phan Hồ Trương Lâm Châu Cao Đoàn Quách Thái'.split(' '),
  man: ['Văn', 'Hoàng', 'Minh', 'Thanh', 'Hữu', 'Quốc', 'Chí', 'Phước'],
  woman: ['Thị', 'Thị', 'Thị Mỹ', 'Thị Kim', 'Thị Bé', 'Ngọc', 'Thị Cẩm'],
  his: 'Út Hai Đông Tài Nghĩa Phước Lộc Thọ Kiệt Khải Tâm Nhân Trí Hậu Giàu Mến Sang Đực Tấn Vĩnh'.split(' '),
  hers: 'Út Bảy Nhung Tiên Diễm Thắm Lụa Gấm Hường Cúc Sương Ngân Xuyến Trang Đào Huệ Mười Nhãn Loan Kiều'.split(' '),
}

/** A person of a petition or visit. */
export interface Person {
  name: string
  /** How the writer of a letter says "I". */
  woman: boolean
}

/** Draws somebody. */
export function personOf(chance: Chance, region: Region): Person {
  const people = region === 'delta' ? southernGroup(chance) : northernGroup(chance)
  const woman = chance.percent(47)
  const middle = chance.pick(woman ? people.woman : people.man)
  const given = chance.pick(woman ? people.hers : people.his)
  return { name: [chance.pick(people.family), middle, given].filter((part) => part !== '').join(' '), woman }
}

function northernGroup(chance: Chance) {
  return chance.percent(52) ? kinh : chance.pick(mountain)
}

function southernGroup(chance: Chance) {
  return chance.percent(84) ? southern : khmer
}

/** An officer's name: nobody in the generator's register of petitioners is meant. */
export function officerOf(chance: Chance, region: Region): string {
  const people = region === 'delta' ? southern : chance.percent(75) ? kinh : (mountain[0] ?? kinh)
  const woman = chance.percent(42)
  const given = chance.pick((woman ? kinh.hers : kinh.his).slice(0, 16))
  return `${chance.pick(people.family)} ${woman ? 'Thị' : chance.pick(['Văn', 'Đức', 'Minh', 'Quốc'])} ${given}`
}

/** A telephone number of a block that belongs to nobody. */
export function phoneOf(chance: Chance): string {
  return `0900000${String(chance.int(0, 999)).padStart(3, '0')}`
}

/** An address of a domain that the standards keep for examples. */
export function mailOf(chance: Chance): string {
  return `nguoi-dan-${chance.int(1000, 9999)}@vidu.example`
}
