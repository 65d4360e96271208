namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>One PostgreSQL on one data directory: found running, started, stopped. Whoever calls holds the start lock.</summary>
internal sealed class Server
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);
    private readonly ServerStart _start;
    private readonly ILogger _logger;
    private volatile Postmaster _postmaster = new(0, 0);

    private Server(ServerStart start, ILogger logger) => (_start, _logger) = (start, logger);

    public int Port => _postmaster.Port;

    public int ProcessId => _postmaster.ProcessId;

    public bool IsRunning => ServerProcess.Of(ProcessId, _start.Folder) is ServerProcess.Kind.Ours;

    /// <summary>The words of a command that stops the server gently and waits for its end.</summary>
    public IReadOnlyList<string> StopCommand => [.. _start.Account.Prefix, _start.Programs.PgCtl, .. StopArguments("fast")];

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
        ServerAccess.ConnectionString(_start.Folder, Port, database, pooled);

    /// <param name="mayCreate">False when data must be there: nobody wants an empty database in the middle of the day.</param>
    public async Task AttachOrStart(bool mayCreate, CancellationToken ct)
    {
        for (var looks = 0; Postmaster.Running(_start.Folder) is { } running; looks++)
        {
            if (running.Port > 0 && await ServerAccess.Answers(_start.Folder, running.Port, ct))
            {
                _postmaster = running;
                _logger.LogInformation("Sharing PostgreSQL (process {ProcessId}, port {Port})", ProcessId, Port);
                return;
            }

            if (looks == 3000)
                throw new EmbeddedPostgresException($"PostgreSQL (process {running.ProcessId}) runs but does not answer.");
            await Task.Delay(_look, ct);
        }

        _postmaster = await _start.Run(mayCreate, ct);
        _logger.LogInformation(
            "Started PostgreSQL (process {ProcessId}, port {Port}) on {Data}", ProcessId, Port, _start.Folder.Data);
    }

    public async Task Stop()
    {
        if (Postmaster.Running(_start.Folder) is null) return;
        var stopped = await _start.Account.Run(_start.Programs.PgCtl, StopArguments("fast"), CancellationToken.None);
        if (!stopped.Failed || Postmaster.Running(_start.Folder) is null) return;
        _logger.LogWarning("PostgreSQL does not stop ({Why}) and is made to", stopped.Output);
        await _start.Account.Run(_start.Programs.PgCtl, StopArguments("immediate"), CancellationToken.None);
    }

    private string[] StopArguments(string mode) => ["-D", _start.Folder.Data, "-s", "-w", "-t", "60", "-m", mode, "stop"];
}
