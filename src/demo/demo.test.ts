/** The demonstration: the same each time, lawful at every step, plainly invented, and nothing of it a real person's. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { everyAction, offTheirWorkflow, seenByStrangers, tryAnything } from '../../tests/frame/every-kind.ts'
import { Browser } from '../../tests/support/browser-less.ts'
import { countryDatabase } from '../../tests/support/country.ts'
import type { TestDatabase } from '../../tests/support/database.ts'
import { servePages } from '../../tests/support/house.ts'
import { at, person } from '../../tests/support/office.ts'
import { complaintWorkflow } from '../law/complaint-workflow.ts'
import { feedbackWorkflow } from '../law/feedback-workflow.ts'
import { petitionWorkflow } from '../law/petition-workflow.ts'
import { receptionDayWorkflow, visitWorkflow } from '../law/reception-workflow.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import { check } from '../platform/actions/check-command.ts'
import { fixDay } from '../platform/clock.ts'
import { closeKey, openWithPassphrase } from '../platform/vault/officer-key.ts'
import { inventedMark } from './letters.ts'
import { type Loaded, loadDemonstration } from './load.ts'
import { addedBodies, offices } from './offices.ts'
import { inOrder, statesOf } from './plan.ts'
import { planDemonstration, wholeSize } from './program.ts'
import { scale } from './scale.ts'
import { keyHolders, wordsFor } from './sealed-cases.ts'
import { accountIdOf, passphrase, password } from './staff.ts'

const keys = new Map([...offices, ...addedBodies, { key: 'country' }].map(({ key }) => [key, key]))
const told = (seed: string) =>
  inOrder(planDemonstration(keys, { ...wholeSize, seed })).map((step) =>
    JSON.stringify([step.on.toString(), step.minute, step.unit, step.action.step, step.record, step.input]),
  )

test('one seed gives one plan, another seed another', () => {
  const one = told('gan-dan').join('\n')
  assert.ok(one === told('gan-dan').join('\n'))
  assert.ok(one !== told('khac').join('\n'))
})

test('every state of every workflow is somewhere in the plan', () => {
  const plan = planDemonstration(keys)
  const passed = new Set(
    inOrder(plan).map(({ action }) => `${action.noun.kind} ${action.noun.workflow[action.step]?.to}`),
  )
  const ended = new Set([...statesOf(plan).values()].map(({ kind, state }) => `${kind} ${state}`))
  const wanted = (kind: string, workflow: Record<string, { to: string }>) =>
    Object.values(workflow).map(({ to }) => `${kind} ${to}`)
  const states = [
    ...wanted('petition', petitionWorkflow),
    ...wanted('complaint', complaintWorkflow),
    ...wanted('feedback', feedbackWorkflow),
    ...wanted('visit', visitWorkflow),
    ...wanted('reception-day', receptionDayWorkflow),
    // What a petition creates has no step of its own; undone imports, the vault and a second transfer are not played here.
  ].filter(
    (state) => !/ (same|awaiting-acceptance|awaiting-assignment|transferred|sealed-away)$|^visit void$/.test(state),
  )
  assert.deepEqual(
    states.filter((state) => !passed.has(state)),
    [],
  )
  for (const rest of [
    'petition void',
    'complaint settled-for-good',
    'complaint at-second-instance',
    'complaint terminated',
    'feedback closed',
    'visit refused',
    'visit awaiting-outcome',
    'reception-day published',
  ])
    assert.ok(ended.has(rest), rest)
  assert.ok(inOrder(plan).every(({ on, unit }) => on.toString() <= '2026-11-20' && keys.has(unit)))
})

let t: TestDatabase
let data = ''
let loaded: Loaded
before(async () => {
  t = await countryDatabase()
  const size = { ...wholeSize, petitions: 20, visits: 12, days: false }
  data = mkdtempSync(join(tmpdir(), 'gandan-demo-'))
  loaded = await loadDemonstration(t.db, t.worker, size, () => undefined, data)
})
after(async () => {
  await t.close()
  rmSync(data, { recursive: true, force: true })
})

test('sealed letters can be opened with the passphrase that the start prints; the backlog is at work', async () => {
  for (const holder of keyHolders) {
    const key = await openWithPassphrase(t.db.pool, accountIdOf(holder), passphrase)
    assert.ok(key, holder)
    closeKey(key)
  }
  const { rows } = await t.owner.pool.query('select state from denunciation order by received_on')
  assert.deepEqual(
    rows.map((one) => one.state),
    ['verifying', 'accepted', 'under-review', 'sealed'],
  )
  // The mark at the province, the demand at the ward.
  assert.equal(await wordsFor(t.db, 'chutich.laocai-tinh', '2026-11-20'), 1)
  assert.equal(await wordsFor(t.db, 'chutich.camduong', '2026-11-20'), 1)
  assert.equal(await wordsFor(t.db, 'vanthu.camduong', '2026-11-20'), 0)
  const { rows: made } = await t.owner.pool.query(`select kind, count(*)::int as n from (
    select 'plan' as kind from case_plan union all select 'demand' from overdue_demand) made group by kind order by kind`)
  assert.ok(made.every((one) => one.n > 0))
})

test('the program refuses no planned step, and the check finds nothing', async () => {
  assert.deepEqual(
    loaded.refused.map(
      ({ step, why }) => `${step.on} ${step.unit} ${step.action.noun.kind} ${step.action.step}: ${why}`,
    ),
    [],
  )
  const client = await t.owner.pool.connect()
  try {
    assert.deepEqual((await check(client, '/nowhere')).faults, [])
  } finally {
    client.release()
  }
})

test('every letter says that it is invented, and no identity number stands anywhere', async () => {
  const { rows } = await t.db.pool.query('select text, petitioner_phone, petitioner_email from petition')
  assert.ok(rows.length > 80)
  for (const { text, petitioner_phone, petitioner_email } of rows) {
    assert.ok(text.endsWith(inventedMark), text)
    assert.match(petitioner_phone ?? '0900000000', /^0900000\d{3}$/)
    assert.match(petitioner_email ?? '@vidu.example', /@vidu\.example$/)
  }
  const spilled = await t.db.pool.query(
    `select input from payload where input::text ~ '(?<![0-9a-f-])[0-9]{12}(?![0-9a-f-])'`,
  )
  assert.deepEqual(spilled.rows, [])
})

test('postings say what the registers say', async () => {
  const { rows } = await t.db.pool.query(
    `select (select sum(sign) from posting where fact = 'petition-received') as received, (select count(*) from petition where state <> 'void') + (select count(*) from denunciation) as petitions,
      (select sum(sign) from posting where fact = 'petition-processed') as processed, (select count(*) from petition where processed_on is not null) + (select count(*) from denunciation where processed_on is not null) as handled,
      (select count(*) from posting where not folded) as tail`,
  )
  assert.equal(rows[0].received, rows[0].petitions)
  assert.equal(rows[0].processed, rows[0].handled)
  assert.equal(rows[0].tail, 0)
})

test('only the newest notices still go out', async () => {
  const { rows } = await t.db.pool.query(`select task, count(*) as n from outbox group by task`)
  assert.ok(
    rows.every(({ task, n }) => task === 'send-notice' && n <= 8),
    JSON.stringify(rows),
  )
})

test('every figure of the review of public engagement opens its records', async () => {
  fixDay(wholeSize.until.toString())
  const pages = await servePages(t, data, wholeSize.until.toString())
  try {
    const head = await Browser.signedIn(pages, 'chutich.laocai-tinh', password)
    const opened = new Set<string>()
    const report = await head.get('/bao-cao/01-DVCQ?ky=2026-y')
    assert.equal(report.status, 200)
    const figures = [...report.html.matchAll(/href="(\/bao-cao\/01-DVCQ\/\d+\?[^"]*)"/g)].map(([, to]) =>
      to!.replaceAll('&amp;', '&'),
    )
    assert.ok(figures.length >= 25, String(figures.length))
    // One unit's figure a column, one record of each kind: all of a kind have one page.
    for (const at of new Map(figures.map((one) => [one.replace(/don_vi=[^&]*/, ''), one])).values()) {
      const list = await head.get(at)
      assert.equal(list.status, 200, at)
      for (const [, to, kind] of list.html.matchAll(/href="(\/ho-so\/[0-9a-f-]{36}\/([a-z-]+)\/[0-9a-f-]{36})"/g)) {
        if (opened.has(kind!)) continue
        let page = await head.get(to!)
        if (page.status === 303) page = await head.get(page.location!)
        assert.equal(page.status, 200, `${to} ${page.url}`)
        opened.add(kind!)
      }
    }
    for (const kind of ['visit', 'petition', 'commitment', 'instrument', 'study-session', 'meeting', 'dialogue'])
      assert.ok(opened.has(kind), kind)
  } finally {
    await pages.close()
  }
})

