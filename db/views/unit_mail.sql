-- Where mail to a unit goes: the address it gave for reports, else that of one of its officers who confirmed one.
create view unit_mail as
  select distinct on (unit_id) unit_id, mail from (
    select c.unit_id, c.mail, 0 as later, c.created_at, c.id from report_contact c
    union all
    select p.unit_id, a.mail, case p.kind when 'clerk' then 1 when 'head' then 2 else 3 end, p.created_at, p.id
      from position p join account a on a.id = p.account_id
     where p.kind in ('clerk', 'head', 'deputy-head', 'handler') and p.state <> 'void' and p.until_on is null
       and a.mail is not null and a.mail_confirmed_at is not null and a.closed_on is null
  ) found order by unit_id, later, created_at desc, id;
grant select on unit_mail to gandan_worker;
