using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Somebody has a place, and a file names another alone: whoever imports says whether they moved.</summary>
public sealed class MovingInAFile(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Until_somebody_has_said_so_nothing_is_stored_and_the_answer_is_what_the_preview_shows()
    {
        var (manager, address, page) = await Asked("MV1");
        Assert.Contains("1 række giver en person et sted", page.Words, StringComparison.Ordinal);
        Assert.Contains("har også BN01 Bosted Nørrebro (Pædagog) siden 1. jan. 2022", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("form[action$='/storing']"));
        await manager.Post($"{address}/storing", from: address);
        Assert.Equal(ImportState.Checked, (await portal.Waiting(address)).State);

        await manager.Submit(page, "#places", ("Others", "Left"));
        var moved = await manager.Get(address);
        Assert.Contains("Nye: 0 · ændrede: 1 · uændrede: 0", moved.Words, StringComparison.Ordinal);
        Assert.Equal(("BN01", "BS01"), (moved.Html.QuerySelector("#lines del")!.TextContent, moved.Html.QuerySelector("#lines ins")!.TextContent));

        await manager.Submit(moved, "form[action$='/storing']");
        Assert.Equal(["BN01 2022-01-01 2022-05-31", "BS01 2022-06-01 "], await Places("MV1"));
    }

    [Fact]
    public async Task Whoever_has_both_keeps_the_old_place_and_the_answer_can_be_changed()
    {
        var (manager, address, page) = await Asked("MV2");
        await manager.Submit(page, "#places", ("Others", "Left"));
        await manager.Submit(await manager.Get(address), "#places", ("Others", "Kept"));
        var kept = await manager.Get(address);
        Assert.Contains("beholder BN01", kept.Words, StringComparison.Ordinal);

        await manager.Submit(kept, "form[action$='/storing']");
        Assert.Equal(["BN01 2022-01-01 ", "BS01 2022-06-01 "], await Places("MV2"));
    }

    [Fact]
    public async Task Taken_back_a_move_leaves_everybody_where_they_were()
    {
        var (manager, address, page) = await Asked("MV3");
        await manager.Submit(page, "#places", ("Others", "Left"));
        await manager.Submit(await manager.Get(address), "form[action$='/storing']");

        Assert.Null(await portal.Services.GetRequiredService<ImportReversals>().Reverse(Guid.Parse(address.Split('/')[^1]), TestContext.Current.CancellationToken));
        Assert.Equal(["BN01 2022-01-01 "], await Places("MV3"));
    }

    [Fact]
    public async Task Somebody_who_gets_a_place_while_the_file_waits_is_asked_about_before_it_is_stored()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        await portal.Import("employees", Files.Lines(Files.Employees, "MV4;Ane Prøve;mv4@e.dk;Pædagog;BN01;2022-01-01;2022-02-01"));
        var (address, page) = await manager.Upload(portal, "employees", Files.Employees, "MV4;Ane Prøve;mv4@e.dk;Pædagog;BS01;2022-06-01;");
        Assert.Null(page.Html.QuerySelector("#places"));
        await portal.Import("employees", Files.Lines(Files.Employees, "MV4;Ane Prøve;mv4@e.dk;Leder;BN01;2022-03-01;"));

        await manager.Submit(page, "form[action$='/storing']");
        var again = await manager.Get(address);

        Assert.Contains("Noget er ændret, siden du så filen", again.Words, StringComparison.Ordinal);
        Assert.NotNull(again.Html.QuerySelector("#places"));
        Assert.Equal(ImportState.Checked, (await portal.Waiting(address)).State);
    }

    [Fact]
    public async Task The_verb_keeps_both_unless_it_is_told_that_they_moved()
    {
        await portal.Import("employees", Files.Lines(Files.Employees, "MV5;Ane Prøve;mv5@e.dk;Pædagog;BN01;2022-01-01;", "MV6;Bo Prøve;mv6@e.dk;Pædagog;BN01;2022-01-01;"));
        await portal.Import(portal.Request("employees", Row("MV5")));
        await portal.Import(portal.Request("employees", Row("MV6")) with { Others = OtherPlaces.Left });

        Assert.Equal(["BN01 2022-01-01 ", "BS01 2022-06-01 "], await Places("MV5"));
        Assert.Equal(["BN01 2022-01-01 2022-05-31", "BS01 2022-06-01 "], await Places("MV6"));
    }

    private static string Row(string key) => Files.Lines(Files.Employees, $"{key};Ane Prøve;{key}@e.dk;Pædagog;BS01;2022-06-01;");

    private async Task<(Browser Manager, string Address, Answer Page)> Asked(string key)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        await portal.Import("employees", Files.Lines(Files.Employees, $"{key};Ane Prøve;{key}@e.dk;Pædagog;BN01;2022-01-01;"));
        var (address, page) = await manager.Upload(portal, "employees", Files.Employees, $"{key};Ane Prøve;{key}@e.dk;Pædagog;BS01;2022-06-01;");
        return (manager, address, page);
    }

    /// <summary>As they are known now: code, first and last day.</summary>
    private Task<List<string>> Places(string key) => portal.Services.GetRequiredService<NpgsqlDataSource>().Rows(
        """
        select concat_ws(' ', l.code, p.from_day, coalesce(p.to_day::text, ''))
        from employee_period p join employee e on e.id = p.employee_id join location_row l on l.location_id = p.location_id
        where e.work_key = $1 and p.recorded_to is null
        order by p.from_day
        """,
        row => row.GetString(0), TestContext.Current.CancellationToken, key);
}
