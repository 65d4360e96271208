using System.Collections.Frozen;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Platform.AccessLog;

namespace RolloutPortal.Web.Features.AccessLog.Words;

/// <summary>The access log in the reader's words: what was done, or tried, and what came of it.</summary>
public sealed class AccessWords(IStringLocalizer<ActionTexts> texts)
{
    /// <summary>By method and route: a verb and a thing.</summary>
    public static FrozenDictionary<string, (string Verb, string Thing)> Actions { get; } = Read();

    /// <summary><c>Åbnede en sag</c>; where nothing came of it, <c>Ville åbne en sag</c>. An address that the portal has no more is told as it was
    /// written then.</summary>
    public string Of(AccessEntry entry) => !Actions.TryGetValue(entry.Action, out var action) ? entry.Action
        : AccessResult.IsDone(entry) ? Sentence($"did.{action.Verb}", action.Thing)
        : texts["tried", Sentence($"do.{action.Verb}", action.Thing)];

    /// <summary>What came of it.</summary>
    public string Result(AccessEntry entry) => texts[$"result.{AccessResult.KeyOf(entry)}"];

    /// <summary>The actions in whose words somebody's words stand.</summary>
    public string[] Matching(string typed) =>
        [.. Actions.Where(one => Sentence($"did.{one.Value.Verb}", one.Value.Thing).Contains(typed, StringComparison.CurrentCultureIgnoreCase)
            || Sentence($"do.{one.Value.Verb}", one.Value.Thing).Contains(typed, StringComparison.CurrentCultureIgnoreCase)).Select(one => one.Key)];

    private string Sentence(string verb, string thing) => texts[verb, texts[$"thing.{thing}"].Value];

    private static FrozenDictionary<string, (string, string)> Read()
    {
        using var file = typeof(AccessWords).Assembly.GetManifestResourceStream($"{typeof(AccessWords).Namespace}.AccessActions.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(' '))
            .ToFrozenDictionary(words => string.Join(' ', words[..^2]), words => (words[^2], words[^1]));
    }
}
