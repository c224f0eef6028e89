/** Words of the steps, states and conditions of instruments, study sessions, programmes, goals and movements. */
const correct = {
  button: 'Đính chính',
  done: 'Một sai sót đã được sửa; cả nội dung cũ và mới đều được giữ.',
}

export const programmeSteps = {
  instrument: {
    'record-instrument': { button: 'Vào sổ văn bản', done: 'Văn bản đã vào sổ.' },
    'bind-units': { button: 'Nêu đơn vị phải thực hiện', done: 'Đã nêu đơn vị phải thực hiện.' },
    derive: { button: 'Ghi căn cứ hình thành', done: 'Đã ghi văn bản này hình thành từ đâu.' },
    'bind-event': { button: 'Gắn sự kiện vào chủ đề', done: 'Đã ghi vào chủ đề năm.' },
    'release-event': { button: 'Bỏ ghi nhầm thuộc chủ đề', done: 'Đã bỏ ra khỏi chủ đề năm.' },
    'attach-text': { button: 'Đính kèm toàn văn', done: 'Đã đính kèm toàn văn.' },
    'replace-instrument': { button: 'Ghi văn bản thay thế', done: 'Đã có văn bản khác thay thế.' },
    'end-instrument': { button: 'Ghi hết hiệu lực', done: 'Văn bản hết hiệu lực.' },
    correct,
    'void-instrument': { button: 'Bỏ mục ghi nhầm', done: 'Mục này ghi nhầm, đã bỏ; vẫn còn trong sổ.' },
  },
  'study-session': {
    'record-session': { button: 'Ghi buổi quán triệt', done: 'Đã ghi buổi quán triệt.' },
    'note-attendance': { button: 'Ghi số người dự của đơn vị', done: 'Đã ghi số người dự.' },
    'note-question': { button: 'Ghi câu hỏi, vướng mắc', done: 'Đã ghi câu hỏi.' },
    correct,
    'void-session': { button: 'Bỏ buổi ghi nhầm', done: 'Buổi này ghi nhầm, đã bỏ.' },
  },
  programme: {
    'draft-programme': { button: 'Lập chương trình, kế hoạch', done: 'Đã bắt đầu soạn.' },
    'name-organiser': { button: 'Thêm cơ quan phối hợp', done: 'Đã thêm cơ quan phối hợp.' },
    'drop-organiser': { button: 'Bớt cơ quan phối hợp', done: 'Đã bớt cơ quan phối hợp.' },
    'note-promise': { button: 'Giao nhiệm vụ', done: 'Đã giao một nhiệm vụ.' },
    'drop-promise': { button: 'Bỏ nhiệm vụ', done: 'Đã bỏ một nhiệm vụ khi còn soạn.' },
    'issue-programme': { button: 'Ban hành', done: 'Đã ban hành; mỗi nhiệm vụ là một cam kết có hạn.' },
    'ask-for-plans': { button: 'Yêu cầu cấp dưới lập kế hoạch', done: 'Đã yêu cầu cấp dưới lập kế hoạch.' },
    'remind-plans': { button: 'Nhắc nơi chưa có kế hoạch', done: 'Đã nhắc nơi chưa có kế hoạch.' },
    'exchange-results': { button: 'Thông báo kết quả phối hợp', done: 'Đã thông báo kết quả phối hợp.' },
    'end-programme': { button: 'Kết thúc', done: 'Chương trình đã kết thúc.' },
    'withdraw-programme': { button: 'Không ban hành nữa', done: 'Bản soạn không ban hành nữa.' },
    correct,
  },
  goal: {
    'set-goal': { button: 'Đặt chỉ tiêu', done: 'Đã đặt chỉ tiêu.' },
    'note-progress': { button: 'Ghi kết quả đến nay', done: 'Đã ghi kết quả đến nay.' },
    'reach-goal': { button: 'Kết thúc: đạt', done: 'Chỉ tiêu đạt.' },
    'miss-goal': { button: 'Kết thúc: không đạt', done: 'Chỉ tiêu không đạt.' },
    'drop-goal': { button: 'Thôi theo đuổi', done: 'Chỉ tiêu không theo đuổi nữa.' },
    correct,
  },
  movement: {
    'launch-movement': { button: 'Phát động', done: 'Đã phát động.' },
    'register-unit': { button: 'Đăng ký tham gia', done: 'Một đơn vị đã đăng ký.' },
    'review-interim': { button: 'Sơ kết', done: 'Đã sơ kết.' },
    'review-final': { button: 'Tổng kết', done: 'Đã tổng kết.' },
    award: { button: 'Ghi khen thưởng', done: 'Đã ghi một khen thưởng.' },
    'close-movement': { button: 'Kết thúc', done: 'Đã kết thúc.' },
    correct,
  },
} as const

