using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Prints the SQL of the portal's schemas.</summary>
internal static class SchemaVerb
{
    public static Verb Verb { get; } = new(
        "schema", "schema --print [ROLE]", "prints the SQL that a database administrator runs where the portal may not create schemas",
        "Run it once, in one transaction (psql -1 -f), before the portal starts for the first time and after an update that says so.\n"
        + "ROLE is the portal's role when another runs the script: it is then given what it needs, and may create tables in the schema read only.",
        NeedsDatabase: false, Run);

    private static Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 1, "--print");
        if (!arguments.Has("--print")) throw new UsageException("Type schema --print.");
        Console.WriteLine(new StoreSchema().Script(PortalDatabase.Scripts, arguments.Names is [var role] ? role : null));
        return Task.FromResult(0);
    }
}
