/** Notices to petitioners. They may be read over a shoulder: no kind, no name, no subject, no code, in no template. */
export const notices = {
  mail: {
    /** One subject for all. */
    subject: 'Thông báo mới từ Gần Dân',
    greeting: 'Kính gửi Ông/Bà,',
    said: {
      received: 'Chúng tôi đã nhận được hồ sơ Ông/Bà gửi.',
      'step-taken': 'Hồ sơ Ông/Bà gửi có bước mới.',
      'second-road-open':
        'Đã hết thời hạn mà hồ sơ Ông/Bà gửi chưa có kết quả. Chúng tôi xin lỗi. Trang tra cứu cho biết Ông/Bà có thể làm gì tiếp và đến ngày nào.',
      'answer-ready': 'Hồ sơ Ông/Bà gửi đã có trả lời.',
      'confirm-signature':
        'Hồ sơ Ông/Bà gửi còn thiếu chữ ký. Ngày gửi vẫn được giữ. Trang tra cứu hướng dẫn các cách ký.',
    },
    how: (address: string) =>
      `Để xem, xin mở ${address} và nhập mã tra cứu ghi trên giấy hẹn của Ông/Bà. Chúng tôi không ghi mã trong thư và không bao giờ hỏi mã qua thư hay điện thoại.`,
    no_reply: 'Thư này được gửi tự động, xin không trả lời thư.',
  },
  sms: {
    said: {
      received: 'da nhan ho so Ong/Ba gui',
      'step-taken': 'ho so Ong/Ba gui co buoc moi',
      'second-road-open': 'da het han, ho so Ong/Ba gui chua co ket qua',
      'answer-ready': 'ho so Ong/Ba gui da co tra loi',
      'confirm-signature': 'ho so Ong/Ba gui con thieu chu ky',
    },
    text: (day: string, said: string, desk: string) => `${day}: ${said}. Xem bang ma tra cuu hoac den ${desk}.`,
  },
  status: {
    waiting: 'Đang chờ gửi',
    sent: (when: string) => `Đã gửi ${when}`,
    'no-address': 'Không có thư điện tử: báo cho Ông/Bà bằng giấy hoặc gọi điện',
    'sms-not-configured': 'Chưa cài đặt dịch vụ tin nhắn: báo bằng giấy hoặc gọi điện',
    refused: 'Hộp thư không nhận: báo bằng giấy hoặc gọi điện',
  },
  inbox: {
    title: 'Thư đã gửi trong bản trình diễn',
    about: 'Bản trình diễn không gửi thư ra ngoài. Mọi thư được giữ lại ở đây để xem thử.',
    none: 'Chưa có thư nào. Gửi một đơn có ghi thư điện tử, thư xác nhận sẽ hiện ở đây.',
    when: 'Lúc gửi',
    to: 'Người nhận',
    subject: 'Tiêu đề',
    text: 'Nội dung',
    table: 'Thư, mới nhất ở trên',
  },
} as const
