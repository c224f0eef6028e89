/** Lists of this module that a narrative counts: SQL over the table `tree` of units, `$2` and `$3` the period, `$4` the day. */

import { eventSql } from './theme.ts'

const inTree = (column: string) => `${column} in (select unit_id from tree)`
/** Issued by the end of the period, and not ended before it. */
const running = 'p.issued_on <= $3::date and (p.ended_on is null or p.ended_on >= $2::date)'
const movement = (counts: string, where: string) =>
  `select m.unit_id, m.id, 'movement' as kind, m.title, m.launched_on as on_day, ${counts} as counts
    from movement m where ${where} and ${inTree('m.unit_id')}`
/** How many were honoured in the period; never who. */
const awardsInPeriod = `(select coalesce(sum(coalesce((w ->> 'count')::int, 1)), 0)::int from jsonb_array_elements(m.awards) w
  where (w ->> 'on')::date between $2::date and $3::date)`
const underTheme = `
select x.unit_id, x.id, x.kind, x.title, x.on_day, 1 as counts from (
  select p.unit_id, p.id, 'programme' as kind, p.title, p.issued_on as on_day, p.theme_unit_id, p.theme_id
  from programme p where p.issued_on is not null
  union all select m.unit_id, m.id, 'movement', m.title, m.launched_on, m.theme_unit_id, m.theme_id from movement m
  union all select e.unit_id, e.id, e.kind, e.title, e.on_day, t.unit_id, t.id from instrument t
    cross join lateral jsonb_to_recordset(coalesce(t.events, '[]')) as b(unit_id uuid, id uuid)
    join (${eventSql}) e on e.unit_id = b.unit_id and e.id = b.id where t.kind = 'theme-of-year'
) x join instrument i on i.unit_id = x.theme_unit_id and i.id = x.theme_id
where i.theme_year = extract(year from $3::date) and x.on_day <= $3::date and ${inTree('x.unit_id')}`

/** Each gives `unit_id, id, kind, title, on_day, counts`; a further `and` may follow. */
export const narrativeLists = {
  'instruments-issued': `select i.unit_id, i.id, 'instrument' as kind, i.title, i.issued_on as on_day, 1 as counts
    from instrument i where i.issuer_unit_id = i.unit_id and i.state <> 'void'
      and i.issued_on between $2::date and $3::date and ${inTree('i.unit_id')}`,
  'study-sessions': `select s.unit_id, s.id, 'study-session' as kind, s.place as title, s.held_on as on_day, 1 as counts
    from study_session s where s.state = 'held' and s.held_on between $2::date and $3::date and ${inTree('s.unit_id')}`,
  'study-people': `select s.unit_id, s.id, 'study-session' as kind, s.place as title, s.held_on as on_day, s.people as counts
    from study_session s where s.state = 'held' and s.held_on between $2::date and $3::date and ${inTree('s.unit_id')}`,
  'programmes-running': `select p.unit_id, p.id, 'programme' as kind, p.title, p.until_on as on_day, 1 as counts
    from programme p where ${running} and ${inTree('p.unit_id')}`,
  'theme-programmes': underTheme,
  'joint-programmes': `select p.unit_id, p.id, 'programme' as kind, p.title, p.until_on as on_day, 1 as counts
    from programme p where ${running} and p.kind = 'joint-programme' and ${inTree('p.unit_id')}`,
  'movements-running': movement('1', 'm.launched_on <= $3::date and m.until_on >= $2::date'),
  'movement-units': movement(
    'jsonb_array_length(m.registrations)',
    'm.launched_on <= $3::date and m.until_on >= $2::date',
  ),
  'movement-awards': movement(awardsInPeriod, `${awardsInPeriod} > 0`),
  'plans-not-made': `select p.unit_id, p.id, 'programme' as kind, p.title, p.plans_due_on as on_day, 1 as counts
    from programme p cross join lateral (select p.unit_id as programme_unit_id, p.id as programme_id, a::uuid as unit_id
      from jsonb_array_elements_text(p.asked_unit_ids) a) asked
    where p.state = 'issued' and p.plans_due_on < $4::date and ${inTree('asked.unit_id')} and not exists (
      select from programme own where own.parent_unit_id = p.unit_id and own.parent_id = p.id and own.state in ('issued', 'ended')
        and (own.unit_id = asked.unit_id or own.unit_id in (select heirs_of(asked.unit_id, $4::date))))`,
} as const
