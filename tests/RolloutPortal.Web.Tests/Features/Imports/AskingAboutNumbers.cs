using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>What may be a person's number is asked about in the preview, in cells and in the file's name; and counted with all else that the
/// guard stops.</summary>
public sealed class AskingAboutNumbers(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_doubtful_cell_is_asked_about_before_anything_is_stored()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B500;Sag 6408233234;Nord;5;begge");
        Assert.NotNull(preview.Html.QuerySelector("#doubts"));
        Assert.Null(preview.Html.QuerySelector("form[action$='/storing']"));

        await manager.Submit(preview, "#answers", ("innocent", preview.Html.QuerySelector("#doubts [name=innocent]")!.GetAttribute("value")!));
        await manager.Submit(await manager.Get(address), "form[action$='/storing']");

        Assert.Equal(1, (await portal.Services.GetRequiredService<ReadTables>().Get<ImportBatchRow>((await portal.Waiting(address)).ImportId))!.Doubts);
        Assert.Equal(["Asked", "Kept"], (await Counted("import.locations.name")).Where(outcome => outcome != "Refused"));
    }

    [Fact]
    public async Task A_doubtful_name_of_a_file_is_asked_about_in_the_preview_and_nowhere_else()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", "Liste 6408233234.csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "B501;Godt;Nord;5;begge")));
        var question = preview.Html.QuerySelector("#doubts label")!.TextContent;

        Assert.StartsWith("Filens navn", question, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", question, StringComparison.Ordinal);
        await manager.Submit(preview, "#answers", ("innocent", preview.Html.QuerySelector("#doubts [name=innocent]")!.GetAttribute("value")!));
        await manager.Submit(await manager.Get(address), "form[action$='/storing']");

        Assert.Equal(ImportState.Stored, (await portal.Ended(address, ImportState.Storing)).State);
        Assert.Equal(["Asked", "Kept"], await Counted("import.locations.file"));
    }

    [Fact]
    public async Task A_certain_one_is_refused_in_a_name_and_a_fault_in_a_cell()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        var named = await manager.Send($"/programmes/{portal.Rollout.Programme}/imports", "locations", "liste 640823-3234.csv", Encoding.UTF8.GetBytes(Files.Locations));
        var (_, preview) = await manager.Upload(portal, "locations", Files.Locations, "B502;Bo 640823-3234;Nord;5;begge", "B503;640823-3234 Bo;Nord;5;begge");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.Status);
        Assert.Contains("6408", named.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", named.Words + preview.Words, StringComparison.Ordinal);
        Assert.Equal(["Refused", "Refused"], (await Counted("import.locations.name")).Where(outcome => outcome == "Refused"));
        var shown = (await (await portal.SignIn(Role.Support)).Get("/guard")).Html.QuerySelectorAll("tbody td:nth-child(3)").Sum(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture));
        Assert.Equal(await Source.Scalar<long>("select count(*) from person_number_stop where outcome = 'Refused'"), shown);
        Assert.InRange(shown, 3, int.MaxValue);
    }

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Task<List<string>> Counted(string field) => Source.Rows(
        "select outcome from person_number_stop where field = $1 and role = 'RolloutManager' order by id", row => row.GetString(0), default, field);
}
