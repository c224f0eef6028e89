/** Figures go up: commune → province → centre, on paper and from registers; sent back, mended, frozen, corrected, owed, reconciled. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { periodBefore, quarterEnded } from '../../src/law/carry-over.ts'
import { addsUpOverPieces, findForm } from '../../src/law/form-rules.ts'
import type { Form } from '../../src/law/forms.ts'
import { piecesOf, readPeriod } from '../../src/law/report-periods.ts'
import { readBook } from '../../src/modules/imports/read-book.ts'
import { caughtMail, startCatcher } from '../../src/modules/notices/catcher.ts'
import { recordsBehind } from '../../src/modules/reports/behind.ts'
import { handedIn } from '../../src/modules/reports/handed-in.ts'
import { completenessOf, makeReport, questionOf } from '../../src/modules/reports/report.ts'
import { sheetOf } from '../../src/modules/reports/sheet.ts'
import { accept } from '../../src/modules/returns/accept.ts'
import { correctFrozen } from '../../src/modules/returns/correct-frozen.ts'
import { sendDigests } from '../../src/modules/returns/digest.ts'
import { draft } from '../../src/modules/returns/draft.ts'
import { enter } from '../../src/modules/returns/enter.ts'
import { differences, emptyColumns, type Given, withSums, wrongSums } from '../../src/modules/returns/figures.ts'
import { freeze } from '../../src/modules/returns/freeze.ts'
import { handIn } from '../../src/modules/returns/hand-in.ts'
import { handInFor } from '../../src/modules/returns/hand-in-for.ts'
import { owedUnder, returnById } from '../../src/modules/returns/queries.ts'
import { readFigures, readPaste } from '../../src/modules/returns/read-cells.ts'
import { wrongCodes } from '../../src/modules/returns/read-codes.ts'
import { reconcile } from '../../src/modules/returns/reconcile.ts'
import { remind } from '../../src/modules/returns/remind.ts'
import { retake } from '../../src/modules/returns/retake.ts'
import { sendBack } from '../../src/modules/returns/send-back.ts'
import { setContact } from '../../src/modules/returns/set-contact.ts'
import type { UnitReturnRow } from '../../src/modules/returns/unit-return.ts'
import { voidReturn } from '../../src/modules/returns/void.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at, officer } from '../support/office.ts'

const form = findForm('01/TCD', 'TT01/2024')!
const letters = findForm('01/XLD', 'TT01/2024')!
const q3 = readPeriod('2026-q3')!
const which = { form: form.code, instrument: form.instrument, period: q3.id }
const day = '2026-09-16'

let house: House
let commune: Viewer
let clerk: Viewer
let neighbour: Viewer
let province: Viewer
let centre: Viewer
const old = randomUUID()

before(async () => {
  house = await openHouse('2026-11-20')
  const { db, office } = house
  commune = await officer(db, office.commune, 'deputy-head', day)
  clerk = await officer(db, office.commune, 'clerk', day, 'Lò Thị Số')
  neighbour = await officer(db, office.neighbour, 'deputy-head', day, 'Vàng Văn Giấy')
  province = await officer(db, office.province, 'handler', day)
  centre = await officer(db, office.country, 'head', day)
  await mergedUnit()
})
after(() => house.close())

/** A commune that became a part of ours on 01/07/2025. */
async function mergedUnit() {
  const { pool } = house.owner
  await pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [old])
  await pool.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
     values ($1, '[2012-01-01,2025-07-01)', $2, 'Xã Hợp Thành', 'xa hop thanh', 'xa hop thanh', 'commune', '02701')`,
    [old, house.office.province],
  )
  for (const [ancestor, depth] of [
    [old, 0],
    [house.office.province, 1],
    [house.office.country, 2],
  ])
    await pool.query(`insert into unit_ancestry values ($1, $2, '[2012-01-01,2025-07-01)', $3)`, [old, ancestor, depth])
  await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2025-07-01')`, [
    old,
    house.office.commune,
  ])
}

/** Takes a step on a day. */
function take(action: AnyAction, viewer: Viewer, unit_id: string, id: string, input: object = {}, more: object = {}) {
  const { on = day, ...rest } = more as { on?: string }
  const seen = { ...viewer, on: Temporal.PlainDate.from(on) }
  return perform(house.db, action, { viewer: seen, unit_id, id, input, moment: at(on), ...rest })
}

const closed =
  (code: string, status = 409) =>
  (fault: unknown) =>
    fault instanceof NotOpen && fault.code === code && fault.status === status

