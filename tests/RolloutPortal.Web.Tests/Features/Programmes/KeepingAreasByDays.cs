using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Programmes;

/// <summary>An area is renamed, closed and taken back by days, as a planner does it; providers by the same pages.</summary>
public sealed class KeepingAreasByDays(Server server) : IAsyncLifetime
{
    private readonly Portal portal = new(server);

    private SmallRollout Rollout => portal.Rollout;

    private string North => $"/areas/{Rollout.North}";

    private string Locations => $"/programmes/{Rollout.Programme}/locations";

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_planned_name_shows_from_its_day_everywhere_and_is_taken_back_before_it()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var ticket = await portal.Log(Rollout.NorthA, portal.Now());
        var saved = await planner.Submit(await planner.Get($"{North}/name"), "#part-act", ("Form.Name", "Nord og Vest"), ("Form.From", "2022-03-01"));
        Assert.Equal((HttpStatusCode.SeeOther, North), (saved.Status, saved.Location));

        string[] everywhere = [North, Locations, $"/locations/{Rollout.NorthA}", $"/tickets/{ticket}", $"{North}/hypercare", $"{North}/posters", $"/programmes/{Rollout.Programme}/hypercare", "/tickets/new"];
        foreach (var address in everywhere) Assert.Contains("Bosteder Nord", Body(await planner.Get(address)), StringComparison.Ordinal);
        Assert.Contains("Planlagt", (await planner.Get(North)).Words, StringComparison.Ordinal);
        Assert.Contains("Nord og Vest", Body(await planner.Get($"{Locations}?on=2022-03-01")), StringComparison.Ordinal);
        Assert.Contains("Nord og Vest", Body(await planner.Get($"/programmes/{Rollout.Programme}/areas?on=2022-03-01")), StringComparison.Ordinal);

        await portal.SetClock("2022-02-28T23:00:00Z");
        foreach (var address in everywhere) Assert.Contains("Nord og Vest", Body(await planner.Get(address)), StringComparison.Ordinal);
        Assert.Contains("Bosteder Nord", Body(await planner.Get($"{Locations}?on=2022-02-28")), StringComparison.Ordinal);

        await portal.SetClock("2022-01-25T07:00:00Z");
        var undone = await planner.Submit(await planner.Get($"{North}/withdrawal?from=2022-03-01"), "#part-act");
        Assert.Equal(HttpStatusCode.SeeOther, undone.Status);
        Assert.DoesNotContain("Nord og Vest", Body(await planner.Get($"{Locations}?on=2022-03-01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_closes_when_nothing_stands_in_it_and_says_before_which_do()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var refused = await planner.Submit(await planner.Get($"{North}/closing"), "#part-act", ("Form.From", "2022-06-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Bosted Nørrebro", "Bosted Østerbro"], refused.Html.QuerySelectorAll("#part-act .effects a").Select(link => link.TextContent));

        foreach (var location in new[] { Rollout.NorthA, Rollout.NorthB }) await Move(location, new(2022, 6, 1));
        var asked = await planner.Submit(refused, "#part-act");
        Assert.Contains("findes Bosteder Nord ikke mere", asked.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(asked, "#part-act")).Status);
        Assert.Contains("Lukker 1. jun. 2022", (await planner.Get(North)).Words, StringComparison.Ordinal);

        var form = await planner.Get($"/locations/{Rollout.NorthA}/withdrawal?what=change&day=2022-06-01");
        Assert.Contains("lukket den dag", (await planner.Submit(form, "#withdrawal")).Words, StringComparison.Ordinal);
        var back = await planner.Submit(await planner.Get($"{North}/withdrawal"), "#part-act");
        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        Assert.DoesNotContain("Lukker", (await planner.Get(North)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_closes_the_same_way()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var page = $"/providers/{Rollout.Provider}";
        Assert.Contains("Bosted Valby", (await planner.Submit(await planner.Get($"{page}/closing"), "#part-act")).Words, StringComparison.Ordinal);

        await Rollout.Do<Location, LocationEvent>(Rollout.SouthB, l => l.Describe(l.History!.On(SmallRollout.Today) with { ProviderId = null }, SmallRollout.Today));
        var asked = await planner.Submit(await planner.Get($"{page}/closing"), "#part-act");
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(asked, "#part-act")).Status);
        Assert.DoesNotContain("Omsorg Øst", (await planner.Get($"/locations/{Rollout.NorthA}/description")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_is_not_written_over_unseen()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var seen = await planner.Get($"{North}/name");
        await Rollout.Do<Programme, ProgrammeEvent>(Rollout.Programme, p => p.RenameArea(Rollout.North, "Nord for åen", SmallRollout.Today));

        var stale = await planner.Submit(seen, "#part-act", ("Form.Name", "Noget andet"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await planner.Submit(stale, "#part-act")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planner.Submit(await planner.Get($"{North}/name"), "#part-act", ("Form.Name", "bosteder syd"))).Status);
    }

    [Fact]
    public async Task Whoever_moves_a_location_there_while_it_closes_of_both_one_gets_through()
    {
        foreach (var location in new[] { Rollout.NorthA, Rollout.NorthB }) await Move(location, new(2022, 6, 1));
        var ledger = portal.Services.GetRequiredService<Ledger>();
        var close = ledger.Decide<Programme, ProgrammeEvent>(Rollout.Programme, p => p.Close(PartKind.Area, Rollout.North, new(2022, 7, 1)));
        var move = ledger.Decide<Location, LocationEvent>(Rollout.SouthA, l => l.Describe(l.History!.On(new(2022, 6, 1)) with { AreaId = Rollout.North }, new(2022, 6, 1)));
        Refusal?[] both = await Task.WhenAll(close, move);

        Assert.Equal(LocationRefusals.InClosedPart, Assert.Single(both, refusal => refusal is not null)!.Key);
    }

    [Fact]
    public async Task An_area_leader_sees_the_page_of_their_area_and_no_other()
    {
        var leader = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, Rollout.North));

        Assert.Contains("Bosted Nørrebro", (await leader.Get(North)).Words, StringComparison.Ordinal);
        Assert.Null((await leader.Get(North)).Html.QuerySelector($"a[href='{North}/closing']"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/areas/{Rollout.South}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Get($"{North}/closing")).Status);
    }

    private Task Move(Guid location, DateOnly on) =>
        Rollout.Do<Location, LocationEvent>(location, l => l.Describe(l.History!.On(on) with { AreaId = Rollout.South }, on));

    private static string Body(Answer answer) => answer.Html.QuerySelector("main")!.TextContent;
}
