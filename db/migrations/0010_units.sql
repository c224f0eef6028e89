-- The dated tree of units: who stood under whom on which day, what came from what, and where each row was taken from.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- A territory is the place and its People's Committee in one and keeps a register; an organisation stands under a unit.
create table unit (
  id uuid primary key,
  kind text not null constraint unit_kind_is_known check (kind in ('territory', 'organisation')),
  created_at timestamptz not null default now()
);
comment on table unit is 'reference: a body, whatever its names, places in the tree and codes through time';

create table unit_import (
  id uuid primary key,
  source text not null,
  -- SHA-256 of what the source says after its known defects are mended.
  hash text not null,
  counts jsonb not null,
  applied_at timestamptz not null default now(),
  applied_by text
);
comment on table unit_import is 'reference: each list of units that was applied, by its hash';

-- One row for each stretch of days in which name, parent, level and code stay the same.
create table unit_period (
  unit_id uuid not null references unit,
  valid daterange not null,
  parent_id uuid references unit,
  name text not null constraint unit_name_is_not_empty check (name <> '' and length(name) <= 300),
  -- The name without tone marks; `path_folded` adds the names of all units above in these days.
  name_folded text not null,
  path_folded text not null default '',
  level text not null constraint unit_level_is_known check (level in (
    'country', 'ministry', 'province', 'district', 'commune', 'village', 'department', 'council', 'front',
    'mass-organisation', 'party-committee', 'engagement-board', 'steering-committee', 'armed-force', 'school', 'cluster')),
  -- What the territory calls itself: tinh, thanh-pho, huyen, quan, thi-xa, xa, phuong, thi-tran, dac-khu, thon ...
  designation text,
  -- An attribute with dates, never a key: another unit may bear the same code on another day.
  code text,
  -- What the source could not verify ('first-day', 'code', ...): shown with "to be checked".
  unverified text[] not null default '{}',
  import_id uuid references unit_import,
  primary key (unit_id, valid),
  constraint unit_period_has_a_first_day check (not isempty(valid) and not lower_inf(valid)),
  constraint unit_is_not_its_own_parent check (parent_id <> unit_id),
  constraint unit_has_one_form_a_day exclude using gist (unit_id with =, valid with &&),
  constraint code_means_one_unit_a_day exclude using gist (code with =, valid with &&)
    where (level in ('country', 'ministry', 'province', 'district', 'commune'))
);
comment on table unit_period is 'reference: name, parent, level and code of a unit in a stretch of days';
create index unit_period_children on unit_period (parent_id, level);
create index unit_period_by_code on unit_period (code) where code is not null;
create index unit_period_search_name on unit_period using gin (name_folded gin_trgm_ops);
create index unit_period_search_path on unit_period using gin (path_folded gin_trgm_ops);

-- Derived from unit_period by the same statement that changes it: every unit above a unit (itself at depth 0) and when.
create table unit_ancestry (
  unit_id uuid not null references unit,
  ancestor_id uuid not null references unit,
  valid daterange not null,
  depth smallint not null,
  primary key (unit_id, ancestor_id, valid)
);
comment on table unit_ancestry is 'reference: the closure of the dated tree, for roll-up and visibility on any day';
create index unit_ancestry_below on unit_ancestry (ancestor_id, depth);

create table unit_successor (
  from_id uuid not null references unit,
  to_id uuid not null references unit,
  succeeded_on date not null,
  -- Part of the old unit that went to the new one, 0 to 1; null where the source does not say.
  share numeric constraint share_is_a_part check (share > 0 and share <= 1),
  unverified text[] not null default '{}',
  import_id uuid references unit_import,
  primary key (from_id, to_id, succeeded_on),
  constraint unit_does_not_succeed_itself check (from_id <> to_id)
);
comment on table unit_successor is 'reference: which unit took over from which, from which day';
create index unit_successor_came_from on unit_successor (to_id);

-- A predecessor that a source names without giving it a code: found by search, never a unit of its own.
create table unit_alias (
  id uuid primary key,
  unit_id uuid not null references unit,
  name text not null,
  name_folded text not null,
  -- Where the source places it, e.g. 'Huyện Sóc Sơn, Thành phố Hà Nội'.
  place text not null,
  until_on date not null,
  unverified text[] not null default '{}',
  import_id uuid references unit_import
);
comment on table unit_alias is 'reference: names of predecessors without code, to be checked';
create index unit_alias_of_unit on unit_alias (unit_id);

-- Dated sets of bodies of one kind: they only compare, they are no level and no ladder of appeal.
create table unit_set (
  id uuid primary key,
  kind text not null constraint unit_set_kind_is_known check (kind in ('cluster')),
  name text not null constraint unit_set_name_is_not_empty check (name <> '' and length(name) <= 300),
  name_folded text not null
);
comment on table unit_set is 'reference: clusters';

create table unit_set_member (
  set_id uuid not null references unit_set,
  unit_id uuid not null references unit,
  valid daterange not null,
  primary key (set_id, unit_id, valid),
  constraint unit_is_in_a_set_once_a_day exclude using gist (set_id with =, unit_id with =, valid with &&)
);
comment on table unit_set_member is 'reference: which unit is in which cluster and when';
create index unit_set_member_of_unit on unit_set_member (unit_id);

-- What an office adds under itself: the record with its events. `unit` and `unit_period` follow it after the commit,
-- as they follow an import: the tree is read everywhere, the record belongs to one register.
create table body (
  unit_id uuid not null references unit,
  id uuid not null,
  revision integer not null,
  state text not null constraint body_state_is_known check (state in ('standing', 'ended')),
  chain bytea not null,
  created_at timestamptz not null,
  level text not null,
  -- Names through time: [{"from_on", "name", "code"}], oldest first.
  forms jsonb not null,
  until_on date,
  primary key (unit_id, id)
);
comment on table body is 'distributed: villages, departments, committees and others under a unit, each with its events';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select on body to gandan_worker;
    grant select, insert, update, delete on unit, unit_period, unit_ancestry to gandan_worker;
  end if;
end $$;
