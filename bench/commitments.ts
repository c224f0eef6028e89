/** The ledger of a province over HTTP against the bare SQL of its page, with 100,000 commitments of 100 communes. */
import { Agent } from 'node:http'
import { askedFilter } from '../src/modules/commitments/addresses.ts'
import { commitment } from '../src/modules/commitments/commitment.ts'
import { commitmentById, happenedTo, headsSince, ledgerLines, openCounts } from '../src/modules/commitments/queries.ts'
import { attachmentsOf } from '../src/modules/files/queries.ts'
import { viewerOfAccount } from '../src/modules/people/viewer-of.ts'
import { openHouse } from '../tests/support/house.ts'
import { at } from '../tests/support/office.ts'
import { get, signIn, timed } from '../tests/support/visit.ts'
import { type Bench, median, rounded } from './bench.ts'

const day = '2026-11-20'
const size = 100_000
const communes = 100
const rounds = 60

/** Communes under the province, each with a head. */
const units = `
  with made as (
    insert into unit (id, kind) select gen_random_uuid(), 'territory' from generate_series(1, ${communes}) returning id
  ), numbered as (select id, row_number() over () as n from made
  ), period as (
    insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level, code)
    select id, '[2012-01-01,)', $1, 'Xã Đo ' || n, 'xa do ' || n, 'xa do ' || n, 'commune', (90000 + n)::text from numbered
  )
  insert into unit_ancestry (unit_id, ancestor_id, valid, depth)
  select id, x.up, '[2012-01-01,)', x.depth from numbered cross join lateral (values (id, 0), ($1::uuid, 1), ($2::uuid, 2)) x(up, depth)`

/** One in three is open, one in ten recommended. */
const commitments = `
  insert into commitment (unit_id, id, revision, state, chain, created_at, origin_kind, origin_unit_id, origin_id, origin_title, origin_public,
    said_on, text, force, named_on, due_on, made_on, head_then, kept_on, ended_on)
  select u.id, gen_random_uuid(), 2, case when g % 3 = 0 then 'made' else 'kept' end, '\\x00', now(), 'meeting', $1, gen_random_uuid(),
    'Hội nghị số ' || g % 500, true, date '2026-11-20' - (hashint4(g) & 511), repeat('Nội dung được bịa ra để đo. ', 6),
    case when g % 10 = 0 then 'recommended' else 'ordered' end, d.due_on, d.due_on, date '2026-11-20', '{"name": "Người Bịa", "account_id": "", "title": ""}',
    case when g % 3 <> 0 then d.due_on - 1 end, case when g % 3 <> 0 then d.due_on end
  from generate_series(1, ${size}) g
    join (select a.unit_id as id, row_number() over (order by a.unit_id) as n from unit_ancestry a where a.ancestor_id = $1 and a.depth = 1) u
      on u.n = 1 + g % (select count(*) from unit_ancestry a where a.ancestor_id = $1 and a.depth = 1)
    cross join lateral (select date '2026-11-20' + (hashint4(g + 7) & 511) - 400 as due_on) d`

const asks = {
  open: '',
  filtered: 'tinh-hinh=overdue&muc-do=ordered&tu=01/06/2026',
  sorted: 'tinh-hinh=all&xep=said&chieu=giam',
} as const

/** Each list and one record's page, each beside the bare SQL of what it reads. */
export async function run(): Promise<Bench> {
  const house = await openHouse(day)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const { province, country } = house.office
    await house.owner.pool.query(units, [province, country])
    await house.owner.pool.query(commitments, [province])
    await house.owner.pool.query('vacuum analyze commitment')
    await house.owner.pool.query('vacuum analyze unit_ancestry')
    await house.owner.pool.query('vacuum analyze unit_period')
    const cookie = await signIn(house, 'chu.tich.tinh')
    const viewer = await viewerOfAccount(house.db.pool, house.people['chu.tich.tinh'] ?? '', at(day))
    if (!viewer) throw new Error('nobody is signed in')
    const figures: Record<string, number> = {}
    const measure = async (name: string, path: string, bare: () => Promise<unknown>) => {
      const first = await get(`${house.address}${path}`, agent, cookie)
      if (first.status !== 200) throw new Error(`${path}: ${first.status}`)
      const [pages, queries]: [number[], number[]] = [[], []]
      for (let n = 0; n < rounds; n++) {
        const ms = { query: await timed(bare), page: await timed(() => get(`${house.address}${path}`, agent, cookie)) }
        if (n < rounds / 4) continue
        queries.push(ms.query)
        pages.push(ms.page)
      }
      figures[`${name}_page_ms`] = rounded(median(pages))
      figures[`${name}_bare_sql_ms`] = rounded(median(queries))
      figures[`${name}_ratio`] = rounded(median(pages) / median(queries))
      figures[`${name}_ratio_max`] = 2
    }
    for (const [name, query] of Object.entries(asks)) {
      const asked = new URLSearchParams(query)
      const filter = askedFilter((key) => asked.get(key) ?? undefined)
      await measure(name, `/cam-ket-noi-bo?${query}`, () =>
        Promise.all([ledgerLines(viewer, house.db.pool, filter), openCounts(viewer, house.db.pool)]),
      )
    }
    const { rows } = await house.db.pool.query<{ unit_id: string; id: string }>(
      'select unit_id, id from commitment order by due_on, id limit 1',
    )
    const { unit_id = '', id = '' } = rows[0] ?? {}
    await measure('record', `/cam-ket-noi-bo/${unit_id}/${id}`, async () => {
      const row = await commitmentById(viewer, house.db.pool, unit_id, id)
      if (!row) throw new Error('the record was not read')
      const about = { record: row, unit_id, viewer, moment: at(day) }
      await Promise.all([
        commitment.facts(house.db.pool, about),
        happenedTo(viewer, house.db.pool, row),
        headsSince(viewer, house.db.pool, row, viewer.on),
        attachmentsOf(viewer, house.db.pool, unit_id, id),
      ])
    })
    return { name: `commitments: a province's ledger over HTTP, ${size} commitments of ${communes} communes`, figures }
  } finally {
    agent.destroy()
    await house.close()
  }
}
