-- Clusters with their members, for modules that stand before the one that keeps them.
create or replace view cluster_member as
  select c.unit_id as keeper_id, c.id as cluster_id, c.name, c.from_on, c.until_on, (m ->> 'unit_id')::uuid as unit_id,
    (m ->> 'from_on')::date as member_from_on, (m ->> 'until_on')::date as member_until_on
  from cluster c, jsonb_array_elements(c.members) m;
grant select on cluster_member to gandan_app;
