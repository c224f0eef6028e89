-- What an officer has begun to write for a step of an open record: kept until the step is taken, nobody's record.
create table step_draft (
  unit_id     uuid        not null,
  record_id   uuid        not null,
  step        text        not null,
  account_id  uuid        not null,
  record_kind text        not null,
  typed       jsonb       not null,
  kept_at     timestamptz not null,
  primary key (unit_id, record_id, step, account_id)
);
comment on table step_draft is 'distributed: drafts of officers, one a step and record';

-- A petition that turned out to denounce somebody leaves neither drafts nor keys.
create or replace function erase_sealed_away(of_unit uuid, of_record uuid, day date) returns integer
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
  delete from step_draft where unit_id = of_unit and record_id = of_record;
  delete from duplicate_key where unit_id = of_unit and petition_id = of_record;
  return erased;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'gandan_app') then
    grant delete on step_draft to gandan_app;
  end if;
end $$;
