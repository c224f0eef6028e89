import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldMarks, oneTonePlacement, sortKey } from './text.ts'

test('one tone placement: both spellings become one, closed syllables and qu stay', () => {
  for (const [from, to] of [
    ['Khánh Hoà', 'Khánh Hòa'],
    ['Thuỷ Nguyên', 'Thủy Nguyên'],
    ['Kiến Thuỵ', 'Kiến Thụy'],
    ['THANH HOÁ', 'THANH HÓA'],
    ['khoẻ', 'khỏe'],
    ['quý', 'quý'],
    ['Quỳnh', 'Quỳnh'],
    ['Quỳ Châu', 'Quỳ Châu'],
    ['hoàn toàn', 'hoàn toàn'],
    ['ngoài', 'ngoài'],
    ['khuỷu', 'khuỷu'],
    ['Ủy ban', 'Ủy ban'],
    ['Uỷ ban', 'Ủy ban'],
  ] as const) {
    assert.equal(oneTonePlacement(from), to)
    assert.equal(oneTonePlacement(from.normalize('NFD')), to)
    assert.equal(oneTonePlacement(to), to)
  }
})

test('folding strips marks and đ, whatever Unicode form or spelling came in', () => {
  assert.equal(foldMarks('Phường Cam Đường'), 'phuong cam duong')
  assert.equal(foldMarks('Hoà'.normalize('NFD')), foldMarks('HÒA'))
  assert.equal(foldMarks('Bà Rịa – Vũng Tàu'), 'ba ria - vung tau')
  assert.equal(foldMarks('Xã  Ea\tH’Leo'), 'xa ea hleo')
  assert.equal(foldMarks("Ea H'Leo"), 'ea hleo')
  assert.equal(foldMarks('\u0000 Ế'), '\u0000 e')
  assert.equal(foldMarks(''), '')
})

test('names sort by tên, then họ, then đệm, in the Vietnamese alphabet', () => {
  const sorted = (names: string[]) =>
    names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))
  assert.deepEqual(sorted(['Trần Văn Bình', 'Lê Thị An', 'Nguyễn Văn Ân', 'Đỗ Ánh', 'Dương Ánh', 'Hoàng Abc']), [
    'Hoàng Abc',
    'Lê Thị An',
    'Dương Ánh',
    'Đỗ Ánh',
    'Nguyễn Văn Ân',
    'Trần Văn Bình',
  ])
  assert.deepEqual(sorted(['mạ', 'má', 'mã', 'mả', 'mà', 'ma']), ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'])
  assert.deepEqual(sorted(['đa', 'dy', 'da', 'ư', 'ux', 'u', 'ơ', 'ô', 'oz']), [
    'da',
    'dy',
    'đa',
    'oz',
    'ô',
    'ơ',
    'u',
    'ux',
    'ư',
  ])
})

test('the order of keys is the order of the Vietnamese collator for single words', () => {
  const words = [
    'an',
    'ăn',
    'ân',
    'anh',
    'ảnh',
    'bẻ',
    'bé',
    'bê',
    'bơ',
    'bộ',
    'đỏ',
    'dò',
    'dơ',
    'mía',
    'mìn',
    'ươn',
    'uy',
  ]
  const collator = new Intl.Collator('vi')
  assert.deepEqual(
    words.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    words.toSorted(collator.compare),
  )
})
