/** What people write about offices and what the state owes. Invented; `{…}` is filled in by `letters.ts`. */
import type { Topic } from './topics.ts'

const none = { contested: [], verified: [], conclusion: [], orders: [], minutes: [] } as const

/** Letters about offices, order in the street and old claims. */
export const officeTopics: readonly Topic[] = [
  {
    id: 'one-stop-late',
    field: 'procedures',
    kinds: [
      ['observation', 7],
      ['complaint', 2],
    ],
    title: [
      'Bộ phận một cửa trễ hẹn {days} ngày',
      'Hồ sơ đăng ký hộ kinh doanh trễ hẹn không có thư xin lỗi',
      'Phải đi lại nhiều lần để chứng thực giấy tờ',
    ],
    open: [
      'Ngày {date} {me} nộp hồ sơ tại trung tâm phục vụ hành chính công {unit}, giấy hẹn 5 ngày làm việc.',
      '{Me} làm thủ tục chứng thực và đăng ký ở bộ phận một cửa {unit}.',
    ],
    facts: [
      'Đến hẹn thì bảo phần mềm lỗi, hẹn miệng hôm khác. Trễ {days} ngày mà không có phiếu xin lỗi hẹn lại.',
      'Lần đầu nói thiếu giấy xác nhận cư trú, lần hai nói thiếu bản sao, lần ba thì hết giờ. Mỗi lần đi hơn {small2} chục cây số.',
    ],
    effect: ['Lỡ ngày ký hợp đồng, thiệt hại cho gia đình.', 'Người ở bản xa đi một lần mất cả buổi.'],
    wish: ['Đề nghị nói rõ một lần những giấy tờ cần và trả đúng hẹn.', 'Mong {office} chấn chỉnh.'],
    contested: ['Việc không trả kết quả đúng hẹn theo giấy hẹn ngày {date}'],
    verified: [
      'Nhật ký hệ thống cho thấy hồ sơ bị bỏ quên {days} ngày ở bước thẩm định, không có phiếu xin lỗi và hẹn lại.',
    ],
    conclusion: ['Việc chậm trả kết quả là lỗi của bộ phận tiếp nhận; khiếu nại đúng.'],
    orders: ['Trả kết quả ngay\nXin lỗi bằng văn bản\nKiểm điểm người để hồ sơ quá hạn'],
    minutes: ['Đại diện bộ phận một cửa xin lỗi người khiếu nại.'],
    answer: [
      'Chúng tôi xin lỗi vì để trễ hẹn. Kết quả đã được trả ngày {date2}. Từ nay người nộp hồ sơ được nhận một tờ ghi đủ giấy tờ cần bổ sung, chỉ bổ sung một lần.',
    ],
    public_question: ['Phản ánh bộ phận một cửa trễ hẹn, yêu cầu bổ sung nhiều lần.'],
    public_answer: [
      'Đã xin lỗi và trả kết quả. Giấy tờ cần bổ sung được ghi một lần vào một tờ; hồ sơ trễ hẹn có thư xin lỗi.',
    ],
  },
  {
    id: 'manner',
    field: 'civil-service',
    kinds: [['observation', 6]],
    title: [
      'Thái độ của người tiếp nhận hồ sơ',
      'Cán bộ nói trống không với người già',
      'Không có người trực giờ hành chính',
    ],
    open: [
      'Sáng ngày {date} {me} đến trụ sở {unit} làm giấy tờ cho cháu.',
      '{Me} đến lúc 14 giờ mà quầy tiếp nhận không có ai, chờ gần một tiếng.',
    ],
    facts: [
      'Người ngồi quầy vừa xem điện thoại vừa trả lời, {me} hỏi lại thì gắt lên.',
      'Hỏi sang phòng bên thì bảo không phải việc của tôi. Nhiều người chờ lâu quá bỏ về.',
    ],
    effect: ['Người dân đến cơ quan nhà nước mà thấy e ngại.', '{Me} nghe không rõ tiếng phổ thông nên càng tủi thân.'],
    wish: [
      'Mong lãnh đạo nhắc nhở, bố trí người biết tiếng dân tộc.',
      'Đề nghị niêm yết tên, số điện thoại người trực.',
    ],
    ...none,
    answer: [
      'Chúng tôi đã xem lại hình ảnh tại quầy, họp rút kinh nghiệm và xin lỗi ông, bà. Tên người trực từng ca được treo tại cửa, có người phiên dịch tiếng dân tộc vào thứ Ba, thứ Năm.',
    ],
    public_question: ['Phản ánh thái độ và giờ trực của bộ phận tiếp nhận.'],
    public_answer: [
      'Đã họp rút kinh nghiệm, xin lỗi người dân; lịch trực treo tại cửa, có người phiên dịch hai ngày mỗi tuần.',
    ],
  },
  {
    id: 'online-service',
    field: 'procedures',
    kinds: [
      ['recommendation', 5],
      ['observation', 3],
    ],
    title: [
      'Không nộp được hồ sơ trực tuyến sau khi đổi địa chỉ',
      'Đề nghị hướng dẫn người già nộp hồ sơ trên mạng',
      'Tên đơn vị mới chưa có trên hệ thống',
    ],
    open: [
      'Từ khi sắp xếp đơn vị, địa chỉ trên giấy tờ của {me} vẫn là tên cũ.',
      '{Me} nộp hồ sơ khai sinh cho cháu trên mạng từ ngày {date}.',
    ],
    facts: [
      'Khi chọn nơi nộp thì không có tên {unit}, chọn tên cũ thì báo đơn vị không tồn tại.',
      'Hệ thống cứ quay rồi báo lỗi, gọi tổng đài thì được bảo đến trực tiếp, đến trực tiếp thì bảo nộp trên mạng.',
    ],
    effect: ['Cháu bé gần {months} tháng chưa có giấy khai sinh.', 'Người không rành điện thoại rất khổ.'],
    wish: ['Đề nghị có người hỗ trợ tại nhà văn hóa mỗi tuần một buổi.', 'Mong cập nhật tên đơn vị cho đúng.'],
    ...none,
    answer: [
      'Tên đơn vị đã được cập nhật ngày {date2}. Tổ công nghệ số hỗ trợ tại nhà văn hóa sáng thứ Bảy hằng tuần, hồ sơ nộp bản giấy vẫn được nhận và cán bộ nhập giúp.',
    ],
    public_question: ['Phản ánh không tìm thấy tên đơn vị mới khi nộp hồ sơ trực tuyến.'],
    public_answer: [
      'Đã cập nhật. Hồ sơ giấy vẫn được nhận, cán bộ nhập giúp; sáng thứ Bảy có người hướng dẫn tại nhà văn hóa.',
    ],
  },
  {
    id: 'pavement',
    field: 'order',
    kinds: [
      ['observation', 5],
      ['complaint', 1],
    ],
    title: [
      'Chợ cóc lấn chiếm {road}',
      'Vỉa hè thành chỗ đỗ xe của quán ăn',
      'Đề nghị sắp xếp lại chỗ bán hàng ở {hamlet}',
    ],
    open: [
      'Vỉa hè {road} bị chiếm hết để bày hàng, người đi bộ phải xuống lòng đường.',
      'Sáng nào chợ cóc cũng tràn ra {road} tới gần 9 giờ.',
    ],
    facts: [
      'Xe tải giao hàng dừng giữa đường, xe cấp cứu cũng kẹt. Dẹp được một hôm rồi đâu lại vào đấy.',
      'Chỗ trong chợ thì bỏ trống vì phí cao, bà con tiểu thương cũng khổ.',
    ],
    effect: ['Học sinh trường gần đó qua đường rất nguy hiểm.', 'Ùn tắc và rác rưởi.'],
    wish: [
      'Đề nghị kẻ vạch chỗ được bán, giảm phí trong chợ để bà con vào.',
      'Mong {office} làm thường xuyên, không làm theo đợt.',
    ],
    contested: ['Quyết định xử phạt về hành vi bày bán trên vỉa hè ngày {date}'],
    verified: ['Người bị phạt bày hàng trong vạch được phép theo thông báo của khu phố.'],
    conclusion: ['Quyết định xử phạt không đúng đối tượng; khiếu nại đúng.'],
    orders: ['Hủy quyết định xử phạt\nTrả lại tang vật tạm giữ'],
    minutes: ['Hai bên thống nhất vị trí vạch kẻ.'],
    answer: [
      'Đã kẻ vạch, giảm phí chỗ ngồi trong chợ ba tháng đầu và duy trì tổ nhắc nhở mỗi sáng. Khu vực trước cổng trường không bố trí bán hàng.',
    ],
    public_question: ['Phản ánh lấn chiếm vỉa hè, chợ cóc gây ùn tắc.'],
    public_answer: ['Đã kẻ vạch, giảm phí trong chợ ba tháng đầu; trước cổng trường không được bày bán.'],
  },
  {
    id: 'private-dispute',
    field: 'judicial',
    kinds: [
      ['other', 4],
      ['recommendation', 2],
    ],
    title: [
      'Nhờ đòi nợ tiền mua lúa',
      'Anh em tranh chấp di chúc của cha',
      'Đề nghị giải quyết ly hôn và chia tài sản',
    ],
    open: [
      'Năm {year2} {me} cho một người quen ở {hamlet} mượn {money2} triệu đồng, có giấy tay.',
      'Cha {me} mất để lại căn nhà, anh em trong nhà không thống nhất chia như thế nào.',
    ],
    facts: [
      'Đến hạn họ không trả, còn đi khỏi địa phương. {Me} đã nhờ trưởng ấp hòa giải không được.',
      'Có tờ di chúc viết tay nhưng người em không công nhận.',
    ],
    effect: ['Gia đình mâu thuẫn kéo dài.', '{Me} không biết gửi đơn ở đâu cho đúng.'],
    wish: ['Nhờ {office} giải quyết giùm.', 'Mong được hướng dẫn.'],
    ...none,
    answer: ['Việc này thuộc thẩm quyền của tòa án.'],
    public_question: ['Hỏi nơi giải quyết tranh chấp dân sự.'],
    public_answer: ['Tranh chấp dân sự do tòa án giải quyết.'],
  },
  {
    id: 'merit',
    field: 'policy',
    kinds: [
      ['recommendation', 4],
      ['complaint', 1],
    ],
    title: [
      'Đề nghị công nhận người hoạt động kháng chiến',
      'Chế độ thờ cúng liệt sĩ chưa được chuyển về nơi ở mới',
      'Hồ sơ dân công hỏa tuyến thất lạc',
    ],
    open: [
      'Bố {me} tham gia dân công hỏa tuyến năm {wartime}, nay {age} tuổi.',
      'Gia đình {me} thờ cúng liệt sĩ, chuyển về {hamlet} từ năm {year2}.',
    ],
    facts: [
      'Hồ sơ nộp ở đơn vị cũ trước khi sắp xếp, nay hỏi thì hai nơi chỉ qua chỉ lại.',
      'Giấy tờ gốc bị mất trong trận lũ, chỉ còn người làm chứng.',
    ],
    effect: ['Bố {me} tuổi cao sức yếu, chỉ mong được ghi nhận.', 'Đã hai năm không có tiền thờ cúng.'],
    wish: ['Kính mong {office} tìm lại hồ sơ, cho gia đình biết.', 'Đề nghị hướng dẫn cách làm lại giấy tờ.'],
    contested: ['Thông báo không tiếp nhận hồ sơ đề nghị công nhận ngày {date}'],
    verified: ['Hồ sơ nằm trong thùng bàn giao của đơn vị cũ, có biên bản giao nhận, chưa được nhập vào sổ mới.'],
    conclusion: ['Hồ sơ đã được nộp hợp lệ; việc không tiếp nhận là không đúng.'],
    orders: ['Tiếp nhận lại hồ sơ theo ngày nộp ban đầu'],
    minutes: ['Đã cho gia đình xem biên bản bàn giao hồ sơ.'],
    answer: [
      'Hồ sơ đã được tìm thấy trong số hồ sơ bàn giao của đơn vị cũ. Chúng tôi hoàn thiện tiếp, không yêu cầu gia đình nộp lại.',
    ],
    public_question: ['Hỏi về hồ sơ nộp ở đơn vị cũ trước khi sắp xếp.'],
    public_answer: ['Hồ sơ của đơn vị cũ được giải quyết tiếp, người dân không phải nộp lại.'],
  },
]
