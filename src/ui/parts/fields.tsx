/** Form fields of one answer: text, number, day, list, file. */
import type { ComponentChildren } from 'preact'
import { classes, useSpeech } from './speech.tsx'

/** What every field takes. */
export interface FieldProps {
  /** Name in the post; also the id unless `id` is given. */
  name: string
  label: ComponentChildren
  /** The label is the page's heading: one question a page. */
  label_is_heading?: boolean
  /** Extra class of the label, e.g. `govuk-label--m`. */
  label_class?: string
  hint?: ComponentChildren
  /** The sentence saying what is wrong and how to mend it. */
  error?: string
  id?: string
  /** Ids of further descriptions. */
  described_by?: string
}

interface FramedProps extends FieldProps {
  children: (describedBy: string | undefined) => ComponentChildren
}

/** Label, hint and error around one field; `children` receives the ids that describe it. */
export function FormGroup(props: FramedProps) {
  const id = props.id ?? props.name
  const describedBy = describing(id, props)
  const label = (
    <label class={classes('govuk-label', props.label_class)} for={id}>
      {props.label}
    </label>
  )
  return (
    <div class={classes('govuk-form-group', props.error !== undefined && 'govuk-form-group--error')}>
      {props.label_is_heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
      {props.error !== undefined && <ErrorMessage id={`${id}-error`}>{props.error}</ErrorMessage>}
      {props.children(describedBy)}
    </div>
  )
}

/** The ids of hint and error, for `aria-describedby`. */
export function describing(
  id: string,
  props: { described_by?: string; hint?: ComponentChildren; error?: string },
): string | undefined {
  const ids = [props.described_by, props.hint && `${id}-hint`, props.error !== undefined && `${id}-error`]
  return classes(...ids.map((one) => (typeof one === 'string' ? one : undefined))) || undefined
}

/** A grey line under the label. */
export function Hint(props: { id?: string; class?: string; children: ComponentChildren }) {
  return (
    <div id={props.id} class={classes('govuk-hint', props.class)}>
      {props.children}
    </div>
  )
}

/** What is wrong with the field, before it. */
export function ErrorMessage(props: { id?: string; children: ComponentChildren; prefix?: string }) {
  const { frame } = useSpeech()
  return (
    <p id={props.id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{props.prefix ?? frame.error_prefix}:</span> {props.children}
    </p>
  )
}

/** What a one-line field takes. */
export interface TextInputProps extends FieldProps {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  /** Width in characters where the answer has a known length. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  autocomplete?: string
  inputmode?: 'numeric' | 'tel' | 'email' | 'search'
  spellcheck?: boolean
  prefix?: ComponentChildren
  suffix?: ComponentChildren
  disabled?: boolean
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const input = (describedBy: string | undefined) => (
    <input
      class={classes(
        'govuk-input',
        props.width !== undefined && `govuk-input--width-${props.width}`,
        props.error !== undefined && 'govuk-input--error',
      )}
      id={props.id ?? props.name}
      name={props.name}
      // Preact's types ask for one literal here; all kinds of this field take the same attributes.
      type={(props.type ?? 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autoComplete={props.autocomplete}
      inputMode={props.inputmode}
    />
  )
  return (
    <FormGroup {...props}>
      {(describedBy) =>
        props.prefix || props.suffix ? (
          <div class="govuk-input__wrapper">
            {props.prefix && (
              <div class="govuk-input__prefix" aria-hidden="true">
                {props.prefix}
              </div>
            )}
            {input(describedBy)}
            {props.suffix && (
              <div class="govuk-input__suffix" aria-hidden="true">
                {props.suffix}
              </div>
            )}
          </div>
        ) : (
          input(describedBy)
        )
      }
    </FormGroup>
  )
}

/** A day in one field, dd/mm/yyyy: quicker by keyboard than three, and what was typed stays as typed. */
export function DateInput(props: FieldProps & { value?: string; autocomplete?: string; disabled?: boolean }) {
  const { frame } = useSpeech()
  return <TextInput {...props} hint={props.hint ?? frame.day_hint} width={10} inputmode="numeric" />
}

/** Text of several lines. */
export function TextArea(
  props: FieldProps & {
    value?: string
    rows?: number
    autocomplete?: string
    spellcheck?: boolean
    disabled?: boolean
  },
) {
  return (
    <FormGroup {...props}>
      {(describedBy) => (
        <textarea
          class={classes('govuk-textarea', props.error !== undefined && 'govuk-textarea--error')}
          id={props.id ?? props.name}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autoComplete={props.autocomplete}
        >
          {props.value}
        </textarea>
      )}
    </FormGroup>
  )
}

/** One entry of a list to choose from. */
export interface Choice {
  value: string
  label: string
  hint?: ComponentChildren
  disabled?: boolean
}

/** A closed list with one answer; for few answers prefer Radios. */
export function Select(
  props: FieldProps & { value?: string; items: readonly Choice[]; empty?: string; disabled?: boolean },
) {
  return (
    <FormGroup {...props}>
      {(describedBy) => (
        <select
          class={classes('govuk-select', props.error !== undefined && 'govuk-select--error')}
          id={props.id ?? props.name}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
        >
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {props.items.map((item) => (
            <option
              key={item.value}
              value={item.value}
              selected={props.value !== undefined && item.value === props.value}
              disabled={item.disabled}
            >
              {item.label}
            </option>
          ))}
        </select>
      )}
    </FormGroup>
  )
}

/** Files from the person's device. A browser cannot keep them after a fault, so the hint says to choose again. */
export function FileUpload(props: FieldProps & { multiple?: boolean; accept?: string; disabled?: boolean }) {
  return (
    <FormGroup {...props}>
      {(describedBy) => (
        <input
          class={classes('govuk-file-upload', props.error !== undefined && 'govuk-file-upload--error')}
          id={props.id ?? props.name}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          disabled={props.disabled}
          aria-describedby={describedBy}
        />
      )}
    </FormGroup>
  )
}
