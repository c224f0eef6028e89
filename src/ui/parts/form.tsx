/** A form made from a Zod schema: the fields in the schema's order, labels from the module's words. */
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { type Fault, megabytes } from '../../platform/input.ts'
import { type Field, type FormValues, fieldsOf } from '../../platform/read-form.ts'
import type { Words } from '../words/words.ts'
import { Button, ButtonGroup } from './button.tsx'
import { Checkboxes, Radios } from './choices.tsx'
import { ErrorSummary, type SummaryItem } from './error-summary.tsx'
import { type Choice, DateInput, FileUpload, Select, TextArea, TextInput } from './fields.tsx'
import { number } from './format.ts'
import { KeepDraft } from './islands.tsx'
import { useSpeech } from './speech.tsx'

/** Sentences of one form; keys are the fields' names. */
export interface FormWords {
  labels: Readonly<Record<string, string>>
  hints?: Readonly<Record<string, string>>
  /** Labels of the values of a choice. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The field inside an error sentence, where the label will not do: `ngày sinh`. */
  names?: Readonly<Record<string, string>>
  /** Sentences of fault codes only this form has. */
  faults?: Readonly<Record<string, string>>
  /** The verb on the button. */
  submit?: string
}

/** What a form of a schema takes. */
export interface FieldsProps {
  schema: z.ZodObject
  words: FormWords
  /** What was typed before, or what is known already. */
  values?: FormValues
  errors?: readonly Fault[]
  /** Entries of choices that come from data (units, officers), by field. */
  options?: Readonly<Record<string, readonly Choice[]>>
  /** Show only these fields, in this order. */
  only?: readonly string[]
}

/** The whole form: summary of faults, fields, button. Posts to `action`. */
export function FormOf(
  props: FieldsProps & {
    action: string
    /** The page's h1, so that the summary of faults stands before it. */
    heading?: string
    /** Hidden values that are no field of the schema, e.g. the revision. */
    hidden?: Readonly<Record<string, string | number>>
    /** The verb; default `words.submit`. */
    submit?: string
    /** Where "back" leads. */
    cancel?: string
    kind?: 'primary' | 'secondary' | 'warning'
    /** Other buttons, after the form's own: Enter in a field takes the first one. */
    beside?: ComponentChildren
    /** Key under which the desk keeps a draft in the browser; never for secret matters. */
    draft?: string
    /** Summary is shown elsewhere on the page (more than one form). */
    no_summary?: boolean
    /** Between the fields and the button. */
    children?: ComponentChildren
  },
) {
  const { frame } = useSpeech()
  const submit = props.submit ?? props.words.submit
  if (submit === undefined) throw new Error(`The form to ${props.action} has no verb on its button.`)
  const withFiles = fieldsOf(props.schema).some((field) => field.field === 'file')
  const form = (
    <form
      method="post"
      action={props.action}
      enctype={withFiles ? 'multipart/form-data' : undefined}
      novalidate
      class="gd-form"
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <FieldsOf {...props} />
      {props.children}
      <ButtonGroup>
        <Button kind={props.kind}>{submit}</Button>
        {props.beside}
        {props.cancel !== undefined && (
          <a class="govuk-link" href={props.cancel}>
            {frame.back}
          </a>
        )}
      </ButtonGroup>
    </form>
  )
  return (
    <>
      {!props.no_summary && <FormErrors {...props} />}
      {props.heading !== undefined && <h1>{props.heading}</h1>}
      {props.draft === undefined ? form : <KeepDraft draft={props.draft}>{form}</KeepDraft>}
    </>
  )
}

/** The fields alone, for a form that has more around them. */
export function FieldsOf(props: FieldsProps) {
  const fields = fieldsOf(props.schema)
  const shown = props.only
    ? props.only.map((name) => fields.find((field) => field.name === name)).filter((field) => field !== undefined)
    : fields
  return (
    <>
      {shown.map((field) => (
        <OneField key={field.name} field={field} form={props} />
      ))}
    </>
  )
}

/** The summary of a form's faults, for a form built from FieldsOf. */
export function FormErrors(props: { errors?: readonly Fault[]; words: FormWords }) {
  const { frame, language } = useSpeech()
  const errors: SummaryItem[] = (props.errors ?? []).map((fault) => ({
    field: fault.field,
    sentence: faultSentence(fault, props.words, frame, language),
  }))
  return <ErrorSummary errors={errors} />
}

