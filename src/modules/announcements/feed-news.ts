/** The public news as Atom: what was announced, moved or called off, results, published answers. Titles and links, no words of a person. */
import { Feed } from 'feed'
import { longDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { announcedPath, answerPath } from './addresses.ts'
import { zone } from './feed-calendar.ts'
import { asHtml, plain, title_max, titleOf } from './feed-text.ts'
import { type Announcement, newsMax } from './queries.ts'

/** A published answer, as far as the news tell it. */
export interface AnswerNews {
  id: string
  unit_name: string | null
  public_question: string | null
  regulation: string | null
  published_on: Temporal.PlainDate
}

interface Entry {
  id: string
  title: string
  path: string
  text: string
  on: Temporal.PlainDate
}

/** One entry a notice, which changes when the day moves, and one more for its results. */
export function newsFeed(
  of: { title: string; url: string; page: string; portal: string; office: string; language: Language },
  rows: readonly Announcement[],
  answers: readonly AnswerNews[],
): string {
  const entries = [
    ...rows.flatMap((row) => entriesOf(row, of.language)),
    ...answers.map((row) => answered(row, of.language)),
  ]
    .sort((a, b) => Temporal.PlainDate.compare(b.on, a.on) || (a.id < b.id ? 1 : -1))
    .slice(0, newsMax)
  const feed = new Feed({
    id: of.url,
    title: plain(of.title, title_max),
    link: of.page,
    feed: of.url,
    language: of.language,
    generator: 'Gan Dan',
    // An empty feed did not change since the beginning.
    updated: instantOf(entries[0]?.on ?? Temporal.PlainDate.from('2000-01-01')),
    author: { name: plain(of.office, 200) },
  })
  for (const entry of entries)
    feed.addItem({
      id: entry.id,
      title: asHtml(plain(entry.title, title_max)),
      link: `${of.portal}${entry.path}`,
      description: asHtml(plain(entry.text, 500)),
      date: instantOf(entry.on),
    })
  return feed.atom1()
}

const instantOf = (on: Temporal.PlainDate) => new Date(on.toZonedDateTime(zone).epochMilliseconds)

function entriesOf(row: Announcement, language: Language): Entry[] {
  const w = words(language).announcements
  const title = titleOf(row, w)
  const path = announcedPath(row)
  const day = longDay(row.held_on, language)
  const when = row.kind === 'consultation' ? w.until(day) : w.when(day, row.starts ?? '')
  const said = row.cancelled ? w.cancelled : row.moved_from ? w.moved(longDay(row.moved_from, language)) : ''
  const notice = {
    id: `urn:uuid:${row.id}`,
    title: row.cancelled ? `${w.off} ${title}` : title,
    path,
    text: [said, when, row.place].filter(Boolean).join(' '),
    on: row.changed_on,
  }
  if (!row.results_on) return [notice]
  const results = {
    id: `urn:uuid:${row.id}#ket-qua`,
    title: `${w.results} ${title}`,
    path,
    text: w.results_out,
    on: row.results_on,
  }
  return [notice, results]
}

function answered(row: AnswerNews, language: Language): Entry {
  const w = words(language).announcements
  return {
    id: `urn:uuid:${row.id}`,
    title: `${w.answer}: ${row.public_question ?? row.regulation ?? ''}`,
    path: answerPath(row),
    text: row.unit_name ?? '',
    on: row.published_on,
  }
}
