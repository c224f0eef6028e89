-- Findings of meetings whose conclusion was issued, one row each: what later instruments say they derive from. Ids stay for good.
create or replace view meeting_finding as
  select m.unit_id, m.id as meeting_id, m.title as meeting_title, m.held_on, m.concluded_on, m.is_public,
    (f.value ->> 'id')::uuid as id, f.value ->> 'kind' as kind, f.value ->> 'text' as text
  from meeting m cross join lateral jsonb_array_elements(m.findings) f(value)
  where m.concluded_on is not null;
grant select on meeting_finding to gandan_app;
