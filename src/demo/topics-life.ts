/** What people write about allowances, pollution, order, roads and offices. Invented; `{…}` is filled in by `letters.ts`. */
import type { Topic } from './topics.ts'

const none = { contested: [], verified: [], conclusion: [], orders: [], minutes: [] } as const

/** Letters about everyday life. */
export const lifeTopics: readonly Topic[] = [
  {
    id: 'allowance',
    field: 'policy',
    kinds: [
      ['complaint', 3],
      ['recommendation', 5],
    ],
    title: [
      'Chưa được hưởng trợ cấp xã hội hằng tháng',
      'Cắt trợ cấp người khuyết tật không rõ lý do',
      'Đề nghị giải quyết chế độ cho mẹ già trên 75 tuổi',
    ],
    open: [
      'Mẹ {me} năm nay {age} tuổi, không có lương hưu, sống ở {hamlet}.',
      '{Me} bị khuyết tật nặng, có giấy xác nhận từ năm {year}, trước đây được hưởng trợ cấp.',
    ],
    facts: [
      'Hồ sơ nộp từ ngày {date}, đã bổ sung giấy tờ hai lần, đến nay {months} tháng chưa có quyết định.',
      'Từ tháng {month} tự nhiên không thấy tiền, lên hỏi thì bảo danh sách trên không có tên, ngoài ra không có giấy tờ gì gửi về.',
    ],
    effect: [
      'Gia đình khó khăn, tiền thuốc mỗi tháng gần {small} trăm nghìn.',
      '{Me} không đi làm được, sống nhờ con cháu.',
    ],
    wish: [
      'Kính mong {office} kiểm tra và cho hưởng đủ, kể cả những tháng còn thiếu.',
      'Đề nghị trả lời bằng văn bản để gia đình biết.',
    ],
    contested: ['Quyết định thôi hưởng trợ cấp xã hội ngày {date}'],
    verified: [
      'Hồ sơ gốc còn đủ giấy xác nhận mức độ khuyết tật. Khi chuyển dữ liệu sau sắp xếp đơn vị, tên người hưởng bị sót khỏi danh sách chi trả từ tháng {month}.',
    ],
    conclusion: ['Việc ngừng chi trả không có căn cứ; khiếu nại đúng.'],
    orders: ['Hủy quyết định thôi hưởng\nChi trả đủ các tháng còn thiếu trong kỳ chi trả gần nhất'],
    minutes: ['Bộ phận chuyên môn xin lỗi gia đình và giải thích sai sót khi chuyển dữ liệu.'],
    answer: [
      'Qua kiểm tra, tên của ông, bà bị sót khi chuyển dữ liệu. Các tháng còn thiếu được chi trả cùng kỳ tới. Chúng tôi xin lỗi gia đình.',
    ],
    public_question: ['Hỏi vì sao trợ cấp hằng tháng bị ngừng mà không có thông báo.'],
    public_answer: [
      'Do sót tên khi chuyển dữ liệu sau sắp xếp đơn vị. Danh sách đã rà soát lại, các tháng thiếu được chi trả bù.',
    ],
  },
  {
    id: 'poor-household',
    field: 'policy',
    kinds: [
      ['recommendation', 5],
      ['complaint', 2],
      ['observation', 1],
    ],
    title: [
      'Đề nghị xét lại hộ nghèo năm nay',
      'Bình xét hộ nghèo ở {hamlet} chưa công bằng',
      'Gia đình bị đưa ra khỏi danh sách hộ cận nghèo',
    ],
    open: [
      'Nhà {me} có {count2} người, chỉ trông vào {small2} sào ruộng và đi làm thuê.',
      'Cuối năm {hamlet} họp bình xét hộ nghèo, nhà {me} bị đưa ra khỏi danh sách.',
    ],
    facts: [
      'Lúc họp {me} đi viện nên không biết, chỉ thấy dán danh sách ba ngày rồi gỡ xuống. Nhà có cái xe máy cũ của người ta cho cũng tính điểm tài sản.',
      'Có hộ nhà xây, có máy cày vẫn được hộ nghèo. Người chấm điểm không xuống tận nhà mà ngồi ở nhà văn hóa ghi.',
    ],
    effect: [
      'Các cháu mất miễn giảm học phí, thẻ bảo hiểm y tế cũng hết hạn.',
      'Không được vay vốn ưu đãi để mua con trâu.',
    ],
    wish: [
      'Mong {office} cho chấm điểm lại tận nhà và niêm yết đủ ngày.',
      'Đề nghị xem xét lại cho đúng, công khai để bà con biết.',
    ],
    contested: ['Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo ngày {date}'],
    verified: ['Phiếu chấm điểm ghi thiếu người phụ thuộc, niêm yết {count2} ngày, không đủ thời gian quy định.'],
    conclusion: ['Quy trình niêm yết chưa đủ, phiếu chấm điểm có sai sót; khiếu nại có cơ sở.'],
    orders: ['Chấm điểm lại tại hộ có đại diện thôn và Mặt trận\nNiêm yết lại kết quả đủ thời gian'],
    minutes: ['Thống nhất chấm điểm lại tại nhà, có đại diện Mặt trận.'],
    answer: [
      'Đã chấm điểm lại tại nhà ngày {date2} cùng trưởng thôn và Mặt trận. Kết quả được niêm yết đủ năm ngày làm việc trước khi công nhận.',
    ],
    public_question: ['Hỏi về cách chấm điểm và niêm yết danh sách hộ nghèo.'],
    public_answer: [
      'Các hộ có ý kiến đã được chấm điểm lại tại nhà; danh sách niêm yết đủ ngày tại nhà văn hóa và trên loa.',
    ],
  },
  {
    id: 'storm-relief',
    field: 'policy',
    region: 'north-west',
    kinds: [
      ['recommendation', 4],
      ['observation', 2],
    ],
    title: [
      'Chưa nhận được hỗ trợ sạt lở sau mưa lũ',
      'Danh sách hỗ trợ bão thiếu nhiều hộ {hamlet}',
      'Đề nghị di dời hộ dân dưới taluy có vết nứt',
    ],
    open: [
      'Đợt mưa lớn tháng {month} đất sau nhà {me} ở {hamlet} sạt xuống, sập bếp và chuồng trâu.',
      '{count} hộ ở {hamlet} nằm dưới taluy có vết nứt dài, mưa là phải bồng bế nhau đi.',
    ],
    facts: [
      'Thôn đã lập danh sách, chụp ảnh từ ngày {date} nhưng khi phát tiền thì không có tên nhà {me}.',
      'Đoàn đã về đo vết nứt một lần, nói sẽ có phương án di dời, {months} tháng nay chưa thấy gì.',
    ],
    effect: ['Giờ nhà vẫn phải che bạt, trời rét các cháu khổ lắm ạ.', 'Bà con không yên tâm làm ăn.'],
    wish: ['Mong cán bộ xem lại danh sách cho gia đình.', 'Đề nghị sớm bố trí chỗ ở an toàn trước mùa mưa.'],
    ...none,
    answer: [
      'Đã rà soát lại cùng trưởng thôn, bổ sung {count} hộ còn sót vào danh sách hỗ trợ đợt hai. Khu vực có vết nứt đã cắm biển và có phương án di dời trước mùa mưa.',
    ],
    public_question: ['Hỏi về danh sách hỗ trợ thiệt hại do mưa lũ và phương án di dời.'],
    public_answer: ['Danh sách đợt hai đã bổ sung các hộ còn sót. Phương án di dời được họp lấy ý kiến tại thôn.'],
  },
  {
    id: 'rubbish',
    field: 'environment',
    kinds: [
      ['observation', 8],
      ['recommendation', 2],
    ],
    title: [
      'Rác tồn đọng nhiều ngày ở {road}',
      'Bãi rác tự phát cạnh trường học tại {hamlet}',
      'Xe gom rác không vào {hamlet}',
    ],
    open: [
      'Đã {days} ngày nay rác ở {road} không có ai thu gom.',
      'Đầu {hamlet} có một bãi rác tự phát, ai đi qua cũng quăng xuống.',
    ],
    facts: [
      'Túi ni lông bay ra cả mặt đường, nước rỉ chảy xuống cống, buổi trưa mùi bốc lên nồng nặc. Gia đình vẫn đóng tiền vệ sinh hằng tháng.',
      'Có cả xác gà vịt chết, ruồi bay vào tận mâm cơm. {Me} đã gọi tổ thu gom hai lần, họ bảo xe hỏng.',
    ],
    effect: ['Trường mẫu giáo ngay bên cạnh, các cháu ho suốt.', 'Mùa này sốt xuất huyết, bà con ai cũng lo.'],
    wish: [
      'Đề nghị cho dọn ngay và đặt thùng rác, lắp camera chỗ hay đổ trộm.',
      'Mong {office} sắp xếp lại lịch xe gom rác, dán thông báo cho dân biết giờ.',
    ],
    ...none,
    answer: [
      'Chúng tôi đã cho dọn sạch ngày {date2}, đặt thêm {count2} thùng rác. Xe gom rác qua khu vực vào 17 giờ các ngày thứ Hai, thứ Tư, thứ Sáu.',
    ],
    public_question: ['Phản ánh rác tồn đọng, xe gom rác không đến đúng lịch.'],
    public_answer: [
      'Điểm tồn đọng đã được dọn. Lịch thu gom mới: 17 giờ thứ Hai, thứ Tư, thứ Sáu; có số điện thoại của đội thu gom dán tại thùng.',
    ],
  },
  {
    id: 'pig-farm',
    field: 'environment',
    kinds: [
      ['observation', 5],
      ['recommendation', 2],
    ],
    title: [
      'Trại chăn nuôi lợn xả thải ra suối {hamlet}',
      'Mùi hôi từ chuồng nuôi gần khu dân cư',
      'Bãi chăn nuôi gây ô nhiễm nguồn nước ăn',
    ],
    open: [
      'Trại chăn nuôi ở đầu nguồn {hamlet} nuôi khoảng {count} trăm con, hoạt động từ năm {year2}.',
      'Gần nhà {me} chừng {small} mét có một chuồng nuôi lớn mới mở.',
    ],
    facts: [
      'Cứ đêm xuống là họ xả, nước suối đen ngòm, sáng ra cá chết nổi lên. Nước dẫn về bể của thôn cũng có váng.',
      'Hầm chứa phân không đậy, gặp mưa tràn ra mương. Nói chuyện với chủ trại thì hứa xây hầm nhưng {months} tháng rồi vẫn thế.',
    ],
    effect: [
      'Bà con không dám lấy nước ăn, phải đi chở từ chỗ khác về.',
      'Đóng cửa cả ngày vẫn hôi, người già khó thở.',
    ],
    wish: [
      'Đề nghị lấy mẫu nước kiểm tra và xử lý nghiêm.',
      'Mong {office} buộc làm hầm xử lý, không được thì chuyển đi nơi khác.',
    ],
    ...none,
    answer: [
      'Đã kiểm tra đột xuất và lấy mẫu nước ngày {date2}. Chủ trại bị lập biên bản, phải dừng xả và hoàn thành hầm xử lý trong 45 ngày; trong thời gian đó địa phương chở nước sạch cho {count} hộ.',
    ],
    public_question: ['Phản ánh trại chăn nuôi xả thải ra nguồn nước.'],
    public_answer: ['Đã lấy mẫu, lập biên bản và buộc dừng xả. Kết quả mẫu nước công khai tại nhà văn hóa.'],
  },
  {
    id: 'dust',
    field: 'environment',
    kinds: [
      ['observation', 6],
      ['recommendation', 1],
    ],
    title: [
      'Xe chở đất đá gây bụi ở {road}',
      'Trạm trộn bê tông hoạt động ban đêm gây bụi, ồn',
      'Bụi mù mịt do thi công {project}',
    ],
    open: [
      'Từ khi làm {project}, xe ben chạy qua {road} suốt ngày.',
      'Trạm trộn bê tông cách khu dân cư {hamlet} có {small} mét, chạy từ 4 giờ sáng.',
    ],
    facts: [
      'Thùng xe không che bạt, đất rơi vãi đầy đường, nắng thì bụi, mưa thì trơn trượt, đã có {count2} vụ ngã xe.',
      'Nhà nào cũng phải đóng cửa, quần áo phơi ra là đỏ quạch. Đơn vị thi công tưới nước mỗi ngày một lần cho có.',
    ],
    effect: ['Con nhỏ nhà {me} bị viêm phổi phải đi viện hai lần.', 'Hàng quán hai bên đường bán không được.'],
    wish: [
      'Đề nghị bắt xe che bạt, rửa bánh và tưới nước ít nhất bốn lần một ngày.',
      'Mong {office} quy định giờ chạy và kiểm tra tải trọng.',
    ],
    ...none,
    answer: [
      'Đã làm việc với đơn vị thi công ngày {date2}: xe phải che bạt, rửa bánh ở cổng công trường, tưới nước bốn lần một ngày. Tổ tự quản được mời giám sát.',
    ],
    public_question: ['Phản ánh xe chở vật liệu gây bụi và rơi vãi đất đá.'],
    public_answer: ['Đơn vị thi công đã che bạt, lắp chỗ rửa bánh xe; tổ tự quản ghi sổ theo dõi hằng ngày.'],
  },
  {
    id: 'karaoke',
    field: 'order',
    kinds: [['observation', 8]],
    title: ['Hát karaoke loa kéo quá khuya ở {hamlet}', 'Quán nhậu mở nhạc lớn sát nhà dân', 'Ồn ào ban đêm ở {road}'],
    open: [
      'Hầu như tối nào ở {hamlet} cũng có loa kéo hát tới 11, 12 giờ đêm.',
      'Quán nhậu mới mở ở {road} kê loa ra vỉa hè, hát từ 5 giờ chiều.',
    ],
    facts: [
      'Nhà {me} có người già bệnh tim và trẻ nhỏ, góp ý thì bị chửi. Gọi điện báo thì họ tắt một lát, cán bộ về lại mở.',
      'Cuối tuần thì hai ba nhà hát cùng lúc, cửa kính rung lên, không ai ngủ nổi.',
    ],
    effect: ['Con {me} năm nay thi lớp 9 mà không học được.', 'Cả xóm mệt mỏi, suýt đánh nhau.'],
    wish: ['Đề nghị xử phạt và cho số điện thoại trực ban đêm.', 'Mong {office} ra quy ước giờ tắt loa cho cả khu.'],
    ...none,
    answer: [
      'Công an và tổ an ninh cơ sở đã nhắc nhở, lập biên bản {count2} trường hợp. Quy ước của khu dân cư thống nhất tắt loa lúc 21 giờ 30. Ban đêm xin gọi số trực dán tại nhà văn hóa.',
    ],
    public_question: ['Phản ánh loa kéo, karaoke ồn quá khuya trong khu dân cư.'],
    public_answer: [
      'Đã nhắc nhở và lập biên bản các trường hợp tái phạm. Khu dân cư thống nhất tắt loa lúc 21 giờ 30.',
    ],
  },
  {
    id: 'flood',
    field: 'infrastructure',
    kinds: [
      ['observation', 5],
      ['recommendation', 4],
    ],
    title: [
      'Ngập nước mỗi khi mưa ở {road}',
      'Cống thoát nước tắc tại {hamlet}',
      'Triều cường ngập {road}, đề nghị nâng đường',
    ],
    open: [
      'Cứ mưa chừng nửa tiếng là {road} ngập ngang đầu gối.',
      'Cống thoát nước đoạn qua {hamlet} bị tắc từ khi làm {project}.',
    ],
    facts: [
      'Nước tràn vào {count} nhà, tủ lạnh, xe máy hỏng hết. Nắp cống mất hai cái chưa ai đậy lại, tối đi dễ sụp.',
      'Nước cống dâng lên chảy ngược vào bếp. Dân tự móc được mấy bao cát rồi lại tắc.',
    ],
    effect: ['Học sinh đi học ướt hết, xe chết máy nằm la liệt.', 'Buôn bán ế ẩm, lại còn ghẻ lở chân tay.'],
    wish: ['Đề nghị nạo vét cống và nâng nền đường đoạn {small} mét.', 'Mong {office} làm trước mùa mưa năm nay.'],
    ...none,
    answer: [
      'Đã nạo vét {small} mét cống và đậy lại nắp hố ga ngày {date2}. Việc nâng nền đường nằm trong kế hoạch năm sau, chúng tôi sẽ họp lấy ý kiến khu dân cư trước.',
    ],
    public_question: ['Phản ánh đường ngập do cống tắc, mất nắp hố ga.'],
    public_answer: [
      'Đã nạo vét cống, đậy nắp hố ga. Nâng nền đường đưa vào kế hoạch năm sau, có lấy ý kiến khu dân cư.',
    ],
  },
  {
    id: 'street-light',
    field: 'infrastructure',
    kinds: [
      ['observation', 8],
      ['recommendation', 2],
    ],
    title: [
      'Đèn đường {road} không sáng',
      'Đề nghị lắp đèn chiếu sáng ở {hamlet}',
      'Cột đèn nghiêng sắp đổ tại {hamlet}',
    ],
    open: ['Đèn đường ở {road} tắt đã {days} ngày.', 'Đoạn đường vào {hamlet} dài {small} mét không có bóng đèn nào.'],
    facts: [
      'Tối đen như mực, tuần trước có hai cháu đi học thêm về bị ngã xe.',
      'Một cột nghiêng hẳn ra đường, dây điện chùng xuống ngang đầu người.',
    ],
    effect: ['Phụ nữ tan ca không dám đi một mình.', 'Mất trộm xe đạp, trộm chó liên tục.'],
    wish: ['Nhờ {office} cho thợ xuống sửa sớm.', 'Mong được lắp vài bóng, bà con sẵn sàng góp công.'],
    ...none,
    answer: [
      'Đã thay {count} bóng và kéo lại dây ngày {date2}. Cột nghiêng đã được dựng lại. Nếu còn bóng hỏng, ông, bà báo số cột để chúng tôi thay trong ba ngày.',
    ],
    public_question: ['Phản ánh đèn đường hỏng, cột nghiêng.'],
    public_answer: ['Đã thay bóng, dựng lại cột. Bóng hỏng được thay trong ba ngày kể từ khi báo số cột.'],
  },
  {
    id: 'rural-road',
    field: 'infrastructure',
    kinds: [
      ['recommendation', 7],
      ['observation', 2],
    ],
    title: [
      'Đề nghị làm đường bê tông vào {hamlet}',
      'Cầu tạm ở {hamlet} sắp sập',
      'Đường liên thôn hỏng nặng do xe quá tải',
    ],
    open: [
      'Đường vào {hamlet} còn {small} mét đường đất, mưa xuống là lầy.',
      'Cây cầu ván ở {hamlet} làm từ năm {year2}, ván mục gần hết.',
    ],
    facts: [
      'Bà con đã hiến đất, góp công từ lâu nhưng chờ xi măng hỗ trợ chưa thấy. Xe chở nông sản không vào được, thương lái ép giá.',
      'Học sinh qua cầu phải dắt tay nhau, hôm {date} có người té xuống nước.',
    ],
    effect: ['Người ốm phải cáng ra ngoài đường cái.', 'Quế, ngô thu về để mốc vì không bán được.'],
    wish: ['Kính mong {office} đưa vào kế hoạch năm nay.', 'Đề nghị sửa tạm ngay để bà con đi lại.'],
    ...none,
    answer: [
      'Đã sửa tạm và cắm biển hạn chế tải trọng. Đoạn còn lại có trong kế hoạch giao thông nông thôn, xi măng hỗ trợ về trong quý tới; thôn họp bàn phần đóng góp theo quy định.',
    ],
    public_question: ['Đề nghị làm đường, sửa cầu vào khu dân cư.'],
    public_answer: ['Đã sửa tạm để đi lại; công trình có trong kế hoạch năm, thôn họp bàn trước khi làm.'],
  },
]
