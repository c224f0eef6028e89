/** Dialogues of one ward: one before a project with promises kept, kept late and overdue; one whose results are owed; one to come. */
import { confirmKept } from '../modules/commitments/confirm-kept.ts'
import { makeCommitments } from '../modules/commitments/make-commitments.ts'
import { reportKept } from '../modules/commitments/report-kept.ts'
import { announce } from '../modules/dialogues/announce.ts'
import { answerGroup } from '../modules/dialogues/answer-group.ts'
import { answerQuestion } from '../modules/dialogues/answer-question.ts'
import { ask } from '../modules/dialogues/ask.ts'
import { groupQuestion } from '../modules/dialogues/group-question.ts'
import { hold } from '../modules/dialogues/hold.ts'
import { moveDialogue } from '../modules/dialogues/move-dialogue.ts'
import { nameGroup } from '../modules/dialogues/name-group.ts'
import { notePromise } from '../modules/dialogues/note-promise.ts'
import { planDialogue } from '../modules/dialogues/plan-dialogue.ts'
import { printSlips } from '../modules/dialogues/print-slips.ts'
import { publishResults } from '../modules/dialogues/publish-results.ts'
import { recordQuestion } from '../modules/dialogues/record-question.ts'
import { sendToVillages } from '../modules/dialogues/send-to-villages.ts'
import { answerAskers, tellAskers } from '../modules/dialogues/tell-askers.ts'
import { writeMinutes } from '../modules/dialogues/write-minutes.ts'
import { citizen, viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, dayOf, momentOf } from './days.ts'
import type { Reach, Story } from './pace.ts'
import { codeOf, type UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'

const ward = 'camduong'

/** The steps of one dialogue, each on its day by whoever holds the post. */
interface Telling {
  db: Db
  unit_id: string
  id: string
  take: (
    action: AnyAction,
    who: 'clerk' | 'head' | 'citizen' | 'superior',
    on: string,
    input: object,
    record?: string,
  ) => Promise<void>
}

function telling(db: Db, unit_id: string, id: string, reach: Reach): Telling {
  let minute = 0
  return {
    db,
    unit_id,
    id,
    async take(action, who, day, input, record = id) {
      const on = dayOf(day)
      await reach(on)
      minute += 1
      const moment = momentOf(on, minute)
      const unit = who === 'superior' ? 'laocai-tinh' : ward
      const officer = holderOn(unit, who === 'clerk' ? 'clerk' : 'head', on)
      const viewer = who === 'citizen' ? citizen(moment) : await viewerOfAccount(db.pool, accountIdOf(officer), moment)
      if (!viewer) throw new Error(`nobody is ${who} on ${day}`)
      await perform(db, action, { viewer, unit_id, id: record, input, moment })
    },
  }
}

/** The three of them; a shorter demonstration ends before the first. */
export function dialogueStories(db: Db, units: UnitIds, until: Day): Story[] {
  const unit_id = units.get(ward)
  if (!unit_id || Temporal.PlainDate.compare(until, dayOf('2026-11-20')) < 0) return []
  const of = (day: string, name: string, tell: (story: Telling) => Promise<void>) => (reach: Reach) =>
    tell(telling(db, unit_id, idAt(momentOf(dayOf(day), 0).at, `dialogue/${name}`), reach))
  return [
    of('2026-03-10', 'road', roadStory),
    of('2026-11-02', 'yearly', yearlyStory),
    of('2026-11-12', 'market', marketStory),
  ]
}

const about = 'Phạm vi mở rộng, tiến độ, giá đất bồi thường, thoát nước và lối đi tạm. (Tình huống hư cấu.)'

/** Before a road is widened: moved once by a flood, results in time, three promises. */
async function roadStory(story: Telling): Promise<void> {
  const { db, unit_id, id, take } = story
  await take(planDialogue, 'clerk', '2026-03-10', {
    kind: 'before-project',
    title: 'Mở rộng đường Hoàng Quốc Việt, đoạn qua tổ 5',
    about,
    mode: 'in-person',
    held_on: '2026-03-24',
    starts: '14:00',
    ends: '17:00',
    place: 'Nhà văn hóa tổ 5',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
  })
  await take(announce, 'head', '2026-03-11', { notice_where: 'Nhà văn hóa các tổ, loa truyền thanh, Cổng thông tin' })
  const first = await questionOf(story, '2026-03-12', 'Giá đất bồi thường đoạn qua tổ 5 tính theo bảng giá năm nào?', {
    asker_email: 'may.ly@example.vn',
  })
  const second = await questionOf(story, '2026-03-13', 'Bảng giá năm nào dùng để tính đất bồi thường qua tổ 5?')
  await take(moveDialogue, 'head', '2026-03-16', {
    held_on: '2026-03-26',
    starts: '14:00',
    ends: '17:00',
    reason: 'Mưa lớn, đường vào tổ 5 sạt lở',
    notice: 'Nhà văn hóa các tổ, loa truyền thanh, Cổng thông tin',
  })
  await tellAskers(db, { unit_id, dialogue_id: id }, momentOf(dayOf('2026-03-16'), 600))
  const third = idFrom(id, 'question/drain')
  const drain = {
    dialogue_id: id,
    origin: 'village-head',
    village: 'Tổ 5',
    text: 'Mở đường thì cống thoát nước làm trước hay sau?',
  }
  await take(recordQuestion, 'clerk', '2026-03-18', drain, third)
  const price = idFrom(id, 'group/price')
  const water = idFrom(id, 'group/drain')
  await take(nameGroup, 'clerk', '2026-03-19', {
    group_id: price,
    version: 0,
    title: 'Giá đất bồi thường',
    summary: 'Bà con hỏi giá đất tính theo bảng giá năm nào.',
  })
  await take(nameGroup, 'clerk', '2026-03-19', {
    group_id: water,
    version: 0,
    title: 'Thoát nước',
    summary: 'Bà con hỏi cống làm trước hay sau khi mở đường.',
  })
  for (const one of [first, second]) await take(groupQuestion, 'clerk', '2026-03-19', { group_id: price }, one)
  await take(groupQuestion, 'clerk', '2026-03-19', { group_id: water }, third)
  await take(writeMinutes, 'clerk', '2026-03-26', {
    part: 'opening',
    version: 0,
    text: 'Chủ trì nêu dự án, mời bà con nêu ý kiến. Có mặt Mặt trận phường và chủ đầu tư.',
  })
  await take(writeMinutes, 'head', '2026-03-26', {
    part: 'closing',
    version: 0,
    text: 'Chủ trì kết luận ba việc phải làm, có ngày xong.',
  })
  await take(hold, 'clerk', '2026-03-26', { paper: 'Tổ 5; 61\nTổ 6; 26' })
  await take(answerGroup, 'clerk', '2026-03-30', {
    group_id: price,
    version: 1,
    answer: 'Giá đất tính theo bảng giá năm 2026 của tỉnh, đã niêm yết tại nhà văn hóa tổ 5.',
  })
  await take(answerGroup, 'clerk', '2026-03-30', {
    group_id: water,
    version: 1,
    answer: 'Cống làm trước, xong mới mở rộng mặt đường.',
  })
  await roadPromises(story)
  await take(answerQuestion, 'clerk', '2026-04-03', { how: 'village-head' }, third)
}

const promises = [
  { name: 'list', text: 'Niêm yết bảng tính bồi thường của 41 hộ tại nhà văn hóa tổ 5', due_on: '2026-04-15' },
  { name: 'path', text: 'Làm lối đi tạm cho học sinh tổ 5 trước khi đào đường', due_on: '2026-05-15' },
  { name: 'drain', text: 'Làm xong cống thoát nước đoạn đầu tổ 5', due_on: '2026-09-30' },
] as const

async function roadPromises({ db, unit_id, id, take }: Telling): Promise<void> {
  for (const { name, text, due_on } of promises)
    await take(notePromise, 'clerk', '2026-03-30', {
      promise_id: idFrom(id, `promise/${name}`),
      text,
      owner_unit_id: unit_id,
      force: 'ordered',
      due_on,
    })
  await take(publishResults, 'head', '2026-04-02', {
    conclusion:
      'Phường tiếp thu mọi ý kiến. Cống làm trước, bồi thường niêm yết công khai, có lối đi tạm cho học sinh.',
  })
  const published = momentOf(dayOf('2026-04-02'), 600)
  await makeCommitments(db, { origin_kind: 'dialogue', unit_id, id }, published)
  await answerAskers(db, { unit_id, dialogue_id: id }, published)
  await take(sendToVillages, 'clerk', '2026-04-03', { sent_on: '2026-04-03', to: 'Tổ 5, tổ 6' })
  const kept = async (name: string, reported: string, confirmed: string, evidence: string) => {
    const record = idFrom(id, `promise/${name}`)
    await take(reportKept, 'head', reported, { evidence }, record)
    await take(confirmKept, 'superior', confirmed, {}, record)
  }
  await kept('list', '2026-04-10', '2026-04-13', 'Đã niêm yết 30 ngày, có biên bản của tổ trưởng và ảnh.')
  await kept('path', '2026-06-02', '2026-06-05', 'Lối đi tạm dài 120 mét đã dùng được, nhà trường xác nhận.')
}

/** The yearly one has been held; its results are still owed. */
async function yearlyStory(story: Telling): Promise<void> {
  const { id, take } = story
  await take(planDialogue, 'clerk', '2026-11-02', {
    kind: 'periodic',
    title: 'Đối thoại định kỳ năm 2026: rác thải và nước sạch',
    about: 'Giờ gom rác, điểm tập kết, nước sạch ở các tổ xa. (Tình huống hư cấu.)',
    mode: 'both',
    link: 'https://hop.example.vn/cam-duong',
    held_on: '2026-11-17',
    starts: '8:00',
    ends: '11:00',
    place: 'Hội trường Ủy ban nhân dân phường',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
  })
  await take(announce, 'head', '2026-11-03', { notice_where: 'Cổng thông tin, nhà văn hóa các tổ' })
  await questionOf(story, '2026-11-05', 'Xe gom rác ở tổ 9 đến lúc 5 giờ sáng, bà con không kịp mang rác ra.')
  await questionOf(
    story,
    '2026-11-06',
    'Tổ 9 bị gom rác lúc 5 giờ sáng, bà con mang rác ra không kịp, đổi giờ được không?',
  )
  await questionOf(story, '2026-11-09', 'Nước sạch tổ 11 mất vào buổi trưa cả tháng nay.', {
    asker_phone: '0912000111',
  })
  await take(hold, 'clerk', '2026-11-17', { online: '23', paper: 'Tổ 9; 34\nTổ 11; 18' })
  const group_id = idFrom(id, 'group/water')
  await take(nameGroup, 'clerk', '2026-11-18', {
    group_id,
    version: 0,
    title: 'Nước sạch tổ 11',
    summary: 'Nước mất vào buổi trưa.',
  })
}

/** One to come: announced, questions arriving. */
async function marketStory(story: Telling): Promise<void> {
  const { take } = story
  await take(planDialogue, 'clerk', '2026-11-12', {
    kind: 'before-project',
    title: 'Di dời chợ tạm về chợ mới',
    about: 'Vị trí quầy, phí, thời gian chuyển. (Tình huống hư cấu.)',
    mode: 'in-person',
    held_on: '2026-12-03',
    starts: '14:00',
    ends: '16:30',
    place: 'Nhà văn hóa tổ 2',
    chaired_by: 'Chủ tịch Ủy ban nhân dân phường',
  })
  await take(announce, 'head', '2026-11-13', { notice_where: 'Chợ tạm, nhà văn hóa tổ 2, Cổng thông tin' })
  await take(printSlips, 'clerk', '2026-11-13', { slips: '60' })
  await questionOf(story, '2026-11-16', 'Phí quầy ở chợ mới một tháng bao nhiêu?')
  await questionOf(story, '2026-11-18', 'Một tháng phí quầy chợ mới là bao nhiêu, có giảm cho người bán rau không?')
}

/** Somebody asks on the portal. */
async function questionOf({ id, take }: Telling, on: string, text: string, more: object = {}): Promise<string> {
  const question = idFrom(id, `question/${text}`)
  await take(ask, 'citizen', on, { dialogue_id: id, text, code: codeOf(ward, question), ...more }, question)
  return question
}
