-- The proceedings a petition can lead to (complaint, feedback), and the case that joins petitions, visits and instances.

create table complaint (
  unit_id          uuid        not null,
  id               uuid        not null,
  revision         integer     not null,
  state            text        not null,
  chain            bytea       not null,
  created_at       timestamptz not null,
  register_number  integer,
  register_year    integer     not null,
  petition_id      uuid        not null,
  point            text        not null,
  case_id          uuid        not null,
  instance         smallint    not null default 1,
  first_id         uuid,
  title            text        not null,
  complainant_name text        not null,
  respondent       text        not null,
  contested        jsonb       not null,
  field            text        not null,
  handler_id       uuid,
  verifier_id      uuid,
  proposed_on      date        not null,
  received_on      date        not null,
  accepted_on      date,
  remote           boolean     not null default false,
  complexity       jsonb,
  suspensions      jsonb       not null default '[]',
  decline_ground   text,
  verification     jsonb,
  dialogue         jsonb,
  decision         jsonb,
  outcome          text,
  decided_on       date,
  sent_on          date,
  delivered_on     date,
  second_road      jsonb,
  in_effect_on     date,
  enforcement      jsonb,
  withdrawal       jsonb,
  ended_on         date,
  end_ground       text,
  clock            jsonb,
  nominal_on       date,
  due_on           date,
  primary key (unit_id, id)
);
comment on table complaint is 'distributed: complaint, one row an instance';
create unique index complaint_register_number on complaint (unit_id, register_year, register_number) where register_number is not null;
-- Worklist: running complaints by due day.
create index complaint_open_by_due on complaint (unit_id, due_on, id) where ended_on is null;
create index complaint_of_petition on complaint (unit_id, petition_id);

create table feedback (
  unit_id         uuid        not null,
  id              uuid        not null,
  revision        integer     not null,
  state           text        not null,
  chain           bytea       not null,
  created_at      timestamptz not null,
  register_number integer,
  register_year   integer     not null,
  petition_id     uuid        not null,
  point           text        not null,
  case_id         uuid        not null,
  kind            text        not null check (kind in ('recommendation', 'observation')),
  title           text        not null,
  text            text        not null,
  field           text        not null,
  place_unit_id   uuid,
  received_on     date        not null,
  proposed_on     date        not null,
  handler_id      uuid,
  draft           text,
  answer          text,
  answered_on     date,
  public_question text,
  public_answer   text,
  publication     text        not null default 'not-asked' check (publication in ('not-asked', 'asked', 'allowed', 'refused')),
  published_on    date,
  rating          smallint check (rating between 1 and 5),
  rating_note     text,
  reopened        integer     not null default 0,
  reopened_on     date,
  sent_to         jsonb,
  ended_on        date,
  clock           jsonb,
  nominal_on      date,
  due_on          date,
  primary key (unit_id, id)
);
comment on table feedback is 'distributed: recommendation or observation';
create unique index feedback_register_number on feedback (unit_id, register_year, register_number) where register_number is not null;
create index feedback_open_by_due on feedback (unit_id, due_on, id) where ended_on is null and state <> 'answered';
create index feedback_of_petition on feedback (unit_id, petition_id);
-- The wall of published answers, newest first.
create index feedback_published on feedback (unit_id, published_on desc, id) where published_on is not null;

-- Which petitions are about one substance: linking and unlinking keep both letters whole.
create table case_link (
  unit_id     uuid not null,
  id          uuid not null,
  petition_id uuid not null,
  case_id     uuid not null,
  how         text not null check (how in ('same-letter', 'same-substance')),
  linked_on   date not null,
  primary key (unit_id, id)
);
comment on table case_link is 'distributed: links made between letters, kept as a trace';
create index case_link_of_petition on case_link (unit_id, petition_id);
