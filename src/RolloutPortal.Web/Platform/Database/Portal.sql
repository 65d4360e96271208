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

create index if not exists account_session_account_id on account_session (account_id, opened_at);

create table if not exists one_time_link (
    hash text not null primary key,
    purpose text not null,
    account_id uuid null,
    expires_at timestamptz not null,
    used_at timestamptz null
);

create table if not exists data_protection_key (
    name text not null primary key,
    xml text not null,
    created_at timestamptz not null default now()
);
