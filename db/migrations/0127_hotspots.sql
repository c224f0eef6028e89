-- Where an authority is behind more than chance explains: what each scan found, and the plans made about it. No person anywhere.

create table hotspot_run (
  id           uuid        primary key,
  -- The province whose communes were compared, or the country, whose provinces were.
  scope_id     uuid        not null,
  run_on       date        not null,
  -- ISO week, the seed of the draws: the same cases in the same week find the same.
  week         text        not null check (week ~ '^\d{4}-W\d{2}$'),
  -- Cases that fell due before this day were not looked at.
  since_on     date        not null,
  cases        integer     not null,
  places       integer     not null,
  false_alarms double precision not null,
  replicates   integer     not null,
  ran_ms       integer     not null,
  created_at   timestamptz not null default now()
);
comment on table hotspot_run is 'reference: scans of where authorities are behind';
create index hotspot_run_latest on hotspot_run (scope_id, created_at desc);

create table hotspot_finding (
  id          uuid             primary key,
  run_id      uuid             not null references hotspot_run on delete cascade,
  place_id    uuid             not null,
  -- Null: all fields together.
  field       text,
  -- Null: all days that were looked at.
  window_days integer,
  -- One case a household and field; nothing below five is kept.
  behind      integer          not null constraint nothing_below_five_households check (behind >= 5),
  cases       integer          not null,
  expected    double precision not null,
  chance      double precision not null
);
comment on table hotspot_finding is 'reference: place and field in which an authority is behind';
create index hotspot_finding_of_run on hotspot_finding (run_id);

create table hotspot_plan (
  -- The place.
  unit_id       uuid             not null,
  id            uuid             not null,
  revision      integer          not null,
  state         text             not null,
  chain         bytea            not null,
  created_at    timestamptz      not null,
  finding_id    uuid             not null,
  -- The figures of the finding, kept as they were then.
  field         text,
  window_days   integer,
  found_on      date             not null,
  since_on      date             not null,
  behind_then   integer          not null,
  cases_then    integer          not null,
  expected_then double precision not null,
  owner_id      uuid             not null,
  target_on     date             not null,
  what          text             not null check (length(what) <= 4000),
  -- [{"on", "by", "text"}]
  progress      jsonb            not null default '[]',
  ended_on      date,
  end_note      text             check (length(end_note) <= 2000),
  -- Of the cases that were behind then, those still open at the end.
  behind_at_end integer,
  primary key (unit_id, id)
);
comment on table hotspot_plan is 'distributed: plans to catch up where an authority is behind, with owner and day';
create index hotspot_plan_open on hotspot_plan (unit_id, target_on, id) where ended_on is null;
create index hotspot_plan_of_owner on hotspot_plan (owner_id, target_on) where ended_on is null;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on hotspot_run, hotspot_finding from gandan_app;
    grant select on hotspot_run, hotspot_finding to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, insert, delete on hotspot_run, hotspot_finding to gandan_worker;
  end if;
end $$;
