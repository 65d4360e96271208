using RolloutPortal.Web.Platform.Postgres.Programs;
using RolloutPortal.Web.Platform.Postgres.Running;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>Everything that brings a server up on its data folder, also after a death that left something behind.</summary>
internal sealed record ServerStart(
    ServerFolder Folder, ServerPrograms Programs, ServerAccount Account, EmbeddedPostgresOptions Options, ILogger Logger)
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task<Postmaster> Run(bool mayCreate, CancellationToken ct)
    {
        if (!Folder.HasCluster)
        {
            if (!mayCreate) throw new EmbeddedPostgresException($"The data in {Folder.Data} are gone.");
            await Cluster.Make(Folder, Programs, Account, Options.Durable, ct);
        }

        await Orphans.Gone(Folder, Logger, ct);
        if (Postmaster.IsStale(Folder)) File.Delete(Folder.PidFile);
        ProgramCopy.RemoveOthers(Programs.Home, Folder.Root);
        await Start(await Ports.Choose(Folder, Options, patient: !mayCreate, ct), ct);
        return Postmaster.Running(Folder) ?? throw new EmbeddedPostgresException("PostgreSQL died as soon as it had started.");
    }

    private async Task Start(int port, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            Folders.Write(Folder.SettingsFile, ServerSettings.Text(Folder, port, Options));
            var log = ServerLog.FromNow(Folder.Log);
            var started = await Account.Run(
                Programs.PgCtl, ["-D", Folder.Data, "-s", "-w", "-t", "600", "-l", Folder.Log, "start"], ct);
            if (!started.Failed) break;

            var said = log.Said();
            if (tries == Tries || !MayPass(said))
                throw new EmbeddedPostgresException($"PostgreSQL did not start: {started.Output} {said}");
            if (IsTaken(said)) port = Ports.Fresh();
            else await Task.Delay(Pause, ct);
        }

        Ports.Keep(Folder, port);
    }

    // A killed postmaster can linger for a moment, with its pid, its memory or its port.
    private bool MayPass(string said) =>
        said.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal)
        || said.Contains("pre-existing shared memory block", StringComparison.Ordinal)
        || (IsTaken(said) && Options.Settings?.ContainsKey("port") != true);

    private static bool IsTaken(string said) => said.Contains("Address already in use", StringComparison.Ordinal);
}
