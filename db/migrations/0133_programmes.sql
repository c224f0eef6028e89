-- Instruments, what rests on them, and what units owe by them: study sessions, programmes with goals and tasks, movements.

create table instrument (
  -- Whose book it stands in.
  unit_id             uuid        not null,
  id                  uuid        not null,
  revision            integer     not null,
  state               text        not null,
  chain               bytea       not null,
  created_at          timestamptz not null,
  kind                text        not null,
  number              text        check (length(number) <= 100),
  title               text        not null check (length(title) <= 300),
  issued_on           date        not null,
  -- A unit of the tree, or in words where the issuer stands in none.
  issuer_unit_id      uuid,
  issuer_text         text        check (length(issuer_text) <= 200),
  valid_from          date        not null,
  valid_until         date,
  theme_year          integer,
  -- Units that it binds: ["id"].
  binds               jsonb       not null default '[]',
  -- What it grew from: [{"kind", "unit_id", "id", "title"}].
  derived             jsonb       not null default '[]',
  replaced_by_unit_id uuid,
  replaced_by_id      uuid,
  ended_on            date,
  end_note            text        check (length(end_note) <= 1000),
  recorded_on         date        not null,
  primary key (unit_id, id),
  constraint an_instrument_has_one_issuer check ((issuer_unit_id is null) <> (issuer_text is null)),
  constraint a_theme_has_its_year check ((kind = 'theme-of-year') = (theme_year is not null))
);
comment on table instrument is 'distributed: instruments that direct the work, in the book of each unit';
create index instrument_of_unit on instrument (unit_id, issued_on desc, id desc);
create index instrument_by_binding on instrument using gin (binds) where state = 'recorded';
create index instrument_by_source on instrument using gin (derived jsonb_path_ops);

create table study_session (
  unit_id            uuid        not null,
  id                 uuid        not null,
  revision           integer     not null,
  state              text        not null,
  chain              bytea       not null,
  created_at         timestamptz not null,
  instrument_unit_id uuid        not null,
  instrument_id      uuid        not null,
  held_on            date        not null,
  place              text        not null check (length(place) <= 200),
  mode               text        not null,
  -- [{"unit_id", "people"}], one row a unit; how many people, never who.
  attendance         jsonb       not null default '[]',
  people             integer     not null default 0,
  -- [{"question", "answer"}]
  questions          jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table study_session is 'distributed: sessions in which an instrument was studied';
create index study_session_of_unit on study_session (unit_id, held_on desc, id desc);
create index study_session_of_instrument on study_session (instrument_unit_id, instrument_id);

create table programme (
  -- The unit that leads it.
  unit_id            uuid        not null,
  id                 uuid        not null,
  revision           integer     not null,
  state              text        not null,
  chain              bytea       not null,
  created_at         timestamptz not null,
  kind               text        not null,
  title              text        not null check (length(title) <= 300),
  from_on            date        not null,
  until_on           date        not null,
  -- The instrument it carries out, and the theme of the year it belongs to.
  basis_unit_id      uuid,
  basis_id           uuid,
  theme_unit_id      uuid,
  theme_id           uuid,
  -- The superior's programme that it is this unit's own plan for.
  parent_unit_id     uuid,
  parent_id          uuid,
  -- Who organises it besides the unit: [{"unit_id", "part"}].
  organisers         jsonb       not null default '[]',
  -- Tasks, from which commitments are made: [{"id", "text", "owner_unit_id", "helper_unit_ids", "force", "due_on", "goal_id"}].
  promises           jsonb       not null default '[]',
  number             text        check (length(number) <= 100),
  issued_on          date,
  -- Units asked for plans of their own: ["id"].
  asked_unit_ids     jsonb       not null default '[]',
  asked_on           date,
  plans_due_on       date,
  ask_note           text        check (length(ask_note) <= 2000),
  reminded_on        date,
  -- What the organisers told each other: [{"on", "unit_id", "text"}].
  exchanges          jsonb       not null default '[]',
  result             text        check (length(result) <= 4000),
  ended_on           date,
  primary key (unit_id, id),
  constraint a_programme_ends_after_it_begins check (until_on > from_on),
  constraint plans_are_asked_by_a_day check ((asked_on is null) = (plans_due_on is null))
);
comment on table programme is 'distributed: programmes, schemes and plans of a unit';
create index programme_of_unit on programme (unit_id, created_at desc, id desc);
create index programme_of_parent on programme (parent_unit_id, parent_id) where parent_id is not null;
create index programme_of_basis on programme (basis_unit_id, basis_id) where basis_id is not null;
create index programme_asking on programme using gin (asked_unit_ids) where state = 'issued';

create table goal (
  unit_id      uuid             not null,
  id           uuid             not null,
  revision     integer          not null,
  state        text             not null,
  chain        bytea            not null,
  created_at   timestamptz      not null,
  programme_id uuid             not null,
  text         text             not null check (length(text) <= 500),
  -- What is counted: '%', 'lượt'.
  counted_in   text             not null check (length(counted_in) <= 40),
  direction    text             not null,
  target_value double precision not null,
  by_on        date             not null,
  -- Where the registers say how far it has come: 'form:01/TCD:1' or 'measure:head_days'; null where people type it.
  source       text             check (length(source) <= 80),
  -- [{"on", "value", "evidence", "by"}]
  progress     jsonb            not null default '[]',
  set_on       date             not null,
  final_value  double precision,
  evidence     text             check (length(evidence) <= 2000),
  ended_on     date,
  primary key (unit_id, id),
  constraint a_goal_ends_with_evidence check (ended_on is null or evidence is not null)
);
comment on table goal is 'distributed: targets of programmes';
create index goal_of_programme on goal (unit_id, programme_id, by_on, id);

create table movement (
  unit_id            uuid        not null,
  id                 uuid        not null,
  revision           integer     not null,
  state              text        not null,
  chain              bytea       not null,
  created_at         timestamptz not null,
  kind               text        not null,
  title              text        not null check (length(title) <= 300),
  content            text        not null check (length(content) <= 4000),
  launched_on        date        not null,
  until_on           date        not null,
  basis_unit_id      uuid,
  basis_id           uuid,
  theme_unit_id      uuid,
  theme_id           uuid,
  -- [{"unit_id", "on", "what"}]
  registrations      jsonb       not null default '[]',
  -- [{"on", "text", "final"}]
  reviews            jsonb       not null default '[]',
  -- [{"on", "kind", "awardee", "unit_id", "name", "count"}]; a person is named only by consent.
  awards             jsonb       not null default '[]',
  primary key (unit_id, id),
  constraint a_movement_ends_after_it_begins check (until_on > launched_on)
);
comment on table movement is 'distributed: movements and drives of a unit';
create index movement_of_unit on movement (unit_id, launched_on desc, id desc);
