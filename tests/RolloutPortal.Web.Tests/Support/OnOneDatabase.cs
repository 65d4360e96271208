using Microsoft.AspNetCore.Mvc.Testing;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>Tests with an empty database each, and as many nodes on it as a test starts.</summary>
public abstract class OnOneDatabase(Server server) : IAsyncLifetime
{
    private readonly List<PortalFactory> nodes = [];
    private string database = "";

    /// <summary>Machine time of every node.</summary>
    protected MovableTime Time { get; } = new();

    public virtual async ValueTask InitializeAsync() => database = await server.Postgres.NewDatabase();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await server.Postgres.DropDatabase(database);
        GC.SuppressFinalize(this);
    }

    protected PortalFactory Node(string environment = "Development", params (string Name, string Value)[] settings)
    {
        var node = new PortalFactory(database) { Environment = environment, Machine = Time, Settings = settings.ToDictionary(s => s.Name, s => s.Value) };
        lock (nodes) nodes.Add(node);
        return node;
    }

    protected static Browser Visitor(PortalFactory node, string address = "http://localhost") => new(
        node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) }), Guid.Empty);
}
