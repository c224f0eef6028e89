/** Work of an authority that has come due, planted straight into the registers: many rows, each as its steps would leave it. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/platform/database.ts'

/** A recommendation of somebody, due so many days before the day. */
export interface Planted {
  unit: string
  field: string
  household: string
  days: number
  settled: boolean
}

/** Plants on this database, as its owner, seen from this day. */
export function dueWork(owner: () => Db, on: Temporal.PlainDate) {
  const sql = (text: string, values: unknown[] = []) => owner().pool.query(text, values)
  async function unitBelow(parent: string, name: string, further: readonly string[], valid = '[2012-01-01,)') {
    const id = randomUUID()
    await sql(`insert into unit (id, kind) values ($1, 'territory')`, [id])
    await sql(
      `insert into unit_period (unit_id, valid, parent_id, name, name_folded, path_folded, level) values ($1, $4, $2, $3, $3, $3, 'commune')`,
      [id, parent, name, valid],
    )
    for (const [depth, ancestor] of [id, parent, ...further].entries())
      await sql('insert into unit_ancestry (unit_id, ancestor_id, valid, depth) values ($1, $2, $3, $4)', [
        id,
        ancestor,
        valid,
        depth,
      ])
    return id
  }

  /** A petition in its time that led to a recommendation; what is settled keeps its day in the history alone, as by its steps. */
  async function planted(rows: readonly Planted[]): Promise<string[]> {
    const full = rows.map((row) => ({ ...row, petition: randomUUID(), id: randomUUID(), due: due(row.days) }))
    const all = [JSON.stringify(full)]
    const given = `jsonb_to_recordset($1::jsonb) as r(unit uuid, field text, household text, settled boolean, petition uuid, id uuid, due date)`
    await sql(
      `insert into petition (unit_id, id, revision, state, chain, created_at, register_year, received_on, source, via, title, text,
         petitioner_name, petitioner_address, kind, field, processed_on)
       select unit, petition, 1, 'handled', '', now(), 2026, due - 10, 'post', 'desk', 'Thư của ' || household, 'Nội dung', household, 'Tổ 5', 'recommendation', field, due - 5
       from ${given}`,
      all,
    )
    await sql(
      `insert into feedback (unit_id, id, revision, state, chain, created_at, register_year, petition_id, point, case_id, kind, title, text,
         field, received_on, proposed_on, due_on, answered_on)
       select unit, id, 2, case when settled then 'answered' else 'assigned' end, '', now(), 2026, petition, '1', petition, 'recommendation', 't', 't',
         field, due - 10, due - 5, case when settled then null else due end, case when settled then due end from ${given}`,
      all,
    )
    await sql(
      `insert into payload (unit_id, record_id, seq, salt, input, changed)
       select unit, id, seq, '', '{}', case when seq = 1 then jsonb_build_object('due_on', due) else '{"due_on": null}' end
       from ${given} cross join generate_series(1, 2) seq where seq = 1 or settled`,
      all,
    )
    return full.map((row) => row.id)
  }

  const due = (days: number) => on.subtract({ days }).toString()

  /** Ordinary work: one in six late, no place more than another. */
  const registers = (unit: string, nth: number) =>
    planted(
      Array.from({ length: 42 }, (_, n) => ({
        unit,
        field: n % 2 ? 'environment' : 'infrastructure',
        household: `Hộ ${nth}.${n}`,
        days: 3 + ((n * 37 + nth * 11) % 400),
        settled: (n + nth) % 6 !== 0,
      })),
    )

  const slow = (unit: string, count: number, household: (n: number) => string, days = 5) =>
    planted(
      Array.from({ length: count }, (_, n) => ({
        unit,
        field: 'environment',
        household: household(n),
        days: days + ((n * 29) % 380),
        settled: false,
      })),
    )

  async function forget(ids: readonly string[]): Promise<void> {
    await sql('delete from payload where record_id = any($1::uuid[])', [ids])
    await sql('delete from petition where id in (select petition_id from feedback where id = any($1::uuid[]))', [ids])
    await sql('delete from feedback where id = any($1::uuid[])', [ids])
  }

  return { sql, unitBelow, planted, registers, slow, forget, due }
}
