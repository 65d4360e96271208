-- What stands on boards, location by location: $1 locations, $2 a day ago, $3 where the last seven days begin.
-- Only rows that can count are read: the open ones and the recent ones. Wishes and mistakes do not count (HypercareCount).
select location_id,
    count(*) filter (where counts and logged_at >= $2),
    count(*) filter (where counts and is_open and severity = 'S1'),
    count(*) filter (where counts and is_open and severity = 'S2'),
    count(*) filter (where counts and is_open and severity = 'S3'),
    count(*) filter (where counts and is_open and severity = 'S4'),
    count(*) filter (where counts and status = 'Open'),
    count(*) filter (where counts and status = 'Resolved' and resolved_at >= $2),
    count(*) filter (where counts and logged_at >= $3),
    count(*) filter (where counts and is_open and not during_hypercare),
    count(*) filter (where is_open and kind = 'ChangeRequest'),
    min(logged_at) filter (where counts and is_open),
    (array_agg(ticket_id order by logged_at, ticket_id) filter (where counts and is_open))[1]
from (
    select *, status in ('Open', 'Taken') as is_open
    from ticket_row
    where location_id = any($1)
        and (status in ('Open', 'Taken') or logged_at >= $3 or (status = 'Resolved' and resolved_at >= $2))) t
group by location_id
