/** Words of the steps of topical reports. */
const mended = 'Một sai sót đã được sửa; cả nội dung cũ và mới đều được giữ.'

export const topicalSteps = {
  'topical-call': {
    prepare: { button: 'Soạn câu hỏi', done: 'Đã bắt đầu soạn.' },
    'add-question': { button: 'Thêm câu hỏi', done: 'Đã thêm một câu hỏi.' },
    'replace-question': { button: 'Sửa câu hỏi', done: 'Một câu hỏi đã được thay; câu cũ vẫn xem được.' },
    'drop-question': { button: 'Bỏ câu hỏi', done: 'Một câu không hỏi nữa; trả lời đã có vẫn được giữ.' },
    'choose-units': { button: 'Chọn đơn vị', done: 'Đã chọn các đơn vị được hỏi.' },
    publish: { button: 'Phát câu hỏi', done: 'Đã phát câu hỏi đến các đơn vị.' },
    'open-round': { button: 'Mở đợt mới', done: 'Một đợt trả lời mới đã mở.' },
    extend: { button: 'Gia hạn', done: 'Giờ trả lời đã được lùi lại.' },
    correct: { button: 'Đính chính', done: mended },
    close: { button: 'Khép lại', done: 'Đã khép lại, không nhận thêm.' },
    withdraw: { button: 'Rút lại', done: 'Lần hỏi này đã rút.' },
  },
  'topical-answer': {
    ask: { button: 'Hỏi đơn vị', done: 'Đơn vị được hỏi.' },
    keep: { button: 'Lưu, gửi sau', done: 'Đã lưu phần đã soạn.' },
    'hand-in': { button: 'Gửi trả lời', done: 'Đã gửi trả lời.' },
    'report-nothing': { button: 'Không có gì để báo cáo', done: 'Đã trả lời: không có gì để báo cáo.' },
    'correct-answer': { button: 'Gửi bản sửa', done: 'Đã gửi bản sửa kèm lý do; bản cũ được giữ.' },
  },
} as const
