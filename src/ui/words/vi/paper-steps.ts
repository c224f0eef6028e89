/** Words of the steps, states and conditions of topics, papers and their volume. */

export const paperSteps = {
  topic: {
    commission: { button: 'Đặt chủ đề tham luận', done: 'Chủ đề đã được đặt.' },
    correct: { button: 'Sửa chủ đề', done: 'Chủ đề đã được sửa.' },
    end: { button: 'Thôi đặt bài', done: 'Chủ đề này không nhận bài nữa.' },
  },
  paper: {
    submit: { button: 'Gửi bài tham luận', done: 'Tác giả đã gửi bài qua mạng.' },
    'hand-in': { button: 'Gửi bài', done: 'Bài đã được nhận.' },
    'add-version': { button: 'Gửi bản mới', done: 'Đã nhận bản mới của bài.' },
    'ask-for-changes': { button: 'Góp ý biên tập', done: 'Ban biên tập đã góp ý và đề nghị gửi bản mới.' },
    'name-reviewers': { button: 'Cử người phản biện', done: 'Đã cử hai người phản biện.' },
    review: { button: 'Gửi nhận xét phản biện', done: 'Một người phản biện đã gửi nhận xét.' },
    accept: { button: 'Nhận đăng', done: 'Bài được nhận đăng vào kỷ yếu.' },
    decline: { button: 'Không nhận đăng', done: 'Bài không được nhận đăng; lý do đã ghi.' },
    choose: { button: 'Chọn trình bày', done: 'Bài được chọn trình bày.' },
    'leave-out': { button: 'Thôi trình bày', done: 'Bài thôi trình bày, vẫn đăng trong kỷ yếu.' },
    withdraw: { button: 'Rút bài', done: 'Bài đã được rút.' },
    correct: { button: 'Sửa tên bài, tác giả', done: 'Tên bài hoặc tác giả đã được sửa.' },
  },
  'papers-volume': {
    begin: { button: 'Làm kỷ yếu', done: 'Kỷ yếu đã được bắt đầu.' },
    correct: { button: 'Sửa lời nói đầu', done: 'Lời nói đầu hoặc trang bìa đã được sửa.' },
    make: { button: 'Làm lại kỷ yếu', done: 'Kỷ yếu được làm lại từ các bài hiện có.' },
    publish: { button: 'Công bố kỷ yếu', done: 'Kỷ yếu đã được công bố.' },
    'take-off': { button: 'Thôi công bố', done: 'Kỷ yếu không còn công bố.' },
  },
} as const

export const paperStates = {
  topic: { commissioned: 'Đang nhận bài', ended: 'Thôi nhận bài' },
  paper: {
    received: 'Đã nhận',
    'in-editing': 'Đang biên tập',
    accepted: 'Nhận đăng kỷ yếu',
    chosen: 'Trình bày',
    declined: 'Không nhận đăng',
    withdrawn: 'Đã rút',
  },
  'papers-volume': { prepared: 'Nội bộ', published: 'Đã công bố' },
} as const

export const paperConditions = {
  'due-day-of-papers-is-ahead': 'Hạn nộp bài phải sau hôm nay. Hãy chọn ngày khác.',
  'somebody-is-asked-for-a-paper': 'Hãy chọn ít nhất một đơn vị, hoặc mở cho mọi người gửi bài.',
  'call-takes-papers': 'Đã hết hạn nhận bài. Hãy liên hệ đơn vị tổ chức.',
  'unit-sends-its-own-paper': 'Ông/Bà chỉ gửi được bài của đơn vị mình. Hãy chọn đơn vị của Ông/Bà.',
  'own-review-is-not-handed-in': 'Ông/Bà đã gửi nhận xét cho bài này.',
  'both-reviews-are-handed-in': 'Chưa đủ nhận xét của hai người phản biện.',
  'nobody-reviews-yet': 'Đã có nhận xét, không đổi được người phản biện.',
  'a-paper-is-accepted': 'Chưa có bài nào được nhận đăng.',
  'volume-is-made-of-the-papers-as-they-are': 'Kỷ yếu chưa làm xong từ các bài hiện có. Hãy làm lại rồi công bố.',
} as const
