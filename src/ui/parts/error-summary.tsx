/** Everything wrong with a form, first on the page, each fault linked to its field. */
import { useSpeech } from './speech.tsx'

/** One fault with its finished sentence; `field` empty where it belongs to the whole form. */
export interface SummaryItem {
  field: string
  sentence: string
}

/** The summary; nothing where there is no fault. */
export function ErrorSummary(props: { errors: readonly SummaryItem[]; title?: string }) {
  const { frame } = useSpeech()
  if (props.errors.length === 0) return null
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? frame.there_is_a_problem}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map((error) => (
              <li key={error.field}>
                {error.field === '' ? error.sentence : <a href={`#${error.field}`}>{error.sentence}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
