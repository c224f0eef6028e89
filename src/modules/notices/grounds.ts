/**
 * The legal grounds (căn cứ) that open a letter, by the day on which it is issued. A change in the law adds a row.
 * Rows marked `unverified` cite an instrument whose text was seen in an unofficial transcription only, or whose day
 * of issue is not known: compare with Công báo before relying on the wording.
 */
import type { IsoDay } from './wording.ts'

/** What a letter is about, as far as its grounds go. */
export type GroundSet = 'organisation' | 'reception' | 'handling' | 'complaint' | 'denunciation' | 'grassroots'

interface Ground {
  set: GroundSet
  from: IsoDay
  until: IsoDay | null
  text: string
  unverified?: true
}

const grounds = [
  { set: 'denunciation', from: '2019-01-01', until: '2026-07-01', text: 'Luật Tố cáo ngày 12 tháng 6 năm 2018' },
  {
    set: 'denunciation',
    from: '2026-07-01',
    until: null,
    text: 'Luật Tố cáo ngày 12 tháng 6 năm 2018, được sửa đổi, bổ sung bởi Luật số 136/2025/QH15',
    unverified: true,
  },
  {
    set: 'denunciation',
    from: '2019-05-28',
    until: '2026-07-01',
    text: 'Nghị định số 31/2019/NĐ-CP của Chính phủ quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tố cáo',
  },
  {
    set: 'denunciation',
    from: '2026-07-01',
    until: null,
    text: 'Nghị định số 31/2019/NĐ-CP của Chính phủ, được sửa đổi, bổ sung bởi Nghị định số 156/2026/NĐ-CP',
    unverified: true,
  },
  {
    set: 'organisation',
    from: '2016-01-01',
    until: '2025-03-01',
    text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
  },
  {
    set: 'organisation',
    from: '2025-03-01',
    until: '2025-07-01',
    text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025',
  },
  {
    set: 'organisation',
    from: '2025-07-01',
    until: null,
    text: 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
    unverified: true,
  },
  {
    set: 'grassroots',
    from: '2023-07-01',
    until: null,
    text: 'Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022',
  },
  { set: 'reception', from: '2014-07-01', until: '2026-07-01', text: 'Luật Tiếp công dân ngày 25 tháng 11 năm 2013' },
  {
    set: 'reception',
    from: '2014-08-15',
    until: '2026-07-01',
    text: 'Nghị định số 64/2014/NĐ-CP ngày 26 tháng 6 năm 2014 của Chính phủ quy định chi tiết thi hành một số điều của Luật Tiếp công dân',
  },
  {
    set: 'reception',
    from: '2026-07-01',
    until: null,
    text: 'Luật Tiếp công dân ngày 25 tháng 11 năm 2013, được sửa đổi, bổ sung bởi Luật số 136/2025/QH15',
    unverified: true,
  },
  {
    set: 'reception',
    from: '2026-07-01',
    until: null,
    text: 'Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ',
    unverified: true,
  },
  {
    set: 'handling',
    from: '2021-11-15',
    until: null,
    text: 'Thông tư số 05/2021/TT-TTCP của Tổng Thanh tra Chính phủ quy định quy trình xử lý đơn khiếu nại, đơn tố cáo, đơn kiến nghị, phản ánh',
    unverified: true,
  },
  { set: 'complaint', from: '2012-07-01', until: '2026-07-01', text: 'Luật Khiếu nại ngày 11 tháng 11 năm 2011' },
  {
    set: 'complaint',
    from: '2020-12-10',
    until: '2026-07-01',
    text: 'Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại',
  },
  {
    set: 'complaint',
    from: '2026-07-01',
    until: null,
    text: 'Luật Khiếu nại ngày 11 tháng 11 năm 2011, được sửa đổi, bổ sung bởi Luật số 136/2025/QH15',
    unverified: true,
  },
  {
    set: 'complaint',
    from: '2026-07-01',
    until: null,
    text: 'Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại, được sửa đổi, bổ sung bởi Nghị định số 155/2026/NĐ-CP',
    unverified: true,
  },
] as const satisfies Ground[]

/** The grounds of these sets in force on that day, each ended ";" and the last "." as NĐ 30/2020 wants. */
export function groundsOn(day: IsoDay, sets: readonly GroundSet[], more: readonly string[] = []): string[] {
  const law = sets.flatMap((set) =>
    grounds.filter((row) => row.set === set && row.from <= day && (row.until === null || day < row.until)),
  )
  const lines = [...law.map((row) => `Căn cứ ${row.text}`), ...more]
  return lines.map((line, index) => `${line.replace(/[.;\s]*$/, '')}${index === lines.length - 1 ? '.' : ';'}`)
}
