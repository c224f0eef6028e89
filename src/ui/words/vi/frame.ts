/** Sentences of the frame that every page shares. */

/** What a fault may tell beside its code. */
interface FaultWords {
  /** The field's name as a noun inside a sentence, first letter small. */
  name: string
  /** The field's name opening a sentence. */
  Name: string
  max?: string
  min?: string
  count?: string
  days?: string
  month?: string
  year?: string
}

export const frame = {
  product: 'Gần Dân',
  slogan: 'Nghe dân nói, trả lời đúng hạn',
  skip_to_content: 'Đến nội dung chính',
  language_name: 'Tiếng Việt',
  languages: 'Ngôn ngữ',
  contents: 'Nội dung',
  page_title: (title: string, office: string) => `${title} – ${office}`,
  error_title: (title: string) => `Có chỗ cần sửa – ${title}`,
  home: 'Trang đầu',
  back: 'Quay lại',
  error_prefix: 'Cần sửa',
  typed: 'Những gì đã viết, để chép lại nếu cần',
  there_is_a_problem: 'Có chỗ cần sửa',
  important: 'Xin lưu ý',
  success: 'Đã xong',
  warning: 'Lưu ý',
  optional: '(không bắt buộc)',
  yes: 'Có',
  no: 'Không',
  choose_one: 'Chọn một mục',
  earlier: 'Phần trước',
  later: 'Phần tiếp',
  pages: 'Các phần của danh sách',
  scrollable: (caption: string) => `Bảng: ${caption} (cuộn ngang được)`,
  sort_up: 'xếp tăng dần',
  sort_down: 'xếp giảm dần',
  sort_by: (column: string) => `Xếp theo ${column}`,
  demonstration: 'Dữ liệu minh họa',
  demonstration_day: (day: string) =>
    `Người và đơn thư ở đây là bịa ra để giới thiệu phần mềm. Ngày làm việc cố định: ${day}.`,
  footer_office: (office: string) => `Trang của ${office}.`,
  footer_software: 'Phần mềm tự do Gần Dân.',
  footer_help: 'Gặp khó khăn, Ông/Bà hãy đến nơi tiếp công dân hoặc gọi số điện thoại của cơ quan.',
  to_desk: 'Dành cho cán bộ',
  chart: {
    table: 'Xem bảng số liệu',
    drawing: (title: string) => `Hình: ${title} (cuộn ngang được)`,
    nothing: 'chưa có số liệu',
    between: (from: string | null, to: string | null) =>
      from === null ? `đến ${to}` : to === null ? `từ ${from}` : from === to ? from : `${from} đến ${to}`,
  },
  portal: {
    navigation: 'Việc Ông/Bà cần làm',
    send: 'Gửi đơn',
    track: 'Tra cứu đơn',
    receptions: 'Lịch tiếp công dân',
    answers: 'Câu trả lời đã công bố',
  },
  desk: {
    navigation: 'Các phần việc',
    conferences: 'Hội nghị',
    overview: 'Toàn cảnh',
    worklists: 'Việc của tôi',
    receptions: 'Tiếp dân',
    petitions: 'Đơn thư',
    grievances: 'Bức xúc',
    dialogues: 'Đối thoại',
    commitments: 'Cam kết',
    programmes: 'Chương trình',
    sealed: 'Hồ sơ riêng',
    books: 'Sổ sách',
    reports: 'Báo cáo',
    units: 'Cơ quan',
    calendar: 'Lịch làm việc',
    vault_key: 'Khóa của tôi',
    search: 'Tìm hồ sơ',
    search_hint: 'Số vào sổ, tên hoặc nội dung',
    search_button: 'Tìm',
    sign_in: 'Đăng nhập',
    sign_out: 'Đăng xuất',
    signed_in_as: 'Người dùng',
    keys: 'Phím tắt',
    keys_list: {
      j: 'xuống một dòng',
      k: 'lên một dòng',
      enter: 'mở dòng đang chọn',
      x: 'đánh dấu dòng',
      slash: 'tìm',
      question: 'hiện danh sách phím này',
      escape: 'đóng danh sách phím',
    },
    keys_line: (selects: boolean) => `j k di chuyển · Enter mở · ${selects ? 'x chọn · ' : ''}/ tìm · ? phím`,
    close: 'Đóng',
    unsaved: 'Phần đã nhập chưa được gửi. Rời trang này?',
    page_kept: 'Máy này mở lại được trang này khi mất mạng, trong bảy ngày. Đăng xuất thì trang được xóa khỏi máy.',
    draft_found: 'Có bản nháp chưa gửi trên máy này.',
    draft_restore: 'Lấy lại bản nháp',
    draft_discard: 'Bỏ bản nháp',
    matches_none: 'Chưa thấy đơn nào giống.',
    matches_waiting: 'Đang tìm đơn giống…',
    matches_failed: 'Chưa tìm được, xin thử lại sau.',
  },
  offline: {
    title: 'Máy đang mất mạng',
    lines: [
      'Trang này chưa được giữ trên máy, nên chưa mở được.',
      'Nếu vừa bấm gửi thì phần đó chưa được gửi. Hãy bấm nút quay lại của trình duyệt: những gì đã nhập vẫn còn.',
      'Khi có mạng, xin tải lại trang.',
    ],
  },
  history: { title: 'Diễn biến', by_the_program: 'do phần mềm ghi khi cài đặt', reason: 'Lý do' },
  due: {
    why: 'Vì sao là ngày này?',
    why_of: (day: string) => `Vì sao là ngày ${day}?`,
    days_left: (days: number) => (days === 0 ? 'hôm nay là ngày cuối' : `còn ${days} ngày làm việc`),
    days_over: (days: number) => `quá ${days} ngày làm việc`,
  },
  states: {
    'on-time': 'Đúng hạn',
    'due-soon': 'Sắp đến hạn',
    overdue: 'Quá hạn',
    suspended: 'Tạm dừng',
    settled: 'Đã giải quyết',
  },
  weekdays: {
    1: 'Thứ Hai',
    2: 'Thứ Ba',
    3: 'Thứ Tư',
    4: 'Thứ Năm',
    5: 'Thứ Sáu',
    6: 'Thứ Bảy',
    7: 'Chủ nhật',
  },
  money: (amount: string) => `${amount} đồng`,
  to_be_checked: 'cần kiểm tra lại',
  day_hint: 'Ví dụ: 06/07/2026. Có thể gõ liền: 06072026.',
  count_left: (max: string) => `Không quá ${max} ký tự.`,
  files_hint: (count: number, megabytes: string) => `Nhiều nhất ${count} tệp, mỗi tệp không quá ${megabytes} MB.`,
  faults: {
    'more-than-all-people': () => 'Số cán bộ, công chức, viên chức không thể nhiều hơn tổng số người.',
    required: (f: FaultWords) => `Chưa có ${f.name}.`,
    'choose-one': (f: FaultWords) => `Chưa chọn ${f.name}.`,
    'not-a-choice': (f: FaultWords) => `${f.Name}: hãy chọn một mục trong danh sách.`,
    'too-long': (f: FaultWords) => `${f.Name} dài ${f.count} ký tự; nhiều nhất là ${f.max} ký tự.`,
    'too-short': (f: FaultWords) => `${f.Name} ngắn quá; cần ít nhất ${f.min} ký tự.`,
    'forbidden-character': (f: FaultWords) => `${f.Name} có ký tự ẩn mà máy không ghi được; hãy xóa phần đó và gõ lại.`,
    'not-a-day': (f: FaultWords) => `${f.Name} chưa đúng: hãy ghi ngày, tháng, năm, ví dụ 06/07/2026.`,
    'no-such-month': (f: FaultWords) => `${f.Name} chưa đúng: một năm chỉ có 12 tháng.`,
    'no-such-day': (f: FaultWords) => `${f.Name} chưa đúng: tháng ${f.month} năm ${f.year} chỉ có ${f.days} ngày.`,
    'day-in-future': (f: FaultWords) => `${f.Name} chưa đúng: ngày này chưa đến.`,
    'day-too-early': (f: FaultWords) => `${f.Name} chưa đúng: năm phải từ ${f.min} trở về sau.`,
    'day-too-late': (f: FaultWords) => `${f.Name} chưa đúng: năm phải trước ${f.max}.`,
    'not-a-number': (f: FaultWords) => `${f.Name} phải là số nguyên, ví dụ 12.`,
    'too-small': (f: FaultWords) => `${f.Name} phải từ ${f.min} trở lên.`,
    'too-large': (f: FaultWords) => `${f.Name} nhiều nhất là ${f.max}.`,
    'not-a-name': (f: FaultWords) => `${f.Name} chưa đúng: tên người chỉ gồm chữ cái và dấu cách.`,
    'not-a-phone': (f: FaultWords) => `${f.Name} chưa đúng: hãy ghi 10 chữ số, ví dụ 0912 345 678.`,
    'not-an-identity-number': (f: FaultWords) =>
      `${f.Name} chưa đúng: căn cước có 12 chữ số, chứng minh nhân dân có 9 chữ số, hộ chiếu gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số.`,
    'not-an-id': (f: FaultWords) => `${f.Name} không còn đúng; hãy mở lại trang và gửi lần nữa.`,
    'too-many-files': (f: FaultWords) => `${f.Name}: nhiều nhất ${f.max} tệp.`,
    'file-too-large': (f: FaultWords) => `${f.Name}: tệp nặng ${f.count} MB; nhiều nhất là ${f.max} MB.`,
    'must-agree': (f: FaultWords) => `Cần đánh dấu: ${f.name}.`,
    'key-service-away': () =>
      'Dịch vụ giữ khóa của cơ quan không trả lời. Chưa có gì được ghi; hãy gửi lại sau ít phút.',
    'key-service-refuses': () =>
      'Dịch vụ giữ khóa của cơ quan từ chối. Hãy đóng khóa, lấy mã một lần mới rồi mở khóa và gửi lại; chưa có gì được ghi.',
    'key-service-wrong': () =>
      'Dịch vụ giữ khóa của cơ quan trả lời sai. Chưa có gì được ghi; hãy báo người quản trị dịch vụ.',
    invalid: (f: FaultWords) => `${f.Name} chưa đúng; xin xem lại.`,
  },
  problems: {
    'not-found': {
      title: 'Không có trang này',
      body: 'Địa chỉ có thể đã gõ nhầm, hoặc hồ sơ không mở cho Ông/Bà. Xin xem lại địa chỉ hoặc bắt đầu từ trang đầu.',
    },
    forbidden: {
      title: 'Không làm được việc này',
      body: 'Yêu cầu không đi từ trang của chúng tôi, hoặc người dùng không có quyền làm việc này. Xin mở lại trang và thử lần nữa.',
    },
    conflict: {
      title: 'Hồ sơ đã thay đổi',
      body: 'Trong lúc chờ, người khác đã làm một bước trên hồ sơ này. Xin mở lại hồ sơ để xem bước mới nhất.',
    },
    'too-large': {
      title: 'Phần gửi lên nặng quá',
      body: 'Mỗi tệp không quá 20 MB và mỗi lần gửi không quá 10 tệp. Chưa có gì được ghi lại; xin quay lại, chọn tệp nhẹ hơn rồi gửi lần nữa.',
    },
    unprocessable: {
      title: 'Chưa đọc được phần gửi lên',
      body: 'Phần gửi lên thiếu hoặc sai dạng. Chưa có gì được ghi lại; xin quay lại và gửi lần nữa.',
    },
    'too-many': {
      title: 'Ông/Bà thử nhiều lần quá',
      body: 'Để giữ an toàn, chúng tôi tạm dừng ít phút. Xin chờ rồi thử lại.',
    },
    bug: {
      title: 'Máy của chúng tôi có lỗi',
      body: 'Lỗi đã được ghi lại. Phần Ông/Bà vừa gửi có thể chưa được nhận; xin thử lại sau ít phút.',
    },
  },
  stale: (by: string, at: string) => `${by} đã làm một bước trên hồ sơ này lúc ${at}. Xin mở lại hồ sơ rồi làm tiếp.`,
  somebody: 'Người khác',
  problem_id: (id: string) => `Mã lỗi để báo cho chúng tôi: ${id}`,
} as const
