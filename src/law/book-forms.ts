/**
 * Printed books whose columns the law lays down. One code stands for several papers (03/TCD is a book in a decree and may be
 * a report in a circular), so a form is named by its instrument and its code.
 */

/** A book laid down by law. */
export interface BookForm {
  instrument: string
  code: string
  /** First day in force. */
  from: string
  until: string | null
  cite: string
  title: string
  /** Headings as printed, in order. */
  columns: readonly string[]
}

/** The book of receptions, 13 columns. */
export const receptionBook = {
  instrument: 'NĐ 154/2026',
  code: '03/TCD',
  from: '2026-07-01',
  until: null,
  cite: 'NĐ 154/2026 Mẫu 03/TCD',
  title: 'Sổ tiếp công dân',
  columns: [
    'STT',
    'Ngày tiếp',
    'Họ tên, địa chỉ',
    'Giấy tờ tùy thân',
    'Nội dung',
    'Loại đơn',
    'Số người cùng nội dung',
    'Cơ quan đã giải quyết',
    'Thuộc thẩm quyền',
    'Hướng dẫn',
    'Cơ quan thụ lý',
    'Theo dõi kết quả',
    'Ghi chú',
  ],
} as const satisfies BookForm
