-- The whole road of a sealed letter: days, states and counts of its steps. What was written at each step lies sealed.

alter table denunciation
  -- Id under which the extract is sealed: its key opens nothing of the record itself.
  add column extract_id     uuid,
  add column verifier_id    uuid,
  add column accepted_on    date,
  add column notified_on    date,
  add column extensions     integer not null default 0,
  -- [{from, to}]: the first day that does not count and the last; `to` is null while it lasts. No ground stands here.
  add column suspensions    jsonb   not null default '[]',
  -- {on, whole, confirmed_on, goes_on}
  add column withdrawal     jsonb,
  add column outcome        text,
  add column concluded_on   date,
  add column sent_on        date,
  add column acted_on       date,
  add column reported_on    date,
  add column published_on   date,
  add column ended_on       date,
  -- At the superior: the day on which it was taken for review, and the demand for a report.
  add column further_on     date,
  -- {on, answer_by, answered_on}
  add column demand         jsonb,
  -- {stage, asked_on, in_writing_on, verified_on, decided_on, ended_on}
  add column protection     jsonb;

-- Each step's own words, and the extract for a verifier.
alter table sealed_field drop constraint sealed_field_name_is_known;
alter table sealed_field add constraint sealed_field_name_is_known
  check (name in ('person', 'subject', 'words', 'identity', 'step', 'extract'));
