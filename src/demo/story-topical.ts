/** A question list of the last day: a province asks its communes about a storm; some have answered, one is still asked. */
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import { addQuestion } from '../modules/topical-reports/add-question.ts'
import { handIn } from '../modules/topical-reports/hand-in.ts'
import { askBatch } from '../modules/topical-reports/jobs.ts'
import { prepare } from '../modules/topical-reports/prepare.ts'
import { publish } from '../modules/topical-reports/publish.ts'
import { reportNothing } from '../modules/topical-reports/report-nothing.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, dayOf, momentOf } from './days.ts'
import type { UnitIds } from './plan.ts'
import { chanceOf, idAt } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'

const on = dayOf('2026-11-20')

const questions = [
  { kind: 'number', text: 'Số nhà tốc mái', measure: 'nhà', most: 5000, required: true },
  {
    kind: 'number',
    text: 'Số hộ phải sơ tán',
    measure: 'hộ',
    most: 5000,
    hint: 'Tính cả hộ đã về nhà.',
    required: true,
  },
  { kind: 'number', text: 'Diện tích lúa, hoa màu bị ngập', measure: 'ha', required: false },
  { kind: 'yes-no', text: 'Còn thôn, tổ mất điện?', required: true },
  {
    kind: 'choice',
    text: 'Đường vào trung tâm xã',
    options: 'đi lại được\nchỉ đi được xe máy\nbị chia cắt',
    required: true,
  },
  { kind: 'text', text: 'Cần gì nhất lúc này', required: false },
] as const

/** Answers by chance: most have little, a few have much. */
function answersFor(label: string) {
  const chance = chanceOf(`storm/${label}`)
  const hit = chance.percent(30)
  return {
    q1: String(hit ? chance.int(3, 64) : chance.int(0, 2)),
    q2: String(hit ? chance.int(1, 40) : 0),
    q3: `${chance.int(0, hit ? 90 : 4)},${chance.int(0, 9)}`,
    q4: hit ? 'yes' : 'no',
    q5: hit && chance.percent(40) ? 'bị chia cắt' : 'đi lại được',
    ...(hit && chance.percent(50) ? { q6: 'Bạt che mái, nước uống' } : {}),
  }
}

/** Asks, and lets some answer; a shorter demonstration ends before this day. */
export async function askAboutStorm(db: Db, units: UnitIds, until: Day): Promise<void> {
  const province = units.get('laocai-tinh')
  if (!province || Temporal.PlainDate.compare(until, on) < 0) return
  const id = idAt(momentOf(on, -60).at, 'topical/storm')
  const take = async (
    action: AnyAction,
    officer: string,
    at: { unit_id: string; id: string },
    minute: number,
    input = {},
  ) => {
    const moment = momentOf(on, minute)
    const viewer = await viewerOfAccount(db.pool, accountIdOf(officer), moment)
    if (!viewer) throw new Error(`${officer} does not sign in`)
    await perform(db, action, { viewer, moment, ...at, input })
  }
  const clerk = holderOn('laocai-tinh', 'clerk', on)
  const call = { unit_id: province, id }
  await take(prepare, clerk, call, -60, {
    title: 'Thiệt hại do mưa bão đêm 19/11',
    why: 'Tổng hợp trong ngày để tỉnh phân bổ vật tư, đưa người đi sơ tán về nhà. (Tình huống hư cấu.)',
    instrument: 'Công điện của Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
    whom: 'level',
    level: 'commune',
    due_on: on.toString(),
    due_hour: '17:00',
    repeats: 'once',
  })
  for (const question of questions) await take(addQuestion, clerk, call, -55, question)
  await take(publish, holderOn('laocai-tinh', 'head', on), call, -50)
  await askBatch(db, { unit_id: province, call_id: id, round: 1 }, momentOf(on, -49))
  const answer = (unit_id: string) => ({ unit_id, id: idFrom(id, `${unit_id}/1`) })
  const [sapa, baoyen] = [units.get('sapa'), units.get('baoyen')]
  if (sapa) await take(handIn, holderOn('sapa', 'head', on), answer(sapa), 20, { answers: answersFor('sapa') })
  if (baoyen) await take(reportNothing, holderOn('baoyen', 'head', on), answer(baoyen), 35)
  // Communes that do not use the program yet told it by telephone.
  const { rows } = await db.pool.query<{ unit_id: string }>(
    `select a.unit_id from topical_answer a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
     where a.call_id = $1 and a.state = 'asked' and not exists (select from position q where q.unit_id = a.unit_id)
     order by p.code limit 40`,
    [id, on.toString()],
  )
  for (const [index, { unit_id }] of rows.entries())
    await take(handIn, clerk, answer(unit_id), 40 + index, { answers: answersFor(String(index)) })
}
