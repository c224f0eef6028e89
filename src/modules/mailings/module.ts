/** The module `mailings`: officers' own addresses, the mail of the morning, and the word to a head at once. */
import { z } from 'zod'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readMailConfig } from '../notices/notice.ts'
import { sendDigests, tellHead } from './digest.ts'

export { pages } from './pages.tsx'

const alert = z.object({ unit_id: z.uuid(), kind: z.enum(['petition', 'denunciation']), id: z.uuid() })

/** Jobs: ids alone; what is said is worked out when it is sent. */
export const jobs: Readonly<Record<'mail-digests' | 'tell-head', Job>> = {
  'mail-digests': async (_payload, { app }) => {
    await sendDigests(app, readMailConfig())
  },
  'tell-head': async (payload, { app }) => {
    await tellHead(app, alert.parse(payload), readMailConfig())
  },
}

/** At eight in the morning of Việt Nam; on a day off it mails nobody. */
export const schedules: readonly Schedule[] = [{ task: 'mail-digests', pattern: '0 1 * * *' }]
