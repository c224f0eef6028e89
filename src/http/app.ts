/** The whole web server on one screen: the frame, then each module's pages, then the ways in that join them. */
import type { Hono } from 'hono'
import { pages as announcementPages } from '../modules/announcements/module.ts'
import { pages as backlogPages } from '../modules/backlog/module.ts'
import { pages as bookPages } from '../modules/books/module.ts'
import { pages as briefingPages } from '../modules/briefings/module.ts'
import { calendarPages } from '../modules/calendars/module.ts'
import { pages as commitmentPages } from '../modules/commitments/module.ts'
import { pages as conferencePages } from '../modules/conferences/module.ts'
import { denunciationPages } from '../modules/denunciations/module.ts'
import { pages as dialoguePages } from '../modules/dialogues/module.ts'
import { pages as grievancePages } from '../modules/grievances/module.ts'
import { pages as hotspotPages } from '../modules/hotspots/module.ts'
import { pages as importPages } from '../modules/imports/module.ts'
import { pages as mailPages } from '../modules/mailings/module.ts'
import { pages as narrativePages } from '../modules/narratives/module.ts'
import { caughtMail, mailFolder } from '../modules/notices/catcher.ts'
import { InboxPage } from '../modules/notices/inbox.tsx'
import { pages as noticePages } from '../modules/notices/module.ts'
import { peoplePages } from '../modules/people/module.ts'
import type { SignIn } from '../modules/people/sign-in.ts'
import { viewerOf } from '../modules/people/viewer-of.ts'
import { pages as programmePages } from '../modules/programmes/module.ts'
import { pages as receptionPages } from '../modules/receptions/module.ts'
import { pages as reportPages } from '../modules/reports/module.ts'
import { pages as returnPages } from '../modules/returns/module.ts'
import { pages as topicalPages } from '../modules/topical-reports/module.ts'
import { pages as unitPages } from '../modules/units/module.ts'
import type { Viewer } from '../platform/actions/viewer.ts'
import { fixedDay, moment } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/database.ts'
import { words } from '../ui/words/words.ts'
import { api } from './api.ts'
import { deskPages } from './desk.tsx'
import type { AppEnv, Office } from './env.ts'
import { createFrame } from './frame.ts'
import { metrics } from './metrics.ts'
import { offlinePage } from './offline.tsx'
import { frameOf, renderPage } from './pages.ts'
import { portalPages } from './portal.tsx'
import { recordAddresses } from './record-addresses.ts'
import { recordPages, refusalSentence } from './records.tsx'
import { draftPages } from './step-draft.tsx'
import { stepPages } from './steps.tsx'

/** What the pages work with. */
export interface AppDeps {
  /** As `gandan_app`. */
  db: Db
  config: Config
  signIn: SignIn
}

/** The app: every page, and the API. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = createFrame(
    {
      moment,
      viewerOf: (c) => viewerOf(deps.signIn, c.req.raw.headers, c.var.moment),
      officeOf: officeOf(deps.db),
      refusal: (code, cite, language) => {
        const own: Readonly<Record<string, string>> = words(language).people.refusals
        const sentence = own[code] ?? refusalSentence(code, language)
        return cite ? `${sentence} (${cite})` : sentence
      },
    },
    (before) => {
      metrics(before, deps)
      before.get('/health', async (c) => {
        await deps.db.pool.query('select')
        return c.json({ status: 'ok' })
      })
    },
  )
  api(app, deps)
  peoplePages(app, { signIn: deps.signIn })
  mailPages(app, { signIn: deps.signIn })
  // Before the pages of all steps: one step of a petition has a form of its own.
  denunciationPages(app, deps)
  portalPages(app, deps)
  offlinePage(app)
  importPages(app, deps)
  deskPages(app, deps)
  // Before the pages of all steps: a case file is a page of its own.
  bookPages(app, deps)
  noticePages(app, deps)
  draftPages(app, deps)
  stepPages(app, deps)
  recordPages(app, deps)
  recordAddresses(app)
  receptionPages(app, { ...deps, secret: deps.signIn.secret })
  backlogPages(app, deps)
  grievancePages(app, deps)
  hotspotPages(app, deps)
  announcementPages(app, deps)
  conferencePages(app, deps)
  commitmentPages(app, deps)
  dialoguePages(app, { ...deps, secret: deps.signIn.secret })
  briefingPages(app, deps)
  returnPages(app, deps)
  narrativePages(app, deps)
  topicalPages(app, deps)
  programmePages(app, deps)
  reportPages(app, deps)
  unitPages(app, deps)
  calendarPages(app, deps)
  if (fixedDay()) {
    // The demonstration's caught mail; where real mail is sent this page does not exist.
    app.get('/thu-di', async (c) =>
      renderPage(c, InboxPage({ frame: frameOf(c), mail: await caughtMail(mailFolder(deps.config.data)) })),
    )
  }
  return app
}

/** Name of the office in the masthead: the officer's own unit, or the whole installation's. */
function officeOf(db: Db): (viewer: Viewer) => Promise<Office> {
  const names = new Map<string, string>()
  return async (viewer) => {
    const unit_id = viewer.positions[0]?.unit_id
    if (!unit_id) return { name: 'Gần Dân' }
    const key = `${unit_id} ${viewer.on}`
    let name = names.get(key)
    if (name === undefined) {
      const { rows } = await db.pool.query('select name from unit_period where unit_id = $1 and valid @> $2::date', [
        unit_id,
        viewer.on.toString(),
      ])
      name = rows[0]?.name ?? 'Gần Dân'
      if (names.size > 5000) names.clear()
      names.set(key, name ?? 'Gần Dân')
    }
    return { name: name ?? 'Gần Dân', unit: name }
  }
}
