/** The public calendar and news as addresses that a telephone or a reader follows, and the part of a page that offers them. */
import { type Language, words } from '../words/words.ts'
import { useSpeech } from './speech.tsx'

/** The page of everything that is public; the feeds lie under it. */
export const openPath = '/thong-tin'

/** What a feed holds: a calendar of days, or news. */
export type FeedType = 'calendar' | 'news'

const files = { calendar: 'lich.ics', news: 'tin.atom' } as const

/** What the head of a page names: programs find a feed there. */
export interface FeedLink extends FeedScope {
  title: string
}

/** Media types by feed. */
export const feedMedia = {
  calendar: 'text/calendar',
  news: 'application/atom+xml',
} as const satisfies Record<FeedType, string>

/** The page of one unit, or of all. */
export const openPathOf = (unit_id?: string) => (unit_id ? `${openPath}?don-vi=${unit_id}` : openPath)

/** Of which unit and kind, in which language; a reader's program sends no cookie. */
export interface FeedScope {
  unit_id?: string | undefined
  kind?: string | undefined
  language?: Language
}

/** Address of a feed: of one unit or of all, of one kind of thing or of all. It never changes, so that subscriptions live on. */
export function feedPath(type: FeedType, of: FeedScope = {}): string {
  const query = new URLSearchParams({
    ...(of.unit_id ? { 'don-vi': of.unit_id } : {}),
    ...(of.kind ? { loai: of.kind } : {}),
    ...(of.language === 'en' ? { tieng: 'anh' } : {}),
  }).toString()
  return `${openPath}/${files[type]}${query ? `?${query}` : ''}`
}

/** "Thêm vào lịch": what it is for in a sentence, and both addresses. */
export function FeedLinks(props: { unit?: { id: string } | null; kind?: string }) {
  const { language } = useSpeech()
  const { announcements: w } = words(language)
  const of = { unit_id: props.unit?.id, kind: props.kind, language }
  return (
    <aside class="gd-feeds" aria-label={w.feeds.label}>
      <p class="govuk-body-s">
        {props.kind === 'answer' ? (
          w.feeds.about_answers
        ) : (
          <>
            {w.feeds.about}{' '}
            <a class="govuk-link" href={feedPath('calendar', of)} type={feedMedia.calendar}>
              {w.feeds.calendar}
            </a>{' '}
            ·
          </>
        )}{' '}
        <a class="govuk-link" href={feedPath('news', of)} type={feedMedia.news}>
          {w.feeds.news}
        </a>
      </p>
    </aside>
  )
}
