/** The page around everything: head, masthead, banner of the demonstration, main, footer. */
import type { ComponentChildren } from 'preact'
import { scriptAddress, stylesheetAddress } from '../assets.ts'
import { type Language, words } from '../words/words.ts'
import { longDay } from './format.ts'
import { type Face, SpeechContext } from './speech.tsx'

/** What the page knows of the request; the HTTP frame makes it (`frameOf`). */
export interface Frame {
  language: Language
  /** Path and query of this page without `lang`, for the language switch. */
  address: string
  /** The business day. */
  on: Temporal.PlainDate
  /** Data are invented; the fixed business day is shown on every page. */
  demonstration: boolean
  /** Name of the office whose site this is. */
  office: string
  /** Who is signed in; null on the portal without account. */
  officer: {
    name: string
    unit?: string
    /** Their post works with no register: the navigation shows units, figures and calendar only. */
    without_register?: boolean
    /** A Front supervisor, who records grievances. */
    of_the_front?: boolean
  } | null
}

/** What every page takes. */
export interface PageProps {
  frame: Frame
  /** What the page is about; the office's name is added. */
  title: string
  children: ComponentChildren
  /** The form on it has faults: the title says so first. */
  faulty?: boolean
  /** Above main: where one came from. */
  back?: { href: string; text?: string }
  /** Main takes the whole width (tables) instead of one measure. */
  wide?: boolean
  /** Feeds that programs find in the head. */
  feeds?: readonly { href: string; type: string; title: string }[]
  /** Address of a script this page adds; without it the page does everything all the same. */
  script?: string
}

interface ShellProps extends PageProps {
  face: Face
  /** Beside the language switch in the masthead. */
  account?: ComponentChildren
  /** Under the masthead. */
  navigation?: ComponentChildren
  /** After main. */
  after?: ComponentChildren
  footer: ComponentChildren
  home: string
}

/** The HTML document; PortalPage and DeskPage fill it. */
export function Shell(props: ShellProps) {
  const { frame, face } = props
  const { frame: sentences } = words(frame.language)
  const title = sentences.page_title(props.faulty ? sentences.error_title(props.title) : props.title, frame.office)
  const script = face === 'desk' ? scriptAddress() : (props.script ?? null)
  return (
    <SpeechContext.Provider value={{ language: frame.language, face }}>
      <html lang={frame.language} class={`gd-${face}`}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#7a1216" />
          {face === 'desk' && <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={stylesheetAddress()} />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          {props.feeds?.map((feed) => (
            <link key={feed.href} rel="alternate" {...feed} />
          ))}
          {script !== null && <script type="module" src={script} />}
        </head>
        <body>
          <a href="#main" class="govuk-skip-link">
            {sentences.skip_to_content}
          </a>
          <Masthead frame={frame} home={props.home} account={props.account} />
          {props.navigation}
          {frame.demonstration && <DemonstrationBanner frame={frame} />}
          <div class="gd-width">
            {props.back && (
              <nav aria-label={sentences.back}>
                <a href={props.back.href} class="govuk-back-link">
                  {props.back.text ?? sentences.back}
                </a>
              </nav>
            )}
            <main id="main" class={props.wide ? 'gd-main' : 'gd-main gd-main--measure'} tabIndex={-1}>
              {props.children}
            </main>
          </div>
          {props.after}
          {props.footer}
        </body>
      </html>
    </SpeechContext.Provider>
  )
}

function Masthead(props: { frame: Frame; home: string; account?: ComponentChildren }) {
  return (
    <header class="gd-masthead">
      <div class="gd-width gd-masthead__row">
        <a class="gd-masthead__office" href={props.home}>
          <Seal />
          <span>{props.frame.office}</span>
        </a>
        <div class="gd-masthead__end">
          {props.account}
          <LanguageSwitch frame={props.frame} />
        </div>
      </div>
    </header>
  )
}

function Seal() {
  return (
    <svg class="gd-seal" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <circle cx="16" cy="16" r="10.5" fill="none" stroke="currentColor" stroke-width="1" stroke-dasharray="1.2 2.1" />
      <path
        fill="currentColor"
        d="m16 7 1.6 5.2 4.8-2.6-2.6 4.8L25 16l-5.2 1.6 2.6 4.8-4.8-2.6L16 25l-1.6-5.2-4.8 2.6 2.6-4.8L7 16l5.2-1.6-2.6-4.8 4.8 2.6z"
      />
    </svg>
  )
}

const languages = ['vi', 'en'] as const satisfies readonly Language[]

function LanguageSwitch(props: { frame: Frame }) {
  const { language, address } = props.frame
  const joint = address.includes('?') ? '&' : '?'
  return (
    <nav class="gd-languages" aria-label={words(language).frame.languages}>
      {languages.map((one) =>
        one === language ? (
          <span key={one} aria-current="true">
            {words(one).frame.language_name}
          </span>
        ) : (
          <a key={one} href={`${address}${joint}lang=${one}`} lang={one} hreflang={one} rel="alternate">
            {words(one).frame.language_name}
          </a>
        ),
      )}
    </nav>
  )
}

function DemonstrationBanner(props: { frame: Frame }) {
  const { frame } = words(props.frame.language)
  return (
    <aside class="gd-demonstration" aria-label={frame.demonstration}>
      <p class="gd-width">
        <strong class="govuk-tag">{frame.demonstration}</strong>{' '}
        {frame.demonstration_day(longDay(props.frame.on, props.frame.language))}
      </p>
    </aside>
  )
}
