/** `perform` against the same writes as bare prepared statements, one a write, under sixteen clients on a durable server. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Workflow } from '../src/law/law.ts'
import { classify } from '../src/modules/petitions/classify.ts'
import type { PetitionRow } from '../src/modules/petitions/petition.ts'
import { submit } from '../src/modules/petitions/submit.ts'
import { action, type Noun } from '../src/platform/actions/action.ts'
import { perform } from '../src/platform/actions/perform.ts'
import type { Viewer } from '../src/platform/actions/viewer.ts'
import { connect, type Db } from '../src/platform/database.ts'
import { embeddedServer } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { hashOfCode, newTrackingCode, prefixOfUnit } from '../src/platform/tracking-code.ts'
import { uuidv7 } from '../src/platform/uuid.ts'
import { at, officer, person, smallOffice } from '../tests/support/office.ts'
import { type Bench, median, rounded } from './bench.ts'

const clients = 16
const rounds = 7
const round_ms = 3_000
const day = '2026-07-06'

/** Where the letters go: each client to its own units, so that no counter is a queue for all. */
interface Work {
  db: Db
  units: readonly { id: string; prefix: string; desk: Viewer }[]
}

/** One letter and its classification: two events. */
type Life = (work: Work, unit: Work['units'][number]) => Promise<void>

const letter = {
  asked_kind: 'observation',
  title: 'Đèn đường ngõ 12 không sáng',
  text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối các cháu đi học về rất nguy hiểm. '.repeat(6),
  petitioner_name: 'Lý Thị Mây',
  petitioner_address: 'Tổ 5, phường Cam Đường',
}
const seen = {
  kind: 'observation' as const,
  field: 'infrastructure' as const,
  competence: 'ours' as const,
  conditions: [
    'in-vietnamese',
    'named-with-address',
    'content-stated',
    'not-sent-before',
    'not-guided-before',
  ] as const,
}
const point = { id: '1', ...seen, text: letter.title, step: null, on: null, led_to: null }
const pairs = Array.from({ length: 16 }, (_, n) => n * 1_000_003)
const clock = { rule: 'petition.classify', start: day } as const

/** The first form's columns beside what the caller gives. */
function first(letter: { title: string; text: string; petitioner_name: string; petitioner_address: string }) {
  const search = `${letter.title} ${letter.petitioner_name} ${letter.text}`
  const lists = { representatives: [], points: [], urged: [], replies: [] }
  const fixed = {
    via: 'portal',
    source: 'online' as const,
    language: 'vi' as const,
    signers: 1,
    asked_kind: 'observation' as const,
  }
  return { ...letter, ...fixed, ...lists, register_year: 2026, clock, search }
}

/** The register's own steps, with everything they read and reckon: letterhead, calendar, search columns, due day. */
const performed: Life = async ({ db }, { id: unit_id, prefix, desk }) => {
  const id = uuidv7()
  const input = { ...letter, code: newTrackingCode(prefix) }
  await perform(db, submit, { viewer: person(day), unit_id, id, input, moment: at(day) })
  await perform(db, classify, { viewer: desk, unit_id, id, revision: 1, input: seen, moment: at(day) })
}

/** The frame alone: a noun without rules of its own, whose decisions are ready before. */
const plainWorkflow = {
  submit: { from: [], to: 'received', by: ['public'], needs: [], cite: 'LTCD 2013 Đ25' },
  classify: { from: ['received'], to: 'classified', by: ['intake'], needs: [], cite: 'TT 05/2021' },
} as const satisfies Workflow<string, string, string>
const plain: Noun<PetitionRow, null> = {
  kind: 'petition',
  table: 'petition',
  workflow: plainWorkflow,
  facts: async () => null,
  standings: () => ['public', 'intake'],
  conditions: {},
}
const words = { title: z.string(), text: z.string(), petitioner_name: z.string(), petitioner_address: z.string() }
const plainSubmit = action({
  noun: plain,
  step: 'submit',
  input: z.object({ ...words, code: z.string() }),
  kept: ({ code: _, ...kept }) => kept,
  decide({ input: { code, ...letter }, id, moment }) {
    const notice = uuidv7()
    const code_hash = `\\x${hashOfCode(code).toString('hex')}`
    return {
      change: { ...first(letter), received_on: moment.on, case_id: id, nominal_on: moment.on, due_on: moment.on },
      numbers: [{ column: 'register_number', book: 'petition', year: 2026 }],
      postings: [{ fact: 'petition-received', on_day: moment.on, stage: 'online', people: 1, large_group: false }],
      rows: [
        { table: 'duplicate_key', rows: [{ petition_id: id, pairs }], over: 'petition_id' },
        { table: 'tracking_code', rows: [{ code_hash, record_kind: 'petition', record_id: id, given_on: moment.on }] },
        {
          table: 'notice',
          rows: [
            {
              id: notice,
              record_kind: 'petition',
              record_id: id,
              template: 'received',
              attempts: 0,
              created_at: moment.at,
            },
          ],
        },
      ],
      jobs: [{ task: 'send-notice', payload: { notice_id: notice } }],
    }
  },
})
const plainClassify = action({
  noun: plain,
  step: 'classify',
  input: z.object({
    kind: z.literal('observation'),
    field: z.literal('infrastructure'),
    competence: z.literal('ours'),
  }),
  decide: ({ input }) => ({ change: { ...input, conditions: seen.conditions, eligible: true, points: [point] } }),
})

