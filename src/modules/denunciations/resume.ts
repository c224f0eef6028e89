/** The clock goes on from the decision to resume, with what was left of it. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { denouncer, office, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The day of the decision is the last that does not count. */
export const resume = sealedStep({
  step: 'resume',
  form: z.object({ note: longText(2000) }),
  answers: () => ({}),
  letters: ({ note }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc tiếp tục giải quyết tố cáo',
      to: [subjectOf(about)],
      paragraphs: ['Xét căn cứ tạm đình chỉ không còn,'],
      orders: [`Tiếp tục giải quyết tố cáo. ${note}`],
    },
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc tiếp tục giải quyết tố cáo',
      to: [denouncer(about)],
      paragraphs: [`${office(about)} tiếp tục giải quyết tố cáo của Ông/Bà.`],
    },
  ],
  decide: ({ record, facts, moment }) => {
    const last = moment.on.toString()
    const suspensions = record.suspensions
      .map(({ from, to }) => ({ from, to: to ?? last }))
      // Suspended and resumed on one day: no day was lost.
      .filter(({ from, to }) => from <= to)
    return { change: { suspensions, ...clockColumns({ ...record.clock!, suspensions }, facts) } }
  },
})
