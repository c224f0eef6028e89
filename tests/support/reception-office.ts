/** A commune with a head, a deputy and a reception officer, and its reception pages as an app: what reception tests stand on. */
import { createFrame } from '../../src/http/frame.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { openedCookie, readOpened } from '../../src/modules/people/opened.ts'
import { citizen, viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { pages } from '../../src/modules/receptions/module.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import type { Moment } from '../../src/platform/clock.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import type { TestDatabase } from './database.ts'

/** Who works in the office; `stranger` is the reception officer of another commune. */
export type OfficePerson = 'head' | 'deputy' | 'officer' | 'stranger'

/** The office with its people's account ids. */
export interface Office {
  commune: string
  people: Record<OfficePerson, string>
}

const hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** The real instant on this business day. */
export function onDay(day: string): Moment {
  return { at: Temporal.Now.instant(), on: Temporal.PlainDate.from(day) }
}

/** Makes the office. */
export async function makeOffice(base: TestDatabase): Promise<Office> {
  const commune = uuidv7()
  const elsewhere = uuidv7()
  for (const [id, name, folded] of [
    [commune, 'Phường Thử Nghiệm', 'phuong thu nghiem'],
    [elsewhere, 'Xã Bên Cạnh', 'xa ben canh'],
  ]) {
    await base.owner.pool.query(`insert into unit (id, kind) values ($1, 'territory')`, [id])
    await base.owner.pool.query(
      `insert into unit_period (unit_id, parent_id, level, valid, name, name_folded, path_folded)
       values ($1, null, 'commune', '[2025-07-01,)', $2, $3, $3)`,
      [id, name, folded],
    )
    await base.owner.pool.query(
      `insert into unit_ancestry (unit_id, ancestor_id, depth, valid) values ($1, $1, 0, '[2025-07-01,)')`,
      [id],
    )
  }
  const people = { head: '', deputy: '', officer: '', stranger: '' }
  for (const [who, name, unit_id, kind] of [
    ['head', 'Lò Văn Chủ', commune, 'head'],
    ['deputy', 'Hoàng Thị Phó', commune, 'deputy-head'],
    ['officer', 'Vàng A Tiếp', commune, 'reception-officer'],
    ['stranger', 'Trần Văn Khác', elsewhere, 'reception-officer'],
  ] as const) {
    const wanted = { name, sign_in_name: `t${uuidv7().slice(-12)}`, password_hash: hash }
    people[who] = (await createAccount(base.db, wanted)).id
    await givePosition(base.db, { account_id: people[who], unit_id, kind, from_on: '2025-07-01' }, onDay('2026-11-20'))
  }
  return { commune, people }
}

/** The pages as an app; `now.signed_in` and `now.day` may change between requests. */
export function receptionApp(base: TestDatabase, now: { day: string; signed_in: string | null }) {
  const secret = 'a secret of the test, thirty-two characters'
  const moment = () => onDay(now.day)
  const app = createFrame({
    moment,
    viewerOf: async (c): Promise<Viewer> => {
      if (now.signed_in) return (await viewerOfAccount(base.db.pool, now.signed_in, moment()))!
      const sealed = new RegExp(`${openedCookie}=([^;]+)`).exec(c.req.header('Cookie') ?? '')?.[1]
      return citizen(moment(), { opened: readOpened(secret, sealed, moment().at), language: c.var.language })
    },
    officeOf: () => ({ name: 'Ủy ban nhân dân phường Thử Nghiệm' }),
  })
  pages(app, { db: base.db, secret })
  return app
}
