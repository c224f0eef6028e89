-- Topical reports: what a unit asks the units under it by an hour, and what each of them answers. No person anywhere.

create table topical_call (
  -- Who asks.
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null check (state in ('draft', 'published', 'closed', 'withdrawn')),
  chain       bytea       not null,
  created_at  timestamptz not null,
  title       text        not null check (length(title) <= 300),
  why         text        not null check (length(why) <= 4000),
  instrument  text        check (length(instrument) <= 300),
  -- Who is asked, found anew on the day of each round: [] where no unit is named.
  whom        text        not null constraint who_is_asked_is_known check (whom in ('all', 'level', 'cluster', 'chosen')),
  level       text,
  cluster_id  uuid,
  chosen_ids  jsonb       not null default '[]',
  -- [{"id", "kind", "text", "hint", "measure", "options", "least", "most", "required", "added_at", "dropped_at", "reason", "replaces"}]
  questions   jsonb       not null default '[]',
  repeats     text        not null check (repeats in ('once', 'daily')),
  round       integer     not null,
  -- [{"no", "opened_at", "due_at"}], the last one is the running one.
  rounds      jsonb       not null default '[]',
  due_at      timestamptz not null,
  remind_at   timestamptz,
  prepared_on date        not null,
  published_at timestamptz,
  ended_at    timestamptz,
  end_reason  text        check (length(end_reason) <= 2000),
  primary key (unit_id, id),
  constraint a_level_is_named_where_one_is_asked check ((whom = 'level') = (level is not null)),
  constraint a_cluster_is_named_where_one_is_asked check ((whom = 'cluster') = (cluster_id is not null))
);
comment on table topical_call is 'distributed: question lists that a unit sends to the units under it';
create index topical_call_running on topical_call (due_at, unit_id, id) where state = 'published';

create table topical_answer (
  -- Who answers.
  unit_id      uuid        not null,
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null check (state in ('asked', 'draft', 'handed-in')),
  chain        bytea       not null,
  created_at   timestamptz not null,
  call_unit_id uuid        not null,
  call_id      uuid        not null,
  round        integer     not null,
  -- {"q1": 5}; a question that is absent was not answered, which is not zero.
  answers      jsonb       not null default '{}',
  nothing      boolean     not null,
  asked_at     timestamptz not null,
  handed_in_at timestamptz,
  answered_by  text        check (length(answered_by) <= 200),
  by_stand_in  boolean     not null,
  version      integer     not null,
  -- Earlier versions: [{"version", "answers", "nothing", "until", "by", "reason"}], the reason of what came after it.
  earlier      jsonb       not null default '[]',
  primary key (unit_id, id),
  constraint an_answer_handed_in_has_its_instant check ((state = 'handed-in') = (handed_in_at is not null)),
  constraint nothing_to_report_has_no_answers check (not nothing or answers = '{}')
);
comment on table topical_answer is 'distributed: what a unit answers to a question list, one row a round';
create unique index a_unit_answers_once_a_round on topical_answer (unit_id, call_id, round);
create index topical_answer_of_call on topical_answer (call_unit_id, call_id, round, unit_id);
create index topical_answer_waiting on topical_answer (unit_id, asked_at) where state <> 'handed-in';

-- What became of the mails about a question list: never an address, never what is asked.
create table topical_mail (
  unit_id   uuid        not null,
  answer_id uuid        not null,
  kind      text        not null check (kind in ('asked', 'reminder')),
  mails     integer     not null,
  at        timestamptz not null,
  primary key (unit_id, answer_id, kind)
);
comment on table topical_mail is 'distributed: mails sent about question lists';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on topical_mail from gandan_app;
    grant select on topical_mail to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on topical_call, topical_answer from gandan_worker;
    grant select, insert, update on topical_mail to gandan_worker;
  end if;
end $$;
