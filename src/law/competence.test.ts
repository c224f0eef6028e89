/** The ladder of competence: who settles what on which day, and who does not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CompetenceRow,
  competenceRows,
  type Instance,
  ladderOf,
  mayBeSettledBy,
  ownRespondent,
  type RespondentBody,
  respondentBodies,
  type SettlingBody,
  settlingBodies,
  tierOf,
  whoSettles,
} from './competence.ts'
import { complaintLimit, dialogueIsMandatory, mayBeSued } from './complaint-limits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const settler = (respondent: RespondentBody, instance: Instance, on: string) =>
  whoSettles({ respondent, instance, on: day(on) })?.settler ?? null

test('commune → province, department → province, province → minister, and after a minister the court', () => {
  const on = '2026-11-20'
  const road = (respondent: RespondentBody) => [settler(respondent, 1, on), settler(respondent, 2, on)]
  assert.deepEqual(road('commune'), ['commune-chairman', 'province-chairman'])
  assert.deepEqual(road('department'), ['department-head', 'province-chairman'])
  assert.deepEqual(road('department-unit'), ['department-unit-head', 'department-head'])
  assert.deepEqual(road('province'), ['province-chairman', 'minister'])
  assert.deepEqual(road('ministry-unit'), ['ministry-unit-head', 'minister'])
  assert.deepEqual(road('ministry'), ['minister', 'court'])
  assert.deepEqual(road('other'), [null, null])
})

test('the district settled second until 30/06/2025; what it decided itself then needs a chosen successor', () => {
  assert.equal(settler('commune', 2, '2025-06-30'), 'district-chairman')
  assert.equal(settler('commune', 2, '2025-07-01'), 'province-chairman')
  assert.equal(settler('district', 1, '2025-06-30'), 'district-chairman')
  assert.equal(settler('district', 1, '2025-07-01'), 'chosen-successor')
  for (const on of ['2025-06-30', '2025-07-01']) assert.equal(settler('district', 2, on), 'province-chairman')
  assert.equal(settler('district-department', 2, '2025-06-30'), 'district-chairman')
  assert.equal(settler('district-department', 2, '2025-07-01'), 'province-chairman')
  // The bridging text was not seen, and the book says so.
  const bridge = whoSettles({ respondent: 'district', instance: 1, on: day('2026-07-06') })
  assert.equal(bridge?.unverified, 'not-found')
  assert.equal(settler('commune', 1, '2012-06-30'), null)
})

test('a successor settles only with a ground, and only where it settles complaints at all', () => {
  const asked = { respondent: 'district', instance: 1, on: day('2026-07-06') } as const
  assert.equal(mayBeSettledBy('commune-chairman', asked, 'Biên bản bàn giao'), true)
  assert.equal(mayBeSettledBy('commune-chairman', asked), false)
  assert.equal(mayBeSettledBy(null, asked, 'Biên bản bàn giao'), false)
})

test('nobody settles in place of another', () => {
  const on = day('2026-11-20')
  const tiers = settlingBodies.filter((one) => one !== 'chosen-successor' && one !== 'court')
  for (const respondent of respondentBodies) {
    for (const instance of [1, 2] as const) {
      const found = whoSettles({ respondent, instance, on })
      if (!found || found.settler === 'chosen-successor') continue
      const may = tiers.filter((tier) => mayBeSettledBy(tier, { respondent, instance, on }))
      assert.deepEqual(may, found.settler === 'court' ? [] : [found.settler], `${respondent} ${instance}`)
    }
  }
})

test('on discipline the last step is the Minister of Home Affairs, by an article of its own', () => {
  const asked = { instance: 2, on: day('2026-11-20'), contested: 'discipline' } as const
  assert.equal(whoSettles({ ...asked, respondent: 'province' })?.settler, 'home-affairs-minister')
  assert.equal(whoSettles({ ...asked, respondent: 'commune' })?.settler, 'province-chairman')
  assert.equal(whoSettles({ ...asked, respondent: 'commune' })?.unverified, 'recalled')
})

test('rows of one body follow each other without gap or overlap, until today', () => {
  const rows: readonly CompetenceRow[] = competenceRows
  for (const respondent of respondentBodies.filter((one) => one !== 'other')) {
    for (const instance of [1, 2]) {
      const mine = rows
        .filter((row) => row.respondent === respondent && row.instance === instance)
        .sort((a, b) => a.from.localeCompare(b.from))
      assert.ok(mine.length > 0, `${respondent} ${instance}`)
      for (const [at, row] of mine.entries()) assert.equal(row.until, mine[at + 1]?.from ?? null, respondent)
    }
  }
})

test('a unit stands where its level and the unit above put it', () => {
  assert.equal(tierOf('commune', 'province'), 'commune-chairman')
  assert.equal(tierOf('department', 'province'), 'department-head')
  assert.equal(tierOf('department', 'department'), 'department-unit-head')
  // The offices of a commune are settled for by its chairman.
  assert.equal(tierOf('department', 'commune'), null)
  assert.equal(tierOf('school', 'province'), null)
  const tiers: SettlingBody[] = ['commune-chairman', 'department-head', 'province-chairman', 'minister']
  for (const tier of tiers) {
    const respondent = ownRespondent(tier)
    assert.equal(settler(respondent, 1, '2026-11-20'), tier)
  }
  const ours = ladderOf('province-chairman', day('2026-11-20')).filter((row) => row.ours)
  assert.deepEqual(
    ours.map((row) => `${row.respondent} ${row.instance}`),
    ['commune 2', 'department 2', 'province 1', 'district 2', 'district-department 2'],
  )
})

test('limits by instance and by what is contested', () => {
  const limits = (instance: number, contested?: 'discipline' | 'dismissal') =>
    (['file', 'accept', 'settle', 'send', 'file-second'] as const).map((what) =>
      complaintLimit(what, { instance, contested }).replace('complaint.', ''),
    )
  assert.deepEqual(limits(1), ['file-first', 'accept', 'settle-first', 'send-first', 'file-second'])
  assert.deepEqual(limits(2).slice(0, 4), ['file-second', 'accept', 'settle-second', 'send-second'])
  assert.deepEqual(limits(1, 'discipline'), [
    'discipline-file-first',
    'discipline-accept',
    'discipline-settle',
    'send-first',
    'discipline-file-second',
  ])
  assert.equal(limits(2, 'dismissal')[0], 'dismissal-file-second')
  assert.deepEqual(
    [1, 2].map((instance) => dialogueIsMandatory({ instance })),
    [false, true],
  )
  assert.equal(dialogueIsMandatory({ instance: 1, contested: 'dismissal' }), true)
  assert.deepEqual([mayBeSued('discipline'), mayBeSued('dismissal'), mayBeSued(null)], [false, true, true])
})
