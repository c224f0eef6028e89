/** Who settles a complaint, in the words of a letter to its sender. */
import { type CompetenceQuestion, type SettlingBody, whoSettles } from '../../law/competence.ts'
import type { Unverified } from '../../law/law.ts'

const settlers: Readonly<Record<Exclude<SettlingBody, 'court' | 'chosen-successor'>, string>> = {
  'commune-chairman': 'Chủ tịch Ủy ban nhân dân cấp xã',
  'department-unit-head': 'Thủ trưởng cơ quan thuộc sở',
  'department-head': 'Giám đốc sở',
  'province-chairman': 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
  'ministry-unit-head': 'Thủ trưởng cơ quan thuộc bộ',
  minister: 'Bộ trưởng Bộ quản lý nhà nước về lĩnh vực bị khiếu nại',
  'home-affairs-minister': 'Bộ trưởng Bộ Nội vụ',
  'district-department-head': 'Thủ trưởng cơ quan thuộc Ủy ban nhân dân cấp huyện',
  'district-chairman': 'Chủ tịch Ủy ban nhân dân cấp huyện',
}

/** One sentence with its article; `unverified` where it rests on a text that was not checked. Null off the ladder. */
export function settledWhere(question: CompetenceQuestion): { sentence: string; unverified: Unverified | null } | null {
  const found = whoSettles(question)
  if (!found) return null
  const which = question.instance === 2 ? 'lần hai' : 'lần đầu'
  const unverified = found.unverified ?? null
  const source = found.cite + (unverified === 'not-found' ? ', văn bản chuyển tiếp cần kiểm tra' : '')
  if (found.settler === 'court')
    return { sentence: `Việc này không khiếu nại tiếp; có thể khởi kiện tại Tòa án (${source}).`, unverified }
  const who =
    found.settler === 'chosen-successor' ? 'cơ quan kế tục nhiệm vụ của cơ quan đã giải thể' : settlers[found.settler]
  return { sentence: `Khiếu nại ${which} về việc này do ${who} giải quyết (${source}).`, unverified }
}
