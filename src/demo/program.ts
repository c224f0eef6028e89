/** What happens in the demonstration: how much, where and when, and the cases that must be there to be seen. */
import { before, type Day, dayOf, workday, workdaysAfter, workdaysBefore } from './days.ts'
import type { PetitionWanted } from './drawn-petition.ts'
import { type Office, officeOf, offices } from './offices.ts'
import { newPlan, type Plan, type UnitIds } from './plan.ts'
import { type Chance, chanceOf } from './random.ts'
import { slowPlace } from './slow-place.ts'
import { fieldVisitStory } from './story-field-visit.ts'
import { grievanceStories } from './story-grievance.ts'
import { narrativeStories } from './story-narrative.ts'
import { petitionStory } from './story-petition.ts'
import { programmeStories } from './story-programmes.ts'
import { receptionDayStory, regularVisitStory } from './story-reception.ts'
import { secondStory } from './story-second.ts'
import { topics } from './topics.ts'

/** How much to plan. */
export interface Size {
  seed: string
  until: Temporal.PlainDate
  /** Petitions drawn by chance, besides those that must be there. */
  petitions: number
  /** Visits to the regular reception. */
  visits: number
  /** Plan the heads' reception days. */
  days: boolean
}

/** What the first start loads. */
export const wholeSize: Size = { seed: 'gan-dan', until: dayOf('2026-11-20'), petitions: 560, visits: 150, days: true }

const begins = dayOf('2025-05-20')
const merged = dayOf('2025-07-01')

/** Plans the eighteen months. */
export function planDemonstration(units: UnitIds, size: Size = wholeSize): Plan {
  const plan = newPlan(size.until, units)
  const chance = chanceOf(size.seed)
  showcase(plan, chance.branch('showcase'))
  drawnPetitions(plan, chance.branch('petitions'), size)
  visitsAtTheDesk(plan, chance.branch('visits'), size)
  if (size.days) receptionDays(plan, chance.branch('days'))
  regulations(plan, chance.branch('regulations'))
  grievanceStories(plan)
  narrativeStories(plan)
  slowPlace(plan, chance.branch('slow-place'))
  programmeStories(plan)
  return plan
}

/** A day of the span, more often a late one; a third of all lies in the last ten weeks. */
function drawnDay(chance: Chance, from: Day, until: Day): Day {
  const recent = until.subtract({ days: 70 })
  const start = chance.percent(36) && before(from, recent) ? recent : from
  return start.add({ days: chance.int(0, start.until(until, { largestUnit: 'day' }).days) })
}

const spanOf = (office: Office, until: Day) => ({
  from: office.until ? begins : merged,
  until: office.until ? workdaysBefore(dayOf(office.until), 9) : until,
})

const at = (chance: Chance, from: readonly Office[]) =>
  chance.weighted(from.map((office) => [office, office.weight] as const))

function drawnPetitions(plan: Plan, chance: Chance, size: Size): void {
  for (let i = 0; i < size.petitions; i += 1) {
    const own = chance.branch(String(i))
    const office = at(own, offices)
    const span = spanOf(office, plan.until)
    const on = drawnDay(own, span.from, span.until)
    const told = petitionStory(plan, own, office, on, {
      ...(own.percent(3) ? { signers: own.int(5, 41) } : {}),
      ...(office.until ? { slow: 0 } : {}),
    })
    if (own.percent(7)) follow(plan, own, told)
  }
}

/** A letter that follows: the same person writes again, or a neighbour writes of the same. */
function follow(plan: Plan, chance: Chance, told: ReturnType<typeof petitionStory>): void {
  const how = chance.percent(45) ? 'same-letter' : 'same-substance'
  const on = told.received_on.add({ days: chance.int(4, 26) })
  if (before(plan.until, on) || (told.office.until && told.office.until <= on.add({ days: 4 }).toString())) return
  petitionStory(plan, chance.branch('follow'), told.office, on, {
    of: { told, how },
    kind: told.kind,
    road: how === 'same-letter' ? 'shelve' : 'propose',
  })
}

function visitsAtTheDesk(plan: Plan, chance: Chance, size: Size): void {
  for (let i = 0; i < size.visits; i += 1) {
    const own = chance.branch(String(i))
    const office = at(own, offices)
    const span = spanOf(office, plan.until)
    const on = workday(drawnDay(own, span.from, span.until))
    if (before(plan.until, on)) continue
    regularVisitStory(plan, own, office, on, own.percent(4) ? own.int(5, 26) : 0)
  }
}

