-- Papers for a meeting: topics given out to units or called openly, papers with their versions and reviews, the volume of them.

create table topic (
  -- The unit that prepares the meeting.
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  meeting_id     uuid        not null,
  title          text        not null check (length(title) between 1 and 300),
  what           text        check (length(what) <= 4000),
  -- Units that are asked for a paper; none where the call is open alone.
  asked_unit_ids uuid[]      not null default '{}' check (cardinality(asked_unit_ids) <= 100),
  due_on         date        not null,
  -- Anybody may send a paper until the due day.
  open_call      boolean     not null default false,
  -- Reviewers see neither authors nor units.
  blind          boolean     not null default false,
  ended_on       date,
  end_note       text        check (length(end_note) <= 2000),
  primary key (unit_id, id)
);
comment on table topic is 'distributed: topics of papers given out for a meeting, with due day';
create index topic_of_meeting on topic (unit_id, meeting_id, id);
create index topic_open on topic (due_on) where state = 'commissioned';
create index topic_asked on topic using gin (asked_unit_ids) where state = 'commissioned';

create table paper (
  -- The unit that prepares the meeting.
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  meeting_id     uuid        not null,
  topic_id       uuid        not null,
  title          text        not null check (length(title) between 1 and 300),
  abstract       text        check (length(abstract) <= 4000),
  -- [{"name", "unit", "mail", "phone"}], in the order in which they are printed.
  authors        jsonb       not null,
  from_unit_ids  uuid[]      not null default '{}' check (cardinality(from_unit_ids) <= 10),
  -- The authors want mail and phone printed in the volume.
  print_contact  boolean     not null default false,
  blind          boolean     not null,
  via            text        not null constraint paper_came_by_a_known_way check (via in ('desk', 'portal')),
  received_on    date        not null,
  -- [{"no", "file_id", "name", "media_type", "size", "stored", "on", "by", "words", "losses"}], oldest first.
  versions       jsonb       not null,
  -- [{"id", "on", "by", "text", "version"}]
  remarks        jsonb       not null default '[]',
  -- [{"account_id", "name", "mark", "text", "on"}]; mark and text are null until it is handed in.
  reviews        jsonb       not null default '[]',
  decision_note  text        check (length(decision_note) <= 4000),
  decided_on     date,
  -- Place among the presented papers, from 1; minutes for each.
  place          integer     check (place between 1 and 200),
  minutes        integer     check (minutes between 1 and 120),
  withdrawn_on   date,
  withdrawn_note text        check (length(withdrawn_note) <= 2000),
  -- Withdrawn after a programme that names it was given out.
  was_on_programme boolean   not null default false,
  primary key (unit_id, id)
);
comment on table paper is 'distributed: papers sent for a meeting, their versions, remarks and reviews';
create index paper_of_meeting on paper (unit_id, meeting_id, id);
create index paper_from_units on paper using gin (from_unit_ids);
create index paper_to_review on paper using gin (reviews jsonb_path_ops);

create table papers_volume (
  unit_id       uuid        not null,
  id            uuid        not null,
  revision      integer     not null,
  state         text        not null,
  chain         bytea       not null,
  created_at    timestamptz not null,
  meeting_id    uuid        not null,
  foreword      text        check (length(foreword) <= 20000),
  -- What stands under the title: `Lào Cai, tháng 3 năm 2026`.
  place_and_date text       not null check (length(place_and_date) between 1 and 120),
  -- Mail and phone of authors who want it are printed.
  with_contacts boolean     not null default false,
  published_on  date,
  -- What was published: the fingerprint of the papers in it.
  published_print text,
  primary key (unit_id, id)
);
comment on table papers_volume is 'distributed: the papers volume of a meeting: foreword, what is printed, whether it is public';
create unique index one_volume_a_meeting on papers_volume (unit_id, meeting_id);
create index papers_volume_in_public on papers_volume (published_on desc) where state = 'published';

create table volume_making (
  unit_id     uuid        not null,
  -- The volume.
  id          uuid        not null,
  -- Of everything that goes into it: it is made anew where this differs.
  fingerprint text        not null,
  state       text        not null constraint making_has_a_known_state check (state in ('waiting', 'writing', 'counting', 'ready', 'failed')),
  done        integer     not null default 0,
  total       integer     not null,
  -- Null: page numbers could not be worked out, since LibreOffice is not installed.
  pages       integer,
  docx_bytes  bigint,
  pdf_bytes   bigint,
  -- The paper that could not be read.
  failed_at   uuid,
  asked_at    timestamptz not null default now(),
  ended_at    timestamptz,
  primary key (unit_id, id, fingerprint)
);
comment on table volume_making is 'distributed: making of papers volumes: progress and what came of it';
create index volume_making_latest on volume_making (unit_id, id, asked_at desc);

create table topic_mail (
  -- The unit that was told.
  unit_id    uuid        not null,
  on_day     date        not null,
  topics     integer     not null,
  outcome    text        not null constraint topic_mail_has_a_known_outcome check (outcome in ('sent', 'failed', 'refused', 'no-address')),
  message_id text,
  at         timestamptz not null,
  primary key (unit_id, on_day)
);
comment on table topic_mail is 'distributed: what became of the mail that tells a unit of papers it has not sent';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update on topic, paper, papers_volume to gandan_app;
    grant select, insert on volume_making to gandan_app;
    grant select on topic_mail to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select on topic, paper, papers_volume, meeting to gandan_worker;
    grant select, insert, update, delete on volume_making to gandan_worker;
    grant select, insert, update on topic_mail to gandan_worker;
  end if;
end $$;
