/** Steps of receptions as people take them: a record's revision is read first, as a page would. */
import assert from 'node:assert/strict'
import { isLetterKind, writeLetter } from '../../src/modules/notices/letters.ts'
import { citizen, viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { book } from '../../src/modules/receptions/book.ts'
import { open } from '../../src/modules/receptions/open.ts'
import { publish } from '../../src/modules/receptions/publish.ts'
import { register } from '../../src/modules/receptions/register.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { NotOpen, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import type { TestDatabase } from './database.ts'
import { type Office, type OfficePerson, onDay as on } from './reception-office.ts'

/** A lawful no with this code. */
export const no = (code: string) => (fault: unknown) => fault instanceof NotOpen && fault.code === code
/** A fault at this field. */
export const wrong = (field: string, code: string) => (fault: unknown) =>
  fault instanceof WrongInput && fault.faults.some((one) => one.field === field && one.code === code)

/** What publishing a head's day takes. */
export const periodic = {
  kind: 'periodic',
  starts: '8:00',
  ends: '11h30',
  place: 'Trụ sở phường',
  room: '1',
  mode: 'in-person',
  capacity: '2',
}

/** Somebody at the desk. */
export const person = {
  visitor_name: 'Giàng Thị Mỷ',
  visitor_address: 'Tổ 3, phường Thử Nghiệm',
  identity_kind: 'identity-card',
  people: '1',
  first_time: 'yes',
  asked_kind: 'recommendation',
  subject: 'Đường vào tổ 3 ngập',
}

/** A citizen who has opened these records with their code. */
export const asCitizen = (day: string, opened: Viewer['opened'] = []) => citizen(on(day), { opened })

/** The steps of one office. */
export function receptionSteps(base: TestDatabase, { commune, people }: Office) {
  const as = async (who: OfficePerson, day: string) => (await viewerOfAccount(base.db.pool, people[who], on(day)))!

  /** Takes a step; a record's current revision is read first, as a page would. */
  async function step(
    action: AnyAction,
    day: string,
    input: object,
    about: { id?: string; viewer?: Viewer; revision?: number } = {},
  ) {
    const id = about.id ?? uuidv7()
    const creates = action.noun.workflow[action.step]?.from.length === 0
    const revision = creates ? undefined : (about.revision ?? (await row(action.noun.table, id))['revision'])
    return perform(base.db, action, {
      viewer: about.viewer ?? (await as('officer', day)),
      unit_id: commune,
      id,
      revision: revision === undefined ? undefined : Number(revision),
      input,
      moment: on(day),
    })
  }

  async function row(table: string, id: string): Promise<Record<string, unknown>> {
    const { rows } = await base.db.pool.query(`select * from ${table} where unit_id = $1 and id = $2`, [commune, id])
    return rows[0]
  }

  const published = async (held_on: string, today: string, more: object = {}) =>
    (await step(publish, today, { ...periodic, held_on, ...more })).id

  /** A day of the head that is open now. */
  async function openDay(day: string, receiver: object = { receiver: 'head' }): Promise<string> {
    const id = await published(day, day)
    await step(open, day, receiver, { id })
    return id
  }

  const walkedIn = async (day: string, reception_day_id: string | undefined, more: object = {}) =>
    (await step(register, day, { ...person, reception_day_id, ...more })).id

  /** 01/TCD of these days as the postings tell it. */
  async function figures(from: string, until: string) {
    const { rows } = await base.db.pool.query(
      `select coalesce(stage, '-') as stage, sum(sign * quantity) filter (where fact = 'visit') as visits,
         sum(sign * people) filter (where fact = 'visit') as people,
         sum(sign * cases) filter (where fact = 'visit' and first_time) as first_time,
         sum(sign * cases) filter (where fact = 'visit' and not first_time) as many_times,
         sum(sign * quantity) filter (where fact = 'visit' and large_group) as groups,
         sum(sign * people) filter (where fact = 'visit' and large_group) as group_people,
         sum(sign * cases) filter (where fact = 'visit' and large_group and not first_time) as group_many,
         sum(sign * quantity) filter (where fact = 'reception-day') as days
       from posting where unit_id = $1 and on_day between $2 and $3 group by 1 order by 1`,
      [commune, from, until],
    )
    const counted = (value: unknown) => Number(value ?? 0)
    return Object.fromEntries(rows.map(({ stage, ...cells }) => [stage, Object.values(cells).map(counted)]))
  }

  async function booking(day_id: string, today: string, more: object = {}, id = uuidv7(), code?: string) {
    const given = code ?? newTrackingCode(await prefixOfUnit(base.db.pool, commune))
    const input = {
      reception_day_id: day_id,
      visitor_name: 'Mùa A Sính',
      people: '1',
      asked_kind: 'complaint',
      subject: 'Bồi thường đất',
      code: given,
      ...more,
    }
    return { ...(await step(book, today, input, { id, viewer: asCitizen(today) })), code: given }
  }

  async function letters(record_id: string) {
    const { rows } = await base.db.pool.query(
      'select kind, number, title, issued_on, data from document where unit_id = $1 and record_id = $2 order by seq',
      [commune, record_id],
    )
    return rows.map((one) => {
      assert.ok(isLetterKind(one.kind))
      return { ...one, text: writeLetter(one.kind, one.data, { number: one.number, issued_on: String(one.issued_on) }) }
    })
  }

  return { as, step, row, published, openDay, walkedIn, figures, booking, letters }
}
