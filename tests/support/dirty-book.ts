/** An old reception book as offices keep it: two years on two sheets, with the usual dirt and two secrets. */
import { crc32, deflateRawSync } from 'node:zlib'
import writeWorkbook from 'write-excel-file/node'
import yauzl from 'yauzl'

/** What must be found nowhere but in the vault. */
export const canaries = {
  identity: '010085001234',
  stray_identity: '010 190 004 321',
  denunciation: 'nhận của ba hộ dân xóm Đồng mỗi hộ mười hai triệu đồng để làm nhanh hồ sơ',
  denunciation_by_words: 'đã bán phần đất chung của xóm Trại cho người nhà',
  denouncer: 'Hoàng Thị Kín Miệng',
} as const

interface Covering {
  value: string | Date | number
  type?: DateConstructor | StringConstructor | NumberConstructor
  format?: string
  columnSpan?: number
  rowSpan?: number
}
type Given = string | number | Covering | null

const over = (value: string, columnSpan: number): Given => ({ value, columnSpan })
const down = (value: string, rowSpan: number): Given => ({ value, rowSpan })
const date = (iso: string, rowSpan?: number): Given => ({
  value: new Date(`${iso}T00:00:00Z`),
  type: Date,
  format: 'dd/mm/yyyy',
  ...(rowSpan ? { rowSpan } : {}),
})

const titles = [
  'STT',
  'Ngày tiếp',
  'Họ tên, địa chỉ',
  'Giấy tờ tùy thân',
  'Nội dung',
  'Loại đơn',
  'Số người cùng nội dung',
  'Cơ quan đã giải quyết',
]

const heading = (year: number): Given[][] => [
  [over('ỦY BAN NHÂN DÂN PHƯỜNG CAM ĐƯỜNG', 13)],
  [over(`SỔ TIẾP CÔNG DÂN NĂM ${year}`, 13)],
  [],
  [
    ...titles.map((title) => down(title, 2)),
    over('Hướng xử lý', 3),
    null,
    null,
    down('Theo dõi kết quả giải quyết', 2),
    down('Ghi chú', 2),
  ],
  [...titles.map(() => null), 'Thuộc thẩm quyền', 'Hướng dẫn', 'Cơ quan thụ lý', null, null],
  Array.from({ length: 13 }, (_, index) => `(${index + 1})`),
]

/** First row of the table under the heading, as the spreadsheet counts. */
export const firstRow = 7

const row = (
  number: Given,
  held_on: Given,
  person: Given,
  identity: Given,
  content: Given,
  ...rest: Given[]
): Given[] => [number, held_on, person, identity, content, ...rest]

const lamp = 'Đề nghị sửa đèn đường ngõ 12 hỏng đã ba tuần, buổi tối các cháu đi học về rất nguy hiểm.'

