/** From a request's cookies to its viewer: the account of the session with the positions of the business day. */
import { receptionMayBeDelegated, type SwitchSettings } from '../../law/switches.ts'
import type { DelegatedPower, PositionOnDay, Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Queryable } from '../../platform/database.ts'
import { settingsQuery } from '../calendars/counting.ts'
import { openedCookie, readOpened } from './opened.ts'
import { type SignIn, sessionOf } from './sign-in.ts'

/** Positions that work with a register; a Front supervisor reads without names, an administrator and a custodian not at all. */
const seeing: readonly PositionOnDay['kind'][] = ['reception-officer', 'handler', 'head', 'deputy-head', 'clerk']

const onDay = `p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2)`

const account = `
select a.name, a.language, a.temporary_password_until is not null as temporary,
  coalesce((select json_agg(json_build_object('unit_id', p.unit_id, 'kind', p.kind) order by p.unit_id, p.kind)
    from position p where p.account_id = a.id and ${onDay}), '[]') as positions,
  coalesce((select json_agg(distinct jsonb_build_object('unit_id', f.id, 'kind', p.kind))
    from position p cross join lateral ancestors_in_office(p.unit_id, $2::date) as f(id)
    where p.account_id = a.id and p.kind = any($3) and ${onDay}), '[]') as inherited,
  coalesce((select json_agg(json_build_object('unit_id', d.unit_id, 'power', d.power, 'from_account_id', d.from_account_id))
    from delegation d join position h on h.unit_id = d.unit_id and h.account_id = d.from_account_id and h.kind = 'head' and h.state <> 'void'
      and h.from_on <= $2 and (h.until_on is null or h.until_on > $2)
    where d.to_account_id = a.id and d.state <> 'void' and d.from_on <= $2 and d.until_on > $2 and (d.withdrawn_on is null or d.withdrawn_on > $2)), '[]') as delegated,
  exists (select from position p join unit_period u on u.unit_id = p.unit_id and u.valid @> $2::date
    where p.account_id = a.id and p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2)
      and u.level = 'country' and p.kind = any($3)) as sees_all,
  ${settingsQuery} as switches
from account a where a.id = $1 and (a.closed_on is null or a.closed_on > $2)`

interface AccountRow {
  name: string
  language: 'vi' | 'en'
  temporary: boolean
  positions: PositionOnDay[]
  inherited: PositionOnDay[]
  delegated: DelegatedPower[]
  sees_all: boolean
  switches: SwitchSettings | null
}

/**
 * The viewer of a request: an officer with the positions of `moment.on`, or a citizen with the records their code
 * opened. `via` defaults to the desk for whoever is signed in. While a handed-out password is not changed, an account
 * holds nothing. A signed-in session that is used is renewed by this call.
 */
export async function viewerOf(signIn: SignIn, headers: Headers, moment: Moment, via?: Viewer['via']): Promise<Viewer> {
  const cookies = cookiesOf(headers)
  const language = languageOf(cookies.get('lang'))
  const opened = readOpened(signIn.secret, cookies.get(openedCookie), moment.at)
  const session = await sessionOf(signIn, headers)
  const viewer = session && (await viewerOfAccount(signIn.db.pool, session.account_id, moment, via ?? 'desk'))
  if (viewer) return { ...viewer, language: language ?? viewer.language, opened }
  return citizen(moment, { language: language ?? 'vi', opened, via: via ?? 'portal' })
}

/** An account as it stands on a day, without a request: jobs, imports, demonstration, tests. Null where it is closed. */
export async function viewerOfAccount(
  sql: Queryable,
  account_id: string,
  moment: Moment,
  via: Viewer['via'] = 'desk',
): Promise<Viewer | null> {
  const { rows } = await sql.query<AccountRow>({
    name: 'viewer_of_account',
    text: account,
    values: [account_id, moment.on.toString(), seeing],
  })
  const row = rows[0]
  if (!row) return null
  const positions = row.temporary ? [] : row.positions
  const mayReceive = receptionMayBeDelegated(moment.on, row.switches ?? {})
  return {
    account_id,
    name: row.name,
    language: row.language,
    via,
    positions,
    inherited: row.temporary ? [] : row.inherited,
    delegated: row.temporary ? [] : row.delegated.filter((one) => one.power !== 'reception' || mayReceive),
    visible_root_ids: [...new Set(positions.filter((one) => seeing.includes(one.kind)).map((one) => one.unit_id))],
    sees_all: !row.temporary && row.sees_all,
    opened: [],
    must_change_password: row.temporary,
    on: moment.on,
  }
}

/** Somebody who is not signed in. */
export function citizen(
  moment: Moment,
  known: { language?: Viewer['language']; opened?: Viewer['opened']; via?: Viewer['via'] } = {},
): Viewer {
  return {
    account_id: null,
    name: '',
    language: known.language ?? 'vi',
    via: known.via ?? 'portal',
    positions: [],
    delegated: [],
    visible_root_ids: [],
    sees_all: false,
    opened: known.opened ?? [],
    on: moment.on,
  }
}

/** The cookies of a request by name. */
export function cookiesOf(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return new Map(
    pairs
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

function languageOf(value: string | undefined): Viewer['language'] | null {
  return value === 'vi' || value === 'en' ? value : null
}
