/** The words of narratives without a database: figures in a text, the first draft, days that heads owe. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { narrativeSectionIds, numberedParts } from '../../law/narrative-sections.ts'
import { readPeriod } from '../../law/report-periods.ts'
import { draftedFigures, draftOf } from './drafting.ts'
import type { FigureNow } from './figures-in-text.ts'
import { changeInText, inText } from './in-text.ts'
import { isListName, owedIn } from './lists.ts'
import { piecesOf, readToken, resolved, tokensIn } from './tokens.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const period = readPeriod('2026-6m')!

/** Every figure of the draft with one value. */
const all = (text: string) =>
  new Map(
    draftedFigures.map((source): [string, FigureNow] => [
      source,
      { source, text, what: '', href: '/', token: readToken(source.slice(2, -2)), fault: null, other_days: null },
    ]),
  )

test('figures in a text are read, and nothing else is', () => {
  assert.deepEqual(readToken('figure:01/TCD:8+17+26'), {
    kind: 'figure',
    form: '01/TCD',
    columns: [8, 17, 26],
    earlier: false,
  })
  assert.deepEqual(readToken('change:01/TCD:1,2+3'), { kind: 'change', form: '01/TCD', groups: [[1], [2, 3]] })
  assert.deepEqual(readToken('list:plans-open:papers-missing'), {
    kind: 'list',
    list: 'plans-open',
    of: 'papers-missing',
  })
  for (const wrong of ['', 'figure:01/TCD', 'figure:01/TCD:1;drop', 'list:', 'list:A', 'change:01/TCD:1,', 'x'])
    assert.equal(readToken(wrong), null, wrong)
  assert.equal(resolved('tiếp {{list:overdue}} vụ, {{list:x}}', { '{{list:overdue}}': '07' }), 'tiếp 07 vụ, …')
})

test('the pieces of any text put together are the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('{{list:overdue}}', '{{', '}}', '{{x}}'))), (parts) => {
      const text = parts.join('')
      const again = piecesOf(text).map((piece) => ('text' in piece ? piece.text : piece.source))
      assert.equal(again.join(''), text)
    }),
  )
})

test('a figure under ten has its zero; what moves alike stands behind one word', () => {
  assert.deepEqual([0, 7, 10, 1234].map(inText), ['0', '07', '10', '1.234'])
  const visits = { noun: 'visits', now: 54, before: 200 } as const
  const people = { noun: 'people', now: 61, before: 188 } as const
  assert.equal(changeInText([visits, people]), 'giảm 146 lượt, 127 người so với cùng kỳ năm trước')
  assert.doesNotMatch(changeInText([{ ...visits, before: 54 }]) ?? '', /so với/)
  assert.equal(
    changeInText([visits, { ...people, before: 61 }]),
    'so với cùng kỳ năm trước: giảm 146 lượt, số người bằng cùng kỳ',
  )
  assert.equal(changeInText([{ ...visits, before: null }]), null)
})

test('whole weeks and months are owed, and of a province a day a month', () => {
  assert.equal(owedIn('commune', day('2025-12-15'), day('2026-06-14')), 26)
  assert.equal(owedIn('province', day('2025-12-15'), day('2026-06-14')), 6)
  assert.equal(owedIn('commune', day('2026-06-10'), day('2026-06-14')), 0)
  assert.equal(owedIn('commune', day('2026-06-15'), day('2026-06-14')), 0)
})

test('a draft holds no number of its own and names no figure that was not read', () => {
  for (const text of ['12', '0', '…']) {
    const drafted = draftOf(all(text), period)
    assert.deepEqual(Object.keys(drafted).sort(), [...narrativeSectionIds].sort())
    for (const [section, said] of Object.entries(drafted)) {
      assert.doesNotMatch(said.replace(/\{\{[^}]*\}\}/g, ''), /\d/, section)
      for (const source of tokensIn(said)) assert.ok(draftedFigures.includes(source), source)
    }
  }
  const full = draftOf(all('12'), period)
  assert.match(full.petitions, /^a\) Tiếp công dân.*\n.*\nb\) Xử lý đơn.*\nc\) Giải quyết khiếu nại/)
  assert.match(full.limits, /quá thời hạn.*\nb\) Nguyên nhân.*thiếu hồ sơ/)
  // What has no register is left to people, whatever the figures are.
  for (const section of numberedParts().flatMap((part) => part.sections))
    if (!section.register) assert.equal(full[section.id], '', section.id)
  // What a promise says, and who owes it, stands on its own page: a report counts them.
  assert.match(full.limits, /{{list:commitments-late}} việc đã cam kết/)
  assert.match(full.tasks, /^b\) Thực hiện xong {{list:commitments-late}}/m)
  assert.match(full.front, /{{list:front-conferences}}.*\n.*{{list:joint-programmes}}/)
  const empty = draftOf(all('…'), period)
  assert.equal(empty.democracy + empty.front + empty.practices, '')
  assert.equal(empty.limits + empty.tasks, '')
  assert.doesNotMatch(empty.petitions, /XLD|KQGQ/)
})

test('every list that a draft names is there', () => {
  for (const source of draftedFigures) {
    const token = readToken(source.slice(2, -2))
    assert.ok(token, source)
    if (token.kind === 'list') assert.ok(isListName(token.list), source)
  }
})

test('parts are numbered I, II …, and sections 1, 2 … where a part has several', () => {
  const parts = numberedParts()
  assert.deepEqual(
    parts.map((part) => part.number),
    ['I', 'II', 'III', 'IV'],
  )
  assert.deepEqual(
    parts[0]?.sections.map((section) => section.number),
    ['1', '2', '3', '4', '5', '6', '7'],
  )
  assert.equal(parts[1]?.sections[0]?.number, null)
})
