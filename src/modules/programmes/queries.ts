/** Reads of instruments, study sessions, programmes, goals and movements, the viewer first. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { GoalRow } from './goal.ts'
import type { InstrumentRow } from './instrument.ts'
import type { MovementRow } from './movement.ts'
import { noPlanYet, type ProgrammeRow } from './programme.ts'
import {
  boundByInstrument,
  boundByMovement,
  boundByProgramme,
  boundBySession,
  nameOn,
  ownUnits,
  readable,
} from './readable.ts'
import type { Reference } from './references.ts'
import type { StudySessionRow } from './study-session.ts'

/** Most rows of a list. */
export const rowsMax = 200

/** Words as they are, for `ilike`. */
const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** An instrument with its names. */
export interface Instrument extends InstrumentRow {
  unit_name: string
  issuer: string
}

const instrumentColumns = `i.*, coalesce(${nameOn('i.unit_id')}, '') as unit_name,
  coalesce(i.issuer_text, ${nameOn('i.issuer_unit_id')}, '') as issuer`

/** What a list of instruments asks for. */
export interface InstrumentFilter {
  /** Words of the title, or of the number. */
  words?: string
  in_force?: boolean
  theme?: boolean
}

/** Instruments the viewer may read, the latest first. */
export async function instrumentsOf(viewer: Viewer, sql: Sql, filter: InstrumentFilter = {}): Promise<Instrument[]> {
  const values: unknown[] = []
  const where = [readable(viewer, 'i.unit_id', values, boundByInstrument('i')), `i.state <> 'void'`]
  if (filter.words) where.push(`coalesce(i.number, '') || ' ' || i.title ilike $${values.push(like(filter.words))}`)
  if (filter.theme) where.push(`i.kind = 'theme-of-year'`)
  if (filter.in_force)
    where.push(
      `i.state = 'recorded' and (i.valid_until is null or i.valid_until > $${values.push(viewer.on.toString())}::date)`,
    )
  const { rows } = await sql.query<Instrument>(
    `select ${instrumentColumns} from instrument i where ${where.join(' and ')}
     order by i.issued_on desc, i.id desc limit ${rowsMax}`,
    values,
  )
  return rows
}

/** One instrument; null for everybody who may not read it. */
export async function instrumentById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Instrument | null> {
  const values: unknown[] = [unit_id, id]
  const seen = readable(viewer, 'i.unit_id', values, boundByInstrument('i'))
  const { rows } = await sql.query<Instrument>(
    `select ${instrumentColumns} from instrument i where i.unit_id = $1 and i.id = $2 and ${seen}`,
    values,
  )
  return rows[0] ?? null
}

/** A link of the chain; without id it is known by its title alone. Depth counts from the instrument asked about. */
export interface ChainLink {
  depth: number
  unit_id: string | null
  id: string | null
  kind: string
  title: string
  number: string | null
  /** Of a finding. */
  meeting_id: string | null
  /** The viewer may open it; of an instrument that is not for the viewer only the title is shown. */
  opens: boolean
}

/** What the instrument grew from, nearest first: through every instrument on the way, at most twenty deep. */
export async function grewFrom(viewer: Viewer, sql: Sql, row: Instrument): Promise<ChainLink[]> {
  const values: unknown[] = [JSON.stringify(row.derived)]
  const seen = readable(viewer, 'i.unit_id', values, boundByInstrument('i'))
  const { rows } = await sql.query<ChainLink>(
    `with recursive up(depth, unit_id, id, kind, title) as (
       select 1, s.unit_id, s.id, s.kind, s.title
       from jsonb_to_recordset($1::jsonb) as s(unit_id uuid, id uuid, kind text, title text)
       union
       select up.depth + 1, s.unit_id, s.id, s.kind, s.title from up join instrument i on i.unit_id = up.unit_id and i.id = up.id
       cross join lateral jsonb_to_recordset(i.derived) as s(unit_id uuid, id uuid, kind text, title text) where up.depth < 20
     )
     select up.depth, up.unit_id, up.id, coalesce(i.kind, up.kind) as kind, coalesce(i.title, up.title) as title, i.number,
       (select f.meeting_id from meeting_finding f where up.kind = 'finding' and f.unit_id = up.unit_id and f.id = up.id) as meeting_id,
       i.id is null or ${seen} as opens
     from up left join instrument i on i.unit_id = up.unit_id and i.id = up.id order by up.depth, title limit 100`,
    values,
  )
  return rows
}

