using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Finds a name in what somebody wrote, word by word: half of one is somebody else's, and <c>ane_prøve (2).csv</c> holds Ane Prøve.</summary>
public static class WholeWords
{
    /// <summary>An expression as words with a space between them and at both ends.</summary>
    public static string Sql(string expression) => $"' ' || regexp_replace({expression}, '[^[:alnum:]@]+', ' ', 'g') || ' '";

    /// <summary>Patterns that what <see cref="Sql"/> makes is <c>ilike any</c> of; none for what has no words.</summary>
    public static string[] Patterns(params string[] values) => [.. values.Select(Words).Where(words => words.Length > 0).Select(words => LikePattern.Part($" {words} "))];

    private static string Words(string value) =>
        string.Join(' ', string.Concat(value.Select(sign => char.IsLetterOrDigit(sign) || sign == '@' ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
