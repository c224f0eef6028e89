-- Of sealed letters: word between two units that only their insiders open, and what is made public at the end.

alter table denunciation
  -- Words sent to other units: [{id, to_unit_id, to_unit_name, kind, on, answer_by, answers}]. What they say lies sealed.
  add column sent_words jsonb not null default '[]';

-- A word from one unit's sealed record to the insiders of another unit: a mark, a demand, or its answer.
create table sealed_word (
  unit_id        uuid        not null,
  id             uuid        not null,
  revision       integer     not null,
  state          text        not null,
  chain          bytea       not null,
  created_at     timestamptz not null,
  kind           text        not null constraint sealed_word_kind_is_known check (kind in ('mark', 'demand', 'answer')),
  from_unit_id   uuid        not null,
  from_unit_name text        not null,
  -- The record it came from, in that unit.
  from_id        uuid        not null,
  sent_on        date        not null,
  answer_by      date,
  -- The demand that an answer answers; it lies in the unit the answer came from.
  answers_id     uuid,
  answered_on    date,
  read_on        date,
  primary key (unit_id, id),
  constraint a_demand_has_its_day check ((kind = 'demand') = (answer_by is not null)),
  constraint an_answer_has_its_demand check ((kind = 'answer') = (answers_id is not null))
);
comment on table sealed_word is 'distributed: words between units about sealed records, readable with a key';
create index sealed_word_of_unit on sealed_word (unit_id, sent_on desc, id desc);

-- A conclusion made public by whoever settled: text that a person shortened and a check let through.
create table publication (
  unit_id      uuid        not null,
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null,
  chain        bytea       not null,
  created_at   timestamptz not null,
  title        text        not null check (length(title) <= 200),
  public_text  text        not null check (length(public_text) <= 20000),
  published_on date        not null,
  -- First day on which it is no longer shown.
  until_on     date        not null,
  primary key (unit_id, id),
  constraint a_publication_lasts check (until_on > published_on)
);
comment on table publication is 'distributed: conclusions made public';
create index publication_shown on publication (published_on desc, id desc);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on sealed_word from gandan_worker;
  end if;
end $$;
