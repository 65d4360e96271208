-- One row for each location and period, [from_day, to_day) in the location's own days. What is shown of a location at an instant is the
-- row with shown_from <= instant < shown_to, and of a day the one with said_from <= day < said_to: always exactly one, for before its first
-- day it is as on the first, and after its last as on the last. It is there from opens_at to closes_at, from since to closed_from.
select
    l.location_id, l.programme_id, l.code, l.wave_id, l.live_on, l.since, l.closed_from, l.ending, l.successor_ids,
    p.number::integer as period, p.from_day, coalesce(p.next_day, l.closed_from) as to_day,
    p.name, p.area_id, p.users, p.side, p.opening_hours, p.time_zone,
    nullif(p.provider_id, '00000000-0000-0000-0000-000000000000') as provider_id,
    case when p.number = 1 then '-infinity' else p.from_day end as said_from,
    coalesce(p.next_day, 'infinity') as said_to,
    case when p.number = 1 then '-infinity' else p.from_day::timestamp at time zone p.time_zone end as shown_from,
    case when p.next_day is null then 'infinity' else p.next_day::timestamp at time zone p.next_zone end as shown_to,
    l.since::timestamp at time zone l.zones[1] as opens_at,
    -- What was taken back before it came is there at no instant, neither now nor on the day that was planned.
    case when l.closed_from <= l.since then '-infinity' else l.closed_from::timestamp at time zone l.zones[cardinality(l.zones)] end as closes_at
from location_row l
cross join lateral unnest(
    l.starts, l.starts[2:], l.zones[2:], l.names, l.area_ids, l.user_counts, l.sides, l.hours, l.zones, l.provider_ids) with ordinality
    as p(from_day, next_day, next_zone, name, area_id, users, side, opening_hours, time_zone, provider_id, number)
