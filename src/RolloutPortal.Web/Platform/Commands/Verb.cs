namespace RolloutPortal.Web.Platform.Commands;

/// <summary>A command-line verb of the portal's program.</summary>
/// <param name="Usage">As it is typed.</param>
/// <param name="Does">One line for the list of verbs.</param>
/// <param name="Help">The rest of what <c>--help</c> says.</param>
/// <param name="NeedsDatabase">False for what only prints.</param>
/// <param name="Run">Its exit code. Results go to standard output, progress to standard error.</param>
public sealed record Verb(
    string Name, string Usage, string Does, string Help, bool NeedsDatabase, Func<VerbArguments, IServiceProvider, CancellationToken, Task<int>> Run)
{
    /// <summary>The exit code of what was typed wrongly.</summary>
    public int TypedWrongly { get; init; } = 2;
}

/// <summary>What was typed behind a verb.</summary>
public sealed record VerbArguments(IReadOnlyList<string> Names, IReadOnlySet<string> Flags)
{
    /// <summary>Settings (<c>--Portal:Clock=…</c>) are the configuration's, not the verb's.</summary>
    public static VerbArguments Of(IEnumerable<string> typed)
    {
        var own = typed.Where(word => !word.Contains('=', StringComparison.Ordinal)).ToList();
        return new VerbArguments([.. own.Where(word => !word.StartsWith('-'))], own.Where(word => word.StartsWith('-')).ToHashSet());
    }

    public bool Has(string flag) => Flags.Contains(flag);

    public bool AsksForHelp => Has("--help") || Has("-h");

    /// <exception cref="UsageException">More names than the verb takes, or a flag that it does not know.</exception>
    public void Allow(int names, params string[] flags)
    {
        if (Names.Count > names) throw new UsageException($"'{Names[names]}' is one word too many.");
        if (Flags.FirstOrDefault(flag => !flags.Contains(flag)) is { } unknown) throw new UsageException($"There is no flag {unknown} here.");
    }
}

/// <summary>It was typed wrongly; nothing was done.</summary>
public sealed class UsageException(string message) : Exception(message);
