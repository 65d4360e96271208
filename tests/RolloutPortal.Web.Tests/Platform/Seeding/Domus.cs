using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.EventStore;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Platform.Seeding.Files;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Seeding;

/// <summary>A portal into which the DOMUS scenario was loaded: once, and interrupted on the way.</summary>
public sealed class Domus(Server server) : IAsyncLifetime
{
    public const string Name = "domus";

    private const int InterruptedAfter = 3_000;

    private string connectionString = "";

    public static Scenario Files { get; } = Scenario.Read(Scenarios.Folder, Name);

    public PortalFactory Factory { get; private set; } = null!;

    public TimeSpan Duration { get; private set; }

    public Scenarios Scenarios => Factory.Services.GetRequiredService<Scenarios>();

    public ReadTables Read => Factory.Services.GetRequiredService<ReadTables>();

    public PortalDatabase Database => Factory.Services.GetRequiredService<PortalDatabase>();

    public Store Store => Database.Store;

    public async ValueTask InitializeAsync()
    {
        connectionString = await server.Postgres.NewDatabase();
        Factory = new PortalFactory(connectionString);
        var watch = Stopwatch.StartNew();
        await Interrupted.Load(Scenarios, Name, InterruptedAfter);
        await Scenarios.Load(Name, new Progress());
        Duration = watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        await server.Postgres.DropDatabase(connectionString);
    }
}

/// <summary>A load that is stopped on its way, as when the portal is stopped.</summary>
internal static class Interrupted
{
    public static async Task Load(Scenarios scenarios, string name, int after, bool anew = false)
    {
        using var stop = new CancellationTokenSource();
        var progress = new Progress(told =>
        {
            if (told.Done == after) stop.Cancel();
        });
        var load = anew ? scenarios.LoadAnew(name, progress, stop.Token) : scenarios.Load(name, progress, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
    }
}

/// <summary>Hears every report at once, in order.</summary>
internal sealed class Progress(Action<SeedProgress>? hear = null) : IProgress<SeedProgress>
{
    public void Report(SeedProgress value) => hear?.Invoke(value);
}
