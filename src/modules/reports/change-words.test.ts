import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeOf, changeSentence, counted, figuresSentence } from './change-words.ts'
import { attributed, sharedOut } from './divided.ts'
import { type Item, type Noun, toldItems } from './told-columns.ts'

const item = (noun: Noun, now: number | null, before: number | null): Item => ({ noun, now, before })
const said = (...groups: Item[][]) => changeSentence(groups, 'vi').text
const told = (...groups: Item[][]) => changeSentence(groups, 'en').text

test('the sentence of the real reports', () => {
  const groups = [
    [item('visits', 1204, 1350), item('people', 1890, 2017)],
    [item('groups', 26, 33), item('people', 246, 412)],
  ]
  assert.equal(
    changeSentence(groups, 'vi', { shares: false }).text,
    'giảm 146 lượt, 127 người; giảm 07 đoàn, 166 người',
  )
  assert.equal(said(...groups), 'giảm 146 lượt (10,8%), 127 người; giảm 07 đoàn, 166 người')
  assert.equal(told(...groups), 'down by 146 visits (10.8%), 127 people; down by 7 large groups, 166 people')
  assert.equal(figuresSentence(groups, 'vi'), '1.204 lượt, 1.890 người; 26 đoàn, 246 người')
  assert.equal(figuresSentence(groups, 'en'), '1,204 visits, 1,890 people; 26 large groups, 246 people')
})

test('figures that move apart each have their verb, and one that stays says so', () => {
  assert.equal(said([item('visits', 12, 10), item('people', 9, 14)]), 'tăng 02 lượt, giảm 05 người')
  assert.equal(said([item('visits', 12, 10), item('people', 14, 14)]), 'tăng 02 lượt, số người bằng cùng kỳ')
  assert.equal(
    said([item('visits', 12, 10), item('people', 3, 3), item('groups', 2, 1)]),
    'tăng 02 lượt, số người bằng cùng kỳ, tăng 01 đoàn',
  )
  assert.equal(told([item('visits', 11, 10), item('people', 14, 14)]), 'up by 1 visit, as many people as then')
})

test('nothing then, nothing now, nothing in both', () => {
  assert.equal(said([item('visits', 4, 0)]), 'tăng 04 lượt')
  assert.equal(said([item('visits', 0, 4)]), 'giảm 04 lượt')
  assert.equal(said([item('visits', 0, 0)]), 'cả hai kỳ đều không phát sinh')
  assert.equal(said([item('visits', 5, 4)], [item('groups', 0, 0)]), 'tăng 01 lượt')
  assert.equal(said(), null)
})

test('closed cells are left out and counted, never guessed', () => {
  const groups = [[item('received', null, 12), item('processed', 3, null)], [item('complaints', 30, 20)]]
  assert.deepEqual(changeSentence(groups, 'vi'), { text: 'tăng 10 đơn khiếu nại', closed: 2 })
  assert.deepEqual(changeSentence([[item('received', null, null)]], 'vi'), { text: null, closed: 1 })
  assert.equal(figuresSentence(groups, 'vi'), '03 đơn đã xử lý; 30 đơn khiếu nại')
  assert.equal(figuresSentence([[item('received', null, null)]], 'vi'), null)
})

test('a share is told from fifty on, with a decimal comma in Vietnamese', () => {
  assert.equal(changeOf({ now: 60, before: 49 })?.share, null)
  assert.equal(said([item('visits', 75, 50)]), 'tăng 25 lượt (50%)')
  assert.equal(said([item('visits', 1000, 1001)]), 'giảm 01 lượt (0,1%)')
})

test('two digits below ten in Vietnamese alone', () => {
  assert.deepEqual(
    [0, 7, 10, 1234].map((count) => counted(count, 'visits', 'vi')),
    ['00 lượt', '07 lượt', '10 lượt', '1.234 lượt'],
  )
  assert.deepEqual(
    [1, 7].map((count) => counted(count, 'groups', 'en')),
    ['1 large group', '7 large groups'],
  )
})

test('two versions of a form are compared in what both tell; a form unknown here by its first column', () => {
  const form = (code: string, instrument: string) => ({ code, instrument })
  const now = { form: form('01/XLD', 'TT01/2024'), figures: { 3: 20, 4: 12, 8: 5, 10: null } }
  const then = { form: form('01/XLD', 'TT02/2021'), figures: { 5: 1, 6: 10, 7: 2, 8: 9, 11: 4, 13: 3 } }
  assert.deepEqual(toldItems(now, then), [
    [item('received', 20, 13), item('processed', 12, 9)],
    [item('complaints', 5, 4), item('feedback', null, 3)],
  ])
  const added = { form: form('09/XYZ', 'TT09/2027'), figures: { 1: 4 } }
  assert.deepEqual(toldItems(added, { ...added, figures: { 1: 6 } }), [[item('received', 4, 6)]])
})

test('a divided unit’s count is shared out in whole numbers that add up; without shares of the whole not at all', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 }),
      (count, weights) => {
        const whole = weights.reduce((a, b) => a + b)
        const shares = weights.map((weight) => weight / whole)
        const parts = sharedOut(count, shares)
        assert.equal(
          parts.reduce((a, b) => a + b),
          count,
        )
        for (const [index, part] of parts.entries()) assert.ok(Math.abs(part - count * shares[index]!) < 1)
      },
    ),
  )
  assert.deepEqual(sharedOut(7, [0.605, 0.395]), [4, 3])
  const part = (share: number | null) => ({ unit_id: '', name: '', share, within: true })
  assert.deepEqual(attributed({ 1: 4, 2: 3 }, [1, 2], [part(0.605), part(0.395)]), [4, 3])
  assert.equal(attributed({ 1: 7 }, [1], [part(0.6), part(null)]), null)
  assert.equal(attributed({ 1: 7 }, [1], [part(0.6), part(0.1)]), null)
  assert.deepEqual(
    attributed({ 1: null }, [1], [part(0.5), part(0.5)]),
    [null, null],
    'a closed cell is not shared out',
  )
})
