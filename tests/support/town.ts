/** Two communes at work for journeys: who does what on which day, and what the books say afterwards. */
import assert from 'node:assert/strict'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../src/platform/actions/errors.ts'
import { type Performed, perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { testDatabase } from './database.ts'
import { at, type Office, officer, person, smallOffice } from './office.ts'

/** What a step may be given besides its input. */
export interface More {
  unit?: string
  revision?: number
}

/** A letter in one commune's register. */
export const complaintWords = {
  title: 'Thu hồi đất sai diện tích',
  text: 'Quyết định thu hồi đất ghi 120 mét vuông, gia đình tôi đo được 145 mét vuông. Tôi đề nghị đo lại.',
  petitioner_name: 'Lý Thị Mây',
  petitioner_address: 'Tổ 5, phường Cam Đường',
} as const

/** Conditions of a letter that lacks only its signature. */
export const unsignedConditions = [
  'in-vietnamese',
  'dated',
  'named-with-address',
  'content-stated',
  'not-sent-before',
  'not-guided-before',
] as const

/** What a complaint says when it is proposed. */
export const against = { respondent: 'Ủy ban nhân dân phường', contested: 'Quyết định 12/QĐ-UBND ngày 02/06/2026' }

/** What is left of the postings once reversals have taken theirs away. */
export function standing(lines: readonly string[]): string[] {
  const left: string[] = []
  for (const line of lines) if (line.startsWith('+')) left.push(line.slice(2))
  for (const line of lines) if (line.startsWith('-')) left.splice(left.indexOf(line.slice(2)), 1)
  return left
}

/** Opens the town. Call `t.close` in `after`. */
export async function openTown() {
  const t = await testDatabase()
  const office = await smallOffice(t.owner)
  const of = (unit: keyof Office, kind: Viewer['positions'][number]['kind']) =>
    officer(t.db, office[unit], kind, '2026-06-01')
  const people = {
    desk: await of('commune', 'reception-officer'),
    clerk: await of('commune', 'clerk'),
    handler: await of('commune', 'handler'),
    other_handler: await of('commune', 'handler'),
    head: await of('commune', 'head'),
    neighbour_desk: await of('neighbour', 'reception-officer'),
    neighbour_head: await of('neighbour', 'head'),
    province_head: await of('province', 'head'),
  }

  /** Takes a step on a day, as the person is on that day. */
  async function take(
    action: AnyAction,
    viewer: Viewer,
    id: string,
    day: string,
    input: object = {},
    more: More = {},
  ): Promise<Performed> {
    const { unit = office.commune, ...rest } = more
    const seen = { ...viewer, on: Temporal.PlainDate.from(day) }
    return await perform(t.db, action, { viewer: seen, unit_id: unit, id, input, moment: at(day), ...rest })
  }

  /** The step must meet this lawful no. */
  async function closed(code: string, ...call: Parameters<typeof take>): Promise<void> {
    await assert.rejects(take(...call), (fault) => {
      assert.ok(fault instanceof NotOpen, String(fault))
      assert.equal(fault.code, code)
      assert.equal(fault.status, code === 'not-yours' ? 404 : 409)
      return true
    })
  }

  /** The step must find this fault at this field. */
  async function faulty(at_field: string, ...call: Parameters<typeof take>): Promise<void> {
    await assert.rejects(take(...call), (fault) => {
      assert.ok(fault instanceof WrongInput, String(fault))
      assert.equal(fault.message, at_field)
      return true
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: rows of three registers, read column by column in tests.
  async function row(table: 'petition' | 'complaint' | 'feedback', id: string): Promise<any> {
    const { rows } = await t.db.pool.query(`select * from ${table} where id = $1`, [id])
    return rows[0]
  }

  /** Letters of these records in order, as `kind book/number`. */
  async function letters(...ids: string[]): Promise<string[]> {
    const { rows } = await t.db.pool.query(
      'select kind, book, number from document where record_id = any($1::uuid[]) order by issued_on, book, number',
      [ids],
    )
    return rows.map((one) => `${one.kind} ${one.book}/${one.number}`)
  }

  /** What a letter of that kind says. */
  async function said(id: string, kind: string) {
    const { rows } = await t.db.pool.query('select data from document where record_id = $1 and kind = $2', [id, kind])
    assert.equal(rows.length, 1, `${kind} is there once`)
    return rows[0].data
  }

  /** Every book of the unit runs from 1 without a gap. */
  async function gapless(): Promise<void> {
    const { rows } = await t.db.pool.query(
      `select unit_id, book, year, count(*)::int as n, max(number) as last from (
         select unit_id, book, year, number from document
         union all select unit_id, 'petition', register_year, register_number from petition where register_number is not null
         union all select unit_id, 'complaint', register_year, register_number from complaint
       ) numbers group by 1, 2, 3`,
    )
    assert.ok(rows.length > 0)
    for (const book of rows) assert.equal(book.n, book.last, `${book.book} ${book.year}`)
  }

  /** Postings of these records, each as `fact stage|outcome eligible cases` with its sign. */
  async function posted(...ids: string[]): Promise<string[]> {
    const { rows } = await t.db.pool.query(
      `select fact, coalesce(outcome, stage) as how, kind, on_day::text as on_day, eligible, cases, sign from posting
       where record_id = any($1::uuid[]) order by on_day, fact, sign desc, seq, ord`,
      [ids],
    )
    return rows.map((one) =>
      [one.sign < 0 ? '-' : '+', one.on_day, one.fact, one.how, one.kind, one.eligible, one.cases]
        .filter((word) => word !== null)
        .join(' '),
    )
  }

  /** Templates of the notices of a petition, with how many of each. */
  async function notices(id: string): Promise<Record<string, number>> {
    const { rows } = await t.db.pool.query(
      'select template, count(*)::int as n from notice where record_id = $1 group by 1 order by 1',
      [id],
    )
    return Object.fromEntries(rows.map((one) => [one.template, one.n]))
  }

  const code = async (unit = office.commune) => newTrackingCode(await prefixOfUnit(t.db.pool, unit))

  /** A letter sent from the portal. */
  async function sent(day: string, words: object = {}): Promise<string> {
    const id = uuidv7()
    const letter = { asked_kind: 'complaint', ...complaintWords, code: await code(), ...words }
    await take(submit, person(day), id, day, letter)
    return id
  }

  /** A letter recorded at the desk. */
  async function recorded(day: string, words: object = {}): Promise<string> {
    const id = uuidv7()
    const paper = { received_on: day, source: 'post', signed: true, ...complaintWords, code: await code(), ...words }
    await take(record, people.desk, id, day, paper)
    return id
  }

  /** Classified: a complaint of ours with every condition met, unless told otherwise. */
  const classified = (id: string, day: string, more: object = {}) =>
    take(classify, people.desk, id, day, {
      kind: 'complaint',
      field: 'land',
      competence: 'ours',
      conditions: [...unsignedConditions, 'signed'],
      ...more,
    })

  /** A signed complaint proposed for acceptance the same day: ids of the petition and the complaint. */
  async function proposed(day: string, more: object = {}): Promise<{ petition: string; id: string }> {
    const petition = await recorded(day)
    await classified(petition, day)
    await take(proposeAcceptance, people.desk, petition, day, { ...against, ...more })
    return { petition, id: idFrom(petition, 'point/1') }
  }

  return {
    t,
    office,
    ...people,
    take,
    closed,
    faulty,
    row,
    letters,
    said,
    gapless,
    posted,
    notices,
    code,
    sent,
    recorded,
    classified,
    proposed,
  }
}

/** The town as tests hold it. */
export type Town = Awaited<ReturnType<typeof openTown>>
