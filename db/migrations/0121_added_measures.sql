-- Measures that came with later forms, kept by key instead of by column; forms added here; what settlements counted.

-- Which added measures there are. `ready`: every unit's balance holds it.
create table measure (
  id    integer primary key,
  -- What it counts, in one text (src/law/measures.ts).
  key   text    not null unique,
  ready boolean not null default false
);
comment on table measure is 'reference: added measures by what they count';

create table balance_added (
  unit_id          uuid    not null,
  measure          integer not null,
  quarter_on       date    not null,
  -- The quarter of the day to which the events refer back; their own where they refer to none.
  since_quarter_on date    not null,
  amount           bigint  not null,
  primary key (unit_id, measure, quarter_on, since_quarter_on)
);
comment on table balance_added is 'distributed: postings folded per unit, added measure and both quarters';
create index balance_added_by_measure on balance_added (measure, quarter_on);

-- Which added measures a unit's balance holds; folding adds to these alone, refolding extends them.
create table balance_reach (
  unit_id  uuid      primary key,
  measures integer[] not null
);
comment on table balance_reach is 'distributed: which added measures a unit''s balance holds';
-- What was folded before knows none.
insert into balance_reach (unit_id, measures) select distinct unit_id, '{}'::integer[] from posting where folded;

create table report_form (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null constraint report_form_state_is_known check (state in ('added', 'in-force', 'taken-back')),
  chain      bytea       not null,
  created_at timestamptz not null,
  code       text        not null,
  instrument text        not null,
  from_on    date        not null,
  -- First day without it.
  until_on   date,
  -- The form as it was read and checked.
  form       jsonb       not null,
  added_on   date        not null,
  in_force_on date,
  primary key (unit_id, id)
);
comment on table report_form is 'distributed: report forms added by file';
create index report_form_in_force on report_form (unit_id, code) where state = 'in-force';

-- What the counting of a settlement said besides its result, so that it can be reversed alike.
alter table complaint add column counted jsonb;
alter table feedback add column counted jsonb;
alter table denunciation add column further_why text;

-- A settlement is one case where the letter was a new and eligible one.
update posting p set cases = 1 from complaint c join petition t on t.unit_id = c.unit_id and t.id = c.petition_id
where p.fact = 'petition-settled' and p.record_kind = 'complaint' and c.unit_id = p.unit_id and c.id = p.record_id
  and t.same_as is null and t.eligible;
update posting p set cases = 1 from feedback f join petition t on t.unit_id = f.unit_id and t.id = f.petition_id
where p.fact = 'petition-settled' and p.record_kind = 'feedback' and f.unit_id = p.unit_id and f.id = p.record_id
  and t.same_as is null and t.eligible;
update posting set cases = 1 where fact = 'petition-settled' and record_kind = 'denunciation';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on measure, balance_added, balance_reach from gandan_app;
    grant select on measure, balance_added, balance_reach to gandan_app;
    grant select, insert, update on report_form to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, insert, update on measure, balance_added, balance_reach to gandan_worker;
    grant select on report_form to gandan_worker;
  end if;
end $$;
