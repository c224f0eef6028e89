/** The tables behind the narrative: each form of the period by column, with the same period a year earlier. */
import { columnOf, formInForce, secretColumns } from '../../law/form-rules.ts'
import { readPeriod } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { formsInUse } from '../reports/forms-in-use.ts'
import { reportOf, yearEarlier } from '../reports/queries.ts'

/** Forms that go with the report; those with cells for named positions leave these cells out. */
export const annexForms = ['01/TCD', '01/XLD', '02/XLD', '04/XLD', '01/KQGQ', '02/KQGQ'] as const

/** One annex. */
export type Annex = LetterData['review-report']['annexes'][number]

/** Reads the tables; a form that is not in force or does not know the unit has none. */
export async function annexesOf(viewer: Viewer, tx: Sql, of: { unit_id: string; period: string }): Promise<Annex[]> {
  const period = readPeriod(of.period)
  if (!period) return []
  const sql = askingOnce(tx)
  const known = await formsInUse(sql)
  const annexes: Annex[] = []
  for (const code of annexForms) {
    const form = formInForce(code, period.last_on, known)
    const report =
      form &&
      (await readable(() => reportOf(viewer, sql, { form, period, unit: of.unit_id, tree_on: null, as_of: null })))
    if (!form || !report) continue
    const earlier = await readable(() => yearEarlier(viewer, sql, report))
    // Whoever signs may be a named position; the report is read by others.
    const secret = secretColumns(form)
    annexes.push({
      title: `${form.title} (Biểu ${form.code}, ${form.cite})`,
      left_out: form.columns.filter(({ no }) => secret.has(no)).map(({ no }) => no),
      rows: form.columns
        .filter(({ no }) => !secret.has(no))
        .map(({ no }) => ({
          no,
          heading: columnOf(form, no).path.join(' – '),
          now: report.total[no] ?? 0,
          before: earlier ? (earlier.total[no] ?? 0) : null,
        })),
    })
  }
  return annexes
}

async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof NotOpen) return null
    throw error
  }
}
