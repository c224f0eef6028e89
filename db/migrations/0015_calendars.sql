-- What an office decides about days and doubtful rules: holidays and working days by decision, switches of unverified rules.

create table calendar_day (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  day        date        not null,
  working    boolean     not null,
  label      text        not null check (length(label) between 1 and 200),
  decision   text        not null check (length(decision) between 1 and 200),
  primary key (unit_id, id)
);
comment on table calendar_day is 'distributed: days an office has decided to be free or working, with the decision';
create unique index calendar_day_once on calendar_day (unit_id, day) where state = 'decided';

create table law_switch (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  switch     text        not null,
  turned_on  boolean     not null,
  ground     text        not null check (length(ground) between 1 and 500),
  primary key (unit_id, id)
);
comment on table law_switch is 'distributed: switches of unverified rules as an office has set them';
create unique index law_switch_once on law_switch (unit_id, switch) where state = 'set';
