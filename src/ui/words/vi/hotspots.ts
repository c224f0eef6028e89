/** Sentences of the scan for places where much is overdue, and of the plans to catch up. */
import { hotspotPlans } from './hotspot-plans.ts'

/** A unit's name inside a sentence: 'xã Bảo Yên'. */
const spoken = (name: string) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

export const hotspots = {
  title: 'Nơi nhiều việc chưa xong',
  lead: 'Nơi và lĩnh vực có việc quá hạn nhiều hơn mức ngẫu nhiên. Trang này nói về việc của cơ quan, không nói về người dân.',
  all_fields: 'Mọi lĩnh vực',
  intake: 'Tiếp nhận, phân loại đơn',
  scope: {
    country: 'So sánh các tỉnh, thành phố trong cả nước',
    province: (name: string) => `So sánh các xã, phường trong ${spoken(name)}`,
  },
  run: (on: string, cases: string, places: string, since: string) =>
    `Đợt xem xét ngày ${on}: ${cases} việc đã đến hạn từ ngày ${since}, ở ${places} nơi.`,
  run_part: (on: string) => `Đợt xem xét ngày ${on}. Ông/Bà thấy nơi mình và các nơi cấp dưới.`,
  no_run: 'Chưa có đợt xem xét nào. Đợt đầu chạy vào sáng thứ Hai tới.',
  none: 'Đợt này không thấy nơi nào có việc quá hạn nhiều hơn mức ngẫu nhiên.',
  unnamed: (count: string) => `Trong ${count} tỉnh, thành phố khác, đợt này không thấy nơi nào.`,
  columns: {
    place: 'Nơi',
    field: 'Lĩnh vực',
    window: 'Việc đến hạn',
    behind: 'Quá hạn, chưa xong',
    expected: 'Mức chung',
    plan: 'Kế hoạch',
  },
  windows: {
    '28': 'trong 4 tuần qua',
    '91': 'trong 3 tháng qua',
    '364': 'trong 1 năm qua',
  } as Readonly<Record<string, string>>,
  any_window: (since: string) => `từ ngày ${since}`,
  share: (behind: string, cases: string) => `${behind} trong ${cases} việc`,
  why: 'Vì sao nơi này?',
  has_plan: 'Đang có kế hoạch',
  no_plan: 'Chưa có',
  chart: {
    title: 'Việc quá hạn so với mức chung',
    said: 'Mỗi thanh là một nơi. Vạch đứng là mức chung, nếu nơi này chậm như các nơi khác.',
    counted: 'Quá hạn, chưa xong',
    of: 'Nơi và lĩnh vực',
    before: 'Mức chung',
  },
  map: {
    title: 'Số nơi và lĩnh vực nhiều việc chưa xong, theo tỉnh',
    said: 'Tỉnh đậm màu hơn có nhiều nơi được nêu hơn. Tỉnh gạch chéo chưa được xem xét.',
    counted: 'Số nơi được nêu',
    of: 'Tỉnh, thành phố',
    source: 'Đường viền: @svg-maps/vietnam (CC BY 4.0).',
  },
  ask: 'Xem xét lại ngay',
  ask_hint: 'Mỗi nơi được yêu cầu nhiều nhất ba lần một ngày. Kết quả có sau ít phút; hãy tải lại trang.',
  asked: 'Đã nhận yêu cầu. Kết quả có sau ít phút; hãy tải lại trang.',
  asked_often: 'Hôm nay đã yêu cầu ba lần. Hãy chờ đến ngày mai hoặc sáng thứ Hai.',
  back: 'Nơi nhiều việc chưa xong',
  figures: 'Kế hoạch từ đầu năm',
  figures_said: (one: { opened: string; closed: string; withdrawn: string; running: string; overdue: string }) =>
    `Đã lập ${one.opened}; kết thúc ${one.closed}; rút ${one.withdrawn}; đang chạy ${one.running}, trong đó quá ngày ${one.overdue}.`,
  figures_fell: (then: string, at_end: string) =>
    `Ở các kế hoạch đã kết thúc, việc quá hạn giảm từ ${then} xuống ${at_end}.`,
  how: {
    title: 'Trang này xem gì và không xem gì',
    sees: 'Chỉ xem việc của cơ quan đã đến hạn: xong hay chưa.',
    inputs: {
      'petition-intake': 'Đơn đã quá ngày phải phân loại, xử lý',
      complaint: 'Khiếu nại đã quá hạn thụ lý hoặc giải quyết',
      feedback: 'Kiến nghị, phản ánh đã quá hạn trả lời',
      obligation: 'Việc phải thi hành theo quyết định giải quyết khiếu nại, đã quá ngày',
      grievance: 'Bức xúc chưa thành đơn đã quá ngày cơ quan tự đặt',
      commitment: 'Việc đã hứa, được giao mà quá hạn hoặc không thực hiện',
    },
    not_seen:
      'Không xem: đoàn đông người, lượt tiếp công dân, người gửi nhiều lần, tên hay nhóm người nào. Hồ sơ kín không bao giờ được xem.',
    household:
      'Mỗi hộ chỉ tính một lần cho một lĩnh vực ở một nơi. Nơi nào có dưới năm hộ thì không nêu. Số nhận biết hộ chỉ có trong lúc tính, không lưu.',
    chance: (percent: string) =>
      `Nếu việc chậm chỉ do ngẫu nhiên, cứ 100 đợt có khoảng ${percent} đợt vẫn nêu nhầm ít nhất một nơi.`,
    blind:
      'Không thấy: lĩnh vực mà mọi nơi cùng chậm; việc chưa vào sổ; việc đã tạm đình chỉ. Không được nêu ở đây không có nghĩa là làm tốt.',
    services: 'Dùng để sắp xếp lại công việc. Không dùng để xếp hạng hay kỷ luật cán bộ.',
  },
  explain: {
    title: (place: string) => `Vì sao nêu ${spoken(place)}?`,
    what: (field: string, window: string) => `Lĩnh vực: ${field}. Việc đến hạn ${window}.`,
    counted: (cases: string, behind: string) =>
      `${cases} việc đã đến hạn, tính một việc cho mỗi hộ. ${behind} việc đã quá hạn mà chưa xong.`,
    expected: (expected: string) =>
      `Nếu nơi này chậm như các nơi khác cùng lĩnh vực và cùng thời gian, số ấy vào khoảng ${expected}.`,
    chance: (of: string) => `Xếp ngẫu nhiên các việc chậm 1000 lần, có ${of} lần thấy một nơi lệch đến mức này.`,
    chance_label: 'Khả năng do ngẫu nhiên',
    run: (on: string) => `Theo đợt xem xét ngày ${on}.`,
    no_people: 'Trang này không mở danh sách người dân hay từng đơn.',
    own_list: 'Mở danh sách việc quá hạn của cơ quan',
  },
  plans: hotspotPlans,
  worklist: (open: number, overdue: number) =>
    `Kế hoạch ở nơi nhiều việc chưa xong do Ông/Bà phụ trách: ${open}${overdue > 0 ? `, quá ngày ${overdue}` : ''}`,
  worklist_below: (below: number) => `Kế hoạch quá ngày của nơi mình và cấp dưới: ${below}`,
  refusals: {
    'no-plan-runs-here': 'Nơi và lĩnh vực này đang có một kế hoạch. Hãy kết thúc hoặc rút kế hoạch ấy trước.',
  },
} as const
