/** The invented office whose letters the samples are. */
import type { Issuer, Person, Signature } from './wording.ts'

/** A ward. */
export const issuer: Issuer = {
  name: 'Phường Cam Đường',
  body: 'peoples-committee',
  parent_name: null,
  symbol: 'UBND',
  place: 'Cam Đường',
  address: 'số 12 đường Trần Phú, phường Cam Đường, tỉnh Lào Cai',
  phone: '0214 3000 000',
}
/** Its head, who signs. */
export const chairman: Signature = { capacity: 'own', head_title: 'Chủ tịch', name: 'Lý Thị Mẫu' }
/** A deputy signing for the head. */
export const deputy: Signature = {
  capacity: 'deputy',
  head_title: 'Chủ tịch',
  own_title: 'Phó Chủ tịch',
  name: 'Trần Văn Thử',
}
/** An office signing by order. */
export const office: Signature = {
  capacity: 'by-order',
  head_title: 'Chủ tịch',
  own_title: 'Chánh Văn phòng',
  name: 'Vàng A Ví',
}
/** A citizen. */
export const to: Person = { name: 'Nguyễn Văn Dụ', address: 'tổ 5, phường Cam Đường, tỉnh Lào Cai', honorific: 'Ông' }
/** What the citizen complained of. */
export const complaint = {
  kind: 'complaint',
  received_on: '2026-07-01',
  dated_on: '2026-06-29',
  about: 'bồi thường khi Nhà nước thu hồi đất để mở rộng đường Trần Phú',
  register_number: '05/2026',
} as const
/** Common to the samples. */
export const base = { issuer, signature: chairman, drafted_by: 'TCD' }
/** Who settles it. */
export const settler = 'Chủ tịch Ủy ban nhân dân phường Cam Đường'
