using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Rollout;

public sealed class SeeingTheRolloutBoard(Portal portal) : IClassFixture<Portal>
{
    private string Board => $"/programmes/{portal.Rollout.Programme}/rollout";

    [Fact]
    public async Task Those_who_see_a_part_see_that_part_alone()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.South));
        var page = await leader.Get(Board);

        Assert.Equal(["BS01", "BS02"], Codes(page));
        Assert.DoesNotContain("Bosted Nørrebro", page.Text);
        Assert.DoesNotContain("Bølge 2", page.Text);
        Assert.Equal($"rollout/{portal.Rollout.SouthA} rollout/{portal.Rollout.SouthB}", Sorted(page.Html.QuerySelector("#rollout")!.GetAttribute("data-topic")!, portal.Rollout));
        Assert.Null(page.Html.QuerySelector($"a[href='/programmes/{portal.Rollout.Programme}/waves/new']"));
    }

    [Fact]
    public async Task An_external_provider_sees_its_own_units()
    {
        var provider = await portal.SignIn(new Grant(Role.ExternalProvider, ScopeKind.Provider, portal.Rollout.Provider));

        Assert.Equal(["BS02"], Codes(await provider.Get(Board)));
    }

    [Fact]
    public async Task Another_programme_is_not_found()
    {
        var stranger = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Board)).Status);
    }

    [Fact]
    public async Task The_region_comes_alone_when_it_asks_for_itself()
    {
        var part = await (await portal.SignIn(Role.RolloutManager)).Get($"{Board}?by=area", partial: true);

        Assert.StartsWith("<div id=\"rollout\"", part.Text.TrimStart());
        Assert.DoesNotContain("<form", part.Text);
        Assert.DoesNotContain("<input", part.Text);
        Assert.Contains("HX-Request-Type", part.Headers["Vary"]);
        Assert.Equal($"{Board}?by=area", part.Html.QuerySelector("#rollout")!.GetAttribute("hx-get"));
    }

    [Theory]
    [InlineData("sv", "28 feb. 2022, vecka 9", "Införande")]
    [InlineData("en", "28 Feb 2022, week 9", "Rollout")]
    public async Task It_speaks_the_viewers_language(string language, string day, string title)
    {
        var signedIn = await portal.SignIn(Role.RolloutManager);
        var page = await new Browser(signedIn.Client, signedIn.Account) { Language = language }.Get(Board);

        Assert.Contains(day, page.Words);
        Assert.Equal(title, page.Html.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_new_programme_says_what_to_do_first()
    {
        var programme = Guid.CreateVersion7();
        await portal.Rollout.Do<Programme, ProgrammeEvent>(
            programme, p => p.Found(new FoundProgramme(programme, "Nyt program", "da", "DK", "Europe/Copenhagen", "DKK")));
        var planner = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, programme));
        var reader = await portal.SignIn(new Grant(Role.Reader, ScopeKind.Programme, programme));

        Assert.NotNull((await planner.Get($"/programmes/{programme}/rollout")).Html.QuerySelector($"#rollout a[href='/programmes/{programme}/areas']"));
        Assert.Contains("Her er ikke noget at se endnu", (await reader.Get($"/programmes/{programme}/rollout")).Words);
    }

    [Fact]
    public async Task The_short_address_leads_to_the_viewers_programme()
    {
        var answer = await (await portal.SignIn(Role.Reader)).Get("/rollout");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(Board, answer.Location);
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Codes(Answer page) =>
        page.Html.QuerySelectorAll("#rollout tr[id^=location-] td[data-label=Kode]").Select(cell => cell.TextContent).Order(StringComparer.Ordinal);

    private static string Sorted(string topics, SmallRollout rollout) =>
        string.Join(' ', topics.Split(' ').OrderBy(topic => topic == $"rollout/{rollout.SouthA}" ? 0 : 1));
}
