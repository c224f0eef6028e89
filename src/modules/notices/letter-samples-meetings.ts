/** Samples of the letters about meetings, dialogues, overdue work and reviews. */
import type { LetterData } from './letter-data.ts'
import { base } from './sample-office.ts'

/** The samples by kind. */
export const meetingSamples = {
  'meeting-invitation': {
    ...base,
    meeting: 'conference',
    about: 'Sơ kết công tác dân vận chính quyền 6 tháng đầu năm 2026',
    held_on: '2026-07-14',
    until_on: '2026-07-14',
    starts: '08:00',
    ends: '11:30',
    where: 'Hội trường tầng 2, trụ sở Ủy ban nhân dân phường Cam Đường',
    to: 'Ủy ban nhân dân xã Bảo Yên',
    purpose: 'Đánh giá kết quả 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm.',
    chairs: ['Bà Lý Thị Mẫu, Chủ tịch Ủy ban nhân dân phường'],
    room: 'Xã Bảo Yên',
    online_address: 'https://hop.example.vn/so-ket',
    answer_by: '2026-07-10',
    note: 'Đề nghị gửi báo cáo trước ngày họp 02 ngày.',
  },
  'meeting-change': {
    ...base,
    meeting: 'conference',
    about: 'Sơ kết công tác dân vận chính quyền 6 tháng đầu năm 2026',
    before: {
      held_on: '2026-07-14',
      until_on: '2026-07-14',
      starts: '08:00',
      ends: '11:30',
      where: 'Hội trường tầng 2',
    },
    after: {
      held_on: '2026-07-16',
      until_on: '2026-07-16',
      starts: '14:00',
      ends: '17:00',
      where: 'Hội trường tầng 3',
    },
    reason: 'trùng lịch họp Hội đồng nhân dân.',
    to: ['Xã Bảo Yên', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Cam Đường'],
  },
  'meeting-conclusion': {
    ...base,
    meeting: 'workshop',
    about: 'Giải pháp nâng cao hiệu quả đối thoại với Nhân dân',
    held_on: '2026-07-14',
    until_on: '2026-07-14',
    starts: '08:00',
    ends: '11:30',
    where: 'Hội trường tầng 2, trụ sở Ủy ban nhân dân phường Cam Đường',
    organisers: ['Phường Cam Đường', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Cam Đường'],
    chairs: ['Bà Lý Thị Mẫu, Chủ tịch Ủy ban nhân dân phường'],
    findings: [
      { kind: 'result', text: 'Đã đối thoại 04 cuộc, trả lời 41 câu hỏi.', grounds: ['Phường Cam Đường: 01/DVCQ'] },
      {
        kind: 'limit',
        text: 'Còn 06 câu hỏi chưa có kết quả giải quyết.',
        grounds: ['Tham luận “Sau đối thoại là gì?”'],
      },
      {
        kind: 'remedy',
        text: 'Mỗi câu hỏi có một đơn vị chịu trách nhiệm và một ngày xong.',
        grounds: ['Phát biểu của Chủ tịch'],
      },
    ],
    conclusion: 'Thống nhất công khai kết quả giải quyết sau mỗi cuộc đối thoại.',
    promises: [
      {
        text: 'rà soát các câu hỏi chưa giải quyết, báo cáo kết quả.',
        owner: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường',
        helpers: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
        force: 'ordered',
        due_on: '2026-08-14',
      },
      {
        text: 'giám sát việc trả lời câu hỏi của Nhân dân.',
        owner: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Cam Đường',
        helpers: [],
        force: 'recommended',
        due_on: '2026-09-30',
      },
    ],
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
  'public-dialogue-notice': {
    ...base,
    about: 'Về việc tổ chức đối thoại với Nhân dân',
    subject: 'bồi thường khi mở rộng đường vào khu dân cư số 2',
    together: ['Ủy ban Mặt trận Tổ quốc Việt Nam phường Cam Đường'],
    held_on: '2026-08-25',
    starts: '14:00',
    ends: '17:00',
    where: 'Nhà văn hóa tổ 5',
    link: null,
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
    questions_by: '2026-08-24',
    ways: 'trên Cổng thông tin, tại trụ sở, hoặc qua tổ trưởng tổ dân phố',
    publish_by: '2026-09-04',
    moved: { from_on: '2026-08-20', reason: 'mưa lũ, đường vào tổ 5 bị chia cắt' },
  },
  'public-dialogue-results': {
    ...base,
    about: 'Kết quả đối thoại với Nhân dân',
    subject: 'bồi thường khi mở rộng đường vào khu dân cư số 2',
    held_on: '2026-08-25',
    where: 'Nhà văn hóa tổ 5',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
    people: 87,
    conclusion: 'Ủy ban nhân dân phường ghi nhận mọi ý kiến của Nhân dân.',
    groups: [
      {
        title: 'Giá đất bồi thường',
        summary: 'Căn cứ tính giá đất và thời điểm chi trả.',
        answer: 'Giá đất theo quyết định của Ủy ban nhân dân tỉnh, đã niêm yết tại nhà văn hóa.',
        questions: 12,
      },
      { title: 'Thoát nước', summary: 'Nước ngập vào nhà khi mưa.', answer: null, questions: 3 },
    ],
    promises: [
      { text: 'Nạo vét rãnh thoát nước tổ 5.', owner: 'Phòng Kinh tế, Hạ tầng và Đô thị', due_on: '2026-09-30' },
    ],
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
} satisfies Partial<LetterData>
