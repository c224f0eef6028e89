/** The jobs of topical reports: units are asked in batches, told by mail, reminded once; a daily list opens its next round. */
import { z } from 'zod'
import { NotOpen, Stale } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import { clockViewer } from '../../platform/actions/viewer.ts'
import { type Moment, moment as now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { log } from '../../platform/log.ts'
import { idFrom, uuidv7 } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { mailOfficer } from '../mailings/officer-mail.ts'
import { type MailConfig, readMailConfig } from '../notices/notice.ts'
import { answerPath } from './addresses.ts'
import { ask, tellTask } from './ask.ts'
import { askedUnits } from './asked-units.ts'
import { dayAndHour, nowOf } from './hours.ts'
import { openRound } from './open-round.ts'
import { askTask } from './publish.ts'
import { callOf } from './topical-answer.ts'
import { publisherKinds } from './topical-call.ts'

/** Units asked by one job; what is left over is the next job's. */
export const batchMax = 400

/** Units asked side by side. */
const lanes = 4

/** What the job of a round carries: ids only. */
export const askPayload = z.object({ unit_id: z.uuid(), call_id: z.uuid(), round: z.int() })

/** Asks one batch of the units that have no page yet; answers how many were asked and how many wait. Twice is once. */
export async function askBatch(
  db: Db,
  { unit_id, call_id, round }: z.output<typeof askPayload>,
  moment: Moment = now(),
): Promise<{ asked: number; left: number }> {
  const call = await callOf(db.pool, unit_id, call_id)
  if (call?.state !== 'published' || call.round !== round) return { asked: 0, left: 0 }
  const { rows } = await db.pool.query<{ unit_id: string }>(
    'select unit_id from topical_answer where call_unit_id = $1 and call_id = $2 and round = $3',
    [unit_id, call_id, round],
  )
  const there = new Set(rows.map((row) => row.unit_id))
  const waiting = (await askedUnits(db.pool, call, moment.on)).filter((id) => !there.has(id))
  const batch = waiting.slice(0, batchMax)
  const input = { call_unit_id: unit_id, call_id, round }
  const lane = async (first: number) => {
    for (let at = first; at < batch.length; at += lanes) {
      const unit = batch[at]!
      const id = idFrom(call_id, `${unit}/${round}`)
      await perform(db, ask, { viewer: clockViewer(moment.on), unit_id: unit, id, input, moment })
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)))
  } catch (fault) {
    // Closed or withdrawn meanwhile: nobody else is asked.
    if (fault instanceof NotOpen && fault.code === 'call-is-open') return { asked: 0, left: 0 }
    throw fault
  }
  return { asked: batch.length, left: waiting.length - batch.length }
}

async function askAll(payload: unknown, db: Db): Promise<void> {
  const ids = askPayload.parse(payload)
  const { left } = await askBatch(db, ids)
  if (left === 0) return
  const { unit_id, ...rest } = ids
  await db.pool.query('insert into outbox (unit_id, id, task, payload) values ($1, $2, $3, $4)', [
    unit_id,
    uuidv7(),
    askTask,
    JSON.stringify(rest),
  ])
}

const addressees = `
select distinct a.id as account_id, a.mail, a.language from position p join account a on a.id = p.account_id
where a.mail_confirmed_at is not null and (a.closed_on is null or a.closed_on > $2::date) and p.kind = any($3)
  and p.state <> 'void' and p.unit_id in (select heirs_of($1, $2::date)) and p.from_on <= $2::date
  and (p.until_on is null or p.until_on > $2::date)`

/** An answer that is waited for. */
interface Waiting {
  unit_id: string
  id: string
  due_at: Temporal.Instant
}