/** What grew from the instrument, nearest first; of instruments that are not for the viewer nothing is told. */
export async function grewInto(viewer: Viewer, sql: Sql, row: Reference): Promise<ChainLink[]> {
  const values: unknown[] = [row.unit_id, row.id]
  const seen = readable(viewer, 'i.unit_id', values, boundByInstrument('i'))
  const { rows } = await sql.query<ChainLink>(
    `with recursive down(depth, unit_id, id) as (
       select 0, $1::uuid, $2::uuid
       union
       select d.depth + 1, i.unit_id, i.id from down d join instrument i
         on i.derived @> jsonb_build_array(jsonb_build_object('unit_id', d.unit_id, 'id', d.id)) and i.state <> 'void' where d.depth < 20
     )
     select d.depth, i.unit_id, i.id, i.kind, i.title, i.number, null::uuid as meeting_id, true as opens
     from down d join instrument i on i.unit_id = d.unit_id and i.id = d.id
     where d.depth > 0 and ${seen} order by d.depth, i.issued_on, i.id limit 100`,
    values,
  )
  return rows
}

/** A study session with its names. */
export interface StudySession extends StudySessionRow {
  unit_name: string
  instrument_title: string
}

const sessionColumns = `s.*, coalesce(${nameOn('s.unit_id')}, '') as unit_name,
  coalesce((select i.title from instrument i where i.unit_id = s.instrument_unit_id and i.id = s.instrument_id), '') as instrument_title`

/** Sessions the viewer may read, the latest first; of one instrument where it is given. */
export async function sessionsOf(viewer: Viewer, sql: Sql, instrument?: Reference): Promise<StudySession[]> {
  const values: unknown[] = []
  const where = [readable(viewer, 's.unit_id', values, boundBySession('s')), `s.state = 'held'`]
  if (instrument)
    where.push(
      `s.instrument_unit_id = $${values.push(instrument.unit_id)} and s.instrument_id = $${values.push(instrument.id)}`,
    )
  const { rows } = await sql.query<StudySession>(
    `select ${sessionColumns} from study_session s where ${where.join(' and ')} order by s.held_on desc, s.id desc limit ${rowsMax}`,
    values,
  )
  return rows
}

/** One session; null for everybody who may not read it. */
export async function sessionById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<StudySession | null> {
  const values: unknown[] = [unit_id, id]
  const seen = readable(viewer, 's.unit_id', values, boundBySession('s'))
  const { rows } = await sql.query<StudySession>(
    `select ${sessionColumns} from study_session s where s.unit_id = $1 and s.id = $2 and ${seen}`,
    values,
  )
  return rows[0] ?? null
}

/** A unit by its name. */
export interface NamedUnit {
  unit_id: string
  name: string
}

/** Units that the instrument binds and that have not studied it: neither in a session of their own nor in another's. */
export async function notStudiedBy(viewer: Viewer, sql: Sql, row: Instrument): Promise<NamedUnit[]> {
  const { rows } = await sql.query<NamedUnit>(
    `select b.unit_id, b.name
     from (select b::uuid as unit_id, coalesce(${nameOn('b::uuid')}, '') as name from jsonb_array_elements_text($3::jsonb) b) b
     where not exists (select from study_session s where s.instrument_unit_id = $1 and s.instrument_id = $2 and s.state = 'held'
       and exists (select from jsonb_to_recordset(s.attendance) as a(unit_id uuid) where a.unit_id = b.unit_id
         or a.unit_id in (select heirs_of(b.unit_id, $4::date))))
     order by b.name collate "vi-x-icu" limit 500`,
    [row.unit_id, row.id, JSON.stringify(row.binds), viewer.on.toString()],
  )
  return rows
}

/** A programme with its names. */
export interface Programme extends ProgrammeRow {
  unit_name: string
  goals: number
  basis_title: string | null
  theme_title: string | null
  parent_title: string | null
}

