using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Rollout.Board;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Rollout;

public sealed class TheRolloutBoard(Portal portal) : IClassFixture<Portal>
{
    private string Board => $"/programmes/{portal.Rollout.Programme}/rollout";

    [Fact]
    public async Task It_shows_how_far_the_programme_has_come()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get(Board);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("140", Tile(page, 0));
        Assert.Equal("2", Tile(page, 1));
        Assert.Equal("34 dage", Tile(page, 2));
        Assert.Equal("2 lokationer", Tile(page, 3));
        Assert.Equal("0 lokationer", Tile(page, 4));
        Assert.Contains("af 220 · 64 %", page.Words);
    }

    [Fact]
    public async Task The_line_under_its_name_counts_what_is_in_waves_and_says_what_is_not()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get(Board);

        Assert.Equal("DOMUS · 200 brugere på 3 lokationer i 2 bølger · 20 brugere på 1 lokation uden bølge", page.Html.QuerySelector("h1 + p")!.TextContent);
    }

    [Fact]
    public void A_wave_that_nothing_is_in_does_not_stretch_the_timeline()
    {
        var location = new LocationStanding(
            new RolloutRow(
                Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "", "", "", 10, Side.Both, "", null, null, null, null, null, new(2022, 6, 7), 6, null, null, null, default),
            LocationPhase.Planned, IsLive: false);
        WaveStanding Wave(DateOnly goLive, params LocationStanding[] inside) =>
            new(new WaveRow(Guid.NewGuid(), Guid.NewGuid(), "", 1, Early: false, goLive, 6, null, null, Cancelled: false), inside, new DateOnly(2022, 1, 25));

        var line = Timeline.Over([Wave(new(2019, 1, 1)), Wave(new(2022, 6, 7), location)], new DateOnly(2022, 1, 25));

        Assert.Equal(new DateOnly(2022, 4, 1), line.From);
        Assert.Equal("0%", line.At(new DateOnly(2019, 1, 1)));
        Assert.Equal("0%", line.Width(new DateOnly(2019, 1, 1), new DateOnly(2019, 2, 1)));
    }

    [Fact]
    public void Every_month_has_its_name_and_the_year_stands_above_it()
    {
        var year = new Timeline(new(2021, 6, 1), new(2022, 8, 1), new(2022, 1, 25));
        var decade = new Timeline(new(2020, 11, 1), new(2031, 1, 1), new(2022, 1, 25));

        Assert.All(year.Months, month => Assert.True(month.IsNamed));
        Assert.Equal([new DateOnly(2021, 6, 1), new DateOnly(2022, 1, 1)], year.Years.Select(month => month.First));
        Assert.All(decade.Years, january => Assert.True(january.IsNamed));
        Assert.InRange(decade.Months.Count(month => month.IsNamed), 10, 14);
        Assert.Equal(new DateOnly(2021, 1, 1), decade.Years.First().First);
    }

    [Fact]
    public async Task Each_wave_stands_above_its_locations_with_day_and_week()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get(Board);

        var groups = page.Html.QuerySelectorAll("#rollout tr.group").Select(Words).ToList();
        Assert.Equal(3, groups.Count);
        Assert.Contains("Bølge 1 17. jan. 2022, uge 3", groups[0]);
        Assert.Contains("2 af 2 i drift", groups[0]);
        Assert.Contains("Hypercare", groups[0]);
        Assert.Contains("Bølge 2 28. feb. 2022, uge 9", groups[1]);
        Assert.Contains("Uden bølge", groups[2]);
    }

    [Fact]
    public async Task A_location_shows_its_phase_and_days()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get(Board);

        var live = Row(page, portal.Rollout.NorthA);
        Assert.Contains("BN01 Bosteder Nord 100 Udfører Hypercare", live);
        Assert.Contains("17. jan. 2022", live);
        Assert.Contains("27. feb. 2022", live);
        Assert.Contains("Forberedes", Row(page, portal.Rollout.NorthB));
        Assert.Contains("Omsorg Øst Ikke planlagt", Row(page, portal.Rollout.SouthB));
    }

    [Fact]
    public async Task By_area_the_waves_stand_in_the_rows()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get($"{Board}?by=area");

        Assert.Equal(["Bosteder Nord 1 af 2 i drift", "Bosteder Syd 1 af 2 i drift"], page.Html.QuerySelectorAll("#rollout tr.group th").Select(Words));
        Assert.Equal("Område for område", page.Html.QuerySelector("#plan-title")!.TextContent);
        Assert.Equal(["Bosteder Nord", "Bosteder Syd"], page.Html.QuerySelectorAll("#rollout .plan tbody th").Select(Words));
        Assert.Contains("BN02 Bølge 2 60", Row(page, portal.Rollout.NorthB));
    }

    [Theory]
    [InlineData("?phase=Hypercare", "BN01 BS01")]
    [InlineData("?phase=live", "BN01 BS01")]
    [InlineData("?phase=Unplanned", "BS02")]
    [InlineData("?wave=none", "BS02")]
    [InlineData("?phase=nonsense", "")]
    [InlineData("?area=nonsense&by=nonsense", "BN01 BN02 BS01 BS02")]
    public async Task Filters_are_in_the_address(string query, string codes)
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get(Board + query);

        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(page));
    }

    [Fact]
    public async Task Filters_by_area_wave_and_provider()
    {
        var browser = await portal.SignIn(Role.RolloutManager);

        Assert.Equal(["BN01", "BN02"], Codes(await browser.Get($"{Board}?area={portal.Rollout.North}")));
        Assert.Equal(["BN02"], Codes(await browser.Get($"{Board}?wave={portal.Rollout.Wave2}")));
        Assert.Equal(["BS02"], Codes(await browser.Get($"{Board}?provider={portal.Rollout.Provider}")));
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_says_so()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get($"{Board}?phase=Overdue");

        Assert.Contains("Ingen lokationer passer til filtrene", page.Words);
    }

    private static string Tile(Answer page, int index) => page.Html.QuerySelectorAll("#rollout .tile b")[index].TextContent.Trim().Replace('\u00a0', ' ');

    private static string Row(Answer page, Guid location) => Words(page.Html.QuerySelector($"#location-{location}")!);

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Codes(Answer page) =>
        page.Html.QuerySelectorAll("#rollout tr[id^=location-] td[data-label=Kode]").Select(cell => cell.TextContent).Order(StringComparer.Ordinal);
}
