select
    l.location_id, l.programme_id, l.area_id, l.area, l.code, l.name, l.users, l.side, l.time_zone,
    l.provider_id, l.provider,
    w.wave_id, w.name as wave, w.number as wave_number, w.go_live + l.days_from_wave as go_live, w.hypercare_weeks, w.hypercare_closed_on, w.closed_on,
    case when w.wave_id is not null then l.live_on end as live_on,
    l.since, l.closed_from, l.successor_ids, l.opens_at, l.closes_at, l.said_from, l.said_to, l.shown_from, l.shown_to
from location_period_row l
left join wave_row w on w.wave_id = l.wave_id and not w.cancelled
