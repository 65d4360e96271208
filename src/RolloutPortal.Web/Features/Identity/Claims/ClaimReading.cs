using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Identity.Claims;

/// <summary>Claims as the table of roles reads them: a list is several of one name, what lies within is named with a dot
/// (<c>realm_access.roles</c>).</summary>
public static class ClaimReading
{
    private const int Most = 2_000;

    private const int Deepest = 4;

    /// <param name="more">From the provider's userinfo; adds to the token's.</param>
    public static IReadOnlyList<PresentedClaim> Of(JsonElement token, JsonElement? more = null) =>
        [.. Within("", token, 0).Concat(more is { } info ? Within("", info, 0) : []).Distinct().Take(Most)];

    /// <summary>As somebody pastes them: JSON, a token, or a claim a line, <c>groups: domus-leaders</c>.</summary>
    /// <returns>Empty when nothing can be read.</returns>
    public static IReadOnlyList<PresentedClaim> OfPasted(string? pasted)
    {
        var text = (pasted ?? "").Trim();
        if (text.StartsWith('{')) return OfJson(text);
        return text.Split('.') is [{ Length: > 0 } _, { Length: > 0 } payload, _] && !text.Contains('\n') && OfToken(payload) is { Count: > 0 } claims
            ? claims
            : [.. text.Split('\n').Select(OfLine).OfType<PresentedClaim>().Take(Most)];
    }

    private static IReadOnlyList<PresentedClaim> OfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<PresentedClaim> OfToken(string payload)
    {
        try
        {
            return OfJson(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(payload)));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static PresentedClaim? OfLine(string line) =>
        line.IndexOfAny([':', '=']) is var at and > 0 && line[(at + 1)..].Trim() is { Length: > 0 } value ? new(line[..at].Trim(), value) : null;

    private static IEnumerable<PresentedClaim> Within(string name, JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > Deepest => [],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(inner => Within(name.Length == 0 ? inner.Name : $"{name}.{inner.Name}", inner.Value, depth + 1)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(one => Within(name, one, depth + 1)),
        JsonValueKind.String => [new(name, value.GetString()!)],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [new(name, value.GetRawText())],
        _ => [],
    };
}
