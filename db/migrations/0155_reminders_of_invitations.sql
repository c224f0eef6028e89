-- The mail of the morning names invitations without an answer beside papers that are owed: one mail a unit.
alter table topic_mail add column invitations integer not null default 0;
comment on table topic_mail is 'distributed: what became of the mail that tells a unit of papers it has not sent and of invitations it has not answered';
