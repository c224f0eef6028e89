-- The private channel of somebody who sent a sealed letter: it opens with a key that only they hold, without telephone or mail.

create table channel (
  unit_id    uuid  not null,
  record_id  uuid  not null,
  -- Follows from the key and leads nowhere back: finds the record when the key is typed.
  door       bytea not null constraint a_door_has_16_bytes check (length(door) = 16),
  public_key bytea not null constraint a_channel_key_has_32_bytes check (length(public_key) = 32),
  -- The key of the channel's messages, sealed to the public half. Insiders derive it from the record's own key.
  sealed     bytea not null,
  primary key (unit_id, record_id)
);
comment on table channel is 'distributed: public halves of channel keys';
create index channel_of_door on channel (unit_id, door);

-- What both sides write, each message sealed.
alter table sealed_field drop constraint sealed_field_name_is_known;
alter table sealed_field add constraint sealed_field_name_is_known
  check (name in ('person', 'subject', 'words', 'identity', 'step', 'extract', 'message'));

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, delete, truncate on channel from gandan_app;
    grant select, insert on channel to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on channel from gandan_worker;
  end if;
end $$;
