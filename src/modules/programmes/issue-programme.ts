/** `issue-programme`: the head signs. The programme becomes an instrument in the unit's book, its tasks become commitments. */
import { z } from 'zod'
import type { InstrumentKind } from '../../law/instrument-workflow.ts'
import { instrumentWorkflow } from '../../law/instrument-workflow.ts'
import { action, type Creation, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { type InstrumentRow, instrument, type Source } from './instrument.ts'
import { issuedPosting } from './instrument-posting.ts'
import { type ProgrammeRow, programme } from './programme.ts'
import { instrumentById } from './queries.ts'

/** The id of the instrument that a programme is once issued. */
export const instrumentIdOf = (programme_id: string) => idFrom(programme_id, 'instrument')

/** What the new instrument grew from: the ground of the programme and the superior's programme. */
export const issueProgramme = action({
  noun: programme,
  step: 'issue-programme',
  input: z.object({ number: text(100), issued_on: day() }),
  async reads(sql, { record, viewer }) {
    const { basis_unit_id, basis_id, parent_unit_id, parent_id } = record!
    const found = [
      basis_unit_id && basis_id ? await instrumentById(viewer, sql, basis_unit_id, basis_id) : null,
      parent_unit_id && parent_id ? await titleOf(sql, parent_unit_id, instrumentIdOf(parent_id)) : null,
    ]
    return found
      .filter((one) => one !== null)
      .map(({ unit_id, id, title }): Source => ({ kind: 'instrument', unit_id, id, title }))
  },
  decide({ record, input, moment, unit_id, id }, derived) {
    const { number, issued_on } = input
    const late = record!.promises.find((task) => task.due_on < moment.on.toString())
    if (late)
      throw new WrongInput([
        { field: 'issued_on', code: 'a-task-is-past-its-day', params: { task: late.text.slice(0, 80) } },
      ])
    return {
      change: { number, issued_on },
      jobs: [makeCommitmentsJob('programme', { unit_id, id })],
      creates: [instrumentOf(record!, { number, issued_on, derived, recorded_on: moment.on })],
    }
  },
})

/** The superior's programme asked for this plan, so its instrument may be named whomever it binds. */
async function titleOf(
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Pick<InstrumentRow, 'unit_id' | 'id' | 'title'> | null> {
  const { rows } = await sql.query<Pick<InstrumentRow, 'unit_id' | 'id' | 'title'>>(
    'select unit_id, id, title from instrument where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0] ?? null
}

function instrumentOf(
  row: ProgrammeRow,
  given: { number: string; issued_on: Temporal.PlainDate; derived: readonly Source[]; recorded_on: Temporal.PlainDate },
): Creation {
  const kind: InstrumentKind = row.kind
  const owners = row.promises.flatMap((task) => [task.owner_unit_id, ...task.helper_unit_ids])
  const change = {
    ...given,
    kind,
    title: row.title,
    issuer_unit_id: row.unit_id,
    issuer_text: null,
    valid_from: row.from_on,
    // The first day without it; the programme's own last day is its last.
    valid_until: row.until_on.add({ days: 1 }),
    theme_year: null,
    events: [],
    binds: [...new Set([row.unit_id, ...row.organisers.map((one) => one.unit_id), ...owners])],
    replaced_by_unit_id: null,
    replaced_by_id: null,
    ended_on: null,
    end_note: null,
  }
  return {
    noun: instrument,
    id: instrumentIdOf(row.id),
    step: 'record-instrument',
    state: 'recorded',
    cite: instrumentWorkflow['record-instrument'].cite,
    change,
    postings: issuedPosting(row.unit_id, change),
  }
}
