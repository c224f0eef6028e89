/** Words of the book: states, refusals and what can be done. Steps and terms stand in their own files. */
import type { LawConditions, LawStates } from '../law-keys.ts'
import { lawSteps } from './law-steps.ts'
import { lawTerms } from './law-terms.ts'

const states = {
  petition: {
    received: 'Đã nhận, chờ phân loại',
    classified: 'Đã phân loại, chờ giao',
    assigned: 'Đang xử lý',
    handled: 'Đã xử lý',
    withdrawn: 'Đã rút',
    void: 'Số đã hủy',
    'sealed-away': 'Đã chuyển sang hồ sơ riêng',
  },
  complaint: {
    'awaiting-acceptance': 'Chờ thụ lý',
    accepted: 'Đã thụ lý, chờ giao xác minh',
    verifying: 'Đang xác minh',
    verified: 'Đã xác minh, chờ quyết định',
    decided: 'Đã có quyết định, chờ gửi',
    sent: 'Đã gửi quyết định, chờ có hiệu lực',
    'in-effect': 'Quyết định có hiệu lực, đang thi hành',
    'settled-for-good': 'Đã giải quyết dứt điểm',
    declined: 'Không thụ lý',
    terminated: 'Đã đình chỉ giải quyết',
    'at-second-instance': 'Đã khiếu nại lần hai',
  },
  feedback: {
    'awaiting-assignment': 'Chờ giao',
    assigned: 'Đang giải quyết',
    'kept-for-study': 'Tập hợp để nghiên cứu',
    reviewed: 'Đã xét sáu tiêu chí',
    decided: 'Đã quyết định về quy định',
    drafted: 'Chờ duyệt câu trả lời',
    answered: 'Đã trả lời',
    closed: 'Đã kết thúc',
    transferred: 'Đã chuyển cơ quan khác',
    withdrawn: 'Đã rút',
  },
  grievance: { recorded: 'Đã ghi, chưa giao', assigned: 'Đang giải quyết', ended: 'Đã kết thúc' },
  denunciation: {
    sealed: 'Đã niêm phong',
    transferred: 'Đã chuyển',
    accepted: 'Đã thụ lý',
    declined: 'Không thụ lý',
    shelved: 'Lưu, không xử lý',
    'at-inspection': 'Đang ở nơi thanh tra, kiểm tra',
    inspected: 'Đã có kết quả thanh tra, kiểm tra',
    'tip-closed': 'Đã đóng',
    'under-review': 'Đang xem xét lại',
    'review-closed': 'Đã xem xét, không giải quyết lại',
    verifying: 'Đang xác minh',
    verified: 'Đã có báo cáo xác minh',
    concluded: 'Đã kết luận',
    sent: 'Đã gửi kết luận',
    'acted-on': 'Đã xử lý',
    reported: 'Đã báo cáo kết quả xử lý',
    terminated: 'Đã đình chỉ',
  },
  'reception-day': {
    published: 'Đã công bố',
    open: 'Đang tiếp',
    closed: 'Đã kết thúc',
    concluded: 'Đã có kết luận',
  },
  visit: {
    booked: 'Đã đặt lịch',
    waiting: 'Đang chờ hoặc đang tiếp',
    'awaiting-outcome': 'Chờ báo kết quả',
    'outcome-given': 'Đã báo kết quả',
    refused: 'Từ chối tiếp',
    cancelled: 'Đã hủy lịch',
    missed: 'Không đến',
    void: 'Đã bỏ khỏi sổ',
  },
  'field-visit': { recorded: 'Đã ghi' },
  'overdue-demand': {
    demanded: 'Chờ cấp dưới trả lời',
    escalated: 'Đã yêu cầu lại, chờ trả lời',
    answered: 'Cấp dưới đã trả lời',
    ended: 'Đã kết thúc',
    withdrawn: 'Đã rút yêu cầu',
  },
  'named-position': { listed: 'Trong danh sách', 'taken-off': 'Đã đưa ra khỏi danh sách' },
} as const satisfies LawStates

