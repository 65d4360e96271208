using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>A file from its upload to its end, over HTTP and without a script.</summary>
public sealed class ImportingInTheBrowser(Portal portal) : IClassFixture<Portal>
{
    private string All => portal.Imports();

    [Fact]
    public async Task A_file_is_shown_before_it_is_stored_and_stored_whole()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B100;Nyt sted;Vestegnen;5;begge", "BN02;Bosted Østerbro;Bosteder Nord;61;udfører");

        Assert.Contains("Nye: 1 · ændrede: 1 · uændrede: 0", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Nye områder, der oprettes: Vestegnen", preview.Words, StringComparison.Ordinal);
        Assert.Equal(("60", "61"), (preview.Html.QuerySelector("#lines del")!.TextContent, preview.Html.QuerySelector("#lines ins")!.TextContent));
        Assert.Empty(await Locations("B100"));

        var stored = await manager.Submit(preview, "form[action$='/storing']");
        var page = await manager.Get(stored.Location!);

        Assert.Equal((HttpStatusCode.SeeOther, address), (stored.Status, stored.Location));
        Assert.Contains("Importen er gemt", page.Words, StringComparison.Ordinal);
        Assert.Single(await Locations("B100"));
        Assert.Contains("fil.csv", (await manager.Get(All)).Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await portal.Left(address));
    }

    [Fact]
    public async Task Faults_are_told_by_line_and_cell_and_nothing_can_be_stored()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B200;Godt;Nord;5;begge", "B201;;Nord;12,5;begge");

        Assert.Contains("Fejl: 2 · rækker med fejl: 1", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Html.QuerySelector("form[action$='/storing']"));
        var cells = preview.Html.QuerySelectorAll("#lines [data-cell=bad]");
        Assert.Equal(2, cells.Length);
        Assert.Contains("“12,5” er ikke et helt tal", cells[1].TextContent, StringComparison.Ordinal);
        Assert.Single(preview.Html.QuerySelectorAll("#lines tbody tr"));
        Assert.Equal(2, (await manager.Get($"{address}?show=")).Html.QuerySelectorAll("#lines tbody tr").Length);

        await manager.Post($"{address}/storing", from: address);
        Assert.Empty(await Locations("B200"));
        Assert.Equal(ImportState.Checked, (await portal.Waiting(address)).State);
    }

    [Fact]
    public async Task The_browser_and_the_importer_find_the_same_faults()
    {
        var csv = Files.Lines("kode;navn;område;brugere;ukendt", "B300;a\"b;Nord;5;begge", ";x;Nord;5;begge", "B301;y;Nord;1,250;ingen", "B301;z;Nord;5");
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "locations", "fil.csv", Encoding.UTF8.GetBytes(csv));

        var found = await portal.Check("locations", csv);

        var waiting = await portal.Waiting(address);
        var lines = await portal.Services.GetRequiredService<ImportLines>().Page(waiting.ImportId, nameof(RowOutcome.Fault), 1, default);
        Assert.Equal(found.Told(), waiting.Summary!.OfFile.Concat(lines.SelectMany(line => line.Faults)).Select(fault => $"{fault.Where}: {fault.Key}"));
        Assert.NotEmpty(waiting.Summary.OfFile);
    }

    [Fact]
    public async Task Columns_are_mapped_by_hand_and_remembered()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        string[] lines = ["K;Hvad;O;B;S", "B400;Kortlagt;Nord;5;begge"];
        var (address, preview) = await manager.Upload(portal, "locations", lines);
        Assert.Equal(["kode", "navn", "område", "brugere", "side"], preview.Html.QuerySelectorAll(".verdict li b").Select(field => field.TextContent));
        Assert.Contains("side: Skriv myndighed, udfører eller begge", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Html.QuerySelector("#lines"));
        Assert.Equal(["verdict", "columns"], preview.Html.QuerySelectorAll("#import > *").Select(part => part.Id is { Length: > 0 } id ? id : part.ClassList[1]));
        Assert.True(preview.Html.QuerySelector("#columns")!.HasAttribute("open"));
        Assert.Equal("Kortlagt", preview.Html.QuerySelector("#column-1-samples span")!.TextContent);

        await manager.Submit(preview, "form[action$='/columns']", ("column[0]", "code"), ("column[1]", "name"), ("column[2]", "area"), ("column[3]", "users"), ("column[4]", "side"));
        var mapped = await manager.Get(address);
        var (_, again) = await manager.Upload(portal, "locations", lines);

        Assert.Equal(0, await portal.Services.GetRequiredService<NpgsqlDataSource>().Scalar<long>("select count(*) from import_mapping where headers ilike '%hvad%'"));
        Assert.All([mapped, again], page => Assert.Contains("Nye: 1 · ændrede: 0 · uændrede: 0", page.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Areas_that_look_like_others_are_asked_about_before_they_are_created()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        var (_, preview) = await manager.Upload(portal, "locations", Files.Locations, "B550;Et;Handicap;5;begge", "B551;To;Handikap;5;begge", "B552;Tre;Bostedder Nord;5;begge", "B553;Fire;Børn og Unge;5;begge");

        Assert.Contains("Filen er klar til at blive gemt", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Handikap – Handicap", preview.Html.QuerySelector(".alike")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bostedder Nord – Bosteder Nord", preview.Html.QuerySelector(".alike")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Børn", preview.Html.QuerySelector(".alike")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_is_shown_again_before_it_is_stored()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, preview) = await manager.Upload(portal, "locations", Files.Locations, "B600;Flyttet;Nord;5;begge");
        await portal.Import("locations", Files.Lines(Files.Locations, "B600;Flyttet;Nord;7;begge"));

        await manager.Submit(preview, "form[action$='/storing']");
        var page = await manager.Get(address);

        Assert.Contains("Noget er ændret, siden du så filen", page.Words, StringComparison.Ordinal);
        Assert.Equal("7", page.Html.QuerySelector("#lines del")!.TextContent);
        Assert.Equal(7, (await Locations("B600"))[0].Users);
    }

    [Theory]
    [InlineData("da", "csv")]
    [InlineData("sv", "csv")]
    [InlineData("en", "csv")]
    [InlineData("da", "xlsx")]
    [InlineData("sv", "xlsx")]
    [InlineData("en", "xlsx")]
    public async Task A_template_is_a_file_that_can_be_imported(string language, string format)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        foreach (var kind in (string[])["locations", "employees"])
        {
            using var response = await manager.Client.GetAsync($"{All}/templates/{kind}/{language}.{format}");
            var (_, page) = await manager.Upload(portal, kind, $"skabelon.{format}", await response.Content.ReadAsByteArrayAsync());

            Assert.Contains("0 rækker", page.Words, StringComparison.Ordinal);
            Assert.Empty(page.Html.QuerySelectorAll(".verdict li"));
        }
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_beside_the_form()
    {
        var manager = await portal.SignIn(Role.RolloutManager);

        var nothing = await manager.Send(All, null, null, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Vælg en fil", nothing.Words, StringComparison.Ordinal);
    }

    private Task<List<LocationRow>> Locations(string code) => portal.Services.GetRequiredService<ReadTables>().Where<LocationRow>("code = $1", default, code);
}
