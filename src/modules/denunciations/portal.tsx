/** What a person who wants to denounce should know first: what is hidden, what is not, and how to come. */

import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { channelPath, sendPath, Unsigned } from './channel-view.tsx'

/** Its address tells nothing in a history. */
export const portalPath = '/don-rieng'

/** The page. Its way out leads to the reception calendar, which anybody may look at. */
export function PrivateLettersPage({ frame }: { frame: Frame }) {
  const { portal } = words(frame.language).denunciations
  const list = (items: readonly string[]) => (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
  return (
    <PortalPage frame={frame} title={portal.title}>
      <Button href="/lich-tiep-dan" kind="secondary">
        {portal.leave}
      </Button>
      <h1>{portal.title}</h1>
      <Warning>{portal.lead}</Warning>
      <h2>{portal.hidden_title}</h2>
      {list(portal.hidden)}
      <h2>{portal.not_hidden_title}</h2>
      {list(portal.not_hidden)}
      <h2>{portal.how_title}</h2>
      {list(portal.how)}
      <Inset>{portal.online_lead}</Inset>
      <Unsigned frame={frame} />
      <ButtonGroup>
        <Button href={sendPath}>{portal.online}</Button>
        <Button href={channelPath} kind="secondary">
          {portal.open}
        </Button>
      </ButtonGroup>
    </PortalPage>
  )
}
