-- What was announced to everybody and has a day: the public calendar and the news of a unit. Nothing about a person, nothing
-- before its notice, no room for those invited alone. `moved_from` is the day that stood before the last move; `changed_on` the
-- day of the last public change; `results_on` when its results were published; `touches` whom it asks beside its own unit.
create or replace view announcement as
  select 'dialogue'::text as kind, d.unit_id, d.id, d.revision, d.title, d.held_on, d.held_on as until_on, d.starts, d.ends,
    case d.mode when 'online' then coalesce(d.link, '') when 'both' then concat_ws(' · ', d.place, d.link) else d.place end as place,
    d.cancelled is not null as cancelled, (d.moved -> -1 ->> 'from_on')::date as moved_from, d.announced_on,
    d.published_on as results_on,
    greatest(d.announced_on, (d.moved -> -1 ->> 'announced_on')::date, (d.cancelled ->> 'on')::date) as changed_on,
    null::jsonb as touches
  from dialogue d where d.announced_on is not null
  union all
  -- A meeting that was called off before anybody was invited was never announced.
  select 'meeting', m.unit_id, m.id, m.revision, m.title, m.held_on, m.until_on, m.starts, m.ends, coalesce(m.place, ''),
    m.state = 'cancelled',
    case when (m.moves -> -1 ->> 'on')::date >= i.invited_on then (m.moves -> -1 ->> 'held_on')::date end,
    i.invited_on, m.concluded_on,
    greatest(i.invited_on, (m.moves -> -1 ->> 'on')::date, case when m.state = 'cancelled' then m.ended_on end), null
  from meeting m cross join lateral (
    select min((g.value ->> 'invited_on')::date) as invited_on from jsonb_array_elements(m.invited) g(value)) i
  where m.is_public and m.state <> 'planned' and i.invited_on is not null
  union all
  select 'reception-day', r.unit_id, r.id, r.revision, coalesce(r.subject, ''), r.held_on, r.held_on, r.starts, r.ends,
    concat_ws(', ', r.place, r.room), false, (r.postponed -> -1 ->> 'from_on')::date, r.published_on, null,
    greatest(r.published_on, (r.postponed -> -1 ->> 'announced_on')::date), null
  from reception_day r where r.published_on is not null
  union all
  -- Views are asked for until a last day; that day is what stands in a calendar.
  select 'consultation', k.unit_id, k.id, k.revision, k.title, k.last_on, k.last_on, null, null, coalesce(k.where_to_read, ''),
    k.state = 'withdrawn', (k.extensions -> -1 ->> 'from_on')::date, k.published_on, k.explained_on,
    greatest(k.published_on, (k.extensions -> -1 ->> 'on')::date, case when k.state = 'withdrawn' then k.ended_on end),
    k.asked_unit_ids
  from consultation k;
grant select on announcement to gandan_app;
