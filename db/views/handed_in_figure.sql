-- Figures that units on paper have handed in: the last version that stands, and none where the unit or one below it keeps a
-- register here that has told anything by the day it was signed for. Reports add them up beside the registers.
create or replace view handed_in_figure as
  select r.unit_id, r.id, r.form, r.instrument, r.period, r.version, r.handed_in_on,
    (select f -> 'columns' from jsonb_array_elements(r.figures) f where f ->> 'row' = 'total') as columns
  from unit_return r
  where r.source = 'paper' and r.state in ('handed-in', 'accepted', 'frozen');
grant select on handed_in_figure to gandan_app;
