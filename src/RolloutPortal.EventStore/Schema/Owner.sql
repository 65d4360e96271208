-- The portal's role: rows everywhere, tables of its own in {read} only.
grant usage on schema {events}, {portal} to {role};
grant usage, create on schema {read} to {role};
grant select, insert, update, delete on all tables in schema {events}, {portal} to {role};
grant usage, select on all sequences in schema {events}, {portal} to {role};
alter default privileges for role {role} in schema {read} grant select on tables to bi;
