using Microsoft.AspNetCore.WebUtilities;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>The part of a list's address that can be kept: what it filters, searches and sorts by, not its page.</summary>
public static class FilterQuery
{
    private const int LongestValue = 200;

    private static readonly string[] Known =
        ["q", "status", "severity", "who", "location", "area", "wave", "module", "kind", "during", "last", "from", "to", "sort"];

    /// <summary>With its question mark; empty when nothing of it is known. Keys stand in one order: the same filter is the same text.</summary>
    public static string Of(string? typed)
    {
        var given = QueryHelpers.ParseQuery(typed);
        return Known
            .Select(key => (Key: key, Value: given.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value.ToString().Trim()))
            .Where(pair => pair.Value.Length is > 0 and <= LongestValue)
            .Aggregate(QueryString.Empty, (query, pair) => query.Add(pair.Key, pair.Value)).ToString();
    }
}
