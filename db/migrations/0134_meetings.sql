-- A meeting: workshop, conference, briefing or reunion of several bodies, from its plan to the conclusion and what it binds.

create table meeting (
  -- The unit that prepares it: one of the organisers.
  unit_id            uuid        not null,
  id                 uuid        not null,
  revision           integer     not null,
  state              text        not null,
  chain              bytea       not null,
  created_at         timestamptz not null,
  kind               text        not null constraint meeting_kind_is_known
                                 check (kind in ('workshop', 'conference', 'briefing', 'reunion')),
  title              text        not null check (length(title) between 1 and 300),
  purpose            text        check (length(purpose) <= 4000),
  mode               text        not null constraint meeting_mode_is_known check (mode in ('in-person', 'online', 'both')),
  -- The central hall, in words; null where it is held online alone.
  place              text        check (length(place) <= 300),
  -- The link of the online room, for those invited alone.
  online_address     text        check (length(online_address) <= 500),
  held_on            date        not null,
  -- Last day; the same where it lasts one.
  until_on           date        not null,
  starts             text        not null check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends               text        not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- Shown to everybody: programme, conclusion, commitments.
  is_public          boolean     not null default false,
  -- The cluster whose briefing it is.
  cluster_id         uuid,
  -- Of the reports that are joined to it: '2026-6m'.
  period             text        check (length(period) <= 10),
  -- [{"id", "role": "organiser"|"chair", "unit_id", "unit", "person"}]; unit_id is null for a body outside the tree.
  hosts              jsonb       not null default '[]',
  -- [{"id", "name", "unit_id", "online", "capacity", "code", "people", "counted_at", "counted_by", "told_by_code"}]
  rooms              jsonb       not null default '[]',
  -- [{"id", "unit_id", "name", "room_id", "invited_on", "letter_id", "withdrawn_on", "answer": {"coming", "people", "who", "room_id", "by", "on"}}]
  invited            jsonb       not null default '[]',
  -- Last day on which an answer is asked for.
  answer_by          date,
  -- [{"id", "on", "starts", "minutes", "kind", "title", "speaker", "unit_id", "unit", "paper_id"}]
  programme          jsonb       not null default '[]',
  -- Programmes as they were given out: [{"version", "on", "by", "reason", "items", "withdrawn": [title]}]
  programme_versions jsonb       not null default '[]',
  -- [{"id", "unit_id", "unit", "room_id", "people", "by", "at"}]
  attendance         jsonb       not null default '[]',
  -- [{"id", "speaker", "post", "unit_id", "unit", "form": "text"|"summary", "text", "file_id"}]
  speeches           jsonb       not null default '[]',
  -- [{"id", "kind", "text", "grounds": [{"kind", "unit_id", "id", "title"}], "version", "by_id", "by", "at"}]
  findings           jsonb       not null default '[]',
  conclusion         text        check (length(conclusion) <= 20000),
  -- Counts the changes of the conclusion's text alone.
  conclusion_version integer     not null default 0,
  conclusion_by_id   uuid,
  conclusion_by      text,
  conclusion_at      timestamptz,
  -- What units are ordered or recommended to do: see `commitment`.
  promises           jsonb       not null default '[]',
  concluded_on       date,
  concluded_by       text,
  -- [{"on", "by", "held_on", "starts", "place", "reason"}]: where and when it was to be before.
  moves              jsonb       not null default '[]',
  -- [{"on", "by", "note"}]
  corrections        jsonb       not null default '[]',
  ended_on           date,
  end_note           text        check (length(end_note) <= 2000),
  primary key (unit_id, id),
  constraint last_day_is_not_before_the_first check (until_on >= held_on),
  constraint it_is_somewhere check (mode = 'online' or place is not null)
);
comment on table meeting is 'distributed: meetings of several bodies, from plan to conclusion';
create index meeting_of_unit on meeting (unit_id, held_on desc, id desc);
create index meeting_by_id on meeting (id);
-- Whom it invites: `invited @> '[{"unit_id": …}]'`.
create index meeting_invited on meeting using gin (invited jsonb_path_ops);
create index meeting_in_public on meeting (held_on desc, id desc) where is_public;
-- The page that a room's code opens: `rooms @> '[{"code": …}]'`.
create index meeting_rooms on meeting using gin (rooms jsonb_path_ops);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update on meeting to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select on meeting to gandan_worker;
  end if;
end $$;
