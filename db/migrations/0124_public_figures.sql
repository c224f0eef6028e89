-- What the public sees of a register: a quarter's counts, each coarsened on its own, kept as they were first published.

create table public_figure (
  unit_id         uuid    not null,
  -- First day of the quarter.
  quarter_on      date    not null constraint a_public_figure_stands_at_a_quarter check (quarter_on = quarter_on(quarter_on)),
  received        integer not null check (received >= 0 and received % 5 = 0),
  handled_here    integer not null check (handled_here >= 0 and handled_here % 5 = 0),
  guided          integer not null check (guided >= 0 and guided % 5 = 0),
  transferred     integer not null check (transferred >= 0 and transferred % 5 = 0),
  otherwise       integer not null check (otherwise >= 0 and otherwise % 5 = 0),
  settled_in_time integer not null check (settled_in_time >= 0 and settled_in_time % 5 = 0),
  settled_late    integer not null check (settled_late >= 0 and settled_late % 5 = 0),
  -- The day whose knowledge it tells; what becomes known later never changes it.
  known_on        date    not null,
  primary key (unit_id, quarter_on)
);
comment on table public_figure is 'distributed: coarsened counts of a register and quarter as published';
create index public_figure_by_quarter on public_figure (quarter_on);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke insert, update, delete, truncate on public_figure from gandan_app;
    grant select on public_figure to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke update, delete, truncate on public_figure from gandan_worker;
    grant select, insert on public_figure to gandan_worker;
  end if;
end $$;
