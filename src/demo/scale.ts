/** `gandan demo --cases N`: fills the registers of the whole country with invented petitions, events and chain included. */
import type pg from 'pg'
import { publishedCalendar } from '../law/calendar.ts'
import { due } from '../law/due.ts'
import { foldPostings } from '../modules/reports/balance.ts'
import { copyIn } from '../platform/copy.ts'
import type { Db } from '../platform/database.ts'
import { before, dayOf } from './days.ts'
import { recommended } from './scale-letters.ts'
import { scaleStatement } from './scale-sql.ts'

/** What was written. */
export interface Scaled {
  petitions: number
  events: number
  units: number
}

/** What is asked for. */
export interface ScaleWanted {
  cases: number
  until: Temporal.PlainDate
  /** Code of the one unit that gets them all; absent: every province and commune by its size. */
  unit?: string
}

interface ScaledUnit {
  unit_id: string
  name: string
  n: number
  first: number
  desk_id: string | null
  handler_id: string | null
  head_id: string | null
}

const merged = dayOf('2025-07-01')
const letters_max = 3_000
/** Petitions of one statement: enough to pay for its planning, few enough to show that it moves. */
const batch = 4_000
const lanes = 2

/**
 * Adds so many petitions. Their rows are made in the database itself: the words, drawn here, go there once by COPY. Not
 * through `perform`, and yet `gandan check` finds nothing.
 */
export async function scale(
  db: Db,
  worker: Db,
  wanted: ScaleWanted,
  progress: (done: number) => void = () => undefined,
): Promise<Scaled> {
  const days = workingDays(wanted.until)
  const units = await unitsFor(db, wanted)
  const { rows } = await db.pool.query<{ n: number }>('select count(*) as n from petition')
  const run = `run${rows[0]?.n ?? 0}`
  const batches = batchesOf(units)
  const done: Scaled = { petitions: 0, events: 0, units: units.length }
  const lane = async () => {
    const client = await db.pool.connect()
    try {
      await prepare(client, days, Math.min(letters_max, Math.max(200, Math.ceil(wanted.cases / 4))))
      for (let part = batches.pop(); part; part = batches.pop()) {
        const written = await client.query<{ petitions: number; events: number }>(scaleStatement, [
          JSON.stringify(part),
          letterCount(wanted.cases),
          days.length,
          run,
        ])
        done.petitions += written.rows[0]?.petitions ?? 0
        done.events += written.rows[0]?.events ?? 0
        progress(done.petitions)
      }
    } finally {
      // The session's own tables go with it.
      client.release(true)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await foldPostings(worker)
  await worker.pool.query('analyze')
  return done
}

const letterCount = (cases: number) => Math.min(letters_max, Math.max(200, Math.ceil(cases / 4)))

function workingDays(until: Temporal.PlainDate): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let day = merged; !before(until, day); day = day.add({ days: 1 }))
    if (publishedCalendar.day(day).working) days.push(day)
  return days
}

async function prepare(client: pg.PoolClient, days: readonly Temporal.PlainDate[], letters: number): Promise<void> {
  await client.query(`set work_mem = '64MB'`)
  await client.query(
    `create temporary table scale_day (n int primary key, on_day date, classify_by date, answer_by date)`,
  )
  await client.query(
    `create temporary table scale_letter (n int primary key, title text, text text, search text, pairs int[], kind text, field text, petitioner_name text, said text)`,
  )
  const dayLines = days.map((day, index) => {
    const by = (rule: 'petition.classify' | 'feedback.answer') => due(rule, { start: day }).due
    return `${index + 1}\t${day}\t${by('petition.classify')}\t${by('feedback.answer')}\n`
  })
  await copyIn(client, 'copy scale_day from stdin', dayLines)
  await copyIn(client, 'copy scale_letter from stdin', recommended(letters))
  await client.query('analyze scale_day')
  await client.query('analyze scale_letter')
}

/** Every register of the day with its share: a province has thirty times a commune's letters, a ward twice a rural commune's. */
async function unitsFor(db: Db, { cases, until, unit }: ScaleWanted): Promise<ScaledUnit[]> {
  const { rows } = await db.pool.query<Omit<ScaledUnit, 'n' | 'first'> & { weight: number }>(
    `select p.unit_id, p.name, case p.level when 'province' then 30 else case p.designation when 'phuong' then 2 when 'dac-khu' then 0.3 else 1 end
        * (0.5 + (hashtext(p.unit_id::text) & 1023) / 1024.0) end::float8 as weight,
       post('reception-officer') as desk_id, post('handler') as handler_id, post('head') as head_id
     from unit_period p where p.valid @> $1::date and p.level in ('province', 'commune') and ($2::text is null or p.code = $2) order by p.unit_id`.replaceAll(
      /post\('([a-z-]+)'\)/g,
      (_, kind: string) =>
        `(select o.account_id from position o where o.unit_id = p.unit_id and o.kind = '${kind}' and o.state <> 'void' and o.from_on <= $1 and (o.until_on is null or o.until_on > $1) order by o.account_id limit 1)`,
    ),
    [until, unit ?? null],
  )
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  let given = 0
  let reached = 0
  return rows.flatMap(({ weight, ...row }) => {
    reached += weight
    const n = Math.round((cases * reached) / total) - given
    given += n
    return n > 0 ? [{ ...row, n, first: 1 }] : []
  })
}

/** Units of one register stay in one batch, since its numbers have no gap; a large register fills batches of its own. */
function batchesOf(units: readonly ScaledUnit[]): ScaledUnit[][] {
  const batches: ScaledUnit[][] = []
  let open: ScaledUnit[] = []
  let size = 0
  for (const unit of units) {
    open.push(unit)
    size += unit.n
    if (size < batch) continue
    batches.push(open)
    open = []
    size = 0
  }
  if (open.length > 0) batches.push(open)
  return batches
}
