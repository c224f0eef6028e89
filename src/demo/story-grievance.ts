/** Problems that nobody has petitioned about yet. */
import { assignOwner } from '../modules/grievances/assign-owner.ts'
import { end } from '../modules/grievances/end.ts'
import { noteProgress } from '../modules/grievances/note-progress.ts'
import { record } from '../modules/grievances/record.ts'
import { type Day, dayOf } from './days.ts'
import { type Office, officeOf } from './offices.ts'
import { newId, type Plan, storyOf, take, unitIdOf } from './plan.ts'
import { accountIdOf, holderOn } from './staff.ts'

const told = [
  {
    by: 'front-supervisor',
    on: '2026-10-06',
    source: 'front',
    field: 'environment',
    title: 'Rác ở đầu tổ 7 không được gom đúng ngày',
    text: 'Ba tuần nay rác dồn ở đầu tổ, mùi bay vào trường mầm non. Bà con bàn ở họp tổ nhưng chưa ai gửi đơn.',
    target_on: '2026-11-10',
    note: 'Đã làm việc với đơn vị gom rác, đổi sang ba buổi một tuần.',
    end: null,
  },
  {
    by: 'reception-officer',
    on: '2026-09-14',
    source: 'village-head',
    field: 'infrastructure',
    title: 'Mương đầu cánh đồng bị tắc, nước ngập ruộng',
    text: 'Tổ trưởng cho biết mương tắc từ đầu vụ, bà con phải tự đào.',
    target_on: '2026-10-15',
    note: 'Đã nạo vét 200 m.',
    end: 'Nạo vét xong, nước thoát được; tổ dân phố xác nhận.',
  },
  {
    by: 'handler',
    on: '2026-11-17',
    source: 'meeting',
    field: 'procedures',
    title: 'Bà con phải đi lại nhiều lần để xác nhận nơi ở',
    text: 'Nhiều người nói ở buổi họp rằng mỗi lần xác nhận phải chờ hai, ba ngày.',
    target_on: null,
    note: null,
    end: null,
  },
] as const

/** One that is past its day, one that was settled, one without an owner yet. */
export function grievanceStories(plan: Plan, office: Office = officeOf('camduong')): void {
  for (const one of told) {
    const on: Day = dayOf(one.on)
    const story = storyOf(plan, on, 90)
    const officer = (kind: 'front-supervisor' | 'reception-officer' | 'handler' | 'head') => ({
      officer: holderOn(office.key, kind, on),
    })
    const of = { unit: office.key, record: newId(plan, on, `grievance/${one.on}`) }
    const { source, field, title, text, target_on } = one
    const input = { source, field, title, text, known_on: one.on, place_unit_id: unitIdOf(plan, office.key) }
    take(story, on, { ...of, actor: officer(one.by), action: record, input })
    if (target_on === null) continue
    const owner_id = accountIdOf(officer('handler').officer)
    take(story, on.add({ days: 2 }), {
      ...of,
      actor: officer('head'),
      action: assignOwner,
      input: { owner_id, target_on },
    })
    take(story, on.add({ days: 9 }), {
      ...of,
      actor: officer('handler'),
      action: noteProgress,
      input: { note: one.note },
    })
    if (one.end)
      take(story, on.add({ days: 25 }), {
        ...of,
        actor: officer('handler'),
        action: end,
        input: { end_kind: 'settled', end_note: one.end },
      })
  }
}
