-- The frame: what every change leaves behind (event, payload, number, posting, outbox) and what finds a record again.

-- One row per change of a record, append-only, chained per record.
create table event (
  unit_id      uuid        not null,
  record_id    uuid        not null,
  seq          integer     not null check (seq > 0),
  record_kind  text        not null,
  action       text        not null,
  at           timestamptz not null,
  on_day       date        not null,
  actor_id     uuid,
  via          text        not null,
  standing     text        not null,
  cite         text        not null,
  from_state   text,
  to_state     text        not null,
  numbers      jsonb       not null default '{}',
  payload_hash bytea       not null,
  chain        bytea       not null,
  primary key (unit_id, record_id, seq)
);
comment on table event is 'distributed: every change, append-only';

-- What was entered and what it changed; may be erased by law, leaving a tombstone.
create table payload (
  unit_id       uuid    not null,
  record_id     uuid    not null,
  seq           integer not null,
  salt          bytea   not null,
  input         jsonb   not null,
  changed       jsonb   not null,
  input_digest  bytea,
  erased_on     date,
  erased_ground text,
  erased_cite   text,
  primary key (unit_id, record_id, seq),
  constraint an_erased_payload_is_empty check (erased_on is null or (input = '{}' and changed = '{}'))
);
comment on table payload is 'distributed: the content beside each event';

-- Gapless numbers: one row per unit, book and year.
create table register_counter (
  unit_id uuid    not null,
  book    text    not null,
  year    integer not null,
  last    integer not null,
  primary key (unit_id, book, year)
);
comment on table register_counter is 'distributed: last number given in a book';

-- One row per event that counts for figures: dimensions, never report cells.
create table posting (
  unit_id     uuid     not null,
  record_id   uuid     not null,
  seq         integer  not null,
  ord         smallint not null default 0,
  record_kind text     not null,
  fact        text     not null,
  on_day      date     not null,
  known_on    date     not null,
  sign        smallint not null default 1 check (sign in (1, -1)),
  case_id     uuid,
  kind        text,
  field       text,
  stage       text,
  outcome     text,
  first_time  boolean,
  large_group boolean,
  eligible    boolean,
  quantity    integer  not null default 1,
  people      integer  not null default 0,
  cases       integer  not null default 0,
  since_on    date,
  folded      boolean  not null default false,
  primary key (unit_id, record_id, seq, ord)
);
comment on table posting is 'distributed: dimensions of each event that counts';
create index posting_unfolded on posting (unit_id, on_day) where not folded;
create index posting_by_day on posting (unit_id, on_day, fact);

-- Work after the commit, moved to the job runner in batches.
create table outbox (
  unit_id    uuid        not null,
  id         uuid        not null,
  task       text        not null,
  payload    jsonb       not null,
  run_at     timestamptz not null default now(),
  primary key (unit_id, id)
);
comment on table outbox is 'distributed: work after the commit';
create index outbox_waiting on outbox (run_at);

-- A citizen's key to a record: only its hash is kept.
create table tracking_code (
  unit_id     uuid not null,
  code_hash   bytea not null,
  record_kind text not null,
  record_id   uuid not null,
  given_on    date not null,
  primary key (unit_id, code_hash)
);
comment on table tracking_code is 'distributed: hashes of tracking codes';
create index tracking_code_of_record on tracking_code (unit_id, record_id);

-- The unit part of a tracking code: says where to look without telling a person anything.
create table code_prefix (
  prefix  text primary key check (prefix ~ '^[0-9A-HJKMNP-TV-Z]{3}$'),
  unit_id uuid not null unique
);
comment on table code_prefix is 'reference: unit part of tracking codes';

-- Tries counted against guessing, by hashed key.
create table throttle (
  key   bytea       primary key,
  tries integer     not null,
  since timestamptz not null
);
comment on table throttle is 'library: counters against guessing, local to one database';

-- Settings of the installation, such as "these data are a demonstration".
create table setting (
  name  text primary key,
  value jsonb not null
);
comment on table setting is 'reference: settings of the installation';

-- Salted hash of a payload as stored.
create function payload_hash_of(salt bytea, input jsonb, changed jsonb) returns bytea
  language sql immutable parallel safe
  return sha256(salt || convert_to(input::text || chr(31) || changed::text, 'UTF8'));

-- Chain value of an event: covers everything the event says and the value before it.
create function chain_of(
  before bytea, unit_id uuid, record_id uuid, seq integer, record_kind text, action text, at timestamptz, on_day date,
  actor_id uuid, via text, standing text, cite text, from_state text, to_state text, numbers jsonb, payload_hash bytea
) returns bytea
  language sql immutable parallel safe
  return sha256(coalesce(before, ''::bytea) || payload_hash || convert_to(concat_ws(chr(31),
    unit_id::text, record_id::text, seq::text, record_kind, action, extract(epoch from at)::text,
    (on_day - date '2000-01-01')::text, coalesce(actor_id::text, '-'), via, standing, cite, coalesce(from_state, '-'), to_state, numbers::text), 'UTF8'));

-- Erasing a payload by law leaves a tombstone with day, ground and article; the chain stays whole.
create function erase_payload(of_unit uuid, of_record uuid, of_seq integer, on_day date, ground text, cite text)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update payload set input = '{}', changed = '{}', salt = ''::bytea, input_digest = null,
    erased_on = on_day, erased_ground = ground, erased_cite = cite
  where unit_id = of_unit and record_id = of_record and seq = of_seq and erased_on is null;
  return found;
end $$;
revoke all on function erase_payload from public;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, delete, truncate on event, payload from gandan_app;
    grant delete on outbox to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke insert, update, delete, truncate on event, payload from gandan_worker;
    grant select, insert, update, delete on outbox, posting to gandan_worker;
  end if;
end $$;
