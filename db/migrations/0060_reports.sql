-- Figures: postings folded per unit and quarter, and the positions that may see the figures of denunciations.

-- First day of the reporting quarter a day lies in: 15/12, 15/03, 15/06 or 15/09 (TT 01/2024/TT-TTCP).
create function quarter_on(day date) returns date
  language sql immutable parallel safe
  return (date_trunc('quarter', date_trunc('month', (day - 14)::timestamp) + interval '1 month') - interval '1 month')::date + 14;

-- One column for each measure of the forms (src/law/forms.ts); a test compares the two.
create table balance (
  unit_id uuid not null,
  -- First day of the quarter in which the events lie.
  quarter_on date not null constraint a_balance_stands_at_a_quarter check (quarter_on = quarter_on(quarter_on)),
  regular_visits           integer not null default 0,
  regular_people           integer not null default 0,
  regular_cases_first      integer not null default 0,
  regular_cases_again      integer not null default 0,
  regular_groups           integer not null default 0,
  regular_group_people     integer not null default 0,
  regular_groups_first     integer not null default 0,
  regular_groups_again     integer not null default 0,
  head_visits              integer not null default 0,
  head_people              integer not null default 0,
  head_cases_first         integer not null default 0,
  head_cases_again         integer not null default 0,
  head_groups              integer not null default 0,
  head_group_people        integer not null default 0,
  head_groups_first        integer not null default 0,
  head_groups_again        integer not null default 0,
  delegated_visits         integer not null default 0,
  delegated_people         integer not null default 0,
  delegated_cases_first    integer not null default 0,
  delegated_cases_again    integer not null default 0,
  delegated_groups         integer not null default 0,
  delegated_group_people   integer not null default 0,
  delegated_groups_first   integer not null default 0,
  delegated_groups_again   integer not null default 0,
  head_days                integer not null default 0,
  delegated_days           integer not null default 0,
  received_several         integer not null default 0,
  received_one             integer not null default 0,
  received_unnamed         integer not null default 0,
  processed_several        integer not null default 0,
  processed_one            integer not null default 0,
  processed_unnamed        integer not null default 0,
  eligible                 integer not null default 0,
  eligible_cases           integer not null default 0,
  complaint_within         integer not null default 0,
  complaint_guided         integer not null default 0,
  complaint_transferred    integer not null default 0,
  complaint_urged          integer not null default 0,
  denunciation_within      integer not null default 0,
  denunciation_guided      integer not null default 0,
  denunciation_transferred integer not null default 0,
  denunciation_urged       integer not null default 0,
  feedback_within          integer not null default 0,
  feedback_guided          integer not null default 0,
  feedback_transferred     integer not null default 0,
  feedback_urged           integer not null default 0,
  replies                  integer not null default 0,
  primary key (unit_id, quarter_on)
);
comment on table balance is 'distributed: postings folded per unit and quarter';

-- Facts that refer back to an earlier day (a settlement to its processing) stand at both quarters.
create table balance_referring (
  unit_id          uuid not null,
  quarter_on       date not null,
  since_quarter_on date not null,
  settled_first    integer not null default 0,
  settled_again    integer not null default 0,
  primary key (unit_id, quarter_on, since_quarter_on)
);
comment on table balance_referring is 'distributed: postings that refer back, folded per unit and both quarters';

-- The tail of a country-wide figure: what is not folded yet.
create index posting_tail on posting (on_day) where not folded;

-- Positions whose holder may see figures of denunciations, at most three a unit at a time.
create table named_position (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null constraint named_position_state_is_known check (state in ('listed', 'taken-off')),
  chain      bytea       not null,
  created_at timestamptz not null,
  account_id uuid        not null,
  from_on    date        not null,
  -- First day on which it no longer counts.
  until_on   date,
  primary key (unit_id, id)
);
comment on table named_position is 'distributed: who may see figures of denunciations';
create index named_position_listed on named_position (unit_id, account_id) where until_on is null;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on balance, balance_referring from gandan_app;
    grant select on balance, balance_referring to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, insert, update on balance, balance_referring to gandan_worker;
  end if;
end $$;
