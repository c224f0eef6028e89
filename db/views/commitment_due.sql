-- Promises an authority was bound to, by their last day: settled once kept, reported kept or replaced. Nobody is in it.
create or replace view commitment_due as
  select c.unit_id, c.due_on, c.state in ('kept', 'reported', 'replaced') as settled, c.origin_id
  from commitment c where c.force = 'ordered';
grant select on commitment_due to gandan_app, gandan_worker;
