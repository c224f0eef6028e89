/** An asker has been told that the day moved, that the dialogue is off, or that their question was set aside. */
import { z } from 'zod'
import { tellings } from '../../law/dialogue-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice } from '../../platform/input.ts'
import { noticeTo, reachable } from './answer-question.ts'
import { dialogueQuestion, owedWord } from './dialogue-question.ts'

/** What is owed follows from the dialogue; the form says only how it was told. */
export const noteTold = action({
  noun: dialogueQuestion,
  step: 'note-told',
  input: z.object({ how: choice(tellings) }),
  decide({ record, facts, input, viewer, moment }) {
    if (!record || !facts.dialogue) throw new Error('note-told without a record')
    const owed = owedWord(record, facts.dialogue)
    if (owed === null) throw new WrongInput([{ field: 'how', code: 'nothing-to-tell' }])
    if (input.how === 'code-page' && !record.has_code)
      throw new WrongInput([{ field: 'how', code: 'page-reaches-nobody' }])
    if (input.how === 'notice' && !reachable(record)) throw new WrongInput([{ field: 'how', code: 'no-contact' }])
    const word = {
      ...owed,
      of: owed.of || moment.on.toString(),
      on: moment.on.toString(),
      how: input.how,
      by: viewer.name,
    }
    const told = input.how === 'notice' ? noticeTo(record, 'dialogue-changed', moment.at) : {}
    return { change: { told: [...record.told, word] }, ...told }
  },
})
