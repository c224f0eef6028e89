/** Reception days of heads, those who come, those who booked, those who were not received; and heads going to the people. */
import type { ReceptionKind } from '../law/terms.ts'
import { book } from '../modules/receptions/book.ts'
import { call } from '../modules/receptions/call.ts'
import { cancel } from '../modules/receptions/cancel.ts'
import { checkIn } from '../modules/receptions/check-in.ts'
import { close } from '../modules/receptions/close.ts'
import { conclude } from '../modules/receptions/conclude.ts'
import { correctVisit } from '../modules/receptions/correct-visit.ts'
import { end } from '../modules/receptions/end.ts'
import { giveOutcome } from '../modules/receptions/give-outcome.ts'
import { miss } from '../modules/receptions/miss.ts'
import { nameRepresentatives } from '../modules/receptions/name-representatives.ts'
import { open } from '../modules/receptions/open.ts'
import { postpone } from '../modules/receptions/postpone.ts'
import { publish } from '../modules/receptions/publish.ts'
import { receivePetition } from '../modules/receptions/receive-petition.ts'
import { refuse } from '../modules/receptions/refuse.ts'
import { register } from '../modules/receptions/register.ts'
import { sendRefusal } from '../modules/receptions/send-refusal.ts'
import { takeStatement } from '../modules/receptions/take-statement.ts'
import { before, type Day, dayOf, later, workdaysAfter, workdaysBefore } from './days.ts'
import { type Fill, factsOf } from './letters.ts'
import { type Person, personOf, phoneOf } from './names.ts'
import type { Office } from './offices.ts'
import { codeOf, newId, type Plan, type Story, storyOf, take } from './plan.ts'
import type { Chance } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'
import { petitionStory } from './story-petition.ts'
import { type Topic, topics } from './topics.ts'

/** How a reception day goes. */
export interface DayWanted {
  kind?: ReceptionKind
  visits: number
  deputy?: boolean
  group?: number
  late?: boolean
  postponed?: boolean
}

interface Held {
  plan: Plan
  chance: Chance
  office: Office
  id: string
  held_on: Day
  kind: ReceptionKind
  story: Story
}

const newLaw = dayOf('2026-07-01')

/** Plans one reception day with its visits. */
export function receptionDayStory(plan: Plan, chance: Chance, office: Office, on: Day, wanted: DayWanted): void {
  const kind = wanted.kind ?? 'periodic'
  const published_on = workdaysBefore(on, wanted.late ? 2 : chance.int(6, 9))
  const held_on = wanted.postponed ? workdaysAfter(on, 2) : on
  const id = newId(plan, published_on, `reception-day/${office.key}`)
  const day: Held = { plan, chance, office, id, held_on, kind, story: storyOf(plan, published_on, 300) }
  const by = holderOn(office.key, 'reception-officer', published_on)
  const hours = kind === 'regular' ? ['08:00', '16:30'] : ['08:00', '11:30']
  const times = { starts: hours[0], ends: hours[1] }
  const fixed = {
    held_on: on.toString(),
    kind,
    ...times,
    place: `Nơi tiếp công dân, trụ sở Ủy ban nhân dân ${office.name}`,
    room: 'Phòng 101',
    mode: 'in-person',
    capacity: office.level === 'commune' ? 12 : 20,
  }
  const of = { unit: office.key, record: id }
  if (!take(day.story, published_on, { ...of, actor: { officer: by }, action: publish, input: fixed })) return
  if (wanted.postponed) {
    const told = {
      held_on: held_on.toString(),
      ...times,
      reason: 'Chủ tịch dự họp đột xuất tại tỉnh.',
      notice: 'Niêm yết tại trụ sở và đăng trên trang này.',
    }
    take(day.story, workdaysAfter(published_on, 2), { ...of, actor: { officer: by }, action: postpone, input: told })
  }
  const ahead = before(plan.until, held_on)
  const bookings =
    kind === 'regular'
      ? 0
      : ahead
        ? chance.int(0, 5)
        : chance.int(0, Math.min(3, wanted.visits + (chance.percent(22) ? 1 : 0)))
  for (let i = 0; i < bookings; i += 1) booked(day, i, i < wanted.visits)
  if (ahead) return
  const officer = holderOn(office.key, 'reception-officer', held_on)
  const who =
    kind === 'regular'
      ? { receiver: 'officer' }
      : wanted.deputy
        ? {
            receiver: 'deputy',
            deputy_id: accountIdOf(holderOn(office.key, 'deputy-head', held_on)),
            receiver_reason: 'Chủ tịch đi công tác theo giấy triệu tập.',
          }
        : { receiver: 'head' }
  if (!take(day.story, held_on, { ...of, actor: { officer }, action: open, input: who })) return
  setMinute(day.story, 2)
  for (let i = bookings; i < wanted.visits; i += 1) walkIn(day, i, wanted.group && i === bookings ? wanted.group : 0)
  day.story.minute = 416
  if (!take(day.story, held_on, { ...of, actor: { officer }, action: close, input: {} })) return
  if (kind !== 'regular' && chance.percent(70)) concluded(day, wanted.visits)
}

