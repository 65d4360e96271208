-- One row for each area and provider and each of its names. What it is called at an instant is the row with shown_from <= instant < shown_to,
-- days beginning in the programme's zone; as part of a location it goes by the location's (location_period_row).
select
    n.kind, n.id, n.programme_id, n.closed_from, n.name,
    case when n.number = 1 then '-infinity' else n.from_day::timestamp at time zone p.time_zone end as shown_from,
    case when n.next_day is null then 'infinity' else n.next_day::timestamp at time zone p.time_zone end as shown_to,
    n.closed_from::timestamp at time zone p.time_zone as closes_at
from (
    select 'Area' as kind, a.area_id as id, a.programme_id, a.closed_from, d.*
    from area_row a
    cross join lateral unnest(a.starts, a.starts[2:], a.names) with ordinality as d(from_day, next_day, name, number)
    union all
    select 'Provider', a.provider_id, a.programme_id, a.closed_from, d.*
    from provider_row a
    cross join lateral unnest(a.starts, a.starts[2:], a.names) with ordinality as d(from_day, next_day, name, number)) n
join programme_row p on p.programme_id = n.programme_id
