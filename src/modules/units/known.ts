/** What the address package does not know and NQ 202/2025/QH15, NQ 30/2026/QH16 and 237/NQ-UBTVQH16 say. */

/**
 * Provinces since 01/07/2025: code, name, predecessors with their old code (empty: goes on unchanged). The new side is
 * QĐ 19/2025/QĐ-TTg; an old code that is not its successor's is recalled and carries the doubt `code`.
 */
export const provinces = [
  ['01', 'Thành phố Hà Nội', ''],
  ['04', 'Tỉnh Cao Bằng', ''],
  ['08', 'Tỉnh Tuyên Quang', '02 Hà Giang + 08 Tuyên Quang'],
  ['11', 'Tỉnh Điện Biên', ''],
  ['12', 'Tỉnh Lai Châu', ''],
  ['14', 'Tỉnh Sơn La', ''],
  ['15', 'Tỉnh Lào Cai', '10 Lào Cai + 15 Yên Bái'],
  ['19', 'Tỉnh Thái Nguyên', '06 Bắc Kạn + 19 Thái Nguyên'],
  ['20', 'Tỉnh Lạng Sơn', ''],
  ['22', 'Tỉnh Quảng Ninh', ''],
  ['24', 'Tỉnh Bắc Ninh', '24 Bắc Giang + 27 Bắc Ninh'],
  ['25', 'Tỉnh Phú Thọ', '17 Hòa Bình + 25 Phú Thọ + 26 Vĩnh Phúc'],
  ['31', 'Thành phố Hải Phòng', '30 Hải Dương + 31 Hải Phòng'],
  ['33', 'Tỉnh Hưng Yên', '33 Hưng Yên + 34 Thái Bình'],
  ['37', 'Tỉnh Ninh Bình', '35 Hà Nam + 36 Nam Định + 37 Ninh Bình'],
  ['38', 'Tỉnh Thanh Hóa', ''],
  ['40', 'Tỉnh Nghệ An', ''],
  ['42', 'Tỉnh Hà Tĩnh', ''],
  ['44', 'Tỉnh Quảng Trị', '44 Quảng Bình + 45 Quảng Trị'],
  ['46', 'Thành phố Huế', ''],
  ['48', 'Thành phố Đà Nẵng', '48 Đà Nẵng + 49 Quảng Nam'],
  ['51', 'Tỉnh Quảng Ngãi', '62 Kon Tum + 51 Quảng Ngãi'],
  ['52', 'Tỉnh Gia Lai', '52 Bình Định + 64 Gia Lai'],
  ['56', 'Tỉnh Khánh Hòa', '56 Khánh Hòa + 58 Ninh Thuận'],
  ['66', 'Tỉnh Đắk Lắk', '66 Đắk Lắk + 54 Phú Yên'],
  ['68', 'Tỉnh Lâm Đồng', '60 Bình Thuận + 67 Đắk Nông + 68 Lâm Đồng'],
  ['75', 'Tỉnh Đồng Nai', '70 Bình Phước + 75 Đồng Nai'],
  ['79', 'Thành phố Hồ Chí Minh', '77 Bà Rịa - Vũng Tàu + 74 Bình Dương + 79 Hồ Chí Minh'],
  ['80', 'Tỉnh Tây Ninh', '80 Long An + 72 Tây Ninh'],
  ['82', 'Tỉnh Đồng Tháp', '87 Đồng Tháp + 82 Tiền Giang'],
  ['86', 'Tỉnh Vĩnh Long', '83 Bến Tre + 84 Trà Vinh + 86 Vĩnh Long'],
  ['91', 'Tỉnh An Giang', '89 An Giang + 91 Kiên Giang'],
  ['92', 'Thành phố Cần Thơ', '92 Cần Thơ + 93 Hậu Giang + 94 Sóc Trăng'],
  ['96', 'Tỉnh Cà Mau', '95 Bạc Liêu + 96 Cà Mau'],
] as const

/** Predecessor provinces that were cities on 30/06/2025; Huế since 01/01/2025. */
export const oldCities: readonly string[] = ['Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ']

/** Island districts without communes, which the package leaves out: name, old province, the special zone they became. */
export const islandDistricts = [
  ['Huyện Bạch Long Vĩ', 'Thành phố Hải Phòng', 'Đặc khu Bạch Long Vĩ'],
  ['Huyện Côn Đảo', 'Tỉnh Bà Rịa - Vũng Tàu', 'Đặc khu Côn Đảo'],
  ['Huyện Cồn Cỏ', 'Tỉnh Quảng Trị', 'Đặc khu Cồn Cỏ'],
  ['Huyện Hoàng Sa', 'Thành phố Đà Nẵng', 'Đặc khu Hoàng Sa'],
  ['Huyện Lý Sơn', 'Tỉnh Quảng Ngãi', 'Đặc khu Lý Sơn'],
] as const

/** A commune of 30/06/2025 that no row of the package names; it went on unchanged. With it the tree has the published 10,035. */
export const missingCommune = {
  code: '23938',
  name: 'Xã Ia Mơ',
  district: 'Huyện Chư Prông',
  province: 'Tỉnh Gia Lai',
} as const

/** Codes in which the package differs from the official list, by name and province: the official side is taken. */
export const codeFixes = [
  { name: 'Xã Ba Chẽ', province: '22', packaged: '06970', official: '06978' },
  { name: 'Xã Ia Mơ', province: '52', packaged: '23737', official: '23938' },
] as const

/** From 30/04/2026 Đồng Nai is a centrally run city (NQ 30/2026/QH16) … */
export const dongNaiCity = { code: '75', name: 'Thành phố Đồng Nai', from: '2026-04-30' } as const

/** … and ten of its communes are wards (237/NQ-UBTVQH16), by code. */
export const newWards: readonly string[] = [
  '25270',
  '25357',
  '25363',
  '26116',
  '26170',
  '26248',
  '26326',
  '26368',
  '26425',
  '26485',
]

/** Central bodies that receive people or forms; others are added on the screen. */
export const ministries = [
  ['Thanh tra Chính phủ', '2025-01-01'],
  ['Văn phòng Chính phủ', '2025-01-01'],
  ['Bộ Nội vụ', '2025-01-01'],
  ['Bộ Tư pháp', '2025-01-01'],
  ['Bộ Tài chính', '2025-01-01'],
  ['Bộ Y tế', '2025-01-01'],
  ['Bộ Giáo dục và Đào tạo', '2025-01-01'],
  ['Bộ Nông nghiệp và Môi trường', '2025-03-01'],
  ['Bộ Xây dựng', '2025-01-01'],
] as const