test('every story is told to its end, and numbers in a book follow their days', async () => {
  const { rows: told } = await t.owner.pool.query<{ kind: string; action: string; n: number }>(
    'select record_kind as kind, action, count(*)::int as n from event group by 1, 2',
  )
  const times = (kind: string, action: string) => told.find((one) => one.kind === kind && one.action === action)?.n ?? 0
  const least: readonly (readonly [kind: string, last_step: string, least: number])[] = [
    ['commitment', 'make', 12],
    ['commitment', 'confirm-kept', 2],
    ['consultation', 'explain', 1],
    ['dialogue', 'publish-results', 1],
    ['dialogue-question', 'answer', 1],
    ['goal', 'set-goal', 5],
    ['instrument', 'record-instrument', 4],
    ['meeting', 'conclude', 2],
    ['movement', 'award', 1],
    ['narrative', 'sign', 1],
    ['opinion', 'weigh', 2],
    ['paper', 'choose', 9],
    ['programme', 'issue-programme', 3],
    ['project', 'start', 1],
    ['study-session', 'note-attendance', 1],
    ['talk-request', 'decline', 1],
    ['topical-answer', 'hand-in', 30],
    ['unit-return', 'freeze', 1],
  ]
  assert.deepEqual(
    least.filter(([kind, step, n]) => times(kind, step) < n).map((one) => [...one, times(one[0], one[1])]),
    [],
  )
  const { rows: late } = await t.owner.pool.query(
    `select * from (select unit_id, book, number, issued_on, max(issued_on) over (partition by unit_id, book, year order by number) as latest
       from document) letter where issued_on < latest`,
  )
  assert.deepEqual(late, [])
})

