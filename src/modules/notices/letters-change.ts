/** Letters about a letter: what it replaces, what is corrected in it, that it is taken back. */
import type { LetterBase, LetterKind, LetterNamed } from './letter-data.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs } from './letters-petition.ts'
import { issuerName, officialDay } from './wording.ts'

/** `Thông báo số 05/TB-UBND ngày 06 tháng 7 năm 2026` */
export function letterNamed({ type, notation, issued_on }: LetterNamed): string {
  const noun = type.charAt(0) + type.slice(1).toLocaleLowerCase('vi')
  return `${noun} số ${notation} ${officialDay(issued_on)}`
}

/** Says in a letter of equal form which one it replaces. */
export function replacedSentence(replaces: NonNullable<LetterBase['replaces']>): string {
  return `Văn bản này thay thế ${letterNamed(replaces)}, vì có sai sót về nội dung: ${replaces.reason.replace(/[.\s]*$/, '')}.`
}

// NĐ 30/2020 Đ18 gives no form for these two: structure as commonly printed.
export const changeLetters = {
  correction: (data) => ({
    title: { type: null, about: `V/v đính chính ${letterNamed(data.of)}` },
    to: data.to,
    parts: paragraphs(
      `${issuerName(data.issuer)} đã ban hành ${letterNamed(data.of)} (${data.of.about}).`,
      `Do ${data.reason.replace(/[.\s]*$/, '')}, ${issuerName(data.issuer)} đính chính như sau:`,
      `Đã in: “${data.wrong}”.`,
      `Nay đọc là: “${data.right}”.`,
      `Các nội dung khác của ${letterNamed(data.of)} không thay đổi. ${issuerName(data.issuer)} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết.`,
    ),
  }),
  recall: (data, issued_on) => ({
    title: { type: 'THÔNG BÁO', about: `Về việc thu hồi ${letterNamed(data.of)}` },
    to: data.to,
    parts: [
      ...groundParts(issued_on, ['organisation']),
      ...paragraphs(
        `${issuerName(data.issuer)} thu hồi ${letterNamed(data.of)} (${data.of.about}).`,
        `Lý do: ${data.reason.replace(/[.\s]*$/, '')}.`,
        `Kể từ ngày của Thông báo này, văn bản nêu trên không còn được sử dụng. Nơi đã nhận văn bản gửi lại bản giấy cho ${issuerName(data.issuer)} (nếu có).`,
        `${issuerName(data.issuer)} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện.`,
      ),
    ],
  }),
} as const satisfies { [K in Extract<LetterKind, 'correction' | 'recall'>]: Write<K> }
