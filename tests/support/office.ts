/** A small office for tests: a country, a province with two communes, and people in their posts. */
import { randomUUID } from 'node:crypto'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { citizen, viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import type { Moment } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/database.ts'
import { foldMarks } from '../../src/platform/text.ts'

/** Units of the small office. */
export interface Office {
  country: string
  province: string
  commune: string
  neighbour: string
}

/** A moment on that business day. */
export function at(day: string): Moment {
  return { at: Temporal.Now.instant(), on: Temporal.PlainDate.from(day) }
}

/** Makes the units, written by the owner as the tree's import would. */
export async function smallOffice(owner: Db): Promise<Office> {
  const office = { country: randomUUID(), province: randomUUID(), commune: randomUUID(), neighbour: randomUUID() }
  const rows = [
    [office.country, null, 'Việt Nam', 'country', 'TW'],
    [office.province, office.country, 'Tỉnh Lào Cai', 'province', '15'],
    [office.commune, office.province, 'Phường Cam Đường', 'commune', '02680'],
    [office.neighbour, office.province, 'Xã Bảo Yên', 'commune', '02947'],
  ] as const
  for (const [id, parent, name, level, code] of rows) {
    await owner.pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
    await owner.pool.query(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
       values ($1, '[2012-01-01,)', $2, $3, $4, $4, $5, $6)`,
      [id, parent, name, foldMarks(name), level, code],
    )
  }
  const ancestry = [
    [office.country, office.country, 0],
    [office.province, office.province, 0],
    [office.province, office.country, 1],
    ...[office.commune, office.neighbour].flatMap((id) => [
      [id, id, 0],
      [id, office.province, 1],
      [id, office.country, 2],
    ]),
  ]
  for (const [unit, ancestor, depth] of ancestry) {
    await owner.pool.query(
      `insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $2, '[2012-01-01,)', $3)`,
      [unit, ancestor, depth],
    )
  }
  return office
}

let counter = 0

/** Somebody with a position in a unit since 2020, seen on that day. */
export async function officer(
  db: Db,
  unit_id: string,
  kind: Viewer['positions'][number]['kind'],
  day: string,
  name = 'Nguyễn Văn Thử',
): Promise<Viewer> {
  counter += 1
  const made = await createAccount(db, { name, sign_in_name: `thu.${kind}.${counter}`, password_hash: 'x' })
  await givePosition(db, {
    account_id: made.id,
    unit_id,
    kind,
    title: kind === 'head' ? 'Chủ tịch' : 'Chuyên viên',
    from_on: Temporal.PlainDate.from('2020-01-01'),
  })
  const viewer = await viewerOfAccount(db.pool, made.id, at(day))
  if (!viewer) throw new Error('the account was not made')
  return viewer
}

/** The same person on another day. */
export async function onDay(db: Db, viewer: Viewer, day: string): Promise<Viewer> {
  const later = await viewerOfAccount(db.pool, viewer.account_id!, at(day))
  return later!
}

/** A citizen on the portal, with the records their code has opened. */
export function person(day: string, opened: Viewer['opened'] = []): Viewer {
  return citizen(at(day), { opened })
}
