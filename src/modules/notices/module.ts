/** The notices module: its job. The demonstration's mail page (`inbox.tsx`) is hung in by the way in. */
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job } from '../../platform/jobs.ts'
import { introduceTemplate } from './introduce-template.ts'
import { readMailConfig } from './notice.ts'
import { sendNotice, sendNoticePayload } from './send-notice.ts'
import { smsNotConfigured } from './sms.ts'
import { takeOffTemplate } from './take-off-template.ts'

export { templatePages as pages } from './pages.tsx'

/** Every action of this module. */
export const actions: readonly AnyAction[] = [introduceTemplate, takeOffTemplate]

/** Jobs of this module: one notice to one person; a mail server that is away is asked again later. */
export const jobs: Readonly<Record<'send-notice', Job>> = {
  'send-notice': async (payload, { worker }) => {
    const ports = { config: readMailConfig(), sms: smsNotConfigured, now: () => Temporal.Now.instant() }
    const client = await worker.pool.connect()
    try {
      const outcome = await sendNotice(client, sendNoticePayload.parse(payload), ports)
      if (outcome === 'failed') throw new Error('the mail server did not take the notice: it is tried again')
    } finally {
      client.release()
    }
  },
}
