-- Dialogues with the people: the dialogue, the questions put to it, the slips of those who came.

create table dialogue (
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  kind           text        not null check (length(kind) <= 40),
  title          text        not null check (length(title) <= 200),
  about          text        not null check (length(about) <= 4000),
  mode           text        not null constraint dialogue_mode_is_known check (mode in ('in-person', 'online', 'both')),
  held_on        date        not null,
  starts         text        not null check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends           text        not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place          text        not null check (length(place) <= 300),
  link           text        check (length(link) <= 500),
  -- Last day for questions beforehand; the room may ask on the day itself.
  questions_by_on date       not null,
  chaired_by     text        not null check (length(chaired_by) <= 200),
  -- Bodies that hold it together with the unit.
  with_unit_ids  uuid[]      not null default '{}',
  project_id     uuid,
  request_id     uuid,
  announced_on   date,
  -- Latest day on which the notice was in time; null where no text fixes one.
  notice_by_on   date,
  notice_where   text        check (length(notice_where) <= 500),
  -- Each move after the notice: [{"from_on", "to_on", "reason", "notice", "announced_on"}].
  moved          jsonb       not null default '[]',
  -- {"on", "by", "reason"}
  cancelled      jsonb,
  slips          integer     not null default 0 check (slips between 0 and 2000),
  -- [{"id", "title", "summary", "answer", "answered_on", "by", "at", "version"}]: words for everybody, no person in them.
  groups         jsonb       not null default '[]',
  -- [{"part", "text", "version", "by_id", "by", "at"}]
  minutes        jsonb       not null default '[]',
  -- {"slips", "online", "paper": [{"village", "people"}]}: numbers alone.
  attendance     jsonb,
  people         integer,
  recorded_on    date,
  publish_by_on  date,
  published_on   date,
  conclusion     text        check (length(conclusion) <= 8000),
  -- {"on", "to"}
  villages_told  jsonb,
  promises       jsonb       not null default '[]',
  closed_on      date,
  corrections    jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table dialogue is 'distributed: dialogues with the people';
create index dialogue_by_day on dialogue (unit_id, held_on, id);
-- The portal's list: what was announced, by day, whoever holds it.
create index dialogue_public_by_day on dialogue (held_on, unit_id, id) where announced_on is not null;
create index dialogue_of_project on dialogue (unit_id, project_id) where project_id is not null;

create table dialogue_question (
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  dialogue_id    uuid        not null,
  origin         text        not null check (length(origin) <= 40),
  asked_on       date        not null,
  -- Null for somebody who only says that they will come.
  text           text        check (length(text) <= 4000),
  asker_name     text        check (length(asker_name) <= 100),
  asker_phone    text        check (length(asker_phone) <= 20),
  asker_email    text        check (length(asker_email) <= 254),
  village        text        check (length(village) <= 100),
  language       text        not null default 'vi',
  has_code       boolean     not null default false,
  people         integer     not null default 1 check (people between 1 and 500),
  group_id       uuid,
  petition_id    uuid,
  set_aside      text        check (length(set_aside) <= 1000),
  -- {"on", "how", "by"}
  answered       jsonb,
  answered_on    date,
  -- [{"what": "moved" | "cancelled" | "set-aside", "of": day of that notice, "on", "how", "by"}]
  told           jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table dialogue_question is 'distributed: questions put to a dialogue, and who said they would come';
create index dialogue_question_of_dialogue on dialogue_question (unit_id, dialogue_id, asked_on, id);

create table dialogue_slip (
  unit_id        uuid        not null,
  dialogue_id    uuid        not null,
  slip           integer     not null check (slip between 1 and 2000),
  handed_in_at   timestamptz not null,
  primary key (unit_id, dialogue_id, slip)
);
comment on table dialogue_slip is 'distributed: slips handed in at a dialogue, a number each and nobody''s';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, delete, truncate on dialogue_slip from gandan_app;
  end if;
end $$;
