select distinct on (g.role, g.scope_kind) a.id, a.name, g.role, g.scope_kind, g.scope_id, coalesce(p.name, ar.name, l.name, pr.name)
from account a
join account_row r on r.account_id = a.id and not r.disabled
join grant_row g on g.account_id = a.id
left join programme_row p on g.scope_kind = 'Programme' and p.programme_id = g.scope_id
left join area_row ar on g.scope_kind = 'Area' and ar.area_id = g.scope_id
left join location_period_row l on g.scope_kind = 'Location' and l.location_id = g.scope_id and l.shown_from <= $1 and l.shown_to > $1
left join provider_row pr on g.scope_kind = 'Provider' and pr.provider_id = g.scope_id
where a.password_hash is null
order by g.role, g.scope_kind, a.created_at, a.id
