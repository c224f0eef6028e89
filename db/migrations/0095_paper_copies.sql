-- Letters that are signed on paper: who signed, when the paper copy got its number, and what later took its place.

create table paper_copy (
  unit_id      uuid        not null,
  -- The id of the letter itself: a letter has one paper copy.
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null,
  chain        bytea       not null,
  created_at   timestamptz not null,
  signed_by    text        not null check (length(signed_by) <= 200),
  signed_on    date        not null,
  numbered_on  date        not null,
  -- Last day on which the number was in time: the next working day after signing.
  number_by_on date        not null,
  late         boolean     not null,
  replaced_by  uuid,
  corrected_by uuid,
  reason       text        check (length(reason) <= 2000),
  primary key (unit_id, id),
  constraint paper_is_numbered_after_it_was_signed check (numbered_on >= signed_on)
);
comment on table paper_copy is 'distributed: paper copies of letters';

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on paper_copy from gandan_worker;
  end if;
end $$;
