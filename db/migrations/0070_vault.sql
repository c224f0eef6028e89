-- The vault: what the law keeps secret, readable with an officer's key alone, and the closed register of sealed letters.

-- An officer's key pair. The private half is sealed by a passphrase that is kept nowhere.
create table officer_key (
  id             uuid        primary key,
  account_id     uuid        not null,
  public_key     bytea       not null constraint a_public_key_has_32_bytes check (length(public_key) = 32),
  salt           bytea       not null,
  -- Cost of the passphrase's hash, so that it can rise later: passes and memory in bytes.
  passes         integer     not null,
  memory         integer     not null,
  nonce          bytea       not null,
  sealed_private bytea       not null,
  made_at        timestamptz not null,
  -- Set where the passphrase was lost and a new pair took its place: what was sealed to this one stays shut.
  replaced_at    timestamptz
);
comment on table officer_key is 'reference: public keys of officers, private ones sealed';
create unique index officer_has_one_key on officer_key (account_id) where replaced_at is null;

-- The private key of an open session, sealed under 32 random bytes that only the browser's cookie holds.
create table session_key (
  session_id     uuid        primary key references auth_session on delete cascade,
  key_id         uuid        not null references officer_key on delete cascade,
  nonce          bytea       not null,
  sealed_private bytea       not null,
  opened_at      timestamptz not null
);
comment on table session_key is 'library: keys opened in a session, beside its better-auth session';

-- A record's own key, sealed to each of its insiders.
create table record_key (
  unit_id    uuid  not null,
  record_id  uuid  not null,
  account_id uuid  not null,
  key_id     uuid  not null,
  sealed     bytea not null,
  primary key (unit_id, record_id, key_id)
);
comment on table record_key is 'distributed: who can open which sealed record';
create index record_key_of_account on record_key (account_id, key_id);

-- What is sealed of a record; a corrected one stands beside the one before.
create table sealed_field (
  unit_id   uuid    not null,
  record_id uuid    not null,
  name      text    not null constraint sealed_field_name_is_known check (name in ('person', 'subject', 'words', 'identity')),
  version   integer not null check (version > 0),
  nonce     bytea   not null,
  content   bytea   not null,
  primary key (unit_id, record_id, name, version)
);
comment on table sealed_field is 'distributed: sealed contents of records';

-- The closed register: days, numbers and states alone. Who, about whom and what lie in sealed_field.
create table denunciation (
  unit_id           uuid        not null,
  id                uuid        not null,
  revision          integer     not null,
  state             text        not null,
  chain             bytea       not null,
  created_at        timestamptz not null,
  register_number   integer,
  register_year     integer     not null,
  received_on       date        not null,
  source            text        not null,
  via               text        not null,
  -- Figures tell one signer from several; how many would tell too much.
  several           boolean     not null default false,
  eligible          boolean,
  processed_on      date,
  processed_by_step text,
  came_from         jsonb,
  sent_to           jsonb,
  clock             jsonb,
  nominal_on        date,
  due_on            date,
  primary key (unit_id, id)
);
comment on table denunciation is 'distributed: the closed register';
create unique index denunciation_register_number on denunciation (unit_id, register_year, register_number)
  where register_number is not null;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, delete, truncate on record_key, sealed_field from gandan_app;
    grant select, insert, delete on session_key to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on officer_key, session_key, record_key, sealed_field, denunciation from gandan_worker;
  end if;
end $$;