/** Mails heads and clerks of the unit: that something is asked, by when and where. Neither what nor why. */
async function mailUnit(
  ports: { app: Db; worker: Db; config: MailConfig; moment: Moment },
  waiting: Waiting,
  kind: 'asked' | 'reminder',
): Promise<number> {
  const { app, worker, config, moment } = ports
  const { unit_id, id, due_at } = waiting
  const told = await worker.pool.query('select from topical_mail where unit_id = $1 and answer_id = $2 and kind = $3', [
    unit_id,
    id,
    kind,
  ])
  if ((told.rowCount ?? 0) > 0) return 0
  type Addressee = { account_id: string; mail: string; language: Language }
  const { rows } = await app.pool.query<Addressee>(addressees, [unit_id, moment.on.toString(), publisherKinds])
  let mails = 0
  for (const { account_id, mail, language } of rows) {
    const { 'topical-reports': topical } = words(language)
    const { day, hour } = dayAndHour(due_at)
    const paragraphs = [
      topical.mail[kind](`${hour} ${shortDay(day)}`),
      topical.mail.where(config.portal + answerPath(waiting)),
    ]
    const sent = await mailOfficer({ id: idFrom(account_id, `${kind}/${id}`), to: mail, language, paragraphs }, config)
    if (sent) mails += 1
  }
  await worker.pool.query(
    `insert into topical_mail (unit_id, answer_id, kind, mails, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [unit_id, id, kind, mails, nowOf(moment).toString()],
  )
  return mails
}

const waitingSql = `
select a.unit_id, a.id, c.due_at from topical_answer a join topical_call c on c.unit_id = a.call_unit_id and c.id = a.call_id
where c.state = 'published' and a.round = c.round and a.state <> 'handed-in'`

const tellPayload = z.object({ unit_id: z.uuid(), id: z.uuid() })

/** Most units reminded in one go; the rest five minutes later. */
const remindersMax = 1000

/** Reminds who has not answered, once, from the hour at which it is due; answers how many units were reminded. */
export async function remindAll(ports: { app: Db; worker: Db; config: MailConfig; moment: Moment }): Promise<number> {
  const { app, moment } = ports
  const { rows: due } = await app.pool.query<Waiting>(
    `${waitingSql} and c.remind_at <= $1 and c.due_at > $1
       and not exists (select from topical_mail m where m.unit_id = a.unit_id and m.answer_id = a.id and m.kind = 'reminder')
     order by c.due_at, a.unit_id limit ${remindersMax}`,
    [nowOf(moment).toString()],
  )
  let failed = 0
  for (const waiting of due) {
    try {
      await mailUnit(ports, waiting, 'reminder')
    } catch (fault) {
      failed += 1
      log.warn(
        { fault: fault instanceof Error ? fault.name : 'unknown' },
        'a reminder of a question list was not delivered',
      )
    }
  }
  if (failed > 0 && failed === due.length) throw new Error(`${failed} reminders of question lists were not delivered`)
  return due.length - failed
}

/** Opens today's round of lists that are answered daily, where the last one was due on an earlier day. */
export async function openRounds(db: Db, moment: Moment = now()): Promise<number> {
  const { rows } = await db.pool.query<{ unit_id: string; id: string; due_at: Temporal.Instant }>(
    `select unit_id, id, due_at from topical_call where state = 'published' and repeats = 'daily' and due_at < $1`,
    [nowOf(moment).toString()],
  )
  let opened = 0
  for (const { unit_id, id, due_at } of rows) {
    if (Temporal.PlainDate.compare(dayAndHour(due_at).day, moment.on) >= 0) continue
    try {
      await perform(db, openRound, { viewer: clockViewer(moment.on), unit_id, id, input: {}, moment })
      opened += 1
    } catch (fault) {
      if (!(fault instanceof NotOpen) && !(fault instanceof Stale)) throw fault
    }
  }
  return opened
}

/** The clock's job. */
export const clockTask = 'topical-clock'

/** Jobs of the module. */
export const jobs: Readonly<Record<typeof askTask | typeof tellTask | typeof clockTask, Job>> = {
  [askTask]: (payload, { app }) => askAll(payload, app),
  [tellTask]: async (payload, { app, worker }) => {
    const { unit_id, id } = tellPayload.parse(payload)
    const moment = now()
    const { rows } = await app.pool.query<Waiting>(`${waitingSql} and a.unit_id = $1 and a.id = $2`, [unit_id, id])
    if (rows[0]) await mailUnit({ app, worker, config: readMailConfig(), moment }, rows[0], 'asked')
  },
  [clockTask]: async (_payload, { app, worker }) => {
    const moment = now()
    await openRounds(app, moment)
    await remindAll({ app, worker, config: readMailConfig(), moment })
  },
}

/** Every five minutes: hours count here. */
export const schedules: readonly Schedule[] = [{ task: clockTask, pattern: '*/5 * * * *' }]
