-- What became known only after its day: late entries and corrections, a small part of all. A figure as of a day that is not
-- before the period's last takes away these alone; the planner cannot tell how few they are from the two days apart.
create index posting_known_later on posting (known_on, on_day) where known_on > on_day;
