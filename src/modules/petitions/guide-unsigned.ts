/** A complaint whose signature never came is guided, never closed in silence: signing opens it again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { handled, letter } from './handling.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** The ways in which a petition can be signed later. */
export const waysToSign = [
  'Ký số vào đơn và gửi lại qua trang này.',
  'Đến bất kỳ nơi tiếp công dân nào, mang theo giấy tờ tùy thân và mã tra cứu để ký xác nhận.',
  'Gửi bản giấy có chữ ký hoặc điểm chỉ đến cơ quan.',
]

/** Taken by the clock after the local number of days, or by an officer. */
export const guideUnsigned = action({
  noun: petition,
  step: 'guide-unsigned',
  input: z.object({}),
  decide({ record, moment, facts }) {
    const data = { to: personInLetter(record!), petition: inLetter(record!), ways: waysToSign }
    return handled(record!, 'guide-unsigned', moment, {
      documents: [letter(record!, 'confirm-signature', `Đề nghị xác nhận đơn: ${record!.title}`, data, facts, moment)],
    })
  },
})
