-- What stands on tickets now: the problem as it was last corrected, and whatever else was written and not deleted. $1: the tickets.
select e.stream_id as ticket_id, x.id as text_id, e.type, e.version, x.body
from (
    select
        e.stream_id, e.type, e.version, (e.data ->> n.name)::uuid as text_id,
        row_number() over (partition by e.stream_id, e.type in ('ticket_logged', 'ticket_corrected') order by e.version desc) as newest
    from mt_events e
    cross join (values ('TextId'), ('ReasonTextId')) n(name)
    where e.stream_id = any($1) and e.type <> 'text_redacted' and e.data ->> n.name is not null
) e
join text x on x.id = e.text_id and x.stream_id = e.stream_id
where x.body is not null and (e.newest = 1 or e.type not in ('ticket_logged', 'ticket_corrected'))
