using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary>The address of a list: its path, and filters, sort and page in the query. Links change one value and keep the rest.</summary>
public sealed record ListAddress(string Path, IReadOnlyDictionary<string, StringValues> Query)
{
    public const string SortKey = "sort";
    public const string PageKey = "page";

    public static ListAddress Of(HttpRequest request) =>
        new(request.PathBase + request.Path, request.Query.ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>The same list with one value changed; null or empty takes it away.</summary>
    public ListAddress With(string key, string? value)
    {
        var query = Query.Where(pair => pair.Key != key).ToDictionary(pair => pair.Key, pair => pair.Value);
        if (!string.IsNullOrEmpty(value)) query[key] = value;
        return this with { Query = query };
    }

    /// <summary>Another order begins at the first page.</summary>
    public string SortedBy(string sort) => With(PageKey, null).With(SortKey, sort).ToString();

    public string AtPage(int page) => With(PageKey, page == 1 ? null : $"{page}").ToString();

    public override string ToString() =>
        QueryHelpers.AddQueryString(Path, Query.Where(pair => !StringValues.IsNullOrEmpty(pair.Value)));
}
