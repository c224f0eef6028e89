-- Records that a tracking code opens, and the occasion on which their sender asked: who asked there may say whether a promise was kept.
create or replace view commitment_asker as
  select q.unit_id as origin_unit_id, q.dialogue_id as origin_id, q.id as record_id from dialogue_question q;
grant select on commitment_asker to gandan_app;
