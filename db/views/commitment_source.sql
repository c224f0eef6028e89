-- Promises as they stand on the records where they were made, one branch a kind of origin, all with the same columns.
-- Job make-commitments reads it for one origin at a time: every branch is asked by (origin_unit_id, origin_id).
create or replace view commitment_source as
  -- A head's word to the people on a field visit; its id follows from the visit's.
  select 'field-visit'::text as origin_kind, v.unit_id as origin_unit_id, v.id as origin_id, v.place as origin_title,
    v.held_on as said_on,
    (left(v.id::text, 14) || '8' || substr(md5('promise/' || v.id::text), 1, 3) || '-9'
      || substr(md5('promise/' || v.id::text), 4, 3) || '-' || substr(md5('promise/' || v.id::text), 7, 12))::uuid as commitment_id,
    v.unit_id as owner_unit_id, '[]'::jsonb as helper_unit_ids, v.promised as text, 'ordered'::text as force,
    v.promise_due_on as due_on, false as public
  from field_visit v where v.promised is not null and v.promise_due_on is not null
  union all
  -- A promise of a dialogue, once its results are published.
  select 'dialogue', d.unit_id, d.id, d.title, d.held_on, (p ->> 'id')::uuid, (p ->> 'owner_unit_id')::uuid,
    p -> 'helper_unit_ids', p ->> 'text', p ->> 'force', (p ->> 'due_on')::date, true
  from dialogue d cross join lateral jsonb_array_elements(d.promises) p where d.published_on is not null
  union all
  -- What the conclusion of a meeting orders and recommends, once it is issued.
  select 'meeting', m.unit_id, m.id, m.title, m.concluded_on, (p ->> 'id')::uuid, (p ->> 'owner_unit_id')::uuid,
    p -> 'helper_unit_ids', p ->> 'text', p ->> 'force', (p ->> 'due_on')::date, m.is_public
  from meeting m cross join lateral jsonb_array_elements(m.promises) p where m.concluded_on is not null
  union all
  -- The tasks of a programme or plan, once it is issued. Their words are the office's own until somebody lets them be public.
  select 'programme', g.unit_id, g.id, g.title, g.issued_on, (p ->> 'id')::uuid, (p ->> 'owner_unit_id')::uuid,
    p -> 'helper_unit_ids', p ->> 'text', p ->> 'force', (p ->> 'due_on')::date, false
  from programme g cross join lateral jsonb_array_elements(g.promises) p where g.issued_on is not null
  union all
  -- What was promised in talks along a project that is public.
  select 'project', j.unit_id, j.id, j.title, (p ->> 'said_on')::date, (p ->> 'id')::uuid, (p ->> 'owner_unit_id')::uuid,
    p -> 'helper_unit_ids', p ->> 'text', p ->> 'force', (p ->> 'due_on')::date, true
  from project j cross join lateral jsonb_array_elements(j.promises) p where j.announced_on is not null;
grant select on commitment_source to gandan_app;
