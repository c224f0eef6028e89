/** Reads of narratives: a unit's own people see what is being written; those above it see what was signed. */
import { readPeriod } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { type NarrativeRow, writerKinds } from './narrative.ts'

/** A narrative with the name of its unit. */
export interface Narrative extends NarrativeRow {
  unit: string
}

/** A line of the list. */
export type NarrativeLine = Pick<
  Narrative,
  'unit_id' | 'id' | 'unit' | 'period' | 'version' | 'state' | 'signed_on' | 'signed_by' | 'created_at'
>

/** Units whose text the viewer writes today, and those whose work they carry on. */
export function writtenUnits(viewer: Viewer): string[] {
  const kinds: readonly string[] = writerKinds
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  return [...new Set(posts.filter((post) => kinds.includes(post.kind)).map((post) => post.unit_id))]
}

/** The unit whose report the viewer may begin; null for those who write none. */
export function writingUnit(viewer: Viewer): string | null {
  const kinds: readonly string[] = writerKinds
  return viewer.positions.find((post) => kinds.includes(post.kind))?.unit_id ?? null
}

const unitName = (column: string) =>
  `coalesce((select u.name from unit_period u where u.unit_id = ${column} order by u.valid desc limit 1), '')`

function mayRead(viewer: Viewer, values: unknown[]): string {
  const below = visibleTo(viewer, 'n.unit_id', values)
  return `(n.unit_id = any($${values.push(writtenUnits(viewer))}::uuid[]) or (n.state = 'signed' and ${below}))`
}

/** Narratives the viewer may read, the newest first; nobody without a post reads any. */
export async function narrativesOf(viewer: Viewer, sql: Sql, of: { period?: string } = {}): Promise<NarrativeLine[]> {
  if (viewer.positions.length === 0) return []
  const values: unknown[] = []
  const where = [mayRead(viewer, values)]
  if (of.period) where.push(`n.period = $${values.push(of.period)}`)
  const { rows } = await sql.query<NarrativeLine>(
    `select n.unit_id, n.id, ${unitName('n.unit_id')} as unit, n.period, n.version, n.state, n.signed_on, n.signed_by, n.created_at
     from narrative n where ${where.join(' and ')} order by n.created_at desc, n.id desc limit 200`,
    values,
  )
  return rows
}

/** One of them. */
export async function narrativeById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Narrative | null> {
  if (viewer.positions.length === 0) return null
  const values: unknown[] = [unit_id, id]
  const where = mayRead(viewer, values)
  const { rows } = await sql.query<Narrative>(
    `select n.*, ${unitName('n.unit_id')} as unit from narrative n where n.unit_id = $1 and n.id = $2 and ${where}`,
    values,
  )
  return rows[0] ?? null
}

/** The newest signed narrative of the period of each unit directly below, as far as the viewer sees them. */
export async function signedBelow(
  viewer: Viewer,
  sql: Sql,
  of: { unit_id: string; period: string; on: Temporal.PlainDate },
): Promise<Narrative[]> {
  const values: unknown[] = [of.unit_id, of.on.toString(), of.period]
  const seen = visibleTo(viewer, 'n.unit_id', values)
  const { rows } = await sql.query<Narrative>(
    `select distinct on (n.unit_id) n.*, c.name as unit
     from unit_period c join narrative n on n.unit_id = c.unit_id and n.period = $3 and n.state = 'signed' and ${seen}
     where c.parent_id = $1 and c.valid @> $2::date order by n.unit_id, n.version desc limit 500`,
    values,
  )
  return rows.sort((a, b) => a.unit.localeCompare(b.unit, 'vi'))
}

/** A unit below and how far its narrative is; null: not begun. What is being written is nobody else's to read. */
export interface BelowLine {
  unit_id: string
  unit: string
  state: string | null
  /** The newest signed version, to be opened. */
  signed_id: string | null
  signed_on: Temporal.PlainDate | null
}

/** Who directly below has written for the period. Territories always stand in the list, other bodies once they write. */
export async function writtenBelow(
  viewer: Viewer,
  sql: Sql,
  of: { unit_id: string; period: string; on: Temporal.PlainDate },
): Promise<BelowLine[]> {
  const values: unknown[] = [of.unit_id, of.on.toString(), of.period]
  const seen = visibleTo(viewer, 'c.unit_id', values)
  const { rows } = await sql.query<BelowLine>(
    `select c.unit_id, c.name as unit, l.state, s.id as signed_id, s.signed_on from unit_period c
     left join lateral (select state from narrative n where n.unit_id = c.unit_id and n.period = $3 order by n.version desc limit 1) l on true
     left join lateral (select id, signed_on from narrative n where n.unit_id = c.unit_id and n.period = $3 and n.state = 'signed'
       order by n.version desc limit 1) s on true
     where c.parent_id = $1 and c.valid @> $2::date and ${seen} and (c.level in ('province', 'district', 'commune') or l.state is not null)
     order by (s.id is null), c.name collate "vi-x-icu", c.unit_id limit 500`,
    values,
  )
  return rows
}

/** Other narratives of the unit that this one may be laid beside: other versions, and signed ones of earlier periods; the nearest first. */
export async function othersOf(viewer: Viewer, sql: Sql, row: Narrative): Promise<NarrativeLine[]> {
  const period = readPeriod(row.period)
  const lines = (await narrativesOfUnit(viewer, sql, row.unit_id)).filter((one) => one.id !== row.id)
  const versions = lines.filter((one) => one.period === row.period && one.version < row.version)
  const starts = (line: NarrativeLine) => readPeriod(line.period)?.first_on.toString() ?? ''
  const earlier = lines.filter(
    (one) => one.state === 'signed' && one.period !== row.period && period && starts(one) < period.first_on.toString(),
  )
  // The same stretch of the year before comes first: that is what a report is compared with.
  const alike = (line: NarrativeLine) => Number(readPeriod(line.period)?.kind === period?.kind)
  earlier.sort((a, b) => alike(b) - alike(a) || starts(b).localeCompare(starts(a)) || b.version - a.version)
  return [...earlier, ...versions.sort((a, b) => b.version - a.version)]
}

/** All versions of all periods of a unit that the viewer may read. */
export async function narrativesOfUnit(viewer: Viewer, sql: Sql, unit_id: string): Promise<NarrativeLine[]> {
  const values: unknown[] = [unit_id]
  const where = mayRead(viewer, values)
  const { rows } = await sql.query<NarrativeLine>(
    `select n.unit_id, n.id, ${unitName('n.unit_id')} as unit, n.period, n.version, n.state, n.signed_on, n.signed_by, n.created_at
     from narrative n where n.unit_id = $1 and ${where} order by n.created_at desc limit 200`,
    values,
  )
  return rows
}

/** The numbered report of a signed narrative. */
export interface SignedLetter {
  id: string
  number: number
  year: number
  issued_on: Temporal.PlainDate
  data: LetterData['review-report']
}

/** The letter; null while it is not signed. The caller has asked whether the viewer may see the narrative. */
export async function signedLetter(_viewer: Viewer, sql: Sql, row: Narrative): Promise<SignedLetter | null> {
  const { rows } = await sql.query<SignedLetter>(
    `select id, number, year, issued_on, data from document
     where unit_id = $1 and record_id = $2 and kind = 'review-report' and voided_on is null order by seq desc limit 1`,
    [row.unit_id, row.id],
  )
  return rows[0] ?? null
}

/** What happened to it; for those who may read it. */
export async function happenedTo(_viewer: Viewer, sql: Sql, row: Narrative): Promise<Happened[]> {
  return eventsOf(sql, row, ['narrative'])
}
