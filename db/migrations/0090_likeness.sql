-- What letters have in common: how often pairs of syllables occur, and what a register's own classified letters suggest. Hashes and counts, no words.

-- Counted anew from a sample of the open registers; letters sealed away are not in it. Pairs of fewer than three letters are left out.
create table pair_rarity (
  name       text        not null primary key,
  counted_at timestamptz not null,
  letters    integer     not null,
  register   integer     not null,
  pairs      integer[]   not null,
  counts     integer[]   not null
);
comment on table pair_rarity is 'reference: how many letters of a sample have each common pair of syllables';

-- Learnt anew from the latest classified letters of the unit, or of a province and the units under it.
create table suggestion (
  unit_id        uuid      not null,
  about          text      not null check (about in ('kind', 'field', 'competence')),
  learnt_on      date      not null,
  letters        integer   not null,
  labels         text[]    not null,
  label_letters  integer[] not null,
  words          integer[] not null,
  -- For each word one count a label, in their order.
  counts         integer[] not null,
  -- The latest letters, foreseen from the earlier ones alone: how many, how often right, and how often the most common label was.
  tested         integer   not null,
  hits           integer   not null,
  majority_hits  integer   not null,
  primary key (unit_id, about)
);
comment on table suggestion is 'distributed: what the words of classified letters suggest';

-- What has been settled in a field, latest first.
create index complaint_settled on complaint (unit_id, field, ended_on desc) where ended_on is not null;
create index feedback_settled on feedback (unit_id, field, answered_on desc) where answered_on is not null;
-- The latest classified letters of a unit.
create index petition_classified on petition (unit_id, received_on desc, id desc) where kind is not null;
