using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

public sealed class KeepingLocations(Portal portal) : IClassFixture<Portal>
{
    private string List => $"/programmes/{portal.Rollout.Programme}/locations";

    [Fact]
    public async Task A_location_is_opened_and_leads_to_its_page()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await New(planner, ("Form.Code", "ny1"), ("Form.Name", "Værested Sydhavnen"), ("Form.OpeningHours", "man-fre 8-16"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await planner.Get(answer.Location!);
        Assert.Equal("Værested Sydhavnen", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("man-fre 08.00-16.00", page.Words);
        Assert.Contains("Ikke planlagt", page.Words);
        Assert.Contains("Oprettet som Værested Sydhavnen", page.Words);
        Assert.NotNull(page.Html.QuerySelector($"a[href='{answer.Location}/tickets/new']"));
    }

    [Theory]
    [InlineData("Form.Name", "")]
    [InlineData("Form.Code", "")]
    [InlineData("Form.Code", "med mellemrum")]
    [InlineData("Form.Code", "bn01")]
    [InlineData("Form.Users", "-1")]
    [InlineData("Form.Users", "12,5")]
    [InlineData("Form.Users", "20001")]
    [InlineData("Form.AreaId", "")]
    [InlineData("Form.AreaId", "019d0000-0000-7000-8000-000000000001")]
    [InlineData("Form.Side", "Andet")]
    [InlineData("Form.ProviderId", "019d0000-0000-7000-8000-000000000001")]
    [InlineData("Form.OpeningHours", "når solen skinner")]
    [InlineData("Form.TimeZone", "Europe/Skanderborg")]
    [InlineData("Form.From", "")]
    [InlineData("Form.From", "31-02-2022")]
    public async Task Bad_input_gets_a_message_beside_its_field_and_opens_nothing(string field, string typed)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await New(planner, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Html.QuerySelector($"#{field.Replace('.', '_')}-message")!.TextContent);
        Assert.DoesNotContain("bad1", (await planner.Get($"{List}?q=bad1")).Html.QuerySelector("#locations")!.TextContent);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await New(
            planner, ("Form.Name", ""), ("Form.Code", "bn01"), ("Form.AreaId", ""), ("Form.Users", "-3"), ("Form.Side", ""), ("Form.From", "2022-02-30"));

        Assert.Equal(
            ["#Form_Name", "#Form_Code", "#Form_AreaId", "#Form_Users", "#Form_Side", "#Form_From"],
            answer.Html.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal("-3", answer.Html.QuerySelector("#Form_Users")!.GetAttribute("value"));
        Assert.Equal("30. februar 2022 findes ikke", answer.Html.QuerySelector("#Form_From-message")!.TextContent);
    }

    [Fact]
    public async Task Two_cannot_have_one_code_however_it_is_written()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        await New(planner, ("Form.Code", "Dob1"));
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => planner.Get($"{List}/new")));
        var answers = await Task.WhenAll(forms.Select(form => planner.Submit(form, "#location-form", Fields(("Form.Code", "DOB1")))));

