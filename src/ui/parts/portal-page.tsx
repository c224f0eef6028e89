/** A page for citizens: one measure, large type, no script but the calculator's. */
import { words } from '../words/words.ts'
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

/** A page of the portal; `current` marks its part in the navigation. */
export function PortalPage(props: PageProps & { current?: PortalPart }) {
  const { commitments, conferences, frame, public_figures } = words(props.frame.language)
  return (
    <Shell
      {...props}
      face="portal"
      home="/"
      navigation={<PortalNavigation language={props.frame.language} current={props.current} />}
      footer={
        <footer class="gd-footer">
          <div class="gd-width">
            <p>{frame.footer_help}</p>
            <p>
              {frame.footer_office(props.frame.office)} {frame.footer_software}{' '}
              <a class="govuk-link" href="/so-lieu">
                {public_figures.footer}
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href="/cam-ket">
                {commitments.public.footer}
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href="/hoi-nghi">
                {conferences.publicly.title}
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
