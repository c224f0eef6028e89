/** Reads about the end of sealed records: what the viewer's own key opens, and certificates sealed to the viewer. */
import { denunciationFinals } from '../../law/denunciation-terms.ts'
import { type RecordClass, recordClasses, retentionRow } from '../../law/retention-rules.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { DenunciationRow } from './denunciation.ts'
import { sealedLines } from './queries.ts'
import { type RetentionRuleRow, retentionOf } from './retention-rule.ts'

/** An ended record of the viewer's own list whose time has passed. `held`: on until that day. */
export type EndedLine = Pick<DenunciationRow, 'unit_id' | 'id' | 'register_number' | 'register_year'> & {
  unit_name: string
  kept_until: Temporal.PlainDate
  held: Temporal.PlainDate | null
}

/** What the viewer can open and whose time has passed, the longest past first. An outsider has no such line. */
export async function endedLines(viewer: Viewer, sql: Sql): Promise<EndedLine[]> {
  const finals: readonly string[] = denunciationFinals
  const ended = (await sealedLines(viewer, sql)).filter((line) => finals.includes(line.state))
  const found: EndedLine[] = []
  for (const line of ended) {
    const retention = await retentionOf(sql, { ...line, on: viewer.on })
    if (!retention || Temporal.PlainDate.compare(viewer.on, retention.kept_until) <= 0) continue
    const { rows } = await sql.query<{ hold_until: Temporal.PlainDate | null }>(
      'select hold_until from denunciation where unit_id = $1 and id = $2',
      [line.unit_id, line.id],
    )
    const hold = rows[0]?.hold_until ?? null
    const held = hold !== null && Temporal.PlainDate.compare(viewer.on, hold) <= 0 ? hold : null
    found.push({ ...line, kept_until: retention.kept_until, held })
  }
  return found.toSorted((a, b) => Temporal.PlainDate.compare(a.kept_until, b.kept_until))
}

/** A certificate that the viewer's key opens. */
export interface CertificateLine {
  unit_id: string
  record_id: string
  number: number
  year: number
  issued_on: Temporal.PlainDate
  register_year: number
  unit_name: string
}

/** Certificates sealed to the viewer, in units where the viewer still has a post; the latest first. */
export async function certificateLines(viewer: Viewer, sql: Sql): Promise<CertificateLine[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<CertificateLine>(
    `select d.unit_id, d.id as record_id, l.number, l.year, l.issued_on, d.register_year,
       coalesce((select name from unit_period u where u.unit_id = d.unit_id order by upper(u.valid) desc nulls first limit 1), '') as unit_name
     from record_key k join officer_key o on o.id = k.key_id and o.account_id = k.account_id and o.replaced_at is null
     join denunciation d on d.unit_id = k.unit_id and d.certificate_id = k.record_id
     join document l on l.unit_id = d.unit_id and l.record_id = d.id and l.sealed and l.data ->> 'sealed' <> ''
     where k.account_id = $1 and k.unit_id = any($2) order by l.issued_on desc, l.number desc limit 500`,
    [viewer.account_id, [...viewer.positions, ...(viewer.inherited ?? [])].map((one) => one.unit_id)],
  )
  return rows
}

/** A class of records with the years that count in a unit today. */
export interface RetentionLine {
  record_class: RecordClass
  /** The book's. */
  years: number
  cite: string
  /** Set here or above, and still counting or to come. */
  set: readonly RetentionRuleRow[]
}

/** How long records of these units are kept: the book's years and what was set. Known to everybody who works there. */
export async function retentionLines(viewer: Viewer, sql: Sql, units: readonly string[]): Promise<RetentionLine[]> {
  const { rows } = await sql.query<RetentionRuleRow>(
    `select * from retention_rule r where r.state = 'set' and (r.unit_id = any($1) or r.unit_id in (
       select a.ancestor_id from unit_ancestry a where a.unit_id = any($1) and a.valid @> $2::date)) order by r.from_on, r.id limit 100`,
    [units, viewer.on.toString()],
  )
  return recordClasses.map((record_class) => {
    const { years, cite } = retentionRow(record_class, viewer.on)
    return { record_class, years, cite, set: rows.filter((one) => one.record_class === record_class) }
  })
}
