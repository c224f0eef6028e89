/** The limit grows by 30 days: once on one criterion of complexity, a second time on two. */
import { z } from 'zod'
import { complexityCriteria } from '../../law/terms.ts'
import { choices, longText } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { denouncer, inWords, office, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

const ids = complexityCriteria.map((row) => row.id)
// The list of the law is not empty.
const criteria = choices(ids as [(typeof ids)[number], ...typeof ids])

/** Before the limit has passed; the criteria stay in the file, the record keeps how often. */
export const extend = sealedStep({
  step: 'extend',
  form: z.object({ criteria, explanation: longText(2000) }),
  answers: (typed) => ({ criteria: typed.criteria.length }),
  letters: ({ explanation }, about) => {
    const ordinal = about.record.extensions === 0 ? 'lần thứ nhất' : 'lần thứ hai'
    const said = `Thời hạn giải quyết tố cáo được gia hạn ${ordinal}, thêm 30 ngày kể từ khi hết thời hạn ngày ${inWords(about.record.due_on).slice(5)}. Lý do: ${explanation}`
    return [
      {
        type: 'QUYẾT ĐỊNH',
        about: 'Về việc gia hạn giải quyết tố cáo',
        to: [subjectOf(about)],
        paragraphs: ['Xét tính chất phức tạp của vụ việc,'],
        orders: [said],
      },
      {
        to_denouncer: true,
        type: 'THÔNG BÁO',
        about: 'Về việc gia hạn giải quyết tố cáo',
        to: [denouncer(about)],
        paragraphs: [`${office(about)} thông báo: ${said}`],
      },
    ]
  },
  decide: ({ record, facts }) => {
    const complexity = record.extensions === 0 ? 'complex' : 'specially-complex'
    return { change: { extensions: record.extensions + 1, ...clockColumns({ ...record.clock!, complexity }, facts) } }
  },
})
