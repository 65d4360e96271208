using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Locations;

/// <summary>What a location is called in files: 1–20 characters without white space, kept as typed.</summary>
public static class LocationCode
{
    public const int Longest = 20;

    /// <summary>The form to compare and reserve codes by: without case; leading zeros count (importing.md).</summary>
    public static string Canonical(string code) => (CleanText.Of(code) ?? code).ToUpperInvariant();

    /// <param name="code">Trimmed; empty when refused.</param>
    public static Refusal? Check(string? typed, out string code)
    {
        var clean = CleanText.Of(typed);
        code = "";
        if (clean is null || clean.Any(char.IsWhiteSpace)) return new Refusal(LocationRefusals.CodeUnsuitable);
        if (clean.Length == 0) return new Refusal(LocationRefusals.CodeMissing);
        if (clean.Length > Longest) return new Refusal(LocationRefusals.CodeTooLong, Longest);

        code = clean;
        return null;
    }
}
