/** Blocks of running text: details, inset, warning, panel, notification, tag. */
import type { ComponentChildren } from 'preact'
import { classes, useSpeech } from './speech.tsx'

/** More for those who want it. */
export function Details(props: {
  summary: ComponentChildren
  children: ComponentChildren
  open?: boolean
  id?: string
}) {
  return (
    <details class="govuk-details" open={props.open} id={props.id}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  )
}

/** A passage set apart, such as a quotation from a letter. */
export function Inset(props: { children: ComponentChildren; id?: string }) {
  return (
    <div class="govuk-inset-text" id={props.id}>
      {props.children}
    </div>
  )
}

/** What a person must know before going on. */
export function Warning(props: { children: ComponentChildren; prefix?: string }) {
  const { frame } = useSpeech()
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.prefix ?? frame.warning}</span> {props.children}
      </strong>
    </div>
  )
}

/** The end of a job: what was received and the code to keep. The title is the page's h1. */
export function Panel(props: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{props.title}</h1>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  )
}

/** News about this page; `success` right after something was done. */
export function NotificationBanner(props: {
  kind?: 'important' | 'success'
  title?: string
  /** One line set large, or paragraphs as children. */
  text?: string
  children?: ComponentChildren
}) {
  const { frame } = useSpeech()
  const success = props.kind === 'success'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is region or alert, both take a label
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success')}
      role={success ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {props.title ?? (success ? frame.success : frame.important)}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {props.text !== undefined && <p class="govuk-notification-banner__heading">{props.text}</p>}
        {props.children}
      </div>
    </div>
  )
}

/** A short word about a thing, for what is not a due state. */
export function Tag(props: { children: ComponentChildren; colour?: 'grey' | 'green' | 'red' | 'yellow' | 'blue' }) {
  return <strong class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`)}>{props.children}</strong>
}

/** Mark beside a value whose source could not be verified. */
export function ToBeChecked() {
  const { frame } = useSpeech()
  return <Tag colour="yellow">{frame.to_be_checked}</Tag>
}
