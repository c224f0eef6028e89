/** Lời về hồ sơ riêng hết thời hạn lưu giữ. Không câu nào nói hồ sơ của ai. */

export const sealedEnds = {
  title: 'Hết thời hạn lưu giữ',
  lead: 'Chỉ người giữ khóa thấy hồ sơ của mình ở đây. Hồ sơ hết thời hạn được hủy khi người đứng đầu xác nhận, trừ hồ sơ đang được giữ lại.',
  due: 'Hồ sơ đã hết thời hạn',
  none_due: 'Không có hồ sơ nào.',
  kept_until: (day: string) => `Lưu giữ đến hết ${day}.`,
  held: (day: string) => `Đang được giữ lại đến hết ${day}.`,
  certificates: 'Giấy chứng nhận đã hủy',
  count: (count: number, year: number) => `Sổ năm ${year}: đã hủy ${count} hồ sơ`,
  open: (number: number, year: number, unit: string) => `Tải giấy số ${number}/${year}, ${unit}`,
  periods: 'Thời hạn lưu giữ',
  periods_lead:
    'Tính từ hết năm kết thúc vụ việc. Cơ quan có thể lưu giữ lâu hơn, không được ngắn hơn. Vụ việc nghiêm trọng: hãy giữ lại hồ sơ.',
  classes: { settled: 'Hồ sơ đã giải quyết, đã chuyển hoặc đã đình chỉ', 'kept-only': 'Đơn lưu, không xử lý' },
  book: (years: number, cite: string) => `${years} năm (${cite})`,
  set: (years: number, from: string, decision: string) => `${years} năm, từ ngày ${from}, theo ${decision}`,
  end: 'Thôi áp dụng',
  longer: 'Đặt thời hạn dài hơn',
  done: 'Hồ sơ đã hủy. Giấy chứng nhận nằm ở trang này.',
  due_line: (count: number) => `${count} hồ sơ đã hết thời hạn lưu giữ.`,
  form: {
    labels: { record_class: 'Loại hồ sơ', years: 'Số năm', decision: 'Theo văn bản nào', from_on: 'Từ ngày', id: 'Mã' },
    names: { record_class: 'loại hồ sơ', years: 'số năm', decision: 'văn bản', from_on: 'ngày bắt đầu' },
    choices: {
      record_class: { settled: 'Hồ sơ đã giải quyết, đã chuyển hoặc đã đình chỉ', 'kept-only': 'Đơn lưu, không xử lý' },
    },
    submit: 'Ghi thời hạn',
  },
  faults: {},
  refusals: {
    'not-shorter-than-the-book': 'Không được ngắn hơn thời hạn chung: điều đã hủy không lấy lại được.',
    'its-record-is-destroyed': 'Hồ sơ của lời trao đổi này chưa bị hủy.',
  },
} as const
