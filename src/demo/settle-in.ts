/** Brings the offices of the demonstration to life: which units, who works there since when, which bodies stand under them. */

import { addCluster } from '../modules/briefings/add-cluster.ts'
import { addMembers } from '../modules/briefings/add-members.ts'
import { nameHost } from '../modules/briefings/name-host.ts'
import { listAreas } from '../modules/calendars/list-areas.ts'
import { createAccount, givePosition } from '../modules/people/accounts.ts'
import { delegate } from '../modules/people/delegate.ts'
import { delegateReception } from '../modules/people/delegate-reception.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import { list } from '../modules/reports/list.ts'
import { addBodyAction } from '../modules/units/add-body.ts'
import { placeBodies } from '../modules/units/bodies.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import { type Db, type Queryable, transaction } from '../platform/database.ts'
import { hashPassword } from '../platform/password.ts'
import { dayOf, later, momentOf } from './days.ts'
import { addedBodies, offices } from './offices.ts'
import { prefixOf, type UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf, begins, holderOn, officers, password, posts } from './staff.ts'

const merged = dayOf('2025-07-01')

/** The id of a body that the demonstration adds. */
export function bodyIdOf(key: string): string {
  return idAt(momentOf(merged, 0).at, `body/${key}`)
}

/** Finds the territories in the tree; throws where the tree has not been brought in. */
export async function findUnits(sql: Queryable): Promise<UnitIds> {
  const ids = new Map<string, string>()
  for (const office of offices) {
    const { rows } = await sql.query<{ unit_id: string }>(
      `select p.unit_id from unit_period p left join unit_period up on up.unit_id = p.parent_id and up.valid @> $1::date
       where p.level = $2 and p.valid @> $1::date and ($3::text is null or p.code = $3) and ($3::text is not null or (p.name = $4 and up.name = $5))`,
      [office.from, office.level, office.code, office.name, office.above],
    )
    if (rows.length !== 1) throw new Error(`${rows.length} units are ${office.name} on ${office.from}`)
    ids.set(office.key, rows[0]!.unit_id)
  }
  const country = await sql.query<{ unit_id: string }>(
    `select unit_id from unit_period where level = 'country' limit 1`,
  )
  ids.set('country', country.rows[0]!.unit_id)
  for (const body of addedBodies) ids.set(body.key, bodyIdOf(body.key))
  return ids
}

/** Accounts, positions, bodies, delegations and named positions. */
export async function settleIn(db: Db, worker: Db, units: UnitIds): Promise<void> {
  await givePrefixes(db, units)
  const password_hash = await hashPassword(password)
  await eachOf(officers, 6, async ({ key, name }) => {
    await createAccount(db, { id: accountIdOf(key), name, sign_in_name: key, password_hash })
  })
  const bodies = new Set(addedBodies.map((body) => body.key))
  await givePosts(db, units, (unit) => !bodies.has(unit))
  await addBodies(db, worker, units)
  await givePosts(db, units, (unit) => bodies.has(unit))
  await listRemoteAreas(db, units)
  await formClusters(db, units)
  await handOver(db, units)
}

/** The lists of remote areas: one for the communes before the merger, one for those after it. */
async function listRemoteAreas(db: Db, units: UnitIds): Promise<void> {
  const remote = offices.filter((office) => office.level === 'commune' && office.remote)
  for (const from_on of new Set(remote.map((office) => office.from))) {
    const first = later(dayOf(from_on), dayOf(begins))
    const places = remote
      .filter((office) => office.from === from_on)
      .map((office) => office.code ?? `${office.name}, ${office.above}`)
    const input = {
      decision: `Quyết định (minh họa) về vùng sâu, vùng xa, áp dụng từ ${first.toString()}`,
      from_on: first.toString(),
      places: places.join('\n'),
    }
    const id = idAt(momentOf(first, 0).at, 'remote-areas')
    await as(db, 'quantri', first, listAreas, units.get('country')!, id, input)
  }
}

async function givePrefixes(db: Db, units: UnitIds): Promise<void> {
  const keys = [...offices.map((office) => office.key)]
  await db.pool.query(
    'insert into code_prefix (prefix, unit_id) select * from unnest($1::text[], $2::uuid[]) on conflict do nothing',
    [keys.map(prefixOf), keys.map((key) => units.get(key))],
  )
}

async function givePosts(db: Db, units: UnitIds, wanted: (unit: string) => boolean): Promise<void> {
  const chosen = posts.filter((post) => wanted(post.unit))
  await eachOf(chosen, 6, async ({ officer, unit, kind, title, from_on, until_on }) => {
    const id = idAt(momentOf(dayOf(from_on), 0).at, `position/${officer}/${unit}/${kind}`)
    const unit_id = units.get(unit)!
    const wantedPost = {
      id,
      account_id: accountIdOf(officer),
      unit_id,
      kind,
      title,
      from_on,
      ...(until_on ? { until_on } : {}),
    }
    await givePosition(db, wantedPost, momentOf(dayOf(from_on), 0))
  })
}

