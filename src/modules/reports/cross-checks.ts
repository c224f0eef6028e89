/** Checks that reach over forms: a line of one is the sum of lines of others, for the same unit and period. */
import type { Check } from '../../law/form-rules.ts'
import { findForm, secretColumns } from '../../law/form-rules.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Columns, figuresOf, type Question } from './figures.ts'
import { formsInUse } from './forms-in-use.ts'

/** Rechecks what the form says of others. `denunciations`: whether cells that contain them may be looked at. */
export async function crossChecks(sql: Queryable, question: Question, denunciations = true): Promise<Check[]> {
  const { form } = question
  if (!form.across) return []
  const secret = denunciations ? new Set<number>() : secretColumns(form)
  // A line that is hidden is not compared: neither are the others from which it would follow.
  const open = form.across.filter(({ no }) => !secret.has(no))
  if (open.length === 0) return []
  const own = (await figuresOf(sql, question)).total
  const known = await formsInUse(sql)
  const others = new Map<string, Columns>()
  for (const code of new Set(open.flatMap(({ of }) => of.map((one) => one.code)))) {
    const other = findForm(code, form.instrument, known)
    if (other) others.set(code, (await figuresOf(sql, { ...question, form: other })).total)
  }
  return open.map(({ no, of }) => {
    const sum = of.reduce(
      (total, one) => total + one.no.reduce((part, column) => part + (others.get(one.code)?.[column] ?? 0), 0),
      0,
    )
    const what = of.map((one) => `${one.code} [${one.no.join('+')}]`).join(' + ')
    return { ok: sum === (own[no] ?? 0), what: `${form.code} [${no}] = ${what}` }
  })
}
