-- Where a notice about a record may go. A denouncer is told nothing by mail or telephone: there the channel key serves.
create view notice_address as
  select p.unit_id, 'petition'::text as record_kind, p.id as record_id, p.petitioner_email as mail, p.petitioner_phone as phone, p.language
    from petition p
   where 'denunciation' not in (coalesce(p.kind, ''), coalesce(p.asked_kind, ''))
  union all
  select c.unit_id, 'complaint', c.id, p.petitioner_email, p.petitioner_phone, p.language
    from complaint c join petition p on p.unit_id = c.unit_id and p.id = c.petition_id
  union all
  select f.unit_id, 'feedback', f.id, p.petitioner_email, p.petitioner_phone, p.language
    from feedback f join petition p on p.unit_id = f.unit_id and p.id = f.petition_id
  union all
  select v.unit_id, 'visit', v.id, v.visitor_email, v.visitor_phone, v.language
    from visit v
   where not v.closed_content
  union all
  select q.unit_id, 'dialogue-question', q.id, q.asker_email, q.asker_phone, q.language
    from dialogue_question q;