export const programmeStates = {
  instrument: {
    recorded: 'Đang có hiệu lực',
    replaced: 'Đã bị thay thế',
    ended: 'Hết hiệu lực',
    void: 'Mục ghi nhầm',
  },
  'study-session': { held: 'Đã tổ chức', void: 'Mục ghi nhầm' },
  programme: { drafted: 'Đang soạn', issued: 'Đang thực hiện', ended: 'Đã kết thúc', withdrawn: 'Không ban hành' },
  goal: { set: 'Đang thực hiện', reached: 'Đạt', missed: 'Không đạt', dropped: 'Thôi theo đuổi' },
  movement: { launched: 'Đang thực hiện', reviewed: 'Đã tổng kết', closed: 'Đã kết thúc' },
} as const

export const programmeConditions = {
  'issuer-is-named-once': 'Hãy chọn một đơn vị ban hành, hoặc ghi tên nơi ban hành; không ghi cả hai.',
  'instrument-day-is-not-ahead': 'Ngày ban hành ở sau hôm nay. Hãy ghi đúng ngày trên văn bản.',
  'validity-ends-after-it-begins': 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
  'a-theme-names-its-year': 'Chủ đề năm phải ghi năm; văn bản khác thì để trống ô năm.',
  'it-is-the-theme-of-a-year': 'Đây không phải chủ đề năm.',
  'derivation-is-no-circle': 'Văn bản kia lại hình thành từ chính văn bản này. Hãy chọn văn bản có trước.',
  'session-day-has-come': 'Ngày tổ chức ở sau hôm nay. Hãy ghi khi buổi quán triệt đã diễn ra.',
  'question-names-no-person': 'Có tên người, số điện thoại hoặc số nhà. Hãy ghi việc, không ghi người.',
  'programme-ends-after-it-begins': 'Ngày kết thúc phải sau ngày bắt đầu.',
  'after-issue-the-head-decides': 'Đã ban hành: chỉ người đứng đầu hoặc cấp phó được thay đổi.',
  'programme-has-goals-and-tasks':
    'Chưa có chỉ tiêu hoặc chưa có nhiệm vụ. Hãy đặt ít nhất một chỉ tiêu và giao một nhiệm vụ.',
  'issue-day-is-not-ahead': 'Ngày ban hành ở sau hôm nay. Hãy ghi đúng ngày ký.',
  'plan-day-is-ahead': 'Hạn gửi kế hoạch phải sau hôm nay.',
  'plans-are-missing': 'Mọi nơi được yêu cầu đều đã có kế hoạch, hoặc chưa yêu cầu nơi nào.',
  'not-reminded-today': 'Hôm nay đã nhắc rồi. Hãy để đến ngày mai.',
  'several-organise-it': 'Chưa có cơ quan phối hợp nào cùng thực hiện.',
  'result-names-no-person': 'Có tên người, số điện thoại hoặc số nhà. Hãy ghi kết quả, không ghi người.',
  'every-goal-has-ended': 'Còn chỉ tiêu chưa kết thúc. Mỗi chỉ tiêu phải có kết quả cuối cùng và minh chứng.',
  'every-task-has-ended': 'Còn nhiệm vụ chưa kết thúc. Mỗi nhiệm vụ phải có kết quả và minh chứng.',
  'programme-is-open': 'Chương trình đã kết thúc hoặc không ban hành.',
  'progress-is-typed': 'Chỉ tiêu này lấy số liệu từ sổ, không nhập tay.',
  'final-value-is-known': 'Chưa ghi kết quả cuối cùng. Hãy ghi số đạt được.',
  'final-value-reaches-the-target': 'Kết quả chưa đến mức đã đặt. Hãy kết thúc là không đạt, và nêu vì sao.',
  'movement-ends-after-it-begins': 'Ngày kết thúc phải sau ngày phát động.',
  'registers-own-unit': 'Chỉ đăng ký cho đơn vị mà Ông/Bà đang giữ chức vụ.',
  'unit-takes-part-here': 'Đơn vị này không thuộc nơi phát động.',
  'unit-is-not-registered': 'Đơn vị đã đăng ký rồi.',
  'review-names-no-person': 'Có tên người, số điện thoại hoặc số nhà. Hãy ghi kết quả, không ghi người.',
  'a-person-has-consented': 'Chỉ ghi tên người khi người đó đồng ý. Nếu chưa, hãy để trống tên và ghi số người.',
  'collective-took-part': 'Tập thể này chưa đăng ký tham gia. Hãy chọn đơn vị đã đăng ký.',
} as const

export const programmeNames = {
  instrument: 'Văn bản chỉ đạo',
  'study-session': 'Buổi quán triệt',
  programme: 'Chương trình, kế hoạch',
  goal: 'Chỉ tiêu',
  movement: 'Phong trào, cuộc vận động',
} as const

export const programmeStandings = {
  bound: 'đơn vị phải thực hiện',
  partner: 'cơ quan phối hợp',
  registrant: 'đơn vị tham gia',
} as const
