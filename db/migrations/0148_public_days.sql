-- The public calendar of all units by day: reception days as everybody may read them.
create index reception_day_in_public on reception_day (held_on, unit_id, id) where published_on is not null;