const titleOf = (table: 'instrument' | 'programme', name: string) =>
  `(select x.title from ${table} x where x.unit_id = p.${name}_unit_id and x.id = p.${name}_id)`
const programmeColumns = `p.*, coalesce(${nameOn('p.unit_id')}, '') as unit_name,
  (select count(*)::int from goal g where g.unit_id = p.unit_id and g.programme_id = p.id and g.state <> 'dropped') as goals,
  ${titleOf('instrument', 'basis')} as basis_title, ${titleOf('instrument', 'theme')} as theme_title,
  ${titleOf('programme', 'parent')} as parent_title`

/** Programmes the viewer may read, the latest first; of one ground or theme where it is given. */
export async function programmesOf(
  viewer: Viewer,
  sql: Sql,
  resting_on: Reference | null = null,
  words = '',
): Promise<Programme[]> {
  const values: unknown[] = []
  const where = [readable(viewer, 'p.unit_id', values, boundByProgramme('p')), `p.state <> 'withdrawn'`]
  if (words) where.push(`coalesce(p.number, '') || ' ' || p.title ilike $${values.push(like(words))}`)
  if (resting_on) {
    const [unit, id] = [`$${values.push(resting_on.unit_id)}`, `$${values.push(resting_on.id)}`]
    where.push(
      `((p.basis_unit_id = ${unit} and p.basis_id = ${id}) or (p.theme_unit_id = ${unit} and p.theme_id = ${id}))`,
    )
  }
  const { rows } = await sql.query<Programme>(
    `select ${programmeColumns} from programme p where ${where.join(' and ')}
     order by coalesce(p.issued_on, p.created_at::date) desc, p.id desc limit ${rowsMax}`,
    values,
  )
  return rows
}

/** One programme; null for everybody who may not read it. */
export async function programmeById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Programme | null> {
  const values: unknown[] = [unit_id, id]
  const seen = readable(viewer, 'p.unit_id', values, boundByProgramme('p'))
  const { rows } = await sql.query<Programme>(
    `select ${programmeColumns} from programme p where p.unit_id = $1 and p.id = $2 and ${seen}`,
    values,
  )
  return rows[0] ?? null
}

/** An issued programme that has asked this unit, or one whose work it took over, for a plan of its own. */
export async function programmeAsking(
  viewer: Viewer,
  sql: Sql,
  programme: Reference,
  unit_id: string,
): Promise<Reference | null> {
  const { rows } = await sql.query<Reference>(
    `select p.unit_id, p.id from programme p where p.unit_id = $1 and p.id = $2 and p.state = 'issued'
       and p.asked_unit_ids ?| array(select $3::text union select ancestors_in_office($3::uuid, $4::date)::text)`,
    [programme.unit_id, programme.id, unit_id, viewer.on.toString()],
  )
  return rows[0] ?? null
}

/** A plan that a unit was asked for: its own where it has one. */
export interface AskedPlan {
  unit_id: string
  name: string
  plan_id: string | null
  plan_unit_id: string | null
  plan_title: string | null
  plan_issued_on: Temporal.PlainDate | null
}

/** Every unit that a programme asked, with its plan or without. */
export async function askedPlans(viewer: Viewer, sql: Sql, row: Programme): Promise<AskedPlan[]> {
  const { rows } = await sql.query<AskedPlan>(
    `select a.unit_id, a.name, own.id as plan_id, own.unit_id as plan_unit_id,
       own.title as plan_title, own.issued_on as plan_issued_on
     from (select a::uuid as unit_id, coalesce(${nameOn('a::uuid')}, '') as name from jsonb_array_elements_text($3::jsonb) a) a
     left join lateral (select o.* from programme o where o.parent_unit_id = $1 and o.parent_id = $2 and o.state in ('issued', 'ended')
       and (o.unit_id = a.unit_id or o.unit_id in (select heirs_of(a.unit_id, $4::date))) order by o.issued_on limit 1) own on true
     order by own.id is not null, a.name collate "vi-x-icu" limit 500`,
    [row.unit_id, row.id, JSON.stringify(row.asked_unit_ids), viewer.on.toString()],
  )
  return rows
}

/** A plan that is awaited from one of the viewer's units. */
export interface AwaitedPlan extends Reference {
  title: string
  asked_unit_id: string
  asked_name: string
  plans_due_on: Temporal.PlainDate
  reminded_on: Temporal.PlainDate | null
  ask_note: string | null
}

