/** What follows from a decision in money, land and people: labels of its figures. */
export const effectLabels = {
  state_money: 'Thu hồi cho Nhà nước: tiền (triệu đồng)',
  state_land: 'Thu hồi cho Nhà nước: đất (m²)',
  organisation_money: 'Trả lại cho tổ chức: tiền (triệu đồng)',
  organisation_land: 'Trả lại cho tổ chức: đất (m²)',
  person_money: 'Trả lại cho cá nhân: tiền (triệu đồng)',
  person_land: 'Trả lại cho cá nhân: đất (m²)',
  organisations: 'Số tổ chức được trả lại quyền lợi',
  persons: 'Số cá nhân được trả lại quyền lợi',
  handled_organisations: 'Xử lý hành chính: số tổ chức',
  handled_people: 'Xử lý hành chính: số người',
  handled_officials: 'Xử lý hành chính: trong đó cán bộ, công chức, viên chức',
  crime_cases: 'Chuyển cơ quan điều tra, khởi tố: số vụ',
  crime_people: 'Chuyển cơ quan điều tra, khởi tố: số người',
  crime_officials: 'Chuyển cơ quan điều tra, khởi tố: trong đó cán bộ, công chức, viên chức',
} as const

/** What to know before typing the first of them. */
export const effectsHint = 'Ghi số tròn để lên biểu thống kê; không có thì bỏ trống.'

/** The same in a sealed record, whose figures are dimensions of the statistics like its result. */
export const sealedEffectsHint =
  'Ghi số tròn để lên biểu thống kê; không có thì bỏ trống. Các số này không niêm phong: đừng ghi khi con số đủ để nhận ra vụ việc chưa công khai.'
