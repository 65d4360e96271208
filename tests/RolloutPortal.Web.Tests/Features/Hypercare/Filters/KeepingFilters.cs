using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Filters;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Filters;

/// <summary>What a list shows is kept under a name, opened, renamed and deleted.</summary>
public sealed class KeepingFilters(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task What_the_list_shows_is_kept_under_a_name_and_stands_above_it()
    {
        var support = await portal.SignIn(Role.Support);

        var saved = await support.Keep(rollout, "?severity=S1,S2&q=dosis&page=2&nonsense=1", "Alvorlige om doser");
        var form = await support.Get($"{All}/new?severity=S1");
        Assert.Equal("Sager", form.Html.QuerySelector("#nav [aria-current]")!.TextContent);
        Assert.True(form.Html.QuerySelector("[name='Form.Name']")!.HasAttribute("autofocus"));

        Assert.Equal($"{List}?q=dosis&severity=S1,S2", Uri.UnescapeDataString(saved.Location!));
        var page = await support.Get(saved.Location!);
        Assert.Equal("Alvorlige om doser", page.Html.QuerySelector(".chip[aria-current=true]")!.TextContent.Trim());
        Assert.Null((await support.Get(List)).Html.QuerySelector(".chip[aria-current]"));
        Assert.DoesNotContain("Alvorlige om doser", (await (await portal.SignIn(Role.Support)).Get(List)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_says_what_is_kept_and_the_list_what_each_holds()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);
        var name = (await superuser.Get(List)).Html.QuerySelector($"#location option[value='{rollout.NorthA}']")!.TextContent;

        var form = await superuser.Get($"{All}/new?severity=S1,S2&status=open&location={rollout.NorthA}&last=logged-today");
        Assert.Equal($"Åbne · S1 og S2 · {name} · logget i dag", form.Html.QuerySelector(".sentence")!.TextContent);
        await superuser.Submit(form, "form.form", ("Form.Name", "Morgen"));

        var kept = (await superuser.Get(All)).Kept("Morgen");
        Assert.Contains($"Åbne · S1 og S2 · {name} · logget i dag", kept.TextContent, StringComparison.Ordinal);
        var link = kept.QuerySelector(kept.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!)!;
        Assert.StartsWith(List, link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_opens_with_my_default()
    {
        var support = await portal.SignIn(Role.Support);
        Assert.Equal($"{List}?status=open", (await support.Get("/tickets")).Location);
        await support.Keep(rollout, "?severity=S1", "Kun S1", ("Form.Default", "true"));
        Assert.Equal($"{List}?severity=S1", (await support.Get("/tickets")).Location);
        Assert.Equal($"{List}?who=mine", (await support.Get("/tickets?who=mine")).Location);

        var all = await support.Get(All);
        var mine = all.Kept("Kun S1").QuerySelector("form[action$=default]")!.GetAttribute("action");
        await support.Submit(all, $"form[action='{mine}']");

        Assert.Equal($"{List}?status=open", (await support.Get("/tickets")).Location);
    }

    [Fact]
    public async Task It_is_renamed_and_deleted()
    {
        var support = await portal.SignIn(Role.Support);
        await support.Keep(rollout, "?status=open", "Gammelt navn");
        var edit = (await support.Get(All)).Html.QuerySelector(".kept a[aria-label]")!.GetAttribute("href")!;

        await support.Submit(await support.Get(edit), "form.form", ("Form.Name", "Nyt navn"));
        Assert.Contains("Nyt navn", (await support.Get(List)).Words, StringComparison.Ordinal);

        await support.Submit(await support.Get(All), "form[action$=deletion]");
        Assert.DoesNotContain("Nyt navn", (await support.Get(List)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nyt navn", (await support.Get(All)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await support.Get(edit)).Status);
    }

    [Theory]
    [InlineData("", "Giv filteret et navn på højst 60 tegn")]
    [InlineData("Optaget", "Der er allerede et filter, der hedder »optaget«.")]
    public async Task A_name_is_there_and_is_ones_only_one(string first, string message)
    {
        var support = await portal.SignIn(Role.Support);
        if (first.Length > 0) await support.Keep(rollout, "?status=open", first);

        var refused = await support.Keep(rollout, "?severity=S1", first.ToLowerInvariant());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(message, refused.Words, StringComparison.Ordinal);
        Assert.Equal("?severity=S1", refused.Html.QuerySelector("input[name='Form.Query']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_filter_that_names_what_is_gone_opens_and_says_so()
    {
        var superuser = await portal.SignIn(Role.Superuser, rollout.NorthA);

        foreach (var (query, said) in new[]
        {
            ($"?location={rollout.SouthA}", "en lokation, som ikke findes her længere"), ($"?area={Guid.NewGuid()}", "et område, som ikke findes her længere"),
            ($"?wave={rollout.Wave2}", "en bølge, som er aflyst"), ($"?module={Guid.NewGuid()}", "et modul, som ikke findes"),
        })
            Assert.Contains(said, (await superuser.Get(List + query)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Filteret nævner", (await superuser.Get($"{List}?module={rollout.Medicine}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=en&status=open&q=to", "?q=en,to&status=open"), InlineData(null, ""), InlineData("status=open", "?status=open"), InlineData("?Page=3&STATUS=open", "?status=open")]
    public void Only_what_a_list_knows_is_kept(string? typed, string expected) => Assert.Equal(Uri.UnescapeDataString(expected), Uri.UnescapeDataString(FilterQuery.Of(typed)));

    private string List => rollout.TicketList();

    private string All => rollout.Filters();
}