async function as(
  db: Db,
  officer: string,
  day: Temporal.PlainDate,
  action: AnyAction,
  unit_id: string,
  id: string,
  input: unknown,
): Promise<void> {
  const moment = momentOf(day, 60)
  const viewer = await viewerOfAccount(db.pool, accountIdOf(officer), moment)
  if (!viewer) throw new Error(`no account ${officer}`)
  await perform(db, action, { viewer, unit_id, id, input, moment })
}

async function addBodies(db: Db, worker: Db, units: UnitIds): Promise<void> {
  for (const body of addedBodies) {
    const input = { level: body.level, name: body.name, from_on: merged.toString() }
    await as(db, 'quantri', merged, addBodyAction, units.get(body.under)!, bodyIdOf(body.key), input)
  }
  await transaction(worker, async ({ client }) => {
    const rows = addedBodies.map(({ key, under, level, name }) => ({
      id: bodyIdOf(key),
      parent_id: units.get(under)!,
      level,
      forms: [{ from_on: merged, name }],
    }))
    await placeBodies(client, rows)
  })
}

/** Two clusters that meet every half year: provinces of the delta, kept by the country; communes of Lào Cai, kept by it. */
async function formClusters(db: Db, units: UnitIds): Promise<void> {
  const day = dayOf('2026-01-05')
  const from_on = merged.toString()
  const { rows } = await db.pool.query<{ unit_id: string }>(
    `select unit_id from unit_period where level = 'province' and code = any($1) and valid @> $2::date order by code`,
    [['82', '86', '91', '92', '96'], from_on],
  )
  const communes = ['camduong', 'laocai', 'sapa', 'baoyen', 'bacha', 'muonghum', 'vanban']
  for (const { keeper, officer, name, level, members, host } of [
    {
      keeper: 'country',
      officer: 'quantri',
      name: 'Cụm đồng bằng sông Cửu Long',
      level: 'province',
      members: rows.map((row) => row.unit_id),
      host: 'cantho',
    },
    {
      keeper: 'laocai-tinh',
      officer: holderOn('laocai-tinh', 'head', day),
      name: 'Cụm giao ban số 1',
      level: 'commune',
      members: communes.map((key) => units.get(key)!),
      host: 'camduong',
    },
  ]) {
    const unit_id = units.get(keeper)!
    const id = idAt(momentOf(day, 0).at, `cluster/${keeper}`)
    await as(db, officer, day, addCluster, unit_id, id, { name, level, from_on })
    await as(db, officer, day, addMembers, unit_id, id, { unit_ids: members, from_on })
    await as(db, officer, day, nameHost, unit_id, id, { period: '2026-6m', member_id: units.get(host)! })
  }
}

/** Heads hand powers to their deputies for a time, and list who may see the figures of denunciations. */
async function handOver(db: Db, units: UnitIds): Promise<void> {
  const idOf = (label: string, on: string) => idAt(momentOf(dayOf(on), 0).at, label)
  for (const [unit, on, until, action] of [
    ['camduong', '2025-10-06', '2025-11-01', delegateReception],
    ['cantho', '2026-04-06', '2026-06-01', delegateReception],
    ['camduong', '2026-11-02', '2027-01-01', delegate],
  ] as const) {
    const day = dayOf(on)
    const to_account_id = accountIdOf(holderOn(unit, 'deputy-head', day))
    const input = {
      to_account_id,
      from_on: on,
      until_on: until,
      document: `Văn bản giao quyền ngày ${day.day}/${day.month}/${day.year}`,
      ...(action === delegate ? { power: 'handling' } : {}),
    }
    await as(db, holderOn(unit, 'head', day), day, action, units.get(unit)!, idOf(`delegation/${unit}`, on), input)
  }
  const day = dayOf('2026-03-17')
  for (const unit of ['camduong', 'laocai-tinh', 'cantho', 'ninhkieu'])
    for (const kind of ['head', 'clerk'] as const) {
      const officer = holderOn(unit, kind, day)
      const input = { account_id: accountIdOf(officer) }
      await as(
        db,
        holderOn(unit, 'head', day),
        day,
        list,
        units.get(unit)!,
        idOf(`named/${unit}/${kind}`, day.toString()),
        input,
      )
    }
}

/** Does a thing for each of a list, so many at once. */
export async function eachOf<T>(items: readonly T[], at_once: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items].reverse()
  const lane = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: at_once }, lane))
}
