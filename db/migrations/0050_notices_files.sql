-- What leaves the office and what comes in with a petition: numbered letters, notices and their delivery, attachments.

-- A letter is kept as the facts it says, numbered in its book; the Word file is made from them when it is read.
-- Of a sealed case `data` holds only {"sealed": "<base64>"}: such a letter is written inside the request that opens the case.
create table document (
  unit_id      uuid        not null,
  id           uuid        not null,
  record_kind  text        not null,
  record_id    uuid        not null,
  seq          integer     not null,
  kind         text        not null,
  book         text        not null,
  year         integer     not null,
  number       integer     not null constraint document_number_is_positive check (number > 0),
  title        text        not null check (length(title) <= 500),
  issued_on    date        not null,
  data         jsonb       not null,
  sealed       boolean     generated always as (data ? 'sealed') stored,
  -- A void number stays in the book as void and is never given again.
  voided_on    date,
  void_reason  text        check (length(void_reason) <= 500),
  created_at   timestamptz not null default now(),
  primary key (unit_id, id),
  constraint a_number_is_given_once unique (unit_id, book, year, number),
  constraint a_void_number_has_its_reason check ((voided_on is null) = (void_reason is null)),
  constraint a_sealed_letter_says_nothing_else check (not data ? 'sealed' or data - 'sealed' = '{}')
);
comment on table document is 'distributed: numbered letters';
create index document_of_record on document (unit_id, record_id, seq);

-- One message to one person. It holds no address and no words: both are read when it is sent.
create table notice (
  unit_id      uuid        not null,
  id           uuid        not null,
  record_kind  text        not null,
  record_id    uuid        not null,
  template     text        not null constraint notice_template_is_known check (template in (
    'received', 'step-taken', 'second-road-open', 'answer-ready', 'confirm-signature')),
  channel      text        constraint notice_channel_is_known check (channel in ('mail', 'sms')),
  attempts     integer     not null default 0,
  message_id   text,
  sent_at      timestamptz,
  -- Why nobody can be reached: the office tells the person on paper.
  unreachable  text        constraint notice_unreachable_is_known check (unreachable in ('no-address', 'sms-not-configured', 'refused')),
  created_at   timestamptz not null default now(),
  primary key (unit_id, id),
  constraint a_sent_notice_has_its_channel check (sent_at is null or (channel is not null and unreachable is null))
);
comment on table notice is 'distributed: messages to petitioners';
create index notice_of_record on notice (unit_id, record_id);
create index notice_waiting on notice (unit_id, created_at) where sent_at is null and unreachable is null;

-- Every try to deliver, append-only; never an address, never the server's own words.
create table delivery (
  unit_id    uuid        not null,
  notice_id  uuid        not null,
  attempt    integer     not null,
  at         timestamptz not null,
  channel    text        not null,
  outcome    text        not null constraint delivery_outcome_is_known check (outcome in ('sent', 'failed', 'refused', 'no-address', 'sms-not-configured')),
  reply_code integer,
  primary key (unit_id, notice_id, attempt)
);
comment on table delivery is 'distributed: tries to deliver';

-- A file that belongs to a record. The bytes lie outside the database under files/<unit>/<first two>/<stored>.
create table attachment (
  unit_id      uuid        not null,
  id           uuid        not null,
  record_kind  text        not null,
  record_id    uuid        not null,
  -- Null where the record is sealed: the name can tell as much as the file.
  name         text        check (length(name) <= 120),
  media_type   text        not null check (length(media_type) <= 100),
  size         integer     not null constraint attachment_is_not_empty check (size > 0),
  -- SHA-256 of the bytes on disk, hexadecimal; of a sealed file the encrypted ones, so that nobody can test a guess.
  stored       text        not null check (stored ~ '^[0-9a-f]{64}$'),
  sealed       boolean     not null default false,
  sealed_name  bytea,
  from_public  boolean     not null default false,
  added_by     uuid,
  added_on     date        not null,
  primary key (unit_id, id),
  constraint a_sealed_file_has_no_readable_name check (sealed = (name is null))
);
comment on table attachment is 'distributed: files of records';
create index attachment_of_record on attachment (unit_id, record_id);
create index attachment_stored on attachment (unit_id, stored);

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    revoke update, delete, truncate on document, notice, delivery, attachment from gandan_app;
    grant select, insert on document, notice, attachment to gandan_app;
    grant select on delivery to gandan_app;
    grant update (voided_on, void_reason) on document to gandan_app;
  end if;
  if exists (select from pg_roles where rolname = 'gandan_worker') then
    revoke all on document, attachment from gandan_worker;
    revoke update, delete, truncate on delivery from gandan_worker;
    grant select, update on notice to gandan_worker;
    grant select, insert on delivery to gandan_worker;
    grant select (unit_id, stored) on attachment to gandan_worker;
  end if;
end $$;
