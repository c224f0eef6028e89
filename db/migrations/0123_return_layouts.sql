-- A return of a form that was added by file keeps the form as it was when the return was begun; the law's own forms never change.
alter table unit_return add column layout jsonb;
