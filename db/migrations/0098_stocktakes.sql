-- Stocktakes of the backlog: a list fixed on one day, and what was found about each record on it.

create table stocktake (
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null,
  chain       bytea       not null,
  created_at  timestamptz not null,
  title       text        not null check (length(title) <= 200),
  kinds       jsonb       not null,
  -- Cases received at least so many days before.
  days_min    integer     not null check (days_min between 0 and 3650),
  opened_on   date        not null,
  -- The open cases of that day: [{"kind", "unit_id", "id"}].
  items       jsonb       not null,
  result      text,
  closed_on   date,
  primary key (unit_id, id)
);
comment on table stocktake is 'distributed: stocktakes of the backlog, each with its list';
create index stocktake_of_unit on stocktake (unit_id, opened_on desc, id desc);

create table stocktake_finding (
  unit_id      uuid        not null,
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null,
  chain        bytea       not null,
  created_at   timestamptz not null,
  stocktake_id uuid        not null,
  record_id    uuid        not null,
  finding      text        not null,
  note         text        not null check (length(note) <= 2000),
  checked_by   uuid        not null,
  checked_on   date        not null,
  primary key (unit_id, id)
);
comment on table stocktake_finding is 'distributed: what a stocktake found about one record';
create index stocktake_finding_of on stocktake_finding (unit_id, stocktake_id);
