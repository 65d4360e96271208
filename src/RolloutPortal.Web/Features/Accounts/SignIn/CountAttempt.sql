-- $1 e-mail, $2 now, $3 how long an account stays closed. Failures: 0–4 counting, 5 the attempt that closed it, 6 one that came while
-- it was closed. The fifth itself is still looked at; when it is right, it opens the account again.
update account
set failures = case
        when $2 < locked_until then 6
        when $2 < locked_until + $3 then 0
        when failures >= 5 then 1
        else failures + 1
    end,
    locked_until = case
        when failures = 4 and coalesce($2 >= locked_until + $3, true) then $2 + $3
        else locked_until
    end
where lower(email) = $1
returning id, password_hash, failures > 5