/** The sentence of a fault: its own, the form's for this code, or the frame's. */
export function faultSentence(fault: Fault, form: FormWords, frame: Words['frame'], language: 'vi' | 'en'): string {
  const own = fault.sentence ?? form.faults?.[fault.code]
  if (own !== undefined) return own
  const label = form.labels[fault.field] ?? fault.field
  const name = form.names?.[fault.field] ?? small(label.replace(/\s*\([^)]*\)|[?:.]+\s*$/g, ''))
  const shown = Object.entries(fault.params ?? {}).map(([key, value]) => [
    key,
    typeof value === 'number' && key !== 'year' && value >= 10_000 ? number(value, language) : String(value),
  ])
  const sentences: Readonly<Record<string, (f: never) => string>> = frame.faults
  const sentence = Object.hasOwn(sentences, fault.code) ? sentences[fault.code] : undefined
  // Every sentence of `faults` reads the same optional words, as its type in the Vietnamese list says.
  return (sentence ?? frame.faults.invalid)({ ...Object.fromEntries(shown), name, Name: large(name) } as never)
}

function small(text: string): string {
  // A name or an abbreviation keeps its capital: only a common noun opens with one capital and goes on small.
  return /^\p{Lu}[\p{Ll}\p{M}]*(\s+\p{Ll}|$)/u.test(text)
    ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
    : text
}

function large(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function OneField(props: { field: Field; form: FieldsProps }) {
  const { field, form } = props
  const { frame, language } = useSpeech()
  const given = form.values?.[field.name]
  const value = typeof given === 'string' ? given : (given?.[0] ?? '')
  if (field.field === 'hidden') return <input type="hidden" name={field.name} value={value} />
  const fault = form.errors?.find((one) => one.field === field.name)
  const label = form.words.labels[field.name]
  if (label === undefined) throw new Error(`Field "${field.name}" has no label.`)
  const title = field.required || field.field === 'agree' ? label : `${label} ${frame.optional}`
  const common = {
    name: field.name,
    hint: form.words.hints?.[field.name],
    error: fault && faultSentence(fault, form.words, frame, language),
  }
  const items = form.options?.[field.name] ?? choicesOf(field, form.words)
  switch (field.field) {
    case 'text':
      return <TextInput {...common} label={title} value={value} {...inputOf(field)} />
    case 'number':
      return <TextInput {...common} label={title} value={value} {...inputOf(field)} />
    case 'long-text': {
      const hint = common.hint ?? frame.count_left(number(field.maxLength ?? 0, language))
      return <TextArea {...common} label={title} value={value} rows={8} hint={hint} />
    }
    case 'day':
      return <DateInput {...common} label={title} value={value} autocomplete={field.autocomplete} />
    case 'file': {
      const hint = common.hint ?? frame.files_hint(field.maxLength ?? 1, String(megabytes(field.bytes_max ?? 0)))
      return <FileUpload {...common} label={title} hint={hint} multiple={(field.maxLength ?? 1) > 1} />
    }
    case 'yes-no': {
      const yesNo = [
        { value: 'yes', label: form.words.choices?.[field.name]?.['yes'] ?? frame.yes },
        { value: 'no', label: form.words.choices?.[field.name]?.['no'] ?? frame.no },
      ]
      return <Radios {...common} legend={title} value={truth(value)} items={yesNo} inline />
    }
    case 'agree': {
      const box = [{ value: 'yes', label: title }]
      return <Checkboxes {...common} items={box} values={truth(value) === 'yes' ? ['yes'] : []} />
    }
    case 'choices': {
      const values = typeof given === 'string' ? [given] : given
      return <Checkboxes {...common} legend={title} items={items} values={values} />
    }
    case 'choice':
    case 'unit':
      return <OneOf field={field} common={{ ...common, label: title }} items={items} value={value} />
  }
}

/** Few entries as radios, more as a list; a unit without entries is typed. */
function OneOf(props: {
  field: Field
  common: { name: string; label: string; hint?: string; error?: string }
  items: readonly Choice[]
  value: string
}) {
  const { frame } = useSpeech()
  const { label, ...common } = props.common
  if (props.items.length === 0) return <TextInput {...common} label={label} value={props.value} width={30} />
  if (props.items.length <= 7 && props.field.field === 'choice') {
    return <Radios {...common} legend={label} items={props.items} value={props.value} />
  }
  return <Select {...common} label={label} items={props.items} value={props.value} empty={frame.choose_one} />
}

function choicesOf(field: Field, words: FormWords): Choice[] {
  return (field.options ?? []).map((value) => {
    const label = words.choices?.[field.name]?.[value]
    if (label === undefined) throw new Error(`Choice "${value}" of field "${field.name}" has no label.`)
    return { value, label }
  })
}

function inputOf(field: Field) {
  return { width: field.width, autocomplete: field.autocomplete, inputmode: field.inputmode }
}

function truth(value: string): 'yes' | 'no' | undefined {
  if (value === 'yes' || value === 'true' || value === 'on') return 'yes'
  return value === 'no' || value === 'false' ? 'no' : undefined
}
