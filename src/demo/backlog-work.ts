/** The backlog at work: plans for what lies longest, a stocktake half gone through, a demand of the province. */
import { checkOff, findingId } from '../modules/backlog/check-off.ts'
import { makeDemand } from '../modules/backlog/make-demand.ts'
import { makePlan } from '../modules/backlog/make-plan.ts'
import { openStocktake } from '../modules/backlog/open-stocktake.ts'
import { overdueOf } from '../modules/backlog/overdue-demand.ts'
import type { OpenKind } from '../modules/backlog/terms.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { type Day, momentOf, workdaysAfter } from './days.ts'
import type { UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf } from './staff.ts'

interface Lying {
  kind: OpenKind
  unit_id: string
  id: string
}

const causes = ['several-bodies', 'papers-missing', 'facts-are-hard'] as const
const looked = [
  ['needs-plan', 'Phải chờ chi nhánh đất đai đo lại.'],
  ['carry-out', 'Chỉ còn chi trả.'],
] as const

/** On the business day, from what the plan left open; where little was planned there is little to see. */
export async function workOffBacklog(db: Db, units: UnitIds, until: Day): Promise<void> {
  const unit_id = units.get('camduong')!
  const moment = momentOf(until, 20)
  const as = async (officer: string, action: AnyAction, unit: string, id: string, input: object) => {
    const viewer = await viewerOfAccount(db.pool, accountIdOf(officer), moment)
    if (!viewer) throw new Error(`nobody signs in as ${officer}`)
    await perform(db, action, { viewer, unit_id: unit, id, input, moment })
  }
  const idOf = (label: string) => idAt(moment.at, `backlog/${label}`)
  const { rows: oldest } = await db.pool.query<Lying>(
    `select kind, unit_id, id from work_item where unit_id = $1 and $2::date - received_on >= 91 order by received_on, id limit 3`,
    [unit_id, until.toString()],
  )
  for (const [nth, { kind, id }] of oldest.entries())
    await as('chutich.camduong', makePlan, unit_id, idOf(`plan/${nth}`), {
      record_kind: kind,
      record_id: id,
      owner_id: accountIdOf('xuly.camduong'),
      cause: causes[nth],
      steps: 'Họp các bên; xác minh tại chỗ; trình quyết định.',
      due_on: workdaysAfter(until, 10 + nth * 5).toString(),
    })
  const stocktake = idOf('stocktake')
  const [first, second] = oldest
  if (first && second) {
    const opening = { title: 'Rà soát quý IV/2026', kinds: [], days_min: 91 }
    await as('chutich.camduong', openStocktake, unit_id, stocktake, opening)
    for (const [nth, { id }] of [first, second].entries()) {
      const [finding, note] = looked[nth]!
      const input = { stocktake_id: stocktake, record_id: id, finding, note }
      await as('xuly.camduong', checkOff, unit_id, findingId(stocktake, id), input)
    }
  }
  if ((await overdueOf(db.pool, unit_id, until)).length === 0) return
  await as('chutich.laocai-tinh', makeDemand, units.get('laocai-tinh')!, idOf('demand'), {
    subordinate_id: unit_id,
    answer_by: workdaysAfter(until, 5).toString(),
    note: 'Đề nghị nêu rõ nguyên nhân từng vụ việc.',
  })
}
