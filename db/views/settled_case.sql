-- Proceedings that came to an end, with their letter: what was found and how many days it took.
create or replace view settled_case as
  select c.unit_id, 'complaint'::text as kind, c.id, c.petition_id, c.field, c.title, c.register_number, c.register_year,
    coalesce(c.outcome, 'ended') as result, c.ended_on as settled_on, coalesce(c.decided_on, c.ended_on) - c.received_on as days
  from complaint c where c.ended_on is not null
  union all
  select f.unit_id, 'feedback', f.id, f.petition_id, f.field, f.title, f.register_number, f.register_year,
    'answered', f.answered_on, f.answered_on - f.received_on
  from feedback f where f.answered_on is not null;
grant select on settled_case to gandan_app;
