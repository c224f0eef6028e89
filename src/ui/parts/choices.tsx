/** Questions answered by ticking: radios, checkboxes, and the fieldset around them. */
import type { ComponentChildren } from 'preact'
import { type Choice, describing, ErrorMessage, Hint } from './fields.tsx'
import { classes } from './speech.tsx'

/** A group of fields under one legend. */
export function Fieldset(props: {
  legend: ComponentChildren
  /** The legend is the page's heading. */
  legend_is_heading?: boolean
  /** Extra class of the legend, e.g. `govuk-fieldset__legend--m`. */
  legend_class?: string
  described_by?: string
  children: ComponentChildren
}) {
  return (
    <fieldset class="govuk-fieldset" aria-describedby={props.described_by}>
      <legend class={classes('govuk-fieldset__legend', props.legend_class)}>
        {props.legend_is_heading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
      {props.children}
    </fieldset>
  )
}

/** One entry with what opens under it when it is chosen. */
export interface ConditionalChoice extends Choice {
  conditional?: ComponentChildren
}

/** A line such as "or" between entries. */
export interface Divider {
  divider: string
}

/** What radios and checkboxes take. */
export interface ChoicesProps {
  name: string
  /** The question; without it the group has no fieldset. */
  legend?: ComponentChildren
  legend_is_heading?: boolean
  legend_class?: string
  hint?: ComponentChildren
  error?: string
  items: readonly (ConditionalChoice | Divider)[]
  id?: string
  small?: boolean
  described_by?: string
}

/** One answer of few. */
export function Radios(props: ChoicesProps & { value?: string; inline?: boolean }) {
  return <Group {...props} kind="radios" checked={(value) => value === props.value} />
}

/** Any number of answers. */
export function Checkboxes(props: ChoicesProps & { values?: readonly string[] }) {
  return <Group {...props} kind="checkboxes" checked={(value) => props.values?.includes(value) ?? false} />
}

interface GroupProps extends ChoicesProps {
  kind: 'radios' | 'checkboxes'
  checked: (value: string) => boolean
  inline?: boolean
}

function Group(props: GroupProps) {
  const id = props.id ?? props.name
  const describedBy = describing(id, props)
  const block = `govuk-${props.kind}`
  const inner = (
    <>
      {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
      {props.error !== undefined && <ErrorMessage id={`${id}-error`}>{props.error}</ErrorMessage>}
      <div class={classes(block, props.inline && `${block}--inline`, props.small && `${block}--small`)}>
        {props.items.map((item, index) => (
          <Item
            key={index}
            group={props}
            item={item}
            id={index === 0 ? id : `${id}-${index + 1}`}
            describedBy={describedBy}
          />
        ))}
      </div>
    </>
  )
  return (
    <div class={classes('govuk-form-group', props.error !== undefined && 'govuk-form-group--error')}>
      {props.legend === undefined ? (
        inner
      ) : (
        <Fieldset
          legend={props.legend}
          legend_is_heading={props.legend_is_heading}
          legend_class={props.legend_class}
          described_by={describedBy}
        >
          {inner}
        </Fieldset>
      )}
    </div>
  )
}

function Item(props: { group: GroupProps; item: ConditionalChoice | Divider; id: string; describedBy?: string }) {
  const { group, item, id } = props
  const block = `govuk-${group.kind}`
  if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>
  const checked = group.checked(item.value)
  const hintId = item.hint ? `${id}-item-hint` : undefined
  const groupDescription = group.kind === 'checkboxes' && group.legend === undefined ? props.describedBy : undefined
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={group.name}
          type={group.kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={classes(groupDescription, hintId) || undefined}
        />
        <label class={`govuk-label ${block}__label`} for={id}>
          {item.label}
        </label>
        {hintId && (
          <Hint id={hintId} class={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
