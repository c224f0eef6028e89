/** The answer of its group has reached the asker: on the page that their code opens, in the room, by letter, by telephone. */
import { z } from 'zod'
import { tellings } from '../../law/dialogue-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { type DialogueQuestionRow, dialogueQuestion } from './dialogue-question.ts'

/** Has an asker somewhere that a notice can go? */
export const reachable = (row: Pick<DialogueQuestionRow, 'asker_email' | 'asker_phone'>) =>
  row.asker_email !== null || row.asker_phone !== null

/** The notice to an asker: its row and the job that sends it. */
export function noticeTo(row: DialogueQuestionRow, template: string, at: Temporal.Instant) {
  const id = idFrom(row.id, `notice/${row.revision + 1}`)
  const notice = { id, record_kind: 'dialogue-question', record_id: row.id, template, attempts: 0, created_at: at }
  return {
    rows: [{ table: 'notice' as const, rows: [notice] }],
    jobs: [{ task: 'send-notice', payload: { notice_id: id } }],
  }
}

/** By the program for those with a code, by an officer for the others. A page without a code reaches nobody. */
export const answerQuestion = action({
  noun: dialogueQuestion,
  step: 'answer',
  input: z.object({ how: choice(tellings) }),
  decide({ record, facts, input, viewer, moment }) {
    if (!record) throw new Error('answer without a record')
    if (input.how === 'code-page' && (!record.has_code || facts.dialogue?.published_on == null))
      throw new WrongInput([{ field: 'how', code: 'page-reaches-nobody' }])
    if (input.how === 'notice' && !reachable(record)) throw new WrongInput([{ field: 'how', code: 'no-contact' }])
    const answered = { on: moment.on.toString(), how: input.how, by: viewer.name }
    const posting = { fact: 'dialogue-answer', on_day: moment.on, source: record.origin }
    const told = input.how === 'notice' ? noticeTo(record, 'answer-ready', moment.at) : {}
    return { change: { answered, answered_on: moment.on }, postings: [posting], ...told }
  },
})
