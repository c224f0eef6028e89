-- What all forms count: how a letter came in, in time or late; send days as the country's administrator sets them.

alter table posting add column source text;
alter table posting add column in_time boolean;
comment on column posting.source is 'How the letter came in; null where it was not recorded.';
comment on column posting.in_time is 'Settled in time; null where no limit ran or it was not recorded.';

-- A letter counts by its kind from the day it is received: as classified, before that as its sender called it.
update posting p set kind = coalesce(t.kind, t.asked_kind) from petition t
where t.unit_id = p.unit_id and t.id = p.record_id and p.record_kind = 'petition' and p.fact = 'petition-received';
update posting p set source = t.source from petition t
where t.unit_id = p.unit_id and t.id = p.record_id and p.record_kind = 'petition'
  and p.fact in ('petition-received', 'petition-processed', 'reply-received');

-- Days after the end of a period by which a level sends its figures up; over the book's guess while it is set.
create table send_day (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null constraint send_day_state_is_known check (state in ('set', 'unset')),
  chain      bytea       not null,
  created_at timestamptz not null,
  to_chain   text        not null check (to_chain in ('inspection', 'engagement', 'party')),
  level      text        not null,
  -- Null: every period without a row of its own.
  period     text,
  days       integer     not null check (days between 0 and 60),
  -- Where it was read.
  ground     text        not null check (length(ground) between 1 and 500),
  primary key (unit_id, id)
);
comment on table send_day is 'distributed: send days of figures as they were set';
create unique index send_day_once on send_day (unit_id, to_chain, level, coalesce(period, '')) where state = 'set';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update on send_day to gandan_app;
  end if;
end $$;
