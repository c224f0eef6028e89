/** A petition's way through an office, by one of the roads of its workflow. */
import { largeGroupFrom } from '../law/reception-rules.ts'
import { assign } from '../modules/petitions/assign.ts'
import { classify } from '../modules/petitions/classify.ts'
import { confirmSignature } from '../modules/petitions/confirm-signature.ts'
import { correct } from '../modules/petitions/correct.ts'
import { decline } from '../modules/petitions/decline.ts'
import { guide } from '../modules/petitions/guide.ts'
import { guideUnsigned } from '../modules/petitions/guide-unsigned.ts'
import { handBack } from '../modules/petitions/hand-back.ts'
import { linkCase } from '../modules/petitions/link-case.ts'
import { nameRepresentatives } from '../modules/petitions/name-representatives.ts'
import { proposeAcceptance } from '../modules/petitions/propose-acceptance.ts'
import { receive } from '../modules/petitions/receive.ts'
import { recordReply } from '../modules/petitions/record-reply.ts'
import { shelve } from '../modules/petitions/shelve.ts'
import { split } from '../modules/petitions/split.ts'
import { transfer } from '../modules/petitions/transfer.ts'
import { urge } from '../modules/petitions/urge.ts'
import { voidPetition } from '../modules/petitions/void.ts'
import { withdraw } from '../modules/petitions/withdraw.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, dueOn, later, workdaysAfter } from './days.ts'
import { type Drawn, draw, enter, type PetitionWanted, type Told } from './drawn-petition.ts'
import { personOf } from './names.ts'
import { type Office, officeOf } from './offices.ts'
import { fork, type Plan, take, unitIdOf } from './plan.ts'
import type { Chance } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'
import { complaintStory } from './story-complaint.ts'
import { feedbackStory } from './story-feedback.ts'

/** Plans a petition received on this day; answers what later letters may refer to. */
export function petitionStory(plan: Plan, chance: Chance, office: Office, on: Day, wanted: PetitionWanted = {}): Told {
  const drawn = draw(plan, chance, office, on, wanted)
  enter(drawn)
  const { road } = drawn
  if (road === 'unsigned' || road === 'unsigned-then-signed') unsigned(drawn)
  else if (road !== 'wait-received') handle(drawn)
  return drawn
}

const allMet = [
  'in-vietnamese',
  'dated',
  'named-with-address',
  'signed',
  'content-stated',
  'not-sent-before',
  'not-guided-before',
]
const unsignedMet = allMet.filter((one) => one !== 'signed')

function classifyStep(
  drawn: Drawn,
  on: Day,
  more: { competence?: string; conditions?: readonly string[] } = {},
): boolean {
  const { office, kind, topic, online } = drawn
  return take(drawn.story, on, {
    unit: office.key,
    actor: { officer: holderOn(office.key, 'reception-officer', on) },
    action: classify,
    record: drawn.id,
    input: {
      kind,
      field: topic.field,
      competence: more.competence ?? 'ours',
      conditions: more.conditions ?? (online ? unsignedMet : allMet),
    },
  })
}

function act(
  drawn: Drawn,
  on: Day,
  role: 'head' | 'handler' | 'reception-officer',
  action: Parameters<typeof take>[2]['action'],
  input: Record<string, unknown>,
): boolean {
  const day = later(on, drawn.story.on)
  const actor = { officer: holderOn(drawn.office.key, role, day, drawn.received_on.day) }
  return take(drawn.story, day, { unit: drawn.office.key, actor, action, record: drawn.id, input })
}

