using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Database;

/// <summary>A few values of the whole installation, by name.</summary>
public sealed class Settings(NpgsqlDataSource source)
{
    /// <summary>Name of the scenario that was loaded; present on a demo only.</summary>
    public const string DemoScenario = "demo.scenario";

    public Task<string?> Get(string name, CancellationToken ct = default) =>
        source.Scalar<string>("select value from setting where name = $1", ct, name);

    public Task Set(string name, string value, CancellationToken ct = default) => source.Execute(
        "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", ct, name, value);
}
