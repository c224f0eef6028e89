/** `/thong-tin/lich.ics` and `/thong-tin/tin.atom`: the same for everybody, kept by whoever asks until they change. */
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import { type FeedType, feedMedia, feedPath, openPathOf } from '../../ui/parts/feed-links.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { readMailConfig } from '../notices/notice.ts'
import { publishedAnswers } from '../petitions/queries.ts'
import { calendarFeed, zone } from './feed-calendar.ts'
import { newsFeed } from './feed-news.ts'
import { type Announcement, announcedDays, announcedLately, announcementKinds } from './queries.ts'
import { unitEver } from './unit-ever.ts'

/** How long a reader may show what it has before it asks again. */
const fresh_s = 900

/** Registers both. */
export function feeds(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get(feedPath('calendar'), (c) => feed(c, db, 'calendar'))
  app.get(feedPath('news'), (c) => feed(c, db, 'news'))
}

async function feed(c: Context<AppEnv>, db: Db, type: FeedType): Promise<Response> {
  const { viewer, moment, office } = c.var
  const asked = c.req.query('don-vi')
  const unit = asked === undefined ? null : isUuid(asked) ? await unitEver(viewer, db.pool, asked) : undefined
  const loai = c.req.query('loai')
  const kind = announcementKinds.find((one) => one === loai)
  const answersAlone = type === 'news' && loai === 'answer'
  if (unit === undefined || (asked !== undefined && unit === null)) return c.notFound()
  if (loai !== undefined && !kind && !answersAlone) return c.notFound()
  // Whoever signs in or sets a language gets the same file: it may be kept by everything in between.
  const language: Language = c.req.query('tieng') === 'anh' ? 'en' : 'vi'
  const w = words(language).announcements
  const { portal } = readMailConfig()
  const path = feedPath(type, { unit_id: unit?.id, kind: loai, language })
  const of = { url: `${portal}${path}`, page: `${portal}${openPathOf(unit?.id)}`, portal, language }
  const scope = { unit_id: unit?.id, kinds: kind && [kind] }
  if (type === 'calendar') {
    const rows = await announcedDays(viewer, db.pool, scope)
    const title = unit ? w.calendar_of(unit.name) : w.calendar_title
    return answer(c, type, calendarFeed(rows, { ...of, title }), lastOf(rows, moment.on))
  }
  const rows = answersAlone ? [] : await announcedLately(viewer, db.pool, scope)
  const answers = kind ? [] : await publishedAnswers(viewer, db.pool, unit?.id ?? null, null)
  const title = unit ? w.news_of(unit.name) : w.news_title
  const body = newsFeed({ ...of, title, office: unit?.name ?? office?.name ?? 'Gần Dân' }, rows, answers)
  return answer(c, type, body, lastOf(rows, moment.on, answers))
}

/** The day of the latest public change; null without any. */
function lastOf(
  rows: readonly Announcement[],
  on: Temporal.PlainDate,
  answers: readonly { published_on: Temporal.PlainDate }[] = [],
): Temporal.PlainDate | null {
  const days = [
    ...rows.flatMap((row) => (row.results_on ? [row.changed_on, row.results_on] : [row.changed_on])),
    ...answers.map((row) => row.published_on),
  ].filter((day) => Temporal.PlainDate.compare(day, on) <= 0)
  return days.sort(Temporal.PlainDate.compare).at(-1) ?? null
}

/**
 * With a fingerprint, by which alone "not changed" is answered: the day of the last change is told too, but two changes
 * of one day have the same, and what only ended has none.
 */
function answer(c: Context<AppEnv>, type: FeedType, body: string, last: Temporal.PlainDate | null): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': `public, max-age=${fresh_s}`,
    ...(last ? { 'Last-Modified': new Date(last.toZonedDateTime(zone).epochMilliseconds).toUTCString() } : {}),
  }
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'Content-Type': `${feedMedia[type]}; charset=utf-8` })
}