/** Classify, assign, then the road. */
function handle(drawn: Drawn): void {
  const { chance, story, slow, road } = drawn
  const classified = workdaysAfter(story.on, chance.int(0, 2) + Math.min(slow, 9))
  if (road === 'void') {
    act(drawn, workdaysAfter(story.on, 1), 'head', voidPetition, {
      reason: 'Vào sổ hai lần cùng một đơn do lỗi thao tác.',
    })
    return
  }
  const outside = road === 'transfer' || road === 'guide' || road === 'hand-back'
  const lacking = road === 'shelve' && !drawn.wanted.of
  const conditions = lacking
    ? allMet.filter((one) => one !== 'content-stated' && (one !== 'signed' || !drawn.online))
    : undefined
  const competence =
    road === 'urge' ? 'subordinate' : outside ? (drawn.office.level === 'commune' ? 'superior' : 'another') : 'ours'
  if (!classifyStep(drawn, classified, { competence, ...(conditions ? { conditions } : {}) })) return
  if (road === 'wait-classified') return
  if (chance.percent(3))
    act(drawn, story.on, 'reception-officer', correct, {
      reason: 'Ghi sai tên trên sổ, đã đối chiếu với đơn.',
      petitioner_address: `Số nhà ${chance.int(101, 190)}, ${chance.pick(drawn.office.hamlets)}, ${drawn.office.name}`,
    })
  if (drawn.wanted.of) linkStep(drawn, drawn.wanted.of)
  if (road === 'withdraw') {
    act(drawn, workdaysAfter(story.on, 2), 'reception-officer', withdraw, {
      reason: 'Người gửi đơn cho biết việc đã được giải quyết, xin rút đơn.',
    })
    return
  }
  const on = workdaysAfter(story.on, chance.int(0, 2))
  if (
    road !== 'guide' &&
    !act(drawn, on, 'head', assign, {
      handler_id: accountIdOf(holderOn(drawn.office.key, 'handler', on, drawn.received_on.day)),
    })
  )
    return
  if (road !== 'wait-assigned') leave(drawn, workdaysAfter(story.on, chance.int(0, 2) + Math.min(slow, 6)))
}

function linkStep(drawn: Drawn, of: NonNullable<PetitionWanted['of']>): void {
  act(drawn, drawn.story.on, 'reception-officer', linkCase, { petition_id: of.told.id, how: of.how })
}

const elsewhere = [
  'Tòa án nhân dân khu vực',
  'Sở Nông nghiệp và Môi trường',
  'Chi nhánh Văn phòng Đăng ký đất đai',
  'Bảo hiểm xã hội cơ sở',
]

/** The step that handles the petition. */
function leave(drawn: Drawn, on: Day): void {
  const { chance, road, topic } = drawn
  if (road === 'guide') {
    const where = topic.field === 'judicial' ? elsewhere[0]! : chance.pick(elsewhere)
    act(drawn, on, 'reception-officer', guide, {
      where,
      reason: 'Nội dung đơn không thuộc thẩm quyền giải quyết của Ủy ban nhân dân nơi nhận đơn.',
    })
  } else if (road === 'decline') {
    act(drawn, on, 'head', decline, {
      ground: chance.pick(['time-bar-passed', 'own-right-not-affected', 'court-has-it']),
      explanation: 'Qua xem xét, đơn thuộc trường hợp không được thụ lý theo quy định.',
      advice: 'Ông/Bà có quyền khởi kiện tại tòa án có thẩm quyền theo Luật Tố tụng hành chính.',
    })
  } else if (road === 'hand-back') {
    act(drawn, on, 'handler', handBack, {
      ground: 'originals-enclosed',
      reason: 'Đơn gửi kèm bản gốc giấy chứng nhận; xin trả lại bản gốc và giữ bản sao.',
    })
  } else if (road === 'shelve') {
    const same = drawn.wanted.of?.how === 'same-letter'
    act(drawn, on, 'handler', shelve, {
      ground: same ? 'same-content-already-received' : 'conditions-missing',
      reason: same
        ? 'Đơn trùng nội dung với đơn đã nhận, đang được giải quyết.'
        : 'Đơn không nêu rõ việc đề nghị; đã liên hệ hai lần không được.',
    })
  } else if (road === 'urge') {
    act(drawn, on, 'handler', urge, { unit_name: 'Ủy ban nhân dân xã nơi xảy ra sự việc' })
    if (chance.percent(60))
      act(drawn, workdaysAfter(on, 7), 'handler', recordReply, {
        from: 'Ủy ban nhân dân xã nơi xảy ra sự việc',
        text: 'Đã kiểm tra, giải quyết và trả lời người dân bằng văn bản.',
      })
  } else if (road === 'transfer') transferred(drawn, on)
  else if (road === 'split') splitRoad(drawn, on)
  else proposed(drawn, on, '1', drawn.kind === 'complaint' ? 'complaint' : 'feedback')
}