/** People write about regulations: one is amended, one kept for study. */
function regulations(plan: Plan, chance: Chance): void {
  const here = officeOf('camduong')
  const wanted = { topic: topicOf('one-stop-late'), kind: 'recommendation', road: 'propose', slow: 0 } as const
  const [amended, kept] = [dayOf('2026-10-05'), dayOf('2026-11-02')]
  petitionStory(plan, chance.branch('amended'), here, amended, { ...wanted, feedback: 'regulation' })
  petitionStory(plan, chance.branch('kept'), here, kept, { ...wanted, feedback: 'regulation-study' })
}

/** Weekly in communes, monthly in provinces, twice a month in the old districts; published four weeks ahead. */
function receptionDays(plan: Plan, chance: Chance): void {
  for (const office of offices) {
    const own = chance.branch(office.key)
    const last = office.until ? workdaysBefore(dayOf(office.until), 2) : plan.until.add({ days: 26 })
    const step = office.level === 'commune' ? 7 : office.level === 'district' ? 14 : 28
    const dense = office.weight >= 14 ? merged : plan.until.subtract({ days: 70 })
    let week = 0
    for (
      let day = office.until ? dayOf('2025-05-29') : dayOf('2025-07-17');
      !before(last, day);
      day = day.add({ days: step })
    ) {
      week += 1
      const early = !office.until && before(day, dense) && office.level === 'commune'
      if (early && week % 4 !== 0) continue
      oneDay(plan, own.branch(day.toString()), office, workday(day))
    }
  }
}

function oneDay(plan: Plan, chance: Chance, office: Office, on: Day): void {
  const busy =
    office.level === 'commune'
      ? [
          [0, 42],
          [1, 36],
          [2, 16],
          [3, 6],
        ]
      : [
          [0, 8],
          [1, 20],
          [2, 40],
          [4, 32],
        ]
  const ahead = before(plan.until, on)
  receptionDayStory(plan, chance, office, on, {
    visits: chance.weighted(busy as [number, number][]),
    deputy: !ahead && chance.percent(before(on, dayOf('2026-07-01')) ? 14 : 3),
    late: chance.percent(6),
    postponed: chance.percent(3),
    ...(chance.percent(4) ? { group: chance.int(5, 34) } : {}),
  })
  if (!ahead && chance.percent(5)) fieldVisitStory(plan, chance.branch('field'), office, on)
}

const topicOf = (id: string) => {
  const found = topics.find((topic) => topic.id === id)
  if (!found) throw new Error(`no topic ${id}`)
  return found
}

