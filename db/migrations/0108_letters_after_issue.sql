-- What became of a letter after it was issued, units that sign on paper, and the page numbers of case files.

-- One row a change: replaced by a letter of equal form, corrected by an official letter, recalled, or its number void.
create table letter_change (
  unit_id      uuid        not null,
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null constraint letter_change_is_known check (state in ('replaced', 'corrected', 'recalled', 'voided')),
  chain        bytea       not null,
  created_at   timestamptz not null,
  letter_id    uuid        not null,
  -- The record the changed letter is about; letters that the change makes are about the same one.
  record_kind  text        not null check (length(record_kind) <= 60),
  record_id    uuid        not null,
  -- The letter that says so; a void number is told by the book alone.
  by_letter_id uuid,
  reason       text        not null check (length(reason) <= 2000),
  done_on      date        not null,
  primary key (unit_id, id),
  constraint a_change_is_told_by_a_letter check ((state = 'voided') = (by_letter_id is null))
);
comment on table letter_change is 'distributed: letters replaced, corrected, recalled or void';
create index letter_change_of_letter on letter_change (unit_id, letter_id);
create index letter_change_of_record on letter_change (unit_id, record_id);
create unique index a_letter_ceases_once on letter_change (unit_id, letter_id) where state <> 'corrected';

-- Signed first, numbered afterwards.
alter table paper_copy alter column numbered_on drop not null, alter column number_by_on drop not null, alter column late drop not null;
alter table paper_copy drop column replaced_by, drop column corrected_by, drop column reason;

-- Units whose letters are signed by hand: from a day, until it ends.
create table paper_signing (
  unit_id    uuid        not null,
  id         uuid        not null,
  revision   integer     not null,
  state      text        not null,
  chain      bytea       not null,
  created_at timestamptz not null,
  from_on    date        not null,
  until_on   date,
  primary key (unit_id, id),
  constraint signing_on_paper_ends_after_it_began check (until_on >= from_on)
);
comment on table paper_signing is 'distributed: units that sign on paper';

-- Pages (bút lục) of the papers of a case file, in the order of the papers; what was numbered keeps its pages.
create table case_paper (
  unit_id      uuid        not null,
  id           uuid        not null,
  revision     integer     not null,
  state        text        not null,
  chain        bytea       not null,
  created_at   timestamptz not null,
  petition_id  uuid        not null,
  paper_number integer     not null constraint a_paper_has_a_number check (paper_number > 0),
  first_page   integer     not null constraint pages_begin_at_one check (first_page > 0),
  last_page    integer     not null,
  primary key (unit_id, id),
  constraint a_paper_has_pages check (last_page >= first_page)
);
comment on table case_paper is 'distributed: page numbers of case files';
create unique index case_paper_of_petition on case_paper (unit_id, petition_id, paper_number);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on letter_change, paper_signing, case_paper from gandan_worker;
  end if;
end $$;
