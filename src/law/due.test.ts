/** Worked cases of real years, the law's no, and an independent slow count as oracle. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarWith, publishedCalendar } from './calendar.ts'
import { DueError, type DueQuestion, due, dueSoon, isOverdue, rowInForce } from './due.ts'
import { run } from './due-command.ts'
import { type LimitId, limitIds } from './time-limits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const days = (rule: LimitId, start: string, more: Omit<DueQuestion, 'start'> = {}) => {
  const answer = due(rule, { start: day(start), ...more })
  return [answer.nominal.toString(), answer.due.toString()]
}
const suspension = (from: string, to: string) => [{ from: day(from), to: day(to) }]

test('a complaint received before 01/07/2026 is accepted within 10 days, from then within 7 working days', () => {
  assert.deepEqual(days('complaint.accept', '2026-06-26'), ['2026-07-06', '2026-07-06'])
  assert.deepEqual(days('complaint.accept', '2026-06-30'), ['2026-07-10', '2026-07-10'])
  assert.deepEqual(days('complaint.accept', '2026-07-01'), ['2026-07-10', '2026-07-10'])
  assert.equal(rowInForce('complaint.accept', day('2026-06-30')).unit, 'day')
  assert.equal(rowInForce('complaint.accept', day('2026-07-01')).unit, 'working-day')
})

test('while the switch of the new limit is off, the old one goes on', () => {
  const switches = { 'complaint.accept-in-working-days': false }
  const answer = due('complaint.accept', { start: day('2026-07-01'), switches })
  assert.deepEqual([answer.length, answer.unit, answer.nominal.toString()], [10, 'day', '2026-07-11'])
  assert.equal(answer.due.toString(), '2026-07-13')
})

test('a denunciation received on the swapped rest day 31/08/2026 is processed by 11/09', () => {
  assert.deepEqual(days('denunciation.process', '2026-08-31'), ['2026-09-11', '2026-09-11'])
  assert.deepEqual(days('denunciation.process', '2026-08-31', { several_places: true }), ['2026-09-16', '2026-09-16'])
})

test('a notice is counted back, and a rest day rolls earlier', () => {
  assert.deepEqual(days('reception.schedule', '2026-09-24'), ['2026-09-17', '2026-09-17'])
  // 7 days before Sunday 20/09/2026 is Sunday 13/09: the notice is in time until Friday 11/09.
  assert.deepEqual(days('dialogue.notice', '2026-09-20'), ['2026-09-13', '2026-09-11'])
  // 5 working days before Monday 07/09/2026, across 31/08 (swapped), 01 and 02/09 (holidays).
  assert.deepEqual(days('reception.schedule', '2026-09-07'), ['2026-08-26', '2026-08-26'])
})

test('a last day that is a rest day ends with the next working day; warnings count to the nominal one', () => {
  const answer = due('complaint.settle-first', { start: day('2026-07-09') })
  assert.deepEqual([answer.nominal.toString(), answer.due.toString()], ['2026-08-08', '2026-08-10'])
  assert.equal(answer.reasons.at(-1)?.why, 'rolled-to')
  assert.equal(isOverdue(answer, day('2026-08-10')), false)
  assert.equal(isOverdue(answer, day('2026-08-11')), true)
  assert.equal(dueSoon(answer, day('2026-08-04')), true, 'Wed, Thu, Fri are left before Saturday 08/08')
  assert.equal(dueSoon(answer, day('2026-08-03')), false)
  assert.equal(dueSoon(answer, day('2026-08-11')), false, 'overdue is not due soon')
})

test('the lengths of settling by kind of case', () => {
  const length = (rule: LimitId, more: Omit<DueQuestion, 'start'>) =>
    due(rule, { start: day('2026-08-03'), ...more }).length
  assert.equal(length('complaint.settle-first', {}), 30)
  assert.equal(length('complaint.settle-first', { complexity: 'complex' }), 45)
  assert.equal(length('complaint.settle-first', { remote: true }), 45)
  assert.equal(length('complaint.settle-first', { remote: true, complexity: 'complex' }), 60)
  assert.equal(length('complaint.settle-second', {}), 45)
  assert.equal(length('complaint.settle-second', { remote: true, complexity: 'complex' }), 70)
  assert.equal(length('denunciation.settle', { complexity: 'complex' }), 60)
  assert.equal(length('denunciation.settle', { complexity: 'specially-complex' }), 90)
  assert.equal(length('complaint.file-second', { remote: true }), 45)
})

test('a suspension: neither its first nor its last day is counted, the rest goes on', () => {
  // 30 days from 03/08/2026 end on 02/09; ten days stand still, so 12/09, a Saturday, rolled to Monday 14/09.
  const more = { suspensions: suspension('2026-08-10', '2026-08-19') }
  assert.deepEqual(days('complaint.settle-first', '2026-08-03', more), ['2026-09-12', '2026-09-14'])
  const answer = due('complaint.settle-first', { start: day('2026-08-03'), ...more })
  const still = answer.reasons.find((reason) => reason.why === 'suspended')
  assert.deepEqual([still?.from.toString(), still?.to.toString(), still?.days], ['2026-08-10', '2026-08-19', 10])
  assert.match(still?.cite ?? '', /28b/)
  const twice = { suspensions: [...more.suspensions, ...suspension('2026-08-15', '2026-08-20')] }
  assert.deepEqual(days('complaint.settle-first', '2026-08-03', twice)[0], '2026-09-13', 'a day stands still once')
})

test('a suspension the law did not know yet is said aloud', () => {
  const early = due('complaint.settle-first', {
    start: day('2026-05-04'),
    suspensions: suspension('2026-05-11', '2026-05-15'),
  })
  assert.ok(early.notes.includes('suspension-before-the-law-knew-it'))
  const never = due('reception.outcome', {
    start: day('2026-08-03'),
    suspensions: suspension('2026-08-05', '2026-08-06'),
  })
  assert.ok(never.notes.includes('suspension-unknown-to-this-limit'))
})

test('an office may close or open a day; the answer says so', () => {
  const storm = { on: day('2026-07-06'), working: false, label: 'Bão số 3', cite: 'QĐ 12/QĐ-UBND' }
  const answer = due('complaint.accept', { start: day('2026-07-01'), calendar: calendarWith([storm]) })
  assert.equal(answer.due.toString(), '2026-07-13')
  assert.equal(answer.calendar.name, 'published+1')
  assert.equal(answer.calendar.overrides.length, 1)
  assert.equal(answer.reasons.find((reason) => reason.why === 'office-rest')?.label, 'Bão số 3')
})

test('the book says no', () => {
  const code = (found: string) => (error: unknown) => error instanceof DueError && error.code === found
  assert.throws(() => due('complaint.accept', { start: day('2012-06-30') }), code('not-in-force'))
  assert.throws(() => due('reception.refusal-notice', { start: day('2026-06-30') }), code('not-in-force'))
  assert.throws(() => due('complaint.accept', { start: day('2032-12-30') }), code('calendar'))
  const back = { start: day('2026-09-24'), suspensions: suspension('2026-09-18', '2026-09-18') }
  assert.throws(() => due('reception.schedule', back), code('suspension'))
  const before = { start: day('2026-08-03'), suspensions: suspension('2026-08-01', '2026-08-05') }
  assert.throws(() => due('complaint.settle-first', before), code('suspension'))
})

/** Counts day by day from the Labour Code's and Civil Code's words, sharing nothing with the engine but the calendar. */
function slowly(rule: LimitId, start: Temporal.PlainDate, length: number, stands: (on: string) => boolean): string[] {
  const row = rowInForce(rule, start)
  const back = row.counted === 'before'
  const rests = (on: Temporal.PlainDate) => !publishedCalendar.day(on).working
  const used: string[] = []
  for (let i = 1; used.length < length; i += 1) {
    const on = back ? start.subtract({ days: i }) : start.add({ days: i })
    if (stands(on.toString())) continue
    if (row.unit === 'working-day' && rests(on)) continue
    used.push(on.toString())
  }
  const nominal = used.at(-1) ?? ''
  let last = day(nominal)
  while (rests(last)) last = back ? last.subtract({ days: 1 }) : last.add({ days: 1 })
  return [nominal, last.toString()]
}

