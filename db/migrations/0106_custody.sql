-- Custody of keys: requests for a key with their reason, recovery by two custodians, keys that end.

create table key_request (
  unit_id         uuid        not null,
  id              uuid        not null,
  revision        integer     not null,
  state           text        not null,
  chain           bytea       not null,
  created_at      timestamptz not null,
  asker_id        uuid        not null,
  -- The number of the closed book that the asker typed; null: every record of the unit that the asker takes in or settles.
  -- Nobody looks it up when it is typed: a request says nothing of what exists.
  register_number integer,
  register_year   integer,
  basis           text        not null,
  asked_on        date        not null,
  -- The last day of reading; null for those who handle the record by law.
  until_on        date,
  decided_by      uuid,
  decided_on      date,
  -- The custodian who opened the first half, and when.
  first_by        uuid,
  first_on        date,
  ended_on        date,
  primary key (unit_id, id)
);
comment on table key_request is 'distributed: requests for a key; their reasons lie in sealed_field';
create index key_request_of_asker on key_request (asker_id, id);
create index key_request_open on key_request (unit_id, id) where state in ('asked', 'granted', 'half-open');

-- A key given on request ends on its day.
alter table record_key
  add column until_on   date,
  add column request_id uuid;

-- A record's key under two locks: the outer one is the first custodian's, the inner one the second's. One row for each order of two.
create table recovery_pair (
  unit_id       uuid  not null,
  record_id     uuid  not null,
  first_key_id  uuid  not null,
  second_key_id uuid  not null,
  sealed        bytea not null,
  primary key (unit_id, record_id, first_key_id, second_key_id),
  constraint two_custodians_are_two check (first_key_id <> second_key_id)
);
comment on table recovery_pair is 'distributed: record keys that two custodians open together';
create index recovery_pair_of_first on recovery_pair (unit_id, first_key_id);

-- What the first custodian opened for one request, still under the lock of the second.
create table recovery_half (
  unit_id       uuid  not null,
  request_id    uuid  not null,
  record_id     uuid  not null,
  second_key_id uuid  not null,
  sealed        bytea not null,
  primary key (unit_id, request_id, record_id, second_key_id)
);
comment on table recovery_half is 'distributed: halves opened for a request, erased when it ends';

-- Keys that an event took away. They count no more from that event on, and are erased right after it.
create table key_end (
  unit_id   uuid not null,
  record_id uuid not null,
  key_id    uuid not null,
  primary key (unit_id, record_id, key_id)
);
comment on table key_end is 'distributed: keys to be erased';

-- Erases what an event took away; it can erase nothing else.
create function erase_ended_keys(of_unit uuid, of_record uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  delete from record_key k using key_end e
  where k.unit_id = of_unit and k.record_id = of_record and e.unit_id = k.unit_id and e.record_id = k.record_id and e.key_id = k.key_id;
  get diagnostics erased = row_count;
  delete from key_end where unit_id = of_unit and record_id = of_record;
  return erased;
end $$;
revoke all on function erase_ended_keys from public;

-- Erases the halves of a request that waits for no second custodian.
create function erase_halves(of_unit uuid, of_request uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from recovery_half h where h.unit_id = of_unit and h.request_id = of_request and not exists (
    select from key_request r where r.unit_id = of_unit and r.id = of_request and r.state = 'half-open')
$$;
revoke all on function erase_halves from public;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant execute on function erase_ended_keys, erase_halves to gandan_app;
    revoke update, delete, truncate on recovery_pair, recovery_half, key_end from gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on key_request, recovery_pair, recovery_half, key_end from gandan_worker;
  end if;
end $$;
