-- Beside the log: settings of the installation, people's accounts, keys.
create table if not exists setting (
    name text not null primary key,
    value text not null
);

create table if not exists account (
    id uuid not null primary key,
    email text not null,
    name text not null,
    password_hash text null,
    language text null,
    stamp text not null,
    failures int not null default 0,
    locked_until timestamptz null,
    created_at timestamptz not null
);

create unique index if not exists account_email on account (lower(email));

-- Who is signed in where: a row for each device, until it signs out or stays away too long.
create table if not exists account_session (
    id uuid not null primary key,
    account_id uuid not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null
);

-- What the browser said it is (iPhone · Safari), and when it was last here, to the nearest ten minutes.
alter table account_session add column if not exists device text null;
alter table account_session add column if not exists last_seen_at timestamptz null;
alter table account add column if not exists last_seen_at timestamptz null;

create index if not exists account_session_account_id on account_session (account_id, opened_at);

-- Who somebody is at the identity provider; and what a session that began there needs to end there too.
create table if not exists account_identity (
    issuer text not null,
    subject text not null,
    account_id uuid not null,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);

create unique index if not exists account_identity_account_id on account_identity (account_id, issuer);

alter table account_session add column if not exists identity_token text null;
alter table account_session add column if not exists identity_session text null;

create table if not exists one_time_link (
    hash text not null primary key,
    purpose text not null,
    account_id uuid null,
    expires_at timestamptz not null,
    used_at timestamptz null
);

-- What the log calls it.
alter table one_time_link add column if not exists id uuid null;

create index if not exists one_time_link_id on one_time_link (id);

-- Browsers in which somebody has signed in before: wrong passwords of others do not close them out.
create table if not exists account_device (
    hash text not null,
    account_id uuid not null,
    failures int not null default 0,
    locked_until timestamptz null,
    trusted_until timestamptz not null,
    primary key (hash, account_id)
);

create table if not exists data_protection_key (
    name text not null primary key,
    xml text not null,
    created_at timestamptz not null default now()
);

-- The people of the installation. Events name them by id; what they are called stands here, in employee_before until an import can no longer be taken back, and with
-- whoever has an account in account; a file that waits holds it too. An erased person is a number.
create table if not exists employee (
    id uuid not null primary key,
    key text null,
    work_key text null,
    name text null,
    email text null,
    invented boolean not null default false,
    batch_id uuid null,
    details_batch_id uuid null,
    created_at timestamptz not null,
    erased_number int null,
    erased_at timestamptz null
);

-- What a form carries that shows somebody: it rises with whatever changes about them.
alter table employee add column if not exists version int not null default 1;

create unique index if not exists employee_key on employee (key);
create unique index if not exists employee_email on employee (lower(email));
create unique index if not exists employee_erased_number on employee (erased_number);
create index if not exists employee_batch_id on employee (batch_id) where batch_id is not null;

