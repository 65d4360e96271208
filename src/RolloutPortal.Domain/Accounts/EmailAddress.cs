using System.Globalization;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Accounts;

/// <summary>The address that somebody signs in with, made comparable: in small letters, its domain as people read it.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    private const int LongestName = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <param name="address"><c>Åse@XN--BRN-0NA.dk</c> becomes <c>åse@børn.dk</c>; empty when refused.</param>
    public static Refusal? Check(string? typed, out string address)
    {
        address = "";
        var clean = CleanText.Of(typed) ?? "";
        var at = clean.LastIndexOf('@');
        if (clean.Length > Longest || at is < 1 or > LongestName || !IsName(clean[..at]) || Domain(clean[(at + 1)..]) is not { } domain)
            return new Refusal(AccountRefusals.EmailUnsuitable);

        address = $"{clean[..at].ToLowerInvariant()}@{domain}";
        return null;
    }

    private static bool IsName(string name) =>
        name.All(c => !char.IsWhiteSpace(c) && !"@<>()[]\\,;:\"".Contains(c)) && !name.StartsWith('.') && !name.EndsWith('.');

    private static string? Domain(string typed)
    {
        if (!typed.Contains('.')) return null;

        try
        {
            // There and back: the same domain may be typed in either form, and in letters of any width.
            return Idn.GetUnicode(Idn.GetAscii(typed)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
