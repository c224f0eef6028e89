-- People: accounts, their dated positions, delegations by a head, and the sign-in library's own tables.

create table account (
  id uuid primary key,
  name text not null constraint account_name_is_not_empty check (name <> '' and length(name) <= 100),
  -- Without tone marks, for search.
  name_folded text not null,
  -- Orders by tên, then họ, then đệm.
  sort_key text not null,
  sign_in_name text not null constraint sign_in_name_is_plain check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  language text not null default 'vi' constraint account_language_is_known check (language in ('vi', 'en')),
  -- Set while the password is the one handed out; until it is changed the account holds no position.
  temporary_password_until timestamptz,
  -- First day on which the account opens nothing.
  closed_on date,
  created_at timestamptz not null default now(),
  constraint sign_in_name_is_taken_once unique (sign_in_name)
);
comment on table account is 'reference: people who may sign in';

-- A day d lies in a position when from_on <= d < until_on; who holds what is read from the days, never from the state.
create table position (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  account_id uuid        not null,
  kind       text        not null constraint position_kind_is_known check (kind in (
    'reception-officer', 'handler', 'head', 'deputy-head', 'clerk', 'front-supervisor', 'administrator', 'custodian')),
  -- As written in letters: 'Chủ tịch Ủy ban nhân dân xã'.
  title      text        not null check (length(title) <= 200),
  from_on    date        not null,
  -- First day without it; null while no end is known.
  until_on   date,
  -- The decision by which it was given.
  document   text        check (length(document) <= 200),
  primary key (unit_id, id),
  constraint position_ends_after_it_begins check (until_on > from_on),
  constraint unit_has_one_head_a_day exclude using gist (unit_id with =, daterange(from_on, until_on) with &&)
    where (kind = 'head' and state <> 'void')
);
comment on table position is 'distributed: who held what in which unit and when';
create index position_of_account on position (account_id, unit_id) where state <> 'void';

create table delegation (
  unit_id         uuid        not null,
  id              uuid        not null,
  revision        integer     not null,
  state           text        not null,
  chain           bytea       not null,
  created_at      timestamptz not null,
  from_account_id uuid        not null,
  to_account_id   uuid        not null,
  power           text        not null constraint delegation_power_is_known check (power in ('reception', 'handling', 'settlement')),
  from_on         date        not null,
  -- First day without it.
  until_on        date        not null,
  document        text        not null check (document <> '' and length(document) <= 200),
  -- First day without it, where the head took it back before its end.
  withdrawn_on    date,
  primary key (unit_id, id),
  constraint delegation_ends_after_it_begins check (until_on > from_on),
  constraint delegation_is_to_somebody_else check (from_account_id <> to_account_id)
);
comment on table delegation is 'distributed: powers a head has handed to somebody for a stretch of days';
create index delegation_to_account on delegation (to_account_id, unit_id) where state <> 'void';

-- better-auth 1.7: user, session, credential, verification. A user's id is the account's id.
create table auth_user (
  id               uuid primary key,
  name             text not null,
  email            text not null unique,
  email_verified   boolean not null default false,
  image            text,
  username         text unique,
  display_username text,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);
comment on table auth_user is 'library: better-auth user';

create table auth_session (
  id         uuid primary key,
  user_id    uuid not null references auth_user on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth_session is 'library: better-auth session';
create index auth_session_of_user on auth_session (user_id);

create table auth_account (
  id                       uuid primary key,
  user_id                  uuid not null references auth_user on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on table auth_account is 'library: better-auth credential of a user, the hashed password among them';
create index auth_account_of_user on auth_account (user_id);

create table auth_verification (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth_verification is 'library: better-auth one-time values';
create index auth_verification_by_identifier on auth_verification (identifier);

-- Tries at signing in, counted before the password is looked at; keys are keyed hashes, since people type passwords as names.
create table sign_in_guess (
  subject  text not null check (subject in ('account', 'address')),
  key_hash bytea not null,
  tries    integer not null,
  last_at  timestamptz not null,
  -- No try counts before this instant.
  next_at  timestamptz not null,
  primary key (subject, key_hash)
);
comment on table sign_in_guess is 'library: tries at signing in, beside better-auth';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update on account, position, delegation to gandan_app;
    grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, sign_in_guess to gandan_app;
  end if;
end $$;