/** The petition goes to the province's department, or from the province to a commune; the receiver has its own record. */
function transferred(drawn: Drawn, on: Day): void {
  const { chance, office, story } = drawn
  const { plan } = story
  const top = office.region === 'delta' ? 'cantho' : 'laocai-tinh'
  const down = office.region === 'delta' ? ['cairang', 'ninhkieu', 'soctrang'] : ['camduong', 'laocai', 'sapa']
  const choices = office.level === 'province' ? down : [`so-nnmt.${top}`, `so-xd.${top}`, top]
  const to = office.until ? choices.filter((key) => key === 'none')[0] : chance.pick(choices)
  if (!to) {
    act(drawn, on, 'reception-officer', guide, {
      where: 'sở chuyên ngành của tỉnh',
      reason: 'Nội dung đơn thuộc thẩm quyền của sở chuyên ngành.',
    })
    return
  }
  if (
    !act(drawn, on, 'handler', transfer, {
      receiver_unit_id: unitIdOf(plan, to),
      reason: 'Nội dung thuộc thẩm quyền giải quyết của cơ quan nhận.',
    })
  )
    return
  const received = idFrom(drawn.id, `received-by/${unitIdOf(plan, to)}`)
  const there = fork(story)
  const input = { from_unit_id: unitIdOf(plan, office.key), from_petition_id: drawn.id }
  // The receiver's register is another one: its step waits for the next day, as papers on their way do.
  if (!take(there, workdaysAfter(story.on, 1), { unit: to, actor: 'clock', action: receive, record: received, input }))
    return
  receivedThere(
    {
      ...drawn,
      id: received,
      story: there,
      online: drawn.online,
      road: 'propose',
      received_on: there.on,
      wanted: { ...drawn.wanted, signers: signersOf(drawn) },
    },
    to,
  )
  if (!there.over && chance.percent(75)) {
    const reply = {
      from: to.includes('.') ? 'Sở chuyên ngành' : officeOf(to).name,
      text: 'Đã giải quyết và trả lời người gửi đơn; gửi kèm văn bản trả lời.',
    }
    act(drawn, workdaysAfter(there.on, chance.int(1, 6)), 'handler', recordReply, reply)
  }
}

/** What the receiver does: its officers hold the posts of its own unit. */
function receivedThere(drawn: Drawn, to: string): void {
  const { chance } = drawn
  const office = { ...drawn.office, key: to }
  const here: Drawn = { ...drawn, office }
  if (!classifyStep(here, workdaysAfter(here.story.on, chance.int(1, 3)))) return
  const on = workdaysAfter(here.story.on, 1)
  if (!act(here, on, 'head', assign, { handler_id: accountIdOf(holderOn(to, 'handler', on, here.received_on.day)) }))
    return
  proposed(here, workdaysAfter(here.story.on, 1), '1', here.kind === 'complaint' ? 'complaint' : 'feedback')
}

/** How many signed: as wanted, or as the desk recorded. */
function signersOf(drawn: Drawn): number {
  if (drawn.wanted.signers !== undefined) return drawn.wanted.signers
  const recorded = drawn.story.plan.steps.findLast((step) => step.record === drawn.id && step.action.step === 'record')
  const input = typeof recorded?.input === 'object' ? recorded.input : {}
  return Number(input['signers'] ?? 1)
}