const framed: Life = async ({ db }, { id: unit_id, prefix, desk }) => {
  const id = uuidv7()
  const input = { ...letter, code: newTrackingCode(prefix) }
  await perform(db, plainSubmit, { viewer: person(day), unit_id, id, input, moment: at(day) })
  await perform(db, plainClassify, { viewer: desk, unit_id, id, revision: 1, input: seen, moment: at(day) })
}

/** One prepared statement for each table and set of columns. */
function insert(client: PoolClient, table: string, row: Readonly<Record<string, unknown>>) {
  const columns = Object.keys(row)
  const places = columns.map((_, n) => `$${n + 1}`).join(', ')
  return client.query({
    name: `bare_${table}_${columns.length}`,
    text: `insert into ${table} (${columns.join(', ')}) values (${places})`,
    values: Object.values(row),
  })
}

const bytes = Buffer.alloc(32, 7)
const salt = Buffer.alloc(16, 7)

/** What `perform` writes, hashes and chain values ready beforehand. */
const bare: Life = async ({ db }, { id: unit_id, prefix, desk }) => {
  const id = uuidv7()
  const at = new Date().toISOString()
  const of = { unit_id, record_id: id, record_kind: 'petition' }
  const event = { ...of, at, on_day: day, payload_hash: bytes, chain: bytes }
  const row = { ...first(letter), received_on: day, case_id: id, nominal_on: day, due_on: day, created_at: at }
  const json = { representatives: '[]', points: '[]', urged: '[]', replies: '[]', clock: JSON.stringify(clock) }
  await inTransaction(db, async (client) => {
    const { rows } = await client.query({
      name: 'bare_counter',
      text: `insert into register_counter as rc values ($1, 'petition', 2026, 1)
        on conflict (unit_id, book, year) do update set last = rc.last + 1 returning last`,
      values: [unit_id],
    })
    const register_number = rows[0].last
    const taken = { seq: 1, action: 'submit', actor_id: null, via: 'portal', standing: 'public', cite: 'LTCD 2013 Đ25' }
    const numbers = JSON.stringify({ register_number })
    await insert(client, 'event', { ...event, ...taken, from_state: null, to_state: 'received', numbers })
    const kept = { input: JSON.stringify(letter), changed: JSON.stringify(row), input_digest: bytes }
    await insert(client, 'payload', { unit_id, record_id: id, seq: 1, salt, ...kept })
    const frame = { unit_id, id, revision: 1, state: 'received', chain: bytes, register_number }
    await insert(client, 'petition', { ...row, ...json, ...frame })
    const counted = {
      fact: 'petition-received',
      on_day: day,
      known_on: day,
      stage: 'online',
      people: 1,
      large_group: false,
    }
    await insert(client, 'posting', { ...of, seq: 1, ord: 0, ...counted })
    await insert(client, 'duplicate_key', { unit_id, petition_id: id, pairs })
    const code_hash = hashOfCode(newTrackingCode(prefix))
    await insert(client, 'tracking_code', { ...of, code_hash, given_on: day })
    const notice_id = uuidv7()
    await insert(client, 'notice', { ...of, id: notice_id, template: 'received', attempts: 0, created_at: at })
    const payload = JSON.stringify({ notice_id })
    await insert(client, 'outbox', { unit_id, id: uuidv7(), task: 'send-notice', payload, run_at: at })
  })
  await inTransaction(db, async (client) => {
    await client.query({
      name: 'bare_lock',
      text: 'select * from petition where unit_id = $1 and id = $2 for update',
      values: [unit_id, id],
    })
    const { kind, field, competence } = seen
    const conditions = JSON.stringify(seen.conditions)
    const points = JSON.stringify([point])
    const by = {
      seq: 2,
      action: 'classify',
      actor_id: desk.account_id,
      via: 'desk',
      standing: 'intake',
      cite: 'TT 05/2021',
    }
    await insert(client, 'event', { ...event, ...by, from_state: 'received', to_state: 'classified', numbers: '{}' })
    const changed = JSON.stringify({
      kind,
      field,
      competence,
      conditions: seen.conditions,
      eligible: true,
      points: [point],
    })
    const kept = { input: JSON.stringify({ kind, field, competence }), changed, input_digest: bytes }
    await insert(client, 'payload', { unit_id, record_id: id, seq: 2, salt, ...kept })
    await client.query({
      name: 'bare_classify',
      text: `update petition set revision = 2, state = 'classified', chain = $3, kind = $4, field = $5, competence = $6, conditions = $7,
        eligible = true, points = $8 where unit_id = $1 and id = $2`,
      values: [unit_id, id, bytes, kind, field, competence, conditions, points],
    })
  })
}

