/** Steps of a record: those that are open as links to their form, the others with the reason why not. */
import { Button, ButtonGroup } from './button.tsx'
import { Details, ToBeChecked } from './text.tsx'

/** A step as a record's page offers it. */
export interface OfferedStep {
  step: string
  verb: string
  href: string
  cite: string
  /** Why it is not open now, as a sentence; null where it is. */
  refusal: string | null
  /** The source of the rule could not be verified. */
  to_be_checked?: boolean
  /** It takes the record to another state. */
  moves?: boolean
  /** What it writes, and its last day. */
  notes?: readonly string[]
  /** The one that is next: marked, and first. */
  next?: boolean
}

/** Open steps first; the closed ones are one touch away, each with its reason and article. */
export function Steps(props: {
  steps: readonly OfferedStep[]
  words: { closed: string; none: string; next?: string }
}) {
  const open = props.steps.filter((step) => step.refusal === null)
  const closed = props.steps.filter((step) => step.refusal !== null)
  // Where nobody has said which one is next, the first one stands out.
  const marked = open.some((step) => step.next !== undefined)
  return (
    <div class="gd-steps">
      {open.length === 0 && <p class="govuk-body">{props.words.none}</p>}
      {open.length > 0 && (
        <ul class="govuk-list gd-steps__open">
          {open.map((step, index) => (
            <li key={step.step} class={step.next ? 'gd-steps__next' : undefined}>
              {step.next && props.words.next && <strong>{props.words.next}</strong>}
              <a
                class={`govuk-button ${(marked ? step.next : index === 0) ? '' : 'govuk-button--secondary'}`}
                href={step.href}
                draggable={false}
                data-module="govuk-button"
              >
                {step.verb}
              </a>
              {step.notes?.map((note) => (
                <span key={note} class="gd-steps__note">
                  {note}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <Details summary={props.words.closed}>
          <dl class="gd-steps__closed">
            {closed.map((step) => (
              <div key={step.step}>
                <dt>
                  {step.verb} <span class="gd-cite">({step.cite})</span> {step.to_be_checked && <ToBeChecked />}
                </dt>
                <dd>{step.refusal}</dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </div>
  )
}

/** A few steps side by side: a link where it is open, else disabled with its reason beside it. */
export function StepRow(props: { steps: readonly OfferedStep[] }) {
  if (props.steps.length === 0) return null
  return (
    <ButtonGroup>
      {props.steps.map((step) => (
        <Button key={step.step} kind="secondary" href={step.href} reason={step.refusal ?? undefined}>
          {step.verb}
        </Button>
      ))}
    </ButtonGroup>
  )
}
