/** The laws, decrees and circulars that the book cites, under the short name used in `cite`. */
import type { ProceedingName } from './proceedings.ts'

/** One instrument with its full Vietnamese name and the day it came into force. */
export interface Instrument {
  short: string
  name: string
  /** Absent where the day was not verified. */
  from?: string
  until?: string
  /** How the text was read; absent: in the codified collection (Bộ pháp điển). */
  read?: 'unofficial-transcription' | 'press-only' | 'recalled' | 'not-found'
}

/** All instruments cited in the tables of the book. */
export const instruments: readonly Instrument[] = [
  { short: 'LKN 2011', name: 'Luật Khiếu nại số 02/2011/QH13 (sửa đổi bởi Luật 136/2025/QH15)', from: '2012-07-01' },
  {
    short: 'LTCD 2013',
    name: 'Luật Tiếp công dân số 42/2013/QH13 (sửa đổi bởi Luật 136/2025/QH15)',
    from: '2014-07-01',
  },
  { short: 'LTC 2018', name: 'Luật Tố cáo số 25/2018/QH14 (sửa đổi bởi Luật 136/2025/QH15)', from: '2019-01-01' },
  {
    short: 'Luật 136/2025',
    name: 'Luật số 136/2025/QH15 sửa đổi Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo',
    from: '2026-07-01',
    read: 'press-only',
  },
  {
    short: 'NĐ 141/2025',
    name: 'Nghị định số 141/2025/NĐ-CP ngày 12/06/2025, chuyển tiếp khi bỏ cấp huyện',
    from: '2025-07-01',
    read: 'not-found',
  },
  {
    short: 'NĐ 154/2026',
    name: 'Nghị định số 154/2026/NĐ-CP về tiếp công dân (thay Nghị định 64/2014/NĐ-CP)',
    from: '2026-07-01',
    read: 'unofficial-transcription',
  },
  {
    short: 'NĐ 155/2026',
    name: 'Nghị định số 155/2026/NĐ-CP sửa đổi Nghị định 124/2020/NĐ-CP về khiếu nại',
    from: '2026-07-01',
    read: 'unofficial-transcription',
  },
  {
    short: 'NĐ 124/2020',
    name: 'Nghị định số 124/2020/NĐ-CP về khiếu nại (sửa đổi bởi Nghị định 155/2026/NĐ-CP)',
    from: '2020-12-10',
    read: 'recalled',
  },
  { short: 'NĐ 31/2019', name: 'Nghị định số 31/2019/NĐ-CP về tố cáo (sửa đổi bởi Nghị định 156/2026/NĐ-CP)' },
  {
    short: 'NĐ 156/2026',
    name: 'Nghị định số 156/2026/NĐ-CP sửa đổi Nghị định 31/2019/NĐ-CP về tố cáo',
    from: '2026-07-01',
    read: 'unofficial-transcription',
  },
  {
    short: 'TT 01/2024/TT-TTCP',
    name: 'Thông tư số 01/2024/TT-TTCP về chế độ báo cáo công tác thanh tra, tiếp công dân, giải quyết khiếu nại, tố cáo',
    from: '2024-03-05',
    read: 'press-only',
  },
  {
    short: 'TT 05/2021',
    name: 'Thông tư số 05/2021/TT-TTCP về quy trình xử lý đơn',
    from: '2021-11-15',
    read: 'recalled',
  },
  { short: 'NĐ 20/2008', name: 'Nghị định số 20/2008/NĐ-CP về phản ánh, kiến nghị', from: '2008-03-03' },
  {
    short: 'Luật TCCQĐP 72/2025',
    name: 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
    from: '2025-07-01',
    read: 'press-only',
  },
  {
    short: 'LTHDC 2022',
    name: 'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15',
    from: '2023-07-01',
  },
  {
    short: 'NĐ 59/2023',
    name: 'Nghị định số 59/2023/NĐ-CP quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở',
    from: '2023-08-14',
    read: 'press-only',
  },
  { short: 'LHGCS 2013', name: 'Luật Hòa giải ở cơ sở số 35/2013/QH13', from: '2014-01-01' },
  { short: 'NĐ 30/2020', name: 'Nghị định số 30/2020/NĐ-CP về công tác văn thư', from: '2020-03-05' },
  {
    short: 'Luật 91/2025',
    name: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
    from: '2026-01-01',
    read: 'press-only',
  },
  { short: 'Luật Lưu trữ 2024', name: 'Luật Lưu trữ số 33/2024/QH15', from: '2025-07-01', read: 'recalled' },
  {
    short: 'TT 10/2022',
    name: 'Thông tư số 10/2022/TT-BNV về thời hạn bảo quản tài liệu',
    read: 'recalled',
  },
  { short: 'QĐ 766/QĐ-TTg 2022', name: 'Quyết định số 766/QĐ-TTg về chỉ số phục vụ người dân, doanh nghiệp' },
  { short: 'BLTTHS 2015', name: 'Bộ luật Tố tụng hình sự số 101/2015/QH13', from: '2018-01-01', read: 'recalled' },
  { short: 'BLDS 2015', name: 'Bộ luật Dân sự số 91/2015/QH13', from: '2017-01-01' },
  { short: 'BLLĐ 2019', name: 'Bộ luật Lao động số 45/2019/QH14', from: '2021-01-01' },
  {
    short: 'BLLĐ 2012',
    name: 'Bộ luật Lao động số 10/2012/QH13',
    from: '2013-05-01',
    until: '2021-01-01',
    read: 'recalled',
  },
  { short: 'BLLĐ 1994', name: 'Bộ luật Lao động năm 1994', from: '1995-01-01', until: '2013-05-01', read: 'recalled' },
  {
    short: 'Chỉ thị 33/CT-TTg (2021)',
    name: 'Chỉ thị số 33/CT-TTg năm 2021 về đẩy mạnh công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp',
    from: '2021-11-26',
    read: 'not-found',
  },
  {
    short: 'Luật BHVBQPPL 2025',
    name: 'Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15',
    from: '2025-04-01',
    read: 'recalled',
  },
  {
    short: 'Luật MTTQ 2015',
    name: 'Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13 (sửa đổi bởi Luật 97/2025/QH15)',
    from: '2016-01-01',
  },
  {
    short: 'Luật TĐKT 2022',
    name: 'Luật Thi đua, khen thưởng số 06/2022/QH15',
    from: '2024-01-01',
    read: 'recalled',
  },
  {
    short: 'Luật SHTT',
    name: 'Luật Sở hữu trí tuệ số 50/2005/QH11 và các luật sửa đổi',
    from: '2006-07-01',
    read: 'recalled',
  },
  { short: 'NQ 80-NQ/TW', name: 'Nghị quyết số 80-NQ/TW ngày 07/01/2026', read: 'press-only' },
  { short: 'NQ 30/NQ-CP', name: 'Nghị quyết số 30/NQ-CP của Chính phủ', read: 'press-only' },
]