-- Part of a name, of a key or of an address, looked for among all. On a server without the extension it works and is slower.
do $$
begin
    execute (
        select format(
            'create index if not exists employee_parts on employee using gin (name %1$I.gin_trgm_ops, work_key %1$I.gin_trgm_ops, email %1$I.gin_trgm_ops)', n.nspname)
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
exception when undefined_object or null_value_not_allowed then
    null;
end $$;

-- Numbers of the erased: given once, in no order of anything.
create sequence if not exists employee_number start with 1001;

-- Who works where, in which role, on which days (the last inclusive), and from when to when that was what the portal knew: a changed
-- period is another row, so that past counts stay right.
create table if not exists employee_period (
    id uuid not null primary key default gen_random_uuid(),
    period_id uuid not null,
    employee_id uuid not null,
    location_id uuid not null,
    role text not null,
    from_day date not null,
    to_day date null,
    follows uuid null,
    recorded_from timestamptz not null,
    recorded_to timestamptz null,
    recorded_by uuid null,
    batch_id uuid null,
    ended_batch_id uuid null
);

-- What lists order lines by, beside each that is known now: written with it and with whatever changes it in employee. An earlier version kept the order there,
-- where a page in the middle of fifty thousand people meant to join and sort them all.
alter table employee_period add column if not exists name text null;
alter table employee_period add column if not exists key text null;
drop index if exists employee_name_da, employee_name_sv, employee_name_en;
update employee_period p set name = e.name, key = e.key from employee e
where e.id = p.employee_id and p.recorded_to is null and (p.name, p.key) is distinct from (e.name, e.key);

-- Pages of people are walked to in one of these alone: by name, in the alphabet of each language that the portal has (Å is last in Danish, and before Ä in
-- Swedish), or by key.
create index if not exists employee_period_name_da on employee_period (name collate "da-x-icu", employee_id, from_day, period_id) include (location_id, to_day, role, id)
    where recorded_to is null;
create index if not exists employee_period_name_sv on employee_period (name collate "sv-x-icu", employee_id, from_day, period_id) include (location_id, to_day, role, id)
    where recorded_to is null;
create index if not exists employee_period_name_en on employee_period (name collate "en-x-icu", employee_id, from_day, period_id) include (location_id, to_day, role, id)
    where recorded_to is null;
create index if not exists employee_period_key on employee_period (key, employee_id, from_day, period_id) include (location_id, to_day, role, id)
    where recorded_to is null;

create unique index if not exists employee_period_current on employee_period (period_id) where recorded_to is null;
create index if not exists employee_period_employee on employee_period (employee_id);
create index if not exists employee_period_location on employee_period (location_id, from_day);

-- People are counted as they are known now from these alone: different ones of all, different ones of a place, those of a role there.
create index if not exists employee_period_now on employee_period (employee_id) include (location_id, from_day, to_day, role) where recorded_to is null;
create index if not exists employee_period_place on employee_period (location_id, employee_id) include (from_day, to_day, role) where recorded_to is null;
create index if not exists employee_period_role on employee_period (location_id, role) include (employee_id, from_day, to_day) where recorded_to is null;
create index if not exists employee_period_roles on employee_period (role, location_id) where recorded_to is null;

create index if not exists employee_period_batch on employee_period (batch_id) where batch_id is not null;
create index if not exists employee_period_ended_batch on employee_period (ended_batch_id) where ended_batch_id is not null;

-- What an import wrote over, for as long as it can be taken back.
create table if not exists employee_before (
    batch_id uuid not null,
    employee_id uuid not null,
    name text not null,
    email text not null,
    details_batch_id uuid null,
    primary key (batch_id, employee_id)
);

create index if not exists employee_before_employee on employee_before (employee_id);

-- What screens showed, for tickets. Bytes are deleted for good when a photo is removed; the row stays and says so.
create table if not exists photo (
    id uuid not null primary key,
    ticket_id uuid not null,
    type text not null,
    width int not null,
    height int not null,
    bytes bytea null,
    small bytea null,
    added_by uuid not null,
    added_at timestamptz not null,
    removed_at timestamptz null
);

create index if not exists photo_ticket_id on photo (ticket_id);

-- Pictures are compressed already.
alter table photo alter column bytes set storage external;

-- Up to when somebody has seen what happened to their tickets: before this visit, and when they were last here.
create table if not exists account_visit (
    account_id uuid not null primary key,
    seen_until timestamptz not null,
    last_at timestamptz not null
);

-- Tickets that were opened since.
create table if not exists ticket_seen (
    account_id uuid not null,
    ticket_id uuid not null,
    seen_at timestamptz not null,
    primary key (account_id, ticket_id)
);

-- What each ticket is found by: made of its texts in the transaction that changes them, and again whenever it differs.
create table if not exists ticket_search (
    ticket_id uuid not null primary key,
    version bigint not null,
    location_id uuid not null,
    language text not null,
    words text not null,
    vector tsvector not null
);

-- The cause of a ticket that is resolved, by its name; and of which shape a row is, so that an older one is made again.
alter table ticket_search add column if not exists cause text;
alter table ticket_search add column if not exists shape smallint not null default 1;

create index if not exists ticket_search_cause on ticket_search (cause);
create index if not exists ticket_search_vector on ticket_search using gin (vector);
create index if not exists ticket_search_location_id on ticket_search (location_id);

-- A part of a word is looked for in every ticket. On a server without the extension the search works and is slow.
do $$
begin
    execute format(
        'create index if not exists ticket_search_words on ticket_search using gin (words %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
exception when undefined_object or null_value_not_allowed then
    null;
end $$;

-- Filters that people keep; each belongs to a stream that says whose it is.
create table if not exists saved_filter (
    id uuid not null primary key,
    programme_id uuid not null,
    owner_id uuid not null,
    name text not null,
    query text not null,
    shared boolean not null,
    created_at timestamptz not null
);

create index if not exists saved_filter_programme_id on saved_filter (programme_id, owner_id);

create table if not exists default_filter (
    account_id uuid not null,
    programme_id uuid not null,
    filter_id uuid not null,
    primary key (account_id, programme_id)
);

-- What the guard against person numbers stopped: never the text, never the person.
create table if not exists person_number_stop (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    rule text not null,
    field text not null,
    role text not null,
    outcome text not null
);

create index if not exists person_number_stop_at on person_number_stop (at);

-- Texts kept on the word of who wrote them, until support has looked.
create table if not exists doubtful_text (
    text_id uuid not null primary key,
    stream_id uuid not null,
    at timestamptz not null,
    seen_at timestamptz null,
    seen_by uuid null
);

-- A file on its way in: what was uploaded waits here, encrypted, until it is stored, cancelled or a day old; any node can go on with it.
-- Afterwards the row says who imported what; the file and its lines are gone.
create table if not exists import (
    id uuid not null primary key,
    programme_id uuid not null,
    kind text not null,
    file_name text not null,
    content bytea null,
    columns jsonb null,
    headers jsonb not null default '[]',
    state text not null,
    phase text not null default 'Waiting',
    row_count int not null default 0,
    counts jsonb null,
    digest text null,
    accepted jsonb not null default '[]',
    has_moved boolean not null default false,
    created_by uuid not null,
    created_at timestamptz not null,
    node uuid null,
    held_until timestamptz null
);

-- How often it was begun and not brought to an end: a file that ends the process must not end it for good.
alter table import add column if not exists attempts int not null default 0;

-- Of the file that has been read; null: nobody knows.
alter table import add column if not exists share double precision null;

-- When a file ended that was not stored, and who ended it.
alter table import add column if not exists ended_at timestamptz null;
alter table import add column if not exists ended_by uuid null;
alter table import add column if not exists other_places text null;
alter table import add column if not exists header_line int null;

create index if not exists import_programme on import (programme_id, created_at);

-- What becomes of a file is in no event until it is stored: whoever watches the programme's files is told here, on every node.
create or replace function import_told() returns trigger language plpgsql as $$
begin
    perform pg_notify('rollout_beside', 'imports/' || new.programme_id);
    return null;
end $$;

create or replace trigger import_told after insert or update on import for each row execute function import_told();

create table if not exists import_line (
    import_id uuid not null references import (id) on delete cascade,
    number int not null,
    line int not null,
    outcome text not null,
    has_doubt boolean not null,
    data jsonb not null,
    primary key (import_id, number)
);

create index if not exists import_line_outcome on import_line (import_id, outcome, number);

-- How columns were mapped by hand, by a digest of the file's headers, and of each header by itself.
create table if not exists import_mapping (
    programme_id uuid not null,
    kind text not null,
    headers text not null,
    columns jsonb not null,
    primary key (programme_id, kind, headers)
);

-- Before they were digests, headers were kept as they stood.
delete from import_mapping where headers !~ '^[0-9A-F]{64}$';

-- Streams that an import changed, and from which version to which: what it takes to take it back.
create table if not exists import_trace (
    import_id uuid not null,
    stream_id uuid not null,
    version_before bigint not null,
    version_after bigint not null,
    primary key (import_id, stream_id)
);

-- Who did what, when, from where and with what result: ids and keys, no words. A chain of batches shows what was tampered with.
create table if not exists access_log (
    id bigint not null primary key,
    at timestamptz not null,
    account_id uuid null,
    kind text not null,
    action text not null,
    permission text null,
    object_id uuid null,
    address text null,
    status int not null,
    outcome text null
);

create index if not exists access_log_at on access_log (at);
create index if not exists access_log_account on access_log (account_id, id);
create index if not exists access_log_object on access_log (object_id, id) where object_id is not null;

create table if not exists access_log_batch (
    number bigint not null primary key,
    first_id bigint not null,
    last_id bigint not null,
    last_at timestamptz not null,
    rows_hash bytea not null,
    previous bytea not null,
    hash bytea not null
);

create index if not exists access_log_batch_last_at on access_log_batch (last_at);

-- An account whose person was erased keeps its id and a number.
alter table account add column if not exists erased_number int null;

-- Takes no row. What would put one in breaks a rule that holds across streams, and the append that tries is not stored.
create table if not exists location_in_closed_part (
    location_id uuid not null,
    constraint location_in_closed_part check (false)
);

-- What an erased person is called depends on who reads it: the number alone is kept, in no language.
update account set name = '', email = replace(id::text, '-', '') || '@erased.invalid' where erased_number is not null and name <> '';
