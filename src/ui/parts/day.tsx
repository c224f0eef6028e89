/** Days and figures as parts: long on the portal, short on the desk. */
import { longDay, money, number, shortDay, shortInstant } from './format.ts'
import { useSpeech } from './speech.tsx'

/** A day, written for the reader of this face. */
export function DateText(props: { on: Temporal.PlainDate }) {
  const { language, face } = useSpeech()
  return (
    <time dateTime={props.on.toString()} class={face === 'desk' ? 'gd-day' : undefined}>
      {face === 'portal' ? longDay(props.on, language) : shortDay(props.on)}
    </time>
  )
}

/** A moment with its minute, in Vietnam's time. */
export function InstantText(props: { at: Temporal.Instant }) {
  return (
    <time dateTime={props.at.toString()} class="gd-day">
      {shortInstant(props.at)}
    </time>
  )
}

/** A whole number, grouped as the language does. */
export function NumberText(props: { value: number | bigint }) {
  const { language } = useSpeech()
  return <span class="gd-number">{number(props.value, language)}</span>
}

/** An amount in đồng. */
export function Money(props: { amount: number | bigint }) {
  const { language } = useSpeech()
  return <span class="gd-number">{money(props.amount, language)}</span>
}