test('who has no business with a record learns nothing of it from any step of any module, in any state', async () => {
  const on = wholeSize.until.toString()
  const elsewhere = await viewerOfAccount(t.db.pool, accountIdOf('chutich.ninhkieu'), at(on))
  assert.ok(elsewhere)
  const seen = await seenByStrangers(t, await everyAction(), [elsewhere, person(on)], on)
  assert.deepEqual(seen.leaks, [])
  assert.ok(seen.kinds > 30 && seen.tried > 1000, JSON.stringify(seen))
})

test('whatever officers try on any kind of record is done, lawfully refused or faulty, and the books stay sound', async () => {
  const actions = await everyAction()
  const seed = Date.now() % 100_000
  const tries = await tryAnything(t, actions, { day: wholeSize.until.toString(), seed, for_ms: 6_000 })
  assert.deepEqual([...tries.bugs], [], `seed ${seed}`)
  assert.ok(
    tries.done > 20 && tries.kinds.size > 30,
    `${tries.done} of ${tries.tried} tries on ${tries.kinds.size} kinds`,
  )
  assert.deepEqual(await offTheirWorkflow(t, actions), [])
  const client = await t.owner.pool.connect()
  try {
    assert.deepEqual((await check(client, '/nowhere')).faults, [], `seed ${seed}`)
  } finally {
    client.release()
  }
})

test('scaled registers pass the check, twice over', async () => {
  for (const cases of [600, 200])
    assert.equal((await scale(t.db, t.worker, { cases, until: wholeSize.until })).petitions, cases)
  const client = await t.owner.pool.connect()
  try {
    assert.deepEqual((await check(client, '/nowhere')).faults, [])
  } finally {
    client.release()
  }
})
