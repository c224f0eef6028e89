/** Sentences of the frame that every page shares. */
export const frame = {
  product: 'Gần Dân',
  skip_to_content: 'Đến nội dung chính',
  language_name: 'Tiếng Việt',
} as const
