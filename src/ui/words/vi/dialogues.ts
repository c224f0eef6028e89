/** Sentences of dialogues with the people. */
export const dialogues = {
  title: 'Đối thoại với Nhân dân',
  refusals: {
    'dialogue-takes-questions':
      'Buổi đối thoại này hiện không nhận câu hỏi gửi trước. Ông/Bà có thể hỏi tại buổi đối thoại, hoặc gửi kiến nghị.',
  },
} as const
