/** The structure of the book: what no single row shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { competenceRows } from './competence.ts'
import { instrumentOf, instruments } from './instruments.ts'
import { answer, type Step, type Workflow } from './law.ts'
import { letterForms } from './letter-forms.ts'
import { petitionWorkflow } from './petition-workflow.ts'
import { proceedings, statesOf } from './proceedings.ts'
import { refusalGrounds, representativesOf } from './reception-rules.ts'
import { retentionRows } from './retention-rules.ts'
import { receptionMayBeDelegated, switches } from './switches.ts'
import { complexityCriteria, declineGrounds, fieldGroups, fields } from './terms.ts'
import { limitAliases, limitIds, type TimeLimit, timeLimits } from './time-limits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const isDay = (text: string) => day(text).toString() === text
type AnyWorkflow = Workflow<string, string, string>
const all = Object.entries(proceedings).map(([name, { workflow, finals }]) => ({
  name,
  workflow: workflow satisfies AnyWorkflow as AnyWorkflow, // widened: the tests treat every table alike
  finals: finals as readonly string[],
}))

/** States that can be reached from these by any step. */
function reachable(workflow: AnyWorkflow, from: readonly string[]): Set<string> {
  const found = new Set(from)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const row of Object.values(workflow)) {
      if (row.to !== 'same' && row.from.some((state) => found.has(state))) found.add(row.to)
    }
  }
  return found
}

for (const { name, workflow, finals } of all) {
  test(`${name}: every state is reached, and every state leads to a final one`, () => {
    const births = Object.values(workflow).filter((row) => row.from.length === 0)
    assert.ok(births.length > 0, 'something creates it')
    for (const row of births) assert.notEqual(row.to, 'same', 'a creating step has a state to go to')
    const found = reachable(
      workflow,
      births.map((row) => row.to),
    )
    assert.deepEqual([...found].sort(), statesOf(workflow).sort())
    for (const state of found) {
      assert.ok(
        [...reachable(workflow, [state])].some((end) => finals.includes(end)),
        `${state} is a dead end`,
      )
    }
    for (const state of finals) assert.ok(found.has(state), `${state} is a state`)
  })

  test(`${name}: every step is cited, named as a verb, taken by somebody, and none from everywhere`, () => {
    for (const [step, row] of Object.entries<Step<string, string, string>>(workflow)) {
      assert.match(step, /^[a-z]+(-[a-z]+)*$/)
      assert.match(row.cite, /\d/, `${step} cites an instrument`)
      assert.ok(row.by.length > 0, `${step} has somebody`)
      assert.ok(!row.from.includes('*'))
      assert.equal(new Set(row.from).size, row.from.length)
      assert.equal(new Set(row.needs).size, row.needs.length)
      for (const limit of [row.within, ...(row.or_within ?? [])])
        if (limit) assert.ok(limitIds.includes(limit), `${step}: ${limit}`)
      if (row.in_force_from) assert.ok(isDay(row.in_force_from))
    }
  })

  // Its two steps undo each other, and nothing is typed that could be wrong.
  if (name === 'named-position') continue
  // Its figures are entered again while it is open; once frozen they change by a new version alone.
  if (name === 'unit-return') continue
  // Its sections are written again while it is open; once signed it changes by a new version alone.
  if (name === 'narrative') continue
  // What was handed in is replaced by a version with its reason, by a step of that name.
  if (name === 'topical-answer') continue

  test(`${name}: a mistake can be corrected in every state but one that is void, sealed away or destroyed`, () => {
    // What was sealed away is mended in the closed register; of what was destroyed nothing is left.
    const states = statesOf(workflow).filter((state) => !['void', 'sealed-away', 'destroyed'].includes(state))
    assert.deepEqual([...(workflow.correct?.from ?? [])].sort(), states.sort())
  })
}

test('every citation begins with an instrument of the list, and every instrument is cited', () => {
  const steps = all.flatMap(({ workflow }) => Object.values<Step<string, string, string>>(workflow))
  const limits: readonly TimeLimit[] = timeLimits
  const rows = [
    ...steps,
    ...limits,
    ...switches,
    ...retentionRows,
    ...declineGrounds,
    ...complexityCriteria,
    ...refusalGrounds,
    ...competenceRows,
    ...letterForms,
    ...letterForms.map(({ instrument }) => ({ cite: instrument })),
  ]
  const used = new Set<string>()
  for (const { cite } of rows) {
    for (const part of cite.split('; ')) {
      const found = instrumentOf(part)
      assert.ok(found, part)
      used.add(found.short)
    }
  }
  // The Labour Codes and the Civil Code are cited by the calendar and the count.
  const uncited = instruments.map(({ short }) => short).filter((short) => !used.has(short))
  assert.deepEqual(
    uncited.filter((short) => !short.startsWith('BL')),
    [],
  )
})

