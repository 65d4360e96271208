namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary>Where in a long list one is, and the ways to its other pages.</summary>
/// <param name="Total">Rows in all.</param>
public sealed record Pager(ListRequest Request, int Total)
{
    private const int Around = 2;

    /// <summary>There are more rows than the total, and they are not counted.</summary>
    public bool IsMore { get; init; }

    public int Pages => Math.Max(1, (Total + ListRequest.PageSize - 1) / ListRequest.PageSize);

    public int Page => Math.Min(Request.Page, Pages);

    public int First => Total == 0 ? 0 : ((Page - 1) * ListRequest.PageSize) + 1;

    public int Last => Math.Min(Total, Page * ListRequest.PageSize);

    public string? Previous => Page > 1 ? To(Page - 1) : null;

    public string? Next => Page < Pages ? To(Page + 1) : null;

    /// <summary>The first, the last and those around this one; 0 stands for those left out between.</summary>
    public IEnumerable<int> Shown
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Page) <= Around))
            {
                if (page > last + 1) yield return 0;
                yield return last = page;
            }
        }
    }

    public string To(int page) => Request.Address.AtPage(page);
}
