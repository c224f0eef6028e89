-- The superior's demand on a unit directly below whose records are overdue: the list of one day, and its answer.

create table overdue_demand (
  -- The superior's.
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  subordinate_id uuid        not null,
  -- Overdue on the day of the demand: [{"kind", "unit_id", "id", "due_on", "days"}].
  items          jsonb       not null,
  note           text        not null check (length(note) <= 2000),
  demanded_on    date        not null,
  answer_by      date        not null,
  -- Asked again after the first day had passed.
  escalated_on   date,
  answer         text        check (length(answer) <= 4000),
  -- A new day for each record: [{"id", "new_on"}].
  new_days       jsonb,
  answered_on    date,
  ended_on       date,
  end_note       text        check (length(end_note) <= 2000),
  primary key (unit_id, id),
  constraint an_answer_has_its_days check ((answered_on is null) = (new_days is null))
);
comment on table overdue_demand is 'distributed: a superior''s demands on units below whose records are overdue';
create index overdue_demand_of_unit on overdue_demand (unit_id, demanded_on desc, id desc);
create index overdue_demand_on_unit on overdue_demand (subordinate_id, demanded_on desc, id desc);
