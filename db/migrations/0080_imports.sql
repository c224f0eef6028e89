-- Imports of existing reception books: what was brought in, by whom, what was left out, and what was undone. No word of the book.

create table book_import (
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null,
  chain       bytea       not null,
  created_at  timestamptz not null,
  file_name   text        not null check (length(file_name) <= 200),
  -- Who received in this book: the office, or its head.
  stage       text        not null,
  -- Rows that the dry run could take; the others are in the file only.
  rows        integer     not null check (rows between 0 and 50000),
  -- What came of them, once it is finished.
  visits      integer,
  petitions   integer,
  sealed      integer,
  already     integer,
  -- Rows that were refused on the way: [{at, code}], addresses alone.
  refused     jsonb       not null default '[]',
  finished_on date,
  -- The undoing: how many went, and which stayed and why: [{visit_id, code}].
  undone      integer,
  kept        jsonb       not null default '[]',
  undone_on   date,
  primary key (unit_id, id)
);
comment on table book_import is 'distributed: imports of reception books';
create index book_import_of_unit on book_import (unit_id, created_at desc);