async function rowOf(unit_id: string, id: string): Promise<UnitReturnRow> {
  const { rows } = await house.db.pool.query<UnitReturnRow>(
    'select * from unit_return where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0]!
}

/** A full row of 01/TCD that adds up: `visits` comings of as many people. */
function full(of: Form, visits: number): Given {
  const zero = Object.fromEntries(of.columns.flatMap(({ no, from }) => ('terms' in from ? [[no, 0]] : [])))
  return withSums(of, { ...zero, 4: visits, 5: visits, 6: visits })
}

const report = (unit: string, tree_on: Temporal.PlainDate | null = null, of = form, period = q3) =>
  makeReport(house.db.pool, { form: of, period, unit, tree_on, as_of: null }, { denunciations: true })

test('empty is not zero, sums are checked, versions are compared cell by cell', () => {
  for (const [on, id, earlier] of [
    ['2026-09-14', '2026-q2', '2026-q1'],
    ['2026-09-15', '2026-q3', '2026-q2'],
    ['2026-03-20', '2026-q1', '2025-q4'],
  ])
    assert.deepEqual([quarterEnded(Temporal.PlainDate.from(on!)).id, periodBefore(readPeriod(id!)!).id], [id, earlier])
  assert.deepEqual(withSums(form, { 4: 3, 13: 1, 22: 0 })[1], 4)
  assert.equal(withSums(form, { 4: 3, 13: 1 })[1], undefined)
  assert.deepEqual(wrongSums(form, { ...full(form, 5), 1: 6 }), ['1=4+13+22'])
  assert.deepEqual(emptyColumns(form, { ...full(form, 5) }), [])
  assert.equal(emptyColumns(form, {}).length, form.columns.length)
  const rows = (columns: Given) => [{ row: 'total', name: null, columns }]
  const { 7: _gone, ...without } = full(form, 5)
  assert.deepEqual(differences(form, rows(full(form, 5)), rows({ ...without, 8: 2 })), [
    { row: 'total', name: null, no: 7, before: 0, after: null },
    { row: 'total', name: null, no: 8, before: 0, after: 2 },
  ])
})

test('our own sheet is read back; wrong unit, period, form, merged cells and text are told by cell and nothing is taken', async () => {
  const made = await report('02947')
  const sheets = await readBook(await sheetOf(made!, 'vi'), 'bieu.xlsx')
  const wanted = { form, period: q3, unit_name: 'Xã Bảo Yên' }
  const read = readFigures(sheets, wanted)
  assert.ok(read.ok && read.columns[1] === 0)
  const first = (given: ReturnType<typeof readFigures>) => (given.ok ? null : given.faults[0])
  assert.equal(first(readFigures(sheets, { ...wanted, unit_name: 'Phường Cam Đường' }))?.code, 'other-unit')
  assert.equal(first(readFigures(sheets, { ...wanted, period: readPeriod('2026-q2')! }))?.code, 'other-period')
  assert.equal(first(readFigures(sheets, { ...wanted, form: letters }))?.code, 'other-form')
  const last_year = findForm('01/XLD', 'TT02/2021')!
  const xld = await readBook(await sheetOf((await report('02947', null, letters))!, 'vi'), 'x.xlsx')
  assert.equal(first(readFigures(xld, { ...wanted, form: last_year }))?.code, 'form-of-another-version')
  const sheet = sheets[0]!
  const at_row = sheet.rows.findIndex((cells) => cells[0] === 'Tổng số')
  const spoiled = sheet.rows.map((cells, row) =>
    row === at_row ? cells.map((cell, column) => (column === 4 ? 'mười' : column === 6 ? '-' : cell)) : cells,
  )
  const merges = [{ top: at_row, left: 8, bottom: at_row, right: 9 }]
  const faults = readFigures([{ ...sheet, rows: spoiled, merges }], wanted)
  assert.deepEqual(faults.ok || faults.faults.map(({ cell, code, no }) => [cell, code, no]), [
    [`E${at_row + 1}`, 'text-in-a-number', 4],
    [`G${at_row + 1}`, 'dash-in-a-number', 6],
    [`I${at_row + 1}`, 'cells-are-merged', 8],
    [`J${at_row + 1}`, 'cells-are-merged', 9],
  ])
  // A code in the sheet is that of the period's days: one that was given out again is refused, with who bore it when.
  const stamped = (title: string) => [{ ...sheet, rows: [[title], ...sheet.rows] }]
  const codes = (title: string, more: object = {}) =>
    wrongCodes(province, house.db.pool, stamped(title), { ...wanted, unit_id: house.office.neighbour, ...more })
  assert.deepEqual([...(await codes('Mã đơn vị: 02947')), ...(await codes('Mã số: 01/TCD'))], [])
  assert.deepEqual((await codes('Mã số 02680'))[0], {
    cell: 'A1',
    code: 'code-of-another-unit',
    found: '02680; Phường Cam Đường',
  })
  const ended = (await codes('Mã: 02701'))[0]
  assert.deepEqual([ended?.code, ended?.found], ['code-of-other-days', '02701; Xã Hợp Thành (01/01/2012 – 30/06/2025)'])
  assert.deepEqual(
    await codes('Mã: 02701', { unit_id: old, unit_name: 'Xã Hợp Thành', period: readPeriod('2025-q1')! }),
    [],
  )
  assert.equal((await codes('Mã: 99999'))[0]?.code, 'unknown-code')
  // Pasted: one row with and without its name, one column, and what has too few cells.
  const cells: string[] = form.columns.map(({ no }) => (no === 3 ? '' : '1.234'))
  const row = readPaste(cells.join('\t'), wanted)
  assert.ok(row.ok && row.columns[1] === 1234 && row.columns[3] === undefined)
  assert.ok(readPaste(`Xã Bảo Yên\t${cells.join('\t')}`, wanted).ok)
  assert.equal(first(readPaste(`Xã Khác\t${cells.join('\t')}`, wanted))?.code, 'other-unit')
  const column = readPaste(cells.join('\r\n'), wanted)
  assert.ok(column.ok && column.columns[2] === 1234 && column.columns[3] === undefined)
  const wrong = readPaste(cells.with(1, '2,5').join('\n'), wanted)
  assert.deepEqual(wrong.ok || [wrong.faults[0]?.cell, wrong.faults[0]?.code], ['A2', 'not-a-whole-number'])
  assert.equal(first(readPaste('1\t2\t3', wanted))?.code, 'wrong-number-of-cells')
})

test('commune → province → centre: handed in, sent back with a remark on a cell, mended, accepted, frozen, corrected by a version', async () => {
  const { neighbour: unit, province: above, country } = house.office
  const id = uuidv7()
  await take(draft, neighbour, unit, id, { ...which, source: 'paper' })
  await assert.rejects(take(handIn, neighbour, unit, id, { signed: true }), closed('figures-are-complete'))
  await take(enter, neighbour, unit, id, { columns: { ...full(form, 5), 1: 6 } })
  await assert.rejects(take(handIn, neighbour, unit, id, { signed: true }), closed('figures-add-up'))
  await take(enter, neighbour, unit, id, { columns: full(form, 5) })
  // Wrong persons: a stranger commune, who receives, the centre two steps up.
  for (const viewer of [commune, centre])
    await assert.rejects(take(handIn, viewer, unit, id, { signed: true }), closed('not-yours', 404))
  await assert.rejects(take(handIn, province, unit, id, { signed: true }), closed('not-yours', 404))
  await take(handIn, neighbour, unit, id, { signed: true })
  await assert.rejects(take(accept, neighbour, unit, id), closed('not-yours', 404))
  await assert.rejects(take(enter, neighbour, unit, id, { columns: {} }), closed('not-in-this-state'))
  await assert.rejects(
    take(sendBack, province, unit, id, { remarks: [{ row: 'total', no: 77, text: 'sai' }] }),
    WrongInput,
  )
  await take(sendBack, province, unit, id, { remarks: [{ row: 'total', no: 4, text: 'Thiếu một lượt ngày 03/09' }] })
  const mended = await rowOf(unit, id)
  assert.deepEqual([mended.state, mended.remarks[0]?.no, mended.late], ['sent-back', 4, false])
  assert.equal((await report('02947'))?.total[4], 0, 'what was sent back counts as not handed in')
  await take(enter, neighbour, unit, id, { columns: full(form, 6) })
  await take(handIn, neighbour, unit, id, { signed: true }, { on: '2026-10-30' })
  assert.equal((await rowOf(unit, id)).late, false, 'in time first, mended later')
  await take(accept, province, unit, id, {}, { on: '2026-10-30' })
  await take(freeze, province, unit, id, {}, { on: '2026-10-30' })
  // The figures of the unit on paper stand in the province's and the country's, and open the return.
  for (const code of ['02947', '15', 'TW']) assert.equal((await report(code))?.total[4], 6, code)
  const found = await questionOf(house.db.pool, { form, period: q3, unit: 'TW', tree_on: null, as_of: null })
  const behind = await recordsBehind(house.db.pool, found!.question, { no: 4 })
  assert.deepEqual(
    behind.map(({ record_kind, record_id, counts }) => [record_kind, record_id, counts]),
    [['unit-return', id, 6]],
  )
  // The province draws up its own from the registers and the papers below, and the centre takes it.
  const own = uuidv7()
  const head = await officer(house.db, above, 'deputy-head', day)
  await take(draft, province, above, own, { ...which, source: 'registers' }, { on: '2026-10-31' })
  assert.equal((await rowOf(above, own)).figures.find(({ name }) => name === 'Xã Bảo Yên')?.columns[4], 6)
  await take(handIn, head, above, own, { signed: true }, { on: '2026-10-31' })
  await take(accept, centre, above, own, {}, { on: '2026-10-31' })
  assert.equal((await rowOf(above, own)).receiver_id, country)
  assert.equal((await rowOf(above, own)).late, true)
  // Frozen: nobody changes it; a version with its reason goes up again, and the old one stays.
  for (const action of [enter, sendBack, freeze])
    await assert.rejects(
      take(
        action,
        province,
        unit,
        id,
        action === enter ? { columns: {} } : { remarks: [{ row: 'total', no: 4, text: 'x' }] },
      ),
      (fault: unknown) => fault instanceof NotOpen || fault instanceof WrongInput,
    )
  const again = uuidv7()
  await assert.rejects(take(correctFrozen, neighbour, unit, again, { ...which }), WrongInput)
  await take(correctFrozen, neighbour, unit, again, { ...which, reason: 'Đếm thiếu một đoàn' }, { on: '2026-11-02' })
  await assert.rejects(
    take(correctFrozen, neighbour, unit, uuidv7(), { ...which, reason: 'Lần nữa' }),
    closed('no-version-is-open'),
  )
  assert.equal((await report('TW'))?.total[4], 6, 'the frozen figure counts until the next version is handed in')
  await take(enter, neighbour, unit, again, { columns: full(form, 8) }, { on: '2026-11-02' })
  await take(handIn, neighbour, unit, again, { signed: true }, { on: '2026-11-02' })
  assert.equal((await report('TW'))?.total[4], 8)
  const [frozen, second] = [await rowOf(unit, id), await rowOf(unit, again)]
  assert.deepEqual(
    [frozen.state, frozen.figures[0]?.columns[4], second.version, second.follows_id, second.late],
    ['frozen', 6, 2, id, false],
  )
  // As known before the correction.
  const as_of = Temporal.PlainDate.from('2026-11-01')
  const then = await makeReport(
    house.db.pool,
    { form, period: q3, unit: 'TW', tree_on: null, as_of },
    { denunciations: true },
  )
  assert.equal(then?.total[4], 6)
  // The correction shows itself to the next period of who is above.
  const next = uuidv7()
  const q4 = { ...which, period: '2026-q4' }
  await take(draft, province, above, next, { ...q4, source: 'registers' }, { on: '2026-12-16' })
  const told = await reconcile(
    { ...province, on: Temporal.PlainDate.from('2026-12-16') },
    house.db.pool,
    await rowOf(above, next),
    new Set(),
  )
  assert.deepEqual(
    told?.since.map(({ version, reason }) => [version, reason]),
    [[2, 'Đếm thiếu một đoàn']],
  )
})

test('twice is once, two clerks are told of each other, a running period is a draft only, registers do not come on paper', async () => {
  const { commune: unit } = house.office
  await house.db.pool.query(
    `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, stage, people, cases, first_time)
     values ($1, $2, 1, 'visit', 'visit', '2026-07-02', '2026-07-02', 'regular', 2, 1, true)`,
    [unit, randomUUID()],
  )
  await assert.rejects(
    take(draft, clerk, unit, uuidv7(), { ...which, source: 'paper' }),
    closed('unit-keeps-no-register'),
  )
  await assert.rejects(
    take(draft, province, unit, uuidv7(), { ...which, source: 'registers' }),
    closed('registers-are-the-units-own'),
  )
  const ids = [uuidv7(), uuidv7()]
  const both = await Promise.allSettled(
    ids.map((id) => take(draft, clerk, unit, id, { ...which, source: 'registers' })),
  )
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const id = ids[both.findIndex(({ status }) => status === 'fulfilled')]!
  assert.equal((await take(draft, clerk, unit, id, { ...which, source: 'registers' })).repeated, true)
  assert.equal((await rowOf(unit, id)).figures[0]?.columns[5], 2)
  await take(retake, clerk, unit, id, {}, { revision: 1 })
  await assert.rejects(take(retake, commune, unit, id, {}, { revision: 1 }), (fault: unknown) => {
    assert.ok(fault instanceof Stale)
    assert.deepEqual([fault.by, fault.action], ['Lò Thị Số', 'retake'])
    return true
  })
  await assert.rejects(take(enter, clerk, unit, id, { columns: { 4: 1 } }), closed('figures-come-on-paper'))
  await assert.rejects(
    take(voidReturn, province, unit, id, { reason: 'Không phải của mình' }),
    closed('not-yours', 404),
  )
  const running = uuidv7()
  await take(draft, clerk, unit, running, { ...which, period: '2026-q4', source: 'registers' }, { on: '2026-11-20' })
  await assert.rejects(
    take(handIn, commune, unit, running, { signed: true }, { on: '2026-11-20' }),
    closed('period-has-ended'),
  )
  await assert.rejects(
    take(draft, clerk, unit, uuidv7(), { ...which, period: '2026-h1', source: 'registers' }),
    WrongInput,
  )
  await assert.rejects(
    take(draft, clerk, unit, uuidv7(), { ...which, instrument: 'TT02/2021', source: 'registers' }),
    WrongInput,
  )
})

test('a unit that is no more is refused with its successors named; what it left open its heir carries on, on both trees', async () => {
  const heir = await officer(house.db, house.office.commune, 'head', '2025-07-02').catch(() => commune)
  const q2 = { ...which, period: '2025-q2' }
  const id = uuidv7()
  const then = await officer(house.db, old, 'clerk', '2025-06-20')
  await take(draft, then, old, id, { ...q2, source: 'paper' }, { on: '2025-06-20' })
  const carried = { ...heir, inherited: [{ unit_id: old, kind: 'head' as const }] }
  await take(enter, carried, old, id, { columns: full(form, 3) }, { on: '2025-07-02' })
  await assert.rejects(
    take(handIn, neighbour, old, id, { signed: true }, { on: '2025-07-02' }),
    closed('not-yours', 404),
  )
  await take(handIn, carried, old, id, { signed: true }, { on: '2025-07-02' })
  const [before_on, after_on] = ['2025-06-14', '2025-12-01'].map((one) => Temporal.PlainDate.from(one))
  const period = readPeriod('2025-q2')!
  const rowsOn = async (tree: Temporal.PlainDate) =>
    (await report('15', tree, form, period))?.rows.flatMap(({ unit, columns }) =>
      columns[4] ? [[unit?.name, columns[4]]] : [],
    )
  assert.deepEqual(await rowsOn(before_on!), [['Xã Hợp Thành', 3]])
  assert.deepEqual(await rowsOn(after_on!), [['Phường Cam Đường', 3]])
  const found = await questionOf(house.db.pool, { form, period, unit: 'TW', tree_on: after_on!, as_of: null })
  assert.deepEqual(
    (await handedIn(house.db.pool, found!.question)).map(({ place }) => place.how),
    ['succeeded'],
  )
  await assert.rejects(
    take(draft, carried, old, uuidv7(), { ...which, period: '2025-q3', source: 'paper' }, { on: '2025-09-20' }),
    (fault: unknown) => {
      assert.ok(fault instanceof WrongInput)
      assert.deepEqual(fault.faults[0]?.params, { heirs: 'Phường Cam Đường' })
      return true
    },
  )
})

test('quarters on paper make up the longer period once they fill it, until it is handed in itself; where they cannot, they do not', async () => {
  const unit = house.office.neighbour
  const hand = async (period: string, visits: number, on: string) => {
    const id = uuidv7()
    await take(draft, neighbour, unit, id, { ...which, period, source: 'paper' }, { on })
    await take(enter, neighbour, unit, id, { columns: full(form, visits) }, { on })
    await take(handIn, neighbour, unit, id, { signed: true }, { on })
    return id
  }
  const sum = async (period: string) => (await report('TW', null, form, readPeriod(period)!))?.total[4]
  await hand('2024-q1', 5, '2024-03-20')
  assert.equal(await sum('2024-6m'), 0, 'a quarter alone is not six months')
  const second = await hand('2024-q2', 7, '2024-06-20')
  assert.equal(await sum('2024-6m'), 12)
  const question = await questionOf(house.db.pool, {
    form,
    period: readPeriod('2024-6m')!,
    unit: 'TW',
    tree_on: Temporal.PlainDate.from('2024-06-14'),
    as_of: null,
  })
  assert.deepEqual(
    (await handedIn(house.db.pool, question!.question)).map((one) => [one.period, one.columns[4]]),
    [
      ['2024-q1', 5],
      ['2024-q2', 7],
    ],
  )
  const known = { ...question!.question, as_of: Temporal.PlainDate.from('2024-04-01') }
  assert.deepEqual(await handedIn(house.db.pool, known), [], 'as of a day on which the second was not there')
  const counted = await recordsBehind(house.db.pool, question!.question, { no: 4, part: 'total' })
  assert.ok(counted.some((one) => one.record_id === second))
  // Nine months are six and a quarter; handed in itself the six months count alone.
  await hand('2024-q3', 1, '2024-09-20')
  assert.equal(await sum('2024-9m'), 13)
  await hand('2024-6m', 11, '2024-09-21')
  assert.deepEqual([await sum('2024-6m'), await sum('2024-9m'), await sum('2024-y')], [11, 12, 0])
  // Letters of the quarter before look back: no sum of quarters says them.
  assert.equal(addsUpOverPieces(letters), false)
  assert.deepEqual(piecesOf(readPeriod('2026-6m', 'CT33/2021')!), [])
})

test('a unit that is no more is found on its own page by who carries its work on, and nobody else', async () => {
  const [ban, beside] = [await Browser.signedIn(house, 'chu.tich'), await Browser.signedIn(house, 'chu.tich.ban')]
  const found = await ban.get('/bao-cao/nop/lap/don-vi-cu?q=hop+thanh')
  assert.match(found.text, /Xã Hợp Thành/)
  assert.match(found.text, /30\/06\/2025/)
  const form_of = await ban.get(`/bao-cao/nop/lap?don_vi=${old}&ky=2025-q2&nguon=paper`)
  assert.equal(form_of.values['unit'], old)
  assert.doesNotMatch((await beside.get('/bao-cao/nop/lap/don-vi-cu')).text, /Xã Hợp Thành/)
})

test('the parent’s clerk types a signed paper in for a unit; who owes what is told, and reminded once in one mail', async () => {
  const { neighbour: unit, province: above } = house.office
  const q2 = { ...which, period: '2026-q2' }
  const on = '2026-06-19'
  const id = uuidv7()
  await take(draft, province, unit, id, { ...q2, source: 'paper' }, { on })
  await take(enter, province, unit, id, { columns: full(form, 2) }, { on })
  const paper = { signed_by: 'Vàng Thị Bạn', signed_on: '2026-06-15', signed: true }
  await assert.rejects(
    take(handInFor, province, unit, id, { ...paper, signed_on: '2026-06-25' }, { on }),
    closed('signing-day-is-not-ahead'),
  )
  await take(handInFor, province, unit, id, paper, { on })
  const row = await rowOf(unit, id)
  assert.deepEqual([row.by_stand_in, row.signed_by, row.state], [true, 'Vàng Thị Bạn', 'handed-in'])
  const period = readPeriod('2026-q2')!
  // What came on paper is there, as far as it is known what is there.
  const told = async (as_of: Temporal.PlainDate | null) => {
    const found = await questionOf(house.db.pool, { form, period, unit: '15', tree_on: null, as_of })
    return (await completenessOf(house.db.pool, found!.question)).with_figures
  }
  assert.equal(await told(null), (await told(Temporal.PlainDate.from('2026-06-18'))) + 1)
  const owed = async (day_on: string) =>
    (await owedUnder(province, house.db.pool, above, period, Temporal.PlainDate.from(day_on))).filter(
      (one) => one.form.code === form.code,
    )
  assert.deepEqual(
    (await owed('2026-06-30')).map(({ name, handed_in, days_late }) => [name, handed_in, days_late > 0]),
    [
      ['Phường Cam Đường', false, true],
      ['Xã Bảo Yên', true, false],
    ],
  )
  // One reminder: one mail to who owes, with every form, no figure; not on a Saturday; once.
  const folder = mkdtempSync(join(tmpdir(), 'gandan-returns-'))
  const catcher = await startCatcher(folder)
  const ports = (day_on: string) => ({
    app: house.db,
    worker: house.worker,
    config: { smtp_url: catcher.url, from: 'bao-cao@lao-cai.gov.vn', portal: 'http://localhost:3000' },
    moment: at(day_on),
  })
  try {
    await take(setContact, clerk, house.office.commune, uuidv7(), { mail: 'vanthu@camduong.gov.vn' }, { on })
    await assert.rejects(
      take(setContact, clerk, house.office.commune, uuidv7(), { mail: 'a@b, c@d' }, { on }),
      WrongInput,
    )
    const asked = { root_id: above, period: 'x' }
    await assert.rejects(take(remind, province, above, uuidv7(), asked, { on: '2026-06-26' }), WrongInput)
    await take(remind, province, above, uuidv7(), { ...asked, period: '2026-q2' }, { on: '2026-06-26' })
    await assert.rejects(
      take(remind, province, above, uuidv7(), { ...asked, period: '2026-q2' }, { on: '2026-06-26' }),
      closed('not-reminded-today'),
    )
    await assert.rejects(
      take(remind, province, above, uuidv7(), { root_id: unit, period: '2026-q1' }, { on: '2026-06-26' }),
      closed('units-below-are-yours'),
    )
    assert.deepEqual(await sendDigests(ports('2026-06-27')), { sent: 0, failed: 0, no_address: 0, reminders: 0 })
    const round = await sendDigests(ports('2026-06-29'))
    // The other commune still owes other forms, and has no address.
    assert.deepEqual(round, { sent: 1, failed: 0, no_address: 1, reminders: 1 })
    assert.deepEqual(await sendDigests(ports('2026-06-29')), { sent: 0, failed: 0, no_address: 0, reminders: 0 })
    const [mail, ...others] = await caughtMail(folder)
    assert.equal(others.length, 0)
    assert.equal(mail?.to, 'vanthu@camduong.gov.vn')
    assert.match(mail!.text, /Biểu 01\/TCD, Quý II năm 2026: hạn gửi \d\d\/06\/2026, đã quá \d+ ngày/)
    assert.match(mail!.text, /Biểu 01\/XLD/)
    assert.doesNotMatch(mail!.text, /tố cáo|Lượt/i)
  } finally {
    await catcher.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('“previous column 5 = current column 2”: the difference is shown with the letter that makes it', async () => {
  const { commune: unit } = house.office
  const letter = randomUUID()
  await house.owner.pool.query(
    `insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text, petitioner_name)
     values ($1, $2, 1, 'received', '', now(), 7, 2026, '2026-05-04', 'direct', 'desk', 'Kiến nghị làm đường', 'Nội dung', 'Người gửi')`,
    [unit, letter],
  )
  const posting = (seq: number, known_on: string, sign: 1 | -1) =>
    house.db.pool.query(
      `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, people, sign)
       values ($1, $2, $3, 'petition', 'petition-received', '2026-05-04', $4, 1, $5)`,
      [unit, letter, seq, known_on, sign],
    )
  await posting(1, '2026-05-04', 1)
  const of = { form: letters.code, instrument: letters.instrument }
  const earlier = uuidv7()
  await take(draft, clerk, unit, earlier, { ...of, period: '2026-q2', source: 'registers' }, { on: '2026-06-16' })
  assert.equal((await rowOf(unit, earlier)).figures[0]?.columns[5], 1)
  await take(handIn, commune, unit, earlier, { signed: true }, { on: '2026-06-16' })
  // It was counted by mistake, which is known in August only.
  await posting(2, '2026-08-03', -1)
  const now = uuidv7()
  await take(draft, clerk, unit, now, { ...of, period: '2026-q3', source: 'registers' }, { on: '2026-09-16' })
  const listed = randomUUID()
  await house.owner.pool.query(
    `insert into named_position (unit_id, id, revision, state, chain, created_at, account_id, from_on)
     values ($1, $2, 1, 'listed', '', now(), $3, '2025-01-01')`,
    [unit, listed, clerk.account_id],
  )
  const found = await reconcile(clerk, house.db.pool, await rowOf(unit, now), new Set())
  const [pair] = found!.pairs
  assert.deepEqual([pair?.from, pair?.to, pair?.before, pair?.now], [5, 2, 1, 0])
  assert.deepEqual(
    pair?.astray?.map(({ record, before, now: after_it }) => [record.record_id, record.title, before, after_it]),
    [[letter, 'Kiến nghị làm đường', 1, 0]],
  )
  // Who is not named reads neither these columns nor their records.
  assert.deepEqual((await reconcile(commune, house.db.pool, await rowOf(unit, now), new Set([2])))!.pairs, [])
  assert.equal(await returnById(neighbour, house.db.pool, unit, now), null)
})

test('through the pages: begun, typed with a fault, pasted, handed in with the signed copy, taken in, printed', async () => {
  const { neighbour: unit } = house.office
  const ban = await Browser.signedIn(house, 'chu.tich.ban')
  const tinh = await Browser.signedIn(house, 'chu.tich.tinh')
  const stranger = await Browser.signedIn(house, 'chu.tich')
  const begin = await ban.get('/bao-cao/nop/lap?ky=2026-q1&nguon=paper')
  const made = await begin.submit({ form: '01/TCD', source: 'paper', period: '2026-q1' })
  assert.equal(made.status, 303, made.text.slice(0, 400))
  const path = made.location!
  assert.equal((await stranger.get(path)).status, 404)
  const page = await ban.get(path)
  assert.match(page.text, /Chưa có số ở cột 1, 2, 3/)
  const entry = await ban.get(`${path}/nhap`)
  const wrong = await entry.submit({ c4: 'mười', c5: '12' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.errorAt('c4'), /cột 4/i)
  assert.equal(wrong.values['c5'], '12')
  const paste = await ban.get(`${path}/dan`)
  const bad = await paste.submit({ text: '1\t2' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /Số ô không đúng với biểu/)
  const cells = form.columns.map(({ no }) => String(full(form, 4)[no])).join('\t')
  assert.equal((await paste.submit({ text: cells })).status, 303)
  assert.equal((await paste.submit({ text: `${cells}\n` })).status, 303, 'the same again is done already')
  const sign = await ban.get(`${path}/hand-in`)
  assert.equal((await sign.submit({})).status, 422)
  const pdf = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'ban-ky.pdf', {
    type: 'application/pdf',
  })
  const signed = await sign.submit({ signed: 'yes', files: pdf })
  assert.equal(signed.status, 303, signed.text.slice(0, 600))
  assert.match((await tinh.get(path)).text, /ban-ky\.pdf/)
  const back = await tinh.get(`${path}/send-back`)
  const half = await back.submit({ row_1: 'total', no_1: '4', text_1: 'Xem lại', text_2: 'Thiếu dòng' })
  assert.equal(half.status, 422)
  // More remarks than three: asked for by a button, with what was typed kept.
  const wider = await back.submit({ row_1: 'total', no_1: '4', text_1: 'Xem lại', them: '6' })
  assert.equal(wider.status, 200)
  assert.match(wider.text, /Ý kiến 6: sai ở đâu/)
  assert.equal(wider.values['text_1'], 'Xem lại')
  const five = { row_5: 'total', no_5: '5', text_5: 'Đếm lại lượt' }
  const sent_back = await back.submit({ row_1: 'total', no_1: '4', text_1: 'Xem lại ngày 03/02', ...five })
  assert.equal(sent_back.status, 303)
  assert.match((await ban.get(`${path}/nhap`)).text, /Nơi nhận ghi: Đếm lại lượt/)
  assert.match((await ban.get(`${path}/nhap`)).text, /Nơi nhận ghi: Xem lại ngày 03\/02/)
  assert.equal((await (await ban.get(`${path}/hand-in`)).submit({ signed: 'yes' })).status, 303)
  assert.equal((await (await tinh.get(`${path}/accept`)).submit({})).status, 303)
  const all = { root_id: house.office.province, form: '01/TCD', period: '2026-q1' }
  assert.equal((await stranger.post('/bao-cao/nop/chot-het', all)).status, 404)
  assert.match((await tinh.get('/bao-cao/nop/chua-nop?ky=2026-q1')).text, /Chốt 1 báo cáo đã nhận của biểu này/)
  assert.equal((await tinh.post('/bao-cao/nop/chot-het', all)).status, 303)
  assert.match((await ban.get(path)).text, /Đã chốt/)
  const correction = await (await ban.get(`${path}/correct-frozen`)).submit({ reason: 'Cộng sai' })
  assert.equal(correction.status, 303, correction.text.slice(0, 400))
  assert.match((await ban.get(`${correction.location}/so-sanh`)).text, /Hai bản giống nhau/)
  const printed = await ban.get(`${path}/in`)
  assert.match(printed.text, /Thủ trưởng cơ quan/)
  assert.match(printed.text, /Đã ký nộp trên hệ thống: Vàng Thị Bạn/)
  const owed = await tinh.get('/bao-cao/nop/chua-nop?ky=2026-q1')
  assert.match(owed.text, /Phường Cam Đường Chưa lập/)
  assert.equal((await owed.submit({})).status, 303)
  assert.match((await tinh.get('/bao-cao/nop/chua-nop?ky=2026-q1')).text, /Đã yêu cầu nhắc ngày 20\/11\/2026/)
  assert.equal((await stranger.get('/bao-cao/nop/chua-nop')).status, 404)
  assert.match((await ban.get('/bao-cao/nop?trang_thai=frozen')).text, /01\/TCD · Quý I năm 2026/)
  assert.match((await tinh.get('/bao-cao/01-TCD?don_vi=15&ky=2026-q1')).text, /Xã Bảo Yên \( ?đơn vị nộp ?\)/)
  const behind = await tinh.get('/bao-cao/01-TCD/4?don_vi=15&ky=2026-q1')
  const opened = /href="(\/ho-so\/[^"]*\/unit-return\/[^"]*)"/.exec(behind.html)?.[1] ?? ''
  assert.equal((await tinh.get(opened)).location, path, 'a figure on paper opens its return')
  assert.match((await tinh.get('/bao-cao')).text, /Nộp, nhận và đối chiếu số liệu/)
  assert.equal((await tinh.get(`/bao-cao/nop/${unit}/${uuidv7()}`)).status, 404)
})

test('a body that receives takes figures in itself once somebody is in office there; until then the unit above it does', async () => {
  const { neighbour: unit, province: above } = house.office
  const body = randomUUID()
  await house.owner.pool.query(`insert into unit (id, kind) values ($1, 'organisation')`, [body])
  await house.owner.pool.query(
    `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level)
     values ($1, '[2012-01-01,)', $2, 'Thanh tra tỉnh', 'thanh tra tinh', 'thanh tra tinh', 'department')`,
    [body, above],
  )
  const id = uuidv7()
  await take(draft, neighbour, unit, id, { ...which, period: '2026-6m', source: 'paper' })
  await take(enter, neighbour, unit, id, { columns: full(form, 1) })
  await take(handIn, neighbour, unit, id, { signed: true })
  assert.equal((await rowOf(unit, id)).receiver_id, body)
  await take(accept, province, unit, id)
  const inspector = await officer(house.db, body, 'handler', day)
  await assert.rejects(take(freeze, province, unit, id), closed('not-yours', 404))
  await take(freeze, inspector, unit, id)
})

test('a form added by file is handed in like any other, and the return keeps it as it was', async () => {
  const { neighbour: unit, country } = house.office
  const columns = [
    { no: 1, path: ['Tổng số lượt'], printed: '1=2+3', from: { add: [2, 3] } },
    ...[2, 3].map((no) => ({
      no,
      path: [`Lượt ${no}`],
      printed: String(no),
      from: { terms: [{ measures: ['regular_visits'], when: 'in', sign: 1 }] },
    })),
  ]
  const added = {
    code: '09/NB',
    instrument: 'QĐ 9/2026',
    title: 'Biểu nội bộ',
    from: '2026-01-01',
    until: null,
    cite: 'QĐ 9/2026',
    columns,
    identities: [{ what: '1=2+3' }],
  }
  await house.owner.pool.query(
    `insert into report_form (unit_id, id, revision, state, chain, created_at, code, instrument, from_on, form, added_on, in_force_on)
     values ($1, $2, 1, 'in-force', '', now(), $3, $4, '2026-01-01', $5, '2026-01-01', '2026-01-01')`,
    [country, randomUUID(), added.code, added.instrument, JSON.stringify(added)],
  )
  const id = uuidv7()
  const own = { form: added.code, instrument: added.instrument, period: q3.id, source: 'paper' }
  await take(draft, neighbour, unit, id, own)
  await take(enter, neighbour, unit, id, { columns: { 2: 4, 3: 1 } })
  await assert.rejects(take(enter, neighbour, unit, id, { columns: { 4: 1 } }), WrongInput)
  await house.owner.pool.query(`update report_form set state = 'taken-back'`)
  await take(handIn, neighbour, unit, id, { signed: true })
  const kept = await rowOf(unit, id)
  assert.deepEqual([kept.layout?.title, kept.figures[0]?.columns], ['Biểu nội bộ', { 1: 5, 2: 4, 3: 1 }])
})

test('what the returns say is what their events say', async () => {
  const client = await house.db.pool.connect()
  try {
    const { faults, kinds } = await check(client, house.data)
    const ours = ['unit-return', 'return-reminder', 'report-contact']
    assert.deepEqual(
      faults.filter(({ kind }) => ours.includes(kind)),
      [],
    )
    for (const kind of ours) assert.ok(kinds.find((one) => one.kind === kind)!.records > 0, kind)
  } finally {
    client.release()
  }
})
