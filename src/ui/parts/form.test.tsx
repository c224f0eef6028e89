/** Forms made from schemas: labels, faults as sentences, everything typed shown again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { z } from 'zod'
import * as input from '../../platform/input.ts'
import { readForm } from '../../platform/read-form.ts'
import { words } from '../words/words.ts'
import { FormOf, type FormWords, faultSentence } from './form.tsx'

const schema = z.object({
  born_on: input.day({ until: () => Temporal.PlainDate.from('2026-07-09') }),
  content: input.longText(10),
  kind: input.choice(['complaint', 'observation']),
  id: input.uuid().optional(),
})
const sentences: FormWords = {
  labels: { born_on: 'Ngày sinh', content: 'Nội dung', kind: 'Ông/Bà gửi gì?' },
  names: { kind: 'loại đơn' },
  choices: { kind: { complaint: 'Khiếu nại', observation: 'Phản ánh' } },
  submit: 'Gửi đơn',
}

function posted(values: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  const read = readForm(schema, form)
  assert.ok(!read.ok)
  return read
}

test('a fault names the field and the cure, in both languages', () => {
  const { errors } = posted({ born_on: '30/02/2026', content: 'x'.repeat(12_345) })
  const vi = errors.map((fault) => faultSentence(fault, sentences, words('vi').frame, 'vi'))
  assert.deepEqual(vi, [
    'Ngày sinh chưa đúng: tháng 2 năm 2026 chỉ có 28 ngày.',
    'Nội dung dài 12.345 ký tự; nhiều nhất là 10 ký tự.',
    'Chưa chọn loại đơn.',
  ])
  const [born] = errors
  assert.ok(born)
  const labels = { labels: { born_on: 'Date of birth' } }
  assert.equal(
    faultSentence(born, labels, words('en').frame, 'en'),
    'Date of birth is not a date: month 2 of 2026 has only 28 days.',
  )
})

test('a code without a sentence is still a sentence, and a module may bring its own', () => {
  const fault = { field: 'content', code: 'toString' }
  assert.equal(faultSentence(fault, sentences, words('vi').frame, 'vi'), 'Nội dung chưa đúng; xin xem lại.')
  const own = { ...sentences, faults: { 'already-sent': 'Đơn này đã gửi rồi.' } }
  assert.equal(faultSentence({ field: '', code: 'already-sent' }, own, words('vi').frame, 'vi'), 'Đơn này đã gửi rồi.')
})

test('everything typed is shown again, escaped, beside its fault', () => {
  const { errors, values } = posted({ born_on: '30/02/2026', content: '"><b>x', kind: 'observation' })
  const html = renderToString(
    <FormOf schema={schema} words={sentences} action="/gui-don" values={values} errors={errors} heading="Gửi đơn" />,
  )
  assert.ok(html.indexOf('govuk-error-summary') < html.indexOf('<h1>'))
  assert.match(html, /href="#born_on"/)
  assert.match(html, /id="born_on"[^>]*value="30\/02\/2026"/)
  assert.match(html, /aria-describedby="born_on-hint born_on-error"/)
  assert.match(html, /<textarea[^>]*>(&quot;|")>&lt;b>x<\/textarea>/)
  assert.doesNotMatch(html, /<b>x/)
  assert.match(html, /value="observation" checked/)
  assert.match(html, /type="hidden" name="id"/)
})

test('a label that is missing is found by the first render', () => {
  const bare: FormWords = { labels: {}, submit: 'Gửi' }
  assert.throws(() => renderToString(<FormOf schema={schema} words={bare} action="/x" />), /"born_on" has no label/)
})
