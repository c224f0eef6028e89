/** One invented letter of every kind: for tests, for looking at, and for the desk's preview of wording. */
import type { LetterData, LetterKind, Numbered } from './letter-data.ts'
import type { Issuer, Person, Signature } from './wording.ts'

const issuer: Issuer = {
  name: 'Phường Cam Đường',
  body: 'peoples-committee',
  parent_name: null,
  symbol: 'UBND',
  place: 'Cam Đường',
  address: 'số 12 đường Trần Phú, phường Cam Đường, tỉnh Lào Cai',
  phone: '0214 3000 000',
}
const chairman: Signature = { capacity: 'own', head_title: 'Chủ tịch', name: 'Lý Thị Mẫu' }
const deputy: Signature = {
  capacity: 'deputy',
  head_title: 'Chủ tịch',
  own_title: 'Phó Chủ tịch',
  name: 'Trần Văn Thử',
}
const office: Signature = {
  capacity: 'by-order',
  head_title: 'Chủ tịch',
  own_title: 'Chánh Văn phòng',
  name: 'Vàng A Ví',
}
const to: Person = { name: 'Nguyễn Văn Dụ', address: 'tổ 5, phường Cam Đường, tỉnh Lào Cai', honorific: 'Ông' }
const complaint = {
  kind: 'complaint',
  received_on: '2026-07-01',
  dated_on: '2026-06-29',
  about: 'bồi thường khi Nhà nước thu hồi đất để mở rộng đường Trần Phú',
  register_number: '05/2026',
} as const
const base = { issuer, signature: chairman, drafted_by: 'TCD' }
const settler = 'Chủ tịch Ủy ban nhân dân phường Cam Đường'

