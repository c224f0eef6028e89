-- Work of units that are no more: their records stay with them, and the units that took over carry the work on.

-- The unit itself while it lives on that day, otherwise those that succeeded it, through several changes if need be.
create function heirs_of(of_unit uuid, on_day date) returns setof uuid language sql stable as $$
  with recursive heir(id) as (
    select of_unit
    union
    select s.to_id from unit_successor s join heir h on h.id = s.from_id
    where s.succeeded_on <= on_day and not exists (select from unit_period p where p.unit_id = h.id and p.valid @> on_day)
  )
  select h.id from heir h where exists (select from unit_period p where p.unit_id = h.id and p.valid @> on_day)
$$;

-- Units that are no more on that day and whose work came to this one.
create function ancestors_in_office(of_unit uuid, on_day date) returns setof uuid language sql stable as $$
  with recursive former(id) as (
    select s.from_id from unit_successor s where s.to_id = of_unit and s.succeeded_on <= on_day
      and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> on_day)
    union
    select s.from_id from unit_successor s join former f on f.id = s.to_id where s.succeeded_on <= on_day
      and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> on_day)
  )
  select id from former
$$;
