/** The feeds read back by parsers that are not ours: titles that attack, days that move, a zone, limits. No database. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { answerPath } from './addresses.ts'
import { calendarFeed } from './feed-calendar.ts'
import { newsFeed } from './feed-news.ts'
import { title_max } from './feed-text.ts'
import type { Announcement } from './queries.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const unit_id = '0199a000-0000-7000-8000-000000000001'

function row(of: Partial<Announcement>): Announcement {
  return {
    kind: 'dialogue',
    unit_id,
    id: '0199a000-0000-7000-8000-0000000000aa',
    revision: 3,
    title: 'Mở rộng đường vào khu dân cư số 2',
    held_on: day('2026-11-30'),
    until_on: day('2026-11-30'),
    starts: '14:00',
    ends: '16:30',
    place: 'Nhà văn hóa thôn 2',
    cancelled: false,
    moved_from: null,
    announced_on: day('2026-11-10'),
    results_on: null,
    changed_on: day('2026-11-10'),
    unit: 'Phường Cam Đường',
    ...of,
  }
}

const calendarOf = (rows: readonly Announcement[]) =>
  calendarFeed(rows, {
    title: 'Lịch công khai',
    url: 'https://a.vn/thong-tin/lich.ics',
    portal: 'https://a.vn',
    language: 'vi',
  })

function events(file: string): InstanceType<typeof ICAL.Event>[] {
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

const news = (rows: readonly Announcement[], answers: Parameters<typeof newsFeed>[2] = []) =>
  newsFeed(
    {
      title: 'Tin công khai <1>',
      url: 'https://a.vn/thong-tin/tin.atom?don-vi=1&loai=meeting',
      page: 'https://a.vn/thong-tin',
      portal: 'https://a.vn',
      office: 'Phường Cam Đường & bạn',
      language: 'vi',
    },
    rows,
    answers,
  )

/** Entries as a reader has them after XML: names and texts. Throws where it is no XML. */
function entriesOf(file: string): Record<string, string>[] {
  const entries: Record<string, string>[] = []
  let within: Record<string, string> | null = null
  let name = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  const take = (text: string) => {
    if (within && name !== '') within[name] = (within[name] ?? '') + text
  }
  parser.on('opentag', (tag) => {
    assert.equal(tag.uri, 'http://www.w3.org/2005/Atom')
    name = tag.local
    if (name === 'entry') {
      within = {}
      entries.push(within)
    }
    if (name === 'link' && within) within['href'] = String(tag.attributes['href']?.value)
  })
  parser.on('closetag', (tag) => {
    name = ''
    if (tag.local === 'entry') within = null
  })
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(file).close()
  return entries
}

test('an event has a stable id, Vietnamese time and its sequence; when it moves it is the same event', () => {
  const [before] = events(calendarOf([row({})]))
  const [after] = events(
    calendarOf([
      row({ revision: 4, held_on: day('2026-12-02'), until_on: day('2026-12-02'), moved_from: day('2026-11-30') }),
    ]),
  )
  assert.equal(before?.startDate.toJSDate().toISOString(), '2026-11-30T07:00:00.000Z')
  assert.equal(before?.endDate.toJSDate().toISOString(), '2026-11-30T09:30:00.000Z')
  assert.equal(after?.startDate.toJSDate().toISOString(), '2026-12-02T07:00:00.000Z')
  assert.equal(after?.uid, before?.uid)
  assert.ok((after?.sequence ?? 0) > (before?.sequence ?? 0))
  assert.match(after?.description ?? '', /Đã dời từ Thứ Hai, ngày 30 tháng 11/)
  assert.match(calendarOf([]), /X-WR-TIMEZONE:Asia\/Ho_Chi_Minh/)
})

