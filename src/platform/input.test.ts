/** What people type: the law's no as often as its yes, and nothing typed lost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import * as input from './input.ts'
import { type FormRead, fieldsOf, readForm } from './read-form.ts'

const today = Temporal.PlainDate.from('2026-07-09')

/** Reads one field typed as this text: its value, or the code of its fault. */
function typed(schema: z.ZodType, value: string): unknown {
  const form = new FormData()
  form.set('it', value)
  const read: FormRead<{ it?: unknown }> = readForm(z.object({ it: schema }), form)
  return read.ok ? read.data.it : read.errors[0]?.code
}

function typedDay(value: string): unknown {
  const read = typed(input.day({ until: () => today }), value)
  return read instanceof Temporal.PlainDate ? read.toString() : read
}

test('a day is read as people write it, and each wrong day has its own code', () => {
  for (const text of [
    '06/07/2026',
    '6/7/2026',
    '06-07-2026',
    '6.7.2026',
    '06072026',
    '2026-07-06',
    ' 06/07/2026 ',
    '０６/０７/２０２６',
  ])
    assert.equal(typedDay(text), '2026-07-06', text)
  assert.equal(typedDay('29/02/2024'), '2024-02-29')
  assert.equal(typedDay('30/02/2026'), 'no-such-day')
  assert.equal(typedDay('29/02/2026'), 'no-such-day')
  assert.equal(typedDay('00/01/2026'), 'no-such-day')
  assert.equal(typedDay('01/13/2026'), 'no-such-month')
  assert.equal(typedDay('10/07/2026'), 'day-in-future')
  assert.equal(typedDay('09/07/2026'), '2026-07-09')
  assert.equal(typedDay('31/12/1899'), 'day-too-early')
  assert.equal(typedDay('01/01/9999'), 'day-too-late')
  assert.equal(typedDay('hôm qua'), 'not-a-day')
  assert.equal(typedDay('06/07/26'), 'not-a-day')
  assert.equal(typedDay(''), 'required')
})

test('the fault of a day says how many days the month has', () => {
  const form = new FormData()
  form.set('born_on', '30/02/2026')
  const read = readForm(z.object({ born_on: input.day() }), form)
  assert.ok(!read.ok)
  assert.deepEqual(read.errors[0]?.params, { days: 28, month: 2, year: 2026 })
  assert.equal(read.values['born_on'], '30/02/2026')
})

test('every real day since 1900 is read back, in both writings', () => {
  const since = Temporal.PlainDate.from('1900-01-01')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const on = since.add({ days })
      const read = input.day().parse(`${on.day}/${on.month}/${on.year}`)
      assert.ok(read.equals(on) && input.day().parse(on.toString()).equals(on) && input.day().parse(on).equals(on))
    }),
  )
})

test('text is tidied: composed, trimmed, one kind of line end', () => {
  assert.equal(typed(input.text(), '  Ho\u0300a   Bi\u0300nh '), 'H\u00f2a B\u00ecnh')
  assert.equal(typed(input.longText(), 'một\r\nhai  \r\n\r\nba\r'), 'một\nhai\n\nba')
  assert.equal(typed(input.text(), 'Xin chào 👨‍👩‍👧'), 'Xin chào 👨‍👩‍👧')
  assert.equal(typed(input.text(), '<script>alert(1)</script>'), '<script>alert(1)</script>')
})

test('what hides or cannot be stored is refused', () => {
  for (const bad of ['a\u0000b', 'a\u0007b', 'a\u202eb', 'a\ufeffb'])
    assert.equal(typed(input.longText(), bad), 'forbidden-character', JSON.stringify(bad))
  // A form cannot carry half a letter, JSON can.
  assert.equal(input.text().safeParse('a\ud800b').error?.issues[0]?.message, 'forbidden-character')
  assert.equal(typed(input.text(), '   '), 'required')
})

test('too long is counted in letters as people count them', () => {
  assert.equal(typed(input.text(5), 'ắắắắắ'.normalize('NFD')), 'ắắắắắ')
  assert.equal(typed(input.text(5), 'ắắắắắắ'), 'too-long')
  assert.equal(typed(input.text(2), '👨‍👩‍👧👨‍👩‍👧'), '👨‍👩‍👧👨‍👩‍👧')
  assert.equal(typed(input.longText(), 'đ'.repeat(20_000)), 'đ'.repeat(20_000))
  assert.equal(typed(input.longText(), 'đ'.repeat(200_000)), 'too-long')
})

