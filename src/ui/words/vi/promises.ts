/** Sentences of the form in which a promise is noted, for every record on which promises are made. */
export const promises = {
  title: 'Việc đã hứa, đã giao',
  labels: {
    text: 'Sẽ làm việc gì',
    owner_unit_id: 'Đơn vị phải làm',
    helper_unit_id: 'Đơn vị phối hợp',
    second_helper_unit_id: 'Đơn vị phối hợp thứ hai',
    third_helper_unit_id: 'Đơn vị phối hợp thứ ba',
    force: 'Mức độ',
    due_on: 'Xong trước hết ngày',
    finding: 'Trả lời cho ý kiến, tồn tại nào',
  },
  hints: {
    text: 'Một việc, ghi như đã nói. Không ghi tên, số điện thoại, số thửa của người dân.',
    force: 'Chỉ việc được yêu cầu, giao mới tính quá hạn với người đứng đầu.',
    due_on: 'Trùng ngày nghỉ thì tính hết ngày làm việc kế tiếp.',
  },
  forces: { ordered: 'Yêu cầu, giao', recommended: 'Đề nghị' },
  faults: {
    'promise-day-has-passed': 'Ngày này đã qua: hãy hứa từ hôm nay trở đi.',
    'promise-stands-already': 'Việc này đã ghi rồi. Việc đã hứa không sửa được: hãy thay bằng việc mới.',
    'too-many-promises': 'Một cuộc ghi nhiều nhất 200 việc đã hứa.',
    'no-such-promise': 'Không còn việc này trong danh sách: hãy mở lại trang.',
    'unit-does-not-stand': 'Đơn vị này hôm nay không còn hoạt động: hãy chọn đơn vị khác.',
  },
} as const