test('what is off stays, struck out; what lasts the day and what lasts several have their days', () => {
  const [off] = events(calendarOf([row({ cancelled: true })]))
  assert.equal(off?.component.getFirstPropertyValue('status'), 'CANCELLED')
  const consultation = row({ kind: 'consultation', starts: null, ends: null, place: '' })
  const [last] = events(calendarOf([consultation]))
  assert.equal(last?.startDate.isDate, true)
  assert.equal(last?.startDate.toString(), '2026-11-30')
  assert.equal(last?.summary, 'Ngày cuối nhận ý kiến: Mở rộng đường vào khu dân cư số 2 – Phường Cam Đường')
  const two = events(calendarOf([row({ kind: 'meeting', until_on: day('2026-12-01') })]))
  assert.deepEqual(
    two.map((one) => one.uid),
    [0, 1].map((one) => `0199a000-0000-7000-8000-0000000000aa-${one}@gandan`),
  )
})

const hostile =
  'A\r\nBEGIN:VEVENT\nDTSTART:20990101T000000Z;x=1,2\\n"]]><script>alert(1)</script>&amp;\u0000\u001b\uD800 đ'

test('a title that attacks is a title: no second event, no markup, no broken line', () => {
  const file = calendarOf([row({ title: hostile, place: hostile, unit: hostile })])
  const [one, ...more] = events(file)
  assert.deepEqual(more, [])
  assert.match(one?.summary ?? '', /^Đối thoại: A BEGIN:VEVENT DTSTART:20990101T000000Z;x=1,2\\n"\]\]><script>/)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const [entry, ...others] = entriesOf(news([row({ title: hostile, place: hostile })]))
  assert.deepEqual(others, [])
  // After XML the title is HTML; in it nothing is markup.
  assert.match(entry?.['title'] ?? '', /&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;amp;/)
  assert.doesNotMatch(`${entry?.['title']}${entry?.['summary']}`, /[<>]/)
})

test('titles and lists have an end', () => {
  const long = row({ title: 'ẩ'.repeat(5000), place: 'x'.repeat(5000) })
  assert.equal([...(events(calendarOf([long]))[0]?.summary ?? '')].length, title_max)
  const many = Array.from({ length: 120 }, (_, index) =>
    row({ id: `0199a000-0000-7000-8000-${String(index).padStart(12, '0')}` }),
  )
  assert.equal(entriesOf(news(many)).length, 50)
})

test('news have one entry a notice and one for its results; a move and an end are told in the same entry', () => {
  const told = row({ results_on: day('2026-12-05'), changed_on: day('2026-11-12'), moved_from: day('2026-11-28') })
  const [results, notice] = entriesOf(news([told]))
  assert.equal(notice?.['id'], 'urn:uuid:0199a000-0000-7000-8000-0000000000aa')
  assert.equal(results?.['id'], 'urn:uuid:0199a000-0000-7000-8000-0000000000aa#ket-qua')
  assert.equal(notice?.['updated'], '2026-11-11T17:00:00.000Z')
  assert.match(notice?.['summary'] ?? '', /Đã dời từ Thứ Bảy, ngày 28 tháng 11/)
  assert.equal(notice?.['href'], `https://a.vn/doi-thoai/${unit_id}/0199a000-0000-7000-8000-0000000000aa`)
  const [off] = entriesOf(news([row({ cancelled: true })]))
  assert.match(off?.['title'] ?? '', /^\[Đã hủy\] Đối thoại/)
  assert.equal(entriesOf(news([])).length, 0)
})

test('an answer is told by its question alone, and its address begins the page with it', () => {
  const answer = {
    id: '0199a000-0000-7000-8000-0000000000ff',
    unit_name: 'Phường Cam Đường',
    public_question: 'Bao giờ có nước?',
    regulation: null,
    published_on: day('2026-11-01'),
  }
  const [entry] = entriesOf(news([], [answer]))
  assert.equal(entry?.['title'], 'Trả lời: Bao giờ có nước?')
  assert.equal(answerPath(answer), '/tra-loi?truoc=2026-11-01_0199a000-0000-7000-8000-000000000100')
})
