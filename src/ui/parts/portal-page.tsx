/** A page for citizens: one measure, large type, no script but the calculator's. */
import { type Language, words } from '../words/words.ts'
import { type FeedType, feedMedia, feedPath, openPath } from './feed-links.tsx'
import { type PageProps, Shell } from './page.tsx'

/** Parts of the portal that stand in its navigation. */
export const portalPaths = {
  send: '/gui-don',
  track: '/tra-cuu',
  receptions: '/lich-tiep-dan',
  answers: '/tra-loi',
} as const

/** Key of a part of the portal. */
export type PortalPart = keyof typeof portalPaths

/** A page of the portal; `current` marks its part in the navigation. A page of one unit names that unit's feeds. */
export function PortalPage(props: PageProps & { current?: PortalPart; unit?: { id: string; name: string } | null }) {
  const { announcements, frame } = words(props.frame.language)
  return (
    <Shell
      {...props}
      feeds={feedsOf(props.frame.language, props.unit ?? null)}
      face="portal"
      home="/"
      navigation={<PortalNavigation language={props.frame.language} current={props.current} />}
      footer={
        <footer class="gd-footer">
          <div class="gd-width">
            <p>{frame.footer_help}</p>
            <p>
              {frame.footer_office(props.frame.office)} {frame.footer_software}{' '}
              <a class="govuk-link" href={openPath}>
                {announcements.title}
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href="/ban-lam-viec">
                {frame.to_desk}
              </a>
            </p>
          </div>
        </footer>
      }
    />
  )
}

function feedsOf(language: Language, unit: { id: string; name: string } | null) {
  const { announcements: w } = words(language)
  const titles = {
    calendar: unit ? w.calendar_of(unit.name) : w.calendar_title,
    news: unit ? w.news_of(unit.name) : w.news_title,
  } as const
  return (['news', 'calendar'] as const satisfies readonly FeedType[]).map((type) => ({
    href: feedPath(type, { unit_id: unit?.id, language }),
    type: feedMedia[type],
    title: titles[type],
  }))
}

const parts = ['send', 'track', 'receptions', 'answers'] as const satisfies readonly PortalPart[]

function PortalNavigation(props: { language: 'vi' | 'en'; current?: PortalPart }) {
  const { portal } = words(props.language).frame
  return (
    <nav class="gd-navigation" aria-label={portal.navigation}>
      <ul class="gd-width">
        {parts.map((part) => (
          <li key={part}>
            <a href={portalPaths[part]} aria-current={part === props.current ? 'true' : undefined}>
              {portal[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
