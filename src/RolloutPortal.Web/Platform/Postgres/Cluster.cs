using RolloutPortal.Web.Platform.Postgres.Programs;
using RolloutPortal.Web.Platform.Postgres.Running;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>Makes the empty database cluster of a first start.</summary>
internal static class Cluster
{
    public const string Superuser = "portal";

    public static async Task Make(
        ServerFolder folder, ServerPrograms programs, ServerAccount account, bool durable, CancellationToken ct)
    {
        // Looking into it also finds out whether we may.
        if (Directory.Exists(folder.Data) && Directory.EnumerateFileSystemEntries(folder.Data).Any())
            throw new EmbeddedPostgresException($"{folder.Data} is not a PostgreSQL data folder. Move it away and start again.");

        var made = default(Ran);
        foreach (var locale in Locales(programs.Major))
        {
            if (Directory.Exists(folder.Draft)) Directory.Delete(folder.Draft, recursive: true);
            made = await account.Run(programs.InitDb, [.. Arguments(folder), .. locale, .. durable ? [] : NoSync], ct);
            if (!made.Failed) break;
        }

        if (made.Failed)
            throw new EmbeddedPostgresException($"PostgreSQL could not make its data folder {folder.Draft}: {made.Output}");
        await File.AppendAllTextAsync(Path.Combine(folder.Draft, "postgresql.conf"), "\ninclude = 'portal.conf'\n", ct);
        if (Directory.Exists(folder.Data)) Directory.Delete(folder.Data);
        Directory.Move(folder.Draft, folder.Data);
    }

    private static readonly string[] NoSync = ["--no-sync"];

    private static string[] Arguments(ServerFolder folder) =>
    [
        "-D", folder.Draft, "-U", Superuser, "-A", "scram-sha-256", "--pwfile", folder.PasswordFile, "-E", "UTF8",
        "--no-instructions",
    ];

    // Plain "C" sorts as fast, but does not know that Å is a large å: searching would miss it. Danish order is asked for by
    // each query.
    private static string[][] Locales(int major)
    {
        string[] letters = major < 17 ? [] : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
        return [["--locale=C.UTF-8", .. letters], ["--locale=C", .. letters]];
    }
}