async function inTransaction(db: Db, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** Lives a second, all clients at once. */
async function throughput(work: Work, life: Life): Promise<number> {
  const until = performance.now() + round_ms
  const from = performance.now()
  let lives = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; performance.now() < until; n++, lives++)
        await life(work, work.units[(client + n * clients) % work.units.length]!)
    }),
  )
  return lives / ((performance.now() - from) / 1000)
}

/** Interleaved rounds, the order turned about each time; the ratio is the median of the rounds' ratios. */
export async function run(): Promise<Bench> {
  const data = mkdtempSync('/tmp/gandan-bench-')
  const server = await embeddedServer(data, { idle_ms: 0 })
  await migrate(server)
  const db = connect(server.url('app'), { max: clients })
  const owner = connect(server.url('owner'), { max: 2 })
  try {
    const work: Work = { db, units: await manyUnits(db, owner) }
    for (const life of [bare, framed, performed]) await throughput(work, life)
    const measured: { bare: number; framed: number; performed: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const rates = { bare: 0, framed: 0, performed: 0 }
      const order =
        round % 2 === 0 ? (['bare', 'framed', 'performed'] as const) : (['performed', 'framed', 'bare'] as const)
      for (const one of order) rates[one] = await throughput(work, { bare, framed, performed }[one])
      measured.push(rates)
    }
    return {
      name: `perform: a letter and its classification, ${clients} clients, durable`,
      figures: {
        bare_events_per_s: Math.round(2 * median(measured.map((one) => one.bare))),
        perform_events_per_s: Math.round(2 * median(measured.map((one) => one.framed))),
        with_rules_events_per_s: Math.round(2 * median(measured.map((one) => one.performed))),
        with_rules_ratio: rounded(median(measured.map((one) => one.performed / one.bare))),
        ratio: rounded(median(measured.map((one) => one.framed / one.bare))),
        ratio_min: 0.8,
      },
    }
  } finally {
    await Promise.all([db.end(), owner.end()])
    await server.end()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Thirty-two communes, each with an officer. */
async function manyUnits(db: Db, owner: Db): Promise<Work['units']> {
  const office = await smallOffice(owner)
  const ids: string[] = []
  for (let n = 0; n < 32; n++) {
    const id = uuidv7()
    ids.push(id)
    await owner.pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
    await owner.pool.query(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
       values ($1, '[2012-01-01,)', $2, $3, $3, $3, 'commune', $4)`,
      [id, office.province, `Xã số ${n}`, `9${1000 + n}`],
    )
    await owner.pool.query(
      `insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $1, '[2012-01-01,)', 0), ($1, $2, '[2012-01-01,)', 1)`,
      [id, office.province],
    )
  }
  return Promise.all(
    ids.map(async (id) => ({
      id,
      prefix: await prefixOfUnit(db.pool, id),
      desk: await officer(db, id, 'reception-officer', day),
    })),
  )
}