const conditions = {
  'unit-is-directly-below': 'Chỉ yêu cầu được cơ quan cấp dưới trực tiếp.',
  'answer-day-is-ahead': 'Ngày phải trả lời phải sau hôm nay.',
  'answer-day-has-passed': 'Chưa hết ngày trả lời. Hãy chờ cấp dưới trả lời.',
  'every-record-has-a-day': 'Mỗi hồ sơ trong danh sách phải có ngày xong, từ hôm nay trở đi.',
  'no-demand-on-it-is-open': 'Cơ quan này còn một yêu cầu chưa trả lời. Hãy mở yêu cầu đó.',
  'is-not-classified-yet': 'Đơn đã được phân loại hoặc đã xử lý xong.',
  'a-point-is-open': 'Mọi nội dung của đơn đã được xử lý. Nếu còn sót, hãy tách thêm nội dung hoặc đính chính.',
  'unit-settles-second-complaints':
    'Cơ quan này không giải quyết khiếu nại lần hai. Hãy hướng dẫn người gửi đến cấp trên theo bảng thẩm quyền.',
  'an-open-point-is-a-complaint': 'Không còn nội dung khiếu nại nào của đơn chờ xử lý.',
  'handling-conditions-met':
    'Đơn chưa đủ điều kiện xử lý. Hãy hướng dẫn người gửi bổ sung, hoặc đính chính kết quả phân loại.',
  'within-competence': 'Việc này không thuộc thẩm quyền của cơ quan. Hãy hướng dẫn hoặc chuyển đơn.',
  'officer-has-this-work': 'Hồ sơ này không còn do người bàn giao giữ.',
  'outside-competence': 'Việc này thuộc thẩm quyền của cơ quan, không được chuyển đi. Hãy đề xuất thụ lý.',
  'signature-is-confirmed':
    'Đơn chưa có chữ ký được xác nhận. Người gửi có thể ký số, ký tại bất kỳ nơi tiếp dân nào hoặc gửi bản ký.',
  'signature-is-missing': 'Đơn đã có chữ ký, không cần xác nhận lại.',
  'due-date-moves': 'Hạn đã ghi đúng với lịch làm việc và quy định đang dùng, không có gì đổi.',
  'signature-wait-is-over': 'Còn trong thời gian chờ người gửi ký. Hãy chờ, hoặc liên hệ nhắc người gửi.',
  'not-guided-before': 'Nội dung này đã được hướng dẫn một lần. Hãy chọn cách xử lý khác, chẳng hạn lưu đơn.',
  'not-transferred-before': 'Nội dung này đã được chuyển một lần, không chuyển lần nữa. Hãy đôn đốc nơi đã nhận.',
  'transfer-is-lawful-for-its-kind':
    'Khiếu nại ngoài thẩm quyền chỉ được chuyển khi do cơ quan, đại biểu hoặc báo chí gửi đến. Hãy hướng dẫn.',
  'another-unit-owes-an-answer': 'Không có cơ quan nào đang nợ trả lời đơn này. Hãy chuyển đơn trước, nếu cần.',
  'petition-is-linked': 'Đơn chưa gắn với vụ việc nào khác.',
  'nothing-is-done-yet': 'Đơn đã có bước xử lý, không niêm phong được nữa. Hãy báo người đứng đầu.',
  'untouched-since-import':
    'Không phải bản nhập từ sổ cũ, hoặc đã có người xử lý sau khi nhập. Hãy đính chính thay vì bỏ.',
  'acceptance-conditions-met': 'Chưa đủ điều kiện thụ lý. Hãy ghi căn cứ không thụ lý, hoặc bổ sung hồ sơ rồi thử lại.',
  'is-not-suspended': 'Việc giải quyết đang tạm dừng. Hãy ra quyết định tiếp tục giải quyết trước.',
  'is-suspended': 'Việc giải quyết không bị tạm dừng, nên không có gì để tiếp tục.',
  'dialogue-is-held-where-views-differ':
    'Ý kiến hai bên còn khác nhau, phải đối thoại trước khi quyết định. Hãy mời và ghi kết quả đối thoại.',
  'dialogue-is-held-where-mandatory':
    'Phải đối thoại trước khi quyết định: bắt buộc ở lần hai và với quyết định kỷ luật. Hãy mời và ghi kết quả.',
  'is-first-instance': 'Bước này chỉ có ở lần giải quyết đầu.',
  'is-second-instance': 'Bước này chỉ có ở lần giải quyết thứ hai.',
  'court-road-is-not-yet-announced': 'Người khiếu nại đã được báo quyền khởi kiện.',
  'complexity-criterion-recorded':
    'Chưa ghi tiêu chí phức tạp nào vào hồ sơ. Hãy ghi ít nhất một tiêu chí bằng văn bản trước.',
  'not-extended-before': 'Thời hạn đã được kéo dài một lần, không kéo dài nữa.',
  'limit-has-not-passed': 'Thời hạn đã hết, không thể kéo dài hoặc tạm dừng. Hãy ra quyết định giải quyết.',
  'limit-has-passed': 'Thời hạn giải quyết chưa hết.',
  'second-road-is-not-yet-announced': 'Người khiếu nại đã được báo quyền khiếu nại lần hai.',
  'second-road-is-open':
    'Chưa được khiếu nại lần hai: phải có quyết định lần đầu, hoặc hết thời hạn mà chưa có quyết định.',
  'second-window-has-passed': 'Còn trong thời hạn khiếu nại lần hai, quyết định chưa có hiệu lực. Hãy chờ hết hạn.',
  'not-withdrawn-yet': 'Khiếu nại đã được đề nghị rút, đang chờ xác nhận hoặc đã xác nhận.',
  'withdrawal-waits-for-confirmation': 'Không có đề nghị rút nào đang chờ xác nhận.',
  'withdrawn-or-at-court':
    'Chưa có căn cứ đình chỉ: phải rút toàn bộ và đã xác nhận riêng là tự nguyện, hoặc tòa án đã thụ lý.',
  'a-withdrawal-stands': 'Không có việc rút nào để xem xét.',
  'ended-by-withdrawal': 'Khiếu nại này không kết thúc vì được rút.',
  'is-not-at-court': 'Tòa án đã thụ lý việc này. Hãy đình chỉ giải quyết, hoặc ghi vụ kiện đã rút, bị trả lại.',
  'is-at-court': 'Chưa ghi việc tòa án thụ lý.',
  'no-stay-is-running': 'Quyết định bị khiếu nại đang được tạm đình chỉ thi hành.',
  'a-stay-is-running': 'Quyết định bị khiếu nại không bị tạm đình chỉ thi hành, nên không có gì để hủy bỏ.',
  'a-decision-waits-to-be-sent': 'Không có quyết định nào chờ gửi.',
  'joint-petition-is-complete':
    'Đơn có từ 5 người đứng tên cần đủ chữ ký và văn bản cử người đại diện. Hãy ghi người đại diện ở đơn trước.',
  'was-not-freely-withdrawn':
    'Người khiếu nại đã tự nguyện rút nội dung này, nên không xem xét lại. Nếu việc rút bị ép buộc, hãy xem xét lại ở hồ sơ cũ.',
  'another-point-is-open': 'Đây là nội dung cuối cùng còn chờ xử lý. Hãy rút cả đơn.',
  'is-a-joint-petition': 'Đơn có dưới 5 người đứng tên thì không phải cử người đại diện bằng văn bản.',
  'nobody-is-authorised-yet': 'Đã có người được ủy quyền. Một nội dung không ủy quyền cho nhiều người.',
  'authorisation-is-certified': 'Giấy ủy quyền của cá nhân phải được công chứng hoặc chứng thực.',
  'an-alert-is-open': 'Không có việc khẩn cấp nào đang chờ chỉ đạo.',
  'no-alert-is-open': 'Người đứng đầu đã được báo và chưa chỉ đạo.',
  'content-is-of-the-party':
    'Chỉ chuyển tổ chức Đảng khi đơn, hoặc một nội dung của đơn, thuộc lĩnh vực Đảng, đoàn thể. Hãy phân loại trước.',
  'decision-is-enforced': 'Quyết định chưa được thi hành xong. Hãy ghi việc thi hành kèm bằng chứng.',
  'no-road-is-open': 'Vẫn còn đường khiếu nại hoặc khởi kiện. Hãy chờ hết thời hạn.',
  'publication-is-allowed': 'Người gửi chưa đồng ý công khai. Chỉ công khai khi người gửi đồng ý.',
  'publication-is-not-yet-allowed': 'Ông/Bà đã đồng ý công khai. Ông/Bà có thể đổi ý bất cứ lúc nào.',
  'publication-is-not-yet-refused': 'Ông/Bà đã không đồng ý công khai. Ông/Bà có thể đổi ý bất cứ lúc nào.',
  'not-published-yet': 'Câu trả lời đã được công khai.',
  'not-rated-yet': 'Ông/Bà đã đánh giá câu trả lời này. Chúng tôi cảm ơn Ông/Bà.',
  'reopened-less-than-once': 'Việc này đã được xem lại một lần. Nếu chưa đồng ý, Ông/Bà có thể gửi đơn mới.',
  'reopening-window-is-open':
    'Đã quá 30 ngày kể từ ngày trả lời nên không đề nghị xem lại được. Ông/Bà có thể gửi đơn mới.',
  'reopening-is-no-longer-possible': 'Người gửi còn quyền đề nghị xem lại. Hãy chờ hết 30 ngày hoặc có đánh giá.',
  'none-of-it-names-a-person':
    'Nội dung còn chi tiết nhận ra một người (tên, số điện thoại, số nhà, số thửa). Hãy viết lại rồi thử lần nữa.',
  'is-not-marked-yet': 'Việc này đã được ghi là về một quy định.',
  'is-about-a-regulation':
    'Chỉ dùng cho kiến nghị về một quy định hành chính. Hãy ghi việc này là về một quy định trước.',
  'sender-gave-name-address-phone':
    'Người gửi chưa cho đủ họ tên, địa chỉ, điện thoại. Hãy đề nghị bổ sung, hoặc trả lời như kiến nghị thường.',
  'is-in-vietnamese':
    'Kiến nghị về quy định phải bằng tiếng Việt. Hãy đề nghị bản dịch, hoặc trả lời như kiến nghị thường.',
  'came-by-a-channel-of-the-decree':
    'Qua điện thoại thì chỉ nhận ở số máy chuyên dùng. Hãy đề nghị gửi bằng văn bản, hoặc trả lời như kiến nghị thường.',
  'regulation-is-decided': 'Kiến nghị này về một quy định: hãy xét sáu tiêu chí và quyết định trước khi trả lời.',
  'outcome-fits-the-issuer':
    'Quy định của cơ quan mình thì tự sửa, bãi bỏ hoặc ban hành. Quy định của nơi khác thì kiến nghị nơi đó.',
  'outcome-is-not-public-yet': 'Kết quả đã được công khai.',
  'actor-is-clear-of-the-subject':
    'Người có liên quan đến đơn không được tham gia xử lý. Hãy để người khác hoặc cấp trên xử lý.',
  'actor-is-not-the-subject': 'Người có liên quan đến đơn không được nhận đơn này. Hãy để người khác nhận.',
  'actor-keeps-no-key': 'Người nhận đơn thuộc quyền của người có liên quan, nên không được giữ khóa của hồ sơ.',
  'sealed-for-lawful-people-only':
    'Hồ sơ chỉ được niêm phong cho người có quyền giải quyết hoặc tiếp nhận, không liên quan đến đơn.',
  'actor-holds-a-key': 'Hồ sơ kín này không niêm phong cho bạn. Hãy đề nghị người giữ khóa, có ghi lý do.',
  'sealed-for-clear-people-only': 'Người được giao khóa là người có liên quan, hoặc thuộc quyền của người đó.',
  'successor-is-lawful':
    'Chỉ bàn giao khóa cho người tiếp nhận hoặc người giải quyết khác, không liên quan đến vụ việc.',
  'holder-has-left': 'Người này vẫn đang giữ vị trí tại cơ quan, nên khóa không bị thu.',
  'a-reading-has-ended': 'Chưa có khóa nào hết hạn.',
  'a-channel-is-open': 'Người gửi không có khóa của kênh kín. Hãy liên hệ theo địa chỉ trong hồ sơ.',
  'actor-holds-the-extract': 'Bạn không giữ khóa của bản trích. Người có thẩm quyền phải giao xác minh cho bạn trước.',
  'verifier-is-lawful':
    'Người xác minh phải giữ chức vụ ở cơ quan này và không liên quan đến đơn. Hãy chọn người khác.',
  'new-evidence-where-settled-before':
    'Việc đã giải quyết theo đường khác chỉ được thụ lý khi có chứng cứ mới. Hãy ghi căn cứ không thụ lý.',
  'clear-enough-to-act-at-once':
    'Chỉ xử lý ngay khi nội dung rõ, chứng cứ cụ thể và có cơ sở. Hãy thụ lý theo trình tự đầy đủ.',
  'tip-can-be-checked':
    'Chỉ chuyển thanh tra, kiểm tra khi đã xem và thấy rõ người, có chứng cứ cụ thể, kiểm tra được. Nếu không, hãy lưu.',
  'sender-is-named':
    'Hồ sơ này không rõ người gửi nên không giải quyết theo bước này. Hãy xem xét để chuyển kiểm tra hoặc lưu.',
  'sender-is-unnamed': 'Hồ sơ này có người gửi ghi tên. Bước này chỉ dùng khi không rõ người gửi.',
  'inspection-is-clear-of-the-subject':
    'Nơi này do người có liên quan, hoặc người thuộc quyền người đó, đứng đầu. Hãy chọn nơi khác hoặc cấp trên.',
  'shelving-ground-is-there':
    'Chỉ lưu vì không kiểm tra được khi không rõ người gửi, và đã xem thấy không đủ điều kiện kiểm tra.',
  'acceptance-is-not-told-yet': 'Việc thụ lý đã được thông báo.',
  'conclusion-is-not-public-yet': 'Kết luận đã được công khai.',
  'an-extension-is-left': 'Thời hạn đã được kéo dài hai lần, không kéo dài nữa.',
  'criteria-are-enough':
    'Lần đầu cần ít nhất một tiêu chí phức tạp, lần hai cần ít nhất hai. Hãy chọn thêm tiêu chí nếu có.',
  'withdrawal-is-not-noted-yet': 'Đề nghị rút đã được ghi, đang chờ xác nhận hoặc đã xác nhận.',
  'a-ground-ends-it':
    'Chưa có căn cứ đình chỉ: phải rút toàn bộ, đã xác nhận riêng là tự nguyện và không có dấu hiệu phải giải quyết tiếp.',
  'came-through-a-forwarder': 'Hồ sơ này không do cơ quan, đại biểu hoặc báo chí chuyển đến.',
  'no-demand-is-open': 'Đã yêu cầu báo cáo và đang chờ trả lời. Hãy ghi trả lời trước.',
  'a-demand-is-open': 'Không có yêu cầu báo cáo nào đang chờ trả lời.',
  'protection-is-not-asked': 'Đã có đề nghị bảo vệ đang xem xét hoặc đang thực hiện.',
  'protection-waits-for-paper': 'Không có đề nghị bảo vệ qua điện thoại nào đang chờ văn bản.',
  'protection-is-asked': 'Chưa có đề nghị bảo vệ nào chờ xác minh.',
  'protection-is-verified': 'Chưa xác minh căn cứ bảo vệ. Hãy xác minh trước khi quyết định.',
  'protection-can-be-refused': 'Không có đề nghị bảo vệ nào đang chờ quyết định.',
  'protection-is-in-force': 'Chưa có biện pháp bảo vệ nào đang áp dụng.',
  'its-day-has-come': 'Chưa đến ngày tiếp. Hãy bắt đầu vào đúng ngày đã công bố.',
  'its-day-has-not-passed': 'Ngày tiếp đã qua, không thể dời. Hãy công bố một ngày khác.',
  'no-visit-is-waiting': 'Còn lượt tiếp chưa kết thúc. Hãy kết thúc hoặc ghi vắng mặt từng lượt trước.',
  'reception-day-takes-bookings': 'Ngày này không nhận đặt lịch. Ông/Bà hãy chọn ngày khác, hoặc đến trực tiếp.',
  'reception-day-is-open': 'Buổi tiếp chưa bắt đầu hoặc đã kết thúc. Hãy bắt đầu buổi tiếp trước.',
  'reception-day-is-over': 'Buổi tiếp chưa kết thúc, người đặt lịch còn có thể đến.',
  'is-a-large-group': 'Dưới 5 người cùng một nội dung thì không phải cử người đại diện.',
  'representatives-are-named': 'Đoàn từ 5 người trở lên phải cử người đại diện bằng văn bản. Hãy ghi người đại diện.',
  'statement-or-petition-is-recorded': 'Chưa ghi lời trình bày và chưa nhận đơn. Hãy làm một trong hai việc trước.',
  'words-may-be-kept-here': 'Nội dung này phải vào hồ sơ kín, không ghi ở đây. Hãy ghi vào sổ kín.',
  'refusal-letter-is-owed': 'Căn cứ này chỉ cần giải thích bằng lời, hoặc thông báo đã được gửi.',
  'account-holds-a-position-here': 'Người này không giữ chức vụ nào tại cơ quan. Hãy chọn người của cơ quan.',
  'account-is-not-listed': 'Người này đã có trong danh sách.',
  'fewer-than-three-are-listed': 'Danh sách đã đủ ba người. Hãy đưa một người ra trước khi thêm.',
} as const satisfies LawConditions

/** All words of the law. */
export const law = { steps: lawSteps, states, conditions, ...lawTerms } as const
