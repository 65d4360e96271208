using System.Text;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Somebody takes the wrong file: they are told which it is, and nothing of it waits for them.</summary>
public sealed class ChoosingTheWrongFile(Portal portal) : IClassFixture<Portal>
{
    private string All => portal.Imports();

    [Theory]
    [InlineData("Vejledning.pdf", "%PDF-1.7", "Det er en PDF-fil")]
    [InlineData("Billede 12.csv", "\u0089PNG\r\n", "Det er et billede")]
    [InlineData("Personale.xls", "ÐÏ\u0011à¡±\u001aá W\0o\0r\0k\0b\0o\0o\0k\0", "gammel")]
    [InlineData("tom.csv", "", "Filen er tom")]
    public async Task What_is_no_table_is_told_for_what_it_is_and_ends(string name, string content, string words)
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "employees", name, Encoding.Latin1.GetBytes(content));

        Assert.Contains("Filen kan ikke importeres", page.Words, StringComparison.Ordinal);
        Assert.Contains(words == "gammel" ? "Excel-fil af den gamle slags" : words, page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"a[href='{All}?kind=employees']"));
        Assert.Equal(ImportState.Refused, (await portal.Waiting(address)).State);
        Assert.Equal((0, 0), await portal.Left(address));
        var main = (await manager.Get(All)).Html.QuerySelector("main")!;
        var ended = main.QuerySelector("#ended")!;
        ended.Remove();
        Assert.Contains(name, ended.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(name, main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_refused_file_keeps_no_digits_that_may_be_somebodys()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, _) = await manager.Upload(portal, "employees", "6408233234.pdf", Encoding.Latin1.GetBytes("%PDF-1.7"));

        Assert.Equal("**********.pdf", (await portal.Waiting(address)).FileName);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_opened_as_such_with_one_press()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "locations", Files.Employees, "W1;Ane Prøve;w1@e.dk;Pædagog;BN01;2022-01-01;");
        Assert.Contains("Det ligner en fil med medarbejdere", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#lines"));

        await manager.Submit(page, "form[action$='/kind']");
        var opened = await manager.Get(address);

        Assert.Contains("Filen er klar til at blive gemt", opened.Words, StringComparison.Ordinal);
        Assert.Equal("employees", (await portal.Waiting(address)).Kind);
    }

    [Fact]
    public async Task A_file_with_faults_is_to_be_mended_and_waits_for_nobody()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        await manager.Upload(portal, "locations", "fejl.csv", Encoding.UTF8.GetBytes(Files.Lines(Files.Locations, "B1;;Nord;x;begge")));
        var row = (await manager.Get(All)).Html.QuerySelectorAll("#imports tr").Single(row => row.TextContent.Contains("fejl.csv", StringComparison.Ordinal));

        Assert.Contains("Skal rettes", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Venter på dig", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_means_it_all_the_same_says_what_the_columns_are()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (address, page) = await manager.Upload(portal, "employees", Files.Locations, "B1;Bo Prøve;bo@e.dk;5;begge");
        Assert.Contains("Det ligner en fil med lokationer", page.Words, StringComparison.Ordinal);

        await manager.Submit(page, "form[action$='/columns']", ("column[0]", "work_key"), ("column[1]", "name"), ("column[2]", "email"), ("column[3]", ""), ("column[4]", ""));
        var mapped = await manager.Get(address);

        Assert.Contains("Sig, hvad kolonnerne er", mapped.Words, StringComparison.Ordinal);
        Assert.Equal("employees", (await portal.Waiting(address)).Kind);
    }

    [Fact]
    public async Task No_value_of_a_column_that_is_shown_is_kept()
    {
        var manager = await portal.SignIn(Role.RolloutManager);
        var (_, page) = await manager.Upload(portal, "locations", "K;Note", "B1;ganskesærligt");
        Assert.Contains("ganskesærligt", page.Words, StringComparison.Ordinal);

        Assert.Equal(0, await portal.Source().Scalar<long>("select count(*) from import i where concat(i.headers::text, i.counts::text, i.columns::text) like '%ganskesærligt%'"));
        Assert.Equal(0, await portal.Source().Scalar<long>("select count(*) from import_line where data::text like '%ganskesærligt%'"));
    }
}
