/** Commitments: made of what was promised, kept with evidence, never edited, and what the public reads of them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { at, person } from '../../../tests/support/office.ts'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { recordFieldVisit } from '../receptions/record-field-visit.ts'
import type { CommitmentRow } from './commitment.ts'
import { makeCommitments } from './make-commitments.ts'
import { commitmentsFrom } from './queries.ts'

let town: Town

before(async () => {
  town = await openTown()
})
after(() => town.t.close())

/** A promise of the commune's head on a field visit, made on that day; ids of visit and commitment. */
async function promised(day: string, due_on: string, text = 'Sửa mương thủy lợi cho 41 hộ') {
  const visit = uuidv7()
  const input = {
    held_on: day,
    place: 'Thôn Nà Ải',
    spoke: 'Người dân; mương vỡ',
    promised: text,
    promise_due_on: due_on,
  }
  await town.take(recordFieldVisit, town.head, visit, day, input)
  const origin = { origin_kind: 'field-visit', unit_id: town.office.commune, id: visit }
  assert.equal(await makeCommitments(town.t.db, origin, at(day)), 1)
  const { rows } = await town.t.db.pool.query<CommitmentRow>('select * from commitment where origin_id = $1', [visit])
  return { visit, row: rows[0]!, origin }
}

test('a promise with a day becomes one commitment, with the head of the day and the last day by the working calendar', async () => {
  // 21 March 2026 is a Saturday.
  const { visit, row, origin } = await promised('2026-03-02', '2026-03-21')
  assert.equal(row.unit_id, town.office.commune)
  assert.equal(row.head_then?.account_id, town.head.account_id)
  assert.deepEqual([row.named_on.toString(), row.due_on.toString()], ['2026-03-21', '2026-03-23'])
  assert.equal(await makeCommitments(town.t.db, origin, at('2026-03-03')), 0, 'twice is once')
  const asked = { kind: 'field-visit', unit_id: town.office.commune, id: visit }
  const [seen] = await commitmentsFrom(town.head, town.t.db.pool, asked)
  assert.equal(seen?.text, 'Sửa mương thủy lợi cho 41 hộ')
  assert.deepEqual(await commitmentsFrom(person('2026-03-03'), town.t.db.pool, asked), [], 'a visit is not public')
})