/** Cases that a visitor is led to, most of them in the first commune, each on its road. */
function showcase(plan: Plan, chance: Chance): void {
  const end = plan.until
  const here = officeOf('camduong')
  let count = 0
  const add = (office: Office, on: Day, topic: string, wanted: PetitionWanted) => {
    count += 1
    return petitionStory(plan, chance.branch(`${count}`), office, workday(on), {
      topic: topicOf(topic),
      slow: 0,
      ...wanted,
    })
  }
  const ago = (count: number) => workdaysBefore(end, count)
  const complaints: [string, string, PetitionWanted][] = [
    ['2025-09-08', 'compensation', { complaint: 'for-good', show: 'khiếu nại bồi thường đất đã giải quyết dứt điểm' }],
    ['2026-03-03', 'land-certificate', { complaint: 'in-effect' }],
    ['2026-05-12', 'allowance', { complaint: 'second-complaint' }],
    [
      '2026-08-24',
      'poor-household',
      { complaint: 'second-road', show: 'khiếu nại quá hạn, đã mở đường khiếu nại lần hai' },
    ],
    ['2026-06-01', 'illegal-building', { complaint: 'second-road-taken' }],
    ['2026-09-14', 'compensation', { complaint: 'suspended' }],
    ['2026-08-03', 'resettlement', { complaint: 'resumed' }],
    ['2026-09-28', 'merit', { complaint: 'extended' }],
    ['2026-04-06', 'pavement', { complaint: 'declined' }],
    ['2026-07-06', 'one-stop-late', { complaint: 'withdrawn' }],
    ['2026-06-26', 'compensation', { complaint: 'for-good', signers: 41 }],
  ]
  for (const [on, topic, wanted] of complaints)
    add(here, dayOf(on), topic, { kind: 'complaint', road: 'propose', ...wanted })
  recentComplaints(add, here, ago)
  for (const road of [
    'guide',
    'decline',
    'hand-back',
    'shelve',
    'void',
    'withdraw',
    'split',
    'unsigned',
    'unsigned-then-signed',
  ] as const)
    add(here, dayOf('2026-05-20'), 'compensation', { kind: 'complaint', road })
  add(here, ago(6), 'land-certificate', { kind: 'complaint', road: 'unsigned-then-signed', slow: 0 })
  add(here, ago(4), 'compensation', {
    kind: 'complaint',
    road: 'unsigned',
    show: 'khiếu nại gửi trên mạng, chờ ký xác nhận',
  })
  for (const road of ['transfer', 'urge', 'wait-received', 'wait-classified', 'wait-assigned'] as const)
    add(here, ago(14), 'pig-farm', { kind: 'observation', road })
  for (const feedback of [
    'answered',
    'published',
    'refused',
    'reopened',
    'withdrawn',
    'wait-assignment',
    'wait-draft',
  ] as const)
    add(here, ago(feedback.startsWith('wait') ? 22 : 95), 'street-light', {
      kind: 'observation',
      road: 'propose',
      feedback,
      ...(feedback === 'published' ? { show: 'phản ánh đèn đường đã trả lời, đã công bố' } : {}),
    })
  sameMatter(plan, chance.branch('same'), here)
  const second = (on: string, topic: string) =>
    add(here, dayOf(on), topic, { kind: 'complaint', road: 'propose', complaint: 'second-instance' })
  const province = officeOf('laocai-tinh')
  const settled = 'khiếu nại lần hai ở tỉnh, đã có quyết định'
  secondStory(plan, second('2026-07-13', 'compensation'), province, 'decided', settled)
  secondStory(
    plan,
    second('2026-08-10', 'resettlement'),
    province,
    'wait-dialogue',
    'khiếu nại lần hai ở tỉnh, đang giải quyết',
  )
}

function recentComplaints(
  add: (office: Office, on: Day, topic: string, wanted: PetitionWanted) => unknown,
  here: Office,
  ago: (count: number) => Day,
): void {
  const kind = 'complaint'
  add(here, ago(20), 'compensation', { kind, road: 'propose', complaint: 'for-good', show: 'khiếu nại đang xác minh' })
  add(here, ago(27), 'illegal-building', { kind, road: 'propose', complaint: 'for-good' })
  add(here, ago(9), 'land-certificate', { kind, road: 'propose', complaint: 'wait-acceptance' })
  add(here, ago(5), 'allowance', { kind, road: 'propose', complaint: 'wait-acceptance' })
  add(here, ago(7), 'resettlement', { kind, road: 'propose', complaint: 'wait-verification' })
  add(here, ago(11), 'poor-household', { kind, road: 'wait-assigned' })
  add(officeOf('ninhkieu'), ago(8), 'compensation', { kind, road: 'propose', complaint: 'wait-acceptance' })
  add(officeOf('laocai-tinh'), ago(19), 'resettlement', { kind, road: 'guide', forwarded: true })
}

/** A whole street writes about one thing: a first letter, the same again, and neighbours, some not linked yet. */
function sameMatter(plan: Plan, chance: Chance, here: Office): void {
  const on = workdaysBefore(plan.until, 16)
  const topic = topicOf('dust')
  const told = petitionStory(plan, chance.branch('first'), here, on, {
    topic,
    kind: 'observation',
    road: 'propose',
    feedback: 'wait-draft',
    slow: 0,
  })
  petitionStory(plan, chance.branch('again'), here, workdaysAfter(on, 3), {
    of: { told, how: 'same-letter' },
    kind: 'observation',
    road: 'shelve',
    slow: 0,
  })
  for (let i = 0; i < 4; i += 1)
    petitionStory(plan, chance.branch(`neighbour/${i}`), here, workdaysAfter(on, 2 + i), {
      of: { told, how: 'same-substance' },
      kind: 'observation',
      road: i < 2 ? 'propose' : 'wait-received',
      slow: 0,
    })
}