/** The sheet of 2026, from row 7 on. */
export const sheet2026: Given[][] = [
  row(
    1,
    '3/7/26',
    'Nguyễn Văn An, tổ 5, phường Cam Đường, ĐT 0912 345 678',
    `CCCD ${canaries.identity}`,
    lamp,
    'Kiến nghị',
    1,
  ),
  row(
    2,
    '03.07.2026',
    'ông NGUYỄN THỊ BÌNH và Trần Văn Cường; thôn 3, xã Bảo Yên',
    10_190_004_322,
    'Khiếu nại quyết định thu hồi đất số 12/QĐ-UBND của phường, cho rằng diện tích đo sai.',
    'KN',
    '02 người',
    null,
    'x',
    null,
    'UBND phường',
  ),
  row(
    3,
    date('2026-07-09', 3),
    'Lê Thị Đào\nTổ 2',
    null,
    `Hỏi thủ tục cấp lại giấy khai sinh, số CMND cũ ${canaries.stray_identity}.`,
    null,
    null,
    null,
    null,
    'Hướng dẫn đến Bộ phận một cửa',
  ),
  row(4, null, 'Phạm Văn Giang, tổ 7', 'không', 'Phản ánh mùi hôi từ trại lợn đầu xóm.', 'PA', '6', null, 'x'),
  row(5, null, 'Vũ Thị Hoa (đại diện), tổ 9', null, 'Kiến nghị làm rãnh thoát nước trước cổng trường.', 'KNPA', 1),
  row(
    '6',
    'ngày 10 tháng 7 năm 2026',
    `${canaries.denouncer}, xóm Đồng`,
    'CCCD 010170009999',
    `Tố cáo cán bộ địa chính ${canaries.denunciation}.`,
    'Tố cáo',
    1,
  ),
  row(7, '31/02/2026', 'Đỗ Văn Khôi, tổ 1', null, 'Hỏi về trợ cấp tuổi già.', '-', 1),
  row(8, '13/07/2026', null, null, 'Đề nghị cấp nước sạch.', 'Kiến nghị', 1),
  row(9, '13/07/2026', 'Bùi Thị Lan, tổ 4', null, 'Đề nghị xem lại mức phí vệ sinh.', 'abc', 1),
  row(1, '03/07/2026', 'Nguyễn Văn An, tổ 5, phường Cam Đường', null, lamp, 'Kiến nghị', 1),
  row(10, '01/12/2026', 'Cao Văn Minh, tổ 3', null, 'Phản ánh loa phường quá to.', 'Phản ánh', 1),
  row(
    11,
    '14/07/2026',
    'Tô Văn Im, xóm Trại',
    null,
    `Tố cáo phó trưởng xóm ${canaries.denunciation_by_words}.`,
    null,
    1,
  ),
  row(
    '１２',
    ' １５/０７/２０２６\u00a0',
    'Hoa\u0300 Thi\u0323 Nga,\u00a0tổ 8'.normalize('NFD'),
    null,
    'Phản ánh cột điện nghiêng.\u200b',
    'Phản ánh',
    '１',
  ),
  row(
    down('13', 2),
    down('16-7-2026', 2),
    'Hồ Văn Phúc, tổ 6',
    null,
    down('Kiến nghị sớm trả tiền đền bù cây trồng.', 2),
    down('Kiến nghị', 2),
    down('2', 2),
  ),
  row(null, null, 'Hồ Thị Quý, tổ 6', null, null, null, null),
  [],
  [over('Tổng cộng', 4), null, null, null, null, '13 lượt'],
  [null, null, null, null, null, null, null, null, null, over('Người lập sổ', 3)],
]

/** The sheet of 2025: days without a year. */
export const sheet2025: Given[][] = [
  row(
    1,
    '5/8',
    'Sùng A Sử, thôn 2',
    null,
    'Kiến nghị sửa đường vào thôn 2 bị sạt.',
    'Kiến nghị',
    1,
    null,
    null,
    null,
    null,
    'Đã sửa xong tháng 9',
  ),
  row(2, '45890', 'Giàng Thị Máy, thôn 2', null, 'Kiến nghị sửa đường vào thôn 2 bị sạt.', 'Kiến nghị', 1),
]

/** The book as XLSX. `change` may take out or alter rows of the sheet of 2026. */
export async function dirtyBook(change: (rows: Given[][]) => Given[][] = (rows) => rows): Promise<Buffer> {
  const cells = (rows: readonly (readonly Given[])[]) =>
    rows.map((one) =>
      one.map((cell) => (cell !== null && typeof cell === 'object' ? cell : cell === null ? null : { value: cell })),
    )
  const sheets = [
    { sheet: 'Năm 2025', data: cells([...heading(2025), ...sheet2025]) },
    { sheet: 'Năm 2026', data: cells([...heading(2026), ...change(sheet2026)]) },
    { sheet: 'Ghi chú', data: cells([['Sổ chuyển từ máy cũ sang']]) },
  ]
  // The library's type wants the constructor of each value's type, which it also finds by itself.
  return writeWorkbook(sheets as never).toBuffer()
}

/** A workbook with the XML of its first sheet altered: for cells that no library would write. */
export async function withSheet(book: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const zip = await yauzl.fromBufferPromise(book, { lazyEntries: true })
  const parts: { name: string; content: Buffer }[] = []
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
    const content = Buffer.concat(pieces)
    const first = entry.fileName === 'xl/worksheets/sheet1.xml'
    parts.push({ name: entry.fileName, content: first ? Buffer.from(change(content.toString('utf8'))) : content })
  }
  return zipOf(parts)
}

function zipOf(parts: readonly { name: string; content: Buffer }[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name)]))
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}
