using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Tests.Features.AccessLog;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What a file costs the portal, and who is seen reading it.</summary>
public sealed class UploadingFiles(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task No_more_wait_than_there_is_room_for()
    {
        var source = portal.Services.GetRequiredService<NpgsqlDataSource>();
        await source.Execute(
            "insert into import (id, programme_id, kind, file_name, state, created_by, created_at) select gen_random_uuid(), $1, 'locations', 'x.csv', 'Checked', $1, now() from generate_series(1, $2)",
            default, portal.Rollout.Programme, ImportUploads.MostOpen);
        var manager = await portal.SignIn(Role.RolloutManager);

        var refused = await manager.Send($"/programmes/{portal.Rollout.Programme}/imports", "locations", "fil.csv", Encoding.UTF8.GetBytes(Files.Locations));
        await source.Execute("update import set state = 'Cancelled' where file_name = 'x.csv'", default);
        var (_, taken) = await manager.Upload(portal, "locations", Files.Locations);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.Status, taken.Status));
        Assert.Contains("Der venter allerede 30 filer", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doubts_are_answered_a_page_at_a_time_and_all_of_them()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "locations", [Files.Locations, .. Enumerable.Range(0, 1_050).Select(i => $"D{i};Sag 6408233234 {i};Nord;5;begge")]);
        Assert.Equal((100, 1_050), (Boxes(page), (await portal.Waiting(address)).OpenDoubts));
        Assert.Contains("Svar på spørgsmålene", page.Html.QuerySelector(".verdict h2")!.TextContent, StringComparison.Ordinal);

        await manager.Submit(page, "#answers", ("innocent", page.Html.QuerySelector("#answers [name=innocent]")!.GetAttribute("value")!));
        for (var round = 0; round < 10; round++) page = await All(manager, address);
        Assert.Equal((49, 49), (Boxes(page), (await portal.Waiting(address)).OpenDoubts));
        Assert.Null(page.Html.QuerySelector("form[action$='/storing']"));

        page = await All(manager, address);
        Assert.NotNull(page.Html.QuerySelector("form[action$='/storing']"));
        await manager.Submit(page, "form[action$='/withdrawal']");
        Assert.Equal((100, 1_050), (Boxes(await manager.Get(address)), (await portal.Waiting(address)).OpenDoubts));
    }

    [Fact]
    public async Task Reading_a_file_of_people_is_written_in_the_access_log()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "employees", Files.Employees, "U1;Ane;u1@e.dk;Leder;BN01;2022-01-01;");

        await manager.Get(address);

        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Contains(await portal.Services.Log(), row => row.Entry.Kind is AccessKind.Read && row.Entry.About == id);
    }

    [Fact]
    public async Task A_file_that_was_begun_three_times_in_vain_is_given_up()
    {
        var id = Guid.CreateVersion7();
        await portal.Services.GetRequiredService<NpgsqlDataSource>().Execute(
            "insert into import (id, programme_id, kind, file_name, state, content, attempts, created_by, created_at) values ($1, $2, 'locations', 'y.csv', 'Checking', '', $3, $2, now())",
            default, id, portal.Rollout.Programme, ImportHold.MostAttempts);

        await portal.Services.GetRequiredService<ImportRunner>().Settle(id, TimeSpan.FromSeconds(20), default);

        Assert.Equal(ImportState.Failed, (await portal.Services.GetRequiredService<ImportDesk>().Find(id, default))!.State);
    }

    private static int Boxes(Answer page) => page.Html.QuerySelectorAll("#answers [name=innocent]").Length;

    /// <summary>None of those that are asked about is one.</summary>
    private static async Task<Answer> All(Browser browser, string address)
    {
        var asked = (await browser.Get(address)).Html.QuerySelectorAll("#answers [name=asked], #answers [name=seen]").Select(box => KeyValuePair.Create(box.GetAttribute("name")!, box.GetAttribute("value")!));
        await browser.Post($"{address}/answers/all", asked.ToList(), address);
        return await browser.Get(address);
    }
}
