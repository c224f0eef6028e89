-- What a recommendation says of a regulation and what came of it (NĐ 20/2008), and the inspection track of unsigned
-- information (LTC 2018 Đ25).

-- Null where it is not about a regulation: which one, whose, what was found by each criterion, what was decided.
alter table feedback add column regulation jsonb;
alter table feedback add column outcome_published_on date;
-- The wall of answers, newest first: what came of a regulation stands there even without the sender's leave.
create index feedback_outcome_published on feedback (unit_id, outcome_published_on desc, id) where outcome_published_on is not null;

-- Null where the sender named themselves; otherwise what the check found. Neither tells who, about whom or what.
alter table denunciation add column tip jsonb;
-- Which body was asked to inspect, by which day, and when it answered.
alter table denunciation add column inspection jsonb;