test('a denunciation is touched only by who is clear of the subject', () => {
  for (const [step, row] of Object.entries(proceedings.denunciation.workflow)) {
    // The clock is under nobody: alone it may move a day, take note of an answer, erase a key; it opens and decides nothing.
    const by: readonly string[] = row.by
    if (by.includes('clock')) {
      assert.deepEqual(
        [step, by, row.to, row.needs.some((one) => one === 'actor-holds-a-key')],
        [step, ['clock'], 'same', false],
      )
      continue
    }
    // The desk under the subject gives the letter away and keeps no key to it.
    const needed = step === 'hand-over' ? 'actor-keeps-no-key' : 'actor-is-clear-of-the-subject'
    assert.ok(row.needs.some((condition) => condition === needed))
  }
})

test('a complaint is never reopened, but for one that ended by a forced withdrawal', () => {
  const steps = Object.entries(proceedings.complaint.workflow)
  assert.deepEqual(
    steps.filter(([step]) => step.includes('reopen')).map(([step, row]) => [step, row.from, row.needs]),
    [['reopen-coerced', ['terminated'], ['ended-by-withdrawal']]],
  )
})

test('time limits follow each other without gap or overlap', () => {
  const rows: readonly TimeLimit[] = timeLimits
  for (const id of limitIds) {
    const mine = rows.filter((row) => row.id === id)
    for (const [i, row] of mine.entries()) {
      assert.ok(isDay(row.from) && (row.until === null || isDay(row.until)))
      const next = mine[i + 1]
      assert.equal(row.until, next ? next.from : row.until, `${id} is contiguous`)
      assert.ok(row.until === null || row.until > row.from)
      assert.ok(row.length > 0 && Object.values(row.variants ?? {}).every((length) => length > row.length))
      if (row.switch) assert.ok(switches.some((item) => item.id === row.switch))
      if (row.local) assert.ok(row.unverified, `${id} is local, so to be checked`)
    }
  }
})

test('the ids that scripts rely on stay', () => {
  const promised = `complaint.accept complaint.settle-first complaint.settle-second complaint.send-first complaint.send-second
    denunciation.process denunciation.transfer denunciation.settle denunciation.notify denunciation.send-conclusion
    denunciation.publish denunciation.further complaint.file-second complaint.dialogue-notice complaint.suspend-send
    reception.outcome reception.relay reception.refusal-notice reception.schedule dialogue.notice dialogue.publish
    petition.classify mediation.start`
  for (const id of promised.split(/\s+/))
    assert.ok(
      limitIds.some((known) => known === id),
      id,
    )
  assert.equal(limitAliases['complaint.appeal'], 'complaint.file-second')
})

test('the answer: who before what, then the day, the state, the conditions', () => {
  const ask = (state: string | null, standings: string[], holds: (condition: string) => boolean) =>
    answer(petitionWorkflow, 'transfer', { state, standings, holds, on: day('2026-08-03') })
  const code = (state: string | null, standings: string[], holds: (condition: string) => boolean) => {
    const found = ask(state, standings, holds)
    return found.open ? 'open' : found.code
  }
  assert.equal(
    code('withdrawn', ['public'], () => false),
    'not-yours',
  )
  assert.equal(
    code('withdrawn', ['handler'], () => false),
    'not-in-this-state',
  )
  assert.equal(
    code('assigned', ['handler'], () => false),
    'a-point-is-open',
  )
  assert.equal(
    code('assigned', ['handler'], (name) => name !== 'not-transferred-before'),
    'not-transferred-before',
  )
  assert.equal(
    code('assigned', ['handler'], () => true),
    'open',
  )
  const unknown = answer(petitionWorkflow, 'constructor', {
    state: null,
    standings: [],
    holds: () => true,
    on: day('2026-08-03'),
  })
  assert.equal(unknown.open ? '' : unknown.code, 'unknown-step')
})

test('a step the law did not know yet is not open', () => {
  const suspend = (on: string) =>
    answer(proceedings.complaint.workflow, 'suspend', {
      state: 'verifying',
      standings: ['settler'],
      holds: () => true,
      on: day(on),
    })
  assert.equal(suspend('2026-07-01').open, true)
  assert.deepEqual(
    [suspend('2026-06-30')].map((found) => (found.open ? '' : found.code)),
    ['not-in-force'],
  )
})

test('reception may be delegated until 30/06/2026, and after while the switch is off', () => {
  assert.equal(receptionMayBeDelegated(day('2026-06-30')), true)
  assert.equal(receptionMayBeDelegated(day('2026-07-01')), false)
  assert.equal(receptionMayBeDelegated(day('2026-07-01'), { 'reception.no-delegation': false }), true)
})

test('the closed lists have what the law has', () => {
  assert.equal(declineGrounds.filter(({ cite }) => cite.startsWith('LKN 2011 Đ11.')).length, 9)
  assert.equal(complexityCriteria.length, 7)
  assert.equal(refusalGrounds.filter((ground) => ground.letter_from !== null).length, 2)
  assert.equal(representativesOf(4), null)
  assert.deepEqual([representativesOf(10)?.most, representativesOf(11)?.most], [2, 5])
  for (const group of fieldGroups)
    assert.ok(
      fields.some((field) => field.group === group),
      group,
    )
})
