/** All forms in force: the law's, then those added here by file; what an added one replaces ends the day before. */
import type { Form } from '../../law/form-parts.ts'
import { forms } from '../../law/forms.ts'
import type { Queryable } from '../../platform/database.ts'
import type { AddedForm } from './form-file.ts'

/** The law's forms with those put in force here. */
export async function formsInUse(sql: Queryable): Promise<readonly Form[]> {
  const { rows } = await sql.query<{ form: AddedForm }>(
    `select form from report_form where state = 'in-force' order by from_on, id`,
  )
  if (rows.length === 0) return forms
  const added = rows.map((row) => row.form)
  return [...forms, ...added].map((form) => {
    const next = added.find((one) => one.code === form.code && one.replaces === form.instrument && one.from > form.from)
    return next ? { ...form, until: next.from } : form
  })
}
