-- The rows of the search as they should be. Weights: the problem before what solved it, that before what else was said.
select
    s.id as ticket_id, s.version, l.location_id, p.language, c.cause,
    coalesce(left(string_agg(regexp_replace(lower(normalize(x.body) collate "und-x-icu"), '\s+', ' ', 'g'), e'\n' order by x.version), 100000), '') as words,
    setweight(to_tsvector(p.stems, coalesce(left(string_agg(x.body, e'\n') filter (where x.weight = 'A'), 100000), '')), 'A')
        || setweight(to_tsvector(p.stems, coalesce(left(string_agg(x.body, e'\n') filter (where x.weight = 'B'), 100000), '')), 'B')
        || setweight(to_tsvector(p.stems, coalesce(left(string_agg(x.body, e'\n' order by x.version desc) filter (where x.weight = 'C'), 100000), '')), 'C') as vector
from mt_streams s
cross join lateral (
    select (e.data ->> 'LocationId')::uuid as location_id
    from mt_events e
    where e.stream_id = s.id and e.type in ('ticket_logged', 'ticket_corrected')
    order by e.version desc
    limit 1) l
cross join lateral (
    select coalesce(max(d.language), 'da') as language,
        (case max(d.language) when 'sv' then 'swedish' when 'en' then 'english' else 'danish' end)::regconfig as stems
    from (
        select d.data ->> 'Language' as language
        from mt_events o
        join mt_events d on d.stream_id = (o.data ->> 'ProgrammeId')::uuid and d.type in ('programme_founded', 'programme_defaults_chosen')
        where o.stream_id = l.location_id and o.type = 'location_opened'
        order by d.version desc
        limit 1) d) p
left join lateral (
    select case when e.type = 'ticket_resolved' then e.data ->> 'Cause' end as cause
    from mt_events e
    where e.stream_id = s.id and e.type in ('ticket_resolved', 'ticket_reopened')
    order by e.version desc
    limit 1) c on true
left join lateral (
    select t.version, t.body, case when t.type in ('ticket_logged', 'ticket_corrected') then 'A' when t.type = 'ticket_resolved' then 'B' else 'C' end as weight
    from texts t
    where t.ticket_id = s.id) x on true
where s.id = any($1) and s.type = 'ticket'
group by s.id, s.version, l.location_id, p.language, p.stems, c.cause
