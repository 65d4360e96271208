using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Imports;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Locations;

/// <summary>What comes on a later day is told wherever a list of today leaves it out; what was taken back before it came is nowhere.</summary>
public sealed class ComingLater(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Later = new(2022, 6, 1);

    private string Main => $"/programmes/{portal.Rollout.Programme}";

    [Fact]
    public async Task A_programme_whose_locations_all_come_later_says_how_many_and_when()
    {
        var (programme, area) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await portal.Rollout.Do<Programme, ProgrammeEvent>(
            programme, p => p.Found(new FoundProgramme(programme, "Senere", "da", "DK", "Europe/Copenhagen", "DKK")));
        await portal.Rollout.Do<Programme, ProgrammeEvent>(programme, p => p.AddArea(area, "Nord"));
        await Open("L1", "Første", programme, area);
        await Open("L2", "Andet", programme, area);
        var administrator = await portal.SignIn(Role.Administrator);

        foreach (var address in new[] { $"/programmes/{programme}/locations", $"/programmes/{programme}/rollout" })
        {
            var page = await administrator.Get(address);
            Assert.Contains("2 lokationer gælder fra 1. jun. 2022.", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("ingen lokationer endnu", page.Words, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(page.Html.QuerySelector($"a[href='/programmes/{programme}/locations?gone=1']"));
        }

        Assert.NotNull((await administrator.Get($"/programmes/{programme}/locations")).Html.QuerySelector("input[name=gone]"));
        Assert.Contains("Første", (await administrator.Get($"/programmes/{programme}/locations?gone=1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_for_a_later_day_says_so_before_it_is_stored_and_the_list_afterwards()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", $"{Files.Locations};gælder fra", "C1;Kommer;Nord;5;begge;2022-06-01", "C2;Er her;Nord;5;begge;2022-01-01");

        Assert.Contains("1 lokation gælder først fra 1. jun. 2022.", preview.Words, StringComparison.Ordinal);
        await manager.Submit(preview, "form[action$='/storing']");
        Assert.Contains("1 lokation gælder fra 1. jun. 2022.", (await manager.Get($"{Main}/locations")).Words, StringComparison.Ordinal);
        await manager.Submit(await manager.Get(address), "form[action$='/reversal']");
    }

    [Fact]
    public async Task What_was_taken_back_before_it_came_can_be_chosen_nowhere_and_is_told_in_words()
    {
        var ghost = await Open("G1", "Genganger", portal.Rollout.Programme, portal.Rollout.North);
        var administrator = await portal.SignIn(Role.Administrator);
        Assert.Contains("Genganger", (await administrator.Get($"/waves/{portal.Rollout.Wave2}/locations")).Words, StringComparison.Ordinal);
        await portal.Rollout.Do<Location, LocationEvent>(ghost, l => l.WithdrawOpening(SmallRollout.Today));

        foreach (var address in new[]
        {
            $"/waves/{portal.Rollout.Wave2}/locations", "/accounts/invitations/new", "/claim-rules", $"{Main}/tickets", $"{Main}/employees/new",
            $"{Main}/employees/count", $"{Main}/locations?gone=1", $"{Main}/locations?on=2022-06-02", $"{Main}/rollout",
        })
            Assert.False((await administrator.Get(address)).Words.Contains("Genganger", StringComparison.Ordinal), address);

        var page = await administrator.Get($"/locations/{ghost}");
        Assert.Contains("Var planlagt og kommer ikke.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("planned.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_import_is_shown_the_way_where_nothing_is_yet()
    {
        var programme = Guid.CreateVersion7();
        await portal.Rollout.Do<Programme, ProgrammeEvent>(
            programme, p => p.Found(new FoundProgramme(programme, "Tom", "da", "DK", "Europe/Copenhagen", "DKK")));
        var administrator = await portal.SignIn(Role.Administrator);

        foreach (var list in new[] { "locations", "rollout", "employees" })
            Assert.NotNull((await administrator.Get($"/programmes/{programme}/{list}", partial: true)).Html.QuerySelector($"a[href='/programmes/{programme}/imports']"));
    }

    private async Task<Guid> Open(string code, string name, Guid programme, Guid area)
    {
        var id = Guid.CreateVersion7();
        var described = new LocationDescription(name, area, 10, Side.Both, "", "Europe/Copenhagen", null);
        await portal.Rollout.Do<Location, LocationEvent>(
            id, l => l.Open(new OpenLocation(id, programme, code, described, Later)),
            new Together { Claims = [new Reserve(LocationRegister.Claim(programme, id, code), new Refusal("taken"))] });
        return id;
    }
}
