using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>Splitting, merging, closing and taking back, as a planner does it: first the effect is shown, then it is stored.</summary>
public sealed class ActingOnALocation(Portal portal) : IClassFixture<Portal>
{
    private string List => $"/programmes/{portal.Rollout.Programme}/locations";

    [Fact]
    public async Task A_planned_split_shows_its_effect_takes_the_place_in_the_wave_and_is_undone_whole()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/locations/{portal.Rollout.NorthB}";
        var asked = await planner.Submit(await planner.Get($"{page}/split"), "#location-act", Split("DEL1", "DEL2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("får pladsen i Bølge 2", asked.Words, StringComparison.Ordinal);
        var saved = await planner.Submit(asked, "#location-act");
        Assert.Equal((HttpStatusCode.SeeOther, page), (saved.Status, saved.Location));

        Assert.Equal(["Del A", "Del B"], await Names(planner, $"{List}?on=2022-02-15&q=del"));
        Assert.Equal(["Bosted Østerbro"], await Names(planner, $"{List}?on=2022-02-14&q=øster"));
        Assert.Equal(
            ["Del A", "Del B"],
            (await planner.Get($"{page}")).Html.QuerySelectorAll(".notice a.listed").Select(link => link.TextContent));
        Assert.Contains("Del A", (await planner.Get($"/waves/{portal.Rollout.Wave2}")).Words, StringComparison.Ordinal);
        Assert.Equal(["Bosted Østerbro"], await Names(planner, $"{List}?phase=Preparing"));

        var undo = await planner.Submit(await planner.Get($"{page}/withdrawal?what=ending"), "#withdrawal");
        Assert.Equal(HttpStatusCode.SeeOther, undo.Status);
        Assert.Equal(["Bosted Østerbro"], await Names(planner, $"{List}?on=2022-02-15&q=øster"));
        Assert.Empty(await Names(planner, $"{List}?on=2022-02-15&q=del&gone=1"));
        Assert.DoesNotContain("Del A", (await planner.Get($"/waves/{portal.Rollout.Wave2}/locations")).Html.QuerySelector("#wave-locations, form")?.TextContent ?? "", StringComparison.Ordinal);
        // The codes are free again, and so the same form works once more.
        var again = await planner.Submit(await planner.Submit(await planner.Get($"{page}/split"), "#location-act", Split("DEL1", "DEL2")), "#location-act");
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        await planner.Submit(await planner.Get($"{page}/withdrawal?what=ending"), "#withdrawal");
    }

    [Fact]
    public async Task A_split_needs_two_with_codes_of_their_own()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var form = await planner.Get($"/locations/{portal.Rollout.NorthB}/split");

        Assert.NotNull((await planner.Submit(form, "#location-act", ("Form.Parts[0].Name", "Del A"), ("Form.Parts[0].Code", "X1"), ("Form.Parts[0].Users", "3"))).Html.QuerySelector("#Form_Parts_1__Name-message"));
        var taken = await planner.Submit(await planner.Submit(form, "#location-act", Split("BN01", "DEL9")), "#location-act");
        Assert.Contains("Koden BN01 bruges allerede", taken.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_into_a_new_one_sums_the_users_and_what_is_live_stays_live()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/locations/{portal.Rollout.NorthA}";
        var asked = await planner.Submit(
            await planner.Get($"{page}/merger"), "#location-act", ("Form.From", "2022-01-25"), ("Form.Others", portal.Rollout.SouthA.ToString()),
            ("Form.Parts[0].Name", "Bosted Samlet"), ("Form.Parts[0].Code", "SAML"));
        Assert.Contains("er i drift med Bølge 1", asked.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(asked, "#location-act")).Status);

        Assert.Equal(["Bosted Samlet"], await Names(planner, $"{List}?phase=Hypercare"));
        Assert.Equal("140", (await planner.Get($"{List}?q=samlet")).Html.QuerySelector("#locations td.number")!.TextContent.Trim());
        Assert.Equal(["Bosted Amager", "Bosted Nørrebro"], await Names(planner, $"{List}?on=2022-01-24&phase=Hypercare"));
        Assert.Null((await planner.Get($"{page}")).Html.QuerySelector("a[href$='what=ending']"));

        var log = await planner.Get($"{page}/tickets/new");
        Assert.Contains("Lokationen er lukket fra", log.Words, StringComparison.Ordinal);
        Assert.Contains("Log hos Bosted Samlet", log.Words, StringComparison.Ordinal);
        var ticket = await portal.Log(portal.Rollout.NorthA, portal.Now());
        Assert.Contains("Bosted Samlet", (await planner.Get($"/tickets/{ticket}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_change_is_listed_and_can_be_taken_back()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/locations/{portal.Rollout.SouthB}";
        var asked = await planner.Submit(await planner.Get($"{page}/description"), "#location-form", ("Form.Name", "Bosted Nyt"), ("Form.From", "2022-03-01"));
        Assert.Contains("Navn: Bosted Valby → Bosted Nyt", asked.Words, StringComparison.Ordinal);
        await planner.Submit(asked, "#location-form");

        var shown = await planner.Get(page);
        Assert.Equal("Bosted Valby", shown.Html.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Navn: Bosted Nyt", shown.Words, StringComparison.Ordinal);
        Assert.Equal(["Bosted Nyt"], await Names(planner, $"{List}?on=2022-03-01&q=nyt"));

        var (first, second) = (await planner.Get($"{page}/withdrawal?what=change&day=2022-03-01"), await planner.Get($"{page}/withdrawal?what=change&day=2022-03-01"));
        var both = await Task.WhenAll(planner.Submit(first, "#withdrawal"), planner.Submit(second, "#withdrawal"));
        Assert.All(both, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Empty(await Names(planner, $"{List}?on=2022-03-01&q=nyt"));
    }

    [Fact]
    public async Task Two_who_decide_about_it_at_once_do_not_overwrite_each_other()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/locations/{portal.Rollout.SouthB}";
        var (closing, split) = (await planner.Get($"{page}/closing"), await planner.Get($"{page}/split"));
        var (sure, alsoSure) = (
            await planner.Submit(closing, "#location-act", ("Form.From", "2022-06-01")), await planner.Submit(split, "#location-act", Split("SP1", "SP2")));
        var answers = await Task.WhenAll(planner.Submit(sure, "#location-act"), planner.Submit(alsoSure, "#location-act"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        await planner.Submit(await planner.Get($"{page}/withdrawal?what=ending"), "#withdrawal");
    }

    [Fact]
    public async Task What_changes_between_the_effect_and_the_answer_is_told_and_stays()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var (one, other) = (await Open("HUS1", "Hus Ene", 10), await Open("HUS2", "Hus Anden", 20));
        var asked = await planner.Submit(
            await planner.Get($"/locations/{one}/merger"), "#location-act", ("Form.From", "2022-02-15"), ("Form.Others", $"{other}"), ("Form.Into", $"{other}"));
        await portal.Rollout.Do<Location, LocationEvent>(
            other, location => location.Describe(location.History!.On(new(2022, 2, 1)) with { Users = 25, OpeningHours = "mon-fri 07:00-15:00" }, new(2022, 2, 1)));

        var stale = await planner.Submit(asked, "#location-act");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Hus Anden: ", stale.Words, StringComparison.Ordinal);
        Assert.Equal(["Hus Anden", "Hus Ene"], await Names(planner, $"{List}?on=2022-02-15&q=hus"));

        var again = await planner.Submit(await planner.Submit(stale, "#location-act"), "#location-act");
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        var merged = (await portal.Services.GetRequiredService<Ledger>().Load<Location, LocationEvent>(other, TestContext.Current.CancellationToken)).State.History!.On(new(2022, 2, 15));
        Assert.Equal(("Hus Anden", 35), (merged.Name, merged.Users));
        Assert.NotEqual("24/7", merged.OpeningHours);
    }

    private async Task<Guid> Open(string code, string name, int users)
    {
        var id = Guid.CreateVersion7();
        await portal.Rollout.Do<Location, LocationEvent>(id, location => location.Open(new OpenLocation(
            id, portal.Rollout.Programme, code, new LocationDescription(name, portal.Rollout.South, users, Side.Provider, "24/7", "Europe/Copenhagen", null), new DateOnly(2021, 1, 1))));
        return id;
    }

    private static (string, string)[] Split(string first, string second) =>
    [
        ("Form.From", "2022-02-15"), ("Form.Parts[0].Name", "Del A"), ("Form.Parts[0].Code", first), ("Form.Parts[0].Users", "20"),
        ("Form.Parts[1].Name", "Del B"), ("Form.Parts[1].Code", second), ("Form.Parts[1].Users", "30"),
    ];

    private static async Task<IEnumerable<string>> Names(Browser browser, string address) =>
        (await browser.Get(address)).Html.QuerySelectorAll("#locations tbody th a").Select(link => link.TextContent);
}
