/** The module `dialogues`: dialogues with the people, their questions and results; projects and the duty to talk. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Db } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { dialoguePages } from './dialogue-pages.tsx'
import { dialogueActions } from './dialogue-steps.ts'
import { dutyPages } from './duty-pages.tsx'
import { dialoguePortal } from './portal-pages.tsx'
import { actions as projectActions, jobs as projectJobs } from './project-module.ts'
import { projectPages } from './project-pages.tsx'
import { projectPublicPages } from './project-public-pages.tsx'
import { requestPages } from './request-pages.tsx'
import { jobs as tellJobs } from './tell-askers.ts'

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [...dialogueActions, ...projectActions]

/** Jobs of this module. */
export const jobs: Readonly<Record<string, Job>> = { ...tellJobs, ...projectJobs }

/** What the pages work with; the secret seals the cookie of opened records and makes the codes of slips. */
export interface DialogueDeps {
  db: Db
  secret: string
}

/** Registers the pages of the module. */
export function pages(app: Hono<AppEnv>, deps: DialogueDeps): void {
  dialoguePortal(app, deps)
  dialoguePages(app, deps)
  projectPublicPages(app, deps)
  projectPages(app, deps)
  requestPages(app, deps)
  dutyPages(app, deps)
}
