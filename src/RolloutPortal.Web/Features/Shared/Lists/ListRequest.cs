using System.Globalization;

namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary>Which order and which page of a list an address asks for. A wrong value is as good as none: links get old.</summary>
/// <param name="Sort">A key of the list's orders; a leading minus turns it round.</param>
/// <param name="Page">From 1.</param>
public sealed record ListRequest(ListAddress Address, string Sort, int Page)
{
    public const int PageSize = 50;

    private const int MostPages = 100_000;

    public static ListRequest Of(HttpRequest request, string defaultSort)
    {
        var address = ListAddress.Of(request);
        var sort = request.Query[ListAddress.SortKey].ToString();
        _ = int.TryParse(request.Query[ListAddress.PageKey], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        return new ListRequest(address, sort.Length == 0 ? defaultSort : sort, Math.Clamp(page, 1, MostPages));
    }

    public string Key => Sort.TrimStart('-');

    public bool Descending => Sort.StartsWith('-');

    public int Offset => (Page - 1) * PageSize;

    /// <summary>What stands behind <c>order by</c>.</summary>
    /// <param name="columns">The SQL of each order by its key, never null: <c>nulls last</c> would pass an index by. The first is taken
    /// for a key that is unknown.</param>
    /// <param name="tie">Columns that make the order total, so that no row is on two pages.</param>
    public string OrderBy(IReadOnlyList<(string Key, string Sql)> columns, string tie)
    {
        var found = columns.FirstOrDefault(column => column.Key == Key);
        return $"{found.Sql ?? columns[0].Sql} {(Descending ? "desc" : "asc")}, {tie}";
    }
}
