using System.Net;
using AngleSharp.Dom;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Filters;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare;

public sealed class KeepingFilters(Portal portal) : IClassFixture<Portal>
{
    private readonly SmallRollout rollout = portal.Rollout;

    [Fact]
    public async Task What_the_list_shows_is_kept_under_a_name_and_stands_above_it()
    {
        var support = await portal.SignIn(Role.Support);

        var saved = await Save(support, "?severity=S1,S2&q=dosis&page=2&nonsense=1", "Alvorlige om doser");
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

        var kept = Kept(await superuser.Get(All), "Morgen");
        Assert.Contains($"Åbne · S1 og S2 · {name} · logget i dag", kept.TextContent, StringComparison.Ordinal);
        var link = kept.QuerySelector(kept.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!)!;
        Assert.StartsWith(List, link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_the_reader_may_not_see_is_not_named()
    {
        var (manager, superuser) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Superuser, rollout.NorthA));
        await Save(manager, $"?location={rollout.SouthA}&severity=S1", "Et andet sted", ("Form.Shared", "true"));

        var shared = (await superuser.Get(All)).Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Et andet sted", StringComparison.Ordinal));

        Assert.Equal("S1", shared.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task A_region_that_others_share_holds_no_filter_of_mine()
    {
        var support = await portal.SignIn(Role.Support);
        await Save(support, "?status=open", "Kun mit eget");

        var (page, region) = (await support.Get(List), await support.Get(List, partial: true));
        Assert.Contains("Kun mit eget", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, region.Status);
        Assert.NotEmpty(region.Html.QuerySelectorAll("[data-topic]"));
        Assert.DoesNotContain("Kun mit eget", region.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planners_share_and_others_are_offered_it_and_may_not_change_it()
    {
        var (manager, superuser) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.Superuser, rollout.NorthA));
        Assert.Null((await superuser.Get($"{All}/new")).Html.QuerySelector("input[name='Form.Shared']"));
        await Save(superuser, "?status=Resolved", "Delt uden lov", ("Form.Shared", "true"));
        await Save(manager, "?status=open", "Morgenens tavle", ("Form.Shared", "true"));

        var offered = await superuser.Get(All);
        var shared = offered.Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Morgenens tavle", StringComparison.Ordinal));

        Assert.Null(shared.QuerySelector("form[action$=deletion]"));
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Post($"{All}/{shared.Id!["filter-".Length..]}/deletion", from: All)).Status);
        Assert.DoesNotContain("Delt uden lov", (await manager.Get(All)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_opens_with_my_default()
    {
        var support = await portal.SignIn(Role.Support);
        Assert.Equal($"{List}?status=open", (await support.Get("/tickets")).Location);
        await Save(support, "?severity=S1", "Kun S1", ("Form.Default", "true"));
        Assert.Equal($"{List}?severity=S1", (await support.Get("/tickets")).Location);
        Assert.Equal($"{List}?who=mine", (await support.Get("/tickets?who=mine")).Location);

        var all = await support.Get(All);
        var mine = Kept(all, "Kun S1").QuerySelector("form[action$=default]")!.GetAttribute("action");
        await support.Submit(all, $"form[action='{mine}']");

        Assert.Equal($"{List}?status=open", (await support.Get("/tickets")).Location);
    }

    [Fact]
    public async Task It_is_renamed_and_deleted()
    {
        var support = await portal.SignIn(Role.Support);
        await Save(support, "?status=open", "Gammelt navn");
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
        if (first.Length > 0) await Save(support, "?status=open", first);

        var refused = await Save(support, "?severity=S1", first.ToLowerInvariant());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(message, refused.Words, StringComparison.Ordinal);
        Assert.Equal("?severity=S1", refused.Html.QuerySelector("input[name='Form.Query']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Twenty_are_enough_and_the_same_form_twice_is_one()
    {
        var support = await portal.SignIn(Role.Support);
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await Save(support, "?status=open", $"Nummer {i}")).Status);

        var form = await support.Get($"{All}/new?status=open");
        Assert.Contains("Du har 20 gemte filtre her", (await support.Submit(form, "form.form", ("Form.Name", "For mange"))).Words, StringComparison.Ordinal);

        await support.Submit(await support.Get(All), "form[action$=deletion]");
        Assert.Equal(HttpStatusCode.SeeOther, (await support.Submit(form, "form.form", ("Form.Name", "Den sidste"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await support.Submit(form, "form.form", ("Form.Name", "Den sidste"))).Status);
        Assert.Equal(20, (await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]").Length);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task However_many_forms_come_at_once_no_more_than_twenty_are_kept(int seed)
    {
        var (support, random) = (await portal.SignIn(Role.Support), new Random(seed));
        for (var (round, kept) = (0, 0); round < 3; round++)
        {
            var forms = new List<Answer>();
            for (var i = random.Next(9, 16); i > 0; i--)
                forms.Add(await support.Get($"{All}/new?status=open"));
            var answers = await Task.WhenAll(forms.Select((form, i) => support.Submit(form, "form.form", ("Form.Name", $"Runde {round} nummer {i}"))));

            var saved = Math.Min(20 - kept, forms.Count);
            Assert.Equal(saved, answers.Count(answer => answer.Status == HttpStatusCode.SeeOther));
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.SeeOther), answer => Assert.Contains("Du har 20 gemte filtre her", answer.Words, StringComparison.Ordinal));
            Assert.Equal(kept + saved, (await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]").Length);

            var given = random.Next(1, 5);
            for (var i = 0; i < given; i++)
                await support.Submit(await support.Get(All), "form[action$=deletion]");
            kept += saved - given;
        }
    }

    [Fact]
    public async Task Of_forms_at_once_one_has_the_name()
    {
        var support = await portal.SignIn(Role.Support);
        var forms = new List<Answer>();
        for (var i = 0; i < 6; i++) forms.Add(await support.Get($"{All}/new?status=open"));

        var answers = await Task.WhenAll(forms.Select((form, i) => support.Submit(form, "form.form", ("Form.Name", i % 2 == 0 ? "Det samme" : "DET SAMME"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.SeeOther), answer => Assert.Contains("Der er allerede et filter", answer.Words, StringComparison.Ordinal));
        Assert.Single((await support.Get(All)).Html.QuerySelectorAll("form[action$=deletion]"));
    }

    [Fact]
    public async Task Whoever_renames_after_somebody_else_is_told_what_it_is_called_now()
    {
        var (first, second) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager));
        var saved = await Save(first, "?severity=S1,S2&status=open", "Før", ("Form.Shared", "true"));
        var edit = (await first.Get(All)).Html.QuerySelectorAll(".kept li").Single(item => item.TextContent.Contains("Før", StringComparison.Ordinal)).QuerySelector("a[aria-label]")!.GetAttribute("href")!;
        var (one, other) = (await first.Get(edit), await second.Get(edit));
        await second.Submit(other, "form.form", ("Form.Name", "Min"), ("Form.Default", "true"));

        var lost = await first.Submit(one, "form.form", ("Form.Name", "Din"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (saved.Status, lost.Status));
        Assert.Contains("Filteret hedder nu »Min« og er delt", lost.Words, StringComparison.Ordinal);
        Assert.Equal("Din", lost.Html.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await first.Submit(lost, "form.form")).Status);
        Assert.Contains("Din", (await second.Get(All)).Words, StringComparison.Ordinal);
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

    private string List => $"/programmes/{rollout.Programme}/tickets";

    private string All => $"/programmes/{rollout.Programme}/filters";

    private async Task<Answer> Save(Browser who, string query, string name, params (string Name, string Value)[] more) =>
        await who.Submit(await who.Get($"{All}/new{query}"), "form.form", [("Form.Name", name), .. more]);

    /// <summary>Among those that others share.</summary>
    private static IElement Kept(Answer page, string name) =>
        page.Html.QuerySelectorAll(".kept li").Single(filter => filter.TextContent.Contains(name, StringComparison.Ordinal));
}
