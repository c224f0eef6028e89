-- What units hand in for a period and a meeting may rest on: signed narratives, and figures that were handed in. The last version.
create or replace view meeting_report as
  select 'narrative'::text as kind, n.unit_id, n.id, n.period, null::text as form, n.version, n.signed_on as handed_in_on
  from narrative n where n.state = 'signed'
    and not exists (select from narrative later where later.unit_id = n.unit_id and later.period = n.period
      and later.state = 'signed' and later.version > n.version)
  union all
  select 'return', r.unit_id, r.id, r.period, r.form, r.version, r.handed_in_on
  from unit_return r where r.state in ('handed-in', 'accepted', 'frozen')
    and not exists (select from unit_return later where later.unit_id = r.unit_id and later.form = r.form
      and later.instrument = r.instrument and later.period = r.period
      and later.state in ('handed-in', 'accepted', 'frozen') and later.version > r.version);
grant select on meeting_report to gandan_app;
