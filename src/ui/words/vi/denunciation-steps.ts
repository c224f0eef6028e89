/** Forms of the steps of a sealed file: the lead, the labels, the choices. */
import { effectLabels, sealedEffectsHint } from './effects.ts'
import { lawSteps } from './law-steps.ts'
import { lawTerms } from './law-terms.ts'

export const denunciationSteps = {
  'write-to-denouncer': {
    lead: 'Chỉ người giữ khóa trên phiếu đọc được. Không có tin nhắn hay thư nào được gửi đi: người gửi tự mở kênh để xem.',
    fields: {
      labels: { text: 'Điều muốn hỏi hoặc báo', files: 'Tệp kèm theo' },
      submit: lawSteps.denunciation['write-to-denouncer'].button,
    },
  },
  check: {
    lead: 'Kiểm tra họ tên, địa chỉ người gửi và điều kiện thụ lý. Phải kiểm tra ở nhiều nơi thì hạn là 10 ngày làm việc.',
    fields: {
      labels: {
        several_places: 'Phải kiểm tra ở nhiều nơi hoặc ủy quyền kiểm tra?',
        note: 'Đã kiểm tra gì, bằng cách nào',
      },
      submit: lawSteps.denunciation['check'].button,
    },
  },
  accept: {
    lead: 'Thụ lý khi đủ cả bốn điều kiện. Nội dung thụ lý sẽ ghi trong văn bản gửi người bị tố cáo, nên không ghi gì về người gửi.',
    fields: {
      labels: {
        content: 'Nội dung thụ lý',
        form_met: 'Đúng hình thức theo Điều 23',
        has_capacity: 'Người gửi đủ năng lực, hoặc có người đại diện',
        within_competence: 'Thuộc thẩm quyền',
        has_basis: 'Có cơ sở xác định người vi phạm, hành vi vi phạm',
        settled_before: 'Việc này đã được giải quyết khiếu nại trước đó?',
        new_evidence: 'Có chứng cứ mới',
        at_superior: 'Khi xem xét lại: vì sao giải quyết ở đây',
        field: 'Lĩnh vực, để lên biểu thống kê (không bắt buộc)',
      },
      choices: {
        field: lawTerms.fields,
        at_superior: {
          'own-settlement': 'Thuộc thẩm quyền của cơ quan này',
          'settle-again': 'Việc giải quyết trước trái pháp luật, phải giải quyết lại',
        },
      },
      submit: lawSteps.denunciation['accept'].button,
    },
  },
  decline: {
    lead: 'Người gửi được báo lý do ngay.',
    fields: {
      labels: {
        ground: 'Căn cứ',
        explanation: 'Lý do ghi trong thông báo',
      },
      choices: {
        ground: {
          'form-not-met': 'Không đúng hình thức',
          'no-capacity': 'Người gửi không đủ năng lực, không có người đại diện',
          'outside-competence': 'Không thuộc thẩm quyền',
          'no-basis-for-person-and-act': 'Không có cơ sở xác định người, hành vi',
          'settled-without-new-evidence': 'Đã giải quyết, không có chứng cứ mới',
          'withdrawn-before-acceptance': 'Đã rút trước khi thụ lý',
        },
      },
      submit: lawSteps.denunciation['decline'].button,
    },
  },
  shelve: {
    lead: 'Không xử lý theo khoản 3 Điều 24, hoặc thông tin không rõ người gửi mà không kiểm tra được.',
    fields: {
      labels: {
        ground: 'Căn cứ',
        note: 'Ghi chú',
      },
      choices: {
        ground: {
          'sent-to-competent-unit-too': 'Đã gửi nhiều nơi, trong đó có nơi có thẩm quyền',
          'guided-already': 'Đã được hướng dẫn',
          'unsigned-and-not-checkable': 'Không rõ người gửi và không có cơ sở kiểm tra',
        },
      },
      submit: lawSteps.denunciation['shelve'].button,
    },
  },
  'check-tip': {
    lead: 'Thông tin không rõ người gửi thì không phải là tố cáo. Đủ cả ba điều thì chuyển thanh tra, kiểm tra; thiếu thì lưu.',
    fields: {
      labels: {
        person_is_clear: 'Rõ người có hành vi vi phạm?',
        evidence_is_concrete: 'Có chứng cứ cụ thể?',
        can_be_checked: 'Có cơ sở để kiểm tra?',
        note: 'Vì sao, căn cứ vào đâu',
      },
      submit: lawSteps.denunciation['check-tip'].button,
    },
  },
  'refer-to-inspection': {
    lead: 'Chỉ dùng cho thông tin không rõ người gửi, đã xem và đủ cả ba điều. Văn bản chuyển in từ hồ sơ này.',
    fields: {
      labels: {
        receiver_unit_id: 'Nơi thanh tra, kiểm tra',
        content: 'Nội dung chuyển',
        answer_by: 'Đề nghị trả lời trước hoặc trong ngày',
        not_under_the_subject: 'Nơi nhận không do người bị nêu tên, hoặc người thuộc quyền người đó, đứng đầu',
      },
      hints: { answer_by: 'Ngày do cơ quan tự đặt; luật không quy định.' },
      submit: lawSteps.denunciation['refer-to-inspection'].button,
    },
  },
  'record-inspection-result': {
    lead: 'Ghi theo văn bản của nơi thanh tra, kiểm tra. Nội dung được niêm phong.',
    fields: {
      labels: { answered_on: 'Ngày có kết quả', found: 'Kết quả: đã thấy gì', done: 'Đã xử lý thế nào' },
      submit: lawSteps.denunciation['record-inspection-result'].button,
    },
  },
  'close-tip': {
    lead: 'Đóng khi việc theo kết quả đã xong. Không có người gửi để báo.',
    fields: {
      labels: { note: 'Ghi chú' },
      submit: lawSteps.denunciation['close-tip'].button,
    },
  },
  'act-at-once': {
    lead: 'Trình tự rút gọn: nội dung rõ, chứng cứ cụ thể, có cơ sở xử lý ngay.',
    fields: {
      labels: {
        content_is_clear: 'Nội dung rõ ràng',
        evidence_is_concrete: 'Chứng cứ cụ thể',
        has_basis: 'Có cơ sở để xử lý ngay',
        findings: 'Đã xác định điều gì',
        measures: 'Xử lý, mỗi dòng một việc',
      },
      submit: lawSteps.denunciation['act-at-once'].button,
    },
  },
  'review-further': {
    lead: 'Cấp trên xem xét trong 20 ngày kể từ ngày nhận.',
    fields: {
      labels: {
        why: 'Vì sao gửi tiếp',
        earlier: 'Kết luận hoặc hồ sơ trước: cơ quan, số, ngày',
        note: 'Căn cứ người gửi nêu',
      },
      choices: {
        why: {
          disagrees: 'Không đồng ý với kết luận',
          overdue: 'Quá thời hạn chưa giải quyết',
        },
      },
      submit: lawSteps.denunciation['review-further'].button,
    },
  },
  'close-review': {
    lead: 'Người gửi được báo lý do.',
    fields: {
      labels: {
        outcome: 'Kết quả xem xét',
        reason: 'Lý do ghi trong thông báo',
      },
      choices: {
        outcome: {
          'settled-lawfully': 'Đã giải quyết đúng pháp luật',
          'settles-elsewhere': 'Cơ quan khác có thẩm quyền đang giải quyết',
          'answered-by-the-demand': 'Cấp dưới đã giải quyết sau khi được yêu cầu',
        },
      },
      submit: lawSteps.denunciation['close-review'].button,
    },
  },
  'demand-report': {
    lead: 'Cấp dưới trả lời trong 5 ngày làm việc. Không ghi gì về người gửi.',
    fields: {
      labels: {
        receiver: 'Nơi nhận',
        receiver_unit_id: 'Gửi kín trong hệ thống đến cơ quan (để trống: gửi bằng giấy)',
        file: 'Số hồ sơ của cấp dưới',
        questions: 'Yêu cầu báo cáo điều gì',
      },
      submit: lawSteps.denunciation['demand-report'].button,
    },
  },
  'record-reply': {
    lead: 'Ghi ngày nhận và nội dung báo cáo của cấp dưới.',
    fields: {
      labels: {
        replied_on: 'Ngày nhận báo cáo',
        reply: 'Nội dung báo cáo',
      },
      submit: lawSteps.denunciation['record-reply'].button,
    },
  },
  'notify-acceptance': {
    lead: 'Hai văn bản được viết cùng lúc: thông báo cho người gửi, và nội dung cho người bị tố cáo.',
    fields: {
      labels: {
        content: 'Nội dung cho người bị tố cáo, nếu viết khác quyết định thụ lý',
      },
      submit: lawSteps.denunciation['notify-acceptance'].button,
    },
  },
  'assign-verification': {
    lead: 'Người xác minh nhận khóa của bản trích, không mở được bản gốc. Bản trích không ghi gì về người gửi.',
    fields: {
      labels: {
        verifier_id: 'Người xác minh',
        extract: 'Bản trích nội dung cần xác minh',
        plan: 'Nhiệm vụ, thời hạn, mỗi dòng một việc',
        original_needed: 'Giao cả bản gốc',
        why_original: 'Vì sao cần bản gốc',
      },
      submit: lawSteps.denunciation['assign-verification'].button,
    },
  },
  'report-verification': {
    lead: 'Báo cáo được niêm phong; người giữ khóa của hồ sơ đọc được.',
    fields: {
      labels: {
        findings: 'Kết quả xác minh',
        proposal: 'Đề xuất',
      },
      submit: lawSteps.denunciation['report-verification'].button,
    },
  },
  conclude: {
    lead: 'Kết luận gửi người bị tố cáo và cơ quan quản lý họ, nên không ghi gì về người gửi.',
    fields: {
      labels: {
        result: 'Kết luận',
        findings: 'Kết quả xác minh',
        conclusion: 'Nội dung kết luận',
        measures: 'Biện pháp xử lý, kiến nghị',
        ...effectLabels,
      },
      hints: { state_money: sealedEffectsHint },
      choices: {
        result: {
          right: 'Đúng',
          'partly-right': 'Đúng một phần',
          wrong: 'Sai',
          'knowingly-false': 'Cố ý sai sự thật',
        },
      },
      submit: lawSteps.denunciation['conclude'].button,
    },
  },
  send: {
    lead: 'Người bị tố cáo và cơ quan quản lý nhận kết luận; người gửi nhận thông báo.',
    fields: {
      labels: {
        managing_body: 'Cơ quan quản lý người bị tố cáo',
        notice: 'Nội dung thông báo cho người gửi',
      },
      submit: lawSteps.denunciation['send'].button,
    },
  },
  act: {
    lead: 'Trong 7 ngày làm việc kể từ ngày có kết luận.',
    fields: {
      labels: {
        measures: 'Quyết định xử lý, mỗi dòng một việc',
      },
      submit: lawSteps.denunciation['act'].button,
    },
  },
  'report-result': {
    lead: 'Trong 5 ngày làm việc kể từ ngày có kết quả xử lý.',
    fields: {
      labels: {
        receiver: 'Nơi nhận báo cáo',
        result: 'Kết quả xử lý',
        ...effectLabels,
      },
      hints: { state_money: sealedEffectsHint },
      submit: lawSteps.denunciation['report-result'].button,
    },
  },
  publish: {
    lead: 'Trong 7 ngày làm việc. Văn bản công khai được kiểm tra: không có gì về người gửi, số điện thoại, số giấy tờ, địa chỉ.',
    fields: {
      labels: {
        way: 'Hình thức công khai',
        public_text: 'Văn bản công khai',
        days_shown: 'Số ngày đăng trên cổng (để trống: 15 ngày)',
      },
      choices: {
        way: {
          portal: 'Đăng trên cổng thông tin của cơ quan',
          meeting: 'Công bố tại cuộc họp nơi người bị tố cáo công tác',
          posted: 'Niêm yết tại trụ sở',
          media: 'Thông báo trên phương tiện thông tin đại chúng',
        },
      },
      submit: lawSteps.denunciation['publish'].button,
    },
  },
  extend: {
    lead: 'Lần đầu thêm 30 ngày khi có ít nhất một tiêu chí phức tạp; lần hai thêm 30 ngày khi có ít nhất hai.',
    fields: {
      labels: {
        criteria: 'Tiêu chí phức tạp',
        explanation: 'Lý do ghi trong văn bản',
      },
      choices: {
        criteria: lawTerms.complexity_criteria,
      },
      submit: lawSteps.denunciation['extend'].button,
    },
  },
  suspend: {
    lead: 'Thời gian tạm đình chỉ không tính vào thời hạn.',
    fields: {
      labels: {
        ground: 'Căn cứ',
        note: 'Lý do ghi trong văn bản',
      },
      choices: {
        ground: {
          'waits-for-another-result': 'Đợi kết quả giải quyết việc khác có liên quan',
          'waits-for-an-expertise': 'Đợi kết quả giám định',
        },
      },
      submit: lawSteps.denunciation['suspend'].button,
    },
  },
  resume: {
    lead: 'Phần thời hạn còn lại tính tiếp từ ngày mai.',
    fields: {
      labels: {
        note: 'Lý do',
      },
      submit: lawSteps.denunciation['resume'].button,
    },
  },
  withdraw: {
    lead: 'Người gửi đề nghị bằng văn bản. Chưa có gì chấm dứt trước khi gặp riêng để xác nhận.',
    fields: {
      labels: {
        whole: 'Rút toàn bộ?',
        part: 'Phần được rút, nếu rút một phần',
        reason: 'Lý do người gửi nêu',
        happened_on: 'Ngày đưa đơn rút (để trống: hôm nay)',
        happened_at: 'Giờ đưa đơn rút, nếu biết',
      },
      hints: {
        happened_at: 'Ví dụ 14:30. Rút trong vòng 24 giờ sau khi người bị tố cáo tiếp xúc thì cấp trên được báo kín.',
      },
      submit: lawSteps.denunciation['withdraw'].button,
    },
  },
  'note-contact': {
    lead: 'Ghi khi người gửi cho biết người bị tố cáo, hoặc người thay mặt, đã đến gặp hay liên lạc. Nội dung được niêm phong.',
    fields: {
      labels: {
        happened_on: 'Ngày tiếp xúc',
        happened_at: 'Giờ tiếp xúc, nếu biết',
        who: 'Ai tiếp xúc',
        way: 'Bằng cách nào',
        note: 'Đã nói gì, làm gì',
      },
      hints: { happened_at: 'Ví dụ 14:30. Không rõ giờ thì tính cả ngày.' },
      choices: {
        who: { subject: 'Người bị tố cáo', 'for-subject': 'Người khác thay mặt' },
        way: {
          visit: 'Đến gặp',
          phone: 'Gọi điện',
          message: 'Nhắn tin, gửi thư',
          summons: 'Mời, gọi đến',
          other: 'Cách khác',
        },
      },
      submit: lawSteps.denunciation['note-contact'].button,
    },
  },
  'confirm-withdrawal': {
    lead: 'Gặp riêng người gửi, không có mặt người bị tố cáo. Có một dấu hiệu dưới đây thì vẫn phải giải quyết.',
    fields: {
      labels: {
        without_subject: 'Đã gặp riêng, không có người bị tố cáo',
        own_will: 'Người gửi tự nguyện rút?',
        signs: 'Dấu hiệu phải giải quyết tiếp',
        note: 'Ghi chú cuộc gặp',
      },
      choices: {
        signs: {
          violation: 'Có dấu hiệu vi phạm pháp luật',
          coercion: 'Bị đe dọa, ép buộc',
          bribery: 'Bị mua chuộc',
          slander: 'Có dấu hiệu vu khống',
        },
      },
      submit: lawSteps.denunciation['confirm-withdrawal'].button,
    },
  },
  terminate: {
    lead: 'Rút chỉ là căn cứ khi rút toàn bộ, đã xác nhận riêng và không có dấu hiệu phải giải quyết tiếp.',
    fields: {
      labels: {
        ground: 'Căn cứ',
        note: 'Lý do ghi trong văn bản',
      },
      choices: {
        ground: {
          withdrawn: 'Rút toàn bộ',
          'subject-has-died': 'Người bị tố cáo đã chết',
          'settled-by-a-judgment': 'Đã có bản án, quyết định có hiệu lực',
        },
      },
      submit: lawSteps.denunciation['terminate'].button,
    },
  },
  'refer-crime': {
    lead: 'Chuyển ngay. Văn bản không ghi gì về người gửi.',
    fields: {
      labels: {
        receiver: 'Cơ quan điều tra',
        signs: 'Dấu hiệu tội phạm',
      },
      submit: lawSteps.denunciation['refer-crime'].button,
    },
  },
  'inform-party': {
    lead: 'Văn bản không ghi gì về người gửi.',
    fields: {
      labels: {
        receiver: 'Tổ chức Đảng',
        content: 'Nội dung',
      },
      submit: lawSteps.denunciation['inform-party'].button,
    },
  },
  'alert-head': {
    lead: 'Dùng khi phải ngăn chặn ngay.',
    fields: {
      labels: {
        danger: 'Việc khẩn cấp',
        proposal: 'Đề xuất',
      },
      submit: lawSteps.denunciation['alert-head'].button,
    },
  },
  'answer-demand': {
    lead: 'Trong 5 ngày làm việc kể từ ngày nhận yêu cầu.',
    fields: {
      labels: {
        demand_id: 'Yêu cầu kín của cấp trên (để trống: trả lời bằng giấy)',
        receiver: 'Cấp trên',
        demanded_on: 'Ngày của yêu cầu',
        reasons: 'Lý do quá hạn và ngày sẽ xong',
      },
      submit: lawSteps.denunciation['answer-demand'].button,
    },
  },
  'answer-forwarder': {
    lead: 'Trong 20 ngày. Văn bản không ghi gì về người gửi.',
    fields: {
      labels: {
        receiver: 'Nơi đã chuyển',
        answer: 'Trả lời',
      },
      submit: lawSteps.denunciation['answer-forwarder'].button,
    },
  },
  'ask-protection': {
    lead: 'Bằng văn bản; khẩn cấp thì qua điện thoại, văn bản bổ sung sau.',
    fields: {
      labels: {
        by_phone: 'Đề nghị qua điện thoại vì khẩn cấp?',
        who: 'Người cần bảo vệ',
        danger: 'Nguy cơ',
        measures: 'Biện pháp đề nghị',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['ask-protection'].button,
    },
  },
  'confirm-protection': {
    lead: 'Ghi ngày nhận văn bản.',
    fields: {
      labels: {
        paper_on: 'Ngày nhận văn bản',
      },
      submit: lawSteps.denunciation['confirm-protection'].button,
    },
  },
  'verify-protection': {
    lead: 'Nội dung xác minh được niêm phong.',
    fields: {
      labels: {
        findings: 'Kết quả xác minh',
      },
      submit: lawSteps.denunciation['verify-protection'].button,
    },
  },
  protect: {
    lead: 'Quyết định chỉ gửi người được bảo vệ và nơi thực hiện.',
    fields: {
      labels: {
        measures: 'Biện pháp',
        by_whom: 'Nơi thực hiện',
        detail: 'Cách thực hiện, thời gian',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['protect'].button,
    },
  },
  'refuse-protection': {
    lead: 'Người gửi được báo lý do bằng văn bản.',
    fields: {
      labels: {
        reason: 'Lý do',
      },
      submit: lawSteps.denunciation['refuse-protection'].button,
    },
  },
  'change-protection': {
    lead: 'Ghi đủ các biện pháp sẽ áp dụng sau khi thay đổi.',
    fields: {
      labels: {
        measures: 'Biện pháp',
        by_whom: 'Nơi thực hiện',
        detail: 'Nội dung thay đổi',
      },
      choices: {
        measures: lawTerms.protection_measures,
      },
      submit: lawSteps.denunciation['change-protection'].button,
    },
  },
  'end-protection': {
    lead: 'Người được bảo vệ nhận quyết định.',
    fields: {
      labels: {
        ground: 'Căn cứ',
        reason: 'Lý do',
      },
      choices: {
        ground: {
          'no-longer-needed': 'Không còn nguy cơ',
          unfounded: 'Căn cứ không đúng',
          'duties-breached': 'Người được bảo vệ cố ý không thực hiện nghĩa vụ',
          'on-request': 'Người được bảo vệ đề nghị',
        },
      },
      submit: lawSteps.denunciation['end-protection'].button,
    },
  },
  hold: {
    lead: 'Căn cứ được niêm phong trong hồ sơ. Hết ngày này mà không giữ tiếp thì hồ sơ lại được hủy theo thời hạn.',
    fields: {
      labels: { ground: 'Căn cứ giữ lại', until: 'Giữ đến hết ngày' },
      submit: lawSteps.denunciation.hold.button,
    },
  },
  'release-hold': {
    lead: 'Chỉ thôi giữ khi căn cứ không còn.',
    fields: { labels: { reason: 'Lý do' }, submit: lawSteps.denunciation['release-hold'].button },
  },
  destroy: {
    lead: 'Khóa, nội dung, văn bản, tệp và lời trao đổi bị xóa. Không ai lấy lại được. Chỉ còn số trong sổ và một giấy chứng nhận.',
    fields: {
      labels: { confirmed: 'Tôi đã xem hồ sơ và biết rằng không lấy lại được' },
      names: { confirmed: 'đã xem hồ sơ và biết rằng không lấy lại được' },
      submit: lawSteps.denunciation.destroy.button,
    },
  },
  'renew-channel': {
    lead: 'Chỉ cấp lại khi người gửi đến trực tiếp và đúng là người đó. Khóa cũ không mở được nữa ngay sau khi cấp.',
    fields: {
      labels: {
        checked: 'Tôi đã kiểm tra: đây đúng là người gửi',
        how: 'Đã kiểm tra bằng cách nào',
        slip: 'Khóa',
      },
      names: { checked: 'đã kiểm tra đây đúng là người gửi', how: 'cách đã kiểm tra' },
      hints: { how: 'Giấy tờ đã xem, hoặc điều chỉ người gửi biết. Điều này được niêm phong trong hồ sơ.' },
      submit: lawSteps.denunciation['renew-channel'].button,
    },
  },
} as const