const data: LetterData = {
  receipt: {
    ...base,
    giver: { ...to, honorific: 'Bà', name: 'Tráng Thị Giả' },
    received_on: '2026-07-09',
    received_at: '08 giờ 15 phút',
    where: 'Nơi tiếp công dân phường Cam Đường',
    receiver: { name: 'Hoàng Minh Thử', title: 'Công chức tiếp công dân' },
    items: [
      { what: 'Đơn khiếu nại đề ngày 08 tháng 7 năm 2026', form: 'original', pages: 3 },
      { what: 'Quyết định số 112/QĐ-UBND về việc thu hồi đất', form: 'copy', pages: 2 },
      { what: 'Ảnh chụp hiện trạng thửa đất', form: 'digital' },
    ],
  },
  guidance: {
    ...base,
    signature: office,
    to,
    petition: complaint,
    reason: 'nội dung khiếu nại không thuộc thẩm quyền giải quyết của Chủ tịch Ủy ban nhân dân phường Cam Đường',
    advice: [
      'Gửi đơn đến Chủ tịch Ủy ban nhân dân tỉnh Lào Cai, là người có thẩm quyền giải quyết khiếu nại lần đầu đối với quyết định của mình',
      'Gửi kèm bản sao quyết định bị khiếu nại và giấy tờ về quyền sử dụng đất',
    ],
    cite: 'Điều 21 Luật Khiếu nại',
  },
  transfer: {
    ...base,
    receiver: 'Sở Nông nghiệp và Môi trường tỉnh Lào Cai',
    petitioner: to,
    petition: { ...complaint, kind: 'recommendation', about: 'khắc phục ô nhiễm suối Ngòi Đường' },
    reason: 'nội dung kiến nghị thuộc thẩm quyền của Sở Nông nghiệp và Môi trường tỉnh Lào Cai',
    cite: 'Điều 26 Luật Tiếp công dân',
    enclosed: '02 tài liệu kèm theo',
  },
  'case-reply': {
    ...base,
    receiver: 'Ban Tiếp công dân tỉnh Lào Cai',
    petitioner: to,
    petition: complaint,
    transferred_on: '2026-10-05',
    detail: 'đã có quyết định giải quyết khiếu nại số 12/QĐ-UBND, người khiếu nại đã nhận.',
    cite: 'Điều 27 Luật Tiếp công dân',
  },
  'hand-back': {
    ...base,
    to: 'Ban Tiếp công dân tỉnh Lào Cai',
    petitioner: to,
    petition: complaint,
    reason: 'đơn được chuyển đến không đúng thẩm quyền',
    cite: 'Thông tư số 05/2021/TT-TTCP',
  },
  'overdue-demand': {
    ...base,
    receiver: 'Phường Cam Đường',
    items: [
      { what: 'Khiếu nại số 5/2026', due_on: '2026-07-31', days: 12 },
      { what: 'Đơn số 41/2026', due_on: '2026-08-05', days: 7 },
    ],
    note: 'Trong đó có một vụ việc liên quan đến thu hồi đất.',
    answer_by: '2026-08-19',
  },
  'review-report': {
    ...base,
    receiver: 'Sở Nội vụ tỉnh Lào Cai',
    about: 'Kết quả công tác dân vận chính quyền 6 tháng đầu năm 2026',
    first_on: '2025-12-15',
    last_on: '2026-06-14',
    other_days: [{ form: '01/DVCQ', first_on: '2026-01-01', last_on: '2026-06-30' }],
    parts: [
      {
        number: 'I',
        title: 'Kết quả thực hiện',
        sections: [
          {
            number: '1',
            title: 'Tiếp công dân, xử lý đơn',
            paragraphs: [
              'a) Tiếp công dân: trong kỳ đã tiếp 54 lượt với 61 người (giảm 146 lượt, 127 người so với cùng kỳ năm trước).',
            ],
          },
          { number: '2', title: 'Đối thoại với Nhân dân', paragraphs: ['Đã đối thoại 02 cuộc.'] },
        ],
      },
      {
        number: 'II',
        title: 'Kiến nghị, đề xuất',
        sections: [{ number: null, title: 'Kiến nghị, đề xuất', paragraphs: ['Không có.'] }],
      },
    ],
    annexes: [
      {
        title: 'Tổng hợp kết quả tiếp công dân (Biểu 01/TCD)',
        left_out: [],
        rows: [
          { no: 1, heading: 'Tổng số lượt tiếp', now: 54, before: 200 },
          { no: 2, heading: 'Tổng số người được tiếp', now: 61, before: 188 },
        ],
      },
    ],
  },
  urge: {
    ...base,
    receiver: 'Ủy ban nhân dân xã Cốc San',
    petitioner: to,
    petition: { ...complaint, kind: 'recommendation', about: 'sửa đường vào thôn Ún Tà' },
    sent_by: 'Phiếu chuyển đơn số 07/PC-UBND ngày 03 tháng 7 năm 2026',
    due_on: '2026-09-15',
    answer_by: '2026-10-02',
    cite: 'Điều 27 Luật Tiếp công dân',
  },
  'confirm-signature': {
    ...base,
    to,
    petition: complaint,
    ways: [
      'Ký số trên trang tra cứu đơn',
      'Đến bất kỳ nơi tiếp công dân nào, mang theo giấy tờ tùy thân, để ký hoặc điểm chỉ',
      'Gửi qua bưu chính bản in của đơn có chữ ký hoặc điểm chỉ',
    ],
  },
  acceptance: {
    ...base,
    to,
    petition: complaint,
    instance: 1,
    accepted_on: '2026-07-08',
    settler,
    limit: '30 ngày',
    due_on: '2026-08-07',
    cite: 'Điều 28 Luật Khiếu nại',
    copies: ['Ban Tiếp công dân tỉnh (để biết)'],
  },
  decline: {
    ...base,
    to,
    petition: complaint,
    instance: 1,
    ground: 'thời hiệu khiếu nại đã hết mà không có lý do chính đáng',
    cite: 'khoản 6 Điều 11 Luật Khiếu nại',
    advice:
      'Nếu có trở ngại khách quan khiến Ông không khiếu nại đúng thời hiệu, Ông có thể gửi giấy tờ chứng minh để được xem xét lại.',
  },
  extension: {
    ...base,
    to,
    petition: complaint,
    accepted_on: '2026-07-08',
    criterion: 'phải xác minh tại từ hai địa điểm trở lên',
    cite: 'Điều 28 Luật Khiếu nại; Điều 3a Nghị định số 124/2020/NĐ-CP',
    due_before_on: '2026-08-07',
    due_on: '2026-08-24',
  },
  suspension: {
    ...base,
    to,
    respondent: settler,
    petition: complaint,
    accepted_on: '2026-07-08',
    ground: 'phải chờ kết quả giải quyết của cơ quan khác hoặc kết quả giải quyết vụ việc khác có liên quan',
    explanation: 'Chờ kết quả giám định ranh giới thửa đất số 14.',
    from: '2026-07-20',
  },
  resumption: {
    ...base,
    to,
    respondent: settler,
    petition: complaint,
    grounds: 'Đã có kết quả giám định ranh giới thửa đất số 14.',
    from: '2026-07-21',
    due_on: '2026-08-24',
  },
  termination: {
    ...base,
    to,
    respondent: settler,
    petition: complaint,
    ground: 'người khiếu nại đã rút toàn bộ nội dung khiếu nại',
    explanation: 'Người khiếu nại xác nhận tự nguyện rút tại buổi làm việc riêng.',
  },
  stay: {
    ...base,
    to,
    respondent: settler,
    petition: complaint,
    contested: 'Quyết định số 112/QĐ-UBND về việc thu hồi đất',
    grounds: 'Việc thi hành sẽ gây hậu quả khó khắc phục: tháo dỡ nhà đang ở.',
    from: '2026-07-20',
    until: '2026-08-07',
  },
  'stay-lifted': {
    ...base,
    to,
    respondent: settler,
    petition: complaint,
    contested: 'Quyết định số 112/QĐ-UBND về việc thu hồi đất',
    grounds: 'Gia đình đã nhận nơi ở tạm, không còn nguy cơ gây hậu quả khó khắc phục.',
    from: '2026-07-20',
  },
  alert: {
    ...base,
    receiver: settler,
    petitioner: to,
    petition: { ...complaint, kind: 'observation', about: 'bờ kè suối nứt rộng sau mưa' },
    danger: 'Kè nứt dài 12 mét, ngay trên ba nhà dân; dự báo mưa lớn trong hai ngày tới.',
    proposal: 'Di dời ba hộ trong ngày, rào lối đi dưới chân kè.',
    cite: 'Điều 16 Thông tư số 05/2021/TT-TTCP',
  },
  'crime-referral': {
    ...base,
    receiver: 'Cơ quan Cảnh sát điều tra Công an tỉnh Lào Cai',
    petitioner: to,
    petition: complaint,
    signs: 'Chữ ký của ba hộ trong biên bản kiểm đếm có dấu hiệu bị giả.',
    cite: 'Điều 144 Bộ luật Tố tụng hình sự',
  },
  'party-referral': {
    ...base,
    receiver: 'Ủy ban Kiểm tra Đảng ủy phường Cam Đường',
    petitioner: to,
    petition: complaint,
    reason: 'Đơn nêu việc một đảng viên không thực hiện quy định về những điều đảng viên không được làm.',
    cite: 'Điều 15 Thông tư số 05/2021/TT-TTCP',
  },
  'second-road': {
    ...base,
    to,
    petition: complaint,
    accepted_on: '2026-07-08',
    due_on: '2026-08-07',
    second_settler: 'Chủ tịch Ủy ban nhân dân tỉnh Lào Cai',
    file_by: '2026-09-07',
    cite: 'Điều 33 Luật Khiếu nại',
  },
  'court-road': {
    ...base,
    to,
    petition: complaint,
    accepted_on: '2026-07-08',
    due_on: '2026-08-24',
    lawsuit: true,
    cite: 'Điều 37, Điều 42 Luật Khiếu nại',
  },
  'dialogue-notice': {
    ...base,
    signature: deputy,
    to,
    others: ['Trung tâm Phát triển quỹ đất', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Cam Đường'],
    petition: complaint,
    held_on: '2026-07-24',
    held_at: '08 giờ 30 phút',
    where: 'Phòng họp số 2, trụ sở Ủy ban nhân dân phường Cam Đường',
    chaired_by: settler,
    cite: 'Điều 30 Luật Khiếu nại',
  },
  decision: {
    ...base,
    complainant: to,
    respondent: settler,
    petition: complaint,
    instance: 1,
    accepted_on: '2026-07-08',
    request:
      'Ông Nguyễn Văn Dụ cho rằng diện tích đất bị thu hồi ghi trong Quyết định số 112/QĐ-UBND thiếu 24,5 m² so với hiện trạng và đơn giá bồi thường cây lâu năm chưa đúng bảng giá; yêu cầu đo đạc lại và tính lại tiền bồi thường.',
    verified:
      'Ngày 15 tháng 7 năm 2026, Tổ xác minh đo đạc lại thửa đất số 45, tờ bản đồ số 12, có mặt ông Nguyễn Văn Dụ và các hộ liền kề. Diện tích thực tế bị thu hồi là 336,5 m², lớn hơn 24,5 m² so với diện tích ghi trong quyết định.\nVề cây lâu năm: 12 cây quế trồng năm 2015 đã được tính đúng đơn giá theo bảng giá của tỉnh.',
    dialogue:
      'Ngày 24 tháng 7 năm 2026, tại buổi đối thoại, các bên thống nhất số liệu đo đạc lại; ông Nguyễn Văn Dụ giữ nguyên ý kiến về đơn giá cây.',
    conclusion: 'Khiếu nại về diện tích đất là có cơ sở. Khiếu nại về đơn giá bồi thường cây lâu năm không có cơ sở.',
    result: 'partly-right',
    orders: [
      'Sửa đổi Quyết định số 112/QĐ-UBND: diện tích thu hồi là 336,5 m².',
      'Giao Trung tâm Phát triển quỹ đất lập phương án bồi thường bổ sung đối với 24,5 m², hoàn thành trước ngày 15 tháng 9 năm 2026.',
    ],
    second_settler: 'Chủ tịch Ủy ban nhân dân tỉnh Lào Cai',
    second_days: 30,
    carried_out_by: ['Văn phòng Ủy ban nhân dân phường', 'Trung tâm Phát triển quỹ đất'],
    more_grounds: ['Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024'],
    copies: ['Chủ tịch UBND tỉnh (để báo cáo)', 'Ủy ban MTTQ Việt Nam phường'],
  },
  answer: {
    ...base,
    to: { ...to, honorific: 'Bà', name: 'Phàn Thị Mẫu' },
    petition: { kind: 'recommendation', received_on: '2026-02-03', about: 'lắp đèn chiếu sáng tại ngõ 12, tổ 5' },
    content:
      'Tuyến ngõ 12 có 320 m chưa có đèn chiếu sáng. Ngày 10 tháng 02 năm 2026, công chức phụ trách đã kiểm tra thực tế cùng tổ trưởng tổ dân phố và xác nhận phản ánh là đúng.\nViệc lắp đặt đã được đưa vào kế hoạch chỉnh trang đô thị năm 2026 của phường.',
    done: [
      'Trước ngày 20 tháng 3 năm 2026: lắp 08 đèn tại đoạn từ đầu ngõ đến nhà văn hóa',
      'Trước ngày 30 tháng 6 năm 2026: lắp 06 đèn còn lại',
    ],
    contact: 'bộ phận tiếp công dân, điện thoại 0214 3000 000',
  },
  'propose-change': {
    ...base,
    receiver: 'Ủy ban nhân dân tỉnh Lào Cai',
    regulation: 'Quyết định số 12/2025/QĐ-UBND, thành phần hồ sơ xin cấp đổi biển số nhà',
    reasons:
      'Quy định yêu cầu nộp bản sao giấy chứng nhận quyền sử dụng đất trong khi dữ liệu đất đai đã có, chưa đáp ứng tiêu chí về tính đơn giản.',
    proposal: 'bỏ bản sao giấy chứng nhận quyền sử dụng đất trong thành phần hồ sơ.',
  },
  refusal: {
    ...base,
    to,
    reception_on: '2026-09-24',
    about: 'bồi thường đất tại dự án đường Trần Phú',
    ground: 'vụ việc đã được giải quyết đúng chính sách, pháp luật, đã được rà soát và thông báo bằng văn bản',
    cite: 'khoản 3 Điều 9 Luật Tiếp công dân; Điều 4 Nghị định số 154/2026/NĐ-CP',
    earlier: 'Thông báo số 31/TB-UBND ngày 12 tháng 8 năm 2026',
  },
  'reception-conclusion': {
    ...base,
    reception_on: '2026-07-09',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
    where: 'Nơi tiếp công dân phường Cam Đường',
    present: ['đại diện Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'Công an phường', 'công chức địa chính'],
    visits: [
      {
        who: 'Ông Nguyễn Văn Dụ',
        about: 'bồi thường đất tại dự án đường Trần Phú',
        conclusion: 'Nội dung đã được thụ lý là đơn khiếu nại; tiếp tục giải quyết theo đúng thời hạn.',
        assigned_to: 'Văn phòng Ủy ban nhân dân phường',
        due_on: '2026-08-07',
      },
      {
        who: 'Bà Tráng Thị Giả',
        about: 'trợ cấp xã hội cho con bị khuyết tật',
        conclusion: 'Hồ sơ còn thiếu giấy xác nhận mức độ khuyết tật; hướng dẫn gia đình hoàn thiện ngay trong tuần.',
        assigned_to: 'Phòng Văn hóa - Xã hội',
        due_on: '2026-07-17',
      },
    ],
  },
  proposal: {
    ...base,
    receiver: settler,
    petitioner: to,
    petition: complaint,
    against: { respondent: 'Phòng Kinh tế, Hạ tầng và Đô thị', contested: 'Quyết định số 112/QĐ-UBND' },
    proposer: 'Hoàng Minh Thử',
  },
  'verification-order': {
    ...base,
    complainant: to,
    petition: complaint,
    respondent: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    verifier: 'Ông Hoàng Minh Thử',
    plan: 'Đo lại thửa đất số 15, tờ bản đồ số 7.\nLàm việc với người khiếu nại và các hộ liền kề.',
  },
  'verification-report': {
    ...base,
    complainant: to,
    petition: complaint,
    respondent: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    verifier: 'Hoàng Minh Thử',
    assigned_on: '2026-07-09',
    findings:
      'Kết quả đo lại ngày 15 tháng 7 năm 2026: thửa đất rộng 145 m², nhiều hơn 25 m² so với quyết định thu hồi.',
    proposal: 'Công nhận khiếu nại đúng một phần; sửa diện tích trong quyết định thu hồi đất.',
    views_differ: true,
  },
  'dialogue-minutes': {
    ...base,
    complainant: to,
    petition: complaint,
    respondent: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    held_on: '2026-07-24',
    where: 'phòng họp Ủy ban nhân dân phường Cam Đường',
    minutes:
      'Ông Dụ trình bày kết quả đo của gia đình.\nPhòng Kinh tế, Hạ tầng và Đô thị công nhận sai số khi đo đạc.\nHai bên thống nhất lấy kết quả đo ngày 15 tháng 7 năm 2026.',
    complainant_absent: false,
  },
  correction: {
    ...base,
    to: ['Ông Nguyễn Văn Dụ', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    of: {
      type: 'THÔNG BÁO',
      notation: '07/TB-UBND',
      issued_on: '2026-07-08',
      about: 'Về việc thụ lý giải quyết khiếu nại lần đầu',
    },
    wrong: 'tổ 5, phường Cam Đương',
    right: 'tổ 5, phường Cam Đường',
    reason: 'sơ suất khi soạn thảo',
  },
  recall: {
    ...base,
    to: ['Ông Nguyễn Văn Dụ'],
    of: {
      type: 'PHIẾU HƯỚNG DẪN',
      notation: '05/PHD-UBND',
      issued_on: '2026-07-08',
      about: 'Về việc gửi đơn đến cơ quan có thẩm quyền',
    },
    reason: 'phiếu được gửi nhầm người',
  },
  private: {
    ...base,
    abbreviation: 'TB',
    type: 'THÔNG BÁO',
    about: 'Về nội dung đã thụ lý',
    to: ['Ông Vàng A Thí'],
    paragraphs: ['Nội dung đã thụ lý: việc cấp giấy không đúng trình tự tại thôn Mẫu.'],
    orders: ['Giải trình bằng văn bản kèm chứng cứ.'],
  },
  outcome: {
    ...base,
    to,
    reception_on: '2026-07-09',
    about: 'bồi thường đất tại dự án đường Trần Phú',
    outcome: 'accepted',
    detail: 'Thông báo thụ lý số 05/TB-UBND đã được gửi đến Ông ngày 08 tháng 7 năm 2026.',
    cite: 'Điều 28 Luật Tiếp công dân',
  },
}

const on: Partial<Record<LetterKind, string>> = {
  answer: '2026-02-12',
  'propose-change': '2026-02-12',
  decision: '2026-08-05',
  'second-road': '2026-08-10',
  'court-road': '2026-08-25',
}

/** Every kind with its data and a number. */
export const samples = (Object.keys(data) as LetterKind[]).map((kind, index) => ({
  kind,
  data: data[kind],
  numbered: { number: index + 1, issued_on: on[kind] ?? '2026-07-09' } satisfies Numbered,
}))

/** The sample of one kind. */
export function sampleOf<K extends LetterKind>(kind: K): { data: LetterData[K]; numbered: Numbered } {
  const found = samples.find((one) => one.kind === kind)
  if (!found) throw new Error(`no sample of ${kind}`)
  return { data: data[kind], numbered: found.numbered }
}
