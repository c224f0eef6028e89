-- Side paths of complaints and petitions. Each column is null until its path is walked.

-- Days inside jsonb are ISO text.
alter table complaint
  -- The contested decision waits (LKN 2011 Đ35): why, from, until, lifted_on.
  add column stays jsonb,
  -- Decisions to suspend, resume, terminate, stay: decided_on, send_by, sent_on.
  add column stop_letters jsonb,
  -- Withdrawals that are over: of a part, or annulled because of coercion.
  add column past_withdrawals jsonb,
  -- When the respondent saw the complainant, as told.
  add column respondent_visits jsonb,
  -- A withdrawal came within 24 hours of such a visit.
  add column withdrawal_marked_on date,
  add column lawsuit jsonb,
  -- What the decision's orders make somebody owe: what, who, by_on, and the evidence once it is done.
  add column obligations jsonb;
-- Withdrawals put before the superior.
create index complaint_withdrawal_marked on complaint (unit_id, withdrawal_marked_on) where withdrawal_marked_on is not null;
-- Decisions that still have to be sent, and orders still owed.
create index complaint_to_send on complaint (unit_id) where jsonb_path_exists(stop_letters, '$[*] ? (@.sent_on == null)');
create index complaint_owed on complaint (unit_id) where jsonb_path_exists(obligations, '$[*] ? (@.done == null)');

alter table petition
  -- Who signed a joint petition; outside the case only their number is told.
  add column group_sheet jsonb,
  add column authorisation jsonb,
  -- Put before the head at once: danger, proposal, and what the head ordered.
  add column alert jsonb,
  -- What went to the investigation body or to the Party's.
  add column referrals jsonb;
create index petition_alert_open on petition (unit_id) where alert is not null and alert ->> 'answered_on' is null;
-- Passed on, and no answer yet.
create index petition_answer_owed on petition (unit_id) where sent_to is not null and replies = '[]';
