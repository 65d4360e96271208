using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Tests.Support;
using RolloutPortal.EventStore.Upkeep;

namespace RolloutPortal.EventStore.Tests;

public sealed class Installing(Server server) : StoreTest(server)
{
    private const string Extra = "create table if not exists setting (name text primary key);";
    private const string CatalogLock = "select pg_advisory_xact_lock(7204001)";
    private readonly Guid id = Any.Id();

    [Fact]
    public async Task Several_processes_may_start_at_once_on_an_empty_database()
    {
        for (var time = 0; time < 5; time++)
        {
            var empty = await Server.Postgres.NewDatabase();
            var portals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TestStore.Open(empty))));

            await Task.WhenAll(portals.Select(portal => portal.Store.Append(Any.Sending(Any.Id()))));

            Assert.Equal(8, (await portals[0].Parcels()).Count);
            Assert.Empty(await new LogCheck(portals[3].Store).Run());
            foreach (var portal in portals)
                await portal.DisposeAsync();
            await Server.Postgres.DropDatabase(empty);
        }
    }

    [Fact]
    public async Task Whoever_waited_for_the_installation_does_not_repeat_it()
    {
        var empty = await Server.Postgres.NewDatabase();
        await using var first = TestStore.Closed(empty);
        await using (var connection = await first.Source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.Execute(CatalogLock);
            var others = Enumerable.Range(0, 4).Select(_ => TestStore.Closed(empty)).ToList();
            var waiting = others.Select(other => TestStore.Schema.Install(other.Source, [])).ToList();
            await Eventually.True(async () => await first.Scalar<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 4);
            await connection.Execute(TestStore.Schema.Script([]));
            await connection.Execute("drop index portal.text_stream_id");
            await transaction.CommitAsync();
            await Task.WhenAll(waiting);
            foreach (var other in others) await other.DisposeAsync();
        }

        Assert.True(await first.Scalar<bool>("select to_regclass('portal.text_stream_id') is null"));
        await first.DisposeAsync();
        await Server.Postgres.DropDatabase(empty);
    }

    [Fact]
    public async Task Another_version_installs_beside_those_that_build_their_tables()
    {
        await Portal.Append(id, 0, Any.Sent(id));
        var (keeper, table) = (Portal.Store.Tables, Portal.Store.Models.Of<ParcelRow>());
        var building = Task.Run(async () =>
        {
            for (var time = 0; time < 20; time++) await keeper.Build(table);
        });
        for (var version = 0; version < 20; version++)
            await TestStore.Schema.Install(Portal.Source, [$"create table if not exists setting_{version} (name text primary key);"]);
        await building;

        Assert.Empty(await new LogCheck(Portal.Store).Run());
    }

    [Fact]
    public async Task What_the_portal_adds_later_is_installed_and_nothing_is_lost()
    {
        await Portal.Append(id, 0, Any.Sent(id));

        await TestStore.Schema.Install(Portal.Source, [Extra]);

        Assert.Equal("setting", await Portal.Scalar<string>("select relname::text from pg_class where oid = 'portal.setting'::regclass"));
        Assert.Single(await Portal.Parcels());
    }

    [Fact]
    public async Task A_role_without_rights_is_told_what_to_do()
    {
        var role = await Role("stranger");

        await Assert.ThrowsAsync<SchemaMissingException>(() => TestStore.Schema.Install(role.Source, [Extra]));
    }

    [Fact]
    public async Task After_the_script_a_role_that_may_not_create_schemas_can_run_everything()
    {
        var portal = await Role("modest");
        await Portal.Source.Execute("drop schema read cascade; drop schema rollout cascade; drop schema portal cascade");
        await Portal.Source.Execute(TestStore.Schema.Script([Extra], portal.Name));
        await using var modest = TestStore.Closed(portal.ConnectionString);
        await TestStore.Schema.Install(modest.Source, [Extra]);

        await modest.Store.Tables.Open();
        await modest.Append(id, 0, Any.Sent(id));
        await modest.Store.Tables.Build(modest.Store.Models.Of<ParcelRow>());

        Assert.Empty(await new LogCheck(modest.Store).Run());
        Assert.Equal(1, await AsReader("select count(*) from parcel_row"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => modest.Source.Execute("create schema more"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_reading_role_reads_swapped_tables_and_views_and_nothing_else()
    {
        var viewed = await Another(TestStore.BothModels.AddView("heavy_row", "select * from parcel_row where is_heavy"));
        await viewed.Append(id, 0, Any.Sent(id) with { Weight = 30 });
        await viewed.Store.Tables.Build(viewed.Store.Models.Of<ParcelRow>());

        Assert.Equal(1, await AsReader("select count(*) from parcel_row"));
        Assert.Equal(1, await AsReader("select count(*) from heavy_row"));
        foreach (var hidden in new[] { "rollout.mt_events", "rollout.mt_streams", "rollout.mt_event_progression", "portal.text", "portal.reservation" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => AsReader($"select count(*) from {hidden}"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        await Assert.ThrowsAsync<PostgresException>(() => AsReader("with d as (delete from parcel_row returning 1) select count(*) from d"));
        await Assert.ThrowsAsync<PostgresException>(() => AsReader("with c as (select 1) select count(*) into read.mine from c"));
    }

    [Fact]
    public void Names_of_schemas_that_would_need_quoting_are_refused() =>
        Assert.Throws<ArgumentException>(() => (TestStore.Schema with { Read = "read; drop table x" }).SearchPath);

    [Fact]
    public async Task Other_names_of_the_schemas_serve_as_well()
    {
        var schema = new StoreSchema("public", "rows", "office");
        await using var source = schema.Connect(ConnectionString);
        await schema.Install(source, []);
        await using var store = new Store(source, schema, TestStore.AllTypes, TestStore.BothModels, () => TestStore.Noon);
        await store.Tables.Open();

        await store.Append(Any.Sending(id));

        Assert.Equal(1, await source.Scalar<long>("select count(*) from public.mt_events join rows.parcel_row on parcel_id = stream_id"));
        Assert.Empty(await Portal.Parcels());
    }

    private async Task<long> AsReader(string sql)
    {
        await using var connection = await Portal.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.Execute("set local role bi");
        return await connection.Scalar<long>(sql);
    }

    /// <summary>A role of the server that may connect, and no more; roles outlive the test's database.</summary>
    private async Task<(string Name, string ConnectionString, NpgsqlDataSource Source)> Role(string kind)
    {
        var name = $"{kind}_{Guid.NewGuid():N}"[..20];
        await Portal.Source.Execute($"create role {name} login password 'secret'");
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { Username = name, Password = "secret" };
        return (name, settings.ConnectionString, TestStore.Schema.Connect(settings.ConnectionString));
    }
}
