-- Letters dealt with in part, or signed after they were guided for lack of a signature: they wait for somebody as well.

-- Worklist of a unit, as `petition_open_by_due`.
create index petition_waiting_again on petition (unit_id, due_on, id)
  where processed_on is not null and state in ('classified', 'assigned', 'handled')
    and (jsonb_path_exists(points, '$[*] ? (@.step == null)')
      or (processed_by_step = 'guide-unsigned' and kind is null and signature is not null));
