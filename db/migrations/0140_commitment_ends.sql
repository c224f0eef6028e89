-- Commitments: words taken down from the public page, the day of confirmation, what heads were told, and the ledger of a province.

alter table commitment
  -- Each time the public words were taken down: [{on, by, reason}]
  add column taken_down jsonb not null default '[]',
  -- The day on which somebody confirmed that it was kept; the report may be older.
  add column confirmed_on date;

-- A province's ledger in the order of last days or of the days on which it was said.
create index commitment_all_by_due on commitment (due_on, id);
create index commitment_all_by_said on commitment (said_on, id);

-- What an officer was told of a commitment by mail, once each: soon, overdue, unanswered, escalated.
create table commitment_mail (
  unit_id       uuid not null,
  commitment_id uuid not null,
  account_id    uuid not null,
  told          text not null constraint told_is_known check (told in ('soon', 'overdue', 'unanswered', 'escalated')),
  -- An extension makes the day new, and with it the word.
  due_on        date not null,
  on_day        date not null,
  primary key (unit_id, commitment_id, account_id, told, due_on)
);
comment on table commitment_mail is 'distributed: which officer was told by mail of which commitment';
