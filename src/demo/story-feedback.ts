/** A recommendation or observation on its way to an answer, and what the petitioner says of it. */
import { allowPublication } from '../modules/feedback/allow-publication.ts'
import { answer } from '../modules/feedback/answer.ts'
import { assign } from '../modules/feedback/assign.ts'
import { close } from '../modules/feedback/close.ts'
import { draftAnswer } from '../modules/feedback/draft-answer.ts'
import { publish } from '../modules/feedback/publish.ts'
import { rate } from '../modules/feedback/rate.ts'
import { refusePublication } from '../modules/feedback/refuse-publication.ts'
import { reopen } from '../modules/feedback/reopen.ts'
import { withdraw } from '../modules/feedback/withdraw.ts'
import { type Day, dueOn, later, workdaysAfter } from './days.ts'
import type { Fill } from './letters.ts'
import type { Office } from './offices.ts'
import { fork, type Story, take } from './plan.ts'
import type { Chance } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'
import { regulationStory } from './story-regulation.ts'
import type { Topic } from './topics.ts'

/** A proceeding that grows out of a petition. */
export interface Proceeding {
  chance: Chance
  story: Story
  office: Office
  id: string
  petition_id: string
  topic: Topic
  fill: Fill
  received_on: Day
  slow: number
}

/** How it goes. */
export type FeedbackRoad =
  | 'answered'
  | 'published'
  | 'refused'
  | 'reopened'
  | 'withdrawn'
  | 'wait-assignment'
  | 'wait-draft'
  | 'regulation'
  | 'regulation-study'

/** One step by somebody in a post of the office. */
export function post(
  of: Proceeding,
  on: Day,
  role: 'head' | 'handler' | 'reception-officer' | 'clerk',
  action: Parameters<typeof take>[2]['action'],
  input: Record<string, unknown>,
): boolean {
  const day = later(on, of.story.on)
  const officer =
    holderOn(of.office.key, role, day, of.received_on.day) || holderOn(of.office.key, 'reception-officer', day)
  return take(of.story, day, { unit: of.office.key, actor: { officer }, action, record: of.id, input })
}

function citizen(
  of: Proceeding,
  on: Day,
  action: Parameters<typeof take>[2]['action'],
  input: Record<string, unknown>,
): boolean {
  return take(of.story, on, { unit: of.office.key, actor: { citizen: [of.petition_id] }, action, record: of.id, input })
}

/** Plans the way of a recommendation or observation. */
export function feedbackStory(of: Proceeding, wanted?: FeedbackRoad): void {
  const { chance, story } = of
  const road =
    wanted ??
    chance.weighted<FeedbackRoad>([
      ['answered', 36],
      ['published', 40],
      ['refused', 6],
      ['reopened', 7],
      ['withdrawn', 3],
      ['wait-assignment', 3],
      ['wait-draft', 5],
    ])
  if (road === 'wait-assignment') return
  const on = workdaysAfter(story.on, chance.int(0, 2))
  if (
    !post(of, on, 'head', assign, {
      handler_id: accountIdOf(holderOn(of.office.key, 'handler', later(on, story.on), of.received_on.day)),
    })
  )
    return
  if (road === 'wait-draft') return
  if (road === 'withdrawn') {
    post(of, workdaysAfter(story.on, 3), 'reception-officer', withdraw, {
      reason: 'Người gửi báo việc đã ổn, không cần trả lời nữa.',
    })
    return
  }
  if ((road === 'regulation' || road === 'regulation-study') && !regulationStory(of, road)) return
  if (!answered(of, road !== 'answered' || chance.percent(40))) return
  afterwards(of, road)
}

function answered(of: Proceeding, withPublic: boolean): boolean {
  const { chance, story, topic, fill } = of
  const text = fill(chance.pick(topic.answer))
  const open = withPublic
    ? {
        public_question: fill(chance.pick(topic.public_question)),
        public_answer: fill(chance.pick(topic.public_answer)),
      }
    : {}
  const drafted = workdaysAfter(story.on, chance.int(2, 6) + of.slow)
  if (!post(of, drafted, 'handler', draftAnswer, { draft: text, ...open })) return false
  return post(of, workdaysAfter(story.on, chance.int(0, 2)), 'head', answer, {
    answer: text,
    ...(chance.percent(50) ? { done: 'Đã kiểm tra tại chỗ\nĐã làm việc với các bên liên quan' } : {}),
    contact: 'Bộ phận tiếp công dân, trụ sở Ủy ban nhân dân',
  })
}

const notes = {
  good: ['Trả lời rõ ràng, đã làm ngay.', 'Cảm ơn cán bộ đã xuống tận nơi.', 'Nhanh hơn tôi nghĩ.'],
  fair: ['Có trả lời nhưng còn chậm.', 'Mong làm thường xuyên hơn.'],
  poor: ['Trả lời chung chung, việc chưa thay đổi.', 'Chưa thấy ai xuống làm.'],
}

function rated(of: Proceeding, on: Day): void {
  const { chance } = of
  const rating = chance.weighted([
    ['5', 30],
    ['4', 34],
    ['3', 18],
    ['2', 11],
    ['1', 7],
  ])
  const said = Number(rating) > 3 ? notes.good : rating === '3' ? notes.fair : notes.poor
  citizen(of, on, rate, { rating, ...(chance.percent(60) ? { note: chance.pick(said) } : {}) })
}

function afterwards(of: Proceeding, road: FeedbackRoad): void {
  const { chance, story } = of
  const answered_on = story.on
  if (road === 'reopened') {
    const why = 'Làm được hai hôm rồi lại như cũ, đề nghị xem lại.'
    if (!citizen(of, answered_on.add({ days: chance.int(3, 16) }), reopen, { why })) return
    if (!answered(of, false)) return
  }
  if (road === 'published') {
    if (!citizen(of, answered_on.add({ days: chance.int(1, 6) }), allowPublication, { seen: true })) return
    post(of, workdaysAfter(story.on, chance.int(0, 2)), 'handler', publish, { names_nobody: true })
  }
  if (road === 'refused') citizen(of, answered_on.add({ days: chance.int(1, 5) }), refusePublication, {})
  if (story.over) return
  const last = story.on
  if (chance.percent(52)) rated({ ...of, story }, story.on.add({ days: chance.int(1, 5) }))
  const closing = road === 'reopened' ? last.add({ days: 9 }) : dueOn('feedback.reopen', answered_on).add({ days: 1 })
  const end = fork({ ...story, over: false })
  take(end, later(closing, story.on), { unit: of.office.key, actor: 'clock', action: close, record: of.id, input: {} })
}
