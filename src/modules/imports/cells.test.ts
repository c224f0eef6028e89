/** Cells as clerks type them: what is read, and what is refused. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, dayOf, denounces, kindOf, paperOf, peopleOf, withoutNumbers } from './cells.ts'
import { cleanText, decodeText, oldLetters } from './letters.ts'

const context = { today: Temporal.PlainDate.from('2026-11-20'), year: null }
const day = (cell: string | number, year: number | null = null) => {
  const read = dayOf(cell, { ...context, year })
  return read.ok ? read.value.toString() : read.code
}

test('days in every shape', () => {
  for (const typed of [
    '3/7/26',
    '03/07/2026',
    '03.07.2026',
    '3-7-2026',
    '3 / 7 / 2026',
    'ngày 3 tháng 7 năm 2026',
    'Ngày 03 tháng 07 năm 26',
    '2026-07-03',
    '8h30 03/07/2026',
    '03/07/2026 8:30',
    '8 giờ 30 phút, ngày 3/7/2026',
    'Thứ Sáu, 3/7/2026',
    46206,
    '46206.354',
  ])
    assert.equal(day(typed), '2026-07-03', String(typed))
  assert.equal(day('5/8', 2025), '2025-08-05')
  assert.equal(day('5 tháng 8', 2025), '2025-08-05')
})

test('days that are none are told apart', () => {
  assert.equal(day('31/02/2026'), 'no-such-day')
  assert.equal(day('7/13/2026'), 'no-such-day')
  assert.equal(day('5/8'), 'day-without-year')
  assert.equal(day('hôm qua'), 'not-a-day')
  assert.equal(day(''), 'required')
  assert.equal(day('21/11/2026'), 'day-in-future')
  assert.equal(day('3/7/1926'), 'day-too-early')
  assert.equal(day('1/1/0001'), 'day-too-early')
})

const people = (person: string, address = '') => {
  const read = peopleOf(person, address || null)
  return read.ok ? [read.value.names.join('|'), read.value.address, read.value.phone ?? ''] : read.code
}

test('people: names first, then where they live', () => {
  assert.deepEqual(people('Nguyễn Văn An, tổ 5, phường Cam Đường'), ['Nguyễn Văn An', 'tổ 5, phường Cam Đường', ''])
  assert.deepEqual(people('Ông Tô Văn Im - tổ 5'), ['Tô Văn Im', 'tổ 5', ''])
  assert.deepEqual(people('Ngô Thị Bản; Đội 3'), ['Ngô Thị Bản', 'Đội 3', ''])
  assert.deepEqual(people('1. LÊ THỊ ĐÀO 2. Lê Văn Ích\nthôn Na Mo'), ['Lê Thị Đào|Lê Văn Ích', 'thôn Na Mo', ''])
  assert.deepEqual(people('Bà Đỗ Thị Én cùng Vũ Văn Ga', 'xã Bảo Yên, SĐT: 0912.345.678'), [
    'Đỗ Thị Én|Vũ Văn Ga',
    'xã Bảo Yên',
    '0912345678',
  ])
  assert.deepEqual(people('H’Hen Niê, buôn Ako Dhong'), ['H’Hen Niê', 'buôn Ako Dhong', ''])
  assert.equal(people('tổ 5, phường Cam Đường'), 'not-a-name')
  assert.equal(people('đại diện 12 hộ dân'), 'not-a-name')
  assert.equal(people(''), 'required')
})

test('kinds by words and by letters; whatever is partly a denunciation is one', () => {
  const kind = (text: string) => {
    const read = kindOf(text)
    return read.ok ? read.value : read.code
  }
  const read = [
    'KN',
    'Đơn khiếu nại',
    'TC',
    'KN, TC',
    'tố cáo',
    'Nặc danh',
    'Phản ánh',
    'PA',
    'PAKN',
    'KNPA',
    'Kiến nghị, phản ánh',
    'Khác',
    '-',
    'Không',
    '',
  ]
  assert.deepEqual(read.map(kind), [
    'complaint',
    'complaint',
    'denunciation',
    'denunciation',
    'denunciation',
    'denunciation',
    'observation',
    'observation',
    'observation',
    'recommendation',
    'recommendation',
    'other',
    null,
    null,
    null,
  ])
  assert.equal(kind('abc'), 'not-a-kind')
  assert.equal(denounces('Tố cáo trưởng thôn lấy tiền', null), true)
  assert.equal(denounces('Tố cáo ông A lấn đất', 'complaint'), true)
  assert.equal(denounces('Hỏi kết quả giải quyết đơn tố cáo năm trước', 'complaint'), false)
  assert.equal(denounces('Đề nghị sửa đường', null), false)
})

test('people are counted, papers and stray numbers are found', () => {
  const count = (text: string) => {
    const read = countOf(text)
    return read.ok ? read.value : read.code
  }
  assert.deepEqual(['', '1', '05 người', 'x', '0', '1.200', 'nhiều'].map(count), [1, 1, 5, 1, 1, 1200, 'not-a-number'])
  assert.equal(paperOf(10_085_001_234)?.number, '010085001234')
  assert.equal(paperOf(123_456_789)?.number, '123456789')
  assert.equal(paperOf('Hộ chiếu C1234567')?.kind, 'passport')
  assert.equal(paperOf('không'), null)
  const taken = (text: string) => withoutNumbers(text, '#')
  assert.deepEqual(taken('số CCCD 010 085 001 234 cấp năm 2021'), {
    text: 'số CCCD # cấp năm 2021',
    found: ['010 085 001 234'],
  })
  assert.deepEqual(taken('CMND số 063 123 456'), { text: 'CMND số #', found: ['063 123 456'] })
  assert.deepEqual(taken('ĐT 0912 345 678, thửa 123456789').found, [])
})

test('letters: one form for what looks alike; what was typed before Unicode is known', () => {
  assert.equal(cleanText(' Nguye\u0302\u0303n\u00a0 Va\u0306n\u200b １２\uff0c '), 'Nguyễn Văn 12,')
  assert.equal(
    decodeText(Buffer.from([0xd0, 0xf4, 0xcc, 0x6e, 0x67])),
    'Đồng',
    'the old Windows page has its tones apart',
  )
  assert.equal(decodeText(Buffer.from([0x41, 0x00, 0x42])), null)
  assert.equal(oldLetters('§¬n khiÕu n¹i vÒ viÖc thu håi ®Êt, «ng NguyÔn V¨n ¸i ë th«n Na Mo ®Ò nghÞ xem l¹i'), 'tcvn3')
  assert.equal(
    oldLetters('Ñôn khieáu naïi veà vieäc thu hoài ñaát, oâng Nguyeãn Vaên AÙi ôû thoân Na Mo ñeà nghò xem laïi'),
    'vni',
  )
  assert.equal(oldLetters('Đơn khiếu nại về việc thu hồi đất, ông Nguyễn Văn Ái ở thôn Na Mo đề nghị xem lại'), null)
  assert.equal(oldLetters('Cháu à, bà âu yếm êm ái, oán hờn, quý báu'), null)
})
