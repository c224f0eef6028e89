-- Returns: the figures that units hand in for a period, one row a version; reminders of what is owed, and where they go.

create table unit_return (
  unit_id       uuid        not null,
  id            uuid        not null,
  revision      integer     not null,
  state         text        not null constraint unit_return_state_is_known
    check (state in ('draft', 'handed-in', 'sent-back', 'accepted', 'frozen', 'void')),
  chain         bytea       not null,
  created_at    timestamptz not null,
  form          text        not null check (length(form) <= 20),
  instrument    text        not null check (length(instrument) <= 40),
  period        text        not null check (length(period) <= 10),
  version       integer     not null constraint versions_count_from_one check (version >= 1),
  source        text        not null constraint return_source_is_known check (source in ('registers', 'paper')),
  -- [{"row", "name", "columns": {"1": 5}}]; a column that is absent was not handed in, which is not zero.
  figures       jsonb       not null,
  taken_on      date        not null,
  -- What the receiver found: [{"row", "no", "text", "on"}].
  remarks       jsonb       not null,
  drafted_on    date        not null,
  due_on        date,
  handed_in_on  date,
  late          boolean,
  signed_by     text        check (length(signed_by) <= 200),
  signed_on     date,
  by_stand_in   boolean     not null,
  receiver_id   uuid,
  receiver_name text        check (length(receiver_name) <= 300),
  accepted_on   date,
  frozen_on     date,
  follows_id    uuid,
  reason        text        check (length(reason) <= 2000),
  primary key (unit_id, id),
  constraint what_is_handed_in_is_signed check (state in ('draft', 'void') or (handed_in_on is not null and signed_by is not null)),
  constraint a_frozen_return_has_its_day check ((state = 'frozen') = (frozen_on is not null)),
  constraint a_correction_has_its_reason check (version = 1 or (follows_id is not null and reason is not null))
);
comment on table unit_return is 'distributed: figures that units hand in, one row a version';
create unique index a_version_stands_once on unit_return (unit_id, form, instrument, period, version) where state <> 'void';
-- Figures on paper are looked for by form and period over all units.
create index unit_return_on_paper on unit_return (form, period, unit_id)
  where source = 'paper' and state in ('handed-in', 'accepted', 'frozen');

-- Where reminders for a unit go; the newest counts.
create table report_contact (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null check (state = 'set'),
  chain      bytea       not null,
  created_at timestamptz not null,
  mail       text        not null check (length(mail) <= 254),
  set_on     date        not null,
  primary key (unit_id, id)
);
comment on table report_contact is 'distributed: where reminders of returns for a unit go';

-- One reminder to everybody who owes returns of a period; the mails go out together in working hours.
create table return_reminder (
  -- Of who reminds.
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null check (state in ('asked', 'sent')),
  chain      bytea       not null,
  created_at timestamptz not null,
  -- The unit whose children are reminded: of a body, the territory it stands under.
  root_id    uuid        not null,
  period     text        not null check (length(period) <= 10),
  asked_on   date        not null,
  sent_on    date,
  primary key (unit_id, id)
);
comment on table return_reminder is 'distributed: reminders to all who owe returns';
create index return_reminder_waiting on return_reminder (unit_id, asked_on) where state = 'asked';

-- What became of each day's mail to a unit; never a figure, never an address.
create table return_mail (
  unit_id    uuid        not null,
  on_day     date        not null,
  forms      integer     not null,
  outcome    text        not null constraint return_mail_outcome_is_known check (outcome in ('sent', 'failed', 'refused', 'no-address')),
  message_id text,
  at         timestamptz not null,
  primary key (unit_id, on_day)
);
comment on table return_mail is 'distributed: daily mails about returns that are owed';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on return_mail from gandan_app;
    grant select on return_mail to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on unit_return, report_contact, return_reminder from gandan_worker;
    grant select on report_contact to gandan_worker;
    grant select, insert, update on return_mail to gandan_worker;
  end if;
end $$;
