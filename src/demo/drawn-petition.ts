/** A petition as it is drawn and entered: who writes what, by which way, and which road it will take. */
import type { PetitionKind } from '../law/terms.ts'
import { record } from '../modules/petitions/record.ts'
import { submit } from '../modules/petitions/submit.ts'
import { type Day, workday, workdaysAfter } from './days.ts'
import { type Fill, factsOf, letterAbout } from './letters.ts'
import { mailOf, type Person, personOf, phoneOf } from './names.ts'
import type { Office } from './offices.ts'
import { codeOf, newId, type Plan, type Story, storyOf, take } from './plan.ts'
import type { Chance } from './random.ts'
import { holderOn } from './staff.ts'
import type { ComplaintRoad } from './story-complaint.ts'
import type { FeedbackRoad } from './story-feedback.ts'
import { type Topic, topics } from './topics.ts'

/** How a petition goes. `wait-…`: it lies there. */
export type PetitionRoad =
  | 'propose'
  | 'guide'
  | 'transfer'
  | 'decline'
  | 'hand-back'
  | 'shelve'
  | 'urge'
  | 'void'
  | 'withdraw'
  | 'wait-received'
  | 'wait-classified'
  | 'wait-assigned'
  | 'unsigned'
  | 'unsigned-then-signed'
  | 'split'

/** A petition that has been planned, for letters that follow it. */
export interface Told {
  id: string
  office: Office
  topic: Topic
  fill: Fill
  person: Person
  address: string
  kind: PetitionKind
  received_on: Day
}

/** What is fixed; the rest is drawn. */
export interface PetitionWanted {
  topic?: Topic
  kind?: Told['kind']
  road?: PetitionRoad
  complaint?: ComplaintRoad
  feedback?: FeedbackRoad
  signers?: number
  /** The same matter again: by the same person, or by a neighbour. */
  of?: { told: Told; how: 'same-letter' | 'same-substance' }
  visit_id?: string
  person?: Person
  /** Working days more than usual at each step. */
  slow?: number
  forwarded?: boolean
  show?: string
}

/** A petition on its way. */
export interface Drawn extends Told {
  chance: Chance
  story: Story
  online: boolean
  road: PetitionRoad
  slow: number
  wanted: PetitionWanted
}

/** Draws what is not wanted otherwise. */
export function draw(plan: Plan, chance: Chance, office: Office, on: Day, wanted: PetitionWanted): Drawn {
  const before = wanted.of?.told
  const topic = before?.topic ?? wanted.topic ?? topicFor(chance, office, wanted)
  const kind = wanted.kind ?? before?.kind ?? chance.weighted(topic.kinds)
  const needsDesk = wanted.signers !== undefined || wanted.visit_id !== undefined || wanted.forwarded === true
  const road = wanted.road ?? drawRoad(chance, kind)
  const unsignedRoad = road.startsWith('unsigned')
  const online = unsignedRoad || (!needsDesk && kind !== 'other' && kind !== 'complaint' && chance.percent(46))
  const received_on = online ? on : workday(on)
  const person = wanted.person ?? (wanted.of?.how === 'same-letter' ? before!.person : personOf(chance, office.region))
  return {
    id: newId(plan, received_on, `petition/${office.key}`),
    office,
    topic,
    fill: before?.fill ?? factsOf(chance, office, received_on, (wanted.signers ?? 1) > 4),
    person,
    address: wanted.of?.how === 'same-letter' ? before!.address : `${chance.pick(office.hamlets)}, ${office.name}`,
    kind,
    received_on,
    chance,
    story: storyOf(plan, received_on, chance.int(10, 240)),
    online,
    road,
    slow: wanted.slow ?? (chance.percent(14) ? chance.int(3, 14) : 0),
    wanted,
  }
}

function topicFor(chance: Chance, office: Office, wanted: PetitionWanted): Topic {
  const fits = topics.filter(
    (topic) =>
      (topic.region === undefined || topic.region === office.region) &&
      (wanted.kind === undefined || topic.kinds.some(([kind]) => kind === wanted.kind)) &&
      (wanted.complaint === undefined || topic.contested.length > 0),
  )
  return chance.pick(fits)
}

function drawRoad(chance: Chance, kind: Told['kind']): PetitionRoad {
  if (kind === 'other')
    return chance.weighted([
      ['guide', 8],
      ['shelve', 2],
    ])
  if (kind === 'complaint')
    return chance.weighted([
      ['propose', 62],
      ['guide', 12],
      ['decline', 6],
      ['unsigned', 4],
      ['unsigned-then-signed', 5],
      ['shelve', 3],
      ['withdraw', 3],
      ['hand-back', 2],
      ['wait-classified', 1],
      ['split', 2],
    ])
  return chance.weighted([
    ['propose', 68],
    ['transfer', 11],
    ['guide', 7],
    ['shelve', 4],
    ['urge', 2],
    ['withdraw', 2],
    ['hand-back', 1],
    ['wait-received', 1],
    ['wait-assigned', 2],
    ['split', 2],
  ])
}

/** The petition enters the register. */
export function enter(drawn: Drawn): void {
  const { plan } = drawn.story
  const { chance, office, fill, topic, person, id, received_on, kind, wanted, online } = drawn
  const letter = letterAbout(chance, topic, fill, office.region)
  const code = codeOf(office.key, id)
  if (wanted.show) plan.codes.push({ code, what: wanted.show })
  const words = {
    ...letter,
    petitioner_name: person.name,
    petitioner_address: drawn.address,
    code,
    // Who writes about a regulation leaves a telephone: the decree asks for it.
    ...(chance.percent(55) || wanted.feedback?.startsWith('regulation') ? { petitioner_phone: phoneOf(chance) } : {}),
    ...(chance.percent(online ? 14 : 2) || wanted.show ? { petitioner_email: mailOf(chance) } : {}),
    ...(chance.percent(60) ? { place: fill('{hamlet}') } : {}),
  }
  if (online) {
    const asked_kind = kind === 'other' ? 'observation' : kind
    take(drawn.story, received_on, {
      unit: office.key,
      actor: { citizen: [] },
      action: submit,
      record: id,
      input: { ...words, asked_kind },
    })
    return
  }
  const late = chance.percent(5) ? chance.int(1, 3) : 0
  const helped = chance.percent(6)
  take(drawn.story, workdaysAfter(received_on, late), {
    unit: office.key,
    actor: { officer: holderOn(office.key, 'reception-officer', received_on) },
    action: record,
    record: id,
    input: {
      ...words,
      received_on: received_on.toString(),
      source: wanted.forwarded
        ? 'forwarded'
        : wanted.visit_id
          ? 'in-person'
          : chance.weighted([
              ['in-person', 6],
              ['post', 3],
              ['by-hand', 1],
            ]),
      ...(wanted.forwarded ? { forwarder: chance.pick(['deputy', 'front', 'press']) } : {}),
      signed: true,
      asked_kind: kind,
      ...(wanted.signers ? { signers: wanted.signers } : chance.percent(5) ? { signers: chance.int(2, 24) } : {}),
      ...(helped
        ? {
            helper: personOf(chance, office.region).name,
            helper_relation: chance.pick(['con', 'cháu', 'trưởng thôn', 'cán bộ Mặt trận']),
            read_back: true,
          }
        : {}),
      ...(wanted.visit_id ? { visit_id: wanted.visit_id } : {}),
    },
  })
}
