using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Finds a name in what somebody wrote, word by word: half of one is somebody else's, and <c>ane_prøve (2).csv</c> holds Ane Prøve.</summary>
public static class WholeWords
{
    /// <summary>Shorter names, written as one word, are part of others.</summary>
    private const int LongestPart = 8;

    /// <summary>Two blanks in a row stand in no words.</summary>
    private const string Never = "  ";

    /// <summary>An expression as words with a space between them and at both ends.</summary>
    public static string Sql(string expression) => $"' ' || regexp_replace({expression}, '[^[:alnum:]@]+', ' ', 'g') || ' '";

    /// <summary>Patterns that what <see cref="Sql"/> makes is <c>ilike any</c> of; none for what has no words.</summary>
    public static string[] Patterns(params string[] values) => [.. values.Select(Words).Where(words => words.Length > 0).Select(words => LikePattern.Part($" {words} "))];

    /// <summary>Whether a name stands there in whatever order, <c>Prøve, Ane.csv</c>, or as one word.</summary>
    /// <param name="each">The place of what <see cref="Each"/> makes.</param>
    /// <param name="joined">The place of what <see cref="Joined"/> makes.</param>
    public static string Named(string expression, string each, string joined) =>
        $"({Sql(expression)} ilike all({each}) or replace({Sql(expression)}, ' ', '') ilike any({joined}))";

    public static string[] Each(string name) => Words(name) is { Length: > 0 } words ? [.. words.Split(' ').Select(word => LikePattern.Part($" {word} "))] : [Never];

    public static string[] Joined(string name)
    {
        string[][] orders = [Words(name).Split(' '), [.. Words(name).Split(' ').Reverse()]];
        return [.. orders.Select(words => string.Concat(words)).Where(word => word.Length >= LongestPart).Select(LikePattern.Part)];
    }

    private static string Words(string value) =>
        string.Join(' ', string.Concat(value.Select(sign => char.IsLetterOrDigit(sign) || sign == '@' ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
