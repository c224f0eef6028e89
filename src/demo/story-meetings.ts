/** Meetings of a province: a workshop with papers, an online conference with all its communes, a briefing that is still to come. */
import { addItem } from '../modules/conferences/add-item.ts'
import { answerInvitation } from '../modules/conferences/answer-invitation.ts'
import { conclude } from '../modules/conferences/conclude.ts'
import { hold } from '../modules/conferences/hold.ts'
import { invite } from '../modules/conferences/invite.ts'
import { issueProgramme } from '../modules/conferences/issue-programme.ts'
import { listGuests } from '../modules/conferences/list-guests.ts'
import type { MeetingRow } from '../modules/conferences/meeting.ts'
import { nameHost } from '../modules/conferences/name-host.ts'
import { noteAttendance } from '../modules/conferences/note-attendance.ts'
import { notePromise } from '../modules/conferences/note-promise.ts'
import { plan } from '../modules/conferences/plan.ts'
import { recordSpeech } from '../modules/conferences/record-speech.ts'
import { reportRoom } from '../modules/conferences/report-room.ts'
import { writeConclusion } from '../modules/conferences/write-conclusion.ts'
import { writeFinding } from '../modules/conferences/write-finding.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { type Day, dayOf, momentOf } from './days.ts'
import type { Reach } from './pace.ts'
import type { UnitIds } from './plan.ts'
import { chanceOf, idAt } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'

const planned_on = dayOf('2026-10-01')
const told_on = dayOf('2026-11-04')
const answered_on = dayOf('2026-11-09')
const workshop_on = dayOf('2026-11-12')
const conference_on = dayOf('2026-11-18')

/** The workshop whose papers another story brings. */
export const workshopId = idAt(momentOf(planned_on, 60).at, 'meeting/workshop')
const conferenceId = idAt(momentOf(planned_on, 90).at, 'meeting/conference')
const reunionId = idAt(momentOf(dayOf('2026-11-17'), 60).at, 'meeting/reunion')
const briefingId = idAt(momentOf(dayOf('2026-11-16'), 90).at, 'meeting/briefing')

/** Somebody of the province taking one step. */
type Take = (
  action: AnyAction,
  who: 'head' | 'clerk',
  id: string,
  at: { on: Day; minute: number },
  input?: object,
) => Promise<void>

function takerOf(db: Db, unit_id: string, reach: Reach, key = 'laocai-tinh'): Take {
  return async (action, who, id, { on, minute }, input = {}) => {
    await reach(on)
    const moment = momentOf(on, minute)
    const viewer = await viewerOfAccount(db.pool, accountIdOf(holderOn(key, who, on)), moment)
    if (!viewer) throw new Error(`the ${who} of ${key} does not sign in`)
    await perform(db, action, { viewer, moment, unit_id, id, input })
  }
}

async function rowOf(db: Db, id: string): Promise<MeetingRow> {
  const { rows } = await db.pool.query<MeetingRow>('select * from meeting where id = $1', [id])
  if (!rows[0]) throw new Error(`no meeting ${id}`)
  return rows[0]
}

/** The workshop and the conference are planned and their guests listed; a shorter demonstration ends before. */
export async function planMeetings(db: Db, units: UnitIds, until: Day, reach: Reach): Promise<void> {
  const province = units.get('laocai-tinh')
  if (!province || Temporal.PlainDate.compare(until, conference_on.add({ days: 2 })) < 0) return
  const take = takerOf(db, province, reach)
  await take(
    plan,
    'clerk',
    workshopId,
    { on: planned_on, minute: 60 },
    {
      kind: 'workshop',
      title: 'Giải pháp nâng cao hiệu quả công tác dân vận chính quyền sau sắp xếp',
      purpose: 'Nghe tham luận của các sở, xã, phường, đoàn thể; chọn việc làm ngay trong năm 2027. (Cuộc họp hư cấu.)',
      mode: 'in-person',
      place: 'Hội trường tầng 2, trụ sở Ủy ban nhân dân tỉnh',
      is_public: true,
      held_on: workshop_on.toString(),
      starts: '08:00',
      ends: '11:30',
    },
  )
  await hosts(take, workshopId, province)
  await take(
    plan,
    'clerk',
    conferenceId,
    { on: planned_on, minute: 90 },
    {
      kind: 'conference',
      title: 'Sơ kết công tác dân vận chính quyền 6 tháng đầu năm 2026',
      purpose: 'Đánh giá 6 tháng đầu năm, bàn việc những tháng còn lại. (Cuộc họp hư cấu.)',
      mode: 'both',
      place: 'Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh',
      online_address: 'https://hop.example.vn/so-ket',
      is_public: true,
      period: '2026-6m',
      held_on: conference_on.toString(),
      starts: '14:00',
      ends: '17:00',
    },
  )
  await hosts(take, conferenceId, province)
}

