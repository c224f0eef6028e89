-- The end of a sealed record: destruction after its time behind one event, a hold that prevents it; a lost channel key renewed.

alter table denunciation
  add column hold_until     date,
  -- Under which id the certificate's key lies; null before the record was destroyed.
  add column certificate_id uuid;

-- How long ended sealed records are kept, where an office keeps them longer than the book says.
create table retention_rule (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  record_class text      not null check (length(record_class) <= 30),
  years      integer     not null constraint a_retention_is_some_years check (years between 1 and 100),
  decision   text        not null check (length(decision) between 1 and 300),
  from_on    date        not null,
  -- First day on which it no longer holds.
  until_on   date,
  primary key (unit_id, id),
  constraint a_retention_ends_after_it_begins check (until_on >= from_on)
);
comment on table retention_rule is 'distributed: how long sealed records are kept, by decision, with their days';

-- What lies sealed beside a record under ids of its own, named by the event that destroyed it.
create table destroyed_part (
  unit_id   uuid not null,
  record_id uuid not null,
  part_id   uuid not null,
  primary key (unit_id, record_id, part_id)
);
comment on table destroyed_part is 'distributed: ids under which parts of a destroyed record lay';

-- Erases everything sealed of a record or word that an event has destroyed; it can erase nothing else. What was written with
-- that event, the certificate, stays.
create function erase_destroyed(of_unit uuid, of_record uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last integer;
  gone uuid[];
  erased integer;
begin
  select max(seq) into last from event e where e.unit_id = of_unit and e.record_id = of_record
    and e.action in ('destroy', 'destroy-word') and e.to_state = 'destroyed';
  if last is null then
    raise exception 'record % was not destroyed', of_record;
  end if;
  select array_agg(p.part_id) || of_record into gone from destroyed_part p where p.unit_id = of_unit and p.record_id = of_record;
  gone := coalesce(gone, array[of_record]);
  delete from record_key k where k.unit_id = of_unit and k.record_id = any(gone);
  get diagnostics erased = row_count;
  delete from recovery_pair k where k.unit_id = of_unit and k.record_id = any(gone);
  delete from recovery_half k where k.unit_id = of_unit and k.record_id = any(gone);
  delete from key_end k where k.unit_id = of_unit and k.record_id = any(gone);
  delete from channel c where c.unit_id = of_unit and c.record_id = any(gone);
  delete from sealed_field f where f.unit_id = of_unit and f.record_id = any(gone);
  delete from attachment a where a.unit_id = of_unit and a.record_id = any(gone) and a.sealed;
  update document d set data = '{"sealed": ""}' where d.unit_id = of_unit and d.record_id = of_record and d.sealed and d.seq < last;
  return erased;
end $$;
revoke all on function erase_destroyed from public;

-- A channel's key may be renewed: the newest counts, the others are erased.
alter table channel add column version integer not null default 1 check (version > 0);
alter table channel drop constraint channel_pkey;
alter table channel add primary key (unit_id, record_id, version);
create function erase_old_channels(of_unit uuid, of_record uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  delete from channel c where c.unit_id = of_unit and c.record_id = of_record and exists (
    select from channel n where n.unit_id = c.unit_id and n.record_id = c.record_id and n.version > c.version);
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke all on function erase_old_channels from public;

-- A petition that was sealed away leaves no letter that can be read, nor what was said about one, planned or found.
create or replace function erase_sealed_away(of_unit uuid, of_record uuid, day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen record;
  about uuid[];
  erased integer := 0;
begin
  if not exists (select from petition where unit_id = of_unit and id = of_record and state = 'sealed-away') then
    raise exception 'petition % was not sealed away', of_record;
  end if;
  select array_agg(id) into about from (
    select id from letter_change where unit_id = of_unit and record_id = of_record
    union all select id from case_plan where unit_id = of_unit and record_id = of_record
    union all select id from stocktake_finding where unit_id = of_unit and record_id = of_record) beside;
  about := coalesce(about, '{}');
  -- One by one: a planner may run a condition that erases before the one that spares.
  for seen in
    select p.record_id, p.seq from payload p join event e using (unit_id, record_id, seq)
    where p.unit_id = of_unit and p.record_id = any(about || of_record) and p.erased_on is null and e.action <> 'seal-away'
  loop
    perform erase_payload(of_unit, seen.record_id, seen.seq, day, 'sealed-away', 'LTC 2018 Đ8');
    erased := erased + 1;
  end loop;
  update document set data = '{}', title = 'Văn bản', void_reason = case when voided_on is null then null else '' end
  where unit_id = of_unit and (record_id = of_record or record_id = any(about));
  update letter_change set reason = '' where unit_id = of_unit and id = any(about);
  update case_plan set steps = '', end_note = null where unit_id = of_unit and id = any(about);
  update stocktake_finding set note = '' where unit_id = of_unit and id = any(about);
  delete from attachment where unit_id = of_unit and record_id = of_record;
  delete from step_draft where unit_id = of_unit and record_id = of_record;
  delete from duplicate_key where unit_id = of_unit and petition_id = of_record;
  return erased;
end $$;

-- Private halves that an organisation's key service holds: the program keeps the public half alone.
alter table officer_key
  add column held_by text constraint a_holder_is_known check (held_by in ('key-service')),
  alter column salt drop not null,
  alter column passes drop not null,
  alter column memory drop not null,
  alter column nonce drop not null,
  alter column sealed_private drop not null,
  add constraint a_private_half_is_here_or_there check ((held_by is null) = (sealed_private is not null));
do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant execute on function erase_destroyed, erase_old_channels to gandan_app;
    revoke update, delete, truncate on destroyed_part from gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on retention_rule, destroyed_part from gandan_worker;
  end if;
end $$;
