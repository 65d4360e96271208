-- What stands beside the log. Free text never enters an event: it can be deleted here, for good.
create table if not exists text (
    id uuid not null primary key,
    stream_id uuid not null,
    body text not null,
    written_by uuid null,
    written_at timestamptz not null
);

create index if not exists text_stream_id on text (stream_id);

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
