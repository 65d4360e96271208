using RolloutPortal.Domain.Accounts;
using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>A portal as one would install it on one machine: the published program on the embedded PostgreSQL, which flushes to
/// disk; with a rollout of full size, and a second node in this process that loads it and signs people in.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string folder;

    private Installation(string folder, Dictionary<string, string> settings, SecondNode node, string program)
    {
        this.folder = folder;
        (Settings, Node, Rollout) = (settings, node, new BigRollout(node));
        Portal = new PortalProcess(settings, program);
    }

    public IReadOnlyDictionary<string, string> Settings { get; }

    public SecondNode Node { get; }

    public BigRollout Rollout { get; }

    /// <summary>Another process.</summary>
    public PortalProcess Portal { get; }

    /// <summary>A ticket that is open.</summary>
    public Guid SomeTicket { get; private set; }

    /// <param name="tickets">Before anything is measured.</param>
    public static async Task<Installation> Start(int tickets)
    {
        var program = await Publication.Program();
        var folder = TestFolders.NewOnDisk();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Portal__Embedded"] = "true",
            ["Portal__DataDirectory"] = folder,
        };
        var installation = new Installation(folder, settings, await SecondNode.Open(settings), program);
        await installation.Load(tickets);
        await installation.Portal.Start();
        return installation;
    }

    /// <summary>Somebody with a role for the whole programme, signed in.</summary>
    /// <returns>The cookie of the session.</returns>
    public async Task<string> SignIn(Role role, string? language = "da") =>
        Node.Session(await Node.OpenAccount(language, new Grant(role, ScopeKind.Programme, Rollout.Programme)));

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Node.DisposeAsync();
        TestFolders.Remove(folder);
    }

    private async Task Load(int tickets)
    {
        Report.Progress($"loading 100 locations and {tickets} tickets");
        await Rollout.Load();
        var reporter = await Node.OpenAccount("da", new Grant(Role.Superuser, ScopeKind.Programme, Rollout.Programme));
        var supporter = await Node.OpenAccount("da", new Grant(Role.Support, ScopeKind.Programme, Rollout.Programme));
        (SomeTicket, var events) = await new BigTickets(Node, Rollout, reporter, supporter).Load(tickets);
        // What autovacuum does within a minute or two of such a load; measurements should not wait for it, nor meet it.
        await using var vacuum = Node.Database.Source.CreateCommand("vacuum analyze");
        await vacuum.ExecuteNonQueryAsync();
        Report.Progress($"{events} events of tickets");
    }
}
