-- A petition that turned out to denounce somebody: its readable traces are erased once its words lie in the vault.

-- Only a record that the step `seal-away` has closed can be emptied; the chain stays whole, each payload leaves a tombstone.
create function erase_sealed_away(of_unit uuid, of_record uuid, day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen integer;
  erased integer := 0;
begin
  if not exists (select from petition where unit_id = of_unit and id = of_record and state = 'sealed-away') then
    raise exception 'petition % was not sealed away', of_record;
  end if;
  -- One by one: a planner may run a condition that erases before the one that spares.
  for seen in
    select p.seq from payload p join event e using (unit_id, record_id, seq)
    where p.unit_id = of_unit and p.record_id = of_record and p.erased_on is null and e.action <> 'seal-away'
  loop
    perform erase_payload(of_unit, of_record, seen, day, 'sealed-away', 'LTC 2018 Đ8');
    erased := erased + 1;
  end loop;
  delete from attachment where unit_id = of_unit and record_id = of_record;
  return erased;
end $$;
revoke all on function erase_sealed_away from public;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant execute on function erase_sealed_away to gandan_app;
  end if;
end $$;
