-- A petition that turned out to denounce somebody: its readable traces are erased once its words lie in the vault.

-- Only a record that the step `seal-away` has closed can be emptied; the chain stays whole, each payload leaves a tombstone.
create function erase_sealed_away(of_unit uuid, of_record uuid, on_day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  if not exists (select from petition where unit_id = of_unit and id = of_record and state = 'sealed-away') then
    raise exception 'petition % was not sealed away', of_record;
  end if;
  select count(*) into erased from payload p
    join event e using (unit_id, record_id, seq)
    where p.unit_id = of_unit and p.record_id = of_record and p.erased_on is null and e.action <> 'seal-away'
      and erase_payload(p.unit_id, p.record_id, p.seq, on_day, 'sealed-away', 'LTC 2018 Đ8');
  delete from attachment where unit_id = of_unit and record_id = of_record;
  return erased;
end $$;
revoke all on function erase_sealed_away from public;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant execute on function erase_sealed_away to gandan_app;
  end if;
end $$;
