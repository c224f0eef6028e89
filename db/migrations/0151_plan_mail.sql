-- Units whose plan is missing are told by mail, once in a morning.

create table plan_mail (
  -- The unit that was told.
  unit_id    uuid        not null,
  on_day     date        not null,
  plans      integer     not null,
  outcome    text        not null constraint plan_mail_has_a_known_outcome check (outcome in ('sent', 'failed', 'no-address')),
  message_id text,
  at         timestamptz not null,
  primary key (unit_id, on_day)
);
comment on table plan_mail is 'distributed: what became of the mail that tells a unit of plans a superior awaits';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant select on plan_mail to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, insert, update on plan_mail to gandan_worker;
  end if;
end $$;