/** Moves the last planned step of a story to a minute of its day. */
function setMinute(story: Story, minute: number): void {
  story.minute = minute
  const last = story.plan.steps.at(-1)
  if (last) last.minute = minute
}

function concluded(day: Held, visits: number): void {
  const on = workdaysAfter(day.held_on, day.chance.int(0, 3))
  const conclusion =
    visits === 0
      ? 'Trong ngày không có công dân đến. Giao bộ phận tiếp công dân tiếp tục niêm yết lịch và nhắc trên loa truyền thanh.'
      : 'Giao bộ phận chuyên môn kiểm tra thực địa các việc đã nêu, trả lời công dân đúng hạn. Việc thuộc thẩm quyền cơ quan khác thì hướng dẫn ngay trong ngày.'
  const officer = holderOn(day.office.key, 'head', on)
  take(day.story, on, {
    unit: day.office.key,
    record: day.id,
    actor: { officer },
    action: conclude,
    input: { conclusion, present: 'Lãnh đạo Ủy ban nhân dân\nCông chức tiếp công dân\nĐại diện Mặt trận Tổ quốc' },
  })
}

interface Comer {
  person: Person
  topic: Topic
  fill: Fill
  address: string
  asked_kind: 'complaint' | 'recommendation' | 'observation'
  subject: string
}

function comerOf({ chance, office, held_on }: Pick<Held, 'chance' | 'office' | 'held_on'>, many = 0): Comer {
  const fits = topics.filter((topic) => (topic.region ?? office.region) === office.region && topic.field !== 'judicial')
  const topic = chance.pick(fits)
  const fill = factsOf(chance, office, held_on, many > 4)
  const kinds = topic.kinds.filter(([kind]) => kind !== 'other')
  const asked_kind = chance.weighted(kinds) as Comer['asked_kind']
  const subject = fill(chance.pick(topic.title)).slice(0, 280)
  return {
    person: personOf(chance, office.region),
    topic,
    fill,
    address: `${chance.pick(office.hamlets)}, ${office.name}`,
    asked_kind,
    subject,
  }
}

function presence(day: Pick<Held, 'chance'>, comer: Comer, people: number): Record<string, unknown> {
  const { chance } = day
  return {
    visitor_name: comer.person.name,
    visitor_address: comer.address,
    identity_kind: chance.weighted([
      ['identity-card', 8],
      ['identity-number', 3],
      ['none', 1],
    ]),
    people,
    first_time: chance.percent(66),
    asked_kind: comer.asked_kind,
    subject: comer.subject,
    ...(people >= 5
      ? { acting_as: 'representative', papers: 'Văn bản cử người đại diện' }
      : chance.percent(7)
        ? { acting_as: 'helper' }
        : {}),
    ...(chance.percent(40) ? { visitor_phone: phoneOf(chance) } : {}),
  }
}

