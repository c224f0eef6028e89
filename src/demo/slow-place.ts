/** A commune that is behind with letters it took in, so that the scan has something to find; and the province's plan about it. */
import { open } from '../modules/hotspots/open.ts'
import { latestFindings } from '../modules/hotspots/queries.ts'
import { runScan } from '../modules/hotspots/run.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { type Day, momentOf, workdaysAfter, workdaysBefore } from './days.ts'
import { officeOf } from './offices.ts'
import type { Plan, UnitIds } from './plan.ts'
import { type Chance, idAt } from './random.ts'
import { accountIdOf } from './staff.ts'
import { petitionStory } from './story-petition.ts'
import { topics } from './topics.ts'

const slow = 'baoyen'

/** Fourteen people write about roads, and their letters lie unread. */
export function slowPlace(plan: Plan, chance: Chance): void {
  for (let nth = 0; nth < 14; nth += 1)
    petitionStory(plan, chance.branch(`${nth}`), officeOf(slow), workdaysBefore(plan.until, 24 + nth * 5), {
      topic: topics.find((topic) => topic.id === 'rural-road'),
      kind: 'observation',
      road: 'wait-received',
      slow: 0,
    })
}

/** The province is scanned on the business day; where the commune is named, the province's head asks its head for a plan. */
export async function planForSlowPlace(db: Db, worker: Db, units: UnitIds, until: Day): Promise<void> {
  const moment = momentOf(until, 24)
  await runScan({ app: db, worker }, { id: units.get('laocai-tinh')!, level: 'province' }, until)
  const viewer = await viewerOfAccount(db.pool, accountIdOf('chutich.laocai-tinh'), moment)
  if (!viewer) throw new Error('the head of the province does not sign in')
  const unit_id = units.get(slow)
  const found = (await latestFindings(viewer, db.pool)).find((one) => one.place_id === unit_id)
  if (!found) return
  await perform(db, open, {
    viewer,
    unit_id: found.place_id,
    id: idAt(moment.at, 'hotspot-plan'),
    moment,
    input: {
      finding_id: found.id,
      owner_id: accountIdOf(`chutich.${slow}`),
      target_on: workdaysAfter(until, 20).toString(),
      what: 'Mỗi ngày phân loại hai đơn cũ trước khi nhận đơn mới; thêm một người ở bộ phận tiếp công dân trong một tháng.',
    },
  })
}
