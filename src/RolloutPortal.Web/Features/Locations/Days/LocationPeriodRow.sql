-- One row for each location, period and name of its area and its provider, in the location's own days. What is shown of a location at an
-- instant is the row with shown_from <= instant < shown_to, and of a day the one with said_from <= day < said_to: always exactly one, for
-- before its first day it is as on the first, and after its last as on the last. It is there from opens_at to closes_at, from since to
-- closed_from.
select
    l.location_id, l.programme_id, l.code, l.wave_id, l.days_from_wave, l.live_on, l.since, l.closed_from, l.ending, l.successor_ids,
    p.name, p.area_id, coalesce(an.name, '') as area, p.users, p.side, p.opening_hours, p.time_zone,
    nullif(p.provider_id, '00000000-0000-0000-0000-000000000000') as provider_id, pn.name as provider,
    d.said_from, d.said_to,
    d.said_from::timestamp at time zone p.time_zone as shown_from,
    d.said_to::timestamp at time zone case when d.said_to = p.next_day then p.next_zone else p.time_zone end as shown_to,
    l.since::timestamp at time zone l.zones[1] as opens_at,
    -- What was taken back before it came is there at no instant, neither now nor on the day that was planned.
    case when l.closed_from <= l.since then '-infinity' else l.closed_from::timestamp at time zone l.zones[cardinality(l.zones)] end as closes_at
from location_row l
cross join lateral unnest(
    l.starts, l.starts[2:], l.zones[2:], l.names, l.area_ids, l.user_counts, l.sides, l.hours, l.zones, l.provider_ids) with ordinality
    as p(from_day, next_day, next_zone, name, area_id, users, side, opening_hours, time_zone, provider_id, number)
left join area_row a on a.area_id = p.area_id
left join lateral unnest(a.starts, a.starts[2:], a.names) with ordinality as an(from_day, next_day, name, number) on true
left join provider_row r on r.provider_id = p.provider_id
left join lateral unnest(r.starts, r.starts[2:], r.names) with ordinality as pn(from_day, next_day, name, number) on true
cross join lateral (
    select
        greatest(case when p.number > 1 then p.from_day end, case when an.number > 1 then an.from_day end, case when pn.number > 1 then pn.from_day end, '-infinity') as said_from,
        least(p.next_day, an.next_day, pn.next_day, 'infinity') as said_to) d
where d.said_from < d.said_to
