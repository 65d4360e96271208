using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>One data directory for one test, and folders beside it.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly string root = TestFolders.New();

    public string Folder => Path.Combine(root, "data");

    public string Home => Directory.GetDirectories(Folder, "pg*").Single();

    public string Cluster => Path.Combine(Home, "data");

    public string Beside(string name) => Path.Combine(root, name);

    public Task<EmbeddedPostgres> Start(string? binaries = null) =>
        EmbeddedPostgres.StartAsync(PostgresHolder.Options(Folder, binaries));

    public void Dispose() => TestFolders.Remove(root);
}
