-- bi reads the read tables and nothing else; a table that is swapped in later is readable too. A role belongs to the whole
-- server: another database may have made it, and who may not make it leaves that to the administrator.
do $$
begin
    if to_regrole('bi') is null then
        create role bi nologin;
    end if;
exception when duplicate_object or unique_violation or insufficient_privilege then
    null;
end $$;

do $$
begin
    if to_regrole('bi') is not null then
        grant usage on schema {read} to bi;
        grant select on all tables in schema {read} to bi;
        alter default privileges in schema {read} grant select on tables to bi;
    end if;
end $$;
