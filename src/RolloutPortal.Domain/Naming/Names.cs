namespace RolloutPortal.Domain.Naming;

/// <summary>Why a name cannot be used.</summary>
public static class NameRefusals
{
    public const string Missing = "name.missing";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string TooLong = "name.too-long";

    public const string Unsuitable = "name.unsuitable";

    /// <summary>{0}: the name that somebody else gave.</summary>
    public const string RenamedMeanwhile = "name.renamed-meanwhile";
}

/// <summary>What things are called: 1–80 characters on one line.</summary>
public static class Names
{
    public const int Longest = 80;

    /// <summary>Names that differ in case alone are the same name.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether two spellings are the same to whoever reads them: blanks and case apart, and <c>&amp;</c> is <em>and</em>.</summary>
    public static bool AreAlike(string one, string other) => Comparer.Equals(Plain(one), Plain(other));

    private static string Plain(string name) => string.Join(' ', name.Replace("&", " & ", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToUpperInvariant() is "OG" or "OCH" or "AND" ? "&" : word));

    /// <param name="name">Trimmed, composed and without zero-width characters; empty when refused.</param>
    public static Refusal? Check(string? typed, out string name)
    {
        var clean = CleanText.Of(typed);
        name = "";
        if (clean is null) return new Refusal(NameRefusals.Unsuitable);
        if (clean.Length == 0) return new Refusal(NameRefusals.Missing);
        if (clean.Length > Longest) return new Refusal(NameRefusals.TooLong, Longest);

        name = clean;
        return null;
    }
}
