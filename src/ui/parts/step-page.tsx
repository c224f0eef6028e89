/** The desk's page of one step's form, and what happened to a small record so far. */
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Happened } from '../../platform/actions/timeline.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { words } from '../words/words.ts'
import type { DeskPart } from './desk-menu.tsx'
import { DeskPage } from './desk-page.tsx'
import type { Choice } from './fields.tsx'
import { FormOf, type FormWords } from './form.tsx'
import { shortInstant } from './format.ts'
import { Timeline } from './lists.tsx'
import type { Frame } from './page.tsx'

/** What the page of a step takes. */
export interface StepPageProps {
  frame: Frame
  /** The verb: the page's title and its button. */
  title: string
  /** A line that names what the step is about. */
  about: string
  /** The part of the desk it belongs to, where it belongs to one. */
  current?: DeskPart
  /** Where the form posts to, and where it leads back. */
  action: string
  cancel: string
  schema: z.ZodObject
  form: FormWords
  values: FormValues
  errors: readonly Fault[]
  options?: Readonly<Record<string, readonly Choice[]>>
  /** Of the record, where there is one. */
  revision?: number
  /** A step that cannot be taken back. */
  grave?: boolean
  /** Over the form: a search that fills its lists. */
  before?: ComponentChildren
  /** Under the form: what somebody else has saved meanwhile. */
  beside?: ComponentChildren
  /** Other buttons of the form itself, after its own. */
  more_buttons?: ComponentChildren
}

/** The form of one step, alone on its page. */
export function StepPage(props: StepPageProps) {
  const hidden: Record<string, string | number> = props.revision === undefined ? {} : { revision: props.revision }
  return (
    <DeskPage
      frame={props.frame}
      title={props.title}
      current={props.current}
      wide={false}
      faulty={props.errors.length > 0}
      back={{ href: props.cancel }}
    >
      <h1>{props.title}</h1>
      <p>{props.about}</p>
      {props.before}
      <FormOf
        schema={props.schema}
        words={props.form}
        action={props.action}
        values={props.values}
        errors={props.errors}
        options={props.options}
        hidden={hidden}
        submit={props.title}
        cancel={props.cancel}
        kind={props.grave ? 'warning' : 'primary'}
        beside={props.more_buttons}
      />
      {props.beside}
    </DeskPage>
  )
}

/** What happened, as a list under its heading; `steps` names the actions. */
export function History(props: {
  frame: Frame
  happened: readonly Happened[]
  steps: Readonly<Record<string, string>>
}) {
  const { history } = words(props.frame.language).frame
  return (
    <>
      <h2>{history.title}</h2>
      <Timeline
        heading_level={3}
        items={props.happened.map((one) => ({
          title: props.steps[one.action] ?? one.action,
          byline: one.actor ?? history.by_the_program,
          datetime: one.at.toString(),
          date: shortInstant(one.at),
          children: one.reason && `${history.reason}: ${one.reason}`,
        }))}
      />
    </>
  )
}
