/** Buttons, which are verbs, and links. */
import type { ComponentChildren } from 'preact'
import { classes } from './speech.tsx'

/** What every button takes. */
export interface ButtonProps {
  children: ComponentChildren
  /** One primary a page; `warning` for what cannot be taken back. */
  kind?: 'primary' | 'secondary' | 'warning'
  name?: string
  value?: string
  id?: string
  type?: 'submit' | 'button' | 'reset'
  /** Why it cannot be pressed now: a whole sentence. Set, the button is disabled and shows it. */
  reason?: string
  /** Where it posts its form to, if elsewhere than the form says. */
  formaction?: string
  /** Where the button is a link that looks like one. */
  href?: string
  /** A start button with an arrow. */
  start?: boolean
}

/** A button that submits its form, or a link looking like one; disabled it says why. */
export function Button(props: ButtonProps) {
  const kind = props.kind ?? 'primary'
  const name = classes(
    'govuk-button',
    kind !== 'primary' && `govuk-button--${kind}`,
    props.start && 'govuk-button--start',
  )
  if (props.href !== undefined && props.reason === undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it leads to a page, as govuk-frontend's link button does
      <a href={props.href} role="button" draggable={false} class={name} id={props.id}>
        {props.children}
        {props.start && <StartArrow />}
      </a>
    )
  }
  const button = (reasonId?: string) => (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      formaction={props.formaction}
      disabled={reasonId !== undefined}
      aria-disabled={reasonId === undefined ? undefined : 'true'}
      aria-describedby={reasonId}
      class={name}
      id={props.id}
    >
      {props.children}
      {props.start && <StartArrow />}
    </button>
  )
  if (props.reason === undefined) return button()
  const reasonId = `why-not-${props.id ?? props.value ?? props.name ?? slug(props.children)}`
  return (
    <span class="gd-closed">
      {button(reasonId)}
      <span class="gd-closed__reason" id={reasonId}>
        {props.reason}
      </span>
    </span>
  )
}

function slug(children: ComponentChildren): string {
  return typeof children === 'string' ? encodeURIComponent(children).replace(/[^a-z0-9]+/gi, '-') : 'button'
}

function StartArrow() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}

/** Buttons side by side, wrapping where narrow. */
export function ButtonGroup(props: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{props.children}</div>
}

/** A link in running text. */
export function Link(props: { href: string; children: ComponentChildren; rel?: string; hidden_text?: string }) {
  return (
    <a class="govuk-link" href={props.href} rel={props.rel}>
      {props.children}
      {props.hidden_text && <span class="govuk-visually-hidden"> {props.hidden_text}</span>}
    </a>
  )
}
