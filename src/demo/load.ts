/** Loads the demonstration: every planned step through `perform`, on its own day, by the person who held the post that day. */
import { citizen, viewerOfAccount } from '../modules/people/viewer-of.ts'
import { foldPostings } from '../modules/reports/balance.ts'
import { NotOpen, WrongInput } from '../platform/actions/errors.ts'
import { perform } from '../platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../platform/actions/viewer.ts'
import type { Db } from '../platform/database.ts'
import { workOffBacklog } from './backlog-work.ts'
import { momentOf } from './days.ts'
import { openStories, type Stories } from './pace.ts'
import { inOrder, type Plan, type Step, unitIdOf } from './plan.ts'
import { planDemonstration, type Size, wholeSize } from './program.ts'
import { handInReturns } from './returns.ts'
import { openSealed } from './sealed-cases.ts'
import { eachOf, findUnits, settleIn } from './settle-in.ts'
import { planForSlowPlace } from './slow-place.ts'
import { accountIdOf } from './staff.ts'
import { keepPromises } from './story-commitments.ts'
import { dialogueStories } from './story-dialogues.ts'
import { holdMeetings, planMeetings } from './story-meetings.ts'
import { callForPapers, sendPapers } from './story-papers.ts'
import { projectStories } from './story-projects.ts'
import { askAboutStorm } from './story-topical.ts'

/** A step that the program refused: a planned case ends there. */
export interface Refused {
  step: Step
  why: string
}

/** What was loaded. */
export interface Loaded {
  plan: Plan
  performed: number
  refused: Refused[]
}

/** How the loading tells of itself: `done` of `all` steps. */
export type Progress = (done: number, all: number) => void

/** Loads everything into a database that has the tree of units and nothing else. Without `data` no file is kept, so no paper is sent. */
export async function loadDemonstration(
  db: Db,
  worker: Db,
  size: Size = wholeSize,
  progress: Progress = () => undefined,
  data: string | null = null,
): Promise<Loaded> {
  const units = await findUnits(db.pool)
  await settleIn(db, worker, units)
  const plan = planDemonstration(units, size)
  const sealed = await openSealed(db, units)
  const stories = openStories()
  const { until } = plan
  for (const story of [...dialogueStories(db, units, until), ...projectStories(db, units, until), ...sealed.stories])
    stories.tell(story)
  stories.tell((reach) => handInReturns(db, units, until, reach))
  stories.tell(async (reach) => {
    await planMeetings(db, units, until, reach)
    if (data !== null) await sendPapers(db, units, until, data, reach)
    await holdMeetings(db, units, until, reach)
    await callForPapers(db, units, until, reach)
  })
  const loaded = await performAll(db, plan, stories, progress).finally(sealed.close)
  await workOffBacklog(db, units, until)
  await planForSlowPlace(db, worker, units, until)
  await askAboutStorm(db, units, until)
  await keepPromises(db, until)
  await tidyUp(db, worker)
  return { plan, ...loaded }
}

/** Day by day, with the stories in between; within a day the offices work side by side, each register in its own order, so that numbers are the same each time. */
async function performAll(db: Db, plan: Plan, stories: Stories, progress: Progress): Promise<Omit<Loaded, 'plan'>> {
  const steps = inOrder(plan)
  const viewers = viewersOf(db)
  const numbers = new Map<string, number>()
  const refused: Refused[] = []
  const stuck = new Set<string>()
  let done = 0
  const one = async (step: Step) => {
    done += 1
    if (stuck.has(step.record)) return
    const moment = momentOf(step.on, step.minute)
    const unit_id = unitIdOf(plan, step.unit)
    const viewer = await viewers(step, moment, unit_id)
    const input = typeof step.input === 'function' ? step.input(numbers) : step.input
    try {
      const performed = await perform(db, step.action, { viewer, unit_id, id: step.record, input, moment })
      const given = performed.numbers['register_number']
      if (given !== undefined) numbers.set(step.record, given)
    } catch (fault) {
      if (!(fault instanceof NotOpen || fault instanceof WrongInput)) throw fault
      stuck.add(step.record)
      refused.push({ step, why: fault.message })
    }
  }
  for (const day of byDay(steps)) {
    await stories.upTo(day[0]!.on.subtract({ days: 1 }))
    await eachOf([...byUnit(day).values()], 6, async (ofUnit) => {
      for (const step of ofUnit) await one(step)
    })
    progress(done, steps.length)
  }
  await stories.upTo(plan.until)
  return { performed: done - refused.length, refused }
}

function viewersOf(db: Db) {
  const known = new Map<string, Promise<Viewer | null>>()
  return async ({ actor }: Step, moment: ReturnType<typeof momentOf>, unit_id: string): Promise<Viewer> => {
    if (actor === 'clock') return clockViewer(moment.on)
    if ('citizen' in actor)
      return citizen(moment, { opened: actor.citizen.map((record_id) => ({ unit_id, record_id })) })
    const key = `${actor.officer}/${moment.on}`
    const viewer = known.get(key) ?? viewerOfAccount(db.pool, accountIdOf(actor.officer), moment)
    known.set(key, viewer)
    const found = await viewer
    if (!found) throw new Error(`nobody signs in as ${actor.officer}`)
    return found
  }
}

function byDay(steps: readonly Step[]): Step[][] {
  const days: Step[][] = []
  for (const step of steps) {
    const last = days.at(-1)
    if (last?.[0]?.on.equals(step.on)) last.push(step)
    else days.push([step])
  }
  return days
}

function byUnit(steps: readonly Step[]): Map<string, Step[]> {
  const units = new Map<string, Step[]>()
  for (const step of steps) {
    const list = units.get(step.unit)
    if (list) list.push(step)
    else units.set(step.unit, [step])
  }
  return units
}

/** How many of the newest notices still go out, so that the catcher has something to show. */
const notices_left = 8

/**
 * Everything but the newest notices counts as told already; work after the commit has been done by the steps that follow it
 * in the plan. Figures are folded as the worker would.
 */
async function tidyUp(db: Db, worker: Db): Promise<void> {
  await worker.pool.query(
    `with known as (
       select n.unit_id, n.id, n.created_at, a.mail, row_number() over (partition by a.mail is null order by n.created_at desc, n.id) as nth
       from notice n left join notice_address a on a.unit_id = n.unit_id and a.record_kind = n.record_kind and a.record_id = n.record_id
     ), told as (
       update notice n set attempts = case when k.mail is null then 0 else 1 end, channel = case when k.mail is null then null else 'mail' end,
         sent_at = case when k.mail is null then null else n.created_at end, message_id = case when k.mail is null then null else '<' || n.id || '@gandan.invalid>' end,
         unreachable = case when k.mail is null then 'no-address' end
       from known k where n.unit_id = k.unit_id and n.id = k.id and (k.mail is null or k.nth > $1) returning n.unit_id, n.id, n.sent_at
     )
     insert into delivery (unit_id, notice_id, attempt, at, channel, outcome) select unit_id, id, 1, sent_at, 'mail', 'sent' from told where sent_at is not null`,
    [notices_left],
  )
  await db.pool.query(
    `delete from outbox o where o.task <> 'send-notice' or not exists (
       select from notice n where n.unit_id = o.unit_id and n.id = (o.payload ->> 'notice_id')::uuid and n.sent_at is null and n.unreachable is null)`,
  )
  await foldPostings(worker)
}
