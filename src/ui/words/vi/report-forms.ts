/** Sentences about forms as data: their versions, whom figures go to and by when. */

export const reportForms = {
  refusals: {
    'send-day-is-not-set-yet': 'Thời hạn gửi này đã được ghi. Hãy sửa hoặc bỏ dòng đã có.',
  },
} as const
