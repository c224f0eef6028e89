-- Every letter with the record it is about and what became of it; a letter that tells of a change is about the same record as the changed one.
create view letter as
  select d.*, coalesce(c.record_kind, d.record_kind) as about_kind, coalesce(c.record_id, d.record_id) as about_id,
    -- What decides whether it goes to the petitioner: a letter about a letter goes where that one went.
    coalesce((select o.kind from document o where c.state <> 'replaced' and o.unit_id = c.unit_id and o.id = c.letter_id), d.kind) as like_kind,
    (select jsonb_agg(jsonb_build_object('how', m.state, 'on', m.done_on, 'reason', m.reason, 'by_id', m.by_letter_id,
        'by_number', n.number, 'by_book', n.book) order by m.created_at, m.id)
      from letter_change m left join document n on n.unit_id = m.unit_id and n.id = m.by_letter_id
      where m.unit_id = d.unit_id and m.letter_id = d.id) as marks
  from document d
  left join letter_change c on d.record_kind = 'letter-change' and c.unit_id = d.unit_id and c.id = d.record_id;
grant select on letter to gandan_app;
