/** The notices module: its job. The demonstration's mail page (`inbox.tsx`) is hung in by the way in. */
import type { Task } from 'graphile-worker'
import { readMailConfig } from './notice.ts'
import { sendNotice, sendNoticePayload } from './send-notice.ts'
import { smsNotConfigured } from './sms.ts'

const sendNoticeTask: Task = async (payload, helpers) => {
  const ids = sendNoticePayload.parse(payload)
  const ports = { config: readMailConfig(), sms: smsNotConfigured, now: () => Temporal.Now.instant() }
  const outcome = await helpers.withPgClient((client) => sendNotice(client, ids, ports))
  if (outcome === 'failed') throw new Error('the mail server did not take the notice: it is tried again')
}

/** Jobs of this module, for the runner. */
export const tasks: Readonly<Record<'send-notice', Task>> = { 'send-notice': sendNoticeTask }
