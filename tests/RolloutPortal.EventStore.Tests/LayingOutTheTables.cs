using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;

namespace RolloutPortal.EventStore.Tests;

/// <summary>What Marten finds when it opens the database.</summary>
public sealed class LayingOutTheTables(Server server) : StoreTest(server)
{
    private const string Columns =
        """
        mt_event_progression: name character varying not null; last_seq_id bigint; last_updated timestamp with time zone default transaction_timestamp()
        mt_events: seq_id bigint not null; id uuid not null; stream_id uuid; version bigint not null; data jsonb not null; bdata bytea; type character varying(500) not null; timestamp timestamp with time zone not null; tenant_id character varying default '*DEFAULT*'::character varying; mt_dotnet_type character varying; correlation_id character varying; causation_id character varying; headers jsonb; is_archived boolean default false
        mt_streams: id uuid not null; type character varying; version bigint; timestamp timestamp with time zone not null default now(); created timestamp with time zone not null default now(); tenant_id character varying default '*DEFAULT*'::character varying; is_archived boolean default false
        """;

    private const string Indexes =
        """
        fkey_mt_events_stream_id: FOREIGN KEY (stream_id) REFERENCES mt_streams(id) ON DELETE CASCADE
        pk_mt_event_progression: PRIMARY KEY (name)
        pk_mt_events_stream_and_version: CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON rollout.mt_events USING btree (stream_id, version)
        pkey_mt_events_seq_id: PRIMARY KEY (seq_id)
        pkey_mt_streams_id: PRIMARY KEY (id)
        """;

    [Fact]
    public async Task Columns_stand_in_Martens_order_with_its_types_and_defaults()
    {
        var tables = await Portal.Source.Rows(
            """
            select c.relname || ': ' || string_agg(
                a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), '; ' order by a.attnum)
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relkind = 'r' and c.relnamespace = 'rollout'::regnamespace
            group by c.relname
            order by c.relname
            """, reader => reader.GetString(0));

        Assert.Equal(Columns.ReplaceLineEndings("\n").Split('\n'), tables);
    }

    [Fact]
    public async Task Constraints_and_indexes_have_Martens_names()
    {
        var constraints = await Portal.Source.Rows(
            """
            select conname || ': ' || pg_get_constraintdef(oid) from pg_constraint
            where contype in ('p', 'f') and connamespace = 'rollout'::regnamespace
            union all
            select indexname || ': ' || indexdef from pg_indexes
            where schemaname = 'rollout' and indexname not in (select conname from pg_constraint)
            order by 1
            """, reader => reader.GetString(0));

        Assert.Equal(Indexes.ReplaceLineEndings("\n").Split('\n'), constraints);
    }

    [Fact]
    public async Task The_sequence_hands_out_one_number_at_a_time_and_belongs_to_the_events()
    {
        Assert.Equal("bigint 1", await Portal.Scalar<string>(
            "select data_type::text || ' ' || cache_size from pg_sequences where sequencename = 'mt_events_sequence'"));
        Assert.Equal("rollout.mt_events_sequence", await Portal.Scalar<string>("select pg_get_serial_sequence('rollout.mt_events', 'seq_id')"));
    }

    [Fact]
    public async Task A_read_table_has_the_records_columns_and_the_indexes_it_declares()
    {
        var indexes = await Portal.Source.Rows(
            "select regexp_replace(indexdef, '^.* USING ', '') from pg_indexes where tablename = 'parcel_row' order by 1", reader => reader.GetString(0));

        Assert.Equal(["btree (delivered) WHERE (delivered IS NOT NULL)", "btree (depot_id, sent_at DESC)", "btree (parcel_id)"], indexes);
        Assert.Equal(
            "parcel_id uuid!, depot_id uuid!, size text!, weight numeric!, sent_at timestamp with time zone!, delivered date, labels text[]!, "
            + "readers uuid[]!, moves integer!, grams bigint, hours double precision, is_heavy boolean, last text, note text",
            await Portal.Scalar<string>(
                """
                select string_agg(attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then '!' else '' end, ', ' order by attnum)
                from pg_attribute where attrelid = 'parcel_row'::regclass and attnum > 0
                """));
    }
}
