-- The keys by which letters on the same substance find each other, in a narrow table of their own: a question reads
-- thousands of them, and beside the words of the letters it read the words as well.
create table duplicate_key (
  unit_id     uuid      not null,
  petition_id uuid      not null,
  pairs       integer[] not null,
  primary key (unit_id, petition_id)
);
comment on table duplicate_key is 'distributed: the keys by which likely duplicates are found';
insert into duplicate_key (unit_id, petition_id, pairs)
  select unit_id, id, pairs from petition where pairs <> '{}' and state <> 'sealed-away';
create index duplicate_key_pairs on duplicate_key using gin (pairs);
drop index petition_pairs;
alter table petition drop column pairs;
