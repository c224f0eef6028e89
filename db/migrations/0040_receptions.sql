-- Receptions: the days on which a head or an office listens, each coming of people, and the head's going down to the grassroots.

create table reception_day (
  unit_id             uuid        not null,
  id                  uuid        not null,
  revision            integer     not null,
  state               text        not null,
  chain               bytea       not null,
  created_at          timestamptz not null,
  held_on             date        not null,
  kind                text        not null constraint reception_day_kind_is_known check (kind in ('regular', 'periodic', 'unscheduled')),
  mode                text        not null constraint reception_day_mode_is_known check (mode in ('in-person', 'online')),
  place               text        not null check (length(place) <= 300),
  room                text        check (length(room) <= 60),
  starts              text        not null check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends                text        not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  capacity            integer     not null check (capacity between 1 and 500),
  -- Who is to receive: the head on that day; null for the office's regular reception.
  head_account_id     uuid,
  head_name           text,
  head_title          text,
  subject             text        check (length(subject) <= 300),
  -- Why it could not wait, for an unscheduled reception: {ground, reason}.
  unscheduled         jsonb,
  publish_by_on       date,
  published_on        date,
  published_late      boolean     not null default false,
  -- Each postponement: [{from_on, to_on, reason, notice, announced_on}]; bookings and their numbers follow.
  postponed           jsonb       not null default '[]',
  -- Who in fact received: {who, account_id, name, title, reason}.
  receiver            jsonb,
  opened_on           date,
  closed_on           date,
  nobody_came         boolean,
  conclusion          text        check (length(conclusion) <= 20000),
  agreed              text        check (length(agreed) <= 20000),
  concluded_on        date,
  corrections         jsonb       not null default '[]',
  import_id           uuid,
  primary key (unit_id, id)
);
comment on table reception_day is 'distributed: reception days';
-- The calendar of a unit and the days held of its head.
create index reception_day_by_day on reception_day (unit_id, held_on, id);

create table visit (
  unit_id             uuid        not null,
  id                  uuid        not null,
  revision            integer     not null,
  state               text        not null,
  chain               bytea       not null,
  created_at          timestamptz not null,
  reception_day_id    uuid,
  held_on             date        not null,
  origin              text        not null constraint visit_origin_is_known check (origin in ('booking', 'walk-in', 'import')),
  queue_number        integer,
  room                text        check (length(room) <= 60),
  -- Null until somebody comes: who received counts, not who was planned.
  stage               text        constraint visit_stage_is_known check (stage in ('regular', 'head', 'delegated')),
  asked_kind          text,
  -- True where the person came to denounce: name and words are not kept here in the clear.
  closed_content      boolean     not null default false,
  visitor_name        text        check (length(visitor_name) <= 100),
  visitor_address     text        check (length(visitor_address) <= 300),
  visitor_phone       text        check (length(visitor_phone) <= 20),
  visitor_email       text        check (length(visitor_email) <= 254),
  language            text        not null default 'vi',
  -- How the person acts: {as: 'self'|'representative'|'authorised'|'helper', papers}.
  standing            jsonb,
  identity_kind       text,
  subject             text        check (length(subject) <= 300),
  people              integer     not null default 1 check (people between 1 and 10000),
  large_group         boolean     not null default false,
  -- The sheet of a large group: {signers, asked_to_name, representatives: [{name, address}], named_in_writing}.
  group_sheet         jsonb,
  first_time          boolean,
  case_id             uuid,
  statement           text        check (length(statement) <= 20000),
  statement_check     jsonb,
  papers              jsonb       not null default '[]',
  refusal             jsonb,
  called_at           timestamptz,
  -- What the receiver answered or concluded, and who is to act.
  conclusion          text        check (length(conclusion) <= 20000),
  assigned_to         text        check (length(assigned_to) <= 200),
  received_on         date,
  clock               jsonb,
  nominal_on          date,
  due_on              date,
  outcome             jsonb,
  outcome_given_on    date,
  corrections         jsonb       not null default '[]',
  import_id           uuid,
  source_number       text,
  search              text        not null default '',
  primary key (unit_id, id)
);
comment on table visit is 'distributed: the book of receptions, one row a coming';
create index visit_of_day on visit (unit_id, reception_day_id, queue_number) where reception_day_id is not null;
create index visit_by_day on visit (unit_id, held_on, id);
-- The outcomes an office owes, by their last day.
create index visit_outcome_owed on visit (unit_id, due_on, id) where due_on is not null and outcome_given_on is null;
create index visit_of_case on visit (unit_id, case_id) where case_id is not null;
create index visit_of_import on visit (unit_id, import_id) where import_id is not null;

create table field_visit (
  unit_id             uuid        not null,
  id                  uuid        not null,
  revision            integer     not null,
  state               text        not null,
  chain               bytea       not null,
  created_at          timestamptz not null,
  held_on             date        not null,
  head_account_id     uuid        not null,
  head_name           text        not null,
  head_title          text,
  place               text        not null check (length(place) <= 300),
  place_unit_id       uuid,
  -- Who spoke, by role and never by name, and what they raised: [{role, said}].
  spoke               jsonb       not null default '[]',
  promised            text        check (length(promised) <= 20000),
  promise_due_on      date,
  corrections         jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table field_visit is 'distributed: heads going down to the grassroots';
create index field_visit_by_day on field_visit (unit_id, held_on desc, id desc);

-- Petitions that were recorded from a visit.
create index petition_of_visit on petition (unit_id, visit_id) where visit_id is not null;
