/** `gandan check` over 100,000 petitions with three events each: everything is folded, hashed and chained again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { check } from '../src/platform/actions/check-command.ts'
import { writeCheckpoint } from '../src/platform/actions/checkpoint.ts'
import { dayOf } from '../src/platform/clock.ts'
import type { Db } from '../src/platform/database.ts'
import { testDatabase } from '../tests/support/database.ts'
import { type Bench, rounded } from './bench.ts'

const size = 100_000
const units = 50

/** Lives as `perform` would have written them: received, classified, assigned. */
const lives = `
  create temp table life as
  select ('00000000-0000-4000-8000-' || lpad((g % ${units})::text, 12, '0'))::uuid as unit_id, gen_random_uuid() as id, g / ${units} + 1 as number,
    jsonb_build_object('title', 'Đơn minh họa số ' || g, 'text', repeat('Nội dung được bịa ra để đo. ', 20), 'petitioner_name', 'Người gửi',
      'petitioner_address', 'Tổ 5, phường Cam Đường', 'via', 'portal', 'source', 'online', 'signers', 1, 'language', 'vi', 'register_year', 2026,
      'received_on', '2026-07-06', 'created_at', '2026-07-06T01:02:03Z', 'points', '[]'::jsonb, 'urged', '[]'::jsonb, 'replies', '[]'::jsonb,
      'representatives', '[]'::jsonb, 'case_id', gen_random_uuid(), 'clock', '{"rule": "petition.classify", "start": "2026-07-06"}'::jsonb,
      'nominal_on', '2026-07-16', 'due_on', '2026-07-16', 'search', repeat('noi dung duoc bia ra de do ', 20)) as first,
    '{"kind": "observation", "field": "land", "competence": "ours", "conditions": ["named-with-address"], "eligible": true}'::jsonb as second,
    jsonb_build_object('handler_id', gen_random_uuid()) as third
  from generate_series(0, ${size - 1}) g`

const events = `
  create temp table written as
  with one as (
    select l.*, e.*, payload_hash_of('\\x07', '{}', e.changed) as payload_hash from life l cross join lateral (values
      (1, 'submit', null, 'received', jsonb_build_object('register_number', l.number), l.first),
      (2, 'classify', 'received', 'classified', '{}'::jsonb, l.second),
      (3, 'assign', 'classified', 'assigned', '{}'::jsonb, l.third)) e(seq, action, from_state, to_state, numbers, changed)
  ), chained as (
    select *, chain_of(null, unit_id, id, seq, 'petition', action, '2026-07-06T01:02:03Z', '2026-07-06', null, 'portal', 'public', 'TT 05/2021',
      from_state, to_state, numbers, payload_hash) as chain from one where seq = 1
  ), second as (
    select o.*, chain_of(c.chain, o.unit_id, o.id, o.seq, 'petition', o.action, '2026-07-06T01:02:03Z', '2026-07-06', null, 'portal', 'public',
      'TT 05/2021', o.from_state, o.to_state, o.numbers, o.payload_hash) as chain from one o join chained c using (id) where o.seq = 2
  ), third as (
    select o.*, chain_of(c.chain, o.unit_id, o.id, o.seq, 'petition', o.action, '2026-07-06T01:02:03Z', '2026-07-06', null, 'portal', 'public',
      'TT 05/2021', o.from_state, o.to_state, o.numbers, o.payload_hash) as chain from one o join second c using (id) where o.seq = 3
  ) select * from chained union all select * from second union all select * from third`

const inserts = [
  `insert into event select unit_id, id, seq, 'petition', action, '2026-07-06T01:02:03Z', '2026-07-06', null, 'portal', 'public', 'TT 05/2021',
     from_state, to_state, numbers, payload_hash, chain from written`,
  `insert into payload select unit_id, id, seq, '\\x07', '{}', changed from written`,
  `insert into petition select r.* from written w join life l using (unit_id, id), jsonb_populate_record(null::petition,
     l.first || l.second || l.third || w.numbers || jsonb_build_object('register_number', l.number, 'unit_id', w.unit_id, 'id', w.id, 'revision', 3,
     'state', w.to_state, 'chain', w.chain)) r where w.seq = 3`,
  `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on) select unit_id, id, 1, 'petition', 'petition-received',
     '2026-07-06', '2026-07-06' from life`,
  `insert into register_counter select unit_id, 'petition', 2026, max(number) from life group by unit_id`,
]

async function fill(owner: Db): Promise<void> {
  const client = await owner.pool.connect()
  try {
    for (const text of [lives, events, ...inserts, 'drop table life, written', 'analyze']) await client.query(text)
  } finally {
    client.release()
  }
}

/** The check must find nothing and take at most a minute; a day's checkpoint is told beside it. */
export async function run(): Promise<Bench> {
  const t = await testDatabase()
  const data = mkdtempSync('/tmp/gandan-check-')
  try {
    await fill(t.owner)
    const began = performance.now()
    await writeCheckpoint(t.db.pool, data, dayOf(Temporal.Now.instant()).subtract({ days: 1 }))
    const checkpoint_s = (performance.now() - began) / 1000
    const client = await t.db.pool.connect()
    const from = performance.now()
    const { faults, kinds } = await check(client, data).finally(() => client.release())
    if (faults[0]) throw new Error(`the check found ${faults.length} faults, the first: ${faults[0].what}`)
    return {
      name: `gandan check: ${kinds[0]?.records} petitions, ${kinds[0]?.events} events`,
      figures: {
        checkpoint_s: rounded(checkpoint_s),
        check_s: rounded((performance.now() - from) / 1000),
        check_s_max: 60,
      },
    }
  } finally {
    await t.close()
    rmSync(data, { recursive: true, force: true })
  }
}
