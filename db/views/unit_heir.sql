-- For every unit of any time the unit of the tree of that day which its figures are added to: itself while it stands;
-- after its end the successor with the greatest share, else the unit that was above it; before its beginning likewise backwards.
create or replace function unit_heir(tree_day date) returns table (unit_id uuid, heir_id uuid)
  language sql stable parallel safe as $$
  with recursive
  life as (
    select p.unit_id, bool_or(p.valid @> tree_day) as stands, bool_and(upper(p.valid) <= tree_day) as ended,
      (array_agg(p.parent_id order by p.valid desc))[1] as above
    from unit_period p group by p.unit_id
  ),
  after as (
    select distinct on (s.from_id) s.from_id as unit_id, s.to_id as next_id
    from unit_successor s order by s.from_id, s.share desc nulls last, s.to_id
  ),
  before as (
    select distinct on (s.to_id) s.to_id as unit_id, s.from_id as next_id
    from unit_successor s order by s.to_id, s.share desc nulls last, s.from_id
  ),
  step as (
    select l.unit_id, l.stands, case when l.ended then coalesce(a.next_id, l.above) else coalesce(b.next_id, l.above) end as next_id
    from life l left join after a using (unit_id) left join before b using (unit_id)
  ),
  walk as (
    select s.unit_id, s.unit_id as at_id, s.stands, s.next_id, 0 as steps from step s
    union all
    select w.unit_id, s.unit_id, s.stands, s.next_id, w.steps + 1
    from walk w join step s on s.unit_id = w.next_id where not w.stands and w.steps < 10
  )
  select w.unit_id, w.at_id from walk w where w.stands
$$;
