using RolloutPortal.Testing;
using RolloutPortal.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(Server))]

namespace RolloutPortal.Web.Tests.Support;

/// <summary>One PostgreSQL for the run.</summary>
public sealed class Server : IAsyncLifetime
{
    public PostgresFixture Postgres { get; } = new();

    public ValueTask InitializeAsync() => Postgres.InitializeAsync();

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}
