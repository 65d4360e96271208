using System.Globalization;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>What a hypercare board says, read off its page.</summary>
internal static class BoardReading
{
    private static readonly CultureInfo Danish = new("da-DK");

    /// <summary>New, S1, S2, S3, S4, not taken, resolved.</summary>
    public static int[] Tiles(this Answer page) =>
        [.. page.Html.QuerySelectorAll(".tile > b").Select(figure => figure.TextContent).Where((_, i) => i is not (5 or 8)).Select(Number)];

    /// <summary>Tickets per 100 users in seven days, and what was expected.</summary>
    public static (double Actual, double Expected) Pace(this Answer page)
    {
        var tile = page.Html.QuerySelectorAll(".tile")[^1];
        return (double.Parse(tile.QuerySelector("b")!.TextContent, Danish), double.Parse(tile.QuerySelector("span:last-child")!.TextContent.Split(' ')[^1], Danish));
    }

    /// <summary>By name: S1, S2, S3, S4, not taken, new.</summary>
    public static Dictionary<string, int[]> Rows(this Answer page) =>
        page.Html.QuerySelector("#board table")!.QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.QuerySelector("th a")!.TextContent, row => row.QuerySelectorAll("td.number").Select(cell => Number(cell.TextContent)).ToArray());

    /// <summary>The list behind a tile, and how many rows it has.</summary>
    public static async Task<int> CountBehind(this Browser browser, Answer page, int tile)
    {
        var list = await browser.Get(page.Html.QuerySelectorAll("a.tile")[tile].GetAttribute("href")!);
        Assert.Equal(System.Net.HttpStatusCode.OK, list.Status);
        return list.Html.QuerySelectorAll("#tickets tbody tr").Length;
    }

    private static int Number(string text) => int.Parse(text.Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, Danish);
}
