/** The page that the browser's worker shows when the network is away and nothing of the asked page is kept. */
import type { Hono } from 'hono'
import { PortalPage } from '../ui/parts/portal-page.tsx'
import { words } from '../ui/words/words.ts'
import type { AppEnv } from './env.ts'
import { frameOf, renderPage } from './pages.ts'

/** Registers `/ngoai-mang`, which names nobody. */
export function offlinePage(app: Hono<AppEnv>): void {
  app.get('/ngoai-mang', (c) => {
    const frame = { ...frameOf(c), officer: null }
    const { offline } = words(frame.language).frame
    const page = (
      <PortalPage frame={frame} title={offline.title}>
        <h1 class="govuk-heading-l">{offline.title}</h1>
        {offline.lines.map((line) => (
          <p class="govuk-body" key={line}>
            {line}
          </p>
        ))}
      </PortalPage>
    )
    return renderPage(c, page)
  })
}
