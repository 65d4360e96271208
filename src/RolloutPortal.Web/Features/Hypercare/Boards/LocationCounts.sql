-- What stands on boards, location by location: $1 locations, $2 a day ago, $3 where the last seven days begin.
-- Each part reads an index of its own: the open ones, those that were logged lately, those that were resolved lately. Wishes and mistakes do
-- not count (HypercareCount).
with open as (
    select location_id,
        count(*) filter (where counts and severity = 'S1') as s1,
        count(*) filter (where counts and severity = 'S2') as s2,
        count(*) filter (where counts and severity = 'S3') as s3,
        count(*) filter (where counts and severity = 'S4') as s4,
        count(*) filter (where counts and status = 'Open') as untaken,
        count(*) filter (where counts and not during_hypercare) as outside,
        count(*) filter (where kind = 'ChangeRequest') as wishes,
        min(logged_at) filter (where counts) as oldest,
        (array_agg(ticket_id order by logged_at, ticket_id) filter (where counts))[1] as oldest_id
    from ticket_row
    where location_id = any($1) and status in ('Open', 'Taken')
    group by location_id),
logged as (
    select location_id, count(*) filter (where logged_at >= $2) as new, count(*) as week
    from ticket_row
    where location_id = any($1) and counts and logged_at >= $3
    group by location_id),
resolved as (
    select location_id, count(*) as resolved
    from ticket_row
    where location_id = any($1) and counts and status = 'Resolved' and resolved_at >= $2
    group by location_id)
select location_id, coalesce(l.new, 0), coalesce(o.s1, 0), coalesce(o.s2, 0), coalesce(o.s3, 0), coalesce(o.s4, 0), coalesce(o.untaken, 0),
    coalesce(r.resolved, 0), coalesce(l.week, 0), coalesce(o.outside, 0), coalesce(o.wishes, 0), o.oldest, o.oldest_id
from open o
full join logged l using (location_id)
full join resolved r using (location_id)