/** The instrument that a citation begins with; undefined where the book does not know it. */
export function instrumentOf(cite: string): Instrument | undefined {
  return instruments.find(({ short }) => cite === short || cite.startsWith(`${short} `))
}

/** What the law provides and a table does not have yet: the printed page names it. */
export const missingArticles: Partial<Record<ProceedingName, readonly { cite: string; what: string }[]>> = {
  complaint: [],
  feedback: [{ cite: 'NĐ 20/2008 Đ7', what: 'phiếu lấy ý kiến do cơ quan chủ động gửi' }],
  denunciation: [
    {
      cite: 'NĐ 156/2026',
      what: 'mẫu 02, 03 (đơn rút toàn bộ, một phần): in được, lời của mẫu chưa đối chiếu được với bản gốc',
    },
    { cite: 'LTC 2018 Đ56', what: 'bản sao, bản quét đã che cho người xác minh: mới có bản trích bằng chữ' },
    { cite: 'NĐ 156/2026 Đ19a', what: 'cập nhật cơ sở dữ liệu về tố cáo' },
  ],
  'reception-day': [
    { cite: 'NĐ 154/2026 Đ17–Đ24', what: 'tiếp công dân trực tuyến: báo trước, thử kết nối, ghi âm, ghi hình' },
    { cite: 'NĐ 154/2026 Đ30, Đ33', what: 'giao ban hằng tháng của Ban Tiếp công dân' },
  ],
}