/** A booking: its visitor comes, gives the place back, or does not come. */
function booked(day: Held, index: number, comes: boolean): void {
  const { plan, chance, office, held_on } = day
  const on = later(day.story.on, held_on.subtract({ days: chance.int(1, 5) }))
  if (!before(on, held_on) || before(plan.until, on)) return
  const comer = comerOf(day)
  const id = newId(plan, on, `visit/${office.key}`)
  const story = storyOf(plan, on, 420 + index)
  const of = { unit: office.key, record: id }
  const input = {
    reception_day_id: day.id,
    visitor_name: comer.person.name,
    people: 1,
    asked_kind: comer.asked_kind,
    subject: comer.subject,
    visitor_phone: phoneOf(chance),
    code: codeOf(office.key, id),
  }
  if (!take(story, on, { ...of, actor: { citizen: [] }, action: book, input })) return
  if (chance.percent(8)) {
    take(story, on, { ...of, actor: { citizen: [id] }, action: cancel, input: {} })
    return
  }
  const officer = holderOn(office.key, 'reception-officer', held_on)
  if (!comes || chance.percent(8)) {
    if (!before(held_on, plan.until)) return
    take(story, held_on.add({ days: 1 }), { ...of, actor: 'clock', action: miss, input: {} })
    return
  }
  if (!take(story, held_on, { ...of, actor: { officer }, action: checkIn, input: presence(day, comer, 1) })) return
  setMinute(story, 6 + index * 12)
  received(day, story, id, comer, 1)
}

function walkIn(day: Held, index: number, group: number): void {
  const { plan, chance, office, held_on } = day
  const people = group || (chance.percent(12) ? chance.int(2, 4) : 1)
  const comer = comerOf(day, people)
  const id = newId(plan, held_on, `visit/${office.key}`)
  const story = storyOf(plan, held_on, 60 + index * 14)
  const officer = holderOn(office.key, 'reception-officer', held_on)
  const input = { ...presence(day, comer, people), reception_day_id: day.id }
  if (!take(story, held_on, { unit: office.key, record: id, actor: { officer }, action: register, input })) return
  received(day, story, id, comer, people)
}

/** Somebody comes on any working day to the office's regular reception. */
export function regularVisitStory(plan: Plan, chance: Chance, office: Office, on: Day, group = 0): void {
  const day = { chance, office, held_on: on }
  const people = group || (chance.percent(10) ? chance.int(2, 4) : 1)
  const comer = comerOf(day, people)
  const id = newId(plan, on, `visit/${office.key}`)
  const story = storyOf(plan, on, chance.int(20, 300))
  const officer = holderOn(office.key, 'reception-officer', on)
  if (
    !take(story, on, {
      unit: office.key,
      record: id,
      actor: { officer },
      action: register,
      input: presence(day, comer, people),
    })
  )
    return
  received({ ...day, plan }, story, id, comer, people)
}

const grounds = ['records-without-leave', 'already-answered', 'representative-without-papers', 'outside-its-subject']

