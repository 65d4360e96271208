-- People on whom it stands that an import ($1) cannot be taken back.
-- Whom it gave a place that has changed since.
select p.employee_id
from employee_period p
where p.batch_id = $1 and not exists (
    select from employee_period now where now.period_id = p.period_id and now.recorded_to is null and now.batch_id = $1)
union
-- Whose name or address has changed since.
select e.id
from employee e
where e.batch_id = $1 and e.details_batch_id is distinct from $1
union
select e.id
from employee_before b
join employee e on e.id = b.employee_id
where b.batch_id = $1 and e.details_batch_id is distinct from $1
union
-- Whom it brought, and who has another place since, or an account.
select e.id
from employee e
join employee_period p on p.employee_id = e.id and p.recorded_to is null
where e.batch_id = $1 and p.batch_id is distinct from $1
union
select e.id
from employee e
join account_row a on a.employee_id = e.id
where e.batch_id = $1
union
-- Whose old address somebody else has by now, who keeps it.
select b.employee_id
from employee_before b
join employee other on lower(other.email) = lower(b.email) and other.id <> b.employee_id and other.batch_id is distinct from $1
where b.batch_id = $1 and not exists (select from employee_before own where own.batch_id = $1 and own.employee_id = other.id)
union
-- Whose old place would go on over another that came since: one location and role has one of them on any day.
select p.employee_id
from employee_period p
join employee_period now on now.employee_id = p.employee_id and now.recorded_to is null and now.batch_id is distinct from $1
where p.ended_batch_id = $1 and (
    now.period_id = p.period_id
    or (now.location_id = p.location_id and upper(now.role collate "und-x-icu") = upper(p.role collate "und-x-icu")
        and now.from_day <= coalesce(p.to_day, 'infinity') and p.from_day <= coalesce(now.to_day, 'infinity')))
union
-- Whose old place was taken back since.
select p.employee_id
from employee_period p
join location_row l on l.location_id = p.location_id and l.ending = 'Withdrawn'
where p.ended_batch_id = $1
