/** Reads of added forms and send days. Everybody signed in may know which forms there are; only their keeper opens one. */
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { countryId } from '../units/unit.ts'
import type { ReportFormRow } from './report-form.ts'
import { keepsForms, type SendDayRow } from './send-day.ts'

/** Does the viewer keep forms and send days? */
export const isKeeper = (viewer: Viewer): boolean => keepsForms(viewer, countryId).length > 0

/** Added versions, newest first: all of them for their keeper, those in force for others. */
export async function addedForms(viewer: Viewer, sql: Queryable): Promise<ReportFormRow[]> {
  const { rows } = await sql.query<ReportFormRow>(
    `select * from report_form where unit_id = $1 and ($2 or state = 'in-force') order by from_on desc, id desc`,
    [countryId, isKeeper(viewer)],
  )
  return rows
}

/** One added version, for its keeper. */
export async function addedForm(viewer: Viewer, sql: Queryable, id: string): Promise<ReportFormRow> {
  const { rows } = await sql.query<ReportFormRow>('select * from report_form where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  if (!rows[0] || !isKeeper(viewer)) throw new NotOpen('not-yours', '', 404)
  return rows[0]
}

/** Send days as they are set. */
export async function setSendDays(_viewer: Viewer, sql: Queryable): Promise<SendDayRow[]> {
  const { rows } = await sql.query<SendDayRow>(
    `select * from send_day where unit_id = $1 and state = 'set' order by to_chain, level, period nulls first`,
    [countryId],
  )
  return rows
}

/** One send day, for its keeper. */
export async function setSendDayRow(viewer: Viewer, sql: Queryable, id: string): Promise<SendDayRow> {
  const { rows } = await sql.query<SendDayRow>('select * from send_day where unit_id = $1 and id = $2', [countryId, id])
  if (!rows[0] || !isKeeper(viewer)) throw new NotOpen('not-yours', '', 404)
  return rows[0]
}
