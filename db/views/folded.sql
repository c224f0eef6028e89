-- A record from its events: what each changed, laid over what was before (`folded(changed order by seq)`).
create or replace aggregate folded(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');
