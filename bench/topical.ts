/**
 * A question list to the whole country: 3,321 pages asked by the job, each with its event, against the bare insert of the
 * same rows; and the sums by province, as a page, against the bare reading of the answers.
 */
import { createFrame } from '../src/http/frame.ts'
import { createAccount, givePosition } from '../src/modules/people/accounts.ts'
import { viewerOfAccount } from '../src/modules/people/viewer-of.ts'
import { addQuestion } from '../src/modules/topical-reports/add-question.ts'
import { rollUpPath } from '../src/modules/topical-reports/addresses.ts'
import { askBatch } from '../src/modules/topical-reports/jobs.ts'
import { pages } from '../src/modules/topical-reports/module.ts'
import { prepare } from '../src/modules/topical-reports/prepare.ts'
import { publish } from '../src/modules/topical-reports/publish.ts'
import { importUnits } from '../src/modules/units/import.ts'
import { countryId } from '../src/modules/units/unit.ts'
import { perform } from '../src/platform/actions/perform.ts'
import { clockViewer, type Viewer } from '../src/platform/actions/viewer.ts'
import { uuidv7 } from '../src/platform/uuid.ts'
import { type TestDatabase, testDatabase } from '../tests/support/database.ts'
import { type Bench, median, rounded } from './bench.ts'

const moment = {
  on: Temporal.PlainDate.from('2026-11-20'),
  at: Temporal.Instant.from('2026-11-20T09:00:00+07:00'),
}

/** The rows of one round as they stand, written again in one transaction a unit: what no program can do without. */
async function bareInsert(base: TestDatabase, call_id: string): Promise<number> {
  const { rows } = await base.db.pool.query<{ unit_id: string; id: string }>(
    'select unit_id, id from topical_answer where call_id = $1',
    [call_id],
  )
  const again = uuidv7()
  const began = performance.now()
  const lane = async (first: number) => {
    const client = await base.owner.pool.connect()
    try {
      for (let at = first; at < rows.length; at += 4) {
        const { unit_id, id } = rows[at]!
        await client.query(
          `with answer as (
             insert into topical_answer (unit_id, id, revision, state, chain, created_at, call_unit_id, call_id, round, nothing, asked_at, by_stand_in, version)
             select unit_id, $3, revision, state, chain, created_at, call_unit_id, $4, round, nothing, asked_at, by_stand_in, version
             from topical_answer where unit_id = $1 and id = $2),
           told as (
             insert into event (unit_id, record_id, seq, record_kind, action, at, on_day, via, standing, cite, to_state, payload_hash, chain)
             select unit_id, $3, seq, record_kind, action, at, on_day, via, standing, cite, to_state, payload_hash, chain
             from event where unit_id = $1 and record_id = $2)
           insert into payload (unit_id, record_id, seq, salt, input, changed)
           select unit_id, $3, seq, salt, input, changed from payload where unit_id = $1 and record_id = $2`,
          [unit_id, id, uuidv7(), again],
        )
      }
    } finally {
      client.release()
    }
  }
  await Promise.all([0, 1, 2, 3].map(lane))
  return performance.now() - began
}

async function head(base: TestDatabase): Promise<Viewer> {
  const { id } = await createAccount(base.db, { name: 'Người Bịa', sign_in_name: 'do.topical', password_hash: 'x' })
  await givePosition(base.db, { account_id: id, unit_id: countryId, kind: 'head', title: 'Đo', from_on: '2025-07-01' })
  const viewer = await viewerOfAccount(base.db.pool, id, moment)
  if (!viewer) throw new Error('the account that was just made is not there')
  return viewer
}

async function published(base: TestDatabase, viewer: Viewer): Promise<string> {
  const id = uuidv7()
  const of = { viewer, unit_id: countryId, id, moment }
  const due = { due_on: '20/11/2026', due_hour: '17:00' }
  const about = { title: 'Đo một lần hỏi cả nước', why: 'Để đo.', repeats: 'once', whom: 'level', level: 'commune' }
  await perform(base.db, prepare, { ...of, input: { ...about, ...due } })
  const roofs = { kind: 'number', text: 'Số nhà tốc mái', measure: 'nhà', most: '5.000', required: true }
  await perform(base.db, addQuestion, { ...of, input: roofs })
  await perform(base.db, addQuestion, { ...of, input: { kind: 'yes-no', text: 'Có mất điện không', required: true } })
  await perform(base.db, publish, { ...of, input: {} })
  return id
}

/** Asks, answers and adds up. */
export async function run(): Promise<Bench> {
  const base = await testDatabase()
  try {
    await importUnits(base.owner)
    const viewer = await head(base)
    const call_id = await published(base, viewer)
    const round = { unit_id: countryId, call_id, round: 1 }
    const began = performance.now()
    let asked = 0
    for (let left = 1; left > 0; ) {
      const done = await askBatch(base.db, round, moment)
      asked += done.asked
      left = done.left
    }
    const asked_ms = performance.now() - began
    const bare_ms = await bareInsert(base, call_id)
    await base.owner.pool.query(
      `update topical_answer set state = 'handed-in', answers = '{"q1": 1, "q2": false}', handed_in_at = $2, answered_by = 'Cán bộ' where call_id = $1`,
      [call_id, String(moment.at)],
    )
    const app = createFrame({
      moment: () => moment,
      viewerOf: async () => viewer,
      officeOf: async () => ({ name: 'Gần Dân' }),
    })
    pages(app, { db: base.db })
    const address = `http://gandan.test${rollUpPath({ unit_id: countryId, id: call_id })}`
    const shown: number[] = []
    const read: number[] = []
    let whole = ''
    for (let time = 0; time < 12; time++) {
      const opened = performance.now()
      whole = await (await app.request(address)).text()
      const between = performance.now()
      await base.db.pool.query(
        `select a.*, p.name, p.parent_id from topical_answer a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
         where a.call_unit_id = $3 and a.call_id = $1 and a.round = 1`,
        [call_id, clockViewer(moment.on).on.toString(), countryId],
      )
      shown.push(between - opened)
      read.push(performance.now() - between)
    }
    const right = asked === 3321 && /3\.321 nhà/.test(whole) && /class="gd-map"/.test(whole)
    return {
      name: 'topical: a question list to 3,321 communes',
      figures: {
        asked_ms: rounded(asked_ms),
        bare_insert_ms: rounded(bare_ms),
        asked_against_bare: rounded(asked_ms / bare_ms),
        asked_against_bare_max: 4,
        shown_ms: rounded(median(shown)),
        read_ms: rounded(median(read)),
        shown_against_read: rounded(median(shown) / median(read)),
        shown_against_read_max: 4,
        sums_are_right: right ? 1 : 0,
        sums_are_right_min: 1,
      },
    }
  } finally {
    await base.close()
  }
}
