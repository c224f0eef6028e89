-- Dated lists of remote areas: complaints from there have longer limits, by the list of the day of acceptance.

create table remote_area_list (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  decision   text        not null check (length(decision) between 1 and 300),
  from_on    date        not null,
  -- First day on which the list no longer holds.
  until_on   date,
  -- Units of the tree: communes, or villages where only these are listed.
  areas      uuid[]      not null check (cardinality(areas) between 1 and 500),
  primary key (unit_id, id),
  constraint a_list_ends_after_it_begins check (until_on > from_on)
);
comment on table remote_area_list is 'distributed: lists of remote areas by decision, with their days';
create index remote_area_list_areas on remote_area_list using gin (areas);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on remote_area_list from gandan_worker;
  end if;
end $$;
