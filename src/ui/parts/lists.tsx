/** Lists of facts and of pages: summary list, pagination by key, tabs as links, timeline. */
import type { ComponentChildren } from 'preact'
import { classes, useSpeech } from './speech.tsx'

/** A link at the end of a summary row. */
export interface SummaryAction {
  href: string
  text: string
  /** What the link is about, for those who hear it alone. */
  hidden_text?: string
}

/** One fact. */
export interface SummaryRow {
  key: ComponentChildren
  value: ComponentChildren
  actions?: readonly SummaryAction[]
}

/** Facts as term and value. */
export function SummaryList(props: { rows: readonly SummaryRow[]; no_border?: boolean }) {
  const anyActions = props.rows.some((row) => row.actions && row.actions.length > 0)
  return (
    <dl class={classes('govuk-summary-list', props.no_border && 'govuk-summary-list--no-border')}>
      {props.rows.map((row, index) => (
        <div
          key={index}
          class={classes(
            'govuk-summary-list__row',
            anyActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions && row.actions.length > 0 && <SummaryActions actions={row.actions} />}
        </div>
      ))}
    </dl>
  )
}

function SummaryActions(props: { actions: readonly SummaryAction[] }) {
  const link = (action: SummaryAction) => (
    <a class="govuk-link" href={action.href}>
      {action.text}
      {action.hidden_text && <span class="govuk-visually-hidden"> {action.hidden_text}</span>}
    </a>
  )
  const [first, ...others] = props.actions
  return (
    <dd class="govuk-summary-list__actions">
      {first && others.length === 0 ? (
        link(first)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {props.actions.map((action) => (
            <li key={action.href} class="govuk-summary-list__actions-list-item">
              {link(action)}
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

/** A long list goes on by key: earlier and later part, no page numbers. */
export function Pagination(props: {
  earlier?: string
  later?: string
  label?: string
  earlier_text?: string
  later_text?: string
}) {
  const { frame } = useSpeech()
  if (props.earlier === undefined && props.later === undefined) return null
  return (
    <nav class="govuk-pagination govuk-pagination--block" aria-label={props.label ?? frame.pages}>
      {props.earlier !== undefined && (
        <ArrowLink href={props.earlier} rel="prev" text={props.earlier_text ?? frame.earlier} />
      )}
      {props.later !== undefined && <ArrowLink href={props.later} rel="next" text={props.later_text ?? frame.later} />}
    </nav>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

function ArrowLink(props: { href: string; rel: 'prev' | 'next'; text: string }) {
  return (
    <div class={`govuk-pagination__${props.rel}`}>
      <a class="govuk-link govuk-pagination__link" href={props.href} rel={props.rel}>
        <svg
          class={`govuk-pagination__icon govuk-pagination__icon--${props.rel}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={arrows[props.rel]} />
        </svg>{' '}
        <span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">{props.text}</span>
      </a>
    </div>
  )
}

/** One view of a list. */
export interface Tab {
  href: string
  text: string
  count?: number
  current?: boolean
}

/** Views of one list, each its own address. */
export function Tabs(props: { label: string; items: readonly Tab[] }) {
  return (
    <nav class="moj-sub-navigation" aria-label={props.label}>
      <ul class="moj-sub-navigation__list">
        {props.items.map((tab) => (
          <li key={tab.href} class="moj-sub-navigation__item">
            <a class="moj-sub-navigation__link" aria-current={tab.current ? 'page' : undefined} href={tab.href}>
              {tab.text}
              {tab.count !== undefined && <span class="gd-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** One thing that happened, or will. */
export interface TimelineItem {
  title: ComponentChildren
  /** Who did it. */
  byline?: ComponentChildren
  /** ISO day or instant. */
  datetime: string
  /** The day as read by people, e.g. `<DateText/>` content. */
  date: ComponentChildren
  children?: ComponentChildren
  /** Not yet happened: drawn hollow. */
  ahead?: boolean
}

/** What happened, in the order given. */
export function Timeline(props: { items: readonly TimelineItem[]; heading_level?: 2 | 3 }) {
  const Heading = props.heading_level === 3 ? 'h3' : 'h2'
  return (
    <div class="moj-timeline">
      {props.items.map((item, index) => (
        <div key={index} class={classes('moj-timeline__item', item.ahead && 'gd-timeline__item--ahead')}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.title}</Heading>
            {item.byline && <p class="moj-timeline__byline">{item.byline}</p>}
          </div>
          <p class="moj-timeline__date">
            <time dateTime={item.datetime}>{item.date}</time>
          </p>
          {item.children && <div class="moj-timeline__description">{item.children}</div>}
        </div>
      ))}
    </div>
  )
}
