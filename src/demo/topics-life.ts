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
