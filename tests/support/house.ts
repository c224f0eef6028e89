/** The whole program for tests: a small office on a database of its own, its people, and the pages on a free port. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../src/http/app.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { openSignIn, type SignIn } from '../../src/modules/people/sign-in.ts'
import { fixDay } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Office, smallOffice } from './office.ts'

/** The password of everybody in the house. */
export const housePassword = 'hoa sen trong đầm'

/** The house and what tests need of it. */
export interface House extends TestDatabase {
  office: Office
  address: string
  data: string
  /** Account ids by sign-in name: `tiep.dan`, `chuyen.vien`, `chu.tich`, `van.thu` of the commune, `chu.tich.tinh`, `chu.tich.ban` of the neighbour. */
  people: Readonly<Record<string, string>>
}

const posts = [
  ['tiep.dan', 'Nguyễn Thị Tiếp', 'commune', 'reception-officer', 'Công chức tiếp công dân'],
  ['chuyen.vien', 'Lò Văn Xử', 'commune', 'handler', 'Chuyên viên'],
  ['chu.tich', 'Trần Thị Chủ', 'commune', 'head', 'Chủ tịch Ủy ban nhân dân phường'],
  ['van.thu', 'Hoàng Văn Thư', 'commune', 'clerk', 'Văn thư'],
  ['chu.tich.tinh', 'Giàng A Tỉnh', 'province', 'head', 'Chủ tịch Ủy ban nhân dân tỉnh'],
  ['chu.tich.ban', 'Vàng Thị Bạn', 'neighbour', 'head', 'Chủ tịch Ủy ban nhân dân xã'],
] as const

/** Opens the house on a fixed business day. Call `close` in `after`. */
export async function openHouse(day: string): Promise<House> {
  fixDay(day)
  const base = await testDatabase()
  const office = await smallOffice(base.owner)
  const password_hash = await hashPassword(housePassword)
  const people: Record<string, string> = {}
  for (const [sign_in_name, name, where, kind, title] of posts) {
    const { id } = await createAccount(base.db, { name, sign_in_name, password_hash })
    await givePosition(base.db, { account_id: id, unit_id: office[where], kind, title, from_on: '2020-01-01' })
    people[sign_in_name] = id
  }
  const data = mkdtempSync(join(tmpdir(), 'gandan-house-'))
  const pages = await servePages(base, data, day)
  return {
    ...base,
    office,
    people,
    data,
    address: pages.address,
    async close() {
      await pages.close()
      await base.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The pages over a database, on a free port. */
export async function servePages(
  base: Pick<TestDatabase, 'db' | 'url'>,
  data: string,
  day: string,
): Promise<{ address: string; close: () => Promise<void> }> {
  const config = { ...readConfig({ GANDAN_DATA: data }), today: Temporal.PlainDate.from(day) }
  const signIn: SignIn = openSignIn({
    db: base.db,
    url: base.url,
    secret: 'a test secret of more than thirty-two characters',
  })
  const server: Server = createServer(getRequestListener(createApp({ db: base.db, config, signIn }).fetch))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    address: `http://localhost:${port}`,
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      })
      await signIn.end()
    },
  }
}