function received(
  day: Pick<Held, 'plan' | 'chance' | 'office' | 'held_on'>,
  story: Story,
  id: string,
  comer: Comer,
  people: number,
): void {
  const { chance, office, held_on } = day
  const officer = holderOn(office.key, 'reception-officer', held_on)
  const of = { unit: office.key, record: id, actor: { officer } }
  if (people < 5 && chance.percent(6)) {
    refused(day, story, id, comer)
    return
  }
  take(story, held_on, { ...of, action: call, input: { room: 'Phòng 101' } })
  if (people >= 5) {
    const names = Array.from(
      { length: people > 10 ? 3 : 2 },
      () => `${personOf(chance, office.region).name}; ${comer.address}`,
    )
    if (
      !take(story, held_on, {
        ...of,
        action: nameRepresentatives,
        input: { representatives: names.join('\n'), signers: people + chance.int(2, 30), signed_by_all: true },
      })
    )
      return
  }
  const statement = comer.fill(
    `${chance.pick(comer.topic.open)} ${chance.pick(comer.topic.facts)} ${chance.pick(comer.topic.wish)}`,
  )
  if (
    !take(story, held_on, {
      ...of,
      action: takeStatement,
      input: {
        statement,
        read_back: true,
        confirmed: chance.weighted([
          ['signed', 8],
          ['fingerprint', 2],
        ]),
      },
    })
  )
    return
  const brings = chance.percent(34)
  if (brings)
    take(story, held_on, {
      ...of,
      action: receivePetition,
      input: { items: 'Đơn đề nghị; bản chính; 2\nGiấy tờ kèm theo; bản sao; 4' },
    })
  const conclusion = 'Đã nghe và ghi nhận ý kiến; giao bộ phận chuyên môn kiểm tra, trả lời đúng hạn.'
  if (
    !take(story, held_on, {
      ...of,
      action: end,
      input: {
        conclusion,
        assigned_to: chance.pick([
          'Công chức địa chính',
          'Công chức văn hóa - xã hội',
          'Bộ phận một cửa',
          'Công chức xây dựng',
        ]),
      },
    })
  )
    return
  if (chance.percent(3))
    take(story, workdaysAfter(held_on, 1), {
      ...of,
      action: correctVisit,
      input: { reason: 'Ghi nhầm nơi ở, đã đối chiếu lại.', visitor_address: `${comer.address} (đã đối chiếu)` },
    })
  if (brings)
    petitionStory(day.plan, chance.branch(id), office, held_on, {
      topic: comer.topic,
      kind: comer.asked_kind,
      person: comer.person,
      visit_id: id,
      ...(people >= 5 ? { signers: people } : {}),
    })
  outcome(day, story, id, brings)
}

function outcome(day: Pick<Held, 'chance' | 'office'>, story: Story, id: string, brings: boolean): void {
  const { chance, office } = day
  if (chance.percent(8)) return
  const on = workdaysAfter(story.on, chance.percent(12) ? chance.int(11, 16) : chance.int(0, 9))
  const kind = brings
    ? chance.pick(['accepted', 'transferred', 'guided'] as const)
    : chance.pick(['explained', 'answered', 'guided', 'prolonged'] as const)
  const detail = {
    accepted: 'Đơn của ông/bà đã được nhận và giao bộ phận chuyên môn xem xét.',
    transferred: 'Nội dung đã được chuyển đến cơ quan có thẩm quyền.',
    guided: 'Đã hướng dẫn nơi có thẩm quyền giải quyết.',
    explained: 'Đã giải thích quy định và cách làm tiếp theo.',
    answered: 'Việc đã được kiểm tra và trả lời tại buổi tiếp.',
    prolonged: 'Việc cần xác minh thêm, sẽ trả lời khi có kết quả.',
  }[kind]
  const officer = holderOn(office.key, 'reception-officer', on)
  take(story, on, {
    unit: office.key,
    record: id,
    actor: { officer },
    action: giveOutcome,
    input: { outcome: kind, detail, by_letter: chance.percent(35) },
  })
}

function refused(day: Pick<Held, 'chance' | 'office' | 'held_on'>, story: Story, id: string, comer: Comer): void {
  const { chance, office, held_on } = day
  const officer = holderOn(office.key, 'reception-officer', held_on)
  const of = { unit: office.key, record: id, actor: { officer } }
  const ground = before(held_on, newLaw) ? 'not-in-control' : chance.pick(grounds)
  const earlier =
    ground === 'already-answered' ? { earlier: 'Văn bản trả lời ngày 12/5/2026 và thông báo ngày 20/5/2026' } : {}
  if (
    !take(story, held_on, {
      ...of,
      action: refuse,
      input: { ground, ...earlier, note: 'Đã giải thích tại chỗ.', told: true },
    })
  )
    return
  if (ground !== 'already-answered' || chance.percent(30)) return
  take(story, workdaysAfter(held_on, chance.int(1, 3)), {
    ...of,
    action: sendRefusal,
    input: { to_name: comer.person.name, to_address: comer.address, about: comer.subject },
  })
}
