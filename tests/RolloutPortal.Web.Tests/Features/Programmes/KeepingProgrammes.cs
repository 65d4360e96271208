using System.Net;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Programmes;

public sealed class KeepingProgrammes(Portal portal) : IClassFixture<Portal>
{
    private string Names => $"/programmes/{portal.Rollout.Programme}/areas";

    private string Settings => $"/programmes/{portal.Rollout.Programme}/settings";

    [Fact]
    public async Task An_administrator_of_the_portal_founds_one_and_goes_on_to_its_areas()
    {
        var administrator = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Portal, null));
        var form = await administrator.Get("/programmes/new");
        Assert.Equal(
            ["Danmark", "Finland", "Færøerne", "Grønland", "Island", "Norge", "Sverige", "Åland"], form.Html.QuerySelectorAll("#Country option").Select(country => country.TextContent));
        var founded = await administrator.Submit(form, "#new-programme", ("Name", "CURA"), ("Language", "sv"), ("TimeZone", "Europe/Stockholm"));

        Assert.EndsWith("/areas", founded.Location);
        Assert.Contains("CURA", (await administrator.Get("/programmes")).Words);
        Assert.Contains("CURA", (await administrator.Get(founded.Location!)).Words);
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Language", "no")]
    [InlineData("Country", "Danmark")]
    [InlineData("TimeZone", "Europe/Skanderborg")]
    [InlineData("Currency", "kr.")]
    public async Task Bad_input_gets_a_message_beside_its_field(string field, string typed)
    {
        var administrator = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Portal, null));
        var form = await administrator.Get("/programmes/new");
        var answer = await administrator.Submit(form, "#new-programme", [("Name", "Program"), .. new[] { (field, typed) }.Where(f => f.field != "Name")]);
        if (field == "Name") answer = await administrator.Submit(form, "#new-programme", ("Name", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Html.QuerySelector($"#{field}-message"));
    }

    [Fact]
    public async Task An_administrator_of_one_programme_founds_no_other()
    {
        var administrator = await portal.SignIn(new Grant(Role.Administrator, ScopeKind.Programme, portal.Rollout.Programme));

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Get("/programmes/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Post("/programmes", [new("Name", "X")], from: "/programmes")).Status);
        Assert.Null((await administrator.Get("/programmes")).Html.QuerySelector("a[href='/programmes/new']"));
    }

    [Fact]
    public async Task Areas_modules_and_providers_are_added_and_modules_renamed()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        foreach (var kind in new[] { "areas", "modules", "providers" })
        {
            var added = await planner.Submit(await planner.Get(Names), $".name-form[action$='/{kind}']", ("Name", $"Noget nyt i {kind}"));
            Assert.Equal($"{Names}?kind={kind}&done=added", added.Location);
            if (kind != "modules") continue;
            var page = await planner.Get(Names);
            var input = page.Html.QuerySelectorAll($"#{kind} input[name=Name]").Single(i => i.GetAttribute("value") == $"Noget nyt i {kind}");
            var renamed = await planner.Submit(page, $"form:has(#{input.Id})", ("Name", $"Andet i {kind}"));
            Assert.Equal(HttpStatusCode.SeeOther, renamed.Status);
            Assert.Contains($"value=\"Andet i {kind}\"", (await planner.Get(Names)).Text);
        }
    }

    [Fact]
    public async Task After_saving_the_lists_come_anew_with_a_receipt_and_the_next_name_has_an_id_of_its_own()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (first, second) = (Guid.CreateVersion7(), "");
        var answer = await planner.Post(Names, [new("Id", first.ToString()), new("Name", "Ældre Øst")], htmx: true);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Området er oprettet.", answer.Html.QuerySelector("#areas [role=status] p")!.TextContent);
        Assert.Null(answer.Html.QuerySelector(".summary"));
        second = answer.Html.QuerySelector("#areas form:has(#areas-new) input[name=Id]")!.GetAttribute("value")!;
        Assert.NotEqual(first.ToString(), second);
        Assert.Equal("", answer.Html.QuerySelector("#areas-new")!.GetAttribute("value") ?? "");

        await planner.Post(Names, [new("Id", second), new("Name", "Ældre Vest")], htmx: true);
        var page = (await planner.Get($"{Names}?kind=areas&done=added")).Words;
        Assert.Contains("Ældre Vest", page);
        Assert.Contains("Ældre Øst", page);
        Assert.Contains("Området er oprettet.", page);
        Assert.DoesNotContain("er oprettet", (await planner.Get($"{Names}?kind=nonsense&done=added")).Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bosteder nord")]
    public async Task A_name_that_cannot_be_is_said_beside_its_field_and_kept(string typed)
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var answer = await planner.Submit(await planner.Get(Names), ".name-form[action$='/areas']", ("Name", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Html.QuerySelector("#areas-new-message")!.TextContent);
        Assert.Equal(typed, answer.Html.QuerySelector("#areas-new")!.GetAttribute("value") ?? "");
        Assert.Equal("", answer.Html.QuerySelector("#modules-new")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_name_that_somebody_else_changed_is_not_overwritten_unseen()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var seen = await planner.Get(Names);
        var form = $"form[action$='/modules/{portal.Rollout.Medicine}/name']";
        await planner.Submit(seen, form, ("Name", "Medicin"));

        var stale = await planner.Submit(seen, form, ("Name", "Medicinering"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("ændret til Medicin.", stale.Words);
        Assert.Equal("Medicinering", stale.Html.QuerySelector($"#modules-{portal.Rollout.Medicine}")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(stale, form)).Status);
    }

    [Fact]
    public async Task Settings_are_changed_and_a_change_meanwhile_is_shown_first()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var seen = await planner.Get(Settings);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(seen, "#programme-settings", ("Currency", "EUR"))).Status);
        Assert.Equal("EUR", (await planner.Get(Settings)).Html.QuerySelector("#Currency option[selected]")!.GetAttribute("value"));

        var stale = await planner.Submit(seen, "#programme-settings", ("Currency", "SEK"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Nu: DOMUS · dansk · DK · Europe/Copenhagen · EUR", stale.Words);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(stale, "#programme-settings", ("Currency", "DKK"))).Status);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Reader)]
    public async Task Those_who_do_not_plan_change_nothing(Role role)
    {
        var viewer = await portal.SignIn(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get(Names)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get(Settings)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Post(Names, [new("Name", "X")], from: "/programmes")).Status);
    }
}
