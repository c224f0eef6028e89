/** Sentences of dialogues with the people. */
export const dialogues = {
  title: 'Đối thoại với Nhân dân',
} as const