        Assert.All(answers, answer => Assert.Equal("Koden DOB1 bruges allerede af en anden lokation.", answer.Html.QuerySelector("#Form_Code-message")!.TextContent));
    }

    [Fact]
    public async Task What_changes_is_told_and_the_old_code_is_free()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var address = (await New(planner, ("Form.Code", "GML1"), ("Form.From", "2021-06-01"))).Location!;
        var form = await planner.Get($"{address}/description");
        var asked = await planner.Submit(form, "#location-form", ("Form.Code", "NY2"), ("Form.Users", "45"), ("Form.AreaId", portal.Rollout.South.ToString()));
        Assert.Contains("Område: Bosteder Nord → Bosteder Syd", asked.Words);
        var saved = await planner.Submit(asked, "#location-form");

        Assert.Equal(address, saved.Location);
        var page = (await planner.Get(address)).Words;
        Assert.Contains("Ny kode: NY2", page);
        Assert.Contains("45 brugere, fra 25. jan. 2022, uge 4", page);
        Assert.Contains("Flyttet til Bosteder Syd, fra 25. jan. 2022, uge 4", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await New(planner, ("Form.Code", "GML1"))).Status);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_shown_first()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var address = (await New(planner, ("Form.Code", "KON1"), ("Form.From", "2021-06-01"))).Location!;
        var seen = await planner.Get($"{address}/description");
        await planner.Submit(seen, "#location-form", ("Form.Users", "50"));

        var stale = await planner.Submit(seen, "#location-form", ("Form.Users", "60"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("50 brugere, fra 25. jan. 2022", stale.Words);
        Assert.Equal("60", stale.Html.QuerySelector("#Form_Users")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(seen, "#location-form", ("Form.Users", "50"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(stale, "#location-form")).Status);
        Assert.Contains("60 brugere", (await planner.Get(address)).Words);
    }

    [Fact]
    public async Task The_list_filters_sorts_and_turns_its_order_round()
    {
        var reader = await portal.SignIn(Role.Reader);

        Assert.Equal(["Bosted Amager", "Bosted Nørrebro", "Bosted Valby", "Bosted Østerbro"], await Names(reader, $"{List}?q=bosted"));
        Assert.Equal(["Bosted Nørrebro", "Bosted Østerbro", "Bosted Amager", "Bosted Valby"], await Names(reader, $"{List}?q=bosted&sort=-users"));
        Assert.Equal(["Bosted Valby"], await Names(reader, $"{List}?provider={portal.Rollout.Provider}"));
        Assert.Equal(["Bosted Østerbro"], await Names(reader, $"{List}?q=bn02"));
        Assert.Equal(["Bosted Amager", "Bosted Nørrebro"], await Names(reader, $"{List}?phase=Hypercare&sort=nonsense"));
        Assert.Contains("Ingen passer til filteret", (await reader.Get($"{List}?q=findes+ikke")).Words);
    }

    [Fact]
    public async Task Those_who_see_one_location_find_no_other()
    {
        var superuser = await portal.SignIn(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.SouthA));

        Assert.Equal(["Bosted Amager"], await Names(superuser, List));
        Assert.Equal(HttpStatusCode.OK, (await superuser.Get($"/locations/{portal.Rollout.SouthA}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await superuser.Get($"/locations/{portal.Rollout.NorthA}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await superuser.Get($"/locations/{portal.Rollout.SouthA}/description")).Status);
    }

    [Fact]
    public async Task Its_page_tells_its_way_through_its_waves()
    {
        var page = await (await portal.SignIn(Role.RolloutManager)).Get($"/locations/{portal.Rollout.NorthA}");

        Assert.Contains("Føjet til Bølge 1", page.Words);
        Assert.Contains("I drift fra 17. jan. 2022, uge 3 med Bølge 1", page.Words);
        Assert.Contains("Hypercare til og med søndag den 27. februar 2022 uge 8", page.Words);
    }

    private async Task<Answer> New(Browser browser, params (string, string)[] changes) =>
        await browser.Submit(await browser.Get($"{List}/new"), "#location-form", Fields(changes));

    private (string, string)[] Fields(params (string Name, string Value)[] changes) =>
    [
        .. new (string Name, string Value)[] { ("Form.Code", "bad1"), ("Form.Name", "Hjem Prøve"), ("Form.AreaId", portal.Rollout.North.ToString()), ("Form.Users", "30"), ("Form.Side", "Provider") }
            .Where(field => changes.All(change => change.Name != field.Name)),
        .. changes,
    ];

    private static async Task<IEnumerable<string>> Names(Browser browser, string address) =>
        (await browser.Get(address)).Html.QuerySelectorAll("#locations tbody th a").Select(link => link.TextContent);
}
