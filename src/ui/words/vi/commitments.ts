/** Sentences of commitments: the ledger, one commitment, and what the public reads. */
import { promises } from './promises.ts'

export const commitments = {
  promises,
  list_empty: 'Chưa có việc nào được hứa ở đây.',
  columns: { text: 'Việc', unit: 'Đơn vị', due: 'Hạn', state: 'Tình hình' },
  words_not_public: 'Nội dung chưa công khai',
  standing: {
    running: 'Đang làm',
    overdue: 'Quá hạn',
    unanswered: 'Chưa trả lời',
    reported: 'Báo đã xong, chờ xác nhận',
    kept: 'Đã giữ lời',
    'kept-late': 'Đã làm, muộn hạn',
    replaced: 'Đã thay bằng việc khác',
    'not-kept': 'Không thực hiện',
  },
} as const
