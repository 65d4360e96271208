-- $1 machine time, $2 one account, or null for all. A link's hash stays where it is.
select a.id, array[a.name, a.erased_number::text], case when a.erased_number is null then a.email else '' end, coalesce(r.language, a.language),
    case
        when r.disabled then 'Disabled'
        when r.invited and l.expires_at > $1 then 'Invited'
        when r.invited then 'Waiting'
        when a.locked_until > $1 then 'Locked'
        else 'Active'
    end,
    l.expires_at, a.last_seen_at, a.created_at, r.employee_id, r.scope_follows, a.erased_number is not null
from account a
join account_row r on r.account_id = a.id
left join one_time_link l on l.id = r.link_id and r.invited
where $2::uuid is null or a.id = $2
