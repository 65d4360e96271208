select distinct on (g.role, g.scope_kind) a.id, a.name, g.role, g.scope_kind, g.scope_id, coalesce(p.name, n.name, l.name)
from account a
join account_row r on r.account_id = a.id and not r.disabled
join grant_row g on g.account_id = a.id
left join programme_row p on g.scope_kind = 'Programme' and p.programme_id = g.scope_id
left join part_name_row n on n.kind = g.scope_kind and n.id = g.scope_id and n.shown_from <= $1 and n.shown_to > $1
left join location_period_row l on g.scope_kind = 'Location' and l.location_id = g.scope_id and l.shown_from <= $1 and l.shown_to > $1
where a.password_hash is null
order by g.role, g.scope_kind, a.created_at, a.id
