using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>Whoever follows the organisation sees in one place what is to change, and a day to come as it is planned.</summary>
public sealed class LookingAhead(Server server) : IAsyncLifetime
{
    private static readonly DateOnly March = new(2022, 3, 1);
    private readonly Portal portal = new(server);

    private string Changes => $"/programmes/{portal.Rollout.Programme}/locations/changes";

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task What_is_planned_stands_in_order_of_its_days()
    {
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.NorthA, l => l.Describe(l.History!.On(March) with { AreaId = portal.Rollout.South }, March));
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.SouthA, l => l.Close(March.AddDays(30)));
        await portal.Rollout.Do<Programme, ProgrammeEvent>(portal.Rollout.Programme, p => p.RenameArea(portal.Rollout.North, "Nord og Øst", March.AddDays(-28)));
        await portal.Rollout.Employ(portal.Rollout.SouthA);

        var page = await (await portal.SignIn(Role.Leader)).Get(Changes);

        Assert.Equal(
            ["Bosteder Nord", "Bosted Nørrebro", "Bosted Amager"],
            page.Html.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Området skifter navn til Nord og Øst", page.Words, StringComparison.Ordinal);
        Assert.Contains("Område: Nord og Øst → Bosteder Syd", page.Words, StringComparison.Ordinal);
        Assert.Contains("1 medarbejder er endnu ikke flyttet", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sees_what_happens_to_their_own()
    {
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.NorthA, l => l.Close(March));
        await portal.Rollout.Do<Programme, ProgrammeEvent>(portal.Rollout.Programme, p => p.RenameArea(portal.Rollout.North, "Nord og Øst", March));

        var south = await (await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.South))).Get(Changes);
        Assert.Contains("Ingen ændringer er planlagt", south.Words, StringComparison.Ordinal);
        var north = await (await portal.SignIn(new Grant(Role.Superuser, ScopeKind.Location, portal.Rollout.NorthA))).Get(Changes);
        Assert.Equal(2, north.Html.QuerySelectorAll("tbody th[scope=row]").Length);
    }

    [Fact]
    public async Task Nobody_is_late_on_a_day_to_come()
    {
        var planner = await portal.SignIn(Role.RolloutManager);
        var list = $"/programmes/{portal.Rollout.Programme}/locations";

        Assert.DoesNotContain("Forsinket", (await planner.Get($"{list}?on={SmallRollout.GoesLive.AddDays(1):O}", partial: true)).Words, StringComparison.Ordinal);
        Assert.Contains("Hypercare", (await planner.Get($"{list}?on={SmallRollout.GoesLive.AddDays(1):O}&q=Østerbro", partial: true)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_shown_and_not_counted()
    {
        await portal.Rollout.Do<Location, LocationEvent>(portal.Rollout.SouthA, l => l.Close(March));
        var planner = await portal.SignIn(Role.RolloutManager);
        var list = $"/programmes/{portal.Rollout.Programme}/locations?on={March:O}";

        var (there, all) = ((await planner.Get(list)).Html.QuerySelector("caption")!.TextContent, (await planner.Get($"{list}&gone=1")).Html.QuerySelector("caption")!.TextContent);
        Assert.StartsWith(Plain(there), Plain(all), StringComparison.Ordinal);
        Assert.Contains("1 gælder ikke den dag", all, StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