test('the engine agrees with a slow count on thousands of random cases', () => {
  const starts = fc.integer({ min: 0, max: 365 * 10 }).map((n) => day('2020-01-01').add({ days: n }))
  const flags = fc.record({
    remote: fc.boolean(),
    several_places: fc.boolean(),
    complexity: fc.constantFrom(undefined, 'complex' as const, 'specially-complex' as const),
  })
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), { maxLength: 3 })
  fc.assert(
    fc.property(fc.constantFrom(...limitIds), starts, flags, gaps, (rule, start, more, spans) => {
      let back: boolean
      try {
        back = rowInForce(rule, start).counted === 'before'
      } catch {
        return
      }
      const suspensions = back
        ? []
        : spans.map(([after, long]) => {
            const from = start.add({ days: after })
            return { from, to: from.add({ days: long }) }
          })
      const answer = due(rule, { start, ...more, suspensions })
      const stands = (on: string) => suspensions.some(({ from, to }) => from.toString() <= on && on <= to.toString())
      assert.deepEqual([answer.nominal.toString(), answer.due.toString()], slowly(rule, start, answer.length, stands))
      const told = answer.reasons.filter((reason) => reason.counted).reduce((sum, reason) => sum + reason.days, 0)
      assert.equal(told, answer.length, 'the reasons count as many days as the limit has')
      const from = back ? answer.due : start
      const whole = answer.reasons.reduce((sum, reason) => sum + reason.days, 0)
      assert.equal(whole, from.until(back ? start : answer.due).days + 1, 'every day has a reason')
    }),
    { numRuns: 3000 },
  )
})

