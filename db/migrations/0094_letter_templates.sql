-- An office's own wording of its letters: a Word file a kind of letter, every version kept; each letter remembers which one it was made with.

create table letter_template (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  -- The instrument whose form this words, and the kind of letter: a code alone may mean another paper elsewhere.
  instrument text        not null check (length(instrument) <= 60),
  kind       text        not null check (length(kind) <= 60),
  version    integer     not null constraint letter_template_version_is_positive check (version > 0),
  from_on    date        not null,
  name       text        not null check (length(name) <= 120),
  content    bytea       not null constraint letter_template_is_small check (length(content) <= 1048576),
  primary key (unit_id, id)
);
comment on table letter_template is 'distributed: own wording of letters, one row a version';
create unique index letter_template_version on letter_template (unit_id, kind, version);

-- The newest one that was not taken off: what a letter of this kind is made with from now on.
create function letter_template_of(of_unit uuid, of_kind text) returns uuid language sql stable as $$
  select id from letter_template where unit_id = of_unit and kind = of_kind and state = 'introduced' order by version desc limit 1
$$;

alter table document add column template_id uuid;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on letter_template from gandan_worker;
  end if;
end $$;
