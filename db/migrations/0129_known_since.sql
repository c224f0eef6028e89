-- What became known after a day: figures as of that day are those of now without it.
create index posting_by_known on posting (known_on, on_day);
