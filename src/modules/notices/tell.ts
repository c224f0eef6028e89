/** Word to a petitioner after the commit: the notice's row and the job that sends it. The address is read when it is sent. */
import { idFrom } from '../../platform/uuid.ts'
import type { NoticeTemplate } from './notice.ts'

/** For the step that makes `of` its next revision; a step decided twice tells once. */
export function tellPetitioner(
  of: { id: string; revision: number },
  petition_id: string,
  template: NoticeTemplate,
  moment: { at: Temporal.Instant },
) {
  const id = idFrom(of.id, `notice/${of.revision + 1}`)
  const row = { id, record_kind: 'petition', record_id: petition_id, template, attempts: 0, created_at: moment.at }
  return {
    rows: [{ table: 'notice' as const, rows: [row] }],
    jobs: [{ task: 'send-notice', payload: { notice_id: id } }],
  }
}
