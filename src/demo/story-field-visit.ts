/** Heads going down to the people. */
import { recordFieldVisit } from '../modules/receptions/record-field-visit.ts'
import type { Day } from './days.ts'
import type { Office } from './offices.ts'
import { newId, type Plan, storyOf, take } from './plan.ts'
import type { Chance } from './random.ts'
import { holderOn } from './staff.ts'

/** The head goes down to a village. */
export function fieldVisitStory(plan: Plan, chance: Chance, office: Office, on: Day): void {
  const id = newId(plan, on, `field-visit/${office.key}`)
  const hamlet = chance.pick(office.hamlets)
  const spoke = chance.pick([
    'Người dân; đường vào khu dân cư ngập sau mưa\nTrưởng thôn; đề nghị hỗ trợ xi măng, bà con góp công',
    'Mặt trận; còn nhiều hộ chưa được cấp giấy chứng nhận\nNgười dân; nước sạch lúc có lúc không',
    'Người có uy tín; thanh niên thiếu việc làm sau vụ\nNgười dân; rác không được gom đúng giờ',
  ])
  const promised = chance.pick([
    'Trong tháng này cho sửa đoạn đường ngập và trả lời về xi măng hỗ trợ.',
    'Kiểm tra lại đường ống nước, báo kết quả với thôn trước cuối tháng.',
    'Sắp xếp lại lịch gom rác và niêm yết tại nhà văn hóa.',
  ])
  const input = {
    held_on: on.toString(),
    place: `Nhà văn hóa ${hamlet}`,
    spoke,
    promised,
    promise_due_on: on.add({ days: 40 }).toString(),
  }
  take(storyOf(plan, on, 200), on, {
    unit: office.key,
    record: id,
    actor: { officer: holderOn(office.key, 'reception-officer', on) },
    action: recordFieldVisit,
    input,
  })
}
