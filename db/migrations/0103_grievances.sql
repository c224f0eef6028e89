-- A problem known to a village, the Front or an officer without any petition: no clock of the law, an owner and a day.

create table grievance (
  unit_id         uuid        not null,
  id              uuid        not null,
  revision        integer     not null,
  state           text        not null,
  chain           bytea       not null,
  created_at      timestamptz not null,
  source          text        not null,
  -- The unit itself or a village under it, never finer.
  place_unit_id   uuid        not null,
  field           text        not null,
  title           text        not null check (length(title) <= 200),
  text            text        not null check (length(text) <= 4000),
  known_on        date        not null,
  recorded_by     uuid        not null,
  owner_id        uuid,
  owner_body_id   uuid,
  -- The office's own day; no law sets one.
  target_on       date,
  -- [{"on", "by", "text"}]
  progress        jsonb       not null default '[]',
  ended_on        date,
  end_kind        text,
  end_note        text,
  petition_id     uuid,
  merged_into_id  uuid,
  primary key (unit_id, id)
);
comment on table grievance is 'distributed: problems known without a petition';
-- The list: open ones by target day.
create index grievance_open on grievance (unit_id, target_on, id) where ended_on is null;
create index grievance_of_unit on grievance (unit_id, known_on desc, id desc);