test('names, telephones and identity numbers', () => {
  for (const name of ['Nguyễn Thị Minh Khai', 'H’Hen Niê', "Y' Bhăm", 'K’Brêu', 'Trần Văn A (Tư)', 'Đ. V. B'])
    assert.equal(typed(input.personName(), name), name)
  assert.equal(typed(input.personName(), 'Nguyễn <b>'), 'not-a-name')
  assert.equal(typed(input.personName(), '12345'), 'not-a-name')
  assert.equal(typed(input.phone(), '0912 345 678'), '0912345678')
  assert.equal(typed(input.phone(), '+84912345678'), '0912345678')
  assert.equal(typed(input.phone(), '(0214) 3.840.034'), '02143840034')
  assert.equal(typed(input.phone(), '12345'), 'not-a-phone')
  assert.equal(typed(input.identityNumber(), '010 203 004 005'), '010203004005')
  assert.equal(typed(input.identityNumber(), '063 123 456'), '063123456')
  assert.equal(typed(input.identityNumber(), 'c1234567'), 'C1234567')
  assert.equal(typed(input.identityNumber(), '0102030040'), 'not-an-identity-number')
})

test('numbers, choices, yes and no', () => {
  assert.equal(typed(input.count(1, 5000), '1.234'), 1234)
  assert.equal(typed(input.count(1, 9), '0'), 'too-small')
  assert.equal(typed(input.count(1, 9), '10'), 'too-large')
  assert.equal(typed(input.count(), '1,5'), 'not-a-number')
  assert.equal(typed(input.count(), '1e3'), 'not-a-number')
  assert.equal(typed(input.choice(['a', 'b']), 'c'), 'not-a-choice')
  assert.equal(typed(input.choice(['a', 'b']), ''), 'choose-one')
  assert.equal(typed(input.yesNo(), 'no'), false)
  assert.equal(typed(input.yesNo(), ''), 'choose-one')
  assert.equal(typed(input.yesNo(), '__proto__'), 'not-a-choice')
  assert.equal(typed(input.agree(), ''), false)
  assert.equal(typed(input.mustAgree(), ''), 'must-agree')
  assert.equal(typed(input.mustAgree(), 'yes'), true)
  assert.equal(typed(input.uuid(), "' or 1=1"), 'not-an-id')
})

test('files: too many, too heavy, none chosen', () => {
  const schema = z.object({ attachments: input.files(2, 10).optional() })
  const post = (...files: File[]) => {
    const form = new FormData()
    for (const file of files) form.append('attachments', file)
    return readForm(schema, form)
  }
  const file = (bytes: number) => new File([new Uint8Array(bytes)], 'đơn.pdf')
  assert.ok(post(new File([], '')).ok)
  assert.ok(post(file(10), file(1)).ok)
  const many = post(file(1), file(1), file(1))
  assert.equal(!many.ok && many.errors[0]?.code, 'too-many-files')
  const heavy = post(file(11))
  assert.equal(!heavy.ok && heavy.errors[0]?.code, 'file-too-large')
})

test('what was read can be read again, and the API’s schema can be printed', () => {
  const schema = z.object({
    on: input.day(),
    people: input.count(),
    published: input.yesNo(),
    agreed: input.mustAgree(),
  })
  const data = schema.parse({ on: '06/07/2026', people: '3', published: 'yes', agreed: 'on' })
  assert.deepEqual(JSON.stringify(schema.parse(data)), JSON.stringify(data))
  const printed = z.toJSONSchema(schema, { io: 'input' })
  assert.deepEqual(printed.required, ['on', 'people', 'published', 'agreed'])
})

test('fields come in the schema’s order, with what a form must know; faults too', () => {
  const schema = z.object({ b: input.text(), a: input.day().optional(), c: input.agree(), id: input.uuid() })
  assert.deepEqual(
    fieldsOf(schema).map((field) => [field.name, field.field, field.required]),
    [
      ['b', 'text', true],
      ['a', 'day', false],
      ['c', 'agree', false],
      ['id', 'hidden', true],
    ],
  )
  const read = readForm(schema, new FormData())
  assert.deepEqual(!read.ok && read.errors.map((fault) => fault.field), ['b', 'id'])
  assert.throws(() => fieldsOf(z.object({ bare: z.string() })), /"bare"/)
})

test('keys that are no field are dropped', () => {
  const form = new FormData()
  form.set('b', 'x')
  form.set('__proto__', 'y')
  form.set('state', 'settled')
  const read = readForm(z.object({ b: input.text() }), form)
  assert.deepEqual(read.ok && read.data, { b: 'x' })
})
