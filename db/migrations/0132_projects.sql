-- Projects with their consultation and their talks, opinions sent in a consultation, and dialogues asked for by voters.
-- Nowhere who agrees: no column holds a person's or a household's choice.

create table project (
  -- The unit that prepares it.
  unit_id          uuid        not null,
  id               uuid        not null,
  revision         integer     not null,
  state            text        not null,
  chain            bytea       not null,
  created_at       timestamptz not null,
  kind             text        not null,
  title            text        not null check (length(title) <= 300),
  what             text        not null check (length(what) <= 10000),
  investor         text        not null check (length(investor) <= 300),
  -- The body that answers for it, where it is a unit of the tree.
  owner_unit_id    uuid,
  decision_number  text        check (length(decision_number) <= 100),
  decided_on       date,
  decided_by       text        check (length(decided_by) <= 300),
  -- Ids of the communes and villages concerned.
  area_unit_ids    jsonb       not null,
  -- [{on, by, reason, from: [id], to: [id]}]: where it was to be before.
  moves            jsonb       not null default '[]',
  planned_start_on date,
  consultation_unit_id uuid,
  consultation_id  uuid,
  -- [{unit_id, id, on, area_unit_ids}]: dialogues held or to be held for the area as it was then.
  dialogues        jsonb       not null default '[]',
  -- [{from, ground, why, number, decided_on, on, by, title, area_unit_ids}]
  exemptions       jsonb       not null default '[]',
  -- [{id, on, place, people, asked, answered, noted_on, by}]: what was asked and answered; never by whom, never who agrees.
  talks            jsonb       not null default '[]',
  promises         jsonb       not null default '[]',
  announced_on     date,
  started_on       date,
  ended_on         date,
  end_note         text        check (length(end_note) <= 4000),
  -- [{on, by, reason, changes}]
  corrections      jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table project is 'distributed: projects in an area, with consultation, dialogue and talks';
create index project_of_unit on project (unit_id, id desc);
create index project_in_public on project (announced_on desc, id desc) where announced_on is not null;

create table consultation (
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  matter         text        not null,
  title          text        not null check (length(title) <= 300),
  what           text        not null check (length(what) <= 20000),
  -- Where the draft can be read.
  where_to_read  text        check (length(where_to_read) <= 500),
  -- Ids of the units whose people are asked.
  asked_unit_ids jsonb       not null,
  published_on   date        not null,
  -- Last day on which opinions are taken, never before the law's.
  last_on        date        not null,
  -- [{on, by, from_on, to_on}]
  extensions     jsonb       not null default '[]',
  closed_on      date,
  explanation    text        check (length(explanation) <= 20000),
  -- Why the decision differs from what most said, where it does.
  otherwise      text        check (length(otherwise) <= 20000),
  explained_on   date,
  ended_on       date,
  end_note       text        check (length(end_note) <= 4000),
  corrections    jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table consultation is 'distributed: views asked for before a decision';
create index consultation_of_unit on consultation (unit_id, id desc);
create index consultation_in_public on consultation (last_on desc, id desc) where state <> 'withdrawn';

create table opinion (
  unit_id         uuid        not null,
  id              uuid        not null,
  revision        integer     not null,
  state           text        not null,
  chain           bytea       not null,
  created_at      timestamptz not null,
  consultation_id uuid        not null,
  source          text        not null,
  -- How many said the same, where a meeting or a pile of papers is written down at once.
  people          integer     not null default 1 check (people > 0),
  text            text        not null check (length(text) <= 20000),
  received_on     date        not null,
  -- Asked for, not demanded; never published.
  sender_name     text        check (length(sender_name) <= 100),
  sender_phone    text        check (length(sender_phone) <= 20),
  -- What is published of it: its gist without a person, what became of it, and why.
  gist            text        check (length(gist) <= 2000),
  outcome         text,
  why             text        check (length(why) <= 4000),
  weighed_on      date,
  corrections     jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table opinion is 'distributed: opinions sent in a consultation, and what became of each';
create index opinion_of_consultation on opinion (unit_id, consultation_id, id);

create table talk_request (
  unit_id           uuid        not null,
  id                uuid        not null,
  revision          integer     not null,
  state             text        not null,
  chain             bytea       not null,
  created_at        timestamptz not null,
  subject           text        not null check (length(subject) <= 300),
  what              text        not null check (length(what) <= 4000),
  asked_on          date        not null,
  -- Voters of the unit, from which list, on which day.
  voters            integer     not null check (voters > 0),
  voters_source     text        not null check (length(voters_source) <= 300),
  voters_on         date        not null,
  first_counter_id  uuid,
  second_counter_id uuid,
  -- Of the count under way; each has a key of its own, which lies on a slip of paper and nowhere here.
  round             integer     not null default 0,
  -- Tells whether a slip is the right one; it leads to no mark.
  key_check         text        check (key_check ~ '^[0-9a-f]{32}$'),
  -- [{sheet, lines, entered, repeated, not_voters, unreadable, second: {lines, struck} | null}]: counts alone.
  sheets            jsonb       not null default '[]',
  counted_on        date,
  -- Lines on all sheets; signers already counted; lines struck; what is left; what was needed.
  lines             integer,
  repeated          integer,
  struck            integer,
  valid             integer,
  needed            integer,
  ended_on          date,
  end_note          text        check (length(end_note) <= 4000),
  corrections       jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table talk_request is 'distributed: dialogues asked for by voters; of the signers only their number';
create index talk_request_of_unit on talk_request (unit_id, asked_on desc, id desc);

-- While a count is under way: one row a signer, a keyed one-way value. Emptied when the count is over.
create table signature_mark (
  unit_id    uuid    not null,
  request_id uuid    not null,
  round      integer not null,
  mark       bytea   not null check (length(mark) = 32),
  primary key (unit_id, request_id, round, mark)
);
comment on table signature_mark is 'distributed: signers of a count under way, as values nobody can lead back';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, truncate on signature_mark from gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, delete on signature_mark to gandan_worker;
    grant select on project, consultation, opinion, talk_request to gandan_worker;
  end if;
end $$;
