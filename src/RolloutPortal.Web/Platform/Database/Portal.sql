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
