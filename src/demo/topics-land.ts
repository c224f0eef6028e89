/** What people write about land, houses and building. Invented; `{…}` is filled in by `letters.ts`. */
import type { Topic } from './topics.ts'

/** Letters about land and building. */
export const landTopics: readonly Topic[] = [
  {
    id: 'compensation',
    field: 'land',
    kinds: [
      ['complaint', 8],
      ['recommendation', 1],
    ],
    title: [
      'Khiếu nại giá bồi thường khi thu hồi đất làm {project}',
      'Không đồng ý phương án bồi thường đất tại {hamlet}',
      'Đòi xem lại tiền bồi thường {area} m² đất vườn',
    ],
    open: [
      'Gia đình {me} có {area} m² đất ở {hamlet}, {unit}, sử dụng ổn định từ năm {year}, không tranh chấp với ai.',
      'Năm {year} bố mẹ {me} khai hoang mảnh đất rộng {area} m² tại {hamlet}. Từ đó đến nay gia đình vẫn trồng trọt và đóng thuế đầy đủ.',
    ],
    facts: [
      'Ngày {date} {me} nhận được quyết định thu hồi đất và phương án bồi thường để làm {project}. Trong phương án chỉ tính {money} triệu đồng, coi toàn bộ là đất trồng cây hàng năm, trong khi trên đất có {count} cây ăn quả lâu năm và một phần là đất vườn liền nhà.',
      'Theo phương án được dán ở nhà văn hóa ngày {date}, phần đất của gia đình {me} bị tính thiếu khoảng {small} m² so với sổ đã cấp. Cây trồng và cái bể nước xây năm {year} cũng không được kiểm đếm.',
    ],
    effect: [
      'Với số tiền ấy gia đình không thể mua được đất ở nơi khác để làm ăn.',
      'Hộ liền kề có cùng loại đất lại được tính giá cao hơn, {me} thấy không công bằng.',
    ],
    wish: [
      'Đề nghị {office} cho đo lại diện tích, kiểm đếm lại cây trồng và áp đúng loại đất để tính bồi thường.',
      '{Me} đề nghị xem xét lại quyết định nói trên, tính đủ cho gia đình theo đúng hiện trạng sử dụng đất.',
    ],
    contested: ['Quyết định phê duyệt phương án bồi thường, hỗ trợ ngày {date}'],
    verified: [
      'Tổ xác minh đã đo lại thực địa ngày {date2} có sự chứng kiến của hộ dân và trưởng thôn. Diện tích thực tế nhiều hơn phương án {small} m². Trên đất có cây ăn quả đang cho thu hoạch, chưa được kiểm đếm đủ. Hồ sơ địa chính thể hiện một phần là đất vườn gắn với nhà ở.',
    ],
    conclusion: [
      'Việc kiểm đếm trong phương án chưa đầy đủ; nội dung khiếu nại về diện tích và cây trồng có cơ sở; nội dung đòi áp giá đất ở cho toàn bộ diện tích không có cơ sở.',
    ],
    orders: [
      'Sửa phương án bồi thường: bổ sung {small} m² và số cây chưa kiểm đếm\nChi trả phần chênh lệch trong 30 ngày kể từ ngày quyết định có hiệu lực',
    ],
    minutes: [
      'Hai bên thống nhất số liệu đo lại. Người khiếu nại vẫn đề nghị tính toàn bộ là đất ở; đại diện cơ quan giải thích căn cứ tính theo hồ sơ địa chính.',
    ],
    answer: [
      'Chúng tôi đã đo lại cùng gia đình. Phương án sẽ được bổ sung phần diện tích và cây trồng còn thiếu, niêm yết lại tại nhà văn hóa trong tháng này.',
    ],
    public_question: ['Hỏi về việc kiểm đếm thiếu diện tích và cây trồng khi thu hồi đất làm đường.'],
    public_answer: [
      'Phần còn thiếu đã được đo, kiểm đếm lại cùng hộ dân và bổ sung vào phương án; phương án mới được niêm yết công khai.',
    ],
  },
  {
    id: 'land-certificate',
    field: 'land',
    kinds: [
      ['complaint', 3],
      ['recommendation', 5],
    ],
    title: [
      'Đề nghị cấp giấy chứng nhận quyền sử dụng đất lần đầu',
      'Hồ sơ cấp sổ đỏ tại {hamlet} {months} tháng chưa có kết quả',
      'Về việc chưa được cấp giấy chứng nhận cho thửa đất {area} m²',
    ],
    open: [
      '{Me} nộp hồ sơ xin cấp giấy chứng nhận quyền sử dụng đất cho thửa {plot}, tờ bản đồ {sheet} ở {hamlet} từ ngày {date}.',
      'Thửa đất {area} m² ở {hamlet} do ông bà để lại, gia đình {me} làm nhà ở từ năm {year}.',
    ],
    facts: [
      'Giấy hẹn ghi trả kết quả sau 30 ngày, đến nay đã {months} tháng. {Me} lên hỏi ba lần, lần thì nói chờ xác nhận nguồn gốc đất, lần thì nói hồ sơ đang ở cơ quan khác.',
      'Các hộ xung quanh đã có sổ từ đợt trước. Khi đo đạc lại thì thửa của {me} bị ghi nhầm tên người sử dụng, phải chờ đính chính mãi chưa xong.',
    ],
    effect: [
      'Không có sổ thì không vay được vốn ngân hàng để sửa nhà cho các cháu.',
      'Nhà đã xuống cấp nhưng không có giấy tờ nên không xin phép sửa chữa được.',
    ],
    wish: [
      'Kính mong {office} cho biết hồ sơ đang vướng ở đâu và bao giờ thì xong.',
      'Đề nghị xác nhận nguồn gốc đất và cấp giấy chứng nhận cho gia đình {me}.',
    ],
    contested: ['Văn bản trả lại hồ sơ cấp giấy chứng nhận ngày {date}'],
    verified: [
      'Kiểm tra sổ mục kê và lấy ý kiến {count} hộ sử dụng đất lâu năm quanh thửa đất: gia đình sử dụng đất ổn định trước năm 2004, không có tranh chấp. Tên người sử dụng bị ghi nhầm khi đo đạc.',
    ],
    conclusion: ['Việc trả lại hồ sơ vì lý do chưa rõ nguồn gốc đất là chưa đúng; khiếu nại có cơ sở.'],
    orders: [
      'Hủy văn bản trả lại hồ sơ\nXác nhận nguồn gốc đất và chuyển hồ sơ để cấp giấy chứng nhận trong 15 ngày làm việc',
    ],
    minutes: [
      'Bộ phận chuyên môn nhận thiếu sót khi chưa lấy ý kiến khu dân cư; hai bên thống nhất cách xác nhận nguồn gốc đất.',
    ],
    answer: [
      'Hồ sơ của gia đình đã được xác nhận nguồn gốc đất và chuyển đến chi nhánh văn phòng đăng ký. Kết quả được trả tại bộ phận một cửa theo giấy hẹn mới gửi kèm.',
    ],
    public_question: ['Hỏi vì sao hồ sơ cấp giấy chứng nhận lần đầu chậm và đang ở khâu nào.'],
    public_answer: [
      'Hồ sơ vướng ở khâu xác nhận nguồn gốc đất. Từ tháng này việc lấy ý kiến khu dân cư làm ngay khi nhận hồ sơ, lịch niêm yết tại nhà văn hóa.',
    ],
  },
  {
    id: 'path',
    field: 'land',
    kinds: [
      ['recommendation', 5],
      ['observation', 2],
    ],
    title: [
      'Hộ bên cạnh rào mất lối đi chung ở {hamlet}',
      'Tranh chấp lối đi vào nhà tại {hamlet}',
      'Đề nghị giải quyết việc bịt ngõ đi chung',
    ],
    open: [
      'Lối đi rộng {width} mét ở {hamlet} đã có từ năm {year}, {count} hộ vẫn dùng chung để ra đường lớn.',
      'Nhà {me} ở phía trong cùng của ngõ, xưa nay chỉ có một lối đi duy nhất qua cạnh nhà hàng xóm.',
    ],
    facts: [
      'Từ ngày {date} hộ phía ngoài xây tường, để lại chưa đầy một mét, xe máy không vào được. Khi có người ốm phải khiêng bộ ra ngoài.',
      'Tháng trước nhà bên cạnh đổ cột bê tông, kéo lưới sắt chắn ngang và nói là đất của họ, thôn đã nói chuyện hai lần không xong.',
    ],
    effect: [
      'Tình làng nghĩa xóm mấy chục năm nay thành căng thẳng.',
      'Trẻ con đi học phải trèo qua bờ rào, trời mưa rất nguy hiểm.',
    ],
    wish: [
      'Mong {office} về xem tận nơi, đối chiếu bản đồ địa chính và hòa giải cho chúng tôi.',
      'Đề nghị yêu cầu tháo dỡ phần rào lấn ra lối đi, trả lại như cũ.',
    ],
    contested: [],
    verified: [],
    conclusion: [],
    orders: [],
    minutes: [],
    answer: [
      'Ngày {date2} tổ hòa giải và công chức địa chính đã làm việc tại chỗ với hai gia đình. Theo bản đồ địa chính, lối đi rộng {width} mét là đất chung. Hộ phía ngoài đồng ý lùi tường và hoàn thành trong 20 ngày.',
    ],
    public_question: ['Phản ánh lối đi chung của nhiều hộ bị rào lại.'],
    public_answer: ['Đã đối chiếu bản đồ địa chính và hòa giải tại chỗ. Phần rào lấn được tháo, lối đi mở lại như cũ.'],
  },
  {
    id: 'resettlement',
    field: 'land',
    kinds: [
      ['recommendation', 4],
      ['complaint', 2],
    ],
    title: [
      'Chậm bố trí đất tái định cư cho các hộ {hamlet}',
      'Khu tái định cư chưa có nước, chưa có điện',
      'Đề nghị giao đất tái định cư đã hứa',
    ],
    open: [
      '{count} hộ ở {hamlet} đã bàn giao đất từ tháng {month} để làm {project}.',
      'Gia đình {me} nhận tiền bồi thường từ ngày {date} và đã dỡ nhà, ở tạm nhờ người thân.',
    ],
    facts: [
      'Lúc vận động các anh nói sáu tháng là có đất tái định cư, nay đã {months} tháng vẫn chưa bốc thăm lô. Mặt bằng san rồi để cỏ mọc, chưa có cống thoát nước.',
      'Lô đất được chia nằm ngay chỗ taluy chưa kè, mưa là đất tràn xuống. {Me} đã nói ở buổi họp nhưng chưa ai trả lời.',
    ],
    effect: [
      'Tiền thuê nhà mỗi tháng {small} trăm nghìn, hỗ trợ sáu tháng đã hết từ lâu.',
      'Người già trẻ nhỏ ở lán tạm, mùa mưa này lo lắm.',
    ],
    wish: [
      'Đề nghị cho biết rõ ngày bốc thăm và tiếp tục hỗ trợ tiền thuê nhà.',
      'Mong {office} cho làm kè, kéo điện nước rồi mới giao đất cho dân.',
    ],
    contested: ['Văn bản thông báo phân lô tái định cư ngày {date}'],
    verified: [
      'Hạ tầng khu tái định cư chậm {months} tháng so với tiến độ được duyệt. Hỗ trợ thuê nhà đã hết theo quyết định ban đầu, chưa được gia hạn.',
    ],
    conclusion: [
      'Việc chưa gia hạn hỗ trợ thuê nhà trong thời gian chờ giao đất là thiếu sót; khiếu nại có cơ sở một phần.',
    ],
    orders: ['Gia hạn hỗ trợ tiền thuê nhà đến ngày giao đất\nCông khai lịch bốc thăm lô tại nhà văn hóa'],
    minutes: ['Đơn vị thi công cam kết xong thoát nước trước khi giao đất. Các hộ đề nghị có văn bản.'],
    answer: [
      'Chúng tôi nhận việc chậm. Lịch bốc thăm lô đã được niêm yết, tiền thuê nhà được hỗ trợ tiếp cho đến ngày giao đất.',
    ],
    public_question: ['Hỏi bao giờ giao đất tái định cư và có được hỗ trợ tiền thuê nhà tiếp không.'],
    public_answer: ['Lịch bốc thăm đã niêm yết. Hỗ trợ thuê nhà kéo dài đến ngày giao đất thực tế.'],
  },
  {
    id: 'illegal-building',
    field: 'construction',
    kinds: [
      ['observation', 4],
      ['complaint', 3],
    ],
    title: [
      'Nhà xây không phép ở {road}',
      'Khiếu nại quyết định xử phạt vi phạm trật tự xây dựng',
      'Công trình bên cạnh làm nứt tường nhà dân',
    ],
    open: [
      'Nhà {me} ở {road}, {hamlet}. Từ tháng {month} công trình sát vách đào móng sâu, đóng cọc cả buổi trưa.',
      'Ngày {date} {me} bị lập biên bản và ra quyết định xử phạt vì xây mái hiên {small} m².',
    ],
    facts: [
      'Tường bếp nhà {me} nứt một đường dài gần hai mét, nền nhà vệ sinh lún. Chủ công trình hứa sửa nhưng cứ khất.',
      '{Me} làm mái che nắng mưa bằng khung sắt, tháo lắp được, không xây tường. Mấy nhà trong dãy đều làm như vậy mà chỉ mình {me} bị phạt {money2} triệu đồng.',
    ],
    effect: ['Cả nhà đêm không dám ngủ trong phòng trong.', 'Số tiền phạt bằng mấy tháng thu nhập của gia đình.'],
    wish: [
      'Đề nghị kiểm tra giấy phép, cho dừng thi công và buộc bồi thường.',
      'Đề nghị xem xét lại quyết định xử phạt cho đúng mức độ.',
    ],
    contested: ['Quyết định xử phạt vi phạm hành chính về trật tự xây dựng ngày {date}'],
    verified: [
      'Mái hiên bằng khung thép lắp ghép, không tường bao, lấn khoảng lùi {width} mét. Biên bản ghi là công trình kiên cố, không đúng hiện trạng.',
    ],
    conclusion: [
      'Có hành vi lấn khoảng lùi nhưng mức phạt áp dụng cho công trình kiên cố là không đúng; khiếu nại đúng một phần.',
    ],
    orders: ['Sửa quyết định xử phạt theo đúng hành vi\nHoàn trả phần tiền phạt đã nộp thừa'],
    minutes: ['Người khiếu nại nhận có lấn khoảng lùi và xin tự tháo; cơ quan ghi nhận sai sót trong biên bản.'],
    answer: [
      'Đã kiểm tra ngày {date2}: công trình có giấy phép nhưng che chắn không đúng, đã đình chỉ thi công phần móng và lập biên bản hiện trạng nhà liền kề để chủ đầu tư khắc phục.',
    ],
    public_question: ['Phản ánh công trình xây dựng làm nứt nhà liền kề.'],
    public_answer: [
      'Đã dừng thi công phần móng, lập biên bản hiện trạng; chủ đầu tư phải khắc phục xong mới được làm tiếp.',
    ],
  },
  {
    id: 'canal-encroachment',
    field: 'land',
    region: 'delta',
    kinds: [
      ['observation', 3],
      ['recommendation', 2],
    ],
    title: [
      'Lấn rạch ở {hamlet} làm nước không thoát',
      'San lấp mương công cộng tại {hamlet}',
      'Phản ánh cất nhà lấn hành lang bờ sông',
    ],
    open: [
      'Con rạch sau {hamlet} hồi trước ghe xuồng đi lại được, giờ còn có {width} mét.',
      '{Me} ở {hamlet} đã hơn {years} năm, thấy mương thoát nước chung ngày càng bị lấn.',
    ],
    facts: [
      'Từ tháng {month} có hộ đóng cừ tràm, bơm cát lấp ra gần nửa lòng rạch, còn kè đá làm quán.',
      'Mấy bữa nay xe chở đất đổ lấp luôn miệng mương, ai hỏi thì nói đã xin phép rồi.',
    ],
    effect: [
      'Triều cường là nước tràn vô nhà, lúa và vườn cây phía trong úng hết.',
      'Nước đứng một chỗ, hôi thúi, muỗi mòng chịu không nổi.',
    ],
    wish: [
      'Kính đề nghị {office} xuống kiểm tra, buộc trả lại lòng rạch.',
      'Mong địa phương cắm mốc hành lang cho rõ để bà con khỏi cãi nhau.',
    ],
    contested: [],
    verified: [],
    conclusion: [],
    orders: [],
    minutes: [],
    answer: [
      'Đã kiểm tra và lập biên bản {count2} trường hợp lấn rạch. Các hộ cam kết tháo dỡ trước cuối tháng, địa phương sẽ nạo vét đoạn {small} mét bị nghẹt.',
    ],
    public_question: ['Phản ánh lấn rạch, san lấp mương làm nước không thoát.'],
    public_answer: ['Đã lập biên bản các trường hợp lấn chiếm, tháo dỡ và đưa đoạn rạch vào kế hoạch nạo vét.'],
  },
]
