-- What stands beside the log. Free text never enters an event: its words can be deleted here, for good; the id stays taken.
create table if not exists text (
    id uuid not null primary key,
    stream_id uuid not null,
    body text null,
    written_by uuid null,
    written_at timestamptz not null,
    redacted_at timestamptz null
);

alter table text alter column body drop not null;
alter table text add column if not exists redacted_at timestamptz null;

create index if not exists text_stream_id on text (stream_id);

-- A part of a word is looked for in every text. On a server without the extension the search works and is slow.
do $$
begin
    create extension if not exists pg_trgm;
    execute format(
        'create index if not exists text_body on text using gin (body %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
exception when undefined_file or feature_not_supported then
    null;
end $$;

-- One owner for one key: codes, e-mail addresses, a location's wave.
create table if not exists reservation (
    kind text not null,
    key text not null,
    owner uuid not null,
    primary key (kind, key)
);

-- Which topics a commit touched, and what the log's end was before it. It wakes boards and is worth nothing after a crash,
-- hence unlogged: a reader that misses a link of the chain takes everything for changed.
create unlogged table if not exists nudge (
    seq_id bigint not null primary key,
    previous bigint not null,
    topics text[] not null
);
