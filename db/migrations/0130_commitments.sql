-- Promises with an owner, a day and an end: said in a dialogue, a conclusion, a plan or on a field visit, kept here until kept.

create table commitment (
  -- The unit that must keep it; once dissolved, those that succeeded it carry it on.
  unit_id          uuid        not null,
  id               uuid        not null,
  revision         integer     not null,
  state            text        not null,
  chain            bytea       not null,
  created_at       timestamptz not null,
  -- Where it was said.
  origin_kind      text        not null check (origin_kind ~ '^[a-z][a-z-]{1,40}$'),
  origin_unit_id   uuid        not null,
  origin_id        uuid        not null,
  origin_title     text        not null check (length(origin_title) <= 500),
  -- Is the origin itself public? Then the public sees that the promise exists.
  origin_public    boolean     not null,
  said_on          date        not null,
  -- Ids of the units that help.
  helpers          jsonb       not null default '[]',
  text             text        not null check (length(text) <= 20000),
  force            text        not null constraint force_is_known check (force in ('ordered', 'recommended')),
  -- The day that was said, and the last day by the working calendar.
  named_on         date        not null,
  due_on           date        not null,
  -- Each extension: [{from_on, to_on, on, by, reason}]; the old day stays to be seen.
  extensions       jsonb       not null default '[]',
  made_on          date        not null,
  -- The head of the owner unit on the day it was said: {account_id, name, title}; null where the post was vacant.
  head_then        jsonb,
  -- What a person has read and let be public; null: the public does not read the words.
  public_text      text        check (length(public_text) <= 4000),
  published_on     date,
  -- [{on, by, text}]
  progress         jsonb       not null default '[]',
  -- Of the last report that it was kept: what shows its effect, by whom and when.
  evidence         text        check (length(evidence) <= 4000),
  reported_on      date,
  reported_by      uuid,
  -- Each time it was sent back: [{on, by, reason}]
  sent_back        jsonb       not null default '[]',
  -- The day it was kept (reported, and afterwards confirmed), and who confirmed: superior, supervisor, asker.
  kept_on          date,
  confirmed_as     text,
  ended_on         date,
  -- Why it was not kept, or was replaced.
  why              text        check (length(why) <= 4000),
  replaces_id      uuid,
  replaced_by_id   uuid,
  -- What became of the words before they were public: [{on, by, reason, changes}]
  corrections      jsonb       not null default '[]',
  primary key (unit_id, id)
);
comment on table commitment is 'distributed: promises with owner, day and end';
-- The ledger in its three orders, a unit's and a province's.
create index commitment_by_due on commitment (unit_id, due_on, id);
create index commitment_by_said on commitment (unit_id, said_on, id);
-- What is owed: what stands open, by its last day.
create index commitment_open on commitment (unit_id, due_on, id) where ended_on is null;
-- What came of one origin.
create index commitment_of_origin on commitment (origin_unit_id, origin_id);
