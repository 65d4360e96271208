-- The event tables as Marten lays them out: same names, columns, order and constraints, so that Marten can open the
-- database one day without a migration. Every writer supplies mt_events.timestamp.
create sequence if not exists mt_events_sequence as bigint cache 1;

create table if not exists mt_streams (
    id uuid not null constraint pkey_mt_streams_id primary key,
    type varchar null,
    version bigint null,
    timestamp timestamptz not null default now(),
    created timestamptz not null default now(),
    tenant_id varchar default '*DEFAULT*',
    is_archived bool default false
);

create table if not exists mt_events (
    seq_id bigint not null constraint pkey_mt_events_seq_id primary key,
    id uuid not null,
    stream_id uuid constraint fkey_mt_events_stream_id references mt_streams (id) on delete cascade,
    version bigint not null,
    data jsonb not null,
    bdata bytea null,
    type varchar(500) not null,
    timestamp timestamptz not null,
    tenant_id varchar default '*DEFAULT*',
    mt_dotnet_type varchar null,
    correlation_id varchar null,
    causation_id varchar null,
    headers jsonb null,
    is_archived bool default false
);

create unique index if not exists pk_mt_events_stream_and_version on mt_events (stream_id, version);

alter sequence mt_events_sequence owned by mt_events.seq_id;

create table if not exists mt_event_progression (
    name varchar not null constraint pk_mt_event_progression primary key,
    last_seq_id bigint null,
    last_updated timestamptz default transaction_timestamp()
);
