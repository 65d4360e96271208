-- $1 e-mail, $2 now, $3 how long it stays closed, $4 the device. As CountAttempt, for one account in one browser that it knows.
update account_device d
set failures = case
        when $2 < d.locked_until then 6
        when $2 < d.locked_until + $3 then 0
        when d.failures >= 5 then 1
        else d.failures + 1
    end,
    locked_until = case
        when d.failures = 4 and coalesce($2 >= d.locked_until + $3, true) then $2 + $3
        else d.locked_until
    end
from account a
where a.id = d.account_id and lower(a.email) = $1 and d.hash = $4 and d.trusted_until > $2
returning a.id, a.password_hash, d.failures > 5