/** Runs the command and gives exit code, standard output and standard error. */
async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await run(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

test('the command prints rule, nominal, due and reasons', async () => {
  const { code, out, err } = await command('--rule', 'complaint.accept', '--start', '2026-06-26')
  assert.deepEqual([code, err], [0, ''])
  const json = JSON.parse(out)
  assert.deepEqual([json.rule, json.nominal, json.due], ['complaint.accept', '2026-07-06', '2026-07-06'])
  assert.deepEqual(json.reasons[0], {
    from: '2026-06-26',
    to: '2026-06-26',
    days: 1,
    counted: false,
    why: 'start',
    cite: 'BLDS 2015 Đ147.2',
    reached: 0,
  })
  assert.equal(json.calendar.name, 'published')
  const alias = JSON.parse((await command('--rule=complaint.appeal', '--start=2026-08-03', '--remote')).out)
  assert.deepEqual([alias.rule, alias.nominal], ['complaint.file-second', '2026-09-17'])
})

test('a doubtful rule says how its switch stands, and another setting can be tried', async () => {
  const asked = ['--rule', 'complaint.accept', '--start', '2026-11-20']
  const told = async (...more: string[]) => {
    const { due, switches } = JSON.parse((await command(...asked, ...more)).out)
    return [due, ...switches.map((one: { id: string; on: boolean; by: string }) => `${one.id} ${one.on} ${one.by}`)]
  }
  const rule = 'complaint.accept-in-working-days'
  assert.deepEqual(await told(), ['2026-12-01', `${rule} true default`, 'holiday.culture-day false default'])
  assert.deepEqual(await told('--switch', 'holiday.culture-day=on'), [
    '2026-12-02',
    `${rule} true default`,
    'holiday.culture-day true setting',
  ])
  assert.deepEqual((await told('--switch', `${rule}=off`))[0], '2026-11-30')
  const plain = JSON.parse((await command('--rule', 'complaint.send-first', '--start', '2026-08-03')).out)
  assert.deepEqual(plain.switches, [])
})

test('the list names every rule', async () => {
  const { code, out } = await command('--list')
  assert.equal(code, 0)
  for (const id of limitIds) assert.ok(out.includes(id), id)
  assert.ok(out.includes('alias complaint.appeal'))
  assert.match(out, /complaint\.accept +2012-07-01\.\.2026-06-30 +10 d; LKN 2011 Đ27/)
})

test('bad arguments: exit 2 and one sentence that says what would be right', async () => {
  const rule = ['--rule', 'complaint.settle-first']
  const cases: [RegExp, ...string[]][] = [
    [/01 to 28/, ...rule, '--start', '2026-02-30'],
    [/YYYY-MM-DD/, ...rule, '--start', '30/02/2026'],
    [/month is 01 to 12/, ...rule, '--start', '2026-13-01'],
    [/did you mean complaint\.accept\?/, '--rule', 'complaint.acept', '--start', '2026-07-01'],
    [/ends before it begins/, ...rule, '--start', '2026-08-03', '--suspend', '2026-08-20..2026-08-10'],
    [/FROM\.\.TO/, ...rule, '--start', '2026-08-03', '--suspend', '2026-08-20'],
    [
      /exclude each other/,
      '--rule',
      'denunciation.settle',
      '--start',
      '2026-08-03',
      '--complex',
      '--specially-complex',
    ],
    [/it takes --several-places/, '--rule', 'denunciation.process', '--start', '2026-08-03', '--remote'],
    [/--start is missing/, ...rule],
    [/--rule is missing/, '--start', '2026-08-03'],
    [/needs a value/, '--rule'],
    [/given twice/, ...rule, ...rule, '--start', '2026-08-03'],
    [/unknown argument/, ...rule, '--begin', '2026-08-03'],
    [/there is no switch/, ...rule, '--start', '2026-08-03', '--switch', 'x=on'],
    [/neither on nor off/, ...rule, '--start', '2026-08-03', '--switch', 'holiday.culture-day'],
    [/not in force/, ...rule, '--start', '1899-01-01'],
    [/no working calendar/, ...rule, '--start', '2040-01-01'],
    [/did you mean/, '--rule', '__proto__', '--start', '2026-08-03'],
  ]
  for (const [sentence, ...args] of cases) {
    const { code, out, err } = await command(...args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, sentence)
    assert.equal(err.trim().split('\n').length, 1)
  }
})
