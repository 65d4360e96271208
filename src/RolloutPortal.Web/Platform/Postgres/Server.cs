using RolloutPortal.Web.Platform.Postgres.Programs;
using RolloutPortal.Web.Platform.Postgres.Running;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>One PostgreSQL on one data directory: found running, started, stopped. Whoever calls holds the start lock.</summary>
internal sealed class Server
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly ServerStart start;
    private readonly ILogger logger;
    private volatile Postmaster postmaster = new(0, 0);

    private Server(ServerStart start, ILogger logger) => (this.start, this.logger) = (start, logger);

    public int Port => postmaster.Port;

    public int ProcessId => postmaster.ProcessId;

    public bool IsRunning => ServerProcess.Of(ProcessId, this.start.Folder) is ServerProcess.Kind.Ours;

    /// <summary>The words of a command that stops the server gently and waits for its end.</summary>
    public IReadOnlyList<string> StopCommand => [.. this.start.Account.Prefix, this.start.Programs.PgCtl, .. StopArguments("fast")];

    public static async Task<Server> For(EmbeddedPostgresOptions options, string root, ILogger logger, CancellationToken ct)
    {
        var major = ServerFolder.MajorIn(root);
        var account = await ServerAccount.For(Path.Combine(root, $"pg{major}", "data"), ct);
        await account.MustReach(root, ct);
        var homes = ProgramSearch.Homes(options.BinariesFrom);
        var programs = await ServerPrograms.Choose(homes, major, root, account, logger, ct);
        var folder = new ServerFolder(root, programs.Major);
        await folder.Prepare(account, ct);
        return new(new(folder, programs, account, options, logger), logger);
    }

    public string ConnectionString(string database, bool pooled) =>
        ServerAccess.ConnectionString(this.start.Folder, Port, database, pooled);

    /// <param name="mayCreate">False when data must be there: nobody wants an empty database in the middle of the day.</param>
    public async Task AttachOrStart(bool mayCreate, CancellationToken ct)
    {
        for (var looks = 0; Postmaster.Running(this.start.Folder) is { } running; looks++)
        {
            if (running.Port > 0 && await ServerAccess.Answers(this.start.Folder, running.Port, ct))
            {
                postmaster = running;
                this.logger.LogInformation("Sharing PostgreSQL (process {ProcessId}, port {Port})", ProcessId, Port);
                return;
            }

            if (looks == 3000)
                throw new EmbeddedPostgresException($"PostgreSQL (process {running.ProcessId}) runs but does not answer.");
            await Task.Delay(Look, ct);
        }

        postmaster = await this.start.Run(mayCreate, ct);
        this.logger.LogInformation(
            "Started PostgreSQL (process {ProcessId}, port {Port}) on {Data}", ProcessId, Port, this.start.Folder.Data);
    }

    public async Task Stop()
    {
        if (Postmaster.Running(this.start.Folder) is null) return;
        var stopped = await this.start.Account.Run(this.start.Programs.PgCtl, StopArguments("fast"), CancellationToken.None);
        if (!stopped.Failed || Postmaster.Running(this.start.Folder) is null) return;
        this.logger.LogWarning("PostgreSQL does not stop ({Why}) and is made to", stopped.Output);
        await this.start.Account.Run(this.start.Programs.PgCtl, StopArguments("immediate"), CancellationToken.None);
    }

    private string[] StopArguments(string mode) => ["-D", this.start.Folder.Data, "-s", "-w", "-t", "60", "-m", mode, "stop"];
}
