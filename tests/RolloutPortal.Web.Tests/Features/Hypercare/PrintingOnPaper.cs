using System.Globalization;
using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Posters;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

/// <summary>Lists and tickets on paper, and posters for the wall.</summary>
public sealed class PrintingOnPaper(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task A_list_says_when_and_by_whom_it_was_printed_and_what_it_was_filtered_by()
    {
        var support = await portal.SignIn(Role.Support);
        await portal.Log(rollout.NorthA, portal.Now(), words: "Skærmen blinker");

        var list = await support.Get($"/programmes/{rollout.Programme}/tickets?q=blinker&status=open&severity=S1,S2,S3");
        var printed = list.Html.QuerySelectorAll(".printed").Select(line => line.TextContent.Trim()).ToList();

        Assert.StartsWith("Udskrevet ", printed[0], StringComparison.Ordinal);
        Assert.Contains(" af ", printed[0], StringComparison.Ordinal);
        Assert.Contains("”blinker”", printed[1], StringComparison.Ordinal);
        Assert.Contains("S1, S2, S3", printed[1], StringComparison.Ordinal);
        var all = (await support.Get($"/programmes/{rollout.Programme}/tickets")).Html.QuerySelectorAll(".printed")[1].TextContent.Trim();
        Assert.Contains(" lokationer · ", all, StringComparison.Ordinal);
        Assert.EndsWith(" · Uden filter", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_several_says_which_it_is()
    {
        var support = await portal.SignIn(Role.Support);
        for (var i = 0; i < 60; i++) await portal.Log(rollout.SouthB, portal.Now().AddMinutes(-i));

        var second = await support.Get($"/programmes/{rollout.Programme}/tickets?location={rollout.SouthB}&page=2");

        Assert.Contains(" · side 2 af 2, sag 51–60 · ", second.Html.QuerySelectorAll(".printed")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_says_so_too()
    {
        var support = await portal.SignIn(Role.Support);
        var id = await portal.Log(rollout.NorthA, portal.Now());

        var page = await support.Get($"/tickets/{id}");

        Assert.StartsWith("Udskrevet ", page.Html.QuerySelector(".printed")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poster_opens_the_form_with_its_place_chosen()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        var page = await superuser.Get($"/locations/{rollout.NorthA}/poster");
        var address = page.Html.QuerySelector(".poster footer small")!.TextContent;
        var code = page.Html.QuerySelector(".poster svg.qr")!;

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal($"http://localhost/locations/{rollout.NorthA}/tickets/new", address);
        Assert.Equal(HttpStatusCode.OK, (await superuser.Get(new Uri(address).PathAndQuery)).Status);
        Assert.Equal(new Poster("", "", "", "", address).Path, code.QuerySelector("path")!.GetAttribute("d"));
        Assert.Null(page.Html.QuerySelector("main [style]"));
    }

    [Fact]
    public async Task An_area_or_a_wave_gives_one_for_each_of_its_places()
    {
        var support = await portal.SignIn(Role.Support);

        var (area, wave) = (await support.Get($"/areas/{rollout.North}/posters"), await support.Get($"/waves/{rollout.Wave1}/posters"));

        Assert.True(area.Html.QuerySelectorAll(".poster").Length > 1);
        Assert.NotEmpty(wave.Html.QuerySelectorAll(".poster"));
    }

    [Fact]
    public void A_code_has_its_three_corners_and_a_quiet_zone()
    {
        var poster = new Poster("Bosted", "007", "Nord", "DOMUS", "https://portal.kk.dk/locations/0182fbb5-7d01-7123-8456-010203040506/tickets/new");

        // Four modules of quiet around it; the first row of a corner is seven dark ones.
        Assert.StartsWith("M4 4h7v1h-7z", poster.Path, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"M{poster.Size - 11} 4h7v1h-7z"), poster.Path, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"M4 {poster.Size - 11}h7v1h-7z"), poster.Path, StringComparison.Ordinal);
    }
}
