/** Returns of the third quarter of 2026 in every state, and one commune on paper, so that the pages have something to show. */
import { formInForce } from '../law/form-rules.ts'
import { periodOf } from '../law/report-periods.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import { accept } from '../modules/returns/accept.ts'
import { draft } from '../modules/returns/draft.ts'
import { enter } from '../modules/returns/enter.ts'
import { withSums } from '../modules/returns/figures.ts'
import { freeze } from '../modules/returns/freeze.ts'
import { handIn } from '../modules/returns/hand-in.ts'
import { handInFor } from '../modules/returns/hand-in-for.ts'
import { sendBack } from '../modules/returns/send-back.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { type Day, momentOf } from './days.ts'
import type { Reach } from './pace.ts'
import type { UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf } from './staff.ts'

const period = periodOf(2026, 'q3')
const form = formInForce('01/TCD', period.last_on)

/** What becomes of the return of which commune. */
const roads = [
  ['camduong', 'frozen'],
  ['sapa', 'accepted'],
  ['baoyen', 'sent-back'],
] as const

type Take = (
  action: AnyAction,
  officer: string,
  at: { unit_id: string; id: string },
  days: number,
  input?: object,
) => Promise<void>

/** Hands in, sends back, accepts and freezes; a commune that is not in this demonstration is passed over. */
export async function handInReturns(db: Db, units: UnitIds, until: Day, reach: Reach): Promise<void> {
  // A shorter demonstration ends before these days.
  if (!form || Temporal.PlainDate.compare(until, period.last_on.add({ days: 8 })) < 0) return
  const take: Take = async (action, officer, at, days, input = {}) => {
    await reach(period.last_on.add({ days }))
    const moment = momentOf(period.last_on.add({ days }), 120)
    const viewer = await viewerOfAccount(db.pool, accountIdOf(officer), moment)
    if (!viewer) throw new Error(`${officer} does not sign in`)
    await perform(db, action, { viewer, moment, ...at, input })
  }
  const which = { form: form.code, instrument: form.instrument, period: period.id }
  for (const [key, road] of roads) {
    const unit_id = units.get(key)
    if (!unit_id) continue
    const at = { unit_id, id: idAt(momentOf(period.last_on.add({ days: 1 }), 120).at, `return/${key}`) }
    await take(draft, `chutich.${key}`, at, 1, { ...which, source: 'registers' })
    await take(handIn, `chutich.${key}`, at, road === 'accepted' ? 6 : 2, { signed: true })
    await receive(take, road, at)
  }
  await onPaper(db, take, which)
}

async function receive(take: Take, road: (typeof roads)[number][1], at: { unit_id: string; id: string }) {
  const province = 'xuly.laocai-tinh'
  if (road === 'sent-back') {
    const text = 'Biên bản ngày tiếp 03/09 có hai lượt, biểu ghi một. Đề nghị đếm lại.'
    return take(sendBack, province, at, 7, { remarks: [{ row: 'total', no: 13, text }] })
  }
  await take(accept, province, at, 7)
  if (road === 'frozen') await take(freeze, province, at, 8)
}

const withoutRegister = `
select p.unit_id from unit_period p where p.level = 'commune' and p.valid @> $1::date
  and p.parent_id = (select unit_id from unit_period where code = '15' and level = 'province' and valid @> $1::date)
  and not exists (select from posting t where t.unit_id = p.unit_id) and not exists (select from position q where q.unit_id = p.unit_id)
order by p.code limit 1`

/** A commune that does not use the program yet: the province types in its signed paper. */
async function onPaper(db: Db, take: Take, which: object): Promise<void> {
  const { rows } = await db.pool.query<{ unit_id: string }>(withoutRegister, [period.last_on])
  const unit_id = rows[0]?.unit_id
  if (!unit_id || !form) return
  const at = { unit_id, id: idAt(momentOf(period.last_on.add({ days: 2 }), 120).at, 'return/paper') }
  const zero = Object.fromEntries(form.columns.flatMap(({ no, from }) => ('terms' in from ? [[no, 0]] : [])))
  const columns = withSums(form, { ...zero, 4: 9, 5: 11, 6: 7, 7: 2, 12: 3, 13: 4, 14: 5, 15: 4 })
  await take(draft, 'xuly.laocai-tinh', at, 2, { ...which, source: 'paper' })
  await take(enter, 'xuly.laocai-tinh', at, 2, { columns })
  const paper = { signed_by: 'Giàng Seo Phử', signed_on: period.last_on.add({ days: 1 }).toString(), signed: true }
  await take(handInFor, 'xuly.laocai-tinh', at, 2, paper)
}
