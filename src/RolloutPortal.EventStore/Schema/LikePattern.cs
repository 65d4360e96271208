namespace RolloutPortal.EventStore.Schema;

/// <summary>Patterns of <c>like</c> and <c>ilike</c> in which nothing that was typed stands for anything else.</summary>
public static class LikePattern
{
    /// <summary>What holds the text anywhere.</summary>
    public static string Part(string text) => $"%{Plain(text)}%";

    /// <summary>What begins with the text.</summary>
    public static string Beginning(string text) => $"{Plain(text)}%";

    private static string Plain(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