async function hosts(take: Take, id: string, province: string): Promise<void> {
  const at = { on: planned_on, minute: 100 }
  const front = 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'
  await take(nameHost, 'clerk', id, at, { role: 'organiser', unit_name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' })
  await take(nameHost, 'clerk', id, at, { role: 'organiser', unit_name: front })
  await take(nameHost, 'clerk', id, at, { role: 'chair', unit_id: province, person: 'Chủ tịch Ủy ban nhân dân tỉnh' })
}

/** Both are held and concluded, the briefing of a cluster is called. Papers that were chosen meanwhile stand on the programme. */
export async function holdMeetings(db: Db, units: UnitIds, until: Day, reach: Reach): Promise<void> {
  const province = units.get('laocai-tinh')
  if (!province || Temporal.PlainDate.compare(until, conference_on.add({ days: 2 })) < 0) return
  const take = takerOf(db, province, reach)
  await inviteAll(take)
  await answerAll(db, take)
  await workshop(db, take, units)
  await conference(db, take, units)
  await briefing(db, take)
  await reunion(db, units, reach)
}

async function inviteAll(take: Take): Promise<void> {
  const names = 'Bộ Chỉ huy Quân sự tỉnh\nCông an tỉnh\nHội Nông dân tỉnh\nTrường Chính trị tỉnh'
  const listed = { on: told_on, minute: 0 }
  await take(listGuests, 'clerk', workshopId, listed, { group: 'bodies', names })
  await take(listGuests, 'clerk', conferenceId, listed, { group: 'communes', with_rooms: true, names })
  const by = { answer_by: '2026-11-10' }
  await take(invite, 'head', workshopId, { on: told_on, minute: 30 }, by)
  await take(
    invite,
    'head',
    conferenceId,
    { on: told_on, minute: 40 },
    {
      ...by,
      note: 'Đề nghị các xã, phường kiểm tra đường truyền trước ngày họp.',
    },
  )
}

/** Some of each answer; whoever has no account told it by telephone. */
async function answerAll(db: Db, take: Take): Promise<void> {
  for (const [id, most] of [
    [workshopId, 12],
    [conferenceId, 30],
  ] as const) {
    const { invited } = await rowOf(db, id)
    for (const [nth, guest] of invited.slice(0, most).entries()) {
      const chance = chanceOf(`answer/${id}/${nth}`)
      const coming = !chance.percent(10)
      const input = { guest_id: guest.id, coming, ...(coming ? { people: chance.int(2, 30) } : {}) }
      await take(answerInvitation, 'clerk', id, { on: answered_on, minute: nth }, input)
    }
  }
}

/** Item after item from a time on. */
async function programme(
  take: Take,
  id: string,
  from: string,
  items: readonly { minutes: number; kind: string; title: string; speaker?: string; paper_id?: string }[],
): Promise<void> {
  let starts = Temporal.PlainTime.from(from)
  for (const [nth, item] of items.entries()) {
    const input = { ...item, starts: starts.toString().slice(0, 5) }
    await take(addItem, 'clerk', id, { on: answered_on, minute: 120 + nth }, input)
    starts = starts.add({ minutes: item.minutes })
  }
  await take(issueProgramme, 'head', id, { on: answered_on, minute: 180 })
}

const opening = { minutes: 10, kind: 'opening', title: 'Tuyên bố lý do, giới thiệu đại biểu' }

async function workshop(db: Db, take: Take, units: UnitIds): Promise<void> {
  const { rows: papers } = await db.pool.query<{ id: string; title: string; speaker: string | null }>(
    `select id, title, authors -> 0 ->> 'name' as speaker from paper where meeting_id = $1 and state = 'chosen' order by place limit 12`,
    [workshopId],
  )
  await programme(take, workshopId, '08:00', [
    opening,
    { minutes: 20, kind: 'report', title: 'Báo cáo đề dẫn hội thảo' },
    ...papers.map(({ id, title, speaker }) => ({
      minutes: 12,
      kind: 'paper',
      title: title.slice(0, 300),
      paper_id: id,
      ...(speaker ? { speaker } : {}),
    })),
    { minutes: 20, kind: 'discussion', title: 'Thảo luận' },
    { minutes: 15, kind: 'closing', title: 'Kết luận hội thảo' },
  ])
  const { rooms, invited } = await rowOf(db, workshopId)
  for (const [nth, guest] of invited.entries())
    if (guest.answer?.coming)
      await take(
        noteAttendance,
        'clerk',
        workshopId,
        { on: workshop_on, minute: nth },
        {
          guest_id: guest.id,
          people: guest.answer.people,
          room_id: rooms[0]!.id,
        },
      )
  await take(reportRoom, 'clerk', workshopId, { on: workshop_on, minute: 30 }, { room_id: rooms[0]!.id, people: 164 })
  await take(hold, 'clerk', workshopId, { on: workshop_on, minute: 215 })
  await findings(db, take, workshopId, workshop_on, papers[0]?.id ?? null)
  const due = {
    promise: 'Lập danh mục việc làm ngay từ các tham luận, giao đơn vị và ngày xong.',
    due_on: '2026-12-15',
  }
  await concluded(take, workshopId, workshop_on.add({ days: 1 }), { ...due, unit_id: units.get('laocai-tinh') ?? '' })
}

async function conference(db: Db, take: Take, units: UnitIds): Promise<void> {
  await programme(take, conferenceId, '14:00', [
    opening,
    { minutes: 30, kind: 'report', title: 'Báo cáo sơ kết 6 tháng đầu năm' },
    { minutes: 60, kind: 'speech', title: 'Ý kiến của các xã, phường tại điểm cầu' },
    { minutes: 15, kind: 'break', title: 'Nghỉ giải lao' },
    { minutes: 30, kind: 'discussion', title: 'Thảo luận nhiệm vụ những tháng còn lại' },
    { minutes: 20, kind: 'closing', title: 'Phát biểu kết luận' },
  ])
  const { rooms } = await rowOf(db, conferenceId)
  for (const [nth, room] of rooms.slice(0, 24).entries())
    await take(
      reportRoom,
      'clerk',
      conferenceId,
      { on: conference_on, minute: 365 + nth },
      {
        room_id: room.id,
        people: chanceOf(`room/${nth}`).int(8, 45),
      },
    )
  await take(hold, 'clerk', conferenceId, { on: conference_on, minute: 540 })
  await findings(db, take, conferenceId, conference_on, null)
  await concluded(take, conferenceId, conference_on.add({ days: 1 }), {
    promise: 'Trả lời xong các phản ánh quá hạn; công khai kết quả tại nhà văn hóa thôn, tổ dân phố.',
    due_on: '2026-12-18',
    unit_id: units.get('camduong') ?? '',
  })
}

async function findings(db: Db, take: Take, id: string, on: Day, paper_id: string | null): Promise<void> {
  const spoke = { speaker: 'Chủ tịch Ủy ban nhân dân tỉnh', form: 'summary' }
  await take(
    recordSpeech,
    'clerk',
    id,
    { on, minute: 541 },
    {
      ...spoke,
      text: 'Việc của dân phải có người chịu trách nhiệm và có ngày xong. Hứa thì làm, không làm được thì nói rõ vì sao.',
    },
  )
  const row = await rowOf(db, id)
  const speech = `speech:${row.unit_id}:${row.speeches[0]!.id}`
  const grounds = paper_id ? [`paper:${row.unit_id}:${paper_id}`, speech] : [speech]
  const found = [
    ['result', 'Đối thoại định kỳ được duy trì ở các xã, phường sau sắp xếp.'],
    ['limit', 'Nhiều ý kiến của dân được ghi nhận nhưng chưa rõ đơn vị trả lời, chưa có ngày xong.'],
    ['cause', 'Sau sắp xếp, cán bộ xã kiêm nhiệm nhiều việc, chưa có sổ theo dõi chung.'],
    ['remedy', 'Mỗi ý kiến có một đơn vị chịu trách nhiệm, một ngày xong, công khai khi xong.'],
  ] as const
  for (const [nth, [kind, text]] of found.entries())
    await take(writeFinding, 'clerk', id, { on, minute: 545 + nth }, { kind, text, grounds })
}

async function concluded(
  take: Take,
  id: string,
  on: Day,
  of: { promise: string; due_on: string; unit_id: string },
): Promise<void> {
  await take(
    writeConclusion,
    'clerk',
    id,
    { on, minute: 30 },
    {
      version: 0,
      text: 'Các đơn vị rà lại những việc đã hứa với dân, ghi rõ đơn vị làm và ngày xong.\nKết quả được công khai để dân theo dõi. (Kết luận hư cấu.)',
    },
  )
  await take(
    notePromise,
    'clerk',
    id,
    { on, minute: 40 },
    {
      promise_id: idAt(momentOf(on, 40).at, `promise/${id}`),
      text: of.promise,
      owner_unit_id: of.unit_id,
      force: 'ordered',
      due_on: of.due_on,
    },
  )
  await take(conclude, 'head', id, { on, minute: 90 }, { findings_public: true })
}

/** Called for next week: some have not answered yet. */
async function briefing(db: Db, take: Take): Promise<void> {
  const on = dayOf('2026-11-16')
  const { rows } = await db.pool.query<{ id: string }>(
    `select c.id from cluster c where c.state = 'standing' and c.level = 'commune' order by c.unit_id, c.name limit 1`,
  )
  const cluster_id = rows[0]?.id
  await take(
    plan,
    'clerk',
    briefingId,
    { on, minute: 90 },
    {
      kind: 'briefing',
      title: 'Giao ban cụm thi đua các xã, phường quý IV năm 2026',
      purpose: 'So sánh kết quả quý IV giữa các xã, phường trong cụm. (Cuộc họp hư cấu.)',
      mode: 'in-person',
      place: 'Hội trường phường Cam Đường',
      held_on: '2026-11-27',
      starts: '08:00',
      ends: '10:30',
      ...(cluster_id ? { cluster_id } : {}),
    },
  )
  const group = cluster_id ? { group: 'cluster' } : { group: 'bodies' }
  await take(listGuests, 'clerk', briefingId, { on, minute: 95 }, group)
  await take(invite, 'head', briefingId, { on, minute: 120 }, { answer_by: '2026-11-25' })
  const { invited } = await rowOf(db, briefingId)
  const input = { guest_id: invited[0]!.id, coming: true, people: 3, who: 'Chủ tịch và hai cán bộ' }
  await take(answerInvitation, 'clerk', briefingId, { on: dayOf('2026-11-19'), minute: 0 }, input)
}

/** Held on the last day: the room's page takes its number today. */
async function reunion(db: Db, units: UnitIds, reach: Reach): Promise<void> {
  const unit_id = units.get('camduong')
  if (!unit_id) return
  const take = takerOf(db, unit_id, reach, 'camduong')
  const on = dayOf('2026-11-17')
  await take(
    plan,
    'head',
    reunionId,
    { on, minute: 60 },
    {
      kind: 'reunion',
      title: 'Họp mặt tổ trưởng tổ dân phố, người có uy tín năm 2026',
      purpose: 'Cảm ơn và nghe ý kiến của bà con. (Cuộc họp hư cấu.)',
      mode: 'in-person',
      place: 'Nhà văn hóa phường Cam Đường',
      held_on: '2026-11-20',
      starts: '14:00',
      ends: '16:00',
    },
  )
  const names = 'Hội Người cao tuổi phường\nHội Cựu chiến binh phường\nĐoàn Thanh niên phường\nCác tổ trưởng tổ dân phố'
  await take(listGuests, 'head', reunionId, { on, minute: 70 }, { group: 'bodies', names })
  await take(invite, 'head', reunionId, { on, minute: 80 }, { answer_by: '2026-11-19' })
  await take(addItem, 'head', reunionId, { on, minute: 90 }, { ...opening, starts: '14:00' })
  const talk = { starts: '14:10', minutes: 80, kind: 'discussion', title: 'Nghe ý kiến, trao đổi' }
  await take(addItem, 'head', reunionId, { on, minute: 95 }, talk)
}
