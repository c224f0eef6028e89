-- Clearing the backlog: plans for long-running cases, and the work of an officer who leaves handed over to another.

create table case_plan (
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null,
  chain       bytea       not null,
  created_at  timestamptz not null,
  -- The open record of the same register that the plan is to bring to an end.
  record_kind text        not null check (record_kind in ('petition', 'complaint', 'feedback')),
  record_id   uuid        not null,
  owner_id    uuid        not null,
  cause       text        not null,
  steps       text        not null check (length(steps) <= 4000),
  due_on      date        not null,
  ended_on    date,
  -- What came of it, or why another plan took its place.
  end_note    text,
  -- The plan before this one.
  follows_id  uuid,
  primary key (unit_id, id)
);
comment on table case_plan is 'distributed: plans for long-running cases, with owner and day';
create index case_plan_of_record on case_plan (unit_id, record_id);
create index case_plan_open_of_owner on case_plan (owner_id, due_on, id) where state = 'open';
create index case_plan_open_by_due on case_plan (unit_id, due_on, id) where state = 'open';

create table work_hand_over (
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null,
  chain       bytea       not null,
  created_at  timestamptz not null,
  from_id     uuid        not null,
  to_id       uuid        not null,
  note        text        not null check (length(note) <= 4000),
  begun_on    date        not null,
  -- What the officer had open that day: [{"kind", "unit_id", "id"}].
  items       jsonb       not null,
  ended_on    date,
  primary key (unit_id, id),
  constraint work_goes_to_somebody_else check (from_id <> to_id)
);
comment on table work_hand_over is 'distributed: the work of an officer who leaves, handed over as one list';
create index work_hand_over_of_unit on work_hand_over (unit_id, begun_on desc, id desc);
