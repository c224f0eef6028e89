/** `/thu-di`: the mail a demonstration would have sent. */
import { zone } from '../../platform/clock.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { words } from '../../ui/words/words.ts'
import type { CaughtMail } from './catcher.ts'

/** The page with the caught mail. */
export function InboxPage(props: { frame: Frame; mail: readonly CaughtMail[] }) {
  const { inbox } = words(props.frame.language).notices
  return (
    <PortalPage frame={props.frame} title={inbox.title} wide>
      <h1 class="govuk-heading-l">{inbox.title}</h1>
      <p class="govuk-body">{inbox.about}</p>
      {props.mail.length === 0 ? <p class="govuk-body">{inbox.none}</p> : <Messages {...props} />}
    </PortalPage>
  )
}

function Messages(props: { frame: Frame; mail: readonly CaughtMail[] }) {
  const { inbox } = words(props.frame.language).notices
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{inbox.table}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[inbox.when, inbox.to, inbox.subject, inbox.text].map((head) => (
            <th key={head} scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.mail.map((one) => (
          <tr key={one.file} class="govuk-table__row">
            <td class="govuk-table__cell">{when(one.at)}</td>
            <td class="govuk-table__cell">{one.to}</td>
            <td class="govuk-table__cell">{one.subject}</td>
            <td class="govuk-table__cell">
              {one.text.split('\n\n').map((paragraph) => (
                <p key={paragraph} class="govuk-body">
                  {paragraph}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function when(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(local.day)}/${two(local.month)}/${local.year} ${two(local.hour)}:${two(local.minute)}`
}
