/** `note-question`: what was asked at the session, and what was answered; nobody is named. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { studySession } from './study-session.ts'

const questionsMax = 100

/** An answer may follow later: the same question again takes it. */
export const noteQuestion = action({
  noun: studySession,
  step: 'note-question',
  input: z.object({
    question: text(1000, { field: 'long-text' }),
    answer: text(2000, { field: 'long-text' }).optional(),
  }),
  decide({ record, input }) {
    const { question } = input
    const stands = record!.questions.find((one) => one.question === question)
    const others = record!.questions.filter((one) => one !== stands)
    if (others.length >= questionsMax) throw new WrongInput([{ field: 'question', code: 'too-many-questions' }])
    return { change: { questions: [...others, { question, answer: input.answer ?? stands?.answer ?? null }] } }
  },
})
