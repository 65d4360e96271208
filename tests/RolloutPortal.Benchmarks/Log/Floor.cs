using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>What PostgreSQL can do at best: a prepared insert of one row, committed, on connections of their own.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly List<NpgsqlCommand> inserts = [];

    public static async Task<Floor> Open(NpgsqlDataSource source)
    {
        await source.Execute("create table if not exists floor (id bigint generated always as identity primary key, stream uuid not null, version bigint not null, data jsonb not null, at timestamptz not null)");
        var floor = new Floor();
        for (var i = 0; i < 8; i++)
            floor.inserts.Add(await Prepare(await source.OpenConnectionAsync()));
        return floor;
    }

    public Task<double> Measure(int connections) => Pace.Of(connections, caller => inserts[caller].ExecuteNonQueryAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts)
            await insert.Connection!.DisposeAsync();
    }

    private static async Task<NpgsqlCommand> Prepare(NpgsqlConnection connection)
    {
        var id = Guid.CreateVersion7();
        var insert = Statements.Bind(connection.CreateCommand(), "insert into floor (stream, version, data, at) values ($1, $2, $3, $4)", id, 1L,
            new NpgsqlParameter { Value = System.Text.Json.JsonSerializer.Serialize(BenchLog.Commented(id, id)), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb }, BenchLog.Noon);
        await insert.PrepareAsync();
        return insert;
    }
}
