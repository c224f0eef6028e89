/** What every request carries, and what the frame needs from the rest of the program. */
import type { Context } from 'hono'
import type { Viewer } from '../platform/actions/viewer.ts'
import type { Moment } from '../platform/clock.ts'
import type { Language } from '../ui/words/words.ts'

/** Hono's environment: read with `c.var.viewer` and the like. */
export interface AppEnv {
  Variables: {
    viewer: Viewer
    language: Language
    /** Shown on the page of a bug and written in the log. */
    requestId: string
    moment: Moment
    /** Name of the office in the masthead, and of the officer's own unit. */
    office: Office
  }
}

/** Whose site this is for this viewer. */
export interface Office {
  name: string
  /** The officer's unit, beside their name. */
  unit?: string
}

/** What the frame needs; the people and units modules give it. */
export interface FrameDeps {
  moment: () => Moment
  /** Who reads: from the session cookie, or a citizen. `c.var.language` and `c.var.moment` are set before. */
  viewerOf: (c: Context<AppEnv>) => Promise<Viewer>
  /** Name in the masthead. Asked on every page, so keep it in memory. */
  officeOf: (viewer: Viewer) => Office | Promise<Office>
  /** The sentence of a lawful no, by its code; null where no module has one. */
  refusal?: (code: string, cite: string, language: Language) => string | null
}
