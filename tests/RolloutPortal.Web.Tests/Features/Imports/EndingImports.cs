using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Whoever left the page and comes back reads what became of a file, and how far one is that is still at it.</summary>
public sealed class EndingImports(Portal portal) : IClassFixture<Portal>
{
    private string All => portal.Imports();

    [Fact]
    public async Task What_a_colleague_cancelled_says_who_it_was()
    {
        var (manager, colleague) = (await portal.SignIn(Role.RolloutManager), await portal.SignIn(Role.RolloutManager));
        var (address, _) = await manager.Upload(portal, "locations", "lokationer.csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "E1;Et;Nord;5;begge")));

        await colleague.Submit(await colleague.Get(address), "form[action$='/cancellation']");

        var row = Row(await manager.Get(All), address);
        Assert.Contains("lokationer.csv", row, StringComparison.Ordinal);
        Assert.Contains("Annulleret af Prøve Person", row, StringComparison.Ordinal);
        Assert.Contains("af Prøve Person", (await manager.Get(address)).Html.QuerySelector(".notice .quiet")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_says_why()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "locations", "1.csv", [0x89, .. "PNG"u8, 0, 0, 0, 0]);
        var (wide, _) = await manager.Upload(portal, "locations", string.Join(';', Enumerable.Range(1, 300).Select(i => $"k{i}")));
        var (_, tooLong) = await manager.Upload(portal, "locations", Files.Locations, new string('a', 3_000_000));

        var list = await manager.Get(All);
        Assert.Contains("Kan ikke importeres", Row(list, address), StringComparison.Ordinal);
        Assert.Contains("Filen må højst have 256 kolonner", Row(list, wide), StringComparison.Ordinal);
        Assert.Contains("Her står mere, end der kan stå i en celle", tooLong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ended_otherwise_is_told_for_a_week_and_without_a_number_in_its_name()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "locations", "sag 6408233234.csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "E2;Et;Nord;5;begge")));
        await portal.Services.GetRequiredService<ImportEndings>().Fail(Guid.Parse(address.Split('/')[^1]), TestContext.Current.CancellationToken);

        Assert.Contains("sag **********.csv", Row(await manager.Get(All), address), StringComparison.Ordinal);

        await portal.Source().Execute("update import set ended_at = ended_at - interval '8 days' where id = $1", TestContext.Current.CancellationToken, Guid.Parse(address.Split('/')[^1]));
        Assert.Null((await manager.Get(All)).Html.QuerySelector($"#ended a[href='{address}']"));
    }

    [Fact]
    public async Task How_far_a_running_one_is_stands_in_the_list_and_on_its_page()
    {
        var (manager, id) = (await portal.SignIn(Role.RolloutManager), Guid.CreateVersion7());
        await portal.Source().Execute(
            """
            insert into import (id, programme_id, kind, file_name, state, phase, row_count, share, held_until, created_by, created_at)
            values ($1, $2, 'employees', 'mange.csv', 'Checking', 'Reading', 12500, 0.25, now() + interval '1 hour', $3, now())
            """,
            TestContext.Current.CancellationToken, id, portal.Rollout.Programme, manager.Account);

        var (list, page) = (await manager.Get(All), await manager.Get($"{All}/{id}"));

        Assert.Contains("Læser filen: 12.500 rækker", list.Words, StringComparison.Ordinal);
        Assert.Equal("0.25", list.Html.QuerySelector("#imports progress")!.GetAttribute("value"));
        Assert.Equal("0.25", page.Html.QuerySelector("#import progress")!.GetAttribute("value"));
        await portal.Source().Execute("update import set phase = 'Comparing', share = null where id = $1", TestContext.Current.CancellationToken, id);
        Assert.Null((await manager.Get(All)).Html.QuerySelector("#imports progress"));
        Assert.False((await manager.Get($"{All}/{id}")).Html.QuerySelector("#import progress")!.HasAttribute("value"));
    }

    private static string Row(Answer list, string address) => list.Html.QuerySelector($"#ended a[href='{address}']")!.Closest("tr")!.TextContent;
}
