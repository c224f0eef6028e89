/** The six-month report of one commune, signed, and that of its province, being written with what the commune wrote. */
import type { NarrativeSectionId } from '../law/narrative-sections.ts'
import { draftNarrative } from '../modules/narratives/draft-narrative.ts'
import { editSection } from '../modules/narratives/edit-section.ts'
import { handToHead } from '../modules/narratives/hand-to-head.ts'
import { insertParagraph } from '../modules/narratives/insert-paragraph.ts'
import { sign } from '../modules/narratives/sign.ts'
import { type Day, dayOf, workdaysAfter } from './days.ts'
import { officeOf } from './offices.ts'
import { newId, type Plan, type Story, storyOf, take, unitIdOf } from './plan.ts'
import { holderOn } from './staff.ts'

const period = '2026-6m'

/** What people write where the program keeps no register; figures of theirs are invented. */
const written: readonly (readonly [NarrativeSectionId, string])[] = [
  [
    'leadership',
    `Ủy ban nhân dân phường ban hành kế hoạch công tác dân vận chính quyền năm 2026 và giao từng nhiệm vụ cho người chịu trách nhiệm.\nTổ chức 03 buổi quán triệt đến cán bộ, tổ trưởng tổ dân phố. (Báo cáo hư cấu.)`,
  ],
  ['reform', 'Duy trì bộ phận một cửa; trả kết quả tại nhà cho người cao tuổi, người khuyết tật.'],
  [
    'dialogue',
    'Đối thoại 02 cuộc trước khi mở rộng đường Hoàng Quốc Việt; trả lời ngay 31 ý kiến, còn 04 ý kiến có người chịu trách nhiệm và ngày trả lời.',
  ],
  [
    'democracy',
    'Niêm yết công khai các khoản đóng góp tại 12 tổ dân phố; lấy ý kiến Nhân dân về vị trí nhà văn hóa tổ 7.',
  ],
  ['front', 'Mặt trận Tổ quốc phường giám sát việc trả lời kiến nghị của Nhân dân; trao đổi kết quả mỗi quý một lần.'],
  [
    'practices',
    'Mô hình “Ngày thứ Năm nghe dân” được thêm hai tổ dân phố học và làm theo, đổi sang buổi tối cho hợp giờ làm.',
  ],
  [
    'limits',
    'a) Hạn chế: đến nay còn {{list:overdue}} vụ việc đã quá thời hạn giải quyết.\nb) Nguyên nhân: hồ sơ đất đai lưu trữ không đủ; cán bộ xác minh kiêm nhiều việc.',
  ],
  ['tasks', 'Giải quyết dứt điểm {{list:overdue}} vụ việc quá hạn; trả lời hết các ý kiến nêu tại đối thoại.'],
  ['proposals', 'Đề nghị chi nhánh đất đai cung cấp hồ sơ gốc trong thời hạn đã thống nhất.'],
]

/** The commune's is signed some days after the period; the province takes a paragraph of it and goes on writing. */
export function narrativeStories(plan: Plan): void {
  const [commune, province] = [officeOf('camduong'), officeOf('laocai-tinh')]
  const on = dayOf('2026-06-16')
  const id = newId(plan, on, 'narrative/commune')
  const as = (key: string, kind: 'clerk' | 'head', day: Day) => ({ officer: holderOn(key, kind, day) })
  const story: Story = storyOf(plan, on, 60)
  const of = { unit: commune.key, record: id }
  take(story, on, { ...of, actor: as(commune.key, 'clerk', on), action: draftNarrative, input: { period } })
  const next = workdaysAfter(on, 1)
  for (const [section, text] of written)
    take(story, next, {
      ...of,
      actor: as(commune.key, 'clerk', next),
      action: editSection,
      input: { section, version: 1, text },
    })
  take(story, next, { ...of, actor: as(commune.key, 'clerk', next), action: handToHead, input: {} })
  const signed = workdaysAfter(on, 2)
  take(story, signed, { ...of, actor: as(commune.key, 'head', signed), action: sign, input: {} })
  const later = workdaysAfter(on, 4)
  const above = { unit: province.key, record: newId(plan, later, 'narrative/province') }
  const upward = storyOf(plan, later, 60)
  const clerk = as(province.key, 'clerk', later)
  take(upward, later, { ...above, actor: clerk, action: draftNarrative, input: { period } })
  take(upward, later, {
    ...above,
    actor: clerk,
    action: insertParagraph,
    input: {
      section: 'dialogue',
      version: 1,
      source_unit_id: unitIdOf(plan, commune.key),
      source_id: id,
      source_section: 'dialogue',
      paragraph: 1,
    },
  })
}
