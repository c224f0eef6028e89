/** Sentences about custody of keys: requests, recovery by two persons, handing keys on, paper numbers. */

export const custody = {
  title: 'Đề nghị cấp khóa',
  list: {
    lead: 'Người không giữ khóa muốn đọc một hồ sơ riêng phải có lý do theo luật. Người giữ khóa của cơ quan quyết định; mỗi bước đều được ghi lại.',
    ask: 'Viết đề nghị',
    own: 'Đề nghị của tôi',
    own_empty: 'Ông/Bà chưa có đề nghị nào.',
    waiting: 'Đề nghị gửi đến Ông/Bà',
    waiting_empty: 'Chưa có đề nghị nào gửi đến Ông/Bà.',
    leavers: 'Người đã thôi vị trí',
    leavers_lead:
      'Những người này từng tiếp nhận hoặc giải quyết và có khóa riêng. Hãy nhắc họ bàn giao khóa tại trang Bàn giao khóa. Nếu không gặp được, người kế nhiệm gửi đề nghị cấp khóa.',
    leaver: (name: string, title: string, day: string) => `${name}, ${title}: thôi vị trí ngày ${day}`,
    unit: 'Cơ quan',
    asker: 'Người đề nghị',
    what: 'Hồ sơ',
    basis: 'Căn cứ',
    state: 'Tình trạng',
    number: (number: number, year: number) => `Số ${number}/${year}`,
    all: 'Mọi hồ sơ của phần việc',
    hand_on: 'Bàn giao khóa',
  },
  states: {
    asked: 'Chờ người giữ khóa',
    granted: 'Đã đồng ý',
    refused: 'Không đồng ý',
    'half-open': 'Chờ người giữ khóa thứ hai',
    recovered: 'Đã làm xong',
    withdrawn: 'Đã rút',
    lapsed: 'Đã hết hạn',
  },
  ask: {
    title: 'Viết đề nghị cấp khóa',
    lead: 'Ghi số hồ sơ, lý do và căn cứ. Đừng ghi tên ai, đừng ghi nội dung sự việc. Lý do được niêm phong: chỉ Ông/Bà và người giữ khóa đọc được.',
    search: 'Tìm cơ quan',
    search_submit: 'Tìm',
    fields: {
      labels: {
        unit_id: 'Cơ quan giữ hồ sơ',
        basis: 'Căn cứ',
        register_number: 'Số hồ sơ riêng',
        register_year: 'Năm',
        until_on: 'Cần đọc đến hết ngày',
        reason: 'Lý do',
      },
      hints: {
        register_number:
          'Bỏ trống nếu đây là phần việc của Ông/Bà: khi đó là mọi hồ sơ Ông/Bà tiếp nhận hoặc giải quyết.',
        until_on: 'Nhiều nhất 90 ngày. Người làm phần việc của mình thì bỏ trống.',
        reason: 'Nêu số văn bản giao việc, nếu có.',
      },
      choices: {
        basis: {
          'own-work': 'Phần việc của tôi, tôi chưa có khóa hoặc đã mất cụm mật khẩu',
          protection: 'Bảo vệ người gửi (LTC 2018 Đ47–Đ58)',
          'further-denunciation': 'Xem xét tố cáo tiếp (LTC 2018 Đ37)',
          'overdue-review': 'Kiểm tra vụ việc quá hạn (LTC 2018 Đ38)',
          inspection: 'Thanh tra, kiểm tra (LTC 2018 Đ56)',
          investigation: 'Cơ quan điều tra (LTC 2018 Đ27)',
          court: 'Tòa án (LTC 2018 Đ56)',
        },
      },
      submit: 'Gửi đề nghị',
    },
  },
  bases: {
    'own-work': 'Phần việc của mình',
    protection: 'Bảo vệ người gửi',
    'further-denunciation': 'Xem xét tố cáo tiếp',
    'overdue-review': 'Vụ việc quá hạn',
    inspection: 'Thanh tra, kiểm tra',
    investigation: 'Cơ quan điều tra',
    court: 'Tòa án',
  },
  request: {
    title: 'Một đề nghị cấp khóa',
    asked_on: 'Ngày đề nghị',
    until_on: 'Đọc đến hết ngày',
    article: 'Điều luật',
    reason: 'Lý do',
    ground: 'Lý do của quyết định',
    decided_on: 'Ngày quyết định',
    first_on: 'Ngày mở nửa đầu',
    locked: 'Khóa của Ông/Bà đang đóng, nên chưa đọc được lý do.',
    unlock: 'Mở khóa',
    sealed_to_others: 'Đề nghị này niêm phong cho người giữ khóa khác. Người đó quyết định.',
    decide: 'Quyết định',
    decide_lead:
      'Đồng ý chưa mở gì cả. Sau đó người đang giữ khóa của hồ sơ cấp khóa. Không còn ai giữ khóa thì hai người giữ khóa cùng khôi phục.',
    decision: {
      labels: { decision: 'Ông/Bà quyết định thế nào?', ground: 'Lý do của quyết định' },
      hints: { ground: 'Người đề nghị đọc được lý do này. Đừng ghi tên ai khác.' },
      choices: { decision: { grant: 'Đồng ý', refuse: 'Không đồng ý' } },
      submit: 'Ghi quyết định',
    },
    recover: 'Khôi phục khóa bằng hai người',
    first_lead:
      'Chỉ làm khi không còn ai giữ khóa cấp được. Bước này mở nửa đầu. Người giữ khóa thứ hai phải làm tiếp trong 7 ngày. Ông/Bà không đọc được gì.',
    first: 'Mở nửa đầu',
    second_lead:
      'Một người giữ khóa khác đã mở nửa đầu. Bước này mở nửa sau và giao khóa cho người đề nghị. Ông/Bà không đọc được gì.',
    second: 'Mở nửa sau và giao khóa',
    done: 'Đã làm xong. Nếu có hồ sơ thuộc đề nghị này thì người đề nghị mở được. Trang này không cho biết có hay không.',
    withdraw: 'Rút đề nghị',
    back: 'Danh sách đề nghị',
  },
  hand_on: {
    title: 'Bàn giao khóa',
    lead: 'Trước khi thôi vị trí, hãy bàn giao khóa của mọi hồ sơ riêng cho người kế nhiệm trong một lần. Sau bước này Ông/Bà không còn mở được các hồ sơ đó. Đã thôi vị trí thì vẫn bàn giao được.',
    none: 'Khóa của Ông/Bà không mở hồ sơ nào ở đây.',
    locked: 'Khóa của Ông/Bà đang đóng. Hãy mở khóa rồi quay lại trang này.',
    unlock: 'Mở khóa',
    count: (count: number) => `Ông/Bà giữ khóa của ${count} hồ sơ.`,
    fields: { labels: { successor_id: 'Người kế nhiệm' }, submit: 'Bàn giao tất cả' },
    done: (handed_on: number, kept: number) =>
      kept === 0
        ? `Đã bàn giao ${handed_on} hồ sơ.`
        : `Đã bàn giao ${handed_on} hồ sơ. Còn ${kept} hồ sơ người này không được giữ khóa: hãy chọn người khác.`,
    renew: 'Chia lại khóa khôi phục',
    renew_lead:
      'Hai người giữ khóa bất kỳ của cơ quan cùng khôi phục được khóa. Khi người giữ khóa thay đổi, hãy chia lại một lần.',
    renewed: (count: number) => `Đã chia lại khóa khôi phục của ${count} hồ sơ.`,
    left: (names: string) =>
      `Có hồ sơ mà người đã thôi vị trí vẫn giữ khóa: ${names}. Mở từng hồ sơ để thu khóa, hoặc nhắc họ bàn giao.`,
  },
  identity: {
    title: 'Xem số giấy tờ tùy thân',
    lead: 'Số này được niêm phong cho người tiếp nhận. Mỗi lần xem được ghi lại cùng lý do.',
    fields: {
      labels: { reason: 'Vì sao cần xem' },
      hints: { reason: 'Thí dụ: đối chiếu với giấy tờ của người đến gặp. Đừng chép số vào đây.' },
      submit: 'Xem',
    },
    number: 'Số giấy tờ',
    shown: 'Lần xem này đã được ghi lại. Xem xong hãy đóng trang.',
    close: 'Đóng, về lượt tiếp',
  },
  refusals: {
    'actor-is-not-the-asker': 'Không ai tự quyết định đề nghị của mình.',
    'actor-is-another-custodian': 'Nửa sau phải do một người giữ khóa khác mở.',
    'request-is-still-good': 'Đề nghị này đã hết hạn. Người đề nghị cần gửi lại.',
    'request-is-over': 'Đề nghị này còn hạn.',
    'own-work-is-the-actors': 'Ông/Bà không tiếp nhận hoặc giải quyết ở cơ quan này. Hãy chọn căn cứ khác.',
    'custodian-is-clear-of-the-subject':
      'Người giữ khóa đã đồng ý lại là người có liên quan. Cần một người giữ khóa khác quyết định.',
  },
  faults: {
    'number-and-year-together': 'Hãy ghi cả số và năm.',
    'day-has-passed': 'Ngày này đã qua.',
    'reading-too-long': 'Nhiều nhất 90 ngày kể từ hôm nay.',
    'not-open-to-you': 'Số này không niêm phong cho khóa của Ông/Bà.',
  },
} as const
