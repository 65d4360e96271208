using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>The verbs, and the way from what was typed to an exit code: 0 done, 1 failed or faults found, 2 typed wrongly (for an import the
/// other way round: importing.md).</summary>
public static class Verbs
{
    private const int TypedWrongly = 2;

    internal static IReadOnlyList<Verb> All { get; } = [SeedVerb.Verb, ImportVerb.Verb, RebuildVerb.Verb, VerifyVerb.Verb, SchemaVerb.Verb];

    /// <summary>What begins with a hyphen is a setting of the portal that serves; a first word is a verb, known or not.</summary>
    public static bool IsVerb(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h");

    public static async Task<int> Run(string[] args)
    {
        var verb = All.FirstOrDefault(verb => verb.Name == args[0]);
        if (verb is null) return Unknown(args[0]);
        var arguments = VerbArguments.Of(args[1..]);
        if (arguments.AsksForHelp) return Explain(verb);

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        try
        {
            return await Run(verb, arguments, args[1..], stop.Token);
        }
        catch (Exception e) when (Explain(e) is { } reason)
        {
            await Console.Error.WriteLineAsync($"{verb.Name}: {reason}");
            return e is UsageException ? verb.TypedWrongly : StartFailure.ExitCode;
        }
    }

    private static async Task<int> Run(Verb verb, VerbArguments arguments, string[] args, CancellationToken ct)
    {
        var builder = PortalBuilder.Create([.. args.Where(word => word.Contains('=', StringComparison.Ordinal))]).AddPortal();
        builder.Logging.ClearProviders().AddPlainLines().AddFilter(level => level >= LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        if (verb.NeedsDatabase)
        {
            ConfigurationCheck.Database(app.Configuration, app.Environment);
            await app.Services.GetRequiredService<PortalDatabase>().Open(ct);
        }

        return await verb.Run(arguments, app.Services, ct);
    }

    /// <summary>One line, for what may happen; a fault of our own too, but without its stack.</summary>
    private static string? Explain(Exception e) => e switch
    {
        UsageException => e.Message,
        OperationCanceledException => "stopped before it was done.",
        _ => StartFailure.Explain(e) ?? $"failed: {e.GetType().Name}: {e.Message.Split('\n')[0]}",
    };

    private static int Explain(Verb verb)
    {
        Console.WriteLine($"{verb.Usage}\n    {verb.Does}\n\n{verb.Help}");
        return 0;
    }

    private static int Unknown(string typed)
    {
        var isHelp = typed is "help" or "--help" or "-h";
        var writer = isHelp ? Console.Out : Console.Error;
        if (!isHelp) writer.WriteLine($"There is no verb '{typed}'.\n");
        writer.WriteLine("Without a verb the portal serves. Verbs, each with --help:");
        foreach (var verb in All)
            writer.WriteLine($"  {verb.Usage,-48} {verb.Does}");
        return isHelp ? 0 : TypedWrongly;
    }
}