/** Plans that these units, and those whose work they took over, still owe; default: the viewer's own. */
export async function awaitedPlans(
  viewer: Viewer,
  sql: Sql,
  units: readonly string[] = ownUnits(viewer),
): Promise<AwaitedPlan[]> {
  const { rows } = await sql.query<AwaitedPlan>(
    `with mine(unit_id) as (select unnest($1::uuid[]) union select ancestors_in_office(u, $2::date) from unnest($1::uuid[]) u)
     select p.unit_id, p.id, p.title, m.unit_id as asked_unit_id, coalesce(${nameOn('m.unit_id')}, '') as asked_name,
       p.plans_due_on, p.reminded_on, p.ask_note
     from mine m join programme p on p.state = 'issued' and p.asked_unit_ids ? m.unit_id::text
     cross join lateral (select p.unit_id as programme_unit_id, p.id as programme_id, m.unit_id) asked
     where ${noPlanYet('asked', '$2')} order by p.plans_due_on, p.id limit ${rowsMax}`,
    [units, viewer.on.toString()],
  )
  return rows
}

/** Goals of a programme the viewer may read, by day. */
export async function goalsOf(_viewer: Viewer, sql: Sql, row: Reference): Promise<GoalRow[]> {
  const { rows } = await sql.query<GoalRow>(
    'select * from goal where unit_id = $1 and programme_id = $2 order by by_on, id limit 200',
    [row.unit_id, row.id],
  )
  return rows
}

/** A movement with its names. */
export interface Movement extends MovementRow {
  unit_name: string
}

/** Movements the viewer may read, the latest first; of one ground or theme where it is given. */
export async function movementsOf(viewer: Viewer, sql: Sql, resting_on?: Reference): Promise<Movement[]> {
  const values: unknown[] = []
  const where = [readable(viewer, 'm.unit_id', values, boundByMovement('m'))]
  if (resting_on) {
    const [unit, id] = [`$${values.push(resting_on.unit_id)}`, `$${values.push(resting_on.id)}`]
    where.push(
      `((m.basis_unit_id = ${unit} and m.basis_id = ${id}) or (m.theme_unit_id = ${unit} and m.theme_id = ${id}))`,
    )
  }
  const { rows } = await sql.query<Movement>(
    `select m.*, coalesce(${nameOn('m.unit_id')}, '') as unit_name from movement m where ${where.join(' and ')}
     order by m.launched_on desc, m.id desc limit ${rowsMax}`,
    values,
  )
  return rows
}

/** One movement; null for everybody who may not read it. */
export async function movementById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Movement | null> {
  const values: unknown[] = [unit_id, id]
  const seen = readable(viewer, 'm.unit_id', values, boundByMovement('m'))
  const { rows } = await sql.query<Movement>(
    `select m.*, coalesce(${nameOn('m.unit_id')}, '') as unit_name from movement m where m.unit_id = $1 and m.id = $2 and ${seen}`,
    values,
  )
  return rows[0] ?? null
}

/** Names of these units as they were last. */
export async function namesOf(_viewer: Viewer, sql: Sql, units: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql.query<NamedUnit>(
    'select distinct on (unit_id) unit_id, name from unit_period where unit_id = any($1::uuid[]) order by unit_id, valid desc',
    [units],
  )
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}

/** What happened to a record the viewer may read. */
export async function happenedTo(viewer: Viewer, sql: Sql, row: Reference, kind: string): Promise<Happened[]> {
  return viewer.account_id === null ? [] : eventsOf(sql, row, [kind])
}

/** A file with the text of an instrument. */
export interface TextFile {
  id: string
  name: string
  media_type: string
  stored: string
}

/** Files of an instrument the viewer may read. */
export async function textsOf(_viewer: Viewer, sql: Sql, row: Reference): Promise<TextFile[]> {
  const { rows } = await sql.query<TextFile>(
    `select id, name, media_type, stored from attachment
     where unit_id = $1 and record_id = $2 and record_kind = 'instrument' and not sealed order by added_on, id limit 50`,
    [row.unit_id, row.id],
  )
  return rows
}
