-- Open work of all three registers with the same columns, for worklists: each branch has its partial index by (unit_id, due_on, id).
create or replace view work_item as
  select p.unit_id, p.id, 'petition'::text as kind, p.revision, p.state, p.title, p.petitioner_name as person, p.field,
    p.register_number, p.register_year, p.handler_id, p.received_on, p.nominal_on, p.due_on, p.clock, false as suspended,
    case p.state when 'received' then 'intake' when 'classified' then 'head' else 'handler' end as waits_for,
    p.signature is null and coalesce(p.kind, p.asked_kind) = 'complaint' as unsigned,
    -- Paper entered later than the day it was received: shown with both days, and listed to the head.
    (p.created_at at time zone 'Asia/Ho_Chi_Minh')::date > p.received_on as recorded_late,
    (p.created_at at time zone 'Asia/Ho_Chi_Minh')::date as recorded_on,
    null::text as conclusion
  from petition p where p.processed_on is null and p.state in ('received', 'classified', 'assigned')
  union all
  -- Dealt with in part, or signed after it was guided.
  select p.unit_id, p.id, 'petition', p.revision, p.state, p.title, p.petitioner_name, p.field,
    p.register_number, p.register_year, p.handler_id, p.received_on, p.nominal_on, p.due_on, p.clock, false,
    case when p.kind is null then 'intake' when p.state = 'classified' then 'head' else 'handler' end,
    p.signature is null and coalesce(p.kind, p.asked_kind) = 'complaint', false, null, null
  from petition p where p.processed_on is not null and p.state in ('classified', 'assigned', 'handled')
    and (jsonb_path_exists(p.points, '$[*] ? (@.step == null)')
      or (p.processed_by_step = 'guide-unsigned' and p.kind is null and p.signature is not null))
  union all
  select c.unit_id, c.id, 'complaint', c.revision, c.state, c.title, c.complainant_name, c.field,
    c.register_number, c.register_year, coalesce(c.verifier_id, c.handler_id), c.received_on, c.nominal_on, c.due_on, c.clock,
    jsonb_path_exists(c.suspensions, '$[*] ? (@.to == null)'),
    case c.state when 'awaiting-acceptance' then 'head' when 'accepted' then 'head' when 'verified' then 'head' else 'handler' end,
    false, false, null, c.verification -> 'report' ->> 'proposal'
  from complaint c where c.ended_on is null
  union all
  select f.unit_id, f.id, 'feedback', f.revision, f.state, f.title,
    (select p.petitioner_name from petition p where p.unit_id = f.unit_id and p.id = f.petition_id), f.field,
    f.register_number, f.register_year, f.handler_id, f.received_on, f.nominal_on, f.due_on, f.clock, false,
    case f.state when 'awaiting-assignment' then 'head' when 'drafted' then 'head' else 'handler' end,
    false, false, null, case f.state when 'drafted' then f.draft end
  from feedback f where f.ended_on is null and f.state <> 'answered';
grant select on work_item to gandan_app;
