-- Openings: what each unit's balances come to before the first day of a year, so that what is carried over is read from one
-- row a unit instead of from all quarters before. Filled by folding, from the balances.

-- Years whose openings every unit has: the first day of a reporting year, 15/12.
create table opening_year (
  year_on date primary key constraint an_opening_stands_at_a_year check (year_on = quarter_on(year_on) and extract(month from year_on) = 12)
);
comment on table opening_year is 'reference: years whose openings every unit has';

-- The columns of `balance`; a test compares the two.
create table balance_opening (like balance including defaults);
alter table balance_opening rename column quarter_on to year_on;
alter table balance_opening add primary key (unit_id, year_on);
comment on table balance_opening is 'distributed: balances of all quarters before a year, per unit';
create index balance_opening_by_year on balance_opening (year_on);

create table balance_added_opening (
  unit_id uuid    not null,
  measure integer not null,
  year_on date    not null,
  amount  bigint  not null,
  primary key (unit_id, measure, year_on)
);
comment on table balance_added_opening is 'distributed: added balances of all quarters before a year, per unit and measure';
create index balance_added_opening_by_measure on balance_added_opening (measure, year_on);

-- The quarters of a period, whatever the years behind them.
create index balance_by_quarter on balance (quarter_on);
create index balance_referring_by_since on balance_referring (since_quarter_on);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on opening_year, balance_opening, balance_added_opening from gandan_app;
    grant select on opening_year, balance_opening, balance_added_opening to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    grant select, insert, update on opening_year, balance_opening, balance_added_opening to gandan_worker;
  end if;
end $$;
