-- Clusters as records: dated sets of bodies of one kind, kept by the unit under which they stand. `unit_set` and
-- `unit_set_member` follow a cluster's record after the commit, as the tree follows a body's.
create table cluster (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null constraint cluster_state_is_known check (state in ('standing', 'ended')),
  chain      bytea       not null,
  created_at timestamptz not null,
  name       text        not null constraint cluster_has_a_name check (length(name) between 1 and 200),
  -- The one kind of body it is made of: a level of the tree.
  level      text        not null,
  -- [{"unit_id", "from_on", "until_on"}]: who is in it and when; half-open days, null while it lasts.
  members    jsonb       not null default '[]',
  -- [{"period", "unit_id"}]: which member holds the briefing of a period.
  hosts      jsonb       not null default '[]',
  from_on    date        not null,
  -- First day without it.
  until_on   date,
  primary key (unit_id, id),
  constraint cluster_days_follow_each_other check (until_on is null or until_on > from_on)
);
comment on table cluster is 'distributed: clusters of bodies of one kind with their members through time';
create index cluster_by_id on cluster (id);

-- Outlines of units that an operator brings as GeoJSON: fewer points, longitude and latitude, from a day on.
create table unit_outline (
  unit_id  uuid  not null references unit,
  from_on  date  not null,
  -- [[ring, hole, …], …], each ring [[longitude, latitude], …], closed.
  polygons jsonb not null,
  -- Name of the file it came from.
  source   text  not null constraint unit_outline_names_its_source check (length(source) between 1 and 300),
  primary key (unit_id, from_on)
);
comment on table unit_outline is 'reference: outlines of units as an operator imported them';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update on cluster to gandan_app;
    revoke insert, update, delete, truncate on unit_outline from gandan_app;
    grant select on unit_outline to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select on cluster to gandan_worker;
    grant select, insert, update, delete on unit_set, unit_set_member to gandan_worker;
  end if;
end $$;
