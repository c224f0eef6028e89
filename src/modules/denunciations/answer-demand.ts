/** The lower unit tells the superior why it is overdue, and when it will be done. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, text, unitId } from '../../platform/input.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Five working days from the demand. Where the demand came sealed, so does the answer, and both desks see it. */
export const answerDemand = sealedStep({
  step: 'answer-demand',
  form: z.object({ demand_id: unitId().optional(), receiver: text(300), demanded_on: day(), reasons: longText(4000) }),
  answers: () => ({}),
  word: ({ demand_id, reasons }, { open_demands, record }) => {
    if (demand_id === undefined) return null
    const demand = open_demands.find((one) => one.id === demand_id)
    if (!demand) throw new WrongInput([{ field: 'demand_id', code: 'no-such-demand' }])
    const number = `${record.register_number ?? '…'}/${record.register_year}`
    return {
      kind: 'answer',
      to_unit_id: demand.from_unit_id,
      answers_id: demand.id,
      title: `Báo cáo hồ sơ riêng số ${number}`,
      paragraphs: [reasons],
    }
  },
  word_needs: 'demand_id',
  letters: ({ receiver, demanded_on, reasons }, about) => [
    {
      type: 'BÁO CÁO',
      about: 'Việc giải quyết tố cáo quá thời hạn',
      to: [receiver],
      paragraphs: [`Theo yêu cầu ${inWords(demanded_on)}, ${office(about)} báo cáo như sau:`, reasons],
    },
  ],
  decide: () => ({ change: {} }),
})