/** Five or more who complain together name their representatives before the complaint is proposed; false where it ends there. */
function namedTogether(drawn: Drawn, on: Day): boolean {
  const signers = signersOf(drawn)
  if (signers < largeGroupFrom) return true
  const { chance, office, person, address } = drawn
  const names = [person.name, ...Array.from({ length: signers - 1 }, () => personOf(chance, office.region).name)]
  const speak = names.slice(0, signers > 10 ? 3 : 2)
  return act(drawn, on, 'handler', nameRepresentatives, {
    representatives: speak.map((name) => `${name}; ${address}`).join('\n'),
    signer_list: names.join('\n'),
    signed_by_all: true,
  })
}

function proposed(drawn: Drawn, on: Day, point: string, leads: 'complaint' | 'feedback'): void {
  const { chance, office, topic, fill } = drawn
  const contested =
    topic.contested.length > 0 ? fill(chance.pick(topic.contested)) : 'Việc chưa giải quyết đề nghị của gia đình'
  const more =
    leads === 'complaint'
      ? {
          respondent: `Chủ tịch Ủy ban nhân dân ${office.name}`,
          contested,
          contested_known_on: drawn.received_on.subtract({ days: 25 }).toString(),
          remote: office.remote,
        }
      : {}
  if (leads === 'complaint' && !namedTogether(drawn, on)) return
  if (!act(drawn, on, 'handler', proposeAcceptance, { point, ...more })) return
  const id = idFrom(drawn.id, `point/${point}`)
  const of = {
    chance,
    story: drawn.story,
    office,
    id,
    petition_id: drawn.id,
    topic,
    fill,
    received_on: drawn.received_on,
    slow: drawn.slow,
  }
  if (leads === 'complaint') complaintStory(of, drawn.wanted.complaint)
  else feedbackStory(of, drawn.wanted.feedback)
}

/** A letter of two claims: the first is accepted, the second answered as a recommendation. */
function splitRoad(drawn: Drawn, on: Day): void {
  const asked = 'Đề nghị trả lời về việc niêm yết, công khai tại nhà văn hóa'
  if (
    !act(drawn, drawn.story.on, 'reception-officer', split, {
      kind: 'recommendation',
      field: 'procedures',
      text: asked,
    })
  )
    return
  const second: Drawn = { ...drawn, story: fork(drawn.story), wanted: {} }
  proposed(drawn, on, '1', drawn.kind === 'complaint' ? 'complaint' : 'feedback')
  proposed(second, workdaysAfter(on, 1), '2', 'feedback')
}

/** A complaint from the portal waits for its signature: it comes, or the clock guides. */
function unsigned(drawn: Drawn): void {
  const { chance, story, road } = drawn
  if (
    road === 'unsigned' &&
    chance.percent(50) &&
    !classifyStep(drawn, workdaysAfter(story.on, 2), { conditions: unsignedMet })
  )
    return
  if (road === 'unsigned') {
    const over = dueOn('petition.confirm-signature', drawn.received_on).add({ days: 1 })
    take(story, over, { unit: drawn.office.key, actor: 'clock', action: guideUnsigned, record: drawn.id, input: {} })
    return
  }
  const on = workdaysAfter(story.on, chance.int(3, 12))
  if (!act(drawn, on, 'reception-officer', confirmSignature, { how: chance.pick(['at-desk', 'paper']) })) return
  if (!classifyStep(drawn, workdaysAfter(on, 1), { conditions: allMet })) return
  const given = workdaysAfter(story.on, 1)
  if (
    !act(drawn, given, 'head', assign, {
      handler_id: accountIdOf(holderOn(drawn.office.key, 'handler', given, drawn.received_on.day)),
    })
  )
    return
  proposed(drawn, workdaysAfter(story.on, 1), '1', 'complaint')
}
