using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Boards against a set of tickets small enough to count by hand.</summary>
public sealed class ThePaceOfTickets(CountedTickets data) : IClassFixture<CountedTickets>
{
    private readonly Portal portal = data.Portal;
    private readonly SmallRollout rollout = data.Portal.Rollout;

    [Fact]
    public async Task A_rate_can_be_worked_out_again_from_what_stands_beside_it()
    {
        var page = await Open($"/locations/{rollout.NorthA}/hypercare");

        Assert.Contains("4 sager, 100 brugere i drift", page.Html.QuerySelectorAll(".tile")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locations_board_says_how_far_it_is()
    {
        Assert.Contains("I drift siden 17. jan. 2022 · hypercare til", (await Open($"/locations/{rollout.NorthA}/hypercare")).Words, StringComparison.Ordinal);
        Assert.Contains("100 brugere", (await Open($"/locations/{rollout.NorthA}/hypercare")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pace_compares_the_same_users_and_days()
    {
        var (actual, expected) = (await Open($"/locations/{rollout.NorthA}/hypercare")).Pace();

        // Live on the 17th; counted from the 19th to 08:00 on the 25th: from day 2 to day 8 1/3.
        Assert.Equal(4.0, actual);
        Assert.Equal(100 * TicketCurve.Default.ExpectedPerUser(2, 8 + (1 / 3.0)), expected, tolerance: .06);
    }

    [Fact]
    public async Task A_place_that_is_not_live_has_no_pace()
    {
        var page = await Open($"/locations/{rollout.NorthB}/hypercare");

        Assert.Contains("ingen er i drift endnu", page.Words, StringComparison.Ordinal);
        Assert.Contains("Ingen er i drift endnu.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_curve_has_a_table_with_the_expected_figures_and_says_that_they_are_assumed()
    {
        var page = await Open($"/locations/{rollout.NorthA}/hypercare");
        var rows = page.Html.QuerySelectorAll("details table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray()).ToList();

        Assert.Equal(["2", "2,0", "47,0"], rows[0]);
        Assert.Equal("3", rows[1][0]);
        Assert.Equal(["–", "–"], rows[2][..2]);
        Assert.Contains("Antagelse", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll("svg.chart rect").Length);
    }

    private async Task<Answer> Open(string address) => await (await portal.SignIn(Role.RolloutManager)).Get(address);
}
