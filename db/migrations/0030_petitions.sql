-- The petition register: one letter in one unit's book, the case that several letters share, and the links between them.

create table petition (
  unit_id              uuid        not null,
  id                   uuid        not null,
  revision             integer     not null,
  state                text        not null,
  chain                bytea       not null,
  created_at           timestamptz not null,
  register_number      integer,
  register_year        integer     not null,
  received_on          date        not null,
  source               text        not null,
  forwarder            text,
  via                  text        not null,
  title                text        not null check (length(title) <= 300),
  text                 text        not null check (length(text) <= 20000),
  place                text,
  place_unit_id        uuid,
  petitioner_name      text        not null,
  petitioner_address   text,
  petitioner_phone     text,
  petitioner_email     text,
  language             text        not null default 'vi',
  signers              integer     not null default 1 check (signers >= 1),
  representatives      jsonb       not null default '[]',
  assisted             jsonb,
  signature            jsonb,
  asked_kind           text,
  kind                 text,
  field                text,
  competence           text,
  competent_unit_id    uuid,
  conditions           jsonb,
  eligible             boolean,
  points               jsonb       not null default '[]',
  case_id              uuid,
  same_as              jsonb,
  handler_id           uuid,
  processed_on         date,
  processed_by_step    text,
  came_from            jsonb,
  sent_to              jsonb,
  urged                jsonb       not null default '[]',
  replies              jsonb       not null default '[]',
  visit_id             uuid,
  import_id            uuid,
  source_number        text,
  clock                jsonb,
  nominal_on           date,
  due_on               date,
  search               text        not null default '',
  pairs                integer[]   not null default '{}',
  primary key (unit_id, id)
);
comment on table petition is 'distributed: the petition register';
create unique index petition_register_number on petition (unit_id, register_year, register_number) where register_number is not null;
-- Worklist of a unit: open petitions by due day, keyset by (due_on, id).
create index petition_open_by_due on petition (unit_id, due_on, id) where processed_on is null and state in ('received', 'classified', 'assigned');
-- Worklist of a handler.
create index petition_of_handler on petition (unit_id, handler_id, due_on, id) where processed_on is null;
create index petition_by_received on petition (unit_id, received_on desc, id desc);
create index petition_of_case on petition (unit_id, case_id) where case_id is not null;
create index petition_of_import on petition (unit_id, import_id) where import_id is not null;
create index petition_pairs on petition using gin (pairs);
