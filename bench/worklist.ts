/** An officer's worklist over HTTP against the bare SQL of its page, in a register of 100,000 petitions. */
import { Agent } from 'node:http'
import { viewerOfAccount } from '../src/modules/people/viewer-of.ts'
import { workCounts, workItems } from '../src/modules/petitions/queries.ts'
import { openHouse } from '../tests/support/house.ts'
import { at } from '../tests/support/office.ts'
import { get, signIn, timed } from '../tests/support/visit.ts'
import { type Bench, median, rounded } from './bench.ts'

const day = '2026-11-20'
const size = 100_000
const rounds = 200

/** One register; one letter in twelve is still open, a third of those with the officer. */
const letters = `
  insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text,
    petitioner_name, signers, kind, field, case_id, handler_id, nominal_on, due_on, processed_on, signature)
  select $1, gen_random_uuid(), 3, case when g % 12 = 0 then 'assigned' else 'handled' end, '\\x00', now(), g, 2026,
    date '2026-11-20' - (hashint4(g) & 255), 'post', 'desk', 'Đơn minh họa số ' || g, repeat('Nội dung được bịa ra để đo. ', 12), 'Người gửi ' || g, 1,
    'observation', 'land', gen_random_uuid(), case when g % 36 = 0 then $2::uuid end,
    date '2026-11-20' + (hashint4(g + 7) & 63) - 20, date '2026-11-20' + (hashint4(g + 7) & 63) - 20,
    case when g % 12 <> 0 then date '2026-11-20' - 1 end, '{"how": "paper", "on": "2026-11-01", "by": null}'
  from generate_series(1, ${size}) g`

/** The page reads fifty rows and the counts of five lists; both are the bare SQL it is held against. */
export async function run(): Promise<Bench> {
  const house = await openHouse(day)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await house.owner.pool.query(letters, [house.office.commune, house.people['chuyen.vien']])
    await house.owner.pool.query('vacuum analyze petition')
    const cookie = await signIn(house, 'tiep.dan')
    const viewer = await viewerOfAccount(house.db.pool, house.people['tiep.dan'] ?? '', at(day))
    if (!viewer) throw new Error('nobody is signed in')
    const page = () => get(`${house.address}/ban-lam-viec?danh-sach=unit`, agent, cookie)
    const bare = async () => {
      await Promise.all([workItems(viewer, house.db.pool, 'unit'), workCounts(viewer, house.db.pool)])
    }
    const { status, body } = await page()
    const rows = body.match(/<tr/g)?.length ?? 0
    if (status !== 200 || rows < 50) throw new Error(`the worklist was not shown: ${status}, ${rows} rows`)
    const pages: number[] = []
    const queries: number[] = []
    for (let n = 0; n < rounds; n++) {
      const ms = { query: await timed(bare), page: await timed(page) }
      if (n < rounds / 4) continue
      queries.push(ms.query)
      pages.push(ms.page)
    }
    const list = await Promise.all([timed(() => workItems(viewer, house.db.pool, 'unit'))])
    return {
      name: `worklist: 50 rows over HTTP on one connection, ${size} petitions in the register`,
      figures: {
        page_ms: rounded(median(pages)),
        bare_sql_ms: rounded(median(queries)),
        rows_alone_ms: rounded(list[0] ?? 0),
        page_kb: rounded(body.length / 1000),
        ratio: rounded(median(pages) / median(queries)),
        ratio_max: 2,
      },
    }
  } finally {
    agent.destroy()
    await house.close()
  }
}
