-- What a receiving unit told the sender of a transferred petition, and officers' own mail addresses.

-- {on, text, handed_back?}; the sender's record holds the same among its replies.
alter table petition add column reply_to_sender jsonb;

-- An address is used once its officer has typed the code that was mailed to it.
alter table account
  add column mail              text check (length(mail) <= 200),
  add column mail_confirmed_at timestamptz,
  add column wants_digest      boolean not null default true,
  add constraint what_is_confirmed_is_there check (mail_confirmed_at is null or mail is not null);

-- The code mailed to an address that waits for it; only its hash is kept.
create table mail_code (
  account_id uuid        primary key,
  mail       text        not null check (length(mail) <= 200),
  code_hash  bytea       not null,
  until_at   timestamptz not null
);
comment on table mail_code is 'library: codes mailed to confirm an address';

-- One digest an officer and day.
create table mail_digest (
  account_id uuid not null,
  on_day     date not null,
  primary key (account_id, on_day)
);
comment on table mail_digest is 'library: days on which an officer was mailed';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select, insert, update, delete on mail_code, mail_digest to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on mail_code from gandan_worker;
  end if;
end $$;
