/** What became of what was promised: every promise of the stories enters the ledger on its day, and most come to an end. */
import { confirmKept } from '../modules/commitments/confirm-kept.ts'
import { makeCommitments } from '../modules/commitments/make-commitments.ts'
import { noteProgress } from '../modules/commitments/note-progress.ts'
import { publishWording } from '../modules/commitments/publish-wording.ts'
import { recordNotKept } from '../modules/commitments/record-not-kept.ts'
import { replace } from '../modules/commitments/replace.ts'
import { reportKept } from '../modules/commitments/report-kept.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { type Day, momentOf, workdaysAfter, workdaysBefore } from './days.ts'

interface Made {
  unit_id: string
  id: string
  text: string
  said_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
}

const evidence = 'Đã làm xong tại chỗ; trưởng thôn và 41 hộ trong khu cùng ký biên bản ngày bàn giao.'

/** Makes them of every origin there is, in the order in which they were said, and walks them on by what day it is. */
export async function keepPromises(db: Db, until: Day): Promise<void> {
  const { rows: origins } = await db.pool.query<{ origin_kind: string; unit_id: string; id: string; said_on: Day }>(
    `select origin_kind, origin_unit_id as unit_id, origin_id as id, min(said_on) as said_on from commitment_source
     where said_on <= $1::date group by 1, 2, 3 order by 4, 3`,
    [until.toString()],
  )
  for (const { said_on, ...origin } of origins) await makeCommitments(db, origin, momentOf(said_on, 600))
  const { rows: made } = await db.pool.query<Made>(
    `select unit_id, id, text, said_on, due_on from commitment where origin_kind = 'field-visit' order by said_on, id`,
  )
  for (const [nth, one] of made.entries()) await walkOn(db, one, nth, until)
}

/** Of six: kept, kept late, replaced, not kept, reported and waiting, left to fall overdue. */
async function walkOn(db: Db, one: Made, nth: number, until: Day): Promise<void> {
  const { unit_id, id, due_on } = one
  const take = async (who: 'owner' | 'above', on: Day, action: AnyAction, input: object) => {
    if (Temporal.PlainDate.compare(on, until) > 0) return
    const moment = momentOf(on, 700)
    const account = await headOn(db, unit_id, who, on)
    const viewer = account && (await viewerOfAccount(db.pool, account, moment))
    if (viewer) await perform(db, action, { viewer, unit_id, id, input, moment })
  }
  const soon = workdaysAfter(one.said_on, 2)
  if (nth % 2 === 0)
    await take('owner', soon, publishWording, { public_text: one.text.slice(0, 4000), names_nobody: true })
  await take('owner', workdaysAfter(one.said_on, 8), noteProgress, {
    note: 'Đã giao bộ phận chuyên môn khảo sát, lập dự toán.',
  })
  const late = workdaysAfter(due_on, 6)
  const kept = async (on: Day) => {
    await take('owner', on, reportKept, { evidence })
    await take('above', workdaysAfter(on, 3), confirmKept, {})
  }
  if (nth % 6 === 0) await kept(workdaysBefore(due_on, 4))
  if (nth % 6 === 1) await kept(late)
  if (nth % 6 === 2)
    await take('owner', workdaysBefore(due_on, 2), replace, {
      text: 'Làm trước một nửa đoạn khó nhất trong quý tới, phần còn lại ghi vào kế hoạch năm sau.',
      force: 'ordered',
      due_on: until.add({ days: 24 }).toString(),
      why: 'Vốn được giao chỉ đủ một nửa khối lượng.',
    })
  if (nth % 6 === 3)
    await take('owner', late, recordNotKept, { why: 'Không bố trí được vốn trong năm; đã trả lời thôn bằng văn bản.' })
  if (nth % 6 === 4) await take('owner', workdaysBefore(due_on, 1), reportKept, { evidence })
}

/** Head of the owner, or of those that carry its work on; or of the nearest unit above that has one. */
async function headOn(db: Db, unit_id: string, who: 'owner' | 'above', on: Day): Promise<string | null> {
  const { rows } = await db.pool.query<{ account_id: string }>(
    `select p.account_id from heirs_of($1, $2::date) h join unit_ancestry a on a.unit_id = h and a.valid @> $2::date
       and (a.depth = 0) = $3 join position p on p.unit_id = a.ancestor_id and p.kind = 'head' and p.state <> 'void'
       and p.from_on <= $2::date and (p.until_on is null or p.until_on > $2::date)
     order by a.depth, p.account_id limit 1`,
    [unit_id, on.toString(), who === 'owner'],
  )
  return rows[0]?.account_id ?? null
}
